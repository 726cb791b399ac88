"""The whole way with a real worker: sockets, seats, packets. What a command says is heard, or is not, at once."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from media.control import FromWorker, Spoken
from media.host import Worker, WorkerArguments
from media.light import Crowd, LightClient
from rooms.agenda import Room, RoomKind
from rooms.permissions import Role
from rooms.speech import Speech
from tests.realtime.raw import Raw, raw, session
from tests.serving import Served, serving
from web.settings import Settings

LOUD = 128 + 30
"""Voice, at -30 dBov."""
FRAME = bytes(range(80))
"""As long as 20 ms of speech are in Opus."""
PACE_S = 0.02


class Caller:
    """A page and its connection: says who is behind its slots, and speaks when told to."""

    def __init__(self, page: Raw, crowd: Crowd) -> None:
        self.page = page
        self.crowd = crowd
        self.id: str = page.events[0][1]["you"]["participant"]
        self.connection = ""
        self.client: LightClient

    async def call(self) -> None:
        self.connection = secrets.token_hex(16)
        self.client = LightClient(self.crowd, ("microphone", "voice", "voice"))
        answer = await self.page.socket.call("media.offer", self.offer())
        await self.client.connect(answer["sdp"])
        await self.wish(microphone=True)

    def offer(self) -> dict[str, Any]:
        return {"connection": self.connection, "sdp": self.client.offer, "lines": self.client.lines}

    async def wish(self, **wish: Any) -> None:
        assert await self.page.socket.call("media.wish", {"connection": self.connection, **wish}) == {}

    async def speak(self) -> None:
        """Until cancelled, in the pace of speech."""
        sending = self.client.sending["microphone", ""]
        stamp = 0
        while True:
            sending.send(FRAME, stamp, level=LOUD)
            stamp += 960
            await asyncio.sleep(PACE_S)

    def heard(self) -> set[str]:
        """Who is behind the slots, as told last."""
        told = [value for event, value in self.page.events if event == "media.slots"]
        slots = [value for value in told if value["connection"] == self.connection]
        return {fed["participant"] for fed in slots[-1]["slots"].values()} if slots else set()

    def packets(self) -> int:
        return sum(received.packets for received in self.client.received.values())


@pytest.fixture
async def worker() -> Worker:
    return Worker(WorkerArguments(addresses=("127.0.0.1",)))


@pytest.fixture
async def server(settings: Settings, worker: Worker) -> AsyncIterator[Served]:
    async with serving(settings, media=worker) as served:
        yield served


@asynccontextmanager
async def callers(server: Served, *names: str) -> AsyncIterator[list[Caller]]:
    async with Crowd() as crowd, AsyncExitStack() as stack:
        opened = []
        for name in names:
            page = await stack.enter_async_context(raw(server, await session(server, Role.PARTICIPANT, name)))
            opened.append(Caller(page, crowd))
            await opened[-1].call()
        async with asyncio.TaskGroup() as group:
            speaking = group.create_task(opened[0].speak())
            yield opened
            speaking.cancel()


async def more_packets(caller: Caller) -> None:
    """Raises TimeoutError when none come."""
    came = asyncio.Event()
    caller.client.on_packet = lambda received, payload: came.set()
    async with asyncio.timeout(10):
        await came.wait()


async def test_a_voice_is_heard_where_the_state_says(server: Served) -> None:
    await server.do("room.add", name="Bancs")
    group = next(room.id for room in server.state.all(Room) if room.room_kind is RoomKind.GROUP)
    async with callers(server, "Ana", "Bo") as (ana, bo):
        await bo.page.until(lambda: bo.heard() == {ana.id})
        await more_packets(bo)
        await bo.page.until(lambda: any(e == "media.speaking" and ana.id in v["voices"] for e, v in bo.page.events))

        await server.do("person.mute", person=ana.id)
        await bo.page.until(lambda: bo.heard() == set())
        assert "seq" in await ana.page.do("person.unmute", person=ana.id)
        await bo.page.until(lambda: bo.heard() == {ana.id})

        await server.do("person.move", person=ana.id, room=group)
        await bo.page.until(lambda: bo.heard() == set())
        before = bo.packets()
        await server.do("person.move", person=bo.id, room=group)
        assert bo.packets() == before, "between the rooms nothing was heard"
        await bo.page.until(lambda: bo.heard() == {ana.id})
        await more_packets(bo)


async def test_everybody_is_back_after_the_worker_has_died(server: Served, worker: Worker) -> None:
    async with callers(server, "Ana", "Bo") as (ana, bo):
        await bo.page.until(lambda: bo.heard() == {ana.id})
        assert worker.process is not None
        worker.process.kill()
        for caller in (bo, ana):
            await caller.page.first("media.restart")
            await caller.call()
        again = asyncio.create_task(ana.speak())
        await bo.page.until(lambda: bo.heard() == {ana.id})
        await more_packets(bo)
        again.cancel()


async def spoken(worker: Worker) -> None:
    """The worker has told how long people spoke."""
    told, hear = asyncio.Event(), worker.hear

    def heard(message: FromWorker) -> None:
        hear(message)
        if isinstance(message, Spoken):
            told.set()

    worker.hear = heard
    await told.wait()


async def test_who_speaks_is_counted_and_written_at_the_end(settings: Settings, worker: Worker) -> None:
    async with serving(settings, media=worker) as server:
        async with callers(server, "Ana", "Bo") as (ana, bo):
            await bo.page.until(lambda: bo.heard() == {ana.id})
            async with asyncio.timeout(10):
                await spoken(worker)
        assert not list(server.state.all(Speech))
    (speech,) = server.state.all(Speech)
    assert speech.participant == ana.id
    assert 0 < speech.ms < 10_000
    assert worker.process is not None
    assert worker.process.returncode is not None, "it ends with its server"
    with pytest.raises(ProcessLookupError):
        os.kill(worker.process.pid, 0)
