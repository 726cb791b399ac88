"""Who is seen and heard when people come, look elsewhere, move, are muted, or lose their worker: in both browsers.

Bounds are wide, for busy machines; `make bench ARGS=calls` prints what is reached.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest_asyncio

from tests.e2e.callers import Caller, Studio, seat, studio
from tests.e2e.measures import BLUE, GREEN, RED, joined, layer_switched, moved, replaced, source_switched
from tests.e2e.tabs import Tabs

SOON_S = 25.0
"""Of what takes a tenth of a second to three seconds on a machine that is not busy."""


@dataclass
class Trio:
    """Amina, Bruno and Chen, each in a colour of their own."""

    studio: Studio
    amina: Caller
    bruno: Caller
    chen: Caller


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def called(launcher: Tabs) -> AsyncIterator[Trio]:
    """One call for all tests: it is made once, and nothing that happens in it needs another."""
    async with studio() as opened:
        trio = Trio(opened, *[Caller(opened, await launcher(), name) for name in ("amina", "bruno", "chen")])
        opened.sit(seat("amina"), seat("bruno"), seat("chen"))
        await asyncio.gather(trio.amina.talk(RED), trio.bruno.talk(BLUE), trio.chen.talk(GREEN))
        await asyncio.gather(trio.bruno.looks(), trio.chen.looks())
        yield trio
        await asyncio.gather(*(each.tab.close() for each in (trio.amina, trio.bruno, trio.chen)))


@pytest_asyncio.fixture(loop_scope="session")
async def trio(called: Trio) -> Trio:
    """All in one room, all heard and seen; Bruno sees Amina."""
    called.studio.sit(seat("amina"), seat("bruno"), seat("chen"))
    await called.bruno.wish(microphone=True, camera=True, pinned="amina")
    now = time.time()
    await asyncio.gather(
        called.bruno.shows(lambda picture: picture.is_of(RED), now),
        called.bruno.hears("amina", now),
        called.bruno.hears("chen", now),
    )
    return called


async def test_who_comes_sees_the_others_soon(trio: Trio, tabs: Tabs) -> None:
    dora = Caller(trio.studio, await tabs(), "dora")
    trio.studio.sit(seat("dora"))
    assert await joined(dora) < SOON_S


async def test_another_face_comes_in_the_place_of_one(trio: Trio) -> None:
    switch = await source_switched(trio.bruno, to="chen", hue=GREEN)
    assert switch.took_s < SOON_S
    after = time.time()
    await trio.bruno.shows(lambda picture: picture.is_of(GREEN), after + 0.5)
    assert not any(picture.is_of(RED) for picture in await trio.bruno.shown(after))


async def test_a_picture_becomes_small(trio: Trio) -> None:
    """How soon it is large again depends on how much the machine has left: the bench says."""
    sends = {"microphone": True, "camera": True, "pinned": "amina"}
    down = await layer_switched(trio.bruno, lambda picture: picture.width == 160, quality="low", **sends)
    assert down.took_s < SOON_S


async def test_who_moves_is_heard_there_and_no_longer_here(trio: Trio) -> None:
    """With microphone and camera as they were, over the same connection."""
    trio.studio.sit(seat("bruno", "empty"), seat("chen", "elsewhere"))
    await asyncio.gather(trio.bruno.falls_silent(), trio.bruno.goes_dark())
    came = time.time()
    hears_s, is_heard_s = await moved(trio.studio, trio.bruno, "elsewhere", trio.chen)
    assert max(hears_s, is_heard_s) < SOON_S
    await trio.chen.shows(lambda picture: picture.is_of(BLUE), came)
    await trio.bruno.shows(lambda picture: picture.is_of(GREEN), came)
    # A browser may show what had come before a little late, but never after what came later.
    after = time.time()
    await trio.bruno.shows(lambda picture: picture.is_of(GREEN), after + 0.5)
    assert not any(picture.is_of(RED) for picture in await trio.bruno.shown(after))
    assert trio.bruno.calls == 1


async def test_who_is_muted_from_afar_is_heard_no_more(trio: Trio) -> None:
    trio.studio.sit(seat("amina", muted=True), seat("chen", muted=True))
    await trio.studio.said(lambda: not trio.studio.wanted[trio.amina.connection].microphone)
    await trio.bruno.falls_silent()
    # Seen all the same.
    await trio.bruno.shows(lambda picture: picture.is_of(RED), time.time())
    trio.studio.sit(seat("amina"))
    await trio.bruno.hears("amina", time.time())


async def test_all_are_back_soon_after_their_worker_died(tabs: Tabs) -> None:
    async with studio() as opened:
        amina, bruno = Caller(opened, await tabs(), "amina"), Caller(opened, await tabs(), "bruno")
        opened.sit(seat("amina"), seat("bruno"))
        await asyncio.gather(amina.talk(RED), bruno.call(captures=False))
        await asyncio.gather(bruno.looks(), bruno.wish())
        await bruno.shows(lambda picture: picture.is_of(RED), 0)
        seen_s, heard_s = await replaced(opened, amina, bruno)
        assert max(seen_s, heard_s) < SOON_S
