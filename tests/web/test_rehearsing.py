"""A workshop is tried out: a copy with robots in it, of which nothing stays."""

from __future__ import annotations

import asyncio
import sys
from typing import Any
from urllib.request import Request, urlopen

import pytest

from persistence.overview import Workshops
from realtime.gateway import Live
from rooms.agenda import Room, Step, Workshop
from rooms.ids import WorkshopId
from rooms.permissions import Role
from rooms.registration import Registration
from tests.serving import WORKSHOP, Served
from web import rehearsing
from web.rehearsing import GUESTS, KEPT_MS, Crowd, Rehearsals
from web.robots import Failed, address_and_token, join
from web.robots.asking import ask
from web.sharing import ROBOTS


async def come(server: Served, role: Role) -> str:
    address, token = await asyncio.to_thread(address_and_token, server.links[role])
    return await asyncio.to_thread(join, address, token, "Farid")


async def asked(server: Served, session: str, path: str, wish: Any = None) -> Any:
    return await asyncio.to_thread(ask, server.url, session, path, wish)


async def delete(server: Served, session: str, path: str) -> None:
    request = Request(f"{server.url}{path}", headers={"Authorization": f"Bearer {session}"}, method="DELETE")
    await asyncio.to_thread(lambda: urlopen(request).close())


async def rehearsal(server: Served, robots: int = 0, role: Role = Role.FACILITATOR) -> tuple[Live, str]:
    session = await come(server, role)
    entered = await asked(server, session, "/api/rehearsal", {"robots": robots, "minutes": 5})
    return await server.house.gateway.open(WorkshopId(entered["workshop"])), entered["session"]


def robots_in(live: Live) -> int:
    return len(live.telling.people)


async def test_a_server_that_ends_does_not_wait_for_robots(server: Served) -> None:
    rehearsals = Rehearsals(server.house, Workshops(server.house.engine), lambda link: None)
    stubborn = await asyncio.create_subprocess_exec(sys.executable, "-c", "import time; time.sleep(600)")
    rehearsals._crowds[WORKSHOP] = Crowd(stubborn)
    await asyncio.wait_for(rehearsals.stop(), rehearsing.ENDS_S / 2)
    assert stubborn.returncode is not None


async def test_robots_fill_a_copy_and_leave_it_and_nothing_of_it_stays(server: Served) -> None:
    await server.do("step.add", title="Ensemble", minutes=60)
    await server.do("room.add", name="Végétal", capacity=1)
    asking = {"title": "Quartier", "options": ["Centre", "Gare"], "required": True}
    await server.do("registration.ask", asking=asking)
    live, session = await rehearsal(server, robots=3)
    workshop = next(live.state.all(Workshop))
    assert (workshop.rehearsal, workshop.pace) == (True, 12)
    assert [step.title for step in live.state.all(Step)] == ["Ensemble"]
    (group,) = (room for room in live.state.all(Room) if room.name == "Végétal")
    assert group.capacity == 3 + GUESTS
    await server.until(lambda: robots_in(live) == 3)
    assert len(list(live.state.all(Registration))) == 3
    links = await asked(server, session, "/api/links")
    assert ROBOTS not in {link["label"] for link in links["links"]}

    await asked(server, session, "/api/rehearsal/robots", {"robots": 0})
    await asked(server, session, "/api/rehearsal/robots", {"robots": 2})
    await server.until(lambda: robots_in(live) == 2)
    named = [person.id for person in live.state.shelf("kind", "participant")]
    assert len(named) == 4, "robots come back as who they were"

    await delete(server, session, "/api/rehearsal")
    assert live.id not in server.house.journal.heads()
    assert WORKSHOP in server.house.journal.heads()
    with pytest.raises(Failed):
        await asked(server, session, "/api/links")


async def test_of_two_crowds_that_are_sent_at_once_one_stays_and_can_be_recalled(server: Served) -> None:
    live, session = await rehearsal(server)
    both = (asked(server, session, "/api/rehearsal/robots", {"robots": count}) for count in (1, 2))
    await asyncio.gather(*both)
    await server.until(lambda: robots_in(live) > 0)
    await asked(server, session, "/api/rehearsal/robots", {"robots": 0})
    await server.until(lambda: robots_in(live) == 0)


async def test_a_server_carries_so_many_rehearsals_with_robots(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsing, "CROWDS_MAX", 0)
    with pytest.raises(Failed, match="too_many_rehearsals"):
        await rehearsal(server, robots=1)
    assert set(server.house.journal.heads()) == {WORKSHOP}
    _, session = await rehearsal(server)
    with pytest.raises(Failed, match="too_many_rehearsals"):
        await asked(server, session, "/api/rehearsal/robots", {"robots": 1})


async def test_it_goes_by_itself_after_some_days_and_workshops_stay(server: Served) -> None:
    live, _ = await rehearsal(server)
    workshops = Workshops(server.house.engine)
    rehearsals = Rehearsals(server.house, workshops, server.cut)
    await rehearsals.sweep()
    assert live.id in server.house.journal.heads()
    later = server.house.now() + KEPT_MS + 1
    object.__setattr__(server.house, "now", lambda: later)
    await rehearsals.sweep()
    assert set(server.house.journal.heads()) == {WORKSHOP}


async def test_what_is_done_to_a_rehearsal_is_done_to_no_workshop(server: Served) -> None:
    session = await come(server, Role.ORGANIZER)
    for path, wish in (("/api/rehearsal/robots", {"robots": 1}), ("/api/rehearsal", {"robots": 61, "minutes": 5})):
        with pytest.raises(Failed) as failed:
            await asked(server, session, path, wish)
        assert str(failed.value) == ("not_a_rehearsal" if "robots/" in f"{path}/" else "invalid")
    citizen = await come(server, Role.PARTICIPANT)
    with pytest.raises(Failed, match="not_allowed"):
        await asked(server, citizen, "/api/rehearsal", {"robots": 1, "minutes": 5})


async def test_minutes_of_a_rehearsal_are_not_published(server: Served) -> None:
    _, session = await rehearsal(server, role=Role.ORGANIZER)
    with pytest.raises(Failed, match="rehearsal"):
        await asked(server, session, "/api/minutes/1/publish", {})
