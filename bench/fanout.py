"""500 people in one room, and what it costs the server that each sees what the others write."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from bench import servers
from bench.crowd import Crowd, Page
from bench.figures import Figures
from bench.hall import PEOPLE, Hall

RATES = (20, 60, 200)
WARM_S, MEASURED_S, SETTLE_S, CATCH_UP_S = 1.0, 5.0, 1.5, 25.0
WORDS = "Il faudrait plus de bancs à l’ombre, et moins de voitures devant l’école."
"""With the rest of a message it makes an update of some 300 bytes."""
NUMBER = re.compile(rb'"text":"(\d+) ')


@lru_cache(maxsize=64)
def numbers(payload: bytes) -> tuple[int, ...]:
    """Which messages a packet brings. Everybody gets the same bytes, so each is read once."""
    return tuple(int(found) for found in NUMBER.findall(payload))


@dataclass(slots=True)
class Watch:
    """When each message was sent, and how long it took to everybody, in whole milliseconds."""

    sent: list[float] = field(default_factory=list)
    waits_ms: Counter[int] = field(default_factory=Counter)
    seen: int = 0
    left: int = 0
    all_seen: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, page: Page, payload: bytes) -> None:
        now = time.monotonic()
        for number in numbers(payload):
            self.waits_ms[int((now - self.sent[number]) * 1000)] += 1
            self.seen += 1
            self.left -= 1
            if self.left == 0:
                self.all_seen.set()

    async def caught_up(self, people: int) -> None:
        """Until everybody has seen everything; not for ever: a server may be far behind."""
        self.left = len(self.sent) * people - self.seen
        if self.left > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.all_seen.wait(), CATCH_UP_S)

    def p95_ms(self) -> int:
        left = 0.95 * self.waits_ms.total()
        for wait, count in sorted(self.waits_ms.items()):
            left -= count
            if left <= 0:
                return wait
        raise AssertionError("nothing was seen")


@dataclass(frozen=True, slots=True)
class Found:
    """`us` is the server's CPU time for one update seen by one person, in microseconds."""

    us: float
    p95_ms: int
    seen: float


async def run(figures: Figures, folder: Path) -> None:
    """Both servers stand side by side on one core and are measured in turn, so that they share the machine's moods."""
    hall = Hall(folder)
    await hall.build(in_groups=False)
    sessions = [hall.session(person) for person in hall.people]
    await hall.house.close()
    with servers.palabre(folder) as server, servers.stock() as stock:
        ours, theirs = await filled(server, sessions), await filled(stock, [""] * PEOPLE)
        await asyncio.sleep(SETTLE_S)
        for rate in RATES:
            compare(figures, rate, await measure(server, ours, rate), await measure(stock, theirs, rate))
            ours.check()
        await ours.leave()
        await theirs.leave()


async def filled(server: servers.Server, sessions: Sequence[str]) -> Crowd:
    crowd = Crowd(server.port)
    for session in sessions:
        page = await crowd.add(session)
        if session:
            page.join()
            await page.welcomed
    return crowd


def compare(figures: Figures, rate: int, ours: Found, stock: Found) -> None:
    figures.title(f"fanout: {PEOPLE} people in one room, {rate} changes a second")
    figures.tell("server CPU for an update seen by one person", ours.us, "µs")
    figures.tell("of a stock server", stock.us, "µs")
    figures.at_most("beside stock", ours.us / stock.us, 0.25, "times")
    figures.at_most("sent to seen, p95", ours.p95_ms, 100, "ms")
    figures.tell("of a stock server", stock.p95_ms, "ms")
    figures.tell("seen in time, of what was sent", ours.seen, "of 1")
    figures.tell("of a stock server", stock.seen, "of 1")


async def measure(server: servers.Server, crowd: Crowd, rate: int) -> Found:
    watch = Watch()
    for page in crowd.pages:
        page.hear = watch.hear
    await send(crowd, watch, rate, WARM_S)
    cpu, seen, sent = server.cpu_s(), watch.seen, len(watch.sent)
    watch.waits_ms.clear()
    await send(crowd, watch, rate, MEASURED_S)
    cpu, seen, sent = server.cpu_s() - cpu, watch.seen - seen, len(watch.sent) - sent
    found = Found(us=cpu / seen * 1e6, p95_ms=watch.p95_ms(), seen=seen / (sent * len(crowd.pages)))
    if rate != RATES[-1]:
        await watch.caught_up(len(crowd.pages))
    return found


async def send(crowd: Crowd, watch: Watch, rate: int, seconds: float) -> None:
    """Everybody in turn, at an even pace."""
    began = time.monotonic()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(began + number / rate - time.monotonic())
        page = crowd.pages[len(watch.sent) % len(crowd.pages)]
        page.do("message.send", text=f"{len(watch.sent)} {WORDS}")
        watch.sent.append(time.monotonic())
    await asyncio.sleep(began + seconds - time.monotonic())
