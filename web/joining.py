"""Coming in as programs do it: the page's script, robots, and clients written by others."""

from __future__ import annotations

from dataclasses import asdict

from msgspec import Struct, field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from rooms.ids import OptionId, QuestionId
from rooms.permissions import Role
from rooms.registration import questions
from web.answers import json
from web.bodies import address_of, decoded
from web.doors import Doors, Waiting


class Wish(Struct, frozen=True, forbid_unknown_fields=True):
    """`attempt` is random and the same in a repetition, which then makes no second person. `before` is the session one
    had in the workshop, if any. `answers` are to what is asked of who takes part: an option by question. `identity` is
    what one was given for showing who one is."""

    token: str
    name: str = ""
    attempt: str | None = None
    before: str | None = None
    answers: dict[QuestionId, OptionId] = field(default_factory=dict)
    identity: str = ""


class Door(Struct, frozen=True, forbid_unknown_fields=True):
    token: str


class Joining:
    def __init__(self, doors: Doors) -> None:
        self._doors = doors

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/join", self.join, methods=["POST"]),
            Route("/api/join/questions", self.questions, methods=["POST"]),
        ]

    async def questions(self, request: Request) -> Response:
        """What a link asks of whoever comes in by it."""
        link = await self._doors.by_token((await decoded(request, Door)).token)
        live = await self._doors.workshop(link.workshop)
        asked = questions(live.state) if link.role is Role.PARTICIPANT and link.participant is None else []
        return json({"questions": asked})

    async def join(self, request: Request) -> Response:
        """With an Authorization header: as the person before, by the same link. 202 while one waits to be admitted."""
        wish = await decoded(request, Wish)
        link = await self._doors.by_token(wish.token)
        scheme, _, session = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            found = await self._doors.return_to(link, session.strip())
            return json(asdict(found), 202 if isinstance(found, Waiting) else 200)
        found = await self._doors.enter(
            link, wish.name, wish.attempt, wish.before, wish.answers, address_of(request), wish.identity
        )
        return json(asdict(found), 202 if isinstance(found, Waiting) else 201)
