"""Taking a workshop home: minutes and archives, made by processes of their own so that nobody waits for them."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import BinaryIO

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from persistence import archive
from rooms.activities.poll import secret_vote_is_open
from rooms.ids import WorkshopId
from rooms.permissions import Permission
from rooms.refusal import Refused
from web import minutes
from web.acting import acting
from web.attempts import EXPORTS
from web.house import House
from web.languages import known
from web.turns import Turns

CHUNK = 256 * 1024


class ArchiveFailed(Exception):
    """What the process that made it said last."""


class Exports:
    """The house's data folder is where archives stand while they are made."""

    def __init__(self, house: House, turns: Turns) -> None:
        self._doors = house.doors
        self._database = house.settings.database
        self._data = house.settings.data
        self._files = house.settings.files
        self._pace = house.pace
        self._now = house.now
        self._turns = turns

    def routes(self) -> list[BaseRoute]:
        return [
            *(Route(f"/api/minutes.{format}", self.minutes) for format in minutes.Format),
            Route("/api/archive", self.archive),
        ]

    async def minutes(self, request: Request) -> Response:
        """`?lang=` in another language than the workshop's, `?public=1` without names."""
        member = await self._doors.member(request.headers.get("authorization", ""))
        member.require(Permission.STEER)
        acting(request, member.person.id, member.live.id)
        await self._pace.take(EXPORTS, f"exports-{member.person.id}")
        format = minutes.Format(request.url.path.rpartition(".")[2])
        language = known(request.query_params.get("lang", ""))
        async with self._turns:
            named = not is_public(request)
            body = await minutes.render(self._database, member.live.id, format, language, named, self._now())
        headers = {"Content-Disposition": f'inline; filename="minutes-{member.live.id}.{format}"'}
        if format is minutes.Format.HTML:
            headers["Content-Security-Policy"] = minutes.CONTENT_SECURITY_POLICY
        return Response(body, headers=headers, media_type=format.media_type)

    async def archive(self, request: Request) -> Response:
        """`?public=1` for the one without names."""
        member = await self._doors.member(request.headers.get("authorization", ""))
        member.require(Permission.ORGANIZE)
        acting(request, member.person.id, member.live.id)
        if not is_public(request) and secret_vote_is_open(member.live.state):
            raise Refused("vote_open")
        await self._pace.take(EXPORTS, f"exports-{member.person.id}")
        async with self._turns:
            file = await self._packed(member.live.id, is_public(request))
        name = f"{member.live.id}{'-public' if is_public(request) else ''}.zip"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Length": str(os.fstat(file.fileno()).st_size),
        }
        return StreamingResponse(chunks(file), headers=headers, media_type="application/zip")

    async def _packed(self, workshop: WorkshopId, public: bool) -> BinaryIO:
        """Open, and already without a name: whatever becomes of the download, nothing is left on the disk."""
        with tempfile.TemporaryDirectory(prefix=".archive-", dir=self._data) as folder:
            name = f"{folder}/archive.zip"
            job = archive.Job(
                database=self._database,
                files=str(self._files),
                workshop=workshop,
                out=name,
                now_ms=self._now(),
                public=public,
            )
            await pack(job)
            return await asyncio.to_thread(open, name, "rb")


async def pack(job: archive.Job | archive.ImportJob) -> bytes:
    """What the process said. Raises ArchiveFailed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "persistence.archive",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        answer, said = await process.communicate(msgspec.json.encode(job))
    except asyncio.CancelledError:
        with suppress(ProcessLookupError):
            process.kill()
        raise
    if process.returncode != 0:
        raise ArchiveFailed(said.decode(errors="replace").strip())
    return answer


async def chunks(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while chunk := await asyncio.to_thread(file.read, CHUNK):
            yield chunk


def is_public(request: Request) -> bool:
    return request.query_params.get("public") == "1"
