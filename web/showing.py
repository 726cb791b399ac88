"""Whoever is in shows who they are, where an action asks for it: the same participant, who may go on with it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.identity import Identify, person_of
from realtime.gateway import Gateway
from realtime.messages import Refusal
from rooms.agenda import Workshop
from rooms.deciding import SYSTEM
from rooms.refusal import Refused
from web.answers import json
from web.bodies import address_of, decoded
from web.doors import Doors, Member, Waiting, accepted
from web.identifying import Identified, Identifying
from web.leaving import keep_way
from web.tokens import Tokens


class ToProvider(Struct, frozen=True, forbid_unknown_fields=True):
    """The language of the page one comes back to."""

    language: str = ""


class AtProvider(Struct, frozen=True):
    url: str


class Shown(Struct, frozen=True):
    """The session to go on with."""

    session: str


@dataclass(frozen=True, slots=True)
class Showing:
    doors: Doors
    identifying: Identifying
    gateway: Gateway
    tokens: Tokens
    is_secure: bool

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/identity", self.show, methods=["POST"]),
            Route("/api/identity/other", self.be_other, methods=["POST"]),
            Route("/api/identity/openid", self.to_provider, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Raises Refused: "identity_required", "identity_erased", "banned", or "identity_taken" with the name they have
        as somebody else, which is told to whoever has shown to be them too."""
        member = await self.doors.member(request.headers.get("authorization", ""))
        mark = self._mark(member, (await decoded(request, Identified)).identity)
        (workshop,) = member.live.state.all(Workshop)
        command = Identify(person=member.person.id, mark=mark, way=workshop.identity)
        answer = await self.gateway.do(member.live.id, SYSTEM, command)
        other = person_of(member.live.state, mark)
        if isinstance(answer, Refusal) and answer.code == "identity_taken" and other is not None:
            if other.banned:
                other.require_in()
            raise Refused("identity_taken", name=other.name)
        accepted(answer)
        return json(Shown(await self.doors.begin_anew(member)))

    async def be_other(self, request: Request) -> Response:
        """Go on as who they are already in this workshop. 202 where they were put out and wait to be admitted."""
        member = await self.doors.member(request.headers.get("authorization", ""))
        mark = self._mark(member, (await decoded(request, Identified)).identity)
        person = person_of(member.live.state, mark)
        if person is None or person.erased_at is not None:
            raise Refused("unknown", kind="participant")
        found = await self.doors.go_on_as(member, person)
        return json(asdict(found), 202 if isinstance(found, Waiting) else 201)

    async def to_provider(self, request: Request) -> Response:
        """Where the page goes. As at the door, a cookie binds what comes back to this browser."""
        member = await self.doors.member(request.headers.get("authorization", ""))
        language = (await decoded(request, ToProvider)).language
        attempt, url = await self.identifying.send_to_provider(self.identifying.inside(member), address_of(request))
        return keep_way(json(AtProvider(url), 201), attempt, language, self.is_secure)

    def _mark(self, member: Member, identity: str) -> str:
        asker = self.identifying.inside(member)
        mark = self.tokens.read_identity(
            identity, member.live.id, asker.asked, self.identifying.now(), member.person.id
        )
        if mark is None:
            raise Refused("identity_required", ways=[asker.asked.value])
        return mark
