"""What it costs that a desk sees 30 rooms at once, and how soon 500 screens show another step."""

from __future__ import annotations

import asyncio
import random
import time
from itertools import cycle
from pathlib import Path
from statistics import mean

from bench import servers
from bench.arriving import settle
from bench.crowd import Crowd, Page
from bench.figures import Figures, share
from bench.hall import PEOPLE, PLAN, ROOMS, Hall
from bench.texts import sentence
from facilitation.tower import Around, Tower
from realtime.tower import encode
from rooms.agenda import Step
from rooms.deciding import SYSTEM

RATE = 20
"""Notes a second in all rooms together."""
WINDOW_S, WINDOWS = 5.0, 7
"""With and without the tower in turn, so that both share the machine's moods."""
CHANGES = 12


async def run(figures: Figures, folder: Path) -> None:
    hall = Hall(folder)
    await hall.build(in_groups=True)
    await hall.give([(SYSTEM, {"type": "step.add", "title": "Priorités", "plenary": PLAN, "groups": PLAN})])
    sessions = [hall.session(person) for person in [hall.steering, *hall.people]]
    boards = {hall.session(person): str(hall.board_of(person).id) for person in hall.people}
    steps = [str(step.id) for step in hall.live.state.all(Step)]
    count(figures, hall)
    await hall.house.close()
    with servers.palabre(folder) as server:
        crowd = Crowd(server.port)
        for session in sessions:
            page = await crowd.add(session)
            page.join()
            await page.welcomed
        await settle(crowd)
        await watch(figures, crowd, server, boards)
        await change(figures, crowd, steps)
        crowd.check()
        await crowd.leave()


# -- the tower ----------------------------------------------------------------------------------------------------


def count(figures: Figures, hall: Hall) -> None:
    """In this process, where nothing else is counted with it."""
    figures.title(f"tower: {ROOMS} rooms and plenary, {PEOPLE} people, 2 000 notes")
    state, around = hall.live.state, Around(here=set(hall.people))
    notes = [entity.id for entity in state if entity.kind == "note"]
    began = time.process_time()
    tower = Tower(state)
    figures.tell("to begin to watch", (time.process_time() - began) * 1000, "ms")
    began = time.process_time()
    for id in notes:
        tower.changed((id,), 0)
    change_s = (time.process_time() - began) / len(notes)
    began = time.process_time()
    for now in range(200):
        encode(tower.figures(around, now))
    second_s = (time.process_time() - began) / 200
    figures.tell("for a change", change_s * 1e6, "µs")
    figures.tell("for the figures of a second", second_s * 1000, "ms")
    figures.at_most(f"of a core, at {RATE} changes a second", (second_s + RATE * change_s) * 100, 2, "%")


async def watch(figures: Figures, crowd: Crowd, server: servers.Server, boards: dict[str, str]) -> None:
    """The same load with a desk that watches and with one that does not."""
    desk, people = crowd.pages[0], cycle(crowd.pages[1:])
    told = 0

    def hear(page: Page, payload: bytes) -> None:
        nonlocal told
        told += payload.startswith(b'42["tower"')

    desk.hear = hear
    dice = random.Random(1)
    spent: dict[bool, list[float]] = {True: [], False: []}
    for number in range(2 * WINDOWS):
        watches = number % 2 == 1
        await desk.ask("tower", {"watch": watches})
        before, cpu = time.monotonic(), server.cpu_s()
        for sent in range(int(RATE * WINDOW_S)):
            await asyncio.sleep(before + sent / RATE - time.monotonic())
            page = next(people)
            page.do("note.write", activity=boards[page.session], column="keep", text=sentence(dice))
        await asyncio.sleep(before + WINDOW_S - time.monotonic())
        spent[watches].append((server.cpu_s() - cpu) / (time.monotonic() - before))
    assert told >= WINDOWS * (WINDOW_S - 2), "the desk was not told each second"
    figures.title(f"tower: {RATE} notes a second from {PEOPLE} people in {ROOMS} groups")
    figures.tell("of a core, without the tower", mean(spent[False]) * 100, "%")
    figures.tell("of a core, with it", mean(spent[True]) * 100, "%")
    figures.at_most("of a core, the tower", (mean(spent[True]) - mean(spent[False])) * 100, 2, "%")


# -- another step -------------------------------------------------------------------------------------------------


async def change(figures: Figures, crowd: Crowd, steps: list[str]) -> None:
    """From the facilitator's press to the frame that each page has of it."""
    waits: list[float] = []
    for number in range(1, CHANGES + 1):
        step, seen = steps[number % 2], steps[(number + 1) % 2]
        waits += await shown(crowd, step, seen)
        await asyncio.sleep(0.5)
    figures.title(f"step: {CHANGES} changes, {PEOPLE} people in {ROOMS} groups")
    figures.tell("from press to screen, p50", share(waits, 0.5) * 1000, "ms")
    figures.tell("p95", share(waits, 0.95) * 1000, "ms")
    figures.at_most("the last of all", max(waits), 1, "s")


async def shown(crowd: Crowd, step: str, seen: str) -> list[float]:
    """How long it took to each page."""
    waits: dict[Page, float] = {}
    done = asyncio.get_running_loop().create_future()
    wanted = f'"step":"{step}"'.encode()

    def hear(page: Page, payload: bytes) -> None:
        if page not in waits and payload.startswith(b'42["frame"') and wanted in payload:
            waits[page] = time.monotonic() - began
            if len(waits) == len(crowd.pages):
                done.set_result(None)

    for page in crowd.pages:
        page.hear = hear
    began = time.monotonic()
    answer = await crowd.pages[0].do("step.start", step=step, seen=seen)
    assert "seq" in answer, answer
    await asyncio.wait_for(done, 30)
    return list(waits.values())
