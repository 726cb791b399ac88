"""Real Chromium, phones and laptops, and a server that can be killed."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, async_playwright

from tests.e2e.chromium import CALLING, chromium
from tests.e2e.tabs import BROWSERS, Tab, Tabs, launched
from tests.e2e.watch import Watch
from tests.postgres import Postgres
from tests.serving import Served, serving
from web.settings import Settings

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
LAPTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
Opened = Callable[..., Awaitable[BrowserContext]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=CALLING)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def opened(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Opened]:
    """`await opened("fr", **PHONE)`: a fresh device. After a failure each of its pages leaves a picture.

    Whatever is tested, no page may ask anybody but our server for anything, nor complain in its console.
    """
    async with AsyncExitStack() as stack:
        contexts: list[BrowserContext] = []
        watch = Watch()

        async def open_device(locale: str = "fr-FR", **device: Any) -> BrowserContext:
            context = await browser.new_context(locale=locale, **(device or LAPTOP))
            context.set_default_timeout(10_000)
            watch.over(context)
            contexts.append(context)
            stack.push_async_callback(context.close)
            return context

        yield open_device
        if getattr(request.node, "has_failed", False):
            folder = Path("test-results") / re.sub(r"\W+", "-", request.node.name)
            folder.mkdir(parents=True, exist_ok=True)
            for i, page in enumerate(page for context in contexts for page in context.pages):
                await page.screenshot(path=folder / f"{i}.png")
    watch.is_quiet()


@pytest_asyncio.fixture(scope="module", loop_scope="session", params=BROWSERS)
async def launcher(request: pytest.FixtureRequest) -> AsyncIterator[Tabs]:
    """Each browser in its turn, one for all tests of a file."""
    async with launched(request.param) as open_tab:
        yield open_tab


@pytest_asyncio.fixture(loop_scope="session")
async def tabs(launcher: Tabs) -> AsyncIterator[Tabs]:
    """`await tabs()`: a page that may use a camera."""
    async with AsyncExitStack() as stack:

        async def open_tab() -> Tab:
            tab = await launcher()
            stack.push_async_callback(tab.close)
            return tab

        yield open_tab


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def served(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> AsyncIterator[Served]:
    """One server for all tests of a file, which each open a workshop of their own in it."""
    data = tmp_path_factory.mktemp("data")
    shutil.copy(migrated_sqlite, data / "palabre.sqlite3")
    database = f"sqlite:///{data / 'palabre.sqlite3'}"
    async with serving(Settings(data=data, database=database, url="http://127.0.0.1", port=0)) as running:
        yield running


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if call.when == "call":
        item.has_failed = report.failed  # type: ignore[attr-defined]
    return report


@dataclass
class Palabre:
    """`palabre serve --demo` as people run it: a process, killed and started again on the same data."""

    data: Path
    port: int
    process: asyncio.subprocess.Process | None = None
    printed: str = ""
    links: dict[str, str] = field(default_factory=dict)
    code: str = ""

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    async def run(self, *words: str) -> asyncio.subprocess.Process:
        """A command of it, on its data."""
        environment = os.environ | {"PALABRE_DATA": str(self.data), "PALABRE_URL": self.url}
        return await asyncio.create_subprocess_exec(
            str(Path(sys.executable).with_name("palabre")), *words,
            env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip

    async def start(self) -> None:
        self.process = await self.run("serve", "--demo", "--port", str(self.port))
        assert self.process.stdout is not None
        async with asyncio.timeout(30):
            while "viewer" not in self.printed:
                line = (await self.process.stdout.readline()).decode()
                assert line, f"the server has ended:\n{self.printed}"
                self.printed += line
        self.read_links()
        self._reading = asyncio.create_task(self._read())

    def read_links(self) -> None:
        self.links = dict(re.findall(r"(organizer|facilitator|participant|viewer)\s+(http\S+)", self.printed))
        # None where the links came with an archive, which holds no code.
        self.code = "".join(*re.findall(r"participant\s+\S+\s+code (\w{3}) (\w{3})", self.printed) or [""])

    async def _read(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.printed += line.decode()

    async def kill(self) -> None:
        """-9: no farewell."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
        self.printed = ""

    async def stop(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()
            await asyncio.wait_for(self.process.wait(), 20)


@pytest_asyncio.fixture(loop_scope="session")
async def palabre(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Palabre]:
    if request.config.getoption("two_processes"):
        (tmp_path / "data").mkdir()
        async with request.getfixturevalue("twins_of")(tmp_path / "data") as cluster:
            yield cluster
        return
    server = Palabre(tmp_path / "data", free_port())
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def twins_of(postgres: Postgres) -> Callable[[Path], AbstractAsyncContextManager[Palabre]]:
    from tests.e2e.twins import twins  # it builds on what is here

    return partial(twins, postgres)


@pytest_asyncio.fixture(loop_scope="session")
async def elsewhere(tmp_path: Path) -> AsyncIterator[Palabre]:
    """Another installation, not started yet."""
    server = Palabre(tmp_path / "elsewhere", free_port())
    yield server
    await server.stop()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
