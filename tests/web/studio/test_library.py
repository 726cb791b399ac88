"""The organization keeps agendas of its own: from a workshop or a file, and no file harms anything."""

import json
from typing import Any

from httpx2 import Response

from facilitation.agenda import AddStep
from facilitation.groups import AddRoom
from facilitation.template import InsertSteps, StepTemplate
from rooms.activities.board import BoardPlan, Column
from rooms.activities.info import InfoPlan
from rooms.deciding import SYSTEM
from rooms.ids import ColumnId, CommandId, FileId, StepId
from rooms.permissions import Role
from tests.web.site import WORKSHOP, Site, refusal
from tests.web.studio.office import Office
from web.doors import accepted
from web.library import library, shipped
from web.library.file import FILE_MAX, entry_of, opened

BOARD = BoardPlan(title="Que garder ?", columns=(Column(id=ColumnId("c1"), title="Garder"),))
PICTURE = InfoPlan(title="Le plan", text="Regardez.", file=FileId("f1"), media_type="image/png", alt="Une carte")
AGENDA: dict[str, Any] = {
    "title": {"fr": "Deux tours", "en": "Two rounds"},
    "rooms": [{"name": "Table 1"}],
    "steps": [{"title": {"fr": "Tour", "en": "Round"}, "minutes": 20, "groups": {"kind": "discussion"}}],
}


async def furnished(site: Site) -> None:
    """A workshop whose second step goes on from its first."""
    commands = (
        AddRoom(name="Végétal"),
        AddStep(title="Accueil", minutes=5, plenary=PICTURE),
        InsertSteps(
            steps=(
                StepTemplate(title="Idées", minutes=20, groups=BOARD),
                StepTemplate(title="Suite", minutes=30, groups=BoardPlan(columns=BOARD.columns, goes_on=StepId("0"))),
            )
        ),
    )
    for number, command in enumerate(commands):
        accepted(await site.house.gateway.do(WORKSHOP, SYSTEM, command, CommandId(f"c{number}")))


async def own(office: Office, language: str = "fr") -> list[Any]:
    agendas = (await office.done("GET", f"/library?language={language}"))["agendas"]
    return [agenda for agenda in agendas if agenda["own"]]


async def take(office: Office, body: bytes, query: str = "") -> Response:
    return await office.site.http.post(f"/api/studio/library/file{query}", content=body, headers=office.headers)


async def taken(office: Office, agenda: Any) -> str:
    answer = await take(office, json.dumps(agenda).encode())
    assert answer.status_code == 201, answer.text
    key: str = next(each["key"] for each in answer.json()["agendas"] if each["own"])
    return key


async def test_the_steps_of_a_workshop_are_kept_beside_the_others(site: Site, office: Office) -> None:
    await furnished(site)
    await office.done("POST", "/library", {"workshop": WORKSHOP, "title": " Nos  tables ", "purpose": "Choisir."})
    (kept,) = await own(office)
    assert (kept["title"], kept["purpose"], kept["minutes"], kept["least"]) == ("Nos tables", "Choisir.", 55, None)
    steps = kept["template"]["steps"]
    assert [step["title"] for step in steps] == ["Idées", "Suite", "Accueil"]
    assert steps[1]["groups"]["goes_on"] == "0"
    # Where it goes, the file is not.
    assert (steps[2]["plenary"]["text"], steps[2]["plenary"]["file"]) == ("Regardez.", None)
    assert len((await office.done("GET", "/library"))["agendas"]) == 1 + len(shipped())


async def test_what_was_exported_is_imported_as_it_was(site: Site, office: Office) -> None:
    await furnished(site)
    await office.done("POST", "/library", {"workshop": WORKSHOP, "title": "Nos tables"})
    (kept,) = await own(office)
    file = await office.done("GET", f"/library/{kept['key']}/file")
    assert await office.done("DELETE", f"/library/{kept['key']}")
    assert await own(office) == []
    await taken(office, file)
    assert [{**each, "key": ""} for each in await own(office)] == [{**kept, "key": ""}]


async def test_those_that_come_with_palabre_can_be_taken_home_and_back(office: Office) -> None:
    for key in shipped():
        tree = opened(json.dumps(await office.done("GET", f"/library/{key}/file")).encode())
        for language in ("fr", "en", "ar"):
            assert entry_of(tree, language) in library(language)


async def test_a_file_may_be_in_some_languages(office: Office) -> None:
    await taken(office, AGENDA)
    assert [(await own(office, language))[0]["title"] for language in ("en", "ar")] == ["Two rounds", "Deux tours"]


async def test_a_kept_agenda_makes_a_workshop(office: Office) -> None:
    await taken(office, AGENDA)
    (kept,) = await own(office)
    made = await office.done("POST", "/workshops", {"title": "Mardi", "template": kept["template"]})
    assert [row["steps"] for row in made["workshops"] if row["title"] == "Mardi"] == [1]


async def test_two_have_not_the_same_name(office: Office) -> None:
    key = await taken(office, AGENDA)
    body = json.dumps({**AGENDA, "title": "DEUX TOURS"}).encode()
    assert refusal(await take(office, body)) == (409, "agenda_taken")
    assert (await take(office, body, "?title=Trois")).status_code == 201
    answer = await office.ask("PUT", f"/library/{key}", {"title": "trois"})
    assert refusal(answer) == (409, "agenda_taken")
    await office.done("PUT", f"/library/{key}", {"title": "Quatre"})
    assert [agenda["title"] for agenda in await own(office, "en")] == ["Quatre", "Trois"]


async def test_of_one_that_is_gone_one_is_told(office: Office) -> None:
    key = await taken(office, AGENDA)
    await office.done("DELETE", f"/library/{key}")
    assert refusal(await office.ask("DELETE", f"/library/{key}")) == (404, "agenda_gone")
    assert refusal(await office.ask("PUT", f"/library/{key}", {"title": "Autre"})) == (404, "agenda_gone")
    assert refusal(await office.ask("GET", f"/library/{key}/file")) == (404, "agenda_gone")
    assert refusal(await office.ask("POST", "/library", {"workshop": "w9", "title": "x"})) == (404, "unknown")


async def test_a_workshop_without_steps_is_not_kept(office: Office) -> None:
    assert refusal(await office.ask("POST", "/library", {"workshop": WORKSHOP, "title": "x"})) == (422, "agenda_empty")


GARBAGE = {
    "nothing": b"",
    "no JSON": b"\x00\xff\x00",
    "a list": b"[]",
    "deep": b'{"title":' + b"[" * 50_000,
    "no steps": b'{"title": "x"}',
    "another shape": json.dumps({**AGENDA, "people": "twelve"}).encode(),
    "an unknown field": json.dumps({**AGENDA, "rules": 1}).encode(),
    "a workshop's template": json.dumps({**AGENDA, "time_zone": "Europe/Paris"}).encode(),
    "languages without a title": json.dumps({"fr": AGENDA}).encode(),
    "an empty title": json.dumps({**AGENDA, "title": "  "}).encode(),
    "a step without a name": json.dumps({**AGENDA, "steps": [{"title": "\u200b"}]}).encode(),
    "U+0000": json.dumps({**AGENDA, "title": "a\x00b"}).encode(),
    "a half character": b'{"title": "\\ud800", "steps": []}',
    "no such group": json.dumps(
        {**AGENDA, "steps": [{"title": "x", "cells": [{"room": 999, "plan": {"kind": "break"}}]}]}
    ).encode(),
    "no minutes": json.dumps({**AGENDA, "steps": [{"title": "x", "minutes": 0}]}).encode(),
    "too few for too many": json.dumps({**AGENDA, "rooms": [{"name": "x", "least": 9, "capacity": 2}]}).encode(),
    "one language in ruins": json.dumps({**AGENDA, "purpose": {"fr": "Oui", "ar": 3}}).encode(),
    "two same answers": json.dumps(
        {
            **AGENDA,
            "steps": [
                {"title": "x", "plenary": {"kind": "poll", "questions": [{"id": "q", "title": " ", "options": []}]}}
            ],
        }
    ).encode(),
}


async def test_garbage_is_refused_and_nothing_is_lost(office: Office) -> None:
    await taken(office, AGENDA)
    before = await own(office)
    for what, body in GARBAGE.items():
        assert refusal(await take(office, body)) == (422, "agenda_unreadable"), what
    assert await own(office) == before


async def test_sizes_are_bounded(site: Site, office: Office) -> None:
    assert refusal(await take(office, b" " * (FILE_MAX + 1))) == (413, "too_large")
    step = {"title": "x" * 190, "plenary": {"kind": "discussion", "instructions": "y" * 19_000}}
    body = json.dumps({**AGENDA, "steps": [step] * 5}).encode()
    assert refusal(await take(office, body)) == (413, "too_large")
    assert await own(office) == []


async def test_the_library_is_for_staff(site: Site, office: Office) -> None:
    key = await taken(office, AGENDA)
    at_desk = await site.http.get("/api/library?language=en", headers=await site.session(Role.FACILITATOR))
    assert at_desk.json()["agendas"][0]["title"] == "Two rounds"
    citizen = await site.session(Role.PARTICIPANT, "Jeanne")
    assert refusal(await site.http.get("/api/library", headers=citizen)) == (403, "not_allowed")
    for method, path in (("GET", ""), ("POST", ""), ("POST", "/file"), ("PUT", f"/{key}"), ("DELETE", f"/{key}")):
        answer = await site.http.request(method, f"/api/studio/library{path}", headers=citizen)
        assert refusal(answer) == (401, "session_unknown")
    assert len(await own(office)) == 1


async def test_a_title_that_is_too_long_leaves_the_library_as_it_was(office: Office) -> None:
    answer = await take(office, json.dumps(AGENDA).encode(), f"?title={'a' * 201}")
    assert refusal(answer) == (422, "agenda_unreadable")
    assert await own(office) == []
