"""Our media worker, driven as the web process drives it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Self

from bench.media.filling import Filled, roles_of, several
from bench.media.measuring import Process, on_server_core
from bench.media.scenes import Person, Scene
from facilitation.stage import Seat
from media.control import FromWorker, LineRole, Metrics, Wish
from media.host import Worker, WorkerArguments
from media.light import Crowd, LightClient
from rooms.ids import ParticipantId, RoomId, WorkshopId

WORKSHOP = WorkshopId("bench")
AT_ONCE = 8
PAGE: tuple[LineRole, ...] = ("voice",) * 4 + ("face",) * 12 + ("shared",)
"""The lines on which the page of a large screen receives."""
DOWNLINK = 20_000_000
"""What listeners say they can receive, in bits a second: nothing is held back."""
METRICS_S = 60.0


class Palabre:
    """Use it as a context."""

    def __init__(self, crowd: Crowd, address: str) -> None:
        self._crowd = crowd
        self._worker = Worker(WorkerArguments(addresses=(address,)))
        self._worker.hear = self._hear
        self._clients: dict[str, LightClient] = {}
        self._told: asyncio.Future[dict[str, float]] = asyncio.get_running_loop().create_future()
        self.blocked_s: list[float] = []
        self.slices_s: list[float] = []
        """The longest of each run."""

    async def __aenter__(self) -> Self:
        with on_server_core():
            await self._worker.start()
        if self._worker.ready is None:
            # On a busy machine it takes its time, and then says how it is.
            await self._measured()
        assert self._worker.process is not None
        self.process = Process(self._worker.process.pid)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._worker.stop()

    async def warmed(self) -> None:
        """Until it has measured itself: its longest times are those since it last did."""
        await self._measured()

    async def passed(self) -> None:
        values = await self._measured()
        self.blocked_s.append(values["loop_late_s"])
        self.slices_s.append(values["slice_longest_s"])

    async def _measured(self) -> dict[str, float]:
        self._told = asyncio.get_running_loop().create_future()
        return await asyncio.wait_for(self._told, METRICS_S)

    def _hear(self, message: FromWorker) -> None:
        if isinstance(message, Metrics) and not self._told.done():
            self._told.set_result(message.values)

    async def fill(self, scene: Scene, expected: Sequence[Person] = ()) -> Filled:
        """`expected` are those for whom there are seats, and who may come later."""
        self._worker.open(WORKSHOP, "bench", 1, map(seat, [*scene.people, *expected]))
        speaking = await several(partial(self._enter, scene), scene.speakers, AT_ONCE)
        return Filled(speaking, await several(partial(self._enter, scene), scene.listeners, AT_ONCE))

    async def _enter(self, scene: Scene, person: Person) -> LightClient:
        """Once: who speaks listens over the same connection."""
        if person.name not in self._clients:
            self._clients[person.name] = client = self.client(person)
            await self.enter(scene, person, client)
        return self._clients[person.name]

    def client(self, person: Person) -> LightClient:
        client = LightClient(self._crowd, [*roles_of(person), *(PAGE if person.listens else ())], simulcast=False)
        client.estimate = DOWNLINK
        return client

    async def enter(self, scene: Scene, person: Person, client: LightClient) -> None:
        participant = ParticipantId(person.name)
        faces = len(scene.others(person))
        wish = Wish(microphone=person.microphone, camera=person.camera, layout="grid", faces=faces)
        answer = await self._worker.offer(WORKSHOP, participant, person.name, client.offer, client.lines, "desktop")
        await self._worker.wish(WORKSHOP, participant, person.name, wish)
        await client.connect(answer)


def seat(person: Person) -> Seat:
    return Seat(
        participant=ParticipantId(person.name),
        room=RoomId(f"room {person.room}"),
        microphone=person.microphone,
        camera=person.camera,
        screen=False,
    )
