"""What people in a call see and hear of a change, and how soon. Tests hold it to wide bounds, the bench prints it."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.e2e.callers import Caller, Picture, Studio, seat
from tests.e2e.impaired import Relay

RED, GREEN, BLUE = 0, 120, 240
CALM_S = 1.5
"""So long nothing was dropped, and pictures came, where all have adapted to a line."""
PICTURES_MIN = 3
"""A second."""


@dataclass(frozen=True, slots=True)
class Quality:
    """`concealed` is the part of the sound that was made up, `longest_s` the longest time without a new picture."""

    concealed: float
    frozen_s: float
    longest_s: float
    pictures: int


@dataclass(frozen=True, slots=True)
class Switch:
    """How long until it was seen, and the longest time without a new picture on the way."""

    took_s: float
    gap_s: float
    is_frozen: bool


async def quality(caller: Caller, by: str, seconds: float) -> Quality:
    """Of one person as another gets them, for a while."""
    mid = await caller.slot_of("microphone", by)
    before, since = (await caller.stats())["in"][mid], time.time()
    await caller.pause(seconds)
    after = (await caller.stats())["in"][mid]
    return Quality(concealed_between(before, after), *await pictures(caller, since))


async def pictures(caller: Caller, since: float) -> tuple[float, float, int]:
    """How long the picture was frozen until now, the longest time without one, and how many there were."""
    times = [since, *(each.at for each in await caller.shown(since)), time.time()]
    gaps = [after - before for before, after in pairwise(times)]
    return sum(freezes(gaps)), max(gaps), len(times) - 2


def concealed_between(before: dict[str, Any], after: dict[str, Any]) -> float:
    def more(name: str) -> int:
        return int(after.get(name, 0) - before.get(name, 0))

    return (more("concealedSamples") - more("silentConcealedSamples")) / max(1, more("totalSamplesReceived"))


def freezes(gaps: Sequence[float]) -> list[float]:
    """Those as long as W3C's webrtc-stats has it (freezeCount): thrice the usual time, and 150 ms more."""
    usual = sum(gaps) / max(1, len(gaps))
    return [gap for gap in gaps if gap > max(3 * usual, usual + 0.15)]


# -- on a bad network -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Narrowed:
    """How long until pictures came and nothing was dropped; what was made up of the sound until and since then."""

    took_s: float
    concealed: float
    concealed_since: float


async def narrowed(relay: Relay, caller: Caller, by: str, up_bps: int, down_bps: int, within_s: float) -> Narrowed:
    """From one moment to the next everybody's line carries no more than that."""
    mid = await caller.slot_of("microphone", by)
    first = (await caller.stats())["in"][mid]
    began = time.time()
    relay.up.rate_bps, relay.down.rate_bps = up_bps, down_bps
    async with asyncio.timeout(within_s + CALM_S):
        while not await is_calm(relay, caller, began):
            await caller.pause(0.1)
    then, took_s = (await caller.stats())["in"][mid], time.time() - began - CALM_S
    await caller.pause(CALM_S)
    last = (await caller.stats())["in"][mid]
    return Narrowed(took_s, concealed_between(first, then), concealed_between(then, last))


async def is_calm(relay: Relay, caller: Caller, began: float) -> bool:
    since = time.time() - CALM_S
    if since < max(began, relay.up.dropped_at, relay.down.dropped_at):
        return False
    return len(await caller.shown(since)) >= CALM_S * PICTURES_MIN


async def restarted(relay: Relay, talker: Caller, listener: Caller) -> tuple[float, float]:
    """Both are on another network at once, and say so by an ICE restart. Until pictures and sound are back."""
    await relay.cut()
    await asyncio.gather(listener.falls_silent(), listener.goes_dark())
    relay.move()
    await relay.mend()
    began = time.time()
    await asyncio.gather(talker.restart(), listener.restart())
    seen = await listener.shows(lambda picture: True, began)
    return seen.at - began, await listener.hears(talker.name, began) - began


async def replaced(studio: Studio, talker: Caller, listener: Caller) -> tuple[float, float]:
    """The worker is killed. Until pictures and sound are back, by the worker that takes over."""
    assert studio.worker.process is not None
    is_back = asyncio.Event()
    studio.worker.back = is_back.set
    began = time.time()
    os.kill(studio.worker.process.pid, signal.SIGKILL)
    async with asyncio.timeout(20):
        await is_back.wait()
    await asyncio.gather(talker.connect(), listener.connect())
    await asyncio.gather(talker.tab.evaluate("call.send()"), listener.looks())
    await talker.wish(microphone=True, camera=True)
    await listener.wish()
    seen = await listener.shows(lambda picture: True, began + 0.5)
    return seen.at - began, await listener.hears(talker.name, seen.at - 0.5) - began


# -- in a room --------------------------------------------------------------------------------------------------------


async def joined(listener: Caller) -> float:
    """From the offer to the first picture."""
    await listener.prepare()
    began = time.time()
    await listener.offer()
    await asyncio.gather(listener.looks(), listener.wish())
    return (await listener.shows(lambda picture: True, began)).at - began


async def source_switched(listener: Caller, to: str, hue: int) -> Switch:
    """They look at somebody else."""
    began = time.time()
    await listener.wish(pinned=to)
    return await switch(listener, began, lambda picture: picture.is_of(hue))


async def layer_switched(listener: Caller, is_it: Callable[[Picture], bool], **wish: Any) -> Switch:
    """They look at the same person, in another size."""
    began = time.time()
    await listener.wish(**wish)
    return await switch(listener, began, is_it)


async def switch(listener: Caller, began: float, is_it: Callable[[Picture], bool]) -> Switch:
    seen = await listener.shows(is_it, began)
    await listener.pause(0.5)
    times = [each.at for each in await listener.shown(began - 3)]
    gaps = [after - before for before, after in pairwise(times)]
    near = [after - before for before, after in pairwise(times) if after > began and before < seen.at + 0.3]
    return Switch(seen.at - began, max(near), any(gap in near for gap in freezes(gaps)))


async def moved(studio: Studio, person: Caller, room: str, other: Caller) -> tuple[float, float]:
    """From an empty room into that of another. Until they hear the other, and the other them."""
    began = time.time()
    studio.sit(seat(person.name, room))
    hears, is_heard = await asyncio.gather(person.hears(other.name, began), other.hears(person.name, began))
    return hears - began, is_heard - began
