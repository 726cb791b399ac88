"""Everybody comes back to what they wrote, takes it along, and has it erased."""

from __future__ import annotations

import csv
import io
from typing import Any
from zipfile import ZipFile

import pytest
from pycrdt import Doc, Text

from facilitation.workshop import decode
from rooms.activities.board import Board, Note
from rooms.activities.conclusion import Conclusion, OpenDocument, RecordConclusion, WriteDocument
from rooms.agenda import Step, Workshop
from rooms.deciding import SYSTEM, Actor
from rooms.ids import ParticipantId
from rooms.people import Participant
from rooms.permissions import Role
from tests.web.site import WORKSHOP, Site, bearer, refusal
from tests.web.test_editions import published
from web.doors import accepted

COLUMNS = [{"id": "keep", "title": "Garder"}]
HOSTILE = "=1+<script>alert(1)</script>"


async def do(site: Site, who: str | None, type: str, **fields: Any) -> None:
    actor = Actor(ParticipantId(who)) if who else SYSTEM
    accepted(await site.house.gateway.do(WORKSHOP, actor, decode({"type": type, **fields})))


async def wrote(site: Site, name: str = "Jeanne", **plan: Any) -> dict[str, Any]:
    """Somebody who wrote a note, a message and asked for help."""
    joined = await site.join(name=name)
    if not any(True for _ in site.state.all(Board)):
        board = {"kind": "board", "title": "Quoi ?", "columns": COLUMNS, "hidden": False, **plan}
        await do(site, None, "step.add", title="Idées", plenary=board)
        (step,) = site.state.all(Step)
        await do(site, None, "step.start", step=step.id, seen=None)
    (activity,) = site.state.all(Board)
    await do(site, joined["participant"], "note.write", activity=activity.id, column="keep", text=HOSTILE)
    await do(site, joined["participant"], "message.send", text="À l'aide", reach="staff")
    return joined


async def mine(site: Site, session: str) -> dict[str, Any]:
    answer = await site.http.get("/api/mine", headers=bearer(session))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_one_finds_what_one_wrote_and_nothing_of_others(site: Site) -> None:
    jeanne, paul = await wrote(site), await wrote(site, "Paul")
    await do(site, paul["participant"], "message.send", text="Secret de Paul", reach="staff")
    found = await mine(site, jeanne["session"])
    assert found["person"]["name"] == "Jeanne"
    (note,) = found["notes"]
    assert (note["text"], note["place"]) == (HOSTILE, {"room": "Plénière", "step": "Idées", "activity": "Quoi ?"})
    assert [message["text"] for message in found["messages"]] == ["À l'aide"]
    assert "Paul" not in str(found)


async def test_the_page_says_it_as_text_in_the_language_asked_for(site: Site) -> None:
    jeanne = await wrote(site)
    for language, word in (("fr", "Mes post-its"), ("en", "My notes"), ("ar", "أوراقي")):
        page = await site.http.get(f"/api/mine/page?lang={language}", headers=bearer(jeanne["session"]))
        assert page.status_code == 200
        assert word in page.text
        assert "=1+&lt;script&gt;" in page.text
        assert "<script>" not in page.text


async def test_the_shell_says_nothing_of_anybody(site: Site) -> None:
    await wrote(site)
    page = await site.http.get(f"/w/{WORKSHOP}/mine")
    assert page.status_code == 200
    assert "Jeanne" not in page.text
    assert "Réinventer" not in page.text


@pytest.mark.parametrize("path", ["", "/page", "/export"])
async def test_nobody_else_reads_it(site: Site, path: str) -> None:
    assert refusal(await site.http.get(f"/api/mine{path}")) == (401, "session_unknown")


async def test_it_stays_open_once_the_workshop_is_closed(site: Site) -> None:
    jeanne = await wrote(site, anonymous=True)
    assert len((await mine(site, jeanne["session"]))["notes"]) == 1
    await do(site, None, "workshop.close")
    after = await mine(site, jeanne["session"])
    assert (after["notes"], after["lost"]) == ([], ["Quoi ?"])
    assert (await site.http.get("/api/mine/page", headers=bearer(jeanne["session"]))).status_code == 200


async def test_one_takes_it_along_as_json_and_as_tables_in_which_nothing_reckons(site: Site) -> None:
    jeanne = await wrote(site)
    answer = await site.http.get("/api/mine/export", headers=bearer(jeanne["session"]))
    with ZipFile(io.BytesIO(answer.content)) as archive:
        assert set(archive.namelist()) == {"mine.json", "notes.csv", "messages.csv"}
        sheet = archive.read("notes.csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(sheet, newline=""), delimiter=";")
    assert (row["text"], row["room"], row["step"]) == (f"'{HOSTILE}", "Plénière", "Idées")


# -- what was written together ------------------------------------------------------------------------------------


async def concluded(site: Site, *told: tuple[str, str]) -> Conclusion:
    """A conclusion whose first field is what these people typed, each at the end."""
    await do(site, None, "step.add", title="Conclure", plenary={"kind": "conclusion", "title": "Que retenir ?"})
    (step,) = (step for step in site.state.all(Step) if step.title == "Conclure")
    (workshop,) = site.state.all(Workshop)
    await do(site, None, "step.start", step=step.id, seen=workshop.step)
    (conclusion,) = site.state.all(Conclusion)
    state = b"\x00\x00"
    for client, (who, words) in enumerate(told, 1_000):
        doc: Doc[Any] = Doc(client_id=client)
        doc.apply_update(state)
        known, text = doc.get_state(), doc.get("agreed", type=Text)
        text.insert(len(text), words)
        wish = WriteDocument(
            conclusion=conclusion.id, client=client, update=doc.get_update(known), people=2, length=len(str(text))
        )
        for command in (OpenDocument(conclusion=conclusion.id, client=client), wish):
            accepted(await site.house.gateway.do(WORKSHOP, Actor(ParticipantId(who)), command))
        state = doc.get_update()
    return conclusion


async def test_one_finds_ones_own_words_in_a_conclusion_and_no_others(site: Site) -> None:
    jeanne, paul = await wrote(site), await wrote(site, "Paul")
    conclusion = await concluded(
        site,
        (jeanne["participant"], "Garder le milieu libre."),
        (paul["participant"], " Planter partout."),
        (jeanne["participant"], " <b>Demain</b>"),
    )
    (words,) = (await mine(site, jeanne["session"]))["words"]
    assert (words["id"], words["field"], words["standing"]) == (f"{conclusion.id}-agreed", "agreed", "drafting")
    assert words["passages"] == ["Garder le milieu libre.", "<b>Demain</b>"]
    assert words["place"] == {"room": "Plénière", "step": "Conclure", "activity": "Que retenir ?"}
    page = await site.http.get("/api/mine/page?lang=fr", headers=bearer(jeanne["session"]))
    assert "Garder le milieu libre." in page.text
    assert "&lt;b&gt;Demain" in page.text
    assert "Planter partout" not in page.text
    answer = await site.http.get("/api/mine/export", headers=bearer(jeanne["session"]))
    with ZipFile(io.BytesIO(answer.content)) as archive:
        (row,) = csv.DictReader(io.StringIO(archive.read("words.csv").decode("utf-8-sig"), newline=""), delimiter=";")
    assert row["passages"] == "Garder le milieu libre. · <b>Demain</b>"


async def test_the_page_leads_to_where_the_published_minutes_show_it(site: Site) -> None:
    jeanne = await wrote(site)
    conclusion = await concluded(site, (jeanne["participant"], "Garder le milieu libre."))
    (note,) = site.state.all(Note)
    texts = {"agreed": "Garder le milieu libre."}
    await do(site, None, "conclusion.freeze", conclusion=conclusion.id)
    frozen = site.state.find(Conclusion, conclusion.id)
    record = RecordConclusion(conclusion=conclusion.id, seen=frozen.rev, texts=texts, people=1, length=23)  # type: ignore[arg-type]
    accepted(await site.house.gateway.do(WORKSHOP, SYSTEM, record))
    await do(site, None, "workshop.close")
    organizer = await site.session(Role.ORGANIZER)
    address = f"/minutes/{WORKSHOP}/1#"
    page = await site.http.get("/api/mine/page", headers=bearer(jeanne["session"]))
    assert address not in page.text
    await published(site, organizer)
    page = await site.http.get("/api/mine/page", headers=bearer(jeanne["session"]))
    minutes = await site.http.get(f"/minutes/{WORKSHOP}/1")
    for id in (f"field-{conclusion.id}-agreed", f"note-{note.id}"):
        assert f'href="{address}{id}"' in page.text
        assert minutes.text.count(f'id="{id}"') == 1


# -- coming back --------------------------------------------------------------------------------------------------


async def way_back(site: Site, session: str) -> str:
    answer = await site.http.post("/api/mine/link", json={}, headers=bearer(session))
    assert answer.json()["qr"].startswith("data:image/svg+xml")
    url: str = answer.json()["url"]
    return url.removeprefix("http://palabre.test")


async def test_a_link_of_ones_own_leads_back_from_another_device(site: Site) -> None:
    jeanne = await wrote(site)
    path = await way_back(site, jeanne["session"])
    assert await way_back(site, jeanne["session"]) == path
    await do(site, None, "workshop.close")
    asked = await site.http.get(path)
    assert "Jeanne" in asked.text
    entered = await site.http.post(path)
    assert f'data-to="/w/{WORKSHOP}/mine?lang=fr"' in entered.text
    again = await site.http.post("/api/join", json={"token": path.removeprefix("/j/")})
    assert again.json()["participant"] == jeanne["participant"]
    assert (await mine(site, again.json()["session"]))["person"]["name"] == "Jeanne"
    assert len(site.people) == 1


async def test_staff_are_not_told_of_it(site: Site) -> None:
    jeanne = await wrote(site)
    path = await way_back(site, jeanne["session"])
    organizer = await site.session(Role.ORGANIZER)
    listed = await site.http.get("/api/links", headers=organizer)
    assert path not in listed.text
    (way,) = site.house.links.ways_back(WORKSHOP, jeanne["participant"])
    assert refusal(await site.http.post(f"/api/links/{way.id}/revoke", headers=organizer)) == (404, "unknown")


async def test_a_link_withdrawn_leads_nowhere_and_ends_who_came_by_it(site: Site) -> None:
    jeanne = await wrote(site)
    path = await way_back(site, jeanne["session"])
    there = (await site.http.post("/api/join", json={"token": path.removeprefix("/j/")})).json()["session"]
    assert (await site.http.post("/api/mine/link/revoke", json={}, headers=bearer(jeanne["session"]))).is_success
    assert (await site.http.get(path)).status_code == 410
    assert refusal(await site.http.get("/api/mine", headers=bearer(there))) == (410, "link_revoked")
    assert await mine(site, jeanne["session"])
    assert await way_back(site, jeanne["session"]) != path


# -- being forgotten ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("texts", [False, True])
async def test_one_has_oneself_erased_and_every_way_in_ends(site: Site, texts: bool) -> None:
    jeanne = await wrote(site)
    path = await way_back(site, jeanne["session"])
    erased = await site.http.post("/api/mine/erase", json={"texts": texts}, headers=bearer(jeanne["session"]))
    assert erased.status_code == 200
    assert site.state.find(Participant, jeanne["participant"]).name == ""
    (note,) = site.state.all(Note)
    assert note.text == ("" if texts else HOSTILE)
    assert refusal(await site.http.get("/api/mine", headers=bearer(jeanne["session"]))) == (401, "session_unknown")
    assert (await site.http.get(path)).status_code == 410
    back = {"token": site.token(Role.PARTICIPANT)}
    assert refusal(await site.http.post("/api/join", json=back, headers=bearer(jeanne["session"]))) == (
        401,
        "session_unknown",
    )


async def test_a_way_back_ends_too_when_an_organizer_erases(site: Site) -> None:
    jeanne = await wrote(site)
    path = await way_back(site, jeanne["session"])
    await do(site, None, "person.erase", person=jeanne["participant"])
    assert (await site.http.get(path)).status_code == 410
    token = {"token": path.removeprefix("/j/")}
    assert refusal(await site.http.post("/api/join", json=token)) == (410, "link_revoked")


async def test_whoever_comes_in_is_told_for_how_long_their_data_is_kept(site: Site) -> None:
    page = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}")
    assert "365\N{POP DIRECTIONAL ISOLATE} jours après la clôture" in page.text
    await do(site, None, "workshop.retain", retention={"identity": 30})
    page = await site.http.get(f"/j/{site.token(Role.PARTICIPANT)}?lang=en")
    assert "30\N{POP DIRECTIONAL ISOLATE} days after closing" in page.text
