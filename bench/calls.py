"""Calls between real browsers, Chromium and Firefox: what is seen and heard of loss, narrow lines, switches and moves.

The same measures as in the browser tests, which hold them to wide bounds only: here they are beside what is asked.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figures
from media.addresses import own_addresses
from tests.e2e.callers import LARGE, SMALL, Caller, Studio, seat, studio
from tests.e2e.impaired import Relay, relay
from tests.e2e.measures import (
    BLUE,
    GREEN,
    RED,
    joined,
    layer_switched,
    moved,
    narrowed,
    quality,
    replaced,
    restarted,
    source_switched,
)
from tests.e2e.tabs import BROWSERS, Tabs, launched

LOSS = 0.05
LISTENED_S = 20.0
SETTLED_S = 2.0
UP_BPS, DOWN_BPS = 800_000, 500_000
ADAPTED_S = 60.0


async def run(figures: Figures, folder: Path) -> None:
    for browser in BROWSERS:
        async with launched(browser) as tabs:
            figures.title(f"calls: {browser}, on a good network")
            await in_a_room(figures, tabs)
            await with_a_worker_that_dies(figures, tabs)
            figures.title(f"calls: {browser}, 5 % lost on each leg")
            await over_a_lossy_way(figures, tabs)
            figures.title(f"calls: {browser}, from a good line to 800 kb/s up and 500 kb/s down")
            await over_a_narrow_way(figures, tabs)
            figures.title(f"calls: {browser}, another network")
            await over_another_network(figures, tabs)


# -- in a room --------------------------------------------------------------------------------------------------------


async def in_a_room(figures: Figures, tabs: Tabs) -> None:
    async with studio() as opened:
        amina, bruno, chen, dora = [Caller(opened, await tabs(), name) for name in ("amina", "bruno", "chen", "dora")]
        opened.sit(*(seat(each.name) for each in (amina, bruno, chen, dora)))
        await asyncio.gather(amina.talk(RED), bruno.talk(BLUE), chen.talk(GREEN))
        await asyncio.gather(bruno.looks(), chen.looks())
        await bruno.wish(microphone=True, camera=True, pinned="amina")
        await bruno.shows(lambda picture: picture.is_of(RED), time.time())
        figures.at_most("offer to the first picture", await joined(dora) * 1000, 1_500, "ms")
        await dora.tab.close()
        usual = await quality(bruno, "amina", 5)
        figures.tell("without a new picture, longest, when nothing happens", usual.longest_s * 1000, "ms")
        source = await source_switched(bruno, to="chen", hue=GREEN)
        figures.at_most("another face is seen after", source.took_s * 1000, 300, "ms")
        figures.at_most("freezes meanwhile", source.is_frozen, 0)
        sends: dict[str, Any] = {"microphone": True, "camera": True, "pinned": "chen"}
        down = await layer_switched(bruno, lambda picture: picture.width == 160, quality="low", **sends)
        up = await layer_switched(bruno, lambda picture: picture.width > 160, **sends)
        figures.at_most("a smaller picture is seen after", down.took_s * 1000, 300, "ms")
        figures.at_most("a larger picture is seen after", up.took_s * 1000, 300, "ms")
        figures.at_most("freezes meanwhile", down.is_frozen + up.is_frozen, 0)
        await opened_elsewhere(figures, opened, bruno, chen)
        await asyncio.gather(*(each.tab.close() for each in (amina, bruno, chen)))


async def opened_elsewhere(figures: Figures, opened: Studio, bruno: Caller, chen: Caller) -> None:
    opened.sit(seat("bruno", "empty"), seat("chen", "elsewhere"))
    await asyncio.gather(bruno.falls_silent(), bruno.goes_dark())
    hears_s, is_heard_s = await moved(opened, bruno, "elsewhere", chen)
    figures.at_most("who moves hears the new room after", hears_s * 1000, 300, "ms")
    figures.at_most("and is heard there after", is_heard_s * 1000, 300, "ms")


async def with_a_worker_that_dies(figures: Figures, tabs: Tabs) -> None:
    async with studio() as opened:
        amina, bruno = Caller(opened, await tabs(), "amina"), Caller(opened, await tabs(), "bruno")
        opened.sit(seat("amina"), seat("bruno"))
        await asyncio.gather(amina.talk(RED), bruno.call(captures=False))
        await asyncio.gather(bruno.looks(), bruno.wish())
        await bruno.shows(lambda picture: picture.is_of(RED), 0)
        figures.at_most("worker killed to all seen and heard again", max(await replaced(opened, amina, bruno)), 10, "s")
        await asyncio.gather(amina.tab.close(), bruno.tab.close())


# -- on a bad network -------------------------------------------------------------------------------------------------


@dataclass
class Way:
    """Amina is heard and seen by Bruno, both over the relay."""

    relay: Relay
    amina: Caller
    bruno: Caller


@asynccontextmanager
async def way(tabs: Tabs, size: tuple[int, int]) -> AsyncIterator[Way]:
    async with relay(own_addresses()[0]) as between, studio(announced=(between.announced,)) as opened:
        assert opened.worker.ready is not None
        between.lead_to(opened.worker.ready.port)
        opened.sit(seat("amina"), seat("bruno"))
        amina, bruno = Caller(opened, await tabs(), "amina"), Caller(opened, await tabs(), "bruno")
        await asyncio.gather(amina.talk(RED, size), bruno.call(captures=False))
        await asyncio.gather(bruno.looks(), bruno.wish())
        # Of a small picture Chromium does not send the largest layer.
        await bruno.shows(lambda picture: picture.width == size[0] if size == LARGE else picture.is_of(RED), 0)
        yield Way(between, amina, bruno)
        await asyncio.gather(amina.tab.close(), bruno.tab.close())


async def over_a_lossy_way(figures: Figures, tabs: Tabs) -> None:
    async with way(tabs, SMALL) as over:
        usual = await quality(over.bruno, "amina", LISTENED_S)
        over.relay.up.loss = over.relay.down.loss = LOSS
        await over.bruno.pause(SETTLED_S)
        found = await quality(over.bruno, "amina", LISTENED_S)
    figures.tell("sound made up before, on a good network", usual.concealed, "of 1")
    figures.at_most("sound made up", found.concealed, 0.03, "of 1")
    figures.tell("frozen in 20 s before, on a good network", usual.frozen_s, "s")
    figures.at_most("frozen in 20 s", found.frozen_s, 1, "s")


async def over_a_narrow_way(figures: Figures, tabs: Tabs) -> None:
    async with way(tabs, LARGE) as over:
        found = await narrowed(over.relay, over.bruno, "amina", UP_BPS, DOWN_BPS, within_s=ADAPTED_S)
    figures.at_most("until pictures come and nothing is dropped", found.took_s, 5, "s")
    figures.tell("sound made up until then", found.concealed, "of 1")
    figures.at_most("sound made up since", found.concealed_since, 0.03, "of 1")


async def over_another_network(figures: Figures, tabs: Tabs) -> None:
    async with way(tabs, SMALL) as over:
        seen_s, heard_s = await restarted(over.relay, over.amina, over.bruno)
    figures.tell("ICE restart to the first picture", seen_s, "s")
    figures.tell("to the first sound", heard_s, "s")
