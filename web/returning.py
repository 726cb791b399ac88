"""What remains of somebody in a workshop, for them: to read, to take along, to come back to, to have erased."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
import segno
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.erasing import ErasePerson
from facilitation.minutes.document import anchors
from facilitation.minutes.versions import Version, VersionState
from facilitation.proposing import TakeAnswersBack
from facilitation.returning import Authorship, Mine, gathered
from persistence.archive.sheets import delimiter, sheet
from persistence.documents import Documents
from persistence.links import Links
from persistence.minutes import Minutes
from realtime.gateway import Gateway
from rooms.activities.conclusion import TEMPLATE, Conclusion
from rooms.agenda import Workshop
from rooms.deciding import Actor
from rooms.ids import ConclusionId, FieldId, OptionId, QuestionId
from rooms.permissions import Role
from rooms.registration import AnswerQuestions, answers_of, questions
from web.answers import json
from web.bodies import decoded
from web.doors import Doors, Member, accepted
from web.paper import Paper
from web.retention import day, promises
from web.sharing import Addresses, Cutting, new_link

FIELDS = tuple(field.id for field in TEMPLATE)
BETWEEN = " · "
"""What parts several things in one cell of a table."""
TABLES = (
    *("notes", "comments", "remarks", "words", "messages", "votes", "dots", "amendments", "stays", "speech", "turns"),
)


class Erase(Struct, frozen=True, forbid_unknown_fields=True):
    texts: bool = False


class Answers(Struct, frozen=True, forbid_unknown_fields=True):
    """None takes all of them back."""

    answers: dict[QuestionId, OptionId] | None


class Returning:
    """`realtime` ends what is open."""

    def __init__(
        self,
        doors: Doors,
        gateway: Gateway,
        links: Links,
        addresses: Addresses,
        paper: Paper,
        realtime: Cutting,
        minutes: Minutes,
        documents: Documents,
        now: Callable[[], int],
    ) -> None:
        self._minutes = minutes
        self._documents = documents
        self._replaying = asyncio.Semaphore(1)
        self._doors = doors
        self._gateway = gateway
        self._links = links
        self._addresses = addresses
        self._paper = paper
        self._realtime = realtime
        self._now = now

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/w/{workshop}/mine", self.shell),
            Route("/api/mine", self.read),
            Route("/api/mine/page", self.page),
            Route("/api/mine/export", self.export),
            Route("/api/mine/link", self.link, methods=["POST"]),
            Route("/api/mine/link/revoke", self.revoke, methods=["POST"]),
            Route("/api/mine/sessions/end", self.leave, methods=["POST"]),
            Route("/api/mine/erase", self.erase, methods=["POST"]),
            Route("/api/mine/answers", self.answer, methods=["POST"]),
        ]

    async def shell(self, request: Request) -> Response:
        """Nothing of anybody stands in it: the same for whoever guesses the address."""
        return self._paper.page(request, "mine", workshop=request.path_params["workshop"])

    # -- reading --------------------------------------------------------------------------------------------------

    async def read(self, request: Request) -> Response:
        return json(await self._gathered(await self._member(request)))

    async def page(self, request: Request) -> Response:
        """The same as a piece of a page, in `?lang=`."""
        member = await self._member(request)
        workshop = workshop_of(member)
        mine = await self._gathered(member)
        texts = self._paper.texts(request, workshop.language)
        versions = await asyncio.to_thread(self._minutes.versions, workshop.id)
        return self._paper.page(
            request,
            "mine_page",
            language=workshop.language,
            mine=mine,
            moment=lambda at: day(at, workshop),
            live=f"/w/{workshop.id}/{'desk' if member.person.role.is_staff else 'room'}?lang={texts.language}",
            field=lambda id: texts(f"mine-field-{id}") if id in FIELDS else id,
            minutes=self._where_minutes_are(workshop, versions),
            amendable=self._are_amendable(versions),
            printed=printed(versions),
            file=f"{texts('mine-file')}-{workshop.id}.zip",
            texts=len(mine.texts),
            asked=questions(member.live.state) if member.person.role is Role.PARTICIPANT else [],
            answers=answers_of(member.live.state, member.person.id),
            anonymous=any(note.anonymous for note in mine.notes) or any(one.anonymous for one in mine.remarks),
            promises=promises(member.live.state, texts),
        )

    async def export(self, request: Request) -> Response:
        member = await self._member(request)
        mine = await self._gathered(member)
        body = await asyncio.to_thread(packed, mine, delimiter(workshop_of(member).language))
        headers = {"Content-Disposition": f'attachment; filename="mine-{member.live.id}.zip"'}
        return Response(body, headers=headers, media_type="application/zip")

    # -- coming back ----------------------------------------------------------------------------------------------

    async def link(self, request: Request) -> Response:
        """One's way back, the same until it is withdrawn."""
        member = await self._member(request)
        ways = await asyncio.to_thread(self._links.ways_back, member.live.id, member.person.id)
        fresh = new_link(member.live.id, member.person.role, self._now(), label=member.session.link)
        fresh = replace(fresh, participant=member.person.id)
        way = ways[0] if ways else await asyncio.to_thread(self._links.create, fresh)
        url = self._addresses.of(way)
        return json({"url": url, "qr": segno.make(url, micro=False).svg_data_uri(border=4, scale=4)})

    async def revoke(self, request: Request) -> Response:
        await self._withdraw(await self._member(request))
        return json({})

    async def _withdraw(self, member: Member) -> None:
        for way in await asyncio.to_thread(self._links.ways_back, member.live.id, member.person.id):
            await asyncio.to_thread(self._links.revoke, way.id, self._now())
            self._realtime.cut(way.id)

    async def leave(self, request: Request) -> Response:
        """On every device, this one too. A way back holds, for whoever has it to come in again."""
        ended = await self._doors.end_all(await self._member(request))
        self._realtime.end_sessions(ended)
        return json({})

    # -- being forgotten ------------------------------------------------------------------------------------------

    async def erase(self, request: Request) -> Response:
        """For good: the session ends with it, and every way back."""
        member = await self._member(request)
        wish = await decoded(request, Erase)
        command = ErasePerson(person=member.person.id, texts=wish.texts)
        accepted(await self._gateway.do(member.live.id, Actor(member.person.id), command))
        await self._withdraw(member)
        return json({})

    async def answer(self, request: Request) -> Response:
        """Say something else than at registration, or take it back."""
        member = await self._member(request)
        wish = await decoded(request, Answers)
        command = TakeAnswersBack() if wish.answers is None else AnswerQuestions(answers=wish.answers)
        accepted(await self._gateway.do(member.live.id, Actor(member.person.id), command))
        return json({})

    async def _gathered(self, member: Member) -> Mine:
        amendments = await asyncio.to_thread(self._minutes.amendments, member.live.id)
        authorship = await self._authorship(member)
        return gathered(member.live.state, member.person, amendments, authorship)

    async def _authorship(self, member: Member) -> Authorship:
        """Of the conclusions in which one has written. One after the other, so that the loop keeps most of the time."""
        state, workshop = member.live.state, member.live.id
        found: dict[ConclusionId, dict[FieldId, list[tuple[str, str | None]]]] = {}
        async with self._replaying:
            for id in await asyncio.to_thread(self._documents.written_by, workshop, member.person.id):
                conclusion = state.maybe(Conclusion, id)
                if conclusion is not None:
                    fields = [field.id for field in conclusion.fields]
                    found[conclusion.id] = await asyncio.to_thread(
                        self._documents.authors, workshop, conclusion.id, fields
                    )
        return found

    def _where_minutes_are(self, workshop: Workshop, versions: Sequence[Version]) -> str | None:
        """The page on which they can be amended, or else the published one."""
        if self._are_amendable(versions):
            return f"/w/{workshop.id}/minutes"
        return f"/minutes/{workshop.id}" if any(version.is_public for version in versions) else None

    def _are_amendable(self, versions: Sequence[Version]) -> bool:
        return any(version.is_amendable(self._now()) for version in versions)

    async def _member(self, request: Request) -> Member:
        return await self._doors.known(request.headers.get("authorization", ""))


def workshop_of(member: Member) -> Workshop:
    return next(member.live.state.all(Workshop))


def printed(versions: Sequence[Version]) -> dict[str, str]:
    """Where the published minutes show what: addresses by the key of a section, and by the anchor of a note."""
    for version in versions:
        if version.state is VersionState.PUBLISHED and version.final is not None:
            keys = anchors(version.final.parts)
            return {key: f"/minutes/{version.workshop}/{version.number}#{key}" for key in keys}
    return {}


def packed(mine: Mine, separator: str) -> bytes:
    """Everything as JSON, and each list as a table for spreadsheets."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mine.json", msgspec.json.format(msgspec.json.encode(mine), indent=2))
        for name in TABLES:
            records = [dict(flat(msgspec.to_builtins(thing))) for thing in getattr(mine, name)]
            if records:
                archive.writestr(f"{name}.csv", sheet(tuple(records[0]), records, separator))
    return out.getvalue()


def flat(record: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """A place as the columns it is made of, and several things in one cell."""
    for name, value in record.items():
        match value:
            case dict():
                yield from value.items()
            case tuple():
                yield name, BETWEEN.join(", ".join(each.values()) if isinstance(each, dict) else each for each in value)
            case _:
                yield name, value
