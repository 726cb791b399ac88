"""Scripted participants who talk and show a face, over a whole server with a real worker."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
import pytest_asyncio

from media.control import FromWorker, Slots, Speaking, Spoken
from media.host import Worker, WorkerArguments
from rooms.activities.discussion import Message
from rooms.agenda import Room, RoomKind
from rooms.ids import ParticipantId
from rooms.people import Participant
from rooms.permissions import Role
from tests.serving import Served, serving
from web.robots import Plan, Summary, run
from web.settings import Settings

COUNT, FACES = 4, 2


@dataclass
class Watched:
    """A worker, and what it said."""

    worker: Worker = field(default_factory=lambda: Worker(WorkerArguments(addresses=("127.0.0.1",))))
    spoken_ms: Counter[ParticipantId] = field(default_factory=Counter)
    speaking: tuple[ParticipantId, ...] = ()
    slots: dict[ParticipantId, Slots] = field(default_factory=dict)
    said: asyncio.Event = field(default_factory=asyncio.Event)

    def listen(self) -> None:
        """Once the server has begun to."""
        hear = self.worker.hear

        def heard(message: FromWorker) -> None:
            hear(message)
            match message:
                case Speaking(voices=voices):
                    self.speaking = voices
                case Spoken(spoken=spoken):
                    self.spoken_ms.update({each.participant: each.ms for each in spoken})
                case Slots(participant=participant):
                    self.slots[participant] = message
            self.said.set()

        self.worker.hear = heard

    async def until(self, is_so: Callable[[], bool], within_s: float = 60) -> None:
        async with asyncio.timeout(within_s):
            while not is_so():
                self.said.clear()
                await self.said.wait()

    def see(self, source: str) -> set[ParticipantId]:
        """To whom somebody's microphone or camera is given now."""
        return {who for who, slots in self.slots.items() if any(fed.source == source for fed in slots.slots.values())}


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest_asyncio.fixture
async def server(settings: Settings, watched: Watched) -> AsyncIterator[Served]:
    async with serving(settings, media=watched.worker) as served:
        watched.listen()
        yield served


@asynccontextmanager
async def robots(
    server: Served, role: Role = Role.PARTICIPANT, **fields: object
) -> AsyncIterator[asyncio.Task[Summary]]:
    plan = Plan(**({"count": COUNT, "link": server.links[role], "talk": True, "faces": FACES} | fields))  # type: ignore[arg-type]
    running = asyncio.create_task(run(plan, lambda line: None))
    yield running
    if not running.done():
        running.cancel()
        await running


async def over(running: asyncio.Task[Summary]) -> Summary:
    running.cancel()
    return await running


async def test_robots_hear_and_see_each_other(server: Served, watched: Watched) -> None:
    async with robots(server) as running:
        await watched.until(lambda: len(watched.see("camera")) == COUNT)
        await watched.until(lambda: max(watched.spoken_ms.values(), default=0) > 3000)
        summary = await over(running)
    assert summary.is_sound, summary
    assert summary.calls_failed == {}
    assert len(summary.receptions) == COUNT
    for reception in summary.receptions:
        assert reception.calls == 1
        assert reception.first_sound_ms is not None
        assert reception.first_picture_ms is not None
        assert reception.pictures > 0
        assert 1 <= reception.seen <= FACES
    assert sum(reception.heard > 0 for reception in summary.receptions) >= COUNT - 1
    assert "Amina (robot 1)" in str(summary)


async def test_robots_without_faces_get_no_pictures(server: Served, watched: Watched) -> None:
    async with robots(server, faces=0) as running:
        await watched.until(lambda: watched.spoken_ms.total() > 1000)
        summary = await over(running)
    assert summary.is_sound, summary
    assert watched.see("camera") == set()
    assert [reception.pictures for reception in summary.receptions] == [0] * COUNT
    assert all(reception.sound > 0 for reception in summary.receptions)


async def test_only_who_has_the_floor_speaks_on_a_stage(server: Served, watched: Watched) -> None:
    plenary = next(room.id for room in server.state.all(Room) if room.room_kind is RoomKind.PLENARY)
    await server.do("room.stage", room=plenary, stage="speakers")
    async with robots(server) as running:
        await server.until(lambda: sum(1 for _ in server.state.all(Participant)) == COUNT)
        chosen = next(person.id for person in server.state.all(Participant) if person.name.startswith("Driss"))
        await server.do("floor.give", person=chosen)
        await watched.until(lambda: watched.spoken_ms.total() > 2000)
        assert set(watched.spoken_ms) == {chosen}
        await server.do("person.mute", person=chosen)
        await watched.until(lambda: watched.speaking == ())
        # It has the floor, so it soon unmutes itself.
        await watched.until(lambda: watched.speaking == (chosen,))
        summary = await over(running)
    assert summary.is_sound, summary
    assert [reception.heard for reception in summary.receptions if reception.name.startswith("Driss")] == [0]


async def test_viewers_listen(server: Served, watched: Watched) -> None:
    async with robots(server) as speaking, robots(server, role=Role.VIEWER, count=1) as watching:
        await server.until(lambda: any(person.role is Role.VIEWER for person in server.state.all(Participant)))
        viewers = {person.id for person in server.state.all(Participant) if person.role is Role.VIEWER}
        await watched.until(lambda: viewers <= watched.see("camera"))
        await watched.until(lambda: watched.spoken_ms.total() > 2000)
        seen = await over(watching)
        await over(speaking)
    assert seen.is_sound, seen
    (reception,) = seen.receptions
    assert reception.sound > 0
    assert reception.seen == FACES
    assert not viewers & set(watched.spoken_ms)


async def test_robots_call_again_when_the_worker_has_died(server: Served, watched: Watched) -> None:
    async with robots(server) as running:
        await watched.until(lambda: len(watched.see("microphone")) == COUNT)
        assert watched.worker.process is not None
        watched.slots.clear()
        watched.worker.process.kill()
        await watched.until(lambda: len(watched.see("microphone")) == COUNT)
        summary = await over(running)
    assert summary.is_sound, summary
    assert [reception.calls for reception in summary.receptions] == [2] * COUNT


@pytest.mark.parametrize("is_installed", [True, False])
async def test_where_nobody_calls_robots_write(settings: Settings, is_installed: bool) -> None:
    worker = Worker(WorkerArguments(addresses=("127.0.0.1",))) if is_installed else None
    async with serving(settings, media=worker) as server:
        if is_installed:
            await server.do("workshop.media", media="text")
        async with robots(server, rate=1200) as running:
            await server.until(lambda: sum(1 for _ in server.state.all(Message)) > 2 * COUNT)
            summary = await over(running)
    assert summary.is_sound, summary
    assert summary.acknowledged > 0
    assert [reception.calls for reception in summary.receptions] == [0] * COUNT
    assert str(summary).splitlines()[-1].endswith("voice and video are switched off")
