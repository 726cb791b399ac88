"""The media worker under load, beside others under the same."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Protocol

from bench.figures import Figures, share
from bench.media import janus
from bench.media.filling import Filled
from bench.media.janus import Janus
from bench.media.measuring import Found, Process, measured
from bench.media.paced import PacedCrowd
from bench.media.palabre import Palabre
from bench.media.playing import Play
from bench.media.scenes import Person, Scene, groups, plenary
from bench.media.stock import Stock
from media.addresses import own_addresses
from media.light import Crowd, Received

LISTENERS = (50, 112, 200, 500)
FULL = 112
"""Listeners to whom 30 000 packets a second go: what is asked to arrive whole and on time."""
STOCK_LISTENERS, NEWCOMERS = 2, 20
ROUNDS, TRIES = 2, 6
DISTURBED = 0.1
"""Of a core, done by others: such a run does not count as a round, as long as there are tries left."""
HERE_S = 10.0
LOOPBACK = "127.0.0.1"


class Side(Protocol):
    @property
    def process(self) -> Process: ...

    async def fill(self, scene: Scene) -> Filled: ...

    async def warmed(self) -> None:
        """Before a run."""

    async def passed(self) -> None:
        """As long as it takes."""


@dataclass(slots=True)
class Loaded:
    """A server with people in it. The best of its runs counts: the machine has moods, and other work."""

    side: Side
    filled: Filled
    play: Play
    memory: float
    """Bytes for each who listens."""
    found: list[Found] = field(default_factory=list)

    @property
    def undisturbed(self) -> int:
        return sum(each.others < DISTURBED for each in self.found)

    async def run(self) -> None:
        async with self.play:
            await self.side.warmed()
            self.found.append(await measured(self.side.process, self.filled.listening, self.side.passed()))

    @property
    def best(self) -> Found:
        return min(self.found, key=lambda each: each.us)

    @property
    def delivered(self) -> float:
        return max(each.delivered for each in self.found)


async def loaded(side: Side, scene: Scene) -> Loaded:
    before = side.process.memory()
    filled = await side.fill(scene)
    memory = (side.process.memory() - before) / len(filled.listening)
    return Loaded(side, filled, Play(filled.speaking, scene.recording), memory)


async def run(figures: Figures, folder: Path) -> None:
    address = own_address()
    if not janus.is_here():
        figures.title("media: there is no Janus here (Debian has it), so nothing is said of it")
    for scene in [*map(plenary, LISTENERS), groups(10, 8)]:
        await beside_janus(figures, scene, address)
    await beside_stock(figures, plenary(STOCK_LISTENERS), address)
    await coming(figures, plenary(LISTENERS[0]), address)


def own_address() -> str:
    """Janus leaves the loopback interface out. Between addresses of one machine packets go the same way."""
    found = [each for each in own_addresses(with_loopback=False) if ipaddress.ip_address(each).version == 4]
    return found[0] if found else LOOPBACK


# -- under load -------------------------------------------------------------------------------------------------------


async def beside_janus(figures: Figures, scene: Scene, address: str) -> None:
    async with AsyncExitStack() as stack:
        crowd = await stack.enter_async_context(PacedCrowd())
        ours = await stack.enter_async_context(Palabre(crowd, address))
        mine = await loaded(ours, scene)
        sides = [mine]
        if janus.is_here() and address != LOOPBACK:
            sides.append(await loaded(await stack.enter_async_context(Janus(crowd, address)), scene))
        await run_in_turn(sides)
    figures.title(f"media: {scene.title}")
    compare(figures, *sides)
    blocked_ms = min(ours.blocked_s) * 1000
    if len(scene.listeners) == FULL:
        figures.at_least("arrived of 30 000 a second", mine.delivered, 1, "of 1")
        figures.at_most("event loop blocked, longest", blocked_ms, 10, "ms")
    else:
        figures.tell("event loop blocked, longest", blocked_ms, "ms")
    figures.tell("a slice of video, longest", min(ours.slices_s) * 1000, "ms")


async def run_in_turn(sides: Sequence[Loaded]) -> None:
    """So that they share the machine's moods."""
    for number in range(TRIES):
        if number >= ROUNDS and all(side.undisturbed >= ROUNDS for side in sides):
            return
        for side in sides:
            await side.run()


def compare(figures: Figures, mine: Loaded, theirs: Loaded | None = None) -> None:
    figures.tell("packets forwarded", mine.best.rate, "a second")
    figures.tell("server CPU for each", mine.best.us, "µs")
    if theirs is not None:
        figures.tell("of Janus", theirs.best.us, "µs")
        figures.at_most("beside Janus", mine.best.us / theirs.best.us, 0.5, "times")
        figures.tell("of that in the kernel, ours", mine.best.kernel_us, "µs")
        figures.tell("in the kernel, of Janus", theirs.best.kernel_us, "µs")
    figures.tell("of one core", mine.best.core, "of 1")
    figures.tell("other work on that core meanwhile", mine.best.others, "of 1")
    figures.tell("arrived", mine.delivered, "of 1")
    if theirs is not None:
        figures.tell("from Janus", theirs.delivered, "of 1")
    figures.tell("memory for each who listens", mine.memory / 1000, "kB")
    if theirs is not None:
        figures.tell("of Janus", theirs.memory / 1000, "kB")


async def beside_stock(figures: Figures, scene: Scene, address: str) -> None:
    """It encodes for each listener anew, and falls behind with a handful: what a listener costs is what to compare."""
    async with Crowd() as crowd, Palabre(crowd, address) as ours, Stock(crowd, address) as stock:
        mine, theirs = await loaded(ours, scene), await loaded(stock, scene)
        await run_in_turn([mine, theirs])
    figures.title(f"media: {scene.title}, beside the stock aiortc relay")
    figures.tell("server CPU for a packet forwarded", mine.best.us, "µs")
    figures.tell("of the stock relay", theirs.best.us, "µs")
    figures.tell("times as much", theirs.best.us / mine.best.us)


# -- coming in --------------------------------------------------------------------------------------------------------


async def coming(figures: Figures, scene: Scene, address: str) -> None:
    """While some speak and others listen, more come one by one."""
    newcomers = [Person(f"newcomer {number}", 0) for number in range(NEWCOMERS)]
    waits: dict[str, list[float]] = {"voice": [], "face": []}
    async with Crowd() as crowd, Palabre(crowd, address) as ours:
        filled = await ours.fill(scene, newcomers)
        async with Play(filled.speaking, scene.recording):
            await ours.warmed()
            for person in newcomers:
                for role, wait_s in (await first_packets(ours, scene, person)).items():
                    waits[role].append(wait_s)
    figures.title(f"media: {NEWCOMERS} more come, one by one, to {scene.title}")
    figures.tell("offer to a voice, p95", share(waits["voice"], 0.95) * 1000, "ms")
    figures.at_most("offer to a face, p95", share(waits["face"], 0.95) * 1000, 1_500, "ms")


async def first_packets(ours: Palabre, scene: Scene, person: Person) -> dict[str, float]:
    """How long until one comes, by the role of its line. That of a face is a key frame's, by the rules."""
    waits: dict[str, float] = {}
    all_came = asyncio.Event()
    client = ours.client(person)

    def hear(received: Received, packet: bytes) -> None:
        waits.setdefault(client.lines[received.mid], monotonic() - began)
        if len(waits) == 2:
            all_came.set()

    client.on_packet = hear
    began = monotonic()
    await ours.enter(scene, person, client)
    await asyncio.wait_for(all_came.wait(), HERE_S)
    client.on_packet = None
    return waits
