"""A revoked link ends the connections that came by it, whichever process it was revoked in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from httpx2 import AsyncClient

from persistence.sessions import ALL, SessionEnd, SessionEnds
from realtime.client import Client, Unwelcome
from realtime.neighbours import Ended
from rooms.people import Participant
from rooms.permissions import Role
from tests.serving import WORKSHOP, Served
from tests.web.site import bearer
from web.robots import address_and_token, join
from web.sharing import Revocations


class Here:
    """A process that is told what to end."""

    def __init__(self) -> None:
        self.cuts: list[str] = []
        self.ended: list[Ended] = []

    def cut(self, link: str) -> None:
        self.cuts.append(link)

    def end_sessions(self, ended: Ended) -> None:
        self.ended.append(ended)


async def session(server: Served, role: Role) -> str:
    return await asyncio.to_thread(join, *address_and_token(server.links[role]), "Sam")


@asynccontextmanager
async def connected(server: Served, role: Role) -> AsyncIterator[asyncio.Task[None]]:
    client = Client(server.url, await session(server, role))
    running = asyncio.create_task(client.run())
    await client.is_here.wait()
    yield running
    running.cancel()


def link_id(server: Served, role: Role) -> str:
    return address_and_token(server.links[role])[1].split(".")[0]


async def test_who_came_by_a_link_is_sent_away_when_it_is_revoked(server: Served) -> None:
    organizer = bearer(await session(server, Role.ORGANIZER))
    async with connected(server, Role.PARTICIPANT) as gone, connected(server, Role.VIEWER) as staying:
        async with AsyncClient(base_url=server.url) as http:
            await http.post(f"/api/links/{link_id(server, Role.PARTICIPANT)}/revoke", headers=organizer)
        with pytest.raises(Unwelcome, match="link_revoked"):
            await asyncio.wait_for(gone, 5)
        assert not staying.done()


async def test_a_link_revoked_by_another_process_is_noticed(server: Served) -> None:
    here = Here()
    revocations = Revocations(server.house.gateway, server.house.links, SessionEnds(server.house.engine), here)
    async with connected(server, Role.VIEWER):
        await revocations.look()
        assert here.cuts == []
        link = link_id(server, Role.VIEWER)
        # In a thread: the server's own batch may hold the database, and needs this loop to end.
        await asyncio.to_thread(server.house.links.revoke, link, server.house.now())
        await revocations.look()
        assert here.cuts == [link]


async def test_who_left_everywhere_through_another_process_is_noticed(server: Served) -> None:
    ends, here = SessionEnds(server.house.engine), Here()
    async with connected(server, Role.PARTICIPANT):
        (sam,) = server.state.all(Participant)
        await asyncio.to_thread(ends.add, SessionEnd(WORKSHOP, sam.id, ALL, 7, 7))
        await Revocations(server.house.gateway, server.house.links, ends, here).look()
    assert here.ended == [Ended(workshop=WORKSHOP, participant=sam.id, before=7)]


async def test_a_revoked_session_opens_no_connection(server: Served) -> None:
    token = await session(server, Role.PARTICIPANT)
    await asyncio.to_thread(server.house.links.revoke, link_id(server, Role.PARTICIPANT), server.house.now())
    with pytest.raises(Unwelcome, match="link_revoked"):
        await asyncio.wait_for(Client(server.url, token).run(), 5)
