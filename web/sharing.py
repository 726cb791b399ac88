"""Links to give away: their addresses, codes and pictures; making new ones, withdrawing others."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, Protocol

import segno
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.process import Time
from persistence.colleagues import Colleague
from persistence.journal import Busy
from persistence.links import Link, Links
from persistence.sessions import SessionEnds
from realtime.gateway import Gateway
from realtime.neighbours import Ended
from rooms.agenda import Workshop
from rooms.ids import WorkshopId
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from rooms.text import Line, one_line
from web.answers import json
from web.bodies import decoded
from web.codes import spoken
from web.doors import Doors
from web.tokens import Tokens

LOOK_S = 5.0
RANK = list(Role)
ROBOTS = "robots"
"""What the link is called by which robots of a rehearsal come: nobody is shown it."""
PASS = "studio"
"""What the links are called by which colleagues come from the studio: each is one person's."""
UNSHOWN = (ROBOTS, PASS)
WITH_CODE = (Role.VIEWER, Role.PARTICIPANT)
"""Who may come in by a short code: a wrong guess must never give somebody the staff's rights."""


log = logging.getLogger(__name__)


class NewLink(Struct, frozen=True, forbid_unknown_fields=True):
    role: Role
    label: Line = ""
    expires_at: Time | None = None


def new_link(workshop: WorkshopId, role: Role, at: int, label: str = "", expires_at: int | None = None) -> Link:
    """Not yet kept."""
    return Link(secrets.token_hex(8), workshop, role, label, at, expires_at=expires_at)


class Addresses:
    """Where links lead, under the public address of the installation."""

    def __init__(self, doors: Doors, tokens: Tokens, url: str) -> None:
        self._doors = doors
        self._tokens = tokens
        self._url = url

    def studio(self, link: str) -> str:
        return f"{self._url}/studio/{self._tokens.studio(link)}"

    def invitation(self, colleague: Colleague) -> str:
        return f"{self._url}/studio/{self._tokens.invitation(colleague.id, colleague.invitation or '')}"

    def of(self, link: Link) -> str:
        return f"{self._url}/j/{self._doors.token(link)}"

    def short(self, link: Link) -> str:
        """The shortest that leads there, so that its picture is coarse enough to be read across a hall."""
        return f"{self._url}/c/{link.code}" if link.code else self.of(link)


class Cutting(Protocol):
    """What is open here and in other processes."""

    def cut(self, link: str) -> None: ...

    def end_sessions(self, ended: Ended) -> None: ...


class Revocations:
    """Cuts off who came by links that another process has revoked, or left on all their devices through it."""

    def __init__(self, gateway: Gateway, links: Links, ends: SessionEnds, realtime: Cutting) -> None:
        self._gateway = gateway
        self._links = links
        self._ends = ends
        self._realtime = realtime

    async def run(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            try:
                await self.look()
            except Busy:
                log.warning("the database does not answer")

    async def look(self) -> None:
        for live in list(self._gateway.live.values()):
            if live.telling.people:
                for link in await asyncio.to_thread(self._links.revoked, live.id):
                    self._realtime.cut(link.id)
                for end in await asyncio.to_thread(self._ends.everywhere, live.id):
                    ended = Ended(workshop=live.id, participant=end.participant, before=end.not_before)
                    self._realtime.end_sessions(ended)


class Sharing:
    """`cut` ends the connections that came by a link."""

    def __init__(
        self, doors: Doors, links: Links, addresses: Addresses, cut: Callable[[str], None], now: Callable[[], int]
    ) -> None:
        self._doors = doors
        self._links = links
        self._addresses = addresses
        self._cut = cut
        self._now = now

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/links", self.list, methods=["GET"]),
            Route("/api/links", self.add, methods=["POST"]),
            Route("/api/links/{link}/revoke", self.revoke, methods=["POST"]),
        ]

    async def list(self, request: Request) -> Response:
        """Those that give no more than one has: a facilitator is not told the organizer's."""
        member = await self._doors.member(request.headers.get("authorization", ""))
        member.require(Permission.STEER)
        links = await asyncio.to_thread(self._links.of, member.live.id)
        rank = RANK.index(member.person.role)
        shown = [link for link in links if RANK.index(link.role) <= rank and link.label not in UNSHOWN]
        title = next(member.live.state.all(Workshop)).title
        return json({"title": title, "links": [self._shown(link) for link in shown]})

    async def add(self, request: Request) -> Response:
        member = await self._doors.member(request.headers.get("authorization", ""))
        member.require(Permission.ORGANIZE)
        wish = await decoded(request, NewLink)
        if wish.expires_at is not None and wish.expires_at <= self._now():
            raise Refused("too_late", at=wish.expires_at)
        label = one_line(wish.label) if wish.label.strip() else ""
        link = new_link(member.live.id, wish.role, self._now(), label, wish.expires_at)
        return json(self._shown(await asyncio.to_thread(self._links.create, link, wish.role in WITH_CODE)), 201)

    async def revoke(self, request: Request) -> Response:
        """Whoever came by it is cut off, and stays in the records."""
        member = await self._doors.member(request.headers.get("authorization", ""))
        member.require(Permission.ORGANIZE)
        link = await asyncio.to_thread(self._links.find, request.path_params["link"])
        if link is None or link.workshop != member.live.id or link.participant is not None:
            raise Refused("unknown", kind="link")
        if link.id == member.session.link:
            raise Refused("own_link")
        at = self._now()
        await asyncio.to_thread(self._links.revoke, link.id, at)
        self._cut(link.id)
        return json(self._shown(replace(link, revoked_at=link.revoked_at or at)))

    def _shown(self, link: Link) -> dict[str, Any]:
        facts = {name: value for name, value in asdict(link).items() if name not in ("workshop", "code", "participant")}
        return {
            **facts,
            "code": spoken(link.code) if link.code else None,
            "url": self._addresses.of(link),
            "qr": segno.make(self._addresses.short(link), micro=False).svg_data_uri(border=4, scale=4),
        }
