"""Coming into the studio: links for colleagues, the sessions one gets by them, and how often one may ask."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import asdict
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from persistence.studio import StudioLink, StudioLinks
from rooms.refusal import Refused
from rooms.text import line_or_nothing
from web.answers import json
from web.attempts import STUDIO, UPLOADS, Attempts, Pace
from web.bodies import address_of, decoded
from web.sharing import Addresses
from web.studio.messages import NewStudioLink, OpenStudio, StudioLinkShown, StudioLinksShown, StudioSession
from web.tokens import Tokens


def new_studio_link(at: int, label: str = "", expires_at: int | None = None) -> StudioLink:
    """Not yet kept."""
    return StudioLink(secrets.token_hex(8), label, at, expires_at)


class Named(Protocol):
    """What the organization is called now."""

    @property
    def name(self) -> str: ...


class StudioDoors:
    """`now` gives epoch milliseconds."""

    def __init__(
        self,
        links: StudioLinks,
        tokens: Tokens,
        attempts: Attempts,
        pace: Pace,
        addresses: Addresses,
        brand: Named,
        now: Callable[[], int],
    ) -> None:
        self._links = links
        self._tokens = tokens
        self._attempts = attempts
        self._pace = pace
        self._addresses = addresses
        self._brand = brand
        self._now = now

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/studio/session", self.open, methods=["POST"]),
            Route("/api/studio/links", self.list, methods=["GET"]),
            Route("/api/studio/links", self.add, methods=["POST"]),
            Route("/api/studio/links/{link}/revoke", self.revoke, methods=["POST"]),
        ]

    @property
    def organization(self) -> str:
        return self._brand.name

    async def staff(self, request: Request) -> StudioLink:
        """By whose link a request comes. Raises Refused: "session_unknown", "link_revoked", "too_fast".

        A link that has expired still holds for who came by it, as a workshop's does.
        """
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        id = self._tokens.read_studio_session(token.strip()) if scheme.lower() == "bearer" else None
        if id is None:
            raise Refused("session_unknown")
        await self._pace.take(STUDIO, f"studio-{id}")
        if is_upload(request):
            await self._pace.take_each(UPLOADS, f"studio-{id}")
        link = await asyncio.to_thread(self._links.find, id)
        if link is None:
            raise Refused("session_unknown")
        if link.revoked_at is not None:
            raise Refused("link_revoked")
        return link

    async def open(self, request: Request) -> Response:
        """A session for the token of a link. Raises Refused as a workshop's door does."""
        address = address_of(request)
        await self._attempts.require(address)
        wish = await decoded(request, OpenStudio)
        id = self._tokens.read_studio(wish.token)
        link = await asyncio.to_thread(self._links.find, id) if id else None
        if link is None:
            await self._attempts.count(address)
            raise Refused("link_unknown")
        if link.revoked_at is not None:
            raise Refused("link_revoked")
        if link.expires_at is not None and link.expires_at <= self._now():
            raise Refused("link_expired", at=link.expires_at)
        session = StudioSession(
            session=self._tokens.studio_session(link.id), label=link.label, organization=self._brand.name
        )
        return json(session, 201)

    async def list(self, request: Request) -> Response:
        return await self._shown(await self.staff(request))

    async def add(self, request: Request) -> Response:
        staff = await self.staff(request)
        wish = await decoded(request, NewStudioLink)
        now = self._now()
        if wish.expires_at is not None and wish.expires_at <= now:
            raise Refused("too_late", at=wish.expires_at)
        await asyncio.to_thread(self._links.create, new_studio_link(now, line_or_nothing(wish.label), wish.expires_at))
        return await self._shown(staff, 201)

    async def revoke(self, request: Request) -> Response:
        """Whoever came by it is out at their next request. Nobody shuts themselves out."""
        staff = await self.staff(request)
        id = request.path_params["link"]
        if id == staff.id:
            raise Refused("own_link")
        if await asyncio.to_thread(self._links.revoke, id, self._now()) is None:
            raise Refused("unknown", kind="link")
        return await self._shown(staff)

    async def _shown(self, staff: StudioLink, status: int = 200) -> Response:
        links = await asyncio.to_thread(self._links.all)
        shown = (
            StudioLinkShown(**asdict(link), url=self._addresses.studio(link.id), own=link.id == staff.id)
            for link in links
        )
        return json(StudioLinksShown(links=tuple(shown)), status)


def is_upload(request: Request) -> bool:
    kind = request.headers.get("content-type", "")
    return request.method == "POST" and bool(kind) and not kind.startswith("application/json")
