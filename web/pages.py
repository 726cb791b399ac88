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
from persistence.signing import ByOpenId
from realtime.gateway import Live
from rooms.agenda import Doors as DoorsState
from rooms.agenda import Workshop
from rooms.identity import Action, Identity
from rooms.ids import OptionId, QuestionId
from rooms.people import Attendance, Participant
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.registration import QUESTIONS_MAX, RegistrationQuestion, questions
from web.answers import spoken, status_of
from web.bodies import address_of
from web.doors import NOTHING_SAID, Doors, Entered, Waiting
from web.front import Front
from web.identifying import Asker, Identifying
from web.languages import LANGUAGES
from web.leaving import BACK, forget_way, keep_way, way_kept
from web.paper import TEMPLATES, Paper
from web.public import PublicPages
from web.retention import promises

ON_THE_FORM = ("empty", "too_long", "invalid", "answers_needed")
ON_THE_FORM_OF_WHO = ("email_invalid", "sign_in_code_wrong", "sign_in_over")
SHARED = (Role.PARTICIPANT, Role.VIEWER, Role.FACILITATOR, Role.ORGANIZER)
"""As the share page shows them: what is given to most people first. Only the first two are printed."""


class Pages:
    def __init__(
        self, doors: Doors, identifying: Identifying, paper: Paper, front: Front, public: PublicPages, url: str
    ) -> None:
        self._identifying = identifying
        self._public = public
        self._is_secure = url.startswith("https:")
        self._doors = doors
        self._paper = paper
        self._front = front

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", self.home),
            Route("/code", self.code, methods=["GET", "POST"]),
            Route("/c/{code}", self.short),
            Route("/j/{token}", self.door, methods=["GET", "POST"]),
            Route("/j/{token}/code", self.identify, methods=["GET", "POST"]),
            Route("/j/{token}/openid", self.to_provider),
            Route(BACK, self.from_provider),
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
            link, live, workshop = await self._behind(request.path_params["token"])
            require_open(workshop, link)
            if request.method == "POST":
                return await self._enter(request, link, live, workshop)
            if link.participant is not None:
                return self._way_back(request, link, live, workshop)
        except Refused as refused:
            is_over = refused.code == "workshop_closed"
            minutes = await self._public.minutes(workshop.id) if workshop and is_over else None
            return self._paper.refused(request, refused, workshop, minutes)
        return self._first(request, link, live, workshop)

    async def _behind(self, token: str) -> tuple[Link, Live, Workshop]:
        link = await self._doors.by_token(token)
        live = await self._doors.workshop(link.workshop)
        return link, live, next(live.state.all(Workshop))

    def _first(self, request: Request, link: Link, live: Live, workshop: Workshop) -> Response:
        """What stands at the door: who one is, where that is asked, and then one's name."""
        if self._doors.asks(link, live) is Identity.NONE:
            return self._form(request, link, live, workshop)
        return self._ask_identity(request, link, live, workshop)

    async def _enter(self, request: Request, link: Link, live: Live, workshop: Workshop) -> Response:
        async with request.form(max_files=0, max_fields=8 + QUESTIONS_MAX, max_part_size=4_000) as form:
            name, attempt, before = (str(form.get(field, "")) for field in ("name", "attempt", "before"))
            asked = [question.id for question in self._asked(link, live)]
            answers = {id: OptionId(said) for id in asked if (said := str(form.get(f"answer-{id}", "")))}
            identity = str(form.get("identity", ""))
        try:
            entered = await self._doors.enter(
                link, name, attempt or None, before or None, answers, address_of(request), identity
            )
        except Refused as refused:
            if refused.code == "identity_required":
                return self._first(request, link, live, workshop)
            if refused.code not in ON_THE_FORM:
                raise
            texts = self._paper.texts(request, workshop.language)
            details = {} if refused.code == "answers_needed" else refused.details
            error = texts(f"error-{refused.code}", **details)
            return self._form(request, link, live, workshop, error, name, answers, identity)
        if isinstance(entered, Waiting):
            to = self._to(request, workshop, link.role)
            return self._waiting(request, link, workshop, entered, name, attempt, to, answers, identity)
        to = self._mine(request, workshop) if link.participant else self._to(request, workshop, entered.role)
        return self._entered(request, link, workshop, entered, to)

    def _entered(self, request: Request, link: Link, workshop: Workshop, entered: Entered, to: str) -> Response:
        return self._paper.page(
            request,
            "entered",
            language=workshop.language,
            workshop=workshop,
            session=entered.session,
            link=self._doors.token(link),
            name=entered.name,
            to=to,
        )

    def _waiting(
        self,
        request: Request,
        link: Link,
        workshop: Workshop,
        waiting: Waiting,
        name: str,
        attempt: str,
        to: str,
        answers: Mapping[QuestionId, OptionId],
        identity: str,
    ) -> Response:
        """Nothing of the workshop stands in it but its title; its script asks again with the same attempt."""
        at = datetime.fromtimestamp(waiting.waiting_since / 1000, ZoneInfo(workshop.time_zone))
        return self._paper.page(
            request,
            "waiting",
            language=workshop.language,
            workshop=workshop,
            token=self._doors.token(link),
            attempt=attempt,
            name=name,
            answers=msgspec.json.encode(answers).decode(),
            identity=identity,
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
            token=self._doors.token(link),
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
        identity: str = "",
    ) -> Response:
        return self._paper.page(
            request,
            "join",
            422 if error else 200,
            workshop.language,
            workshop=workshop,
            role=link.role.value,
            token=self._doors.token(link),
            attempt=secrets.token_hex(16),
            promises=promises(live.state, self._paper.texts(request, workshop.language)),
            is_locked=workshop.doors is DoorsState.LOCKED and not link.role.is_staff,
            waits=workshop.doors is DoorsState.WAITING and not link.role.is_staff,
            here=sum(1 for stay in live.state.all(Attendance) if stay.left_at is None),
            error=error,
            typed=typed,
            asked=self._asked(link, live),
            answers=answers,
            identity=identity,
            asked_later=None if identity or link.role is not Role.PARTICIPANT else asked_later(workshop),
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

    # -- who one is -----------------------------------------------------------------------------------------------

    async def identify(self, request: Request) -> Response:
        """The form for an address, the one for the code that was sent there, and in."""
        workshop = None
        try:
            link, live, workshop = await self._behind(request.path_params["token"])
            require_open(workshop, link)
            if request.method != "POST":
                return self._first(request, link, live, workshop)
            async with request.form(max_files=0, max_fields=4, max_part_size=1_000) as form:
                email, attempt, code = (str(form.get(field, "")) for field in ("email", "attempt", "code"))
            return await self._by_mail(request, link, live, workshop, email, attempt, code)
        except Refused as refused:
            return self._paper.refused(request, refused, workshop)

    async def _by_mail(
        self, request: Request, link: Link, live: Live, workshop: Workshop, email: str, attempt: str, code: str
    ) -> Response:
        language, address = self._paper.texts(request, workshop.language).language, address_of(request)
        asker = self._identifying.at_door(link, live)
        try:
            if not attempt:
                attempt, _ = await self._identifying.send_code(asker, email, language, address)
                return self._ask_identity(request, link, live, workshop, email, attempt)
            if not code:
                # Come back from reading it, to a page that was loaded anew.
                return self._ask_identity(request, link, live, workshop, email, attempt)
            proof = await self._identifying.by_code(asker, attempt, code, address)
        except Refused as refused:
            if refused.code not in ON_THE_FORM_OF_WHO:
                raise
            again = attempt if refused.details.get("left") else ""
            return self._ask_identity(request, link, live, workshop, email, again, refused)
        return await self._let_in(request, link, live, workshop, proof)

    async def to_provider(self, request: Request) -> Response:
        workshop = None
        try:
            link, live, workshop = await self._behind(request.path_params["token"])
            require_open(workshop, link)
            asker = self._identifying.at_door(link, live)
            attempt, url = await self._identifying.send_to_provider(asker, address_of(request))
        except Refused as refused:
            return self._paper.refused(request, refused, workshop)
        language = self._paper.texts(request, workshop.language).language
        return keep_way(RedirectResponse(url, 303), attempt, language, self._is_secure)

    async def from_provider(self, request: Request) -> Response:
        """In the language they had chosen before; whoever was in already goes back to where they were."""
        workshop = None
        attempt, language = way_kept(request)
        if language in LANGUAGES and "lang" not in request.query_params:
            return RedirectResponse(f"{BACK}?{request.url.include_query_params(lang=language).query}", 303)
        try:
            asker, way, token = await self._identifying.come_back(attempt, address_of(request))
            if asker.person is not None:
                answer = await self._back_inside(request, asker, way)
            else:
                link, live, workshop = await self._behind(token)
                require_open(workshop, link)
                answer = await self._let_in(request, link, live, workshop, await self._vouched(request, asker, way))
        except Refused as refused:
            answer = self._paper.refused(request, refused, workshop)
        return forget_way(answer, self._is_secure)

    async def _vouched(self, request: Request, asker: Asker, way: ByOpenId) -> str:
        told = request.query_params
        return await self._identifying.vouched(asker, way, told.get("state", ""), told.get("code", ""), told.get("iss"))

    async def _back_inside(self, request: Request, asker: Asker, way: ByOpenId) -> Response:
        """What follows the number sign stays in the browser, whose page shows it, or says what went wrong."""
        (workshop,) = asker.live.state.all(Workshop)
        try:
            told = f"identity={await self._vouched(request, asker, way)}"
        except Refused as refused:
            told = f"refused={refused.code}"
        return RedirectResponse(f"{self._to(request, workshop, Role.PARTICIPANT)}#{told}", 303)

    async def _let_in(self, request: Request, link: Link, live: Live, workshop: Workshop, proof: str) -> Response:
        """As before whoever was there before; anybody else says a name."""
        person = await self._doors.known_as(link, live, proof)
        if person is None:
            return self._form(request, link, live, workshop, identity=proof)
        entered = await self._doors.enter(link, person.name, identity=proof)
        to = self._to(request, workshop, link.role)
        if isinstance(entered, Waiting):
            return self._waiting(request, link, workshop, entered, person.name, "", to, NOTHING_SAID, proof)
        return self._entered(request, link, workshop, entered, to)

    def _ask_identity(
        self,
        request: Request,
        link: Link,
        live: Live,
        workshop: Workshop,
        email: str = "",
        attempt: str = "",
        refused: Refused | None = None,
    ) -> Response:
        texts = self._paper.texts(request, workshop.language)
        return self._paper.page(
            request,
            "identity",
            status_of(refused.code) if refused else 200,
            workshop.language,
            workshop=workshop,
            token=self._doors.token(link),
            asked=self._doors.asks(link, live).value,
            is_locked=workshop.doors is DoorsState.LOCKED,
            provider=self._identifying.known_by,
            email=email,
            attempt=attempt,
            error=texts(f"who-{refused.code}", **spoken(refused.details)) if refused else None,
            promises=promises(live.state, texts),
            to=self._to(request, workshop, link.role),
        )

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


def require_open(workshop: Workshop, link: Link) -> None:
    """Raises Refused("workshop_closed"): then staff come in, and whoever comes back."""
    if workshop.closed_at is not None and not link.role.is_staff and link.participant is None:
        raise Refused("workshop_closed", at=workshop.closed_at)


def asked_later(workshop: Workshop) -> str | None:
    """What citizens will show who they are for, once they are in."""
    actions = [action.value for action in workshop.identity_for if action is not Action.ENTER]
    if workshop.identity is Identity.NONE or not actions:
        return None
    return actions[0] if len(actions) == 1 else "both"
