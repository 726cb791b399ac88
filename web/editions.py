"""Versions of the minutes over HTTP: made, worded, amended, approved and published, each by those who may."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta, Struct, field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.minutes import Document, Wording, edited
from facilitation.minutes.document import Quote
from facilitation.minutes.editing import sections
from facilitation.minutes.versions import (
    READ_BY_ATTENDEES,
    Amendment,
    AmendmentState,
    Version,
    approve,
    open_for_amendments,
    propose,
    publish,
    refresh,
    reopen,
    require_unopened,
    require_withdrawable,
    reword,
    settle,
)
from persistence.minutes import Facts, Minutes
from rooms.agenda import Workshop
from rooms.ids import WorkshopId
from rooms.people import Attendance, Participant
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from rooms.text import BODY_MAX, MESSAGE_MAX
from web import minutes
from web.acting import acting
from web.answers import json
from web.bodies import decoded
from web.doors import Doors, Member
from web.languages import LANGUAGES, Catalogues, known
from web.making import Making, Tell, streamed
from web.minutes.job import Format

Prose = Annotated[str, Meta(max_length=BODY_MAX)]
Short = Annotated[str, Meta(max_length=MESSAGE_MAX)]


class Make(Struct, forbid_unknown_fields=True):
    """In the workshop's language, without names, unless told otherwise."""

    language: str | None = None
    names: bool = False


class Words(Struct, forbid_unknown_fields=True):
    seen: int
    lead: Short = ""
    summary: Prose = ""
    notes: dict[str, Prose] = field(default_factory=dict)


class Until(Struct, forbid_unknown_fields=True):
    until: Annotated[int, Meta(ge=0, le=1 << 53)]


class Proposal(Struct, forbid_unknown_fields=True):
    section: str
    text: Short


class Verdict(Struct, forbid_unknown_fields=True):
    accepted: bool
    reason: Short = ""


class Editions:
    def __init__(
        self,
        doors: Doors,
        kept: Minutes,
        making: Making,
        catalogues: Catalogues,
        now: Callable[[], int],
    ) -> None:
        self._doors = doors
        self._kept = kept
        self._making = making
        self._catalogues = catalogues
        self._now = now

    def routes(self) -> list[BaseRoute]:
        version = "/api/minutes/{number:int}"
        return [
            Route("/api/minutes", self.all, methods=["GET"]),
            Route("/api/minutes", self.make, methods=["POST"]),
            Route(version, self.one, methods=["GET"]),
            Route(version, self.discard, methods=["DELETE"]),
            *(Route(f"{version}.{format}", self.file) for format in Format),
            Route(f"{version}/words", self.words, methods=["PUT"]),
            Route(f"{version}/refresh", self.refresh, methods=["POST"]),
            Route(f"{version}/open", self.open, methods=["POST"]),
            Route(f"{version}/approve", self.approve, methods=["POST"]),
            Route(f"{version}/reopen", self.reopen, methods=["POST"]),
            Route(f"{version}/publish", self.publish, methods=["POST"]),
            Route(f"{version}/amendments", self.propose, methods=["POST"]),
            Route(f"{version}/amendments/{{amendment}}", self.settle, methods=["POST"]),
            Route(f"{version}/amendments/{{amendment}}", self.withdraw, methods=["DELETE"]),
        ]

    # -- reading --------------------------------------------------------------------------------------------------

    async def all(self, request: Request) -> Response:
        """Those the person may read, the latest first."""
        member = await self._member(request)
        versions = await asyncio.to_thread(self._kept.versions, member.live.id)
        shown = [summary(version) for version in reversed(versions) if may_read(member, version)]
        is_staff = member.person.role.is_staff
        return json(
            {
                "versions": shown,
                "languages": LANGUAGES,
                "may_organize": may_organize(member),
                "is_staff": is_staff,
            }
        )

    async def one(self, request: Request) -> Response:
        member = await self._member(request)
        version, amendments = await self._found(member, request)
        return json(await self._whole(member, version, amendments))

    async def _whole(self, member: Member, version: Version, amendments: list[Amendment]) -> dict[str, Any]:
        files = await asyncio.to_thread(self._kept.files, member.live.id, version.number) if version.is_public else []
        return {
            **summary(version),
            "files": files,
            "wording": version.wording,
            "facts_lead": version.document.lead,
            "document": self._document(member, version, amendments),
            "sections": [section.key for section in sections(version.document.parts)],
            "amendments": [self._amendment(member, version, amendment) for amendment in amendments],
            "is_behind": version.is_draft and version.head < member.live.state.head,
            "blocked": self._blocked(member, version, amendments),
        }

    def _blocked(self, member: Member, version: Version, amendments: list[Amendment]) -> dict[str, Any]:
        """What cannot be done now, and why; null for what can. The same rules that will decide."""
        now, document = self._now(), version.document
        organizers: dict[str, Callable[[], object]] = {
            "reword": lambda: reword(version, version.wording, version.edition),
            "refresh": lambda: refresh(version, document, version.head, now),
            "open": lambda: open_for_amendments(version, max(now, version.amend_until or 0) + 1, now),
            "approve": lambda: approve(version, amendments, document, now),
            "reopen": lambda: reopen(version),
            "publish": lambda: publish(version, now),
            "discard": lambda: require_unopened(version),
        }
        found = {name: blocked_by(act, member, Permission.ORGANIZE) for name, act in organizers.items()}
        found["propose"] = blocked_by(
            lambda: propose(version, amendments, *self._first_section(version), member.person.id, "", now),
            member,
            Permission.WRITE,
        )
        if found["propose"] is None and not was_there(member):
            found["propose"] = {"code": "not_attended", "details": {}}
        return found

    @staticmethod
    def _first_section(version: Version) -> tuple[str, str]:
        return next((section.key for section in sections(version.document.parts)), ""), "x"

    def _amendment(self, member: Member, version: Version, amendment: Amendment) -> dict[str, Any]:
        """Who asked is told to staff, and where the minutes name people."""
        is_named = version.names or member.person.role.is_staff
        is_mine = amendment.author == member.person.id
        return {
            **{name: getattr(amendment, name) for name in ("id", "section", "text", "at", "state", "reason")},
            "by": self._name(member, amendment) if is_named or is_mine else "",
            "is_mine": is_mine,
        }

    @staticmethod
    def _name(member: Member, amendment: Amendment) -> str:
        person = member.live.state.maybe(Participant, amendment.author) if amendment.author else None
        return person.name if person is not None else ""

    def _document(self, member: Member, version: Version, amendments: list[Amendment]) -> Document:
        """As it would be printed now, but for its standing."""
        if version.final is not None:
            return version.final
        accepted: dict[str, tuple[Quote, ...]] = {}
        for amendment in amendments:
            if amendment.state is AmendmentState.ACCEPTED and amendment.text:
                quote = Quote(amendment.text, by=self._name(member, amendment) if version.names else "")
                accepted[amendment.section] = (*accepted.get(amendment.section, ()), quote)
        words = self._catalogues[version.language]
        return edited(version.document, version.wording, accepted, words("minutes-made-edited"))

    async def file(self, request: Request) -> Response:
        """As it was published, or as it would be printed now."""
        member = await self._member(request)
        version, amendments = await self._found(member, request)
        if member.person.role.is_staff:
            acting(request, member.person.id, member.live.id)
        format = Format(request.url.path.rpartition(".")[2])
        body = await asyncio.to_thread(self._kept.file, member.live.id, version.number, format)
        if body is None:
            document = msgspec.structs.replace(
                self._document(member, version, amendments),
                checksum=version.checksum,
                standing=self._standing(member, version, self._now()),
            )
            body = (await self._making.print(member.live.id, (format,), document))[format]
        return file_answer(member.live.id, version.number, format, body)

    # -- organizers -----------------------------------------------------------------------------------------------

    async def make(self, request: Request) -> Response:
        member = await self._organizer(request)
        wish = await decoded(request, Make)
        language = known(wish.language or "") or known(workshop_of(member).language) or "fr"

        def keep(facts: Facts) -> Version:
            version = Version(
                workshop=member.live.id,
                number=0,
                language=language,
                names=wish.names,
                head=facts.head,
                made_at=self._now(),
                document=facts.document,
            )
            return self._kept.add(version, facts.epoch)

        async def work(tell: Tell) -> Any:
            return summary(await self._making.keep_facts(member.live.id, language, wish.names, keep, tell))

        return streamed(work)

    async def refresh(self, request: Request) -> Response:
        member = await self._organizer(request)
        before, _ = await self._found(member, request)

        async def work(tell: Tell) -> Any:
            await self._making.keep_facts(
                member.live.id,
                before.language,
                before.names,
                lambda facts: self._kept.refresh(before, facts, self._now()),
                tell,
            )
            return await self._again(member, before.number)

        return streamed(work)

    async def words(self, request: Request) -> Response:
        member = await self._organizer(request)
        wish = await decoded(request, Words)
        wording = Wording(wish.lead, wish.summary, wish.notes)
        return json(await self._change(member, number_of(request), lambda v, _: reword(v, wording, wish.seen)))

    async def open(self, request: Request) -> Response:
        member = await self._organizer(request)
        wish = await decoded(request, Until)
        now = self._now()
        return json(
            await self._change(member, number_of(request), lambda v, _: open_for_amendments(v, wish.until, now))
        )

    async def approve(self, request: Request) -> Response:
        member = await self._organizer(request)

        def act(version: Version, amendments: list[Amendment]) -> Version:
            return approve(version, amendments, self._document(member, version, amendments), self._now())

        return json(await self._change(member, number_of(request), act))

    async def reopen(self, request: Request) -> Response:
        member = await self._organizer(request)
        return json(await self._change(member, number_of(request), lambda version, _: reopen(version)))

    async def publish(self, request: Request) -> Response:
        member = await self._organizer(request)
        if next(member.live.state.all(Workshop)).rehearsal:
            raise Refused("rehearsal")
        version, _ = await self._found(member, request)
        now = self._now()
        published = publish(version, now)
        assert published.final is not None
        document = msgspec.structs.replace(
            published.final, checksum=published.checksum, standing=self._standing(member, published, now)
        )

        async def work(tell: Tell) -> Any:
            files = await self._making.print(member.live.id, tuple(Format), document, tell)
            await asyncio.to_thread(self._kept.publish, version, files, now)
            return await self._again(member, version.number)

        return streamed(work)

    async def discard(self, request: Request) -> Response:
        member = await self._organizer(request)
        await asyncio.to_thread(self._kept.discard, member.live.id, number_of(request))
        return json({})

    # -- amendments -----------------------------------------------------------------------------------------------

    async def propose(self, request: Request) -> Response:
        member = await self._member(request)
        member.require(Permission.WRITE)
        if not was_there(member):
            raise Refused("not_attended")
        wish, id, now = await decoded(request, Proposal), secrets.token_hex(12), self._now()
        number = number_of(request)

        def act(version: Version, others: list[Amendment]) -> Amendment:
            return propose(version, others, wish.section, wish.text, member.person.id, id, now)

        await asyncio.to_thread(self._kept.propose, member.live.id, number, act)
        return json(await self._again(member, number), 201)

    async def settle(self, request: Request) -> Response:
        member = await self._organizer(request)
        wish, now = await decoded(request, Verdict), self._now()

        def act(version: Version, amendment: Amendment) -> Amendment:
            return settle(version, amendment, wish.accepted, wish.reason, now)

        return await self._settled(member, request, act)

    async def withdraw(self, request: Request) -> Response:
        """One's own, while there is time."""
        member, now = await self._member(request), self._now()

        def act(version: Version, amendment: Amendment) -> None:
            require_withdrawable(version, amendment, member.person.id, now)

        return await self._settled(member, request, act)

    async def _settled(
        self, member: Member, request: Request, act: Callable[[Version, Amendment], Amendment | None]
    ) -> Response:
        number = number_of(request)
        await asyncio.to_thread(self._kept.settle, member.live.id, number, request.path_params["amendment"], act)
        return json(await self._again(member, number))

    # -- who, and which -------------------------------------------------------------------------------------------

    async def _member(self, request: Request) -> Member:
        return await self._doors.member(request.headers.get("authorization", ""))

    async def _organizer(self, request: Request) -> Member:
        member = await self._member(request)
        member.require(Permission.ORGANIZE)
        return member

    async def _found(self, member: Member, request: Request) -> tuple[Version, list[Amendment]]:
        version, amendments = await asyncio.to_thread(self._kept.find, member.live.id, number_of(request))
        if not may_read(member, version):
            raise Refused("unknown", kind="minutes")
        return version, amendments

    async def _change(
        self, member: Member, number: int, act: Callable[[Version, list[Amendment]], Version]
    ) -> dict[str, Any]:
        await asyncio.to_thread(self._kept.change, member.live.id, number, act)
        return await self._again(member, number)

    async def _again(self, member: Member, number: int) -> dict[str, Any]:
        return await self._whole(member, *await asyncio.to_thread(self._kept.find, member.live.id, number))

    def _standing(self, member: Member, version: Version, now: int) -> str:
        words, zone = self._catalogues[version.language], ZoneInfo(workshop_of(member).time_zone)
        if version.approved_at is None:
            return words("minutes-standing-draft", number=version.number, at=moment(now, zone))
        return words("minutes-standing-approved", number=version.number, at=moment(version.approved_at, zone))


def moment(at: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(zone)


def summary(version: Version) -> dict[str, Any]:
    names = (
        "number", "state", "edition", "language", "names", "made_at", "opened_at", "amend_until", "approved_at",
        "published_at", "superseded_at", "checksum",
    )  # fmt: skip
    return {name: getattr(version, name) for name in names}


def number_of(request: Request) -> int:
    return int(request.path_params["number"])


def workshop_of(member: Member) -> Workshop:
    return next(member.live.state.all(Workshop))


def may_organize(member: Member) -> bool:
    return member.person.role is Role.ORGANIZER


def may_read(member: Member, version: Version) -> bool:
    """Staff all of them, participants from when they are asked, viewers what is public."""
    match member.person.role:
        case Role.ORGANIZER | Role.FACILITATOR:
            return True
        case Role.PARTICIPANT:
            return version.state in READ_BY_ATTENDEES
    return version.is_public


def was_there(member: Member) -> bool:
    return any(isinstance(stay, Attendance) for stay in member.live.state.under(member.person.id, Attendance))


def blocked_by(act: Callable[[], object], member: Member, permission: Permission) -> dict[str, Any] | None:
    try:
        member.require(permission)
        act()
    except Refused as refused:
        return {"code": refused.code, "details": refused.details}
    return None


def file_answer(workshop: WorkshopId, number: int, format: Format, body: bytes) -> Response:
    headers = {"Content-Disposition": f'inline; filename="minutes-{workshop}-{number}.{format}"'}
    if format is Format.HTML:
        headers["Content-Security-Policy"] = minutes.CONTENT_SECURITY_POLICY
    return Response(body, headers=headers, media_type=format.media_type)
