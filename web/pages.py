"""The pages the server renders: home, code, join, refused links, and the shells of the live pages."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from fluent.runtime.types import fluent_date
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from persistence.links import Link
from realtime.gateway import Live
from rooms.agenda import Doors as DoorsState
from rooms.agenda import Workshop
from rooms.ids import OptionId, QuestionId
from rooms.people import Attendance, Participant
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.registration import QUESTIONS_MAX, RegistrationQuestion, questions
from web.answers import status_of
from web.bodies import address_of
from web.doors import NOTHING_SAID, Doors, Waiting
from web.front import Front
from web.languages import LANGUAGES
from web.paper import TEMPLATES, Paper
from web.public import PublicPages
from web.retention import promises

ON_THE_FORM = ("empty", "too_long", "invalid", "answers_needed")
SHARED = (Role.PARTICIPANT, Role.VIEWER, Role.FACILITATOR, Role.ORGANIZER)
"""As the share page shows them: what is given to most people first. Only the first two are printed."""


class Pages:
    def __init__(self, doors: Doors, paper: Paper, front: Front, public: PublicPages) -> None:
        self._public = public
        self._doors = doors
        self._paper = paper
        self._front = front

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", self.home),
            Route("/code", self.code, methods=["GET", "POST"]),
            Route("/c/{code}", self.short),
            Route("/j/{token}", self.door, methods=["GET", "POST"]),
            Route("/w/{workshop}/{entry:str}", self.live),
            Route("/studio", self.studio),
            Route("/studio/{token}", self.studio),
            Route("/icon.svg", self.icon),
        ]

    async def home(self, request: Request) -> Response:
        return await self._public.home(request)

    # -- codes ----------------------------------------------------------------------------------------------------

    async def code(self, request: Request) -> Response:
        """Opened rather than sent, as when one chooses another language after a wrong code: the form again."""
        if request.method != "POST":
            return await self.home(request)
        async with request.form(max_files=0, max_fields=4, max_part_size=1_000) as form:
            return await self._by_code(request, str(form.get("code", "")))

    async def short(self, request: Request) -> Response:
        return await self._by_code(request, request.path_params["code"])

    async def _by_code(self, request: Request, typed: str) -> Response:
        try:
            link = await self._doors.by_code(typed, address_of(request))
        except Refused as refused:
            if refused.code not in ("code_form", "code_unknown"):
                return self._paper.refused(request, refused)
            message = self._paper.texts(request)(refused.code.replace("code_", "code-error-"))
            return await self._public.home(request, status_of(refused.code), message, typed[:20])
        language = request.query_params.get("lang")
        query = f"?lang={language}" if language in LANGUAGES else ""
        return RedirectResponse(f"/j/{self._doors.token(link)}{query}", 303)

    # -- coming in ------------------------------------------------------------------------------------------------

    async def door(self, request: Request) -> Response:
        workshop = None
        try:
            link = await self._doors.by_token(request.path_params["token"])
            live = await self._doors.workshop(link.workshop)
            workshop = next(live.state.all(Workshop))
            if workshop.closed_at is not None and not link.role.is_staff and link.participant is None:
                raise Refused("workshop_closed", at=workshop.closed_at)
            if request.method == "POST":
                return await self._enter(request, link, live, workshop)
            if link.participant is not None:
                return self._way_back(request, link, live, workshop)
        except Refused as refused:
            is_over = refused.code == "workshop_closed"
            minutes = await self._public.minutes(workshop.id) if workshop and is_over else None
            return self._paper.refused(request, refused, workshop, minutes)
        return self._form(request, link, live, workshop)

    async def _enter(self, request: Request, link: Link, live: Live, workshop: Workshop) -> Response:
        async with request.form(max_files=0, max_fields=8 + QUESTIONS_MAX, max_part_size=4_000) as form:
            name, attempt, before = (str(form.get(field, "")) for field in ("name", "attempt", "before"))
            asked = [question.id for question in self._asked(link, live)]
            answers = {id: OptionId(said) for id in asked if (said := str(form.get(f"answer-{id}", "")))}
        try:
            entered = await self._doors.enter(link, name, attempt or None, before or None, answers, address_of(request))
        except Refused as refused:
            if refused.code not in ON_THE_FORM:
                raise
            texts = self._paper.texts(request, workshop.language)
            details = {} if refused.code == "answers_needed" else refused.details
            error = texts(f"error-{refused.code}", **details)
            return self._form(request, link, live, workshop, error, name, answers)
        if isinstance(entered, Waiting):
            to = self._to(request, workshop, link.role)
            return self._waiting(request, workshop, entered, name, attempt, to, answers)
        return self._paper.page(
            request,
            "entered",
            language=workshop.language,
            workshop=workshop,
            session=entered.session,
            link=request.path_params["token"],
            name=entered.name,
            to=self._mine(request, workshop) if link.participant else self._to(request, workshop, entered.role),
        )

    def _waiting(
        self,
        request: Request,
        workshop: Workshop,
        waiting: Waiting,
        name: str,
        attempt: str,
        to: str,
        answers: Mapping[QuestionId, OptionId],
    ) -> Response:
        """Nothing of the workshop stands in it but its title; its script asks again with the same attempt."""
        at = datetime.fromtimestamp(waiting.waiting_since / 1000, ZoneInfo(workshop.time_zone))
        return self._paper.page(
            request,
            "waiting",
            language=workshop.language,
            workshop=workshop,
            token=request.path_params["token"],
            attempt=attempt,
            name=name,
            answers=msgspec.json.encode(answers).decode(),
            to=to,
            since=at.isoformat(timespec="seconds"),
            at=fluent_date(at, timeStyle="short"),
        )

    def _way_back(self, request: Request, link: Link, live: Live, workshop: Workshop) -> Response:
        """It is pressed, not only opened: programs that look at links in messages come in as nobody."""
        person = live.state.maybe(Participant, link.participant)
        if person is None or person.erased_at is not None:
            raise Refused("link_revoked")
        return self._paper.page(
            request,
            "back",
            language=workshop.language,
            workshop=workshop,
            token=request.path_params["token"],
            name=person.name,
        )

    def _form(
        self,
        request: Request,
        link: Link,
        live: Live,
        workshop: Workshop,
        error: str | None = None,
        typed: str | None = None,
        answers: Mapping[QuestionId, OptionId] = NOTHING_SAID,
    ) -> Response:
        return self._paper.page(
            request,
            "join",
            422 if error else 200,
            workshop.language,
            workshop=workshop,
            role=link.role.value,
            token=request.path_params["token"],
            attempt=secrets.token_hex(16),
            promises=promises(live.state, self._paper.texts(request, workshop.language)),
            is_locked=workshop.doors is DoorsState.LOCKED and not link.role.is_staff,
            waits=workshop.doors is DoorsState.WAITING and not link.role.is_staff,
            here=sum(1 for stay in live.state.all(Attendance) if stay.left_at is None),
            error=error,
            typed=typed,
            asked=self._asked(link, live),
            answers=answers,
            to=self._to(request, workshop, link.role),
        )

    def _asked(self, link: Link, live: Live) -> list[RegistrationQuestion]:
        return questions(live.state) if link.role is Role.PARTICIPANT else []

    def _to(self, request: Request, workshop: Workshop, role: Role) -> str:
        """The live page, in the language the person reads now."""
        language = self._paper.texts(request, workshop.language).language
        return f"/w/{workshop.id}/{'desk' if role.is_staff else 'room'}?lang={language}"

    def _mine(self, request: Request, workshop: Workshop) -> str:
        """What one wrote: whoever comes back later looks for that first, and the way into the workshop is there."""
        return f"/w/{workshop.id}/mine?lang={self._paper.texts(request, workshop.language).language}"

    # -- live pages -----------------------------------------------------------------------------------------------

    async def live(self, request: Request) -> Response:
        """Nothing of the workshop stands in these: they are the same for whoever guesses the address."""
        entry, workshop = request.path_params["entry"], request.path_params["workshop"]
        if entry == "share":
            return self._paper.page(request, "share", workshop=workshop, roles=SHARED)
        if entry not in ("room", "desk", "minutes"):
            return self._paper.fault(request, Refused("unknown"))
        if self._front.entry(entry) is None:
            return self._paper.page(request, "fault", 503, message="not-built", id=None)
        return self._paper.page(request, "live", entry=entry, workshop=workshop)

    async def studio(self, request: Request) -> Response:
        """The script gives the address's token for a session: whoever has none finds an empty house."""
        if self._front.entry("studio") is None:
            return self._paper.page(request, "fault", 503, message="not-built", id=None)
        return self._paper.page(request, "studio", entry="studio", token=request.path_params.get("token"))

    async def icon(self, request: Request) -> Response:
        body = (TEMPLATES / "icon.svg").read_bytes()
        return Response(body, headers={"Cache-Control": "public, max-age=86400"}, media_type="image/svg+xml")
