"""Calls from Python, over a whole server with a real worker: they come about, end, and come about again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import pytest
import pytest_asyncio

from media.control import LineRole, Wish
from media.host import Worker, WorkerArguments
from media.light import Crowd, LightClient, Received
from realtime.caller import Caller
from realtime.client import Client
from rooms.ids import ParticipantId
from rooms.permissions import Role
from tests.realtime.raw import session
from tests.serving import Served, serving
from web.settings import Settings

ROLES: tuple[LineRole, ...] = ("microphone", "voice", "voice")
LOUD = 128 + 30
FRAME = bytes(range(80))
PACE_S = 0.02


class Person:
    """Speaks, once connected, and notes what comes."""

    def __init__(self, client: Client, crowd: Crowd) -> None:
        self.client = client
        self.caller = Caller(client, crowd, ROLES)
        self.caller.wish = Wish(microphone=True, layout="none", faces=0)
        self.caller.on_connected = self._connected
        self.came: set[ParticipantId] = set()
        self.stirred = asyncio.Event()

    @property
    def id(self) -> ParticipantId:
        assert self.client.store.you is not None
        return self.client.store.you.participant

    def _connected(self, light: LightClient) -> None:
        self.came.clear()
        light.on_packet = self._take

    def _take(self, received: Received, data: bytes) -> None:
        if fed := self.caller.slots.get(received.mid):
            self.came.add(fed.participant)
            self.stirred.set()

    async def hears(self, other: Person) -> None:
        await self.until(lambda: other.id in self.came)

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while not is_so():
                self.stirred.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.1):
                        await self.stirred.wait()

    async def speak(self) -> None:
        stamp = 0
        while True:
            if self.caller.light is not None:
                self.caller.light.sending["microphone", ""].send(FRAME, stamp, level=LOUD)
            stamp += 960
            await asyncio.sleep(PACE_S)


@asynccontextmanager
async def people(server: Served, *names: str) -> AsyncIterator[list[Person]]:
    """The first one speaks."""
    async with Crowd() as crowd, asyncio.TaskGroup() as group:
        found = []
        for name in names:
            client = Client(server.url, await session(server, Role.PARTICIPANT, name))
            found.append(Person(client, crowd))
        tasks = [group.create_task(each.client.run()) for each in found]
        tasks += [group.create_task(each.caller.run()) for each in found]
        tasks.append(group.create_task(found[0].speak()))
        for each in found:
            await each.client.is_here.wait()
        yield found
        for task in tasks:
            task.cancel()


@pytest.fixture
def worker() -> Worker:
    return Worker(WorkerArguments(addresses=("127.0.0.1",)))


@pytest_asyncio.fixture
async def server(settings: Settings, worker: Worker) -> AsyncIterator[Served]:
    async with serving(settings, media=worker) as served:
        yield served


async def test_one_calls_and_hears_and_is_told_who_speaks(server: Served) -> None:
    async with people(server, "Ana", "Bo") as (ana, bo):
        await bo.hears(ana)
        assert bo.client.store.you is not None
        scene = bo.caller.scene(bo.client.store.you.room)
        await bo.until(lambda: scene.voices == (ana.id,) and scene.dominant == ana.id)
        await bo.until(lambda: ana.id in scene.people and scene.people[ana.id].microphone)
        await ana.until(lambda: ana.caller.wanted.microphone)

        ana.caller.wish = Wish()
        await bo.until(lambda: not bo.caller.slots)
        assert (bo.caller.calls, bo.caller.failures, bo.caller.waits_since) == (1, {}, None)


async def test_a_call_is_made_again_after_the_worker_has_died(server: Served, worker: Worker) -> None:
    async with people(server, "Ana", "Bo") as (ana, bo):
        await bo.hears(ana)
        assert worker.process is not None
        worker.process.kill()
        await bo.until(lambda: bo.caller.calls == 2)
        await bo.hears(ana)


async def test_a_lost_socket_does_not_end_a_call(server: Served) -> None:
    async with people(server, "Ana", "Bo") as (ana, bo):
        await bo.hears(ana)
        assert bo.client._websocket is not None
        await bo.client._websocket.close()
        await bo.until(lambda: bo.client.reconnections == 1 and bo.client.is_here.is_set())
        bo.came.clear()
        await bo.hears(ana)
        assert bo.caller.calls == 1


async def test_nobody_calls_while_the_workshop_is_in_writing(server: Served) -> None:
    await server.do("workshop.media", media="text")
    async with people(server, "Ana", "Bo") as (ana, bo):
        await server.do("workshop.media", media="audio")
        await bo.hears(ana)
        await server.do("workshop.media", media="text")
        await bo.until(lambda: bo.caller.light is None)
        await server.do("workshop.media", media="video")
        await bo.until(lambda: bo.caller.calls == 2)
        await bo.hears(ana)
        assert bo.caller.failures == {}


async def test_nobody_calls_where_there_are_no_calls(settings: Settings) -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving(settings))
        crowd = await stack.enter_async_context(Crowd())
        client = Client(server.url, await session(server, Role.PARTICIPANT))
        running = asyncio.create_task(client.run())
        caller = Caller(client, crowd, ROLES)
        async with asyncio.timeout(20):
            await caller.run()
        assert (caller.is_off, caller.calls, caller.failures) == (True, 0, {})
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_a_worker_that_is_not_reached_is_told(settings: Settings) -> None:
    # Nobody is at that port.
    far = Worker(WorkerArguments(addresses=("127.0.0.1",), announced=("127.0.0.1:1",)))
    async with serving(settings, media=far) as server, people(server, "Ana") as (ana,):
        await ana.until(lambda: ana.caller.failures["not_reached"] == 1)
        assert ana.caller.waits_since is not None
