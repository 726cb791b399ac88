"""Browsers with fake cameras that call a media worker directly, without Palabre's pages: what they send and get."""

from __future__ import annotations

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

from facilitation.stage import Seat
from media.addresses import own_addresses
from media.control import FromWorker, Metrics, Slots, Speaking, Stands, Wanted, Wish
from media.host import Worker, WorkerArguments
from rooms.ids import ParticipantId, RoomId, WorkshopId
from tests.e2e.tabs import Tab

SCRIPT = (Path(__file__).parent / "one_connection.js").read_text()
WORKSHOP = WorkshopId("workshop")
QUIET_S = 0.7
SMALL, LARGE = (640, 360), (960, 540)
"""Sizes of a picture. Of the small one Chromium sends two layers, of the large one all three."""
SOON_S = 40.0
"""A browser on a busy machine takes its time."""


def seat(name: str, room: str = "hall", **fields: Any) -> Seat:
    may = {"microphone": True, "camera": True, "screen": True}
    return Seat(participant=ParticipantId(name), room=RoomId(room), **(may | fields))


class Studio:
    """A worker, who sits where, and what the worker said to whom."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.seats: dict[str, Seat] = {}
        self.generation = 0
        self.slots: dict[str, Slots] = {}
        self.wanted: dict[str, Wanted] = {}
        self.standing: dict[str, list[str]] = defaultdict(list)
        self.speaking: dict[str, Speaking] = {}
        self.metrics: dict[str, float] = {}
        self._said = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        worker.hear = self._hear

    def _hear(self, message: FromWorker) -> None:
        match message:
            case Slots():
                self.slots[message.connection] = message
            case Wanted():
                self.wanted[message.connection] = message
            case Stands():
                self.standing[message.connection].append(message.standing)
            case Speaking():
                self.speaking[message.room] = message
            case Metrics():
                self.metrics = message.values
            case _:
                pass
        task = asyncio.get_running_loop().create_task(self._notify())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _notify(self) -> None:
        async with self._said:
            self._said.notify_all()

    async def said(self, is_so: Callable[[], bool], within_s: float = SOON_S) -> None:
        """Until what the worker said makes it so."""
        async with asyncio.timeout(within_s), self._said:
            await self._said.wait_for(is_so)

    def sit(self, *seats: Seat) -> None:
        is_first = not self.seats
        self.generation += 1
        self.seats.update((each.participant, each) for each in seats)
        if is_first:
            self.worker.open(WORKSHOP, "epoch", self.generation, seats)
        else:
            self.worker.reseat(WORKSHOP, "epoch", self.generation, seats)


class Picture(NamedTuple):
    """As a page showed it."""

    mid: str
    at: float
    width: int
    hue: int

    def is_of(self, hue: int) -> bool:
        return abs((self.hue - hue + 180) % 360 - 180) < 40


class Caller:
    """One person in one tab. `connection` is a new one after each `call`."""

    def __init__(self, studio: Studio, tab: Tab, name: str) -> None:
        self.studio, self.tab, self.name = studio, tab, name
        self.connection = ""
        self.calls = 0
        self.lines: dict[str, str] = {}

    async def call(self, device: Any = "desktop", captures: bool = True, **shape: Any) -> None:
        """Offer once, be answered, send what the browser's own fake camera and microphone give."""
        await self.prepare()
        if captures:
            await self.tab.evaluate("call.capture()")
        await self.connect(device, **shape)
        await self.tab.evaluate("call.send()" if captures else "call.prime()")

    async def talk(self, hue: int, size: tuple[int, int] = SMALL) -> None:
        """Offer once, be answered, send a colour and a steady tone."""
        await self.prepare()
        await self.tab.evaluate(f"call.pretend({hue}, {size[0]}, {size[1]})")
        await self.connect()
        await self.tab.evaluate("call.send()")
        await self.wish(microphone=True, camera=True)

    async def prepare(self) -> None:
        await self.tab.evaluate(f"(() => {{ {SCRIPT} }})()")

    async def connect(self, device: Any = "desktop", **shape: Any) -> None:
        """A new connection, with what was captured before."""
        await self.offer(device, **shape)
        await self.sees(lambda stats: stats["state"] == "connected")

    async def offer(self, device: Any = "desktop", **shape: Any) -> None:
        self.calls += 1
        self.connection = f"{self.name}-connection-{self.calls}"
        offered = await self.tab.evaluate(f"call.offer({json.dumps(shape)})")
        self.lines = offered["lines"]
        await self._offer(offered["sdp"], device)

    async def _offer(self, sdp: str, device: Any = "desktop") -> None:
        answer = await self.studio.worker.offer(
            WORKSHOP,
            ParticipantId(self.name),
            self.connection,
            sdp,
            self.lines,  # type: ignore[arg-type]
            device,
        )
        await self.tab.evaluate(f"call.accept({json.dumps(answer)})")

    async def restart(self) -> None:
        await self._offer(await self.tab.evaluate("call.restart()"))

    async def wish(self, **wishes: Any) -> None:
        await self.studio.worker.wish(WORKSHOP, ParticipantId(self.name), self.connection, Wish(**wishes))

    async def is_fed(self, source: str, by: str) -> str:
        """The mid of the slot behind which this source of theirs stands. It is played."""
        mid = await self.slot_of(source, by)
        await self.tab.evaluate(f"void call.play({json.dumps([mid])})")
        return mid

    async def slot_of(self, source: str, by: str) -> str:

        def mid() -> str | None:
            told = self.studio.slots.get(self.connection)
            found = told.slots.items() if told else ()
            return next((mid for mid, fed in found if fed.participant == by and fed.source == source), None)

        await self.studio.said(lambda: mid() is not None)
        found = mid()
        assert found is not None
        return found

    async def looks(self) -> None:
        """All that is shown and heard from now on, on whichever line, is noted."""
        for mid, role in self.lines.items():
            if role in ("voice", "face"):
                await self.tab.evaluate(f"void call.{'listen' if role == 'voice' else 'watch'}({json.dumps(mid)})")

    async def shown(self, since: float = 0.0) -> list[Picture]:
        """In the order of time."""
        rows = await self.tab.evaluate("Object.entries(call.shown)")
        found = [Picture(mid, *row) for mid, each in rows for row in each if row[0] >= since]
        return sorted(found, key=lambda picture: picture.at)

    async def heard(self, since: float = 0.0) -> list[tuple[float, str]]:
        """When, and on which line."""
        rows = await self.tab.evaluate("Object.entries(call.heard)")
        return sorted((at, mid) for mid, each in rows for at in each if at >= since)

    async def shows(self, is_it: Callable[[Picture], bool], since: float, within_s: float = SOON_S) -> Picture:
        """The first such picture shown after that time."""
        async with asyncio.timeout(within_s):
            while True:
                if found := next((each for each in await self.shown(since) if is_it(each)), None):
                    return found
                await self.pause(0.05)

    async def hears(self, by: str, since: float, within_s: float = SOON_S) -> float:
        """When this person was first heard after that time."""
        async with asyncio.timeout(within_s):
            while True:
                mid = await self.slot_of("microphone", by)
                if found := next((at for at, on in await self.heard(since) if on == mid), None):
                    return found
                await self.pause(0.05)

    async def falls_silent(self) -> None:
        """Until nothing has been heard for a while: what had arrived is played to its end first."""
        async with asyncio.timeout(SOON_S):
            while await self.heard(time.time() - QUIET_S):
                await self.pause(QUIET_S / 4)

    async def goes_dark(self) -> None:
        async with asyncio.timeout(SOON_S):
            while await self.shown(time.time() - QUIET_S):
                await self.pause(QUIET_S / 4)

    async def pause(self, seconds: float) -> None:
        """By the page's clock, which stands still when the machine does."""
        await self.tab.evaluate(f"new Promise((resolve) => setTimeout(resolve, {seconds * 1000}))")

    async def stats(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.tab.evaluate("call.stats()")
        return found

    async def sees(self, is_so: Callable[[dict[str, Any]], bool], within_s: float = SOON_S) -> dict[str, Any]:
        """The browser's own statistics, once they say so. Asked for again and again: it tells nobody of its own."""
        async with asyncio.timeout(within_s):
            while not is_so(stats := await self.stats()):
                await self.pause(0.1)
        return stats


@asynccontextmanager
async def studio(**arguments: Any) -> AsyncIterator[Studio]:
    """A worker of its own, on addresses that browsers of this machine reach."""
    worker = Worker(WorkerArguments(addresses=tuple(own_addresses()), **arguments))
    await worker.start()
    try:
        # On a busy machine `start` gives up before.
        await asyncio.wait_for(worker.met.wait(), SOON_S)
        yield Studio(worker)
    finally:
        await worker.stop()
