"""Commands per second through `Gateway.do`, durable on SQLite and PostgreSQL, beside bare commits on the same disk."""

from __future__ import annotations

import asyncio
import random
import secrets
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench import servers
from bench.crowd import Crowd, Page
from bench.figures import Figures, share
from bench.hall import ID, Hall, Wish
from bench.texts import sentence
from facilitation.workshop import decode
from rooms.activities.dots import Dot
from rooms.deciding import Actor
from rooms.ids import CommandId
from tests.postgres import NO_PORT, Postgres
from web.doors import accepted

SENDERS = 64
ROUNDS, COMMANDS = 3, 4_000
"""The best round counts: what else the machine does can only take away."""
LONE = 500
BASELINE_S = 1.5
BURST = 40


async def run(figures: Figures, folder: Path) -> None:
    figures.title(
        f"gateway: {ROUNDS} times {COMMANDS} commands by {SENDERS} at a time, one process, SQLite with synchronous=FULL"
    )
    bare = commits(folder)
    figures.tell("bare SQLite, one insert a commit", bare, "commits/s")
    embedded, sessions = await in_process(figures, Hall(folder), 5_000)
    figures.tell("beside bare SQLite", embedded / bare, "times")
    figures.title("gateway: the same on PostgreSQL, with fsync, reached by its socket")
    server = Postgres(NO_PORT, Path("/var/tmp"))
    try:
        server.make()
        clustered, _ = await in_process(figures, Hall(folder, database=server.database()), 4_000)
        figures.tell("beside SQLite", clustered / embedded, "times")
    finally:
        server.remove()
    await through_sockets(figures, folder, sessions)


async def in_process(figures: Figures, hall: Hall, asked: int) -> tuple[float, list[str]]:
    """Commands a second on one workshop, and sessions of its people to come in by."""
    await hall.build()
    wishes = mixed(hall, ROUNDS * COMMANDS + LONE)
    rounds = [await by_many(hall, list(islice(wishes, COMMANDS))) for _ in range(ROUNDS)]
    best = min(rounds, key=lambda found: found.took)
    lone = [await ask(hall, wish) for wish in wishes]
    sessions = [hall.session(person) for person in hall.people[:SENDERS]]
    await hall.house.close()
    rate = COMMANDS / best.took
    figures.at_least("commands acknowledged, durable", rate, asked, "a second")
    figures.tell(f"acknowledged within, {SENDERS} senders, p95", share(best.waits, 0.95) * 1000, "ms")
    figures.tell("CPU time for a command, all threads", best.cpu / COMMANDS * 1e6, "µs")
    figures.at_most("acknowledged within, a lone sender, p95", share(lone, 0.95) * 1000, 15, "ms")
    return rate, sessions


async def through_sockets(figures: Figures, folder: Path, sessions: list[str]) -> None:
    """Each sends no more than its budget lets pass at once, first one after the other, then all together."""
    figures.title(f"gateway: the same through sockets, {SENDERS} people in one room, each told what all do")
    with servers.palabre(folder) as server:
        crowd = Crowd(server.port)
        for session in sessions:
            page = await crowd.add(session)
            page.join()
            await page.welcomed
        lone = [wait for page in crowd.pages for wait in await speak(page, 6)]
        began = time.monotonic()
        waits = await asyncio.gather(*(speak(page, BURST - 6) for page in crowd.pages))
        took = time.monotonic() - began
        crowd.check()
        await crowd.leave()
    every = [wait for some in waits for wait in some]
    figures.tell("commands acknowledged, durable", len(every) / took, "a second")
    figures.tell(f"acknowledged within, {SENDERS} senders, p95", share(every, 0.95) * 1000, "ms")
    figures.at_most("acknowledged within, a lone sender, p95", share(lone, 0.95) * 1000, 15, "ms")


async def speak(page: Page, count: int) -> list[float]:
    waits = []
    for number in range(count):
        began = time.monotonic()
        answer = await page.do("message.send", text=f"{number} Il faudrait plus de bancs à l’ombre.")
        waits.append(time.monotonic() - began)
        assert "seq" in answer, answer
    return waits


def mixed(hall: Hall, count: int) -> Iterator[Wish]:
    """Of ten commands two write a note, four send a message, four take a dot away or put it back."""
    dice = random.Random(2)
    dots = list(hall.live.state.all(Dot))
    dice.shuffle(dots)
    taken: list[Dot] = []
    for number in range(count):
        person = dice.choice(hall.people)
        match number % 10:
            case 0 | 5:
                yield hall.note(person, sentence(dice), dice)
            case 1 | 3 | 6 | 8:
                yield Actor(person), {"type": "message.send", "text": sentence(dice)}
            case 2 | 7:
                taken.append(dots.pop())
                yield place(taken[-1], 0)
            case _:
                yield place(taken.pop(), 1)


def place(dot: Dot, count: int) -> Wish:
    return Actor(dot.author), {"type": "dot.place", "note": dot.note, "count": count}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Round:
    """In seconds: how long each sender waited for each answer, how long all took, and what it cost."""

    waits: list[float]
    took: float
    cpu: float


async def by_many(hall: Hall, wishes: list[Wish]) -> Round:
    rest = iter(wishes)
    waits: list[float] = []

    async def send() -> None:
        for wish in rest:
            waits.append(await ask(hall, wish))

    began, cpu = time.monotonic(), time.process_time()
    await asyncio.gather(*(send() for _ in range(SENDERS)))
    return Round(waits, time.monotonic() - began, time.process_time() - cpu)


async def ask(hall: Hall, wish: Wish) -> float:
    by, message = wish
    command, id = decode(message), CommandId(secrets.token_urlsafe(18))
    began = time.monotonic()
    accepted(await hall.house.gateway.do(ID, by, command, id))
    return time.monotonic() - began


def commits(folder: Path) -> float:
    """How many the disk takes a second, from the shortest loop there is."""
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE change (seq INTEGER PRIMARY KEY, body TEXT)")
    done = 0
    began = time.monotonic()
    while (took := time.monotonic() - began) < BASELINE_S:
        connection.execute("INSERT INTO change (body) VALUES (?)", ("x" * 300,))
        done += 1
    connection.close()
    return done / took
