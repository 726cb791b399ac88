"""Two web processes on one workshop, with PostgreSQL and Redis, beside one: the same order, and what it costs."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from statistics import median

import msgspec

from bench import servers
from bench.crowd import Crowd, Page
from bench.figures import Figures
from bench.hall import Hall
from bench.texts import sentence
from tests.cluster.processes import Redis
from tests.postgres import NO_PORT, Postgres

PEOPLE = 64
RATE = 200
"""Notes a second of all together."""
WINDOW_S, WINDOWS = 8.0, 3
"""With one process and with two in turn, so that both share the machine's moods."""
CAUGHT_UP_S = 3.0


async def run(figures: Figures, folder: Path) -> None:
    figures.title(f"cluster: {PEOPLE} people in one room, {RATE} notes a second, PostgreSQL and Redis")
    postgres, redis = Postgres(NO_PORT, Path("/var/tmp")), Redis(folder)
    try:
        await asyncio.to_thread(postgres.make)
        await asyncio.to_thread(redis.start)
        costs: dict[int, list[float]] = {1: [], 2: []}
        for number in range(WINDOWS):
            for processes in costs:
                database = postgres.database()
                costs[processes].append(await measured(folder / f"{number}-{processes}", database, redis, processes))
                postgres.drop(database)
        one, two = median(costs[1]), median(costs[2])
        figures.tell("CPU for a command, one process", one * 1e6, "µs")
        figures.tell("two processes, both together", two * 1e6, "µs")
        figures.at_most("beside one process", two / one, 1.2, "times")
    finally:
        redis.kill()
        postgres.remove()


async def measured(data: Path, database: str, redis: Redis, processes: int) -> float:
    """Seconds of CPU that each command has cost the web processes, all that they tell included."""
    hall = Hall(data, PEOPLE, database)
    await hall.build(is_bare=True)
    sessions = [hall.session(person) for person in hall.people]
    board = str(hall.board_of(hall.people[0]).id)
    await hall.house.close()
    settings = {"PALABRE_DATABASE": database, "PALABRE_REDIS": redis.url}
    with ExitStack() as stack:
        webs = [stack.enter_context(servers.palabre(data, settings)) for _ in range(processes)]
        order = Order()
        crowds = [Crowd(web.port, order.hear) for web in webs]
        for session, crowd in zip(sessions, cycle(crowds), strict=False):
            page = await crowd.add(session)
            page.join()
            await page.welcomed
        await asyncio.sleep(CAUGHT_UP_S)
        before = sum(web.cpu_s() for web in webs)
        written = await write([page for crowd in crowds for page in crowd.pages], board)
        await asyncio.sleep(CAUGHT_UP_S)
        spent = sum(web.cpu_s() for web in webs) - before
        order.check(written)
        for crowd in crowds:
            crowd.check()
            await crowd.leave()
    return spent / written


async def write(pages: Sequence[Page], board: str) -> int:
    """How many notes were accepted: all."""
    dice, loop = random.Random(1), asyncio.get_running_loop()
    began = loop.time()
    answers = []
    for number, page in zip(range(int(RATE * WINDOW_S)), cycle(pages), strict=False):
        await asyncio.sleep(began + number / RATE - loop.time())
        answers.append(page.do("note.write", activity=board, column="keep", text=sentence(dice)))
    refused = [answer for answer in await asyncio.gather(*answers) if "refused" in answer]
    assert not refused, refused[:3]
    return len(answers)


class Order:
    """In which order notes came, to each page."""

    def __init__(self) -> None:
        self.seen: dict[Page, list[tuple[int, str]]] = {}

    def hear(self, page: Page, payload: bytes) -> None:
        if payload.startswith(b'42["frame"'):
            _, frame = msgspec.json.decode(payload[2:])
            notes = [(entity["rev"], entity["id"]) for entity in frame["put"] if entity["type"] == "note"]
            # Within a frame there is no order: it says what is so up to its end.
            self.seen.setdefault(page, []).extend(sorted(notes))

    def check(self, written: int) -> None:
        orders = list(self.seen.values())
        assert len(orders) == PEOPLE
        assert all(order == orders[0] for order in orders), "two pages were told in another order"
        assert orders[0] == sorted(orders[0])
        assert len(orders[0]) == written
