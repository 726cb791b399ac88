"""One RTCPeerConnection for all, in Chromium and in Firefox: simulcast in, slots out, both estimators at work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright

from tests.e2e.callers import Caller, Studio, Tab, seat, studio
from tests.e2e.conftest import CALLING, chromium
from tests.e2e.firefox import Firefox
from tests.serving import Served

Tabs = Callable[[], Awaitable[Tab]]


class FirefoxTab:
    def __init__(self, firefox: Firefox, id: str) -> None:
        self._firefox, self._id = firefox, id

    async def evaluate(self, expression: str) -> Any:
        return await self._firefox.evaluate(expression, self._id)


@pytest_asyncio.fixture(loop_scope="session", params=["chromium", "firefox"])
async def tabs(request: pytest.FixtureRequest, served: Served) -> AsyncIterator[Tabs]:
    """`await tabs()`: a page that may use a camera, in one browser or the other."""
    async with AsyncExitStack() as stack:
        if request.param == "chromium":
            playwright = await stack.enter_async_context(async_playwright())
            browser = await playwright.chromium.launch(executable_path=chromium(), args=CALLING)
            stack.push_async_callback(browser.close)

            async def open_tab() -> Tab:
                page = await (await browser.new_context(permissions=["camera", "microphone"])).new_page()
                await page.goto(served.url)
                return page
        else:
            firefox = await stack.enter_async_context(Firefox.start())

            async def open_tab() -> Tab:
                return FirefoxTab(firefox, await firefox.open(served.url))

        yield open_tab


@pytest_asyncio.fixture(loop_scope="session")
async def hall() -> AsyncIterator[Studio]:
    async with studio() as opened:
        opened.sit(seat("amina"), seat("bruno"))
        yield opened


async def two(hall: Studio, tabs: Tabs) -> tuple[Caller, Caller]:
    """Amina talks and is filmed; Bruno hears and sees her."""
    amina, bruno = Caller(hall, await tabs(), "amina"), Caller(hall, await tabs(), "bruno")
    await asyncio.gather(amina.call(), bruno.call(captures=False))
    await amina.wish(microphone=True, camera=True)
    await bruno.wish(layout="grid", faces=4)
    return amina, bruno


async def test_one_connection_sends_in_layers_and_receives_in_slots(hall: Studio, tabs: Tabs) -> None:
    amina, bruno = await two(hall, tabs)
    face, voice = await asyncio.gather(bruno.is_fed("camera", by="amina"), bruno.is_fed("microphone", by="amina"))

    def plays(stats: dict[str, Any]) -> bool:
        seen, heard = stats["in"].get(face, {}), stats["in"].get(voice, {})
        return bool(seen.get("framesDecoded", 0) > 60 and heard.get("packetsReceived", 0) > 20)

    await bruno.sees(plays)
    sent = await amina.sees(lambda stats: sum(each.get("framesEncoded", 0) > 30 for each in stats["out"]) == 3)
    assert {each["rid"] for each in sent["out"] if each["kind"] == "video" and each.get("framesEncoded")} == {
        "q",
        "h",
        "f",
    }
    await hall.said(lambda: hall.metrics.get("rembs", 0) > 0)


async def test_the_sender_learns_from_our_feedback_what_its_uplink_carries(hall: Studio, tabs: Tabs) -> None:
    amina, bruno = await two(hall, tabs)
    await bruno.is_fed("camera", by="amina")

    def is_large(stats: dict[str, Any]) -> bool:
        return any(each.get("rid") == "f" and each.get("frameWidth", 0) >= 640 for each in stats["out"])

    await amina.sees(is_large)
