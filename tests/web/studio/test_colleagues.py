"""Who may do what in the studio, what ends at once, and what is written down of it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.routing import Route

from persistence.acts import Acts
from persistence.beats import Beats
from persistence.colleagues import Colleagues
from realtime.lag import Lag
from rooms.permissions import Role
from rooms.refusal import Refused
from tests.disk import no_room
from tests.web.site import TITLE, WORKSHOP, Site, bearer, refusal
from tests.web.studio.office import FACE, Office
from tests.web.studio.town_hall import AWA, CLAIRE, TownHall
from web.acting import ACTS, UNWRITTEN, name_of
from web.opening import links_for_all
from web.sharing import PASS
from web.studio.doors import Staff
from web.studio.passes import Passes
from web.studio.status import Beating

NOT_ALLOWED = (403, "not_allowed")


def endpoints(site: Site) -> dict[str, set[str]]:
    """What answers requests to the studio, and by which methods."""
    routes = [route for route in site.app.routes if isinstance(route, Route) and route.path.startswith("/api/studio")]
    return {name_of(route.endpoint): set(route.methods or ()) for route in routes}


async def test_administrators_organizers_and_facilitators_may_do_what_is_theirs(hall: TownHall) -> None:
    organizer, facilitator = await hall.join(), await hall.join(AWA, "Awa", "facilitator")
    for office in (organizer, facilitator):
        for path in ("/colleagues", "/links", "/log", "/log.csv", "/status"):
            assert refusal(await office.ask("GET", path)) == NOT_ALLOWED
        assert (await office.ask("GET", "")).status_code == 200
    assert (await organizer.ask("POST", "/processes", {"face": FACE})).status_code == 201
    face = {"face": {**FACE, "slug": "autre"}}
    assert refusal(await facilitator.ask("POST", "/processes", face)) == NOT_ALLOWED
    assert refusal(await facilitator.ask("DELETE", f"/workshops/{WORKSHOP}")) == NOT_ALLOWED


@pytest.mark.parametrize(("role", "within"), [("facilitator", Role.FACILITATOR), ("organizer", Role.ORGANIZER)])
async def test_one_enters_a_workshop_as_what_one_is_and_leaves_it_with_the_studio(
    hall: TownHall, role: str, within: Role
) -> None:
    office = await hall.join(role=role)
    entered = await office.done("POST", f"/workshops/{WORKSHOP}/enter", {})
    assert (entered["role"], entered["name"]) == (within, "Claire")
    again = await office.done("POST", f"/workshops/{WORKSHOP}/enter", {})
    assert again["participant"] == entered["participant"]
    headers = bearer(entered["session"])
    links = (await hall.site.http.get("/api/links", headers=headers)).json()["links"]
    assert "studio" not in [link["label"] for link in links]
    colleague = await hall.colleague()
    await hall.office.done("POST", f"/colleagues/{colleague['id']}/revoke")
    assert refusal(await office.ask("GET", "")) == (401, "session_unknown")
    assert refusal(await hall.site.http.get("/api/links", headers=headers)) == (410, "link_revoked")


async def test_a_way_back_into_a_workshop_ends_with_who_had_it(hall: TownHall) -> None:
    office = await hall.join()
    entered = await office.done("POST", f"/workshops/{WORKSHOP}/enter", {})
    way = await hall.site.http.post("/api/mine/link", headers=bearer(entered["session"]))
    token = way.json()["url"].rpartition("/")[2]
    assert (await hall.site.http.post("/api/join", json={"token": token})).json()["role"] == Role.ORGANIZER
    await hall.office.done("POST", f"/colleagues/{(await hall.colleague())['id']}/revoke")
    assert refusal(await hall.site.http.post("/api/join", json={"token": token})) == (410, "link_revoked")


async def test_a_link_of_ones_own_is_given_to_nobody_else(hall: TownHall) -> None:
    office = await hall.join()
    await office.done("POST", f"/workshops/{WORKSHOP}/enter", {})
    links = await asyncio.to_thread(links_for_all, hall.site.house, WORKSHOP)
    assert {link.label for link in links.values()} == {""}


async def test_whoever_is_shut_out_on_the_way_into_a_workshop_stays_out(hall: TownHall) -> None:
    await hall.join()
    house, colleagues = hall.site.house, Colleagues(hall.site.house.engine)
    (claire,) = await asyncio.to_thread(colleagues.all)
    asking = Staff(claire.id, claire.name, claire.role, claire)
    await hall.office.done("POST", f"/colleagues/{claire.id}/revoke")
    passes = Passes(house, colleagues, lambda link: None)
    with pytest.raises(Refused, match="session_unknown"):
        await asyncio.to_thread(passes.of, asking, WORKSHOP)
    links = await asyncio.to_thread(house.links.of, WORKSHOP)
    assert [link.revoked_at is None for link in links if link.label == PASS] == [False]


async def test_a_role_that_changed_is_signed_in_to_anew(hall: TownHall) -> None:
    office = await hall.join()
    colleague = await hall.colleague()
    await hall.office.done("PUT", f"/colleagues/{colleague['id']}/role", {"role": "administrator"})
    assert refusal(await office.ask("GET", "")) == (401, "session_unknown")
    attempt, code = await hall.ask_code(), await hall.code()
    office = hall.of(await hall.post("/code/session", attempt=attempt, code=code))
    assert (await office.done("GET", "/colleagues"))["colleagues"][0]["role"] == "administrator"
    own = f"/colleagues/{colleague['id']}"
    assert refusal(await office.ask("POST", f"{own}/revoke")) == (422, "own_role")
    assert refusal(await office.ask("PUT", f"{own}/role", {"role": "organizer"})) == (422, "own_role")
    assert refusal(await hall.office.ask("POST", f"{own}/revoke")) == (409, "last_administrator")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"email": "claire", "name": "Claire", "role": "organizer"}, "email_invalid"),
        ({"email": CLAIRE, "name": "  ", "role": "organizer"}, "empty"),
        ({"email": CLAIRE, "name": "Claire", "role": "owner"}, "invalid"),
    ],
)
async def test_an_invitation_that_cannot_be_is_refused(hall: TownHall, body: dict[str, Any], code: str) -> None:
    assert refusal(await hall.office.ask("POST", "/colleagues", body))[1] == code


async def test_every_act_in_the_studio_has_a_word(site: Site) -> None:
    acts = {name for name, methods in endpoints(site).items() if not methods & {"GET", "HEAD"}}
    assert acts - ACTS.keys() - set(UNWRITTEN) == set()
    known = endpoints(site).keys() | {"Editions.file", "Exports.archive", "Exports.minutes"}
    assert ACTS.keys() - known == set()


async def test_the_log_says_who_did_what_and_nothing_of_citizens(hall: TownHall) -> None:
    office = await hall.join(role="administrator")
    process = await office.process()
    assert refusal(await office.ask("POST", "/processes", {"face": FACE})) == (409, "slug_taken")
    await office.ask("GET", f"/processes/{process['process']['id']}/export")
    entered = await office.done("POST", f"/workshops/{WORKSHOP}/enter", {})
    await hall.site.join(name="Jeanne Citoyenne")
    await hall.site.http.get("/api/minutes.md", headers=bearer(entered["session"]))
    log = await office.done("GET", "/log")
    assert {(act["name"], act["act"], act["about"]) for act in log["acts"] if act["who"] != hall.office.link.id} == {
        ("", "minutes.export", WORKSHOP),
        ("Claire", "workshop.enter", WORKSHOP),
        ("Claire", "process.export", process["process"]["id"]),
        ("Claire", "process.add", ""),
        ("Claire", "session.begin", ""),
    }
    assert len(log["acts"]) == 7
    sheet = (await office.ask("GET", "/log.csv?lang=fr")).text
    assert "process.add" in sheet
    kept = await asyncio.to_thread(Acts(hall.site.house.engine).latest, 100)
    written = f"{kept}{sheet}"
    for secret in ("Jeanne", TITLE, CLAIRE, entered["session"], office.headers["Authorization"][7:]):
        assert secret not in written


async def test_the_status_page_says_how_the_installation_is(hall: TownHall, office: Office) -> None:
    hall.mail.says = "451 later"
    await hall.office.done("POST", "/colleagues", {"email": CLAIRE, "name": "Claire", "role": "organizer"})
    await asyncio.wait_for(hall.mail.asked.wait(), 30)
    status = await hall.office.done("GET", "/status")
    assert status["database"]["kind"] == "sqlite"
    assert (status["redis"], status["media"]) == (None, None)
    assert (status["mail"]["server"], status["mail"]["waiting"]) == ("127.0.0.1", 1)
    assert status["disk"]["free"] <= status["disk"]["total"]
    assert CLAIRE not in str(status)


async def test_a_sign_of_life_for_which_there_is_no_room_is_not_the_last(site: Site) -> None:
    beating = Beating(site.house, site.app.state.realtime, Lag())
    with no_room():
        await beating.beat()
    await beating.beat()
    assert await asyncio.to_thread(Beats(site.house.engine).all, site.house.now())
