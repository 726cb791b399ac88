"""The application without a network: requests go straight in, the clock is held by the test."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from httpx2 import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette

from persistence.links import Link
from rooms.ids import WorkshopId
from rooms.people import Participant
from rooms.permissions import Role
from rooms.state import State
from web.app import create_app, open_house
from web.house import House
from web.opening import links_for_all, make_link, open_workshop
from web.settings import Settings

WORKSHOP = WorkshopId("w1")
TITLE = "Réinventer <la place>"
STARTED_AT = 1_800_000_000_000


@dataclass(slots=True)
class Clock:
    ms: int = STARTED_AT

    def __call__(self) -> int:
        return self.ms


@dataclass(slots=True)
class Site:
    house: House
    app: Starlette
    http: AsyncClient
    clock: Clock
    links: dict[Role, Link]

    @property
    def state(self) -> State:
        return self.house.gateway.live[WORKSHOP].state

    @property
    def people(self) -> list[Participant]:
        return list(self.state.all(Participant))

    def token(self, role: Role) -> str:
        return self.house.doors.token(self.links[role])

    def link(self, role: Role, expires_at: int | None = None) -> str:
        """The token of another link."""
        return self.house.doors.token(make_link(self.house, WORKSHOP, role, expires_at))

    async def join(
        self, role: Role = Role.PARTICIPANT, name: str = "Jeanne", token: str | None = None
    ) -> dict[str, Any]:
        answer = await self.http.post("/api/join", json={"token": token or self.token(role), "name": name})
        assert answer.status_code == 201, answer.text
        joined: dict[str, Any] = answer.json()
        return joined

    async def session(self, role: Role, name: str = "Claire") -> dict[str, str]:
        """Headers of somebody who has just come in."""
        return bearer((await self.join(role, name))["session"])

    def at(self, address: str) -> AsyncClient:
        """A browser elsewhere in the world."""
        return client(self.app, address)


def bearer(session: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {session}"}


def client(app: Starlette, address: str) -> AsyncClient:
    return AsyncClient(transport=ASGITransport(app, client=(address, 40_000)), base_url="http://palabre.test")


def refusal(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["refused"]["code"]


def attempt_of(page: Response) -> str:
    found = re.search(r'name="attempt" value="(\w+)"', page.text)
    assert found, page.text
    return found[1]


@asynccontextmanager
async def opened(settings: Settings, static: Path) -> AsyncIterator[Site]:
    clock = Clock()
    house = open_house(replace(settings, url="http://palabre.test"), clock)
    app = create_app(house, static)
    async with app.router.lifespan_context(app), client(app, "203.0.113.7") as http:
        await open_workshop(house, WORKSHOP, TITLE, "fr", "Europe/Paris")
        yield Site(house, app, http, clock, links_for_all(house, WORKSHOP))


MANIFEST = {
    "src/page/main.ts": {
        "file": "assets/page-1a.js",
        "name": "page",
        "isEntry": True,
        "css": ["assets/page-1a.css"],
        "imports": ["_session.js"],
    },
    "src/room/main.ts": {"file": "assets/room-2b.js", "name": "room", "isEntry": True, "imports": ["_session.js"]},
    "_session.js": {"file": "assets/session-3c.js", "name": "session", "css": ["assets/session-3c.css"]},
}
