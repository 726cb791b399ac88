"""The log of staff acts and exports, read by administrators and taken along as a table."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.staff import StaffRole
from persistence.acts import KEPT_DAYS, Act, Acts
from persistence.archive.sheets import delimiter, sheet
from persistence.colleagues import Colleagues
from persistence.studio import StudioLinks
from web.answers import json
from web.studio.doors import StudioDoors
from web.studio.messages import ActShown, LogShown

PAGE = 100
ALL = 1_000_000


class LogDesk:
    def __init__(self, doors: StudioDoors, acts: Acts, colleagues: Colleagues, links: StudioLinks) -> None:
        self._doors = doors
        self._acts = acts
        self._colleagues = colleagues
        self._links = links

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/studio/log", self.page, methods=["GET"]),
            Route("/api/studio/log.csv", self.sheet, methods=["GET"]),
        ]

    async def page(self, request: Request) -> Response:
        """A page of it, the newest first; `?before=` an act goes on from there."""
        await self._doors.staff(request, StaffRole.ADMINISTRATOR)
        before = request.query_params.get("before") or None
        acts = await asyncio.to_thread(self._acts.latest, PAGE + 1, before)
        shown = await asyncio.to_thread(self._named, acts[:PAGE])
        return json(LogShown(acts=tuple(shown), goes_on=len(acts) > PAGE, kept_days=KEPT_DAYS))

    async def sheet(self, request: Request) -> Response:
        """All of it, separated as spreadsheets of `?lang=` expect."""
        await self._doors.staff(request, StaffRole.ADMINISTRATOR)
        body = await asyncio.to_thread(self._table, request.query_params.get("lang", ""))
        headers = {"Content-Disposition": 'attachment; filename="studio-log.csv"'}
        return Response(body, headers=headers, media_type="text/csv; charset=utf-8")

    def _table(self, language: str) -> bytes | str:
        rows = [
            {
                "at": datetime.fromtimestamp(each.at / 1000, UTC).isoformat(timespec="seconds"),
                "who": each.who,
                "name": each.name,
                "act": each.act,
                "about": each.about,
            }
            for each in self._named(self._acts.latest(ALL))
        ]
        return sheet(("at", "who", "name", "act", "about"), rows, delimiter(language))

    def _named(self, acts: list[Act]) -> list[ActShown]:
        """A name is looked up when it is read: the log itself has none. Blocking."""
        names = {each.id: each.name for each in self._colleagues.all()}
        names |= {each.id: each.label for each in self._links.all()}
        return [
            ActShown(id=each.id, at=each.at, who=each.who, name=names.get(each.who, ""), act=each.act, about=each.about)
            for each in acts
        ]
