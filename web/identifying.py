"""Who people are, where a workshop asks: an address that was sent a code, or somebody the provider vouches for.

What comes of it says who they are in that workshop, and nothing else is kept. It is asked at the door, or of who is in.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from limits import RateLimitItem, parse
from msgspec import Meta, Struct, structs
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from persistence.links import Link
from persistence.signing import AtDoor, ByOpenId, SignIns
from realtime.gateway import Live
from realtime.openings import network
from rooms.agenda import Workshop
from rooms.identity import Identity
from rooms.ids import ParticipantId
from rooms.permissions import Role
from rooms.refusal import Refused
from web.answers import json
from web.attempts import Attempts, Pace
from web.bodies import address_of, decoded
from web.codes_by_mail import MINUTES, SIGN_IN_MS, CodesByMail, mailbox
from web.doors import Doors, Member
from web.letters import Letters
from web.openid import Provider
from web.studio.messages import CodeAsked
from web.tokens import Tokens, mark_of

PROOF_MS = 12 * 3_600_000
"""As long as one may wait at the door, or look for the name to come in with."""
ASKED_FROM: RateLimitItem = parse("600 per hour")
"""By one address, which a whole hall may share."""
ASKED_INTO: RateLimitItem = parse("5000 per hour")


class AskDoorCode(Struct, frozen=True, forbid_unknown_fields=True):
    """Whoever is in gives no token, but their session."""

    email: Annotated[str, Meta(max_length=254)]
    language: Annotated[str, Meta(max_length=20)] = ""
    token: str = ""


class GiveDoorCode(Struct, frozen=True, forbid_unknown_fields=True):
    attempt: Annotated[str, Meta(max_length=100)]
    code: Annotated[str, Meta(max_length=20)]
    token: str = ""


class Identified(Struct, frozen=True, forbid_unknown_fields=True):
    """What is shown when joining, or once in: who somebody is in this workshop, signed."""

    identity: str


@dataclass(frozen=True, slots=True)
class Asker:
    """Who shows who they are: somebody at the door of `live` with a link, or a participant who is in."""

    live: Live
    link: str
    asked: Identity
    person: ParticipantId | None = None

    def require(self, way: Identity) -> None:
        if self.asked is not way:
            raise Refused("unknown", kind="way")


@dataclass(frozen=True, slots=True)
class Identifying:
    """`now` gives epoch milliseconds. Everything raises Refused."""

    doors: Doors
    sign_ins: SignIns
    codes: CodesByMail
    tokens: Tokens
    attempts: Attempts
    pace: Pace
    letters: Letters
    provider: Provider | None
    now: Callable[[], int]

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/join/code", self.ask_code, methods=["POST"]),
            Route("/api/join/identity", self.give_code, methods=["POST"]),
        ]

    async def ask_code(self, request: Request) -> Response:
        wish = await decoded(request, AskDoorCode)
        asker = await self._asker(request, wish.token)
        attempt, until = await self.send_code(asker, wish.email, wish.language, address_of(request))
        return json(CodeAsked(attempt=attempt, until=until), 201)

    async def give_code(self, request: Request) -> Response:
        wish = await decoded(request, GiveDoorCode)
        asker = await self._asker(request, wish.token)
        return json(Identified(await self.by_code(asker, wish.attempt, wish.code, address_of(request))), 201)

    async def _asker(self, request: Request, token: str) -> Asker:
        if not token:
            return self.inside(await self.doors.member(request.headers.get("authorization", "")))
        link = await self.doors.by_token(token)
        return self.at_door(link, await self.doors.workshop(link.workshop))

    def at_door(self, link: Link, live: Live) -> Asker:
        return Asker(live, link.id, self.doors.asks(link, live))

    def inside(self, member: Member) -> Asker:
        (workshop,) = member.live.state.all(Workshop)
        asked = workshop.identity if member.person.role is Role.PARTICIPANT else Identity.NONE
        return Asker(member.live, member.session.link, asked, member.person.id)

    # -- a code by e-mail -----------------------------------------------------------------------------------------

    async def send_code(self, asker: Asker, typed: str, language: str, address: str) -> tuple[str, int]:
        """As `CodesByMail.send`. The address stands in the letter alone, which goes when it is sent."""
        asker.require(Identity.EMAIL)
        email = mailbox(typed)
        await self._may_ask(asker.live, address)
        (workshop,) = asker.live.state.all(Workshop)
        mark = self._mark(asker, email)
        return await self.codes.send(
            email,
            lambda code, until: self.letters.door(
                email, workshop.title, code, MINUTES, language or workshop.language, until
            ),
            lambda sealed: AtDoor(asker.live.id, mark, sealed),
        )

    async def by_code(self, asker: Asker, attempt: str, code: str, address: str) -> str:
        """What lets them in. Raises as `CodesByMail.take`."""
        asker.require(Identity.EMAIL)
        way = await self.codes.take(attempt, code, AtDoor, address)
        if way.workshop != asker.live.id:
            raise Refused("sign_in_over")
        return self._proof(asker, way.person)

    # -- OpenID Connect -------------------------------------------------------------------------------------------

    @property
    def known_by(self) -> str | None:
        """What people know the provider by, where there is one."""
        return self.provider.name if self.provider else None

    async def send_to_provider(self, asker: Asker, address: str) -> tuple[str, str]:
        """What the browser keeps meanwhile, and where it goes."""
        asker.require(Identity.OPENID)
        await self._may_ask(asker.live, address)
        url, way = await self._provider().begin()
        attempt, now = secrets.token_urlsafe(32), self.now()
        kept = structs.replace(way, link=asker.link, person=asker.person)
        await asyncio.to_thread(self.sign_ins.begin, mark_of(attempt), kept, 1, now, now + SIGN_IN_MS)
        return attempt, url

    async def come_back(self, attempt: str, address: str) -> tuple[Asker, ByOpenId, str]:
        """Who comes back, with what was kept, and the token of the link they came by.

        Raises Refused: "sign_in_over", "sign_in_failed", "too_many_attempts".
        """
        await self.attempts.require(address)
        id = mark_of(attempt)
        way, _ = await asyncio.to_thread(self.sign_ins.spend, id, self.now())
        await asyncio.to_thread(self.sign_ins.end, id)
        if not isinstance(way, ByOpenId) or way.link is None:
            raise Refused("sign_in_failed")
        token = self.tokens.link(way.link)
        if way.person is not None:
            member = await self.doors.member_by(way.link, way.person)
            return self.inside(member), way, token
        link = await self.doors.by_token(token)
        return self.at_door(link, await self.doors.workshop(link.workshop)), way, token

    async def vouched(self, asker: Asker, way: ByOpenId, state: str, code: str, iss: str | None) -> str:
        """What lets them in. Raises Refused: "sign_in_failed", "provider_unreachable"."""
        asker.require(Identity.OPENID)
        provider = self._provider()
        found = await provider.finish(way, state, code, iss)
        return self._proof(asker, self._mark(asker, provider.issuer, found.subject))

    def _provider(self) -> Provider:
        if self.provider is None:
            raise Refused("unknown", kind="provider")
        return self.provider

    # -- both -----------------------------------------------------------------------------------------------------

    def _mark(self, asker: Asker, *known_by: str) -> ParticipantId:
        """Of an identity in this workshop; whoever comes in by it has it for their id."""
        return ParticipantId(self.tokens.derived_id("identity", asker.live.id, asker.asked, *known_by))

    def _proof(self, asker: Asker, mark: str) -> str:
        return self.tokens.identity(asker.live.id, asker.asked, mark, self.now() + PROOF_MS, asker.person or "")

    async def _may_ask(self, live: Live, address: str) -> None:
        await self.pace.attempt(ASKED_FROM, f"identity-from-{network(address)}")
        await self.pace.attempt(ASKED_INTO, f"identity-into-{live.id}")
