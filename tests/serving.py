"""A whole server for tests: HTTP and sockets on a port of its own, in the loop of the test, on a fresh SQLite file."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import uvicorn

from facilitation.workshop import decode
from media.host import Media
from realtime.server import Server
from rooms.deciding import SYSTEM
from rooms.ids import WorkshopId
from rooms.permissions import Role
from rooms.state import State
from web.app import create_app, open_house
from web.doors import accepted
from web.house import House
from web.opening import links_for_all, open_workshop
from web.serving import listen
from web.settings import Settings

WORKSHOP = WorkshopId("w1")
WS = "realtime.broadcast:Protocol"


@dataclass(slots=True)
class Served:
    """A running server with one empty workshop in it, and a link for each role."""

    url: str
    house: House
    links: dict[Role, str]
    changed: asyncio.Event
    realtime: Server

    @property
    def state(self) -> State:
        return self.house.gateway.live[WORKSHOP].state

    def cut(self, link: str) -> None:
        """End the connections that came by a link."""
        self.realtime.cut(link)

    async def do(self, type: str, **fields: Any) -> int:
        """The seq of a command given by the system, past all permissions."""
        return accepted(await self.house.gateway.do(WORKSHOP, SYSTEM, decode({"type": type, **fields})))

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what people are about to do."""
        async with asyncio.timeout(20):
            while not is_so():
                self.changed.clear()
                await self.changed.wait()


@asynccontextmanager
async def serving(settings: Settings, ws: str = WS, media: Media | None = None) -> AsyncIterator[Served]:
    """At `settings.port`, or at a free one when it is 0. The database must be migrated. Without `media`, no voices."""
    listening = listen("127.0.0.1", settings.port)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    changed = asyncio.Event()
    house = open_house(replace(settings, url=url), at=lambda point: changed.set())
    app = create_app(house, media=media)
    config = uvicorn.Config(
        app,
        ws=ws,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=5,
    )
    server = InTest(config)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    await open_workshop(house, WORKSHOP, "Atelier", "fr", "Europe/Paris")
    links = {role: house.addresses.of(link) for role, link in links_for_all(house, WORKSHOP).items()}
    await server.is_up.wait()
    try:
        yield Served(url, house, links, changed, app.state.realtime)
    finally:
        await app.state.realtime.drain()
        server.should_exit = True
        await running


class InTest(uvicorn.Server):
    """Leaves the signals to pytest, and says when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@pytest.fixture
def settings(tmp_path: Path, migrated_sqlite: Path) -> Settings:
    """Of an installation in a folder of its own, with all tables and no rows."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copy(migrated_sqlite, data / "palabre.sqlite3")
    return Settings(data=data, database=f"sqlite:///{data / 'palabre.sqlite3'}", url="http://127.0.0.1", port=0)


@pytest_asyncio.fixture
async def server(settings: Settings) -> AsyncIterator[Served]:
    async with serving(settings) as served:
        yield served
