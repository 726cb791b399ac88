"""The built front end over HTTP: read and compressed once, kept by browsers where the name says the content."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

COMPRESSED = ("text/", "application/json", "image/svg+xml")
OURS = {".ftl": "text/plain"}
YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    zipped: bytes | None
    media_type: str
    etag: str


PATH_MAX = 200


class Assets:
    """Under assets/ Vite puts the hash of its content into every name; anything else is asked for again each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._kept: dict[str, Asset] = {}

    def routes(self) -> list[BaseRoute]:
        return [Route("/static/{path:path}", self.get)]

    async def get(self, request: Request) -> Response:
        path = request.path_params["path"]
        is_hashed = path.startswith("assets/")
        asset = self._kept.get(path)
        if asset is None:
            asset = await asyncio.to_thread(self._read, path)
            if is_hashed:
                self._kept[path] = asset
        headers = {"Cache-Control": YEAR if is_hashed else "no-cache", "ETag": asset.etag, "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == asset.etag:
            return Response(status_code=304, headers=headers)
        if asset.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(asset.zipped, headers={**headers, "Content-Encoding": "gzip"}, media_type=asset.media_type)
        return Response(asset.body, headers=headers, media_type=asset.media_type)

    def _read(self, path: str) -> Asset:
        # What no file can be called (too long, a NUL) would be a fault of ours when looked for. By other ways to the
        # same file (a//b, a/./b) it would be kept once for each.
        if len(path) > PATH_MAX or not path.isprintable() or str(PurePosixPath(path)) != path:
            raise HTTPException(404)
        file = (self._folder / path).resolve()
        hidden = any(part.startswith(".") for part in Path(path).parts)
        if hidden or not file.is_relative_to(self._folder) or not file.is_file():
            raise HTTPException(404)
        body = file.read_bytes()
        media_type = OURS.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        zipped = gzip.compress(body, 9, mtime=0) if media_type.startswith(COMPRESSED) else None
        return Asset(body, zipped, media_type, f'"{hashlib.sha256(body).hexdigest()[:20]}"')
