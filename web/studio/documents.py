"""What people should have read before they speak: documents of a process, and a process taken home whole."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.contribution import Contribution, Tally
from facilitation.process import DOCUMENTS_MAX, Document, Phase, Process
from facilitation.staff import StaffRole
from persistence import tables
from persistence.processes import Processes, Whole
from rooms.ids import FileId
from rooms.refusal import Refused
from rooms.text import LINE_MAX, line_or_nothing, normalized, one_line
from web.answers import json
from web.files import FileStore, media_type_of, uploaded
from web.pictures import Pictures
from web.studio.doors import StudioDoors
from web.studio.processes import ProcessDesk, process_of


class ProcessArchive(msgspec.Struct, frozen=True, kw_only=True):
    """A process with everything its phases have gathered; its workshops have archives of their own."""

    schema: int
    made_at: int
    process: Process
    phases: tuple[Phase, ...]
    contributions: tuple[Contribution, ...]
    tallies: tuple[Tally, ...]


class Documents:
    """`now` gives epoch milliseconds."""

    def __init__(
        self,
        doors: StudioDoors,
        desk: ProcessDesk,
        processes: Processes,
        store: FileStore,
        pictures: Pictures,
        now: Callable[[], int],
    ) -> None:
        self._doors = doors
        self._desk = desk
        self._processes = processes
        self._store = store
        self._pictures = pictures
        self._now = now

    def routes(self) -> list[BaseRoute]:
        one = "/api/studio/processes/{process}"
        return [
            Route(f"{one}/documents", self.add, methods=["POST"]),
            Route(f"{one}/documents/{{document}}", self.drop, methods=["DELETE"]),
            Route(f"{one}/export", self.export, methods=["GET"]),
        ]

    async def add(self, request: Request) -> Response:
        """`?title=` is what people read; the file's own name where there is none."""
        await self._doors.staff(request)
        name, body = await uploaded(request)
        media_type = media_type_of(body[:16])
        if media_type is None:
            raise Refused("file_kind", kinds=["png", "jpeg", "webp", "gif", "pdf"])
        body = await self._pictures.clean(body, media_type)
        title = line_or_nothing(normalized(request.query_params.get("title", "")))[:LINE_MAX]
        document = Document(
            id=FileId(secrets.token_hex(8)),
            title=title or one_line(name),
            media_type=media_type,
            size=len(body),
            sha256=await asyncio.to_thread(self._store.keep, body),
            at=self._now(),
        )

        def act(whole: Whole) -> Whole:
            if len(whole.process.documents) >= DOCUMENTS_MAX:
                raise Refused("too_many_documents", most=DOCUMENTS_MAX)
            return with_documents(whole, (*whole.process.documents, document))

        return await self._changed(request, act, 201)

    async def drop(self, request: Request) -> Response:
        await self._doors.staff(request)
        id = request.path_params["document"]

        def act(whole: Whole) -> Whole:
            kept = tuple(document for document in whole.process.documents if document.id != id)
            if len(kept) == len(whole.process.documents):
                raise Refused("unknown", kind="document")
            return with_documents(whole, kept)

        return await self._changed(request, act)

    async def _changed(self, request: Request, act: Callable[[Whole], Whole], status: int = 200) -> Response:
        whole = await asyncio.to_thread(self._processes.change, process_of(request), None, act)
        return await self._desk.shown(whole, status)

    async def export(self, request: Request) -> Response:
        await self._doors.staff(request, StaffRole.ORGANIZER)
        whole = await asyncio.to_thread(self._processes.find, process_of(request))
        phases = [phase.id for phase in whole.phases]
        archive = ProcessArchive(
            schema=tables.SCHEMA,
            made_at=self._now(),
            process=whole.process,
            phases=whole.phases,
            contributions=tuple(await asyncio.to_thread(self._processes.contributions, phases)),
            tallies=tuple(await asyncio.to_thread(self._processes.tallies, phases)),
        )
        name = f"{whole.process.face.slug}.json"
        return json(archive, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def with_documents(whole: Whole, documents: tuple[Document, ...]) -> Whole:
    return Whole(msgspec.structs.replace(whole.process, documents=documents), whole.phases)
