"""Signing in to the studio: a code by e-mail, OpenID Connect, an invitation; and signing out."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable

from limits import RateLimitItem, parse
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.staff import StaffRole
from persistence.colleagues import Colleague, Colleagues, StudioSession
from persistence.signing import ByCode, ByOpenId, SignIns
from realtime.openings import network
from rooms.refusal import Refused
from web.acting import acting
from web.answers import json
from web.attempts import Attempts, Pace
from web.bodies import address_of, decoded
from web.codes_by_mail import MINUTES, SIGN_IN_MS, CodesByMail, mailbox
from web.letters import Letters
from web.openid import Provider
from web.studio.doors import Named, StudioDoors
from web.studio.messages import (
    AskCode,
    AskProvider,
    CodeAsked,
    ComeFromProvider,
    GiveCode,
    OpenStudio,
    ProviderAsked,
    SessionEnded,
    SignInWays,
)
from web.studio.messages import StudioSession as SessionShown
from web.tokens import Tokens, mark_of

SESSION_MS = 7 * 24 * 3_600_000
ASKED_FROM: RateLimitItem = parse("30 per hour")


class SigningIn:
    """`now` gives epoch milliseconds."""

    def __init__(
        self,
        doors: StudioDoors,
        colleagues: Colleagues,
        sign_ins: SignIns,
        codes: CodesByMail,
        tokens: Tokens,
        attempts: Attempts,
        pace: Pace,
        letters: Letters,
        provider: Provider | None,
        brand: Named,
        url: str,
        now: Callable[[], int],
    ) -> None:
        self._doors = doors
        self._colleagues = colleagues
        self._sign_ins = sign_ins
        self._codes = codes
        self._tokens = tokens
        self._attempts = attempts
        self._pace = pace
        self._letters = letters
        self._provider = provider
        self._brand = brand
        self._url = url
        self._now = now

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/studio/ways", self.ways, methods=["GET"]),
            Route("/api/studio/code", self.ask_code, methods=["POST"]),
            Route("/api/studio/code/session", self.give_code, methods=["POST"]),
            Route("/api/studio/openid", self.ask_provider, methods=["POST"]),
            Route("/api/studio/openid/session", self.come_back, methods=["POST"]),
            Route("/api/studio/invitation/session", self.accept, methods=["POST"]),
            Route("/api/studio/session/end", self.end, methods=["POST"]),
        ]

    async def ways(self, request: Request) -> Response:
        name = self._provider.name if self._provider else None
        return json(SignInWays(organization=self._brand.name, openid=name))

    # -- a code by e-mail -----------------------------------------------------------------------------------------

    async def ask_code(self, request: Request) -> Response:
        """Does the same for whatever address: whether anybody is known by it is looked up when the letter leaves."""
        wish = await decoded(request, AskCode)
        email = mailbox(wish.email)
        await self._may_ask(request)
        attempt, until = await self._codes.send(
            email,
            lambda code, until: self._letters.code(email, code, MINUTES, wish.language, until),
            lambda sealed: ByCode(email=email, code=sealed),
        )
        return json(CodeAsked(attempt=attempt, until=until), 201)

    async def give_code(self, request: Request) -> Response:
        """Raises Refused: "sign_in_over", "sign_in_code_wrong", "too_many_attempts"."""
        wish = await decoded(request, GiveCode)
        way = await self._codes.take(wish.attempt, wish.code, ByCode, address_of(request))
        colleague = await asyncio.to_thread(self._colleagues.arrive, way.email, self._now())
        return await self._signed_in(request, colleague)

    # -- OpenID Connect -------------------------------------------------------------------------------------------

    async def ask_provider(self, request: Request) -> Response:
        wish = await decoded(request, AskProvider)
        await self._may_ask(request)
        url, way = await self._known().begin(wish.again)
        attempt, now = secrets.token_urlsafe(32), self._now()
        await asyncio.to_thread(self._sign_ins.begin, mark_of(attempt), way, 1, now, now + SIGN_IN_MS)
        return json(ProviderAsked(attempt=attempt, url=url), 201)

    async def come_back(self, request: Request) -> Response:
        """Raises Refused: "sign_in_over", "sign_in_failed", "provider_unreachable", "not_invited"."""
        wish = await decoded(request, ComeFromProvider)
        await self._attempts.require(address_of(request))
        provider, id = self._known(), mark_of(wish.attempt)
        way, _ = await asyncio.to_thread(self._sign_ins.spend, id, self._now())
        await asyncio.to_thread(self._sign_ins.end, id)
        if not isinstance(way, ByOpenId) or way.link is not None:
            raise Refused("sign_in_failed")
        vouched = await provider.finish(way, wish.state, wish.code, wish.iss)
        colleague = await asyncio.to_thread(
            self._colleagues.vouched, provider.issuer, vouched.subject, vouched.email, self._now()
        )
        return await self._signed_in(request, colleague, vouched.id_token)

    def _known(self) -> Provider:
        if self._provider is None:
            raise Refused("unknown", kind="provider")
        return self._provider

    # -- invitations, sessions ------------------------------------------------------------------------------------

    async def accept(self, request: Request) -> Response:
        """Raises Refused as a link does."""
        wish = await decoded(request, OpenStudio)
        await self._attempts.require(address_of(request))
        read = self._tokens.read_invitation(wish.token)
        if read is None:
            await self._attempts.count(address_of(request))
            raise Refused("link_unknown")
        colleague = await asyncio.to_thread(self._colleagues.accept, *read, self._now())
        return await self._signed_in(request, colleague)

    async def _signed_in(self, request: Request, colleague: Colleague, id_token: str | None = None) -> Response:
        """A session of their own, whatever others they have."""
        acting(request, colleague.id)
        token, now = secrets.token_urlsafe(32), self._now()
        session = StudioSession(mark_of(token), colleague.id, now, now + SESSION_MS, id_token)
        await asyncio.to_thread(self._colleagues.begin, session)
        return json(SessionShown(session=token, label=colleague.name, organization=self._brand.name), 201)

    async def end(self, request: Request) -> Response:
        staff = await self._doors.staff(request, StaffRole.FACILITATOR)
        url = None
        if staff.session is not None:
            await asyncio.to_thread(self._colleagues.end, staff.session.id)
            if self._provider is not None:
                try:
                    url = await self._provider.end(staff.session.id_token, f"{self._url}/studio")
                except Refused:
                    # Signed out here in any case.
                    url = None
        return json(SessionEnded(url=url))

    async def _may_ask(self, request: Request) -> None:
        await self._pace.attempt(ASKED_FROM, f"sign-in-{network(address_of(request))}")
