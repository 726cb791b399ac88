"""Blank pages of Chromium and Firefox that may use a camera: what callers sit at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Protocol

from playwright.async_api import async_playwright

from tests.e2e.chromium import CALLING, chromium
from tests.e2e.firefox import Firefox

BROWSERS = ("chromium", "firefox")
BLANK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\nConnection: close\r\n\r\n<!doctype html>"


class Tab(Protocol):
    """A page of any browser."""

    async def evaluate(self, expression: str) -> Any: ...

    async def close(self) -> None: ...


Tabs = Callable[[], Awaitable[Tab]]


class FirefoxTab:
    def __init__(self, firefox: Firefox, id: str) -> None:
        self._firefox, self._id = firefox, id

    async def evaluate(self, expression: str) -> Any:
        return await self._firefox.evaluate(expression, self._id)

    async def close(self) -> None:
        await self._firefox.close(self._id)


@asynccontextmanager
async def launched(browser: str) -> AsyncIterator[Tabs]:
    """`await tabs()`: one more page of this browser."""
    async with _blank_page() as url:
        if browser == "chromium":
            async with _chromium(url) as tabs:
                yield tabs
        else:
            async with _firefox(url) as tabs:
                yield tabs


@asynccontextmanager
async def _chromium(url: str) -> AsyncIterator[Tabs]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=CALLING)
        context = await browser.new_context(permissions=["camera", "microphone"])

        async def tab() -> Tab:
            page = await context.new_page()
            await page.goto(url)
            return page

        yield tab
        await browser.close()


@asynccontextmanager
async def _firefox(url: str) -> AsyncIterator[Tabs]:
    async with Firefox.start() as firefox:

        async def tab() -> Tab:
            return FirefoxTab(firefox, await firefox.open(url, "window"))

        yield tab


@asynccontextmanager
async def _blank_page() -> AsyncIterator[str]:
    """Browsers lend their cameras to pages of this machine, but not to none."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(BLANK)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}/"
    finally:
        server.close()
