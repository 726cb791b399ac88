"""Commands per second through `Gateway.do`, durable on SQLite, beside bare commits on the same disk."""

from __future__ import annotations

import asyncio
import random
import secrets
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figures, share
from bench.hall import ID, Hall, Wish
from bench.texts import sentence
from facilitation.workshop import decode
from rooms.activities.dots import Dot
from rooms.deciding import Actor
from rooms.ids import CommandId
from web.doors import accepted

SENDERS = 64
COMMANDS = 10_000
LONE = 500
BASELINE_S = 1.5


async def run(figures: Figures, folder: Path) -> None:
    figures.title(f"gateway: {COMMANDS} commands by {SENDERS} at a time, one process, SQLite with synchronous=FULL")
    hall = Hall(folder)
    await hall.build(in_groups=False)
    wishes = list(mixed(hall, COMMANDS + LONE))
    bare = commits(folder)
    waits, took = await by_many(hall, wishes[:COMMANDS])
    lone = [await ask(hall, wish) for wish in wishes[COMMANDS:]]
    await hall.house.close()
    rate = COMMANDS / took
    figures.tell("bare SQLite, one insert a commit", bare, "commits/s")
    figures.at_least("commands acknowledged, durable", rate, 5_000, "a second")
    figures.tell("beside bare SQLite", rate / bare, "times")
    figures.tell(f"acknowledged within, {SENDERS} senders, p95", share(waits, 0.95) * 1000, "ms")
    figures.at_most("acknowledged within, a lone sender, p95", share(lone, 0.95) * 1000, 15, "ms")


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


async def by_many(hall: Hall, wishes: list[Wish]) -> tuple[list[float], float]:
    """(what each waited, what all took), in seconds."""
    rest = iter(wishes)
    waits: list[float] = []

    async def send() -> None:
        for wish in rest:
            waits.append(await ask(hall, wish))

    began = time.monotonic()
    await asyncio.gather(*(send() for _ in range(SENDERS)))
    return waits, time.monotonic() - began


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
