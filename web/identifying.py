"""Who comes into a workshop that asks: an address that was sent a code, or somebody the provider vouches for.

What comes of it says who they are in that workshop, and nothing else is kept.
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
from rooms.refusal import Refused
from web.answers import json
from web.attempts import Attempts, Pace
from web.bodies import address_of, decoded
from web.codes_by_mail import MINUTES, SIGN_IN_MS, CodesByMail, mailbox
from web.doors import Doors
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
    token: str
    email: Annotated[str, Meta(max_length=254)]
    language: Annotated[str, Meta(max_length=20)] = ""


class GiveDoorCode(Struct, frozen=True, forbid_unknown_fields=True):
    token: str
    attempt: Annotated[str, Meta(max_length=100)]
    code: Annotated[str, Meta(max_length=20)]


class Identified(Struct, frozen=True):
    """What is shown when joining: who somebody is in this workshop, signed."""

    identity: str


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
        link = await self.doors.by_token(wish.token)
        live = await self.doors.workshop(link.workshop)
        attempt, until = await self.send_code(link, live, wish.email, wish.language, address_of(request))
        return json(CodeAsked(attempt=attempt, until=until), 201)

    async def give_code(self, request: Request) -> Response:
        wish = await decoded(request, GiveDoorCode)
        link = await self.doors.by_token(wish.token)
        live = await self.doors.workshop(link.workshop)
        identity = await self.by_code(link, live, wish.attempt, wish.code, address_of(request))
        return json(Identified(identity=identity), 201)

    # -- a code by e-mail -----------------------------------------------------------------------------------------

    async def send_code(self, link: Link, live: Live, typed: str, language: str, address: str) -> tuple[str, int]:
        """As `CodesByMail.send`. The address stands in the letter alone, which goes when it is sent."""
        self._require(link, live, Identity.EMAIL)
        email = mailbox(typed)
        await self._may_ask(live, address)
        (workshop,) = live.state.all(Workshop)
        person = self._who(live, Identity.EMAIL, email)
        return await self.codes.send(
            email,
            lambda code, until: self.letters.door(
                email, workshop.title, code, MINUTES, language or workshop.language, until
            ),
            lambda sealed: AtDoor(person=person, code=sealed),
        )

    async def by_code(self, link: Link, live: Live, attempt: str, code: str, address: str) -> str:
        """What lets them in. Raises as `CodesByMail.take`."""
        self._require(link, live, Identity.EMAIL)
        way = await self.codes.take(attempt, code, AtDoor, address)
        return self._proof(live, Identity.EMAIL, way.person)

    # -- OpenID Connect -------------------------------------------------------------------------------------------

    @property
    def known_by(self) -> str | None:
        """What people know the provider by, where there is one."""
        return self.provider.name if self.provider else None

    async def send_to_provider(self, link: Link, live: Live, address: str) -> tuple[str, str]:
        """What the browser keeps meanwhile, and where it goes."""
        self._require(link, live, Identity.OPENID)
        await self._may_ask(live, address)
        url, way = await self._provider().begin()
        attempt, now = secrets.token_urlsafe(32), self.now()
        kept = structs.replace(way, link=link.id)
        await asyncio.to_thread(self.sign_ins.begin, mark_of(attempt), kept, 1, now, now + SIGN_IN_MS)
        return attempt, url

    async def come_back(self, attempt: str, state: str, code: str, iss: str | None, address: str) -> tuple[str, str]:
        """By which link they came, as its token, and what lets them in by it.

        Raises Refused: "sign_in_over", "sign_in_failed", "provider_unreachable", "too_many_attempts".
        """
        await self.attempts.require(address)
        id = mark_of(attempt)
        way, _ = await asyncio.to_thread(self.sign_ins.spend, id, self.now())
        await asyncio.to_thread(self.sign_ins.end, id)
        if not isinstance(way, ByOpenId) or way.link is None:
            raise Refused("sign_in_failed")
        provider = self._provider()
        token = self.tokens.link(way.link)
        link = await self.doors.by_token(token)
        live = await self.doors.workshop(link.workshop)
        self._require(link, live, Identity.OPENID)
        vouched = await provider.finish(way, state, code, iss)
        person = self._who(live, Identity.OPENID, provider.issuer, vouched.subject)
        return token, self._proof(live, Identity.OPENID, person)

    def _provider(self) -> Provider:
        if self.provider is None:
            raise Refused("unknown", kind="provider")
        return self.provider

    # -- both -----------------------------------------------------------------------------------------------------

    def _require(self, link: Link, live: Live, way: Identity) -> None:
        if self.doors.asks(link, live) is not way:
            raise Refused("unknown", kind="way")

    def _who(self, live: Live, way: Identity, *known_by: str) -> ParticipantId:
        return ParticipantId(self.tokens.derived_id("identity", live.id, way, *known_by))

    def _proof(self, live: Live, way: Identity, person: ParticipantId) -> str:
        return self.tokens.identity(live.id, way, person, self.now() + PROOF_MS)

    async def _may_ask(self, live: Live, address: str) -> None:
        await self.pace.attempt(ASKED_FROM, f"identity-from-{network(address)}")
        await self.pace.attempt(ASKED_INTO, f"identity-into-{live.id}")
