"""How the cost of telling grows with the people in the room: 50 to 1 000, and 2 000 who write fifty times a second."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path

from bench import servers
from bench.crowd import Crowd
from bench.fanout import SETTLE_S, Found, filled, measure
from bench.figures import Figures
from bench.hall import Hall

SIZES = (50, 200, 500, 1_000)
RATE = 20
MANY, MANY_RATE = 2_000, 50


async def run(figures: Figures, folder: Path) -> None:
    await grow(figures, folder)
    await be_many(figures, folder)


async def grow(figures: Figures, folder: Path) -> None:
    figures.title(f"crowds: {RATE} changes a second in rooms of {', '.join(map(str, SIZES))}")
    costs = []
    for people in SIZES:
        data = folder / str(people)
        sessions = await seated(data, people)
        with servers.palabre(data) as server:
            # One page first: what a workshop takes in memory is not a connection's.
            first = await filled(server, sessions[:1])
            before = server.resident_bytes()
            crowd = await filled(server, sessions[1:])
            held = (server.resident_bytes() - before) / len(crowd.pages) / 1000
            found = await told(server, crowd, RATE)
            await first.leave()
        figures.tell(f"server CPU for an update seen by one of {people}", found.us, "µs")
        if people >= 500:
            figures.at_most(f"memory for a connection, of {people}", held, 60, "kB")
        costs.append(found.us)
    figures.at_most("the largest room beside the cheapest", costs[-1] / min(costs), 1.25, "times")


async def be_many(figures: Figures, folder: Path) -> None:
    figures.title(f"crowds: {MANY} people in one room, {MANY_RATE} changes a second")
    data = folder / "many"
    sessions = await seated(data, MANY)
    with servers.palabre(data) as server:
        ours = await told(server, await filled(server, sessions), MANY_RATE)
    with servers.stock() as server:
        stock = await told(server, await filled(server, [""] * MANY), MANY_RATE)
    figures.at_most("acknowledged within, p50", ours.ack_ms, 10, "ms")
    figures.tell("of python-socketio, which keeps nothing", stock.ack_ms, "ms")
    figures.tell("server CPU for an update seen by one person", ours.us, "µs")
    figures.tell("of python-socketio", stock.us, "µs")
    figures.at_most("beside python-socketio", ours.us / stock.us, 0.5, "times")
    figures.tell("sent to seen, p95", ours.p95_ms, "ms")
    figures.tell("seen in time, of what was sent", ours.seen, "of 1")
    figures.tell("of python-socketio", stock.seen, "of 1")


async def seated(data: Path, people: int) -> Sequence[str]:
    """Sessions of so many people in a workshop with one step and nothing written in it."""
    hall = Hall(data, people)
    await hall.build(is_bare=True)
    sessions = [hall.session(person) for person in hall.people]
    await hall.house.close()
    return sessions


async def told(server: servers.Server, crowd: Crowd, rate: int) -> Found:
    await asyncio.sleep(SETTLE_S)
    gc.collect()
    found = await measure(server, crowd, rate)
    crowd.check()
    await crowd.leave()
    return found
