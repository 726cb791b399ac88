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
from math import inf
from pathlib import Path
from statistics import median

from bench import servers
from bench.crowd import Crowd, Page
from bench.figures import Figures
from bench.hall import PEOPLE, Hall

BOUNDS = {20: 0.6, 60: 0.4, 200: 0.2}
"""Changes a second, and what an update seen may cost beside Socket.IO on Node."""
BESIDE_STOCK = 0.25
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
    """When each message was sent, how long it took to everybody in whole milliseconds, and to its answer in seconds."""

    sent: list[float] = field(default_factory=list)
    waits_ms: Counter[int] = field(default_factory=Counter)
    answered: list[float] = field(default_factory=list)
    seen: int = 0
    left: int = 0
    all_seen: asyncio.Event = field(default_factory=asyncio.Event)

    def say(self, page: Page) -> None:
        began = time.monotonic()
        answer = page.do("message.send", text=f"{len(self.sent)} {WORDS}")
        answer.add_done_callback(lambda _: self.answered.append(time.monotonic() - began))
        self.sent.append(began)

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

    def p95_ms(self) -> float:
        left = 0.95 * self.waits_ms.total()
        for wait, count in sorted(self.waits_ms.items()):
            left -= count
            if left <= 0:
                return wait
        return inf


@dataclass(frozen=True, slots=True)
class Found:
    """`us` is the server's CPU time for one update seen by one person, in microseconds; `ack_ms` the median answer."""

    us: float
    p95_ms: float
    seen: float
    ack_ms: float


async def run(figures: Figures, folder: Path) -> None:
    """The servers stand side by side on one core and are measured in turn, so that they share the machine's moods."""
    hall = Hall(folder)
    await hall.build()
    sessions = [hall.session(person) for person in hall.people]
    await hall.house.close()
    with servers.palabre(folder) as ours, servers.stock() as stock, servers.node() as node:
        strangers = [""] * PEOPLE
        sides = [(ours, await filled(ours, sessions))]
        sides += [(server, await filled(server, strangers)) for server in (node, stock)]
        await asyncio.sleep(SETTLE_S)
        for rate in BOUNDS:
            compare(figures, rate, *[await measure(server, crowd, rate) for server, crowd in sides])
            sides[0][1].check()
        for _, crowd in sides:
            await crowd.leave()


async def filled(server: servers.Server, sessions: Sequence[str]) -> Crowd:
    crowd = Crowd(server.port)
    for session in sessions:
        page = await crowd.add(session)
        if session:
            page.join()
            await page.welcomed
    return crowd


def compare(figures: Figures, rate: int, ours: Found, node: Found, stock: Found) -> None:
    figures.title(f"fanout: {PEOPLE} people in one room, {rate} changes a second")
    figures.tell("server CPU for an update seen by one person", ours.us, "µs")
    figures.tell("of Socket.IO on Node", node.us, "µs")
    figures.tell("of python-socketio", stock.us, "µs")
    figures.at_most("beside Socket.IO on Node", ours.us / node.us, BOUNDS[rate], "times")
    figures.at_most("beside python-socketio", ours.us / stock.us, BESIDE_STOCK, "times")
    figures.at_most("sent to seen, p95", ours.p95_ms, 100, "ms")
    figures.tell("of Socket.IO on Node", node.p95_ms, "ms")
    figures.tell("of python-socketio", stock.p95_ms, "ms")
    figures.tell("seen in time, of what was sent", ours.seen, "of 1")
    figures.tell("of Socket.IO on Node", node.seen, "of 1")
    figures.tell("of python-socketio", stock.seen, "of 1")


async def measure(server: servers.Server, crowd: Crowd, rate: int) -> Found:
    watch = Watch()
    for page in crowd.pages:
        page.hear = watch.hear
    await send(crowd, watch, rate, WARM_S)
    cpu, seen, sent = server.cpu_s(), watch.seen, len(watch.sent)
    watch.waits_ms.clear()
    watch.answered.clear()
    await send(crowd, watch, rate, MEASURED_S)
    cpu, seen, sent = server.cpu_s() - cpu, watch.seen - seen, len(watch.sent) - sent
    found = Found(
        us=cpu / seen * 1e6,
        p95_ms=watch.p95_ms(),
        seen=seen / (sent * len(crowd.pages)),
        ack_ms=median(watch.answered or [inf]) * 1000,
    )
    # A server that is behind would work on beside the next.
    await watch.caught_up(len(crowd.pages))
    return found


async def send(crowd: Crowd, watch: Watch, rate: int, seconds: float) -> None:
    """Everybody in turn, at an even pace."""
    began = time.monotonic()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(began + number / rate - time.monotonic())
        watch.say(crowd.pages[len(watch.sent) % len(crowd.pages)])
    await asyncio.sleep(began + seconds - time.monotonic())
