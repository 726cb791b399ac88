"""What it takes to come in, and to go from room to room."""

from __future__ import annotations

import asyncio
import gzip
import time
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from bench import servers
from bench.crowd import WELCOME, Crowd, Page
from bench.figures import Figures, share
from bench.hall import PEOPLE, Hall
from realtime.broadcast import Packet
from realtime.connection import Connection, Session
from realtime.messages import Join

JOINING_S, SETTLE_S = 5.0, 2.0
Sight = dict[str, int]
"""The rev of each thing one sees, by its id."""


async def run(figures: Figures, folder: Path) -> None:
    for in_groups in (True, False):
        data = folder / ("groups" if in_groups else "plenary")
        data.mkdir()
        hall = Hall(data)
        await hall.build(in_groups)
        weigh(figures, hall, "a group, its board before them" if in_groups else "plenary, all 2 000 notes before them")
        sessions = [hall.session(person) for person in [*hall.people, hall.steering]]
        await hall.house.close()
    with servers.palabre(data) as server:
        crowd = Crowd(server.port)
        await burst(figures, crowd, sessions)
        await move(figures, crowd, server)
        await crowd.leave()


# -- snapshots ----------------------------------------------------------------------------------------------------


class Kept:
    """A wire to nowhere, which keeps the parts of the last snapshot."""

    def __init__(self) -> None:
        self.parts: tuple[bytes, ...] = ()

    def send(self, packet: Packet) -> bool:
        self.parts = packet.attachments or self.parts
        return True

    def abort(self) -> None:
        raise AssertionError("this reader is never behind")


def weigh(figures: Figures, hall: Hall, where: str) -> None:
    """Let everybody join, and count how many snapshots were made for how many audiences."""
    figures.title(f"snapshot: for one of {PEOPLE} people in {where}")
    wires = []
    began = time.process_time()
    for person in hall.people:
        wire = Kept()
        session = Session(hall.live.id, person, "")
        connection = Connection(person, session, wire, lambda connection, reason: None)
        hall.live.telling.welcome(connection, Join())
        wires.append(wire)
    took = time.process_time() - began
    made = {id(part) for wire in wires for part in wire.parts}
    figures.at_most("gzipped", max(sum(map(len, wire.parts)) for wire in wires) / 1000, 300, "kB")
    figures.at_most("made for each audience", len(made) / (2 * len(hall.live.telling.groups)), 1)
    figures.tell("server CPU for a welcome, the one snapshot included", took / PEOPLE * 1000, "ms")


# -- coming in ----------------------------------------------------------------------------------------------------


async def burst(figures: Figures, crowd: Crowd, sessions: list[str]) -> None:
    figures.title(f"join: a facilitator, then {PEOPLE} people in {JOINING_S:.0f} s")
    figures.tell("the first, for whom the workshop is read", await arrive(crowd, sessions[-1]), "s")
    began = time.monotonic()

    async def in_turn(number: int) -> float:
        await asyncio.sleep(began + JOINING_S * number / PEOPLE - time.monotonic())
        return await arrive(crowd, sessions[number])

    waits = await asyncio.gather(*(in_turn(number) for number in range(PEOPLE)))
    await settle(crowd)
    figures.at_most("from opening a connection to the whole snapshot, p95", share(waits, 0.95), 1, "s")
    figures.tell("the slowest", max(waits), "s")


async def arrive(crowd: Crowd, session: str) -> float:
    began = time.monotonic()
    page = await crowd.add(session)
    page.join()
    await page.welcomed
    return time.monotonic() - began


async def settle(crowd: Crowd) -> None:
    """Let what the arrivals set off be told, then start from what is so now."""
    await asyncio.sleep(SETTLE_S)
    for page in crowd.pages:
        page.join()
        await page.welcomed
    crowd.check()


# -- moving -------------------------------------------------------------------------------------------------------


class Moving:
    """What each page is told while people are on their way, and when the last has arrived."""

    def __init__(self, crowd: Crowd) -> None:
        self.welcomes = {page: (page.welcome, page.parts) for page in crowd.pages}
        self.told: dict[Page, list[bytes]] = {page: [] for page in crowd.pages}
        self.moved: set[Page] = set()
        self.left = PEOPLE
        self.done = asyncio.get_running_loop().create_future()
        for page in crowd.pages:
            page.hear = self.hear

    def hear(self, page: Page, payload: bytes) -> None:
        if payload == WELCOME:
            self.welcomes[page] = (page.welcome, page.parts)
            self.told[page] = []
        self.told[page].append(payload)
        if payload.startswith(b'42["you"'):
            self.moved.add(page)
        elif page in self.moved and payload.startswith((b'42["frame"', WELCOME)):
            self.moved.discard(page)
            self.left -= 1
            if not self.left:
                self.done.set_result(None)


async def move(figures: Figures, crowd: Crowd, server: servers.Server) -> None:
    figures.title(f"move: {PEOPLE} people at once, all 2 000 notes lie in plenary")
    steering = crowd.pages[0]
    for name, command in (
        ("to their groups", {"type": "groups.open"}),
        ("back to plenary", {"type": "groups.close", "at": 0}),
    ):
        moving = Moving(crowd)
        began, cpu = time.monotonic(), server.cpu_s()
        answer = steering.do(**command)
        await moving.done
        figures.at_most(f"{name}, until the last page is right", time.monotonic() - began, 2, "s")
        figures.tell("server CPU meanwhile", server.cpu_s() - cpu, "s")
        assert "seq" in await answer, answer
        await check(crowd, moving)


async def check(crowd: Crowd, moving: Moving) -> None:
    """What a page saw and what it was told must be what it is shown when it joins again."""
    for page in crowd.pages:
        sight = sight_of(*moving.welcomes[page])
        for payload in moving.told[page]:
            if payload.startswith(b'42["frame"'):
                lay(sight, packet(payload)[1])
        page.join()
        await page.welcomed
        assert sight == sight_of(page.welcome, page.parts), "a page shows something else than it should"
    crowd.check()


def sight_of(welcome: bytes, parts: list[bytes]) -> Sight:
    """What a welcome shows: its snapshot, and the frames to lay over it."""
    sight: Sight = {}
    for part in parts:
        sight |= snapshot(part)
    for frame in msgspec.json.decode(welcome[welcome.index(b"[") :])[1]["frames"]:
        lay(sight, frame)
    return sight


def lay(sight: Sight, frame: dict[str, Any]) -> None:
    sight |= {entity["id"]: entity["rev"] for entity in frame["put"]}
    for id in frame["drop"]:
        sight.pop(id, None)


@cache
def packet(payload: bytes) -> tuple[str, Any]:
    event, value = msgspec.json.decode(payload[2:])
    return event, value


@cache
def snapshot(part: bytes) -> Sight:
    return {entity["id"]: entity["rev"] for entity in msgspec.json.decode(gzip.decompress(part))}
