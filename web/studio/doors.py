"""Coming into the studio by a link, who asks for what, and how often one may ask."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.staff import StaffRole
from persistence.colleagues import Colleague, Colleagues, StudioSession
from persistence.studio import StudioLink, StudioLinks
from rooms.refusal import Refused
from rooms.text import line_or_nothing
from web.acting import acting
from web.answers import json
from web.attempts import STUDIO, UPLOADS, Attempts, Pace
from web.bodies import address_of, decoded
from web.sharing import Addresses
from web.studio.messages import NewStudioLink, OpenStudio, StudioLinkShown, StudioLinksShown
from web.studio.messages import StudioSession as SessionShown
from web.tokens import Tokens, mark_of


def new_studio_link(at: int, label: str = "", expires_at: int | None = None) -> StudioLink:
    """Not yet kept."""
    return StudioLink(secrets.token_hex(8), label, at, expires_at)


@dataclass(frozen=True, slots=True)
class Staff:
    """Who asks: a colleague by their own session, or whoever came by a link, which gives every right there is."""

    id: str
    label: str
    role: StaffRole
    colleague: Colleague | None = None
    session: StudioSession | None = None


class Named(Protocol):
    """What the organization is called now."""

    @property
    def name(self) -> str: ...


class StudioDoors:
    """`now` gives epoch milliseconds."""

    def __init__(
        self,
        links: StudioLinks,
        colleagues: Colleagues,
        tokens: Tokens,
        attempts: Attempts,
        pace: Pace,
        addresses: Addresses,
        brand: Named,
        now: Callable[[], int],
    ) -> None:
        self._links = links
        self._colleagues = colleagues
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

    async def staff(self, request: Request, least: StaffRole | None = None) -> Staff:
        """Who asks; unless told otherwise facilitators may only look. Raises Refused: "session_unknown",
        "link_revoked", "not_allowed", "too_fast".

        A link that has expired still holds for who came by it, as a workshop's does.
        """
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        staff = await self._shown_by(token.strip()) if scheme.lower() == "bearer" else None
        if staff is None:
            raise Refused("session_unknown")
        await self._pace.take(STUDIO, f"studio-{staff.id}")
        if is_upload(request):
            await self._pace.take_each(UPLOADS, f"studio-{staff.id}")
        looks = request.method in ("GET", "HEAD")
        staff.role.require(least or (StaffRole.FACILITATOR if looks else StaffRole.ORGANIZER))
        acting(request, staff.id)
        return staff

    async def _shown_by(self, token: str) -> Staff | None:
        id = self._tokens.read_studio_session(token)
        if id is None:
            found = await asyncio.to_thread(self._colleagues.of_session, mark_of(token), self._now())
            if found is None:
                return None
            session, colleague = found
            return Staff(colleague.id, colleague.name, colleague.role, colleague, session)
        link = await asyncio.to_thread(self._links.find, id)
        if link is not None and link.revoked_at is not None:
            raise Refused("link_revoked")
        return Staff(link.id, link.label, StaffRole.ADMINISTRATOR) if link else None

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
        acting(request, link.id)
        session = SessionShown(
            session=self._tokens.studio_session(link.id), label=link.label, organization=self._brand.name
        )
        return json(session, 201)

    async def list(self, request: Request) -> Response:
        """Only administrators are shown them: each gives every right."""
        return await self._shown(await self.staff(request, StaffRole.ADMINISTRATOR))

    async def add(self, request: Request) -> Response:
        staff = await self.staff(request, StaffRole.ADMINISTRATOR)
        wish = await decoded(request, NewStudioLink)
        now = self._now()
        if wish.expires_at is not None and wish.expires_at <= now:
            raise Refused("too_late", at=wish.expires_at)
        await asyncio.to_thread(self._links.create, new_studio_link(now, line_or_nothing(wish.label), wish.expires_at))
        return await self._shown(staff, 201)

    async def revoke(self, request: Request) -> Response:
        """Whoever came by it is out at their next request. Nobody shuts themselves out."""
        staff = await self.staff(request, StaffRole.ADMINISTRATOR)
        id = request.path_params["link"]
        if id == staff.id:
            raise Refused("own_link")
        if await asyncio.to_thread(self._links.revoke, id, self._now()) is None:
            raise Refused("unknown", kind="link")
        return await self._shown(staff)

    async def _shown(self, staff: Staff, status: int = 200) -> Response:
        links = await asyncio.to_thread(self._links.all)
        shown = (
            StudioLinkShown(**asdict(link), url=self._addresses.studio(link.id), own=link.id == staff.id)
            for link in links
        )
        return json(StudioLinksShown(links=tuple(shown)), status)


def is_upload(request: Request) -> bool:
    kind = request.headers.get("content-type", "")
    return request.method == "POST" and bool(kind) and not kind.startswith("application/json")
