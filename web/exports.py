"""Taking a workshop home: its minutes, written by a process of their own."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from rooms.permissions import Permission
from web import minutes
from web.doors import Doors
from web.languages import known

MEDIA_TYPES = {minutes.Format.MARKDOWN: "text/markdown", minutes.Format.HTML: "text/html"}


class Exports:
    def __init__(self, doors: Doors, database: str) -> None:
        self._doors = doors
        self._database = database

    def routes(self) -> list[BaseRoute]:
        return [Route(f"/api/minutes.{format}", self.minutes) for format in minutes.Format]

    async def minutes(self, request: Request) -> Response:
        """`?lang=` in another language than the workshop's, `?public=1` without names."""
        member = await self._doors.member(request.headers.get("authorization", ""))
        member.require(Permission.STEER)
        format = minutes.Format(request.url.path.rpartition(".")[2])
        body = await minutes.render(
            self._database,
            member.live.id,
            format,
            known(request.query_params.get("lang", "")),
            names=request.query_params.get("public") != "1",
        )
        headers = {"Content-Disposition": f'inline; filename="minutes-{member.live.id}.{format}"'}
        if format is minutes.Format.HTML:
            headers["Content-Security-Policy"] = minutes.CONTENT_SECURITY_POLICY
        return Response(body, headers=headers, media_type=MEDIA_TYPES[format])
