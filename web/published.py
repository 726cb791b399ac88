"""Published minutes, for anybody: a page that stays where it is, the files, and how to check them."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from facilitation.minutes.versions import Version, VersionState
from persistence.minutes import Filed, Minutes
from rooms.ids import WorkshopId
from rooms.refusal import Refused
from web import minutes
from web.editions import file_answer
from web.languages import Catalogues
from web.minutes.html import DOWNLOADS, NOTICE, PROOF, around
from web.minutes.job import Format

# A later version supersedes this one; its page says so within a minute.
CACHED = "public, max-age=60"


class Published:
    def __init__(self, kept: Minutes, catalogues: Catalogues) -> None:
        self._kept = kept
        self._catalogues = catalogues

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/minutes/{workshop}", self.latest),
            Route("/minutes/{workshop}/{number:int}", self.page),
            *(Route(f"/minutes/{{workshop}}/{{number:int}}.{format}", self.file) for format in Format),
        ]

    async def latest(self, request: Request) -> Response:
        workshop, versions = await self._public(request)
        latest = next(version for version in versions if version.state is VersionState.PUBLISHED)
        return RedirectResponse(f"/minutes/{workshop}/{latest.number}", 302)

    async def page(self, request: Request) -> Response:
        workshop, versions = await self._public(request)
        version = self._version(request, versions)
        body = await asyncio.to_thread(self._kept.file, workshop, version.number, Format.HTML)
        files = await asyncio.to_thread(self._kept.files, workshop, version.number)
        assert body is not None
        headers = {
            "Content-Security-Policy": minutes.CONTENT_SECURITY_POLICY,
            "Content-Language": version.language,
            "Cache-Control": CACHED,
        }
        return Response(
            self._dressed(body, workshop, version, versions, files), headers=headers, media_type="text/html"
        )

    def _dressed(
        self, body: bytes, workshop: WorkshopId, version: Version, versions: list[Version], files: list[Filed]
    ) -> bytes:
        """The page as it was published, with what is known of it since beside it."""
        parts = around(self._catalogues[version.language], workshop, version, versions, files)
        for mark in (NOTICE, DOWNLOADS, PROOF):
            body = body.replace(mark.encode(), parts[mark].encode(), 1)
        return body

    async def file(self, request: Request) -> Response:
        workshop, versions = await self._public(request)
        number, format = self._version(request, versions).number, Format(request.url.path.rpartition(".")[2])
        body = await asyncio.to_thread(self._kept.file, workshop, number, format)
        assert body is not None
        answer = file_answer(workshop, number, format, body)
        answer.headers["Cache-Control"] = CACHED
        return answer

    async def _public(self, request: Request) -> tuple[WorkshopId, list[Version]]:
        """Raises Refused("unknown") for a workshop that has published none, as for one that is not there."""
        workshop = WorkshopId(request.path_params["workshop"])
        versions = await asyncio.to_thread(self._kept.versions, workshop)
        public = [version for version in reversed(versions) if version.is_public]
        if not public:
            raise Refused("unknown", kind="minutes")
        return workshop, public

    @staticmethod
    def _version(request: Request, versions: list[Version]) -> Version:
        for version in versions:
            if version.number == request.path_params["number"]:
                return version
        raise Refused("unknown", kind="minutes")
