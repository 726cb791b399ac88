"""Two web processes behind nginx that start again one after the other: what is lost, and who waits how long."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from bench.figures import Figures, share
from rooms.permissions import Role
from tests.cluster.nginx import nginx
from tests.cluster.people import Person, again, enter, keep_writing, prepare, there
from tests.cluster.processes import Cluster, running
from tests.postgres import NO_PORT, Postgres

PEOPLE = 32
"""They are played by one process: were they more, it would be theirs that everybody waits for."""
PAUSE_S = 0.5
"""Between two notes of one person."""
STEADY_S = 4.0
"""Before each end, and after the last."""


async def run(figures: Figures, folder: Path) -> None:
    figures.title(
        f"restarting: {PEOPLE} people write a note every {PAUSE_S} s and see all of them, through nginx,"
        " while each of two processes starts again"
    )
    postgres = Postgres(NO_PORT, Path("/var/tmp"))
    try:
        postgres.make()
        with running(postgres, folder) as cluster:
            tokens = await prepare(cluster)
            with nginx(folder, [web.port for web in cluster.webs], spread=True) as url:
                await measured(figures, cluster, url, tokens[Role.PARTICIPANT])
    finally:
        postgres.remove()


async def measured(figures: Figures, cluster: Cluster, url: str, token: str) -> None:
    sessions = await asyncio.gather(*(enter(url, token, f"Ana {number}") for number in range(PEOPLE)))
    async with AsyncExitStack() as stack:
        people = await asyncio.gather(*(stack.enter_async_context(there(url, session)) for session in sessions))
        ends = await restarted(cluster, people)
        written = sorted(note for person in people for note in person.notes)
        fresh = await stack.enter_async_context(there(url, sessions[0]))
        await fresh.until_it_sees(written)
        for person in people:
            await person.until_it_sees(written)
    waits = [wait for person in people for wait in person.waits]
    # Had one been lost or written twice, nobody would have come to see just these.
    figures.tell("acknowledged and seen by all, exactly once", len(written), "notes")
    figures.tell("connections made again", sum(person.client.reconnections for person in people))
    figures.at_most("a process has ended within", max(ends), 10, "s")
    figures.tell("acknowledged within, p50", share(waits, 0.5) * 1000, "ms")
    figures.tell("p99", share(waits, 0.99) * 1000, "ms")
    figures.at_most("the longest anybody waited", max(waits), 5, "s")


async def restarted(cluster: Cluster, people: list[Person]) -> list[float]:
    """How long each process took to end, in seconds."""
    over, ends = asyncio.Event(), []
    async with asyncio.TaskGroup() as group:
        for number, person in enumerate(people):
            group.create_task(keep_writing(person, str(number), over, PAUSE_S))
        for web in cluster.webs:
            await asyncio.sleep(STEADY_S)
            ends.append(await again(web))
        await asyncio.sleep(STEADY_S)
        over.set()
    return ends
