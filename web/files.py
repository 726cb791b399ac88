"""What an organizer shows: images and documents, kept under their SHA-256, opened by those who are shown them."""

from __future__ import annotations

import asyncio
import hashlib
import os
import secrets
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from realtime.gateway import Gateway
from rooms.activities.info import AddFile, File, shown_files
from rooms.audience import audience_of
from rooms.deciding import SYSTEM
from rooms.ids import FileId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import LINE_MAX, normalized, one_line
from web.answers import json
from web.attempts import ALL_UPLOADS, UPLOADS, Pace
from web.doors import Doors, Member, accepted
from web.pictures import Pictures

FILE_MAX = 10 * 1024 * 1024
FORM_MAX = FILE_MAX + 64 * 1024

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)


def media_type_of(head: bytes) -> str | None:
    """By what the file begins with: names and declared types may lie, and SVG and HTML can run scripts."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for signature, media_type in SIGNATURES if head.startswith(signature)), None)


class FileStore:
    """Bytes by their SHA-256; the same bytes twice are kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, body: bytes) -> str:
        """Durable when it returns: the entity that names it is told to everybody afterwards."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self.path(sha256)
        if path.exists():
            return sha256
        self._folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{secrets.token_hex(4)}.part")
        try:
            with part.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return sha256

    def path(self, sha256: str) -> Path:
        return self._folder / sha256


class Files:
    def __init__(self, doors: Doors, gateway: Gateway, store: FileStore, pictures: Pictures, pace: Pace) -> None:
        self._doors = doors
        self._gateway = gateway
        self._pace = pace
        self._store = store
        self._pictures = pictures

    def routes(self) -> list[BaseRoute]:
        return [Route("/api/files", self.add, methods=["POST"]), Route("/api/files/{file}", self.get)]

    async def add(self, request: Request) -> Response:
        member = await self._doors.member(request.headers.get("authorization", ""))
        member.require(Permission.STEER)
        await self._pace.take_each(UPLOADS, f"person-{member.person.id}")
        await self._pace.take(ALL_UPLOADS, f"workshop-{member.live.id}")
        name, body = await uploaded(request)
        media_type = media_type_of(body[:16])
        if media_type is None:
            raise Refused("file_kind", kinds=["png", "jpeg", "webp", "gif", "pdf"])
        body = await self._pictures.clean(body, media_type)
        file = FileId(secrets.token_hex(12))
        command = AddFile(
            file=file,
            name=name,
            media_type=media_type,
            size=len(body),
            sha256=await asyncio.to_thread(self._store.keep, body),
            by=member.person.id,
        )
        accepted(await self._gateway.do(member.live.id, SYSTEM, command))
        return json({"file": file, "name": name, "media_type": media_type}, 201)

    async def get(self, request: Request) -> Response:
        member = await self._doors.member(request.headers.get("authorization", ""))
        file = self._shown(member, request.path_params["file"])
        etag = f'"{file.sha256}"'
        # Whether it is still shown to this person is asked each time.
        headers = {
            "Cache-Control": "private, no-cache",
            "ETag": etag,
            "Content-Disposition": f"inline; filename*=UTF-8''{quote(file.name)}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        try:
            body = await asyncio.to_thread(self._store.path(file.sha256).read_bytes)
        except FileNotFoundError as error:
            raise Refused("file_lost") from error
        return Response(body, headers=headers, media_type=file.media_type)

    def _shown(self, member: Member, id: str) -> File:
        person, state = member.person, member.live.state
        file = state.find(File, id)
        if not person.role.is_staff and file.id not in shown_files(audience_of(person.role, person.room), state):
            raise Refused("unknown", kind="file")
        return file


async def uploaded(request: Request) -> tuple[str, bytes]:
    """The name and the bytes of the form's one file. Raises Refused: "too_large", "file_missing", "empty"."""
    # The server holds a body to the length it declares, so a declared length is enough to refuse on.
    if not 0 < int(request.headers.get("content-length") or 0) <= FORM_MAX:
        raise Refused("too_large", most=FILE_MAX)
    async with request.form(max_files=1, max_fields=4) as form:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise Refused("file_missing")
        body = await upload.read()
        name = one_line(normalized(upload.filename or ""))[-LINE_MAX:]
    if len(body) > FILE_MAX:
        raise Refused("too_large", most=FILE_MAX)
    return name, body
