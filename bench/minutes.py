"""How long minutes of the hall take in every format, and what those who write meanwhile notice of it."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Coroutine
from pathlib import Path

from bench.figures import Figures, share
from bench.gateway import ask, mixed
from bench.hall import ID, Hall
from web import minutes
from web.minutes import Format, Job

SENDERS = 8
QUIET_S = 5.0
PAUSE_S = 0.02
"""Each sender's, between two commands: a hall that is busy, not a load test."""


async def run(figures: Figures, folder: Path) -> None:
    figures.title("minutes: the hall's, in every format, in a process beside a gateway that people write through")
    hall = Hall(folder)
    await hall.build(in_groups=True)
    before = await beside(hall, asyncio.sleep(QUIET_S))
    with tempfile.TemporaryDirectory(dir=folder) as out:
        job = Job(
            database=hall.house.settings.database,
            workshop=ID,
            folder=out,
            formats=tuple(Format),
            now_ms=hall.house.now(),
        )
        began = time.monotonic()
        during = await beside(hall, minutes.run(job))
        took = time.monotonic() - began
        sizes = {path.name: path.stat().st_size for path in Path(out).iterdir()}  # noqa: ASYNC240 (nothing else runs)
    await hall.house.close()
    figures.at_most("all six formats written in", took, 10, "s")
    for format in Format:
        figures.tell(f"size, {format.value}", sizes[format.value] / 1024, "KiB")
    figures.tell(f"acknowledged within, {SENDERS} senders, without, p95", share(before, 0.95) * 1000, "ms")
    figures.at_most(f"acknowledged within, {SENDERS} senders, meanwhile, p95", share(during, 0.95) * 1000, 50, "ms")


async def beside(hall: Hall, work: Coroutine[None, None, None]) -> list[float]:
    """How long commands took to be acknowledged while something else was done."""
    task = asyncio.create_task(work)
    wishes = mixed(hall, 1_000_000)
    dice = random.Random(3)
    waits: list[float] = []

    async def send() -> None:
        while not task.done():
            waits.append(await ask(hall, next(wishes)))
            await asyncio.sleep(PAUSE_S * (0.5 + dice.random()))

    await asyncio.gather(*(send() for _ in range(SENDERS)))
    await task
    return waits
