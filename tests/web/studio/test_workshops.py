"""Workshops are made, copied, entered, closed and taken away from the studio."""

from typing import Any

from facilitation.agenda import AddStep, PlanActivity
from facilitation.groups import AddRoom
from rooms.activities.board import BoardPlan, Column
from rooms.activities.discussion import DiscussionPlan
from rooms.agenda import Step
from rooms.deciding import SYSTEM
from rooms.ids import ColumnId, CommandId
from rooms.permissions import Role
from tests.web.site import WORKSHOP, Site, bearer, refusal
from tests.web.studio.office import MEETING, READING, Office
from web.doors import accepted

BOARD = BoardPlan(title="Que garder ?", columns=(Column(id=ColumnId("c1"), title="Garder"),))


async def furnished(site: Site) -> None:
    commands = (
        AddRoom(name="Végétal", theme="Où mettre de l’ombre ?", capacity=8),
        AddRoom(name="Usages"),
        AddStep(title="Idées", minutes=20, plenary=DiscussionPlan(title="Ensemble"), groups=BOARD),
    )
    for number, command in enumerate(commands):
        accepted(await site.house.gateway.do(WORKSHOP, SYSTEM, command, CommandId(f"c{number}")))
    step = next(site.state.all(Step))
    usages = next(room for room in site.state.shelf("kind", "room") if getattr(room, "name", "") == "Usages")
    other = PlanActivity(step=step.id, room=usages.id, plan=DiscussionPlan(title="Autre chose"))  # type: ignore[arg-type]
    accepted(await site.house.gateway.do(WORKSHOP, SYSTEM, other))


async def template(office: Office, id: str) -> dict[str, Any]:
    shown: dict[str, Any] = await office.done("GET", f"/workshops/{id}/template")
    return shown


async def newest(office: Office, path: str, body: Any) -> Any:
    before = {row["id"] for row in (await office.done("GET", "/workshops"))["workshops"]}
    after = await office.done("POST", path, body)
    (made,) = [row for row in after["workshops"] if row["id"] not in before]
    return made


async def test_a_new_workshop_is_there_for_everybody(site: Site, office: Office) -> None:
    made = await newest(office, "/workshops", {"title": " Un  atelier ", "language": "ar", "time_zone": "Asia/Beirut"})
    assert (made["title"], made["language"], made["people"], made["steps"]) == ("Un atelier", "ar", 0, 0)
    assert (await template(office, made["id"]))["time_zone"] == "Asia/Beirut"


async def test_a_copy_has_the_plan_and_nobody(site: Site, office: Office) -> None:
    await furnished(site)
    await site.join(Role.PARTICIPANT, "Jeanne")
    made = await newest(office, f"/workshops/{WORKSHOP}/duplicate", {"title": "La suite"})
    assert (made["title"], made["people"], made["steps"], made["minutes"]) == ("La suite", 0, 1, 20)
    original, copy = await template(office, WORKSHOP), await template(office, made["id"])
    assert copy == {**original, "title": "La suite"}
    assert [cell["room"] for cell in original["steps"][0]["cells"]] == [1]


async def test_a_template_makes_a_workshop_elsewhere(site: Site, office: Office) -> None:
    await furnished(site)
    kept = await template(office, WORKSHOP)
    made = await newest(office, "/workshops", {"title": "Ailleurs", "template": kept})
    assert await template(office, made["id"]) == {**kept, "title": "Ailleurs"}


async def test_a_workshop_is_made_for_its_phase(site: Site, office: Office) -> None:
    shown = await office.phase(await office.process(), MEETING)
    phase = shown["phases"][0]["phase"]["id"]
    made = await newest(office, "/workshops", {"title": "L’atelier", "phase": phase})
    assert made["phase"] == phase
    shown = await office.done("GET", f"/processes/{shown['process']['id']}")
    assert shown["phases"][0]["workshop"] == made["id"]


async def test_a_phase_without_workshops_gets_none(site: Site, office: Office) -> None:
    shown = await office.phase(await office.process(), READING)
    phase = shown["phases"][0]["phase"]["id"]
    before = await office.done("GET", "/workshops")
    answer = await office.ask("POST", "/workshops", {"title": "Un atelier", "phase": phase})
    assert refusal(answer) == (422, "phase_without_workshop")
    assert await office.done("GET", "/workshops") == before


async def test_a_colleague_enters_as_an_organizer_and_stays_one_person(site: Site, office: Office) -> None:
    first = await office.done("POST", f"/workshops/{WORKSHOP}/enter", {})
    again = await office.done("POST", f"/workshops/{WORKSHOP}/enter", {})
    assert (first["role"], first["name"]) == ("organizer", "Claire")
    assert again["participant"] == first["participant"]
    assert (await site.http.get("/api/links", headers=bearer(first["session"]))).status_code == 200


async def test_a_closed_workshop_takes_nothing_more(site: Site, office: Office) -> None:
    shown = await office.done("POST", f"/workshops/{WORKSHOP}/close")
    assert shown["workshops"][0]["closed_at"] == site.clock()
    assert refusal(await office.ask("POST", f"/workshops/{WORKSHOP}/close")) == (409, "workshop_closed")


async def test_a_deleted_workshop_is_gone_with_its_links(site: Site, office: Office) -> None:
    joined = await site.join(Role.FACILITATOR)
    await office.done("DELETE", f"/workshops/{WORKSHOP}")
    assert (await office.done("GET", "/workshops"))["workshops"] == []
    assert refusal(await site.http.get("/api/links", headers=bearer(joined["session"]))) == (401, "session_unknown")
    again = await site.http.post("/api/join", json={"token": site.token(Role.PARTICIPANT), "name": "Trop tard"})
    assert refusal(again) == (404, "link_unknown")
    assert refusal(await office.ask("DELETE", f"/workshops/{WORKSHOP}")) == (404, "unknown")
