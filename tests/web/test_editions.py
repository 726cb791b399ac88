"""Minutes go from the journal to the public in steps, each taken by those who may."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import Any

import pytest
from starlette.applications import Starlette

from facilitation.erasing import ErasePerson
from facilitation.minutes.document import Document, Section
from facilitation.minutes.versions import Version
from facilitation.people import Arrive
from persistence.acts import Acts
from persistence.minutes import Minutes
from rooms.deciding import SYSTEM
from rooms.ids import ParticipantId
from rooms.permissions import Role
from tests.persistence.test_archive_minutes import add
from tests.web.site import WORKSHOP, Site, bearer, client, refusal
from web.editions import Editions
from web.languages import Catalogues
from web.making import Making
from web.minutes import Format
from web.minutes.html import html
from web.minutes.writers import LOCALES
from web.turns import Turns

Headers = dict[str, str]
CATALOGUES = Catalogues(LOCALES, "minutes", "order")
FACTS = (Section("Présence", (), key="attendance"), Section("Déroulé", (), key="agenda"))
DAY = 24 * 60 * 60 * 1000
WORDS = {"lead": "Une soirée <b>utile</b>.", "summary": "En trois mots.", "notes": {"agenda": "=Retard"}}


def last(streamed: str) -> dict[str, Any]:
    """What came out in the end; before it there was only news of how far it is."""
    *news, end = [json.loads(line) for line in streamed.splitlines()]
    assert all(set(line) == {"progress"} for line in news)
    found: dict[str, Any] = end
    return found


async def attending(site: Site, name: str) -> Headers:
    joined = await site.join(name=name)
    await site.house.gateway.do(WORKSHOP, SYSTEM, Arrive(participant=ParticipantId(joined["participant"])))
    return bearer(joined["session"])


async def made(site: Site, organizer: Headers, **wish: Any) -> int:
    """By a process that reads the journal."""
    answer = await site.http.post("/api/minutes", json=wish, headers=organizer)
    assert answer.status_code == 200
    number: int = last(answer.text)["done"]["number"]
    return number


async def drafted(site: Site, language: str = "fr") -> int:
    """A version as it is once made, without a process."""
    version = Version(
        workshop=WORKSHOP,
        number=0,
        language=language,
        names=False,
        head=site.state.head,
        made_at=site.clock.ms,
        document=Document("T", language, "hier", "", FACTS),
    )
    return (await asyncio.to_thread(add, site.house.engine, version)).number


async def act(site: Site, headers: Headers, number: int, what: str, **wish: Any) -> dict[str, Any]:
    answer = await site.http.post(f"/api/minutes/{number}/{what}", json=wish, headers=headers)
    assert answer.status_code < 300, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


async def published(site: Site, organizer: Headers) -> dict[str, Any]:
    number = await made(site, organizer)
    await act(site, organizer, number, "approve")
    answer = await site.http.post(f"/api/minutes/{number}/publish", headers=organizer)
    done: dict[str, Any] = last(answer.text)["done"]
    return done


async def shown(site: Site, headers: Headers, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = (await site.http.get(f"/api/minutes/{number}", headers=headers)).json()
    return found


async def test_from_the_journal_to_the_public(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    jeanne = await attending(site, "Jeanne Morel")
    number = await made(site, organizer)
    answer = await site.http.put(f"/api/minutes/{number}/words", json={"seen": 0, **WORDS}, headers=organizer)
    assert answer.json()["state"] == "edited"
    until = site.clock.ms + DAY
    await act(site, organizer, number, "open", until=until)
    asked = await act(site, jeanne, number, "amendments", section="attendance", text="J'étais là <i>aussi</i>")
    (amendment,) = asked["amendments"]
    assert (amendment["by"], amendment["is_mine"], amendment["state"]) == ("Jeanne Morel", True, "proposed")
    site.clock.ms = until
    await act(site, organizer, number, f"amendments/{amendment['id']}", accepted=True)
    approved = await act(site, organizer, number, "approve")
    done = last((await site.http.post(f"/api/minutes/{number}/publish", headers=organizer)).text)["done"]
    assert done["state"] == "published"
    page = (await site.http.get(f"/minutes/{WORKSHOP}/{number}")).text
    assert approved["checksum"] in page
    for text in ("Une soirée &lt;b&gt;utile&lt;/b&gt;.", "En trois mots.", "=Retard", "&lt;i&gt;aussi&lt;/i&gt;"):
        assert text in page
    assert "Jeanne" not in page
    data = (await site.http.get(f"/minutes/{WORKSHOP}/{number}.json")).content
    assert hashlib.sha256(data).hexdigest() == approved["checksum"]
    for file in done["files"]:
        body = (await site.http.get(f"/minutes/{WORKSHOP}/{number}.{file['format']}")).content
        assert hashlib.sha256(body).hexdigest() == file["sha256"]
        assert file["sha256"] in page
        here = await site.http.get(f"/api/minutes/{number}.{file['format']}", headers=jeanne)
        assert here.content == body
    assert {file["format"] for file in done["files"]} == set(Format)


async def test_what_staff_take_along_of_a_version_is_written_down(site: Site) -> None:
    number, organizer = await drafted(site), await site.join(Role.ORGANIZER, "Claire")
    file = await site.http.get(f"/api/minutes/{number}.json", headers=bearer(organizer["session"]))
    assert file.status_code == 200
    (act,) = await asyncio.to_thread(Acts(site.house.engine).latest, 2)
    assert (act.who, act.act, act.about) == (organizer["participant"], "minutes.export", WORKSHOP)


async def test_nothing_is_public_before_it_is_published(site: Site) -> None:
    number = await drafted(site)
    for path in ("", f"/{number}", f"/{number}.pdf"):
        assert (await site.http.get(f"/minutes/{WORKSHOP}{path}")).status_code == 404
    assert (await site.http.get("/minutes/nowhere")).status_code == 404


async def test_a_later_publication_supersedes_and_both_are_read(site: Site) -> None:
    organizer, kept = await site.session(Role.ORGANIZER), Minutes(site.house.engine)
    for number in (1, 2):
        assert await drafted(site) == number
        await act(site, organizer, number, "approve")
        version, _ = await asyncio.to_thread(kept.find, WORKSHOP, number)
        files = {"html": html(version.document, CATALOGUES["fr"]).encode()}
        await asyncio.to_thread(kept.publish, version, files, site.clock.ms)
    assert (await shown(site, organizer, 1))["state"] == "superseded"
    assert "Une version plus récente" in (await site.http.get(f"/minutes/{WORKSHOP}/1")).text
    assert "Une version plus récente" not in (await site.http.get(f"/minutes/{WORKSHOP}/2")).text
    latest = await site.http.get(f"/minutes/{WORKSHOP}")
    assert latest.headers["location"] == f"/minutes/{WORKSHOP}/2"


async def test_organizers_alone_make_and_publish(site: Site) -> None:
    number = await drafted(site)
    for role in (Role.VIEWER, Role.PARTICIPANT, Role.FACILITATOR):
        other = await site.session(role)
        assert refusal(await site.http.post("/api/minutes", json={}, headers=other)) == (403, "not_allowed")
        for what, wish in (("open", {"until": site.clock.ms + DAY}), ("approve", {}), ("refresh", {}), ("publish", {})):
            answer = await site.http.post(f"/api/minutes/{number}/{what}", json=wish, headers=other)
            assert refusal(answer) == (403, "not_allowed")
        assert refusal(await site.http.delete(f"/api/minutes/{number}", headers=other)) == (403, "not_allowed")


@pytest.mark.parametrize("number", ["2147483648", "9" * 19, "9" * 5_000])
async def test_there_is_no_version_of_a_number_that_none_could_have(site: Site, number: str) -> None:
    organizer = await site.session(Role.ORGANIZER)
    for method, path in (("GET", ""), ("DELETE", ""), ("POST", "/approve"), ("GET", ".pdf")):
        answer = await site.http.request(method, f"/api/minutes/{number}{path}", headers=organizer)
        assert refusal(answer) == (404, "unknown")
    assert (await site.http.get(f"/minutes/{WORKSHOP}/{number}")).status_code == 404


async def test_attendees_read_from_when_they_are_asked(site: Site) -> None:
    organizer, jeanne = await site.session(Role.ORGANIZER), await attending(site, "Jeanne")
    viewer, facilitator = await site.session(Role.VIEWER), await site.session(Role.FACILITATOR)
    number = await drafted(site)
    assert refusal(await site.http.get(f"/api/minutes/{number}", headers=jeanne)) == (404, "unknown")
    assert (await site.http.get("/api/minutes", headers=jeanne)).json()["versions"] == []
    assert (await shown(site, facilitator))["state"] == "generated"
    await act(site, organizer, number, "open", until=site.clock.ms + DAY)
    assert (await shown(site, jeanne))["blocked"]["propose"] is None
    assert refusal(await site.http.get(f"/api/minutes/{number}", headers=viewer)) == (404, "unknown")


async def test_those_who_were_not_there_ask_for_nothing(site: Site) -> None:
    organizer, absent = await site.session(Role.ORGANIZER), await site.session(Role.PARTICIPANT)
    number = await drafted(site)
    await act(site, organizer, number, "open", until=site.clock.ms + DAY)
    wish = {"section": "agenda", "text": "Non"}
    answer = await site.http.post(f"/api/minutes/{number}/amendments", json=wish, headers=absent)
    assert refusal(answer) == (422, "not_attended")


async def test_a_told_date_holds(site: Site) -> None:
    organizer, jeanne = await site.session(Role.ORGANIZER), await attending(site, "Jeanne")
    number, until = await drafted(site), site.clock.ms + DAY
    await act(site, organizer, number, "open", until=until)
    earlier = await site.http.post(f"/api/minutes/{number}/open", json={"until": until - 1}, headers=organizer)
    assert refusal(earlier) == (422, "too_late")
    assert refusal(await site.http.post(f"/api/minutes/{number}/approve", headers=organizer)) == (422, "amending_open")
    site.clock.ms = until
    wish = {"section": "agenda", "text": "Trop tard"}
    answer = await site.http.post(f"/api/minutes/{number}/amendments", json=wish, headers=jeanne)
    assert refusal(answer) == (422, "amending_closed")


async def test_every_amendment_is_answered_and_a_refusal_says_why(site: Site) -> None:
    organizer, jeanne = await site.session(Role.ORGANIZER), await attending(site, "Jeanne")
    number, until = await drafted(site), site.clock.ms + DAY
    await act(site, organizer, number, "open", until=until)
    (amendment,) = (await act(site, jeanne, number, "amendments", section="agenda", text="Autrement"))["amendments"]
    site.clock.ms = until
    answer = await site.http.post(f"/api/minutes/{number}/approve", headers=organizer)
    assert refusal(answer) == (422, "amendments_undecided")
    path = f"/api/minutes/{number}/amendments/{amendment['id']}"
    assert refusal(await site.http.post(path, json={"accepted": False}, headers=organizer)) == (422, "empty")
    await site.http.post(path, json={"accepted": False, "reason": "Le journal dit 18 h 30."}, headers=organizer)
    (seen,) = (await shown(site, jeanne))["amendments"]
    assert (seen["state"], seen["reason"]) == ("refused", "Le journal dit 18 h 30.")
    approved = await act(site, organizer, number, "approve")
    assert "Autrement" not in json.dumps(approved["document"])


async def test_amendments_are_withdrawn_by_their_author_alone(site: Site) -> None:
    organizer, jeanne = await site.session(Role.ORGANIZER), await attending(site, "Jeanne")
    karim = await attending(site, "Karim")
    number = await drafted(site)
    await act(site, organizer, number, "open", until=site.clock.ms + DAY)
    (amendment,) = (await act(site, jeanne, number, "amendments", section="agenda", text="Autrement"))["amendments"]
    path = f"/api/minutes/{number}/amendments/{amendment['id']}"
    assert refusal(await site.http.delete(path, headers=karim)) == (422, "not_yours")
    (seen,) = (await shown(site, karim))["amendments"]
    assert seen["by"] == ""
    assert (await site.http.delete(path, headers=jeanne)).json()["amendments"] == []


async def test_facts_are_not_edited_and_two_people_do_not_overwrite_each_other(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    number = await drafted(site)
    path = f"/api/minutes/{number}/words"
    assert refusal(await site.http.put(path, json={"seen": 0, "document": {}}, headers=organizer)) == (422, "invalid")
    wish = {"seen": 0, "notes": {"nowhere": "x"}}
    assert refusal(await site.http.put(path, json=wish, headers=organizer)) == (404, "unknown")
    await site.http.put(path, json={"seen": 0, **WORDS}, headers=organizer)
    answer = await site.http.put(path, json={"seen": 0, **WORDS}, headers=organizer)
    assert refusal(answer) == (422, "edited_meanwhile")


async def test_facts_are_made_again_and_words_stay(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    number = await drafted(site)
    await site.http.put(f"/api/minutes/{number}/words", json={"seen": 0, **WORDS}, headers=organizer)
    await attending(site, "Jeanne")
    assert (await shown(site, organizer))["is_behind"]
    answer = await site.http.post(f"/api/minutes/{number}/refresh", headers=organizer)
    again = last(answer.text)["done"]
    assert not again["is_behind"]
    assert again["document"]["lead"] == WORDS["lead"]


class Meanwhile(Minutes):
    """Somebody has themselves erased between the reading of the facts and their keeping."""

    def __init__(self, site: Site, person: ParticipantId) -> None:
        super().__init__(site.house.engine)
        self._loop = asyncio.get_running_loop()
        self._gateway = site.house.gateway
        self._erase: ErasePerson | None = ErasePerson(person=person)

    def add(self, version: Version, epoch: str) -> Version:
        erase, self._erase = self._erase, None
        if erase is not None:
            assert "Jeanne Morel" in str(version.document)
            asyncio.run_coroutine_threadsafe(self._gateway.do(WORKSHOP, SYSTEM, erase), self._loop).result()
        return super().add(version, epoch)


async def test_who_is_erased_while_minutes_are_made_is_not_in_them(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    await attending(site, "Jeanne Morel")
    house, kept = site.house, Meanwhile(site, next(one.id for one in site.people if one.name == "Jeanne Morel"))
    editions = Editions(
        house.doors, kept, Making(house.settings.database, Turns.of(1), house.now), CATALOGUES, house.now
    )
    async with client(Starlette(routes=editions.routes()), "203.0.113.8") as http:
        answer = await http.post("/api/minutes", json={"names": True}, headers=organizer)
    assert last(answer.text)["done"]["number"] == 1
    (version,) = await asyncio.to_thread(kept.versions, WORKSHOP)
    assert version.document.parts
    assert "Jeanne" not in str(version.document)


async def test_one_version_is_in_hand_at_a_time(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    number = await drafted(site)
    answer = await site.http.post("/api/minutes", json={}, headers=organizer)
    assert last(answer.text)["refused"]["code"] == "minutes_in_hand"
    assert (await site.http.delete(f"/api/minutes/{number}", headers=organizer)).status_code == 200
    assert await drafted(site) == 1


async def test_what_was_approved_changes_no_more_unless_it_is_reopened(site: Site) -> None:
    organizer = await site.session(Role.ORGANIZER)
    number = await drafted(site)
    assert refusal(await site.http.post(f"/api/minutes/{number}/publish", headers=organizer)) == (422, "not_approved")
    approved = await act(site, organizer, number, "approve")
    wish = {"seen": approved["edition"], **WORDS}
    answer = await site.http.put(f"/api/minutes/{number}/words", json=wish, headers=organizer)
    assert refusal(answer) == (422, "minutes_approved")
    assert (await act(site, organizer, number, "reopen"))["checksum"] == ""


async def test_a_draft_is_read_as_it_would_be_printed_now(site: Site) -> None:
    organizer, number = await site.session(Role.ORGANIZER), await drafted(site, "ar")
    await site.http.put(f"/api/minutes/{number}/words", json={"seen": 0, **WORDS}, headers=organizer)
    for format, words in ((Format.PDF, b"%PDF"), (Format.MARKDOWN, b"En trois mots.")):
        answer = await site.http.get(f"/api/minutes/{number}.{format}", headers=organizer)
        assert answer.status_code == 200
        assert words in answer.content
