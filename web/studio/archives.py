"""Workshops brought from another installation, or back: read by a process of its own while the others go on."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from persistence.archive import Imported, ImportJob
from rooms.refusal import Refused
from web.answers import json
from web.exports import pack
from web.house import House
from web.studio.doors import StudioDoors

ARCHIVE_MAX = 2 << 30


class ArchiveDesk:
    def __init__(self, house: House, doors: StudioDoors) -> None:
        self._house = house
        self._doors = doors
        self._turn = asyncio.Semaphore(1)

    def routes(self) -> list[BaseRoute]:
        return [Route("/api/studio/archive", self.take, methods=["POST"])]

    async def take(self, request: Request) -> Response:
        """The body is the archive itself. Raises Refused: "too_large", "archive_refused"."""
        await self._doors.staff(request)
        if int(request.headers.get("content-length") or 0) > ARCHIVE_MAX:
            raise Refused("too_large", most=ARCHIVE_MAX)
        settings = self._house.settings
        async with self._turn:
            with tempfile.TemporaryDirectory(prefix=".archive-", dir=settings.data) as folder:
                path = Path(folder) / "archive.zip"
                await received(request, path)
                job = ImportJob(database=settings.database, files=str(settings.files), archive=str(path))
                said = msgspec.json.decode(await pack(job), type=Imported)
        if said.workshop is None:
            raise Refused("archive_refused", reason=said.refused)
        return json({"workshop": said.workshop}, 201)


async def received(request: Request, path: Path) -> None:
    size = 0
    with path.open("wb") as file:
        async for chunk in request.stream():
            size += len(chunk)
            if size > ARCHIVE_MAX:
                raise Refused("too_large", most=ARCHIVE_MAX)
            await asyncio.to_thread(file.write, chunk)
