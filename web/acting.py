"""Writing down what staff do: once a request has succeeded, under a word of its own, before its answer leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from persistence.acts import Acts

ACTS = {
    "ArchiveDesk.take": "archive.import",
    "BrandDesk.add_logo": "branding.edit",
    "BrandDesk.drop_logo": "branding.edit",
    "BrandDesk.edit": "branding.edit",
    "ColleagueDesk.invite": "colleague.invite",
    "ColleagueDesk.revoke": "colleague.revoke",
    "ColleagueDesk.set_role": "colleague.role",
    "Documents.add": "document.add",
    "Documents.drop": "document.drop",
    "Documents.export": "process.export",
    "Editions.file": "minutes.export",
    "Exports.archive": "archive.export",
    "Exports.minutes": "minutes.export",
    "Gathering.collect": "contributions.collect",
    "Gathering.drop": "contributions.drop",
    "Gathering.drop_tally": "contributions.drop",
    "Gathering.give": "contributions.give",
    "Gathering.read": "contributions.give",
    "Gathering.seed": "contributions.seed",
    "LibraryDesk.drop": "agenda.drop",
    "LibraryDesk.rename": "agenda.edit",
    "LibraryDesk.save": "agenda.add",
    "LibraryDesk.take": "agenda.add",
    "LogDesk.sheet": "log.export",
    "ProcessDesk.add": "process.add",
    "ProcessDesk.add_phase": "process.edit",
    "ProcessDesk.archive": "process.archive",
    "ProcessDesk.drop": "process.drop",
    "ProcessDesk.drop_phase": "process.edit",
    "ProcessDesk.edit": "process.edit",
    "ProcessDesk.edit_phase": "process.edit",
    "ProcessDesk.move_phase": "process.edit",
    "ProcessDesk.publish": "process.publish",
    "ProcessDesk.withdraw": "process.withdraw",
    "SigningIn.accept": "session.begin",
    "SigningIn.come_back": "session.begin",
    "SigningIn.end": "session.end",
    "SigningIn.give_code": "session.begin",
    "StudioDoors.add": "link.add",
    "StudioDoors.open": "session.begin",
    "StudioDoors.revoke": "link.revoke",
    "WorkshopDesk.add": "workshop.add",
    "WorkshopDesk.close": "workshop.close",
    "WorkshopDesk.drop": "workshop.drop",
    "WorkshopDesk.duplicate": "workshop.duplicate",
    "WorkshopDesk.enter": "workshop.enter",
}
"""By what answers the request. What staff do within a workshop stands in its own journal."""
UNWRITTEN = ("SigningIn.ask_code", "SigningIn.ask_provider")
"""Nobody is known yet."""


def acting(request: Request, who: str, about: str = "") -> None:
    """Somebody of staff asks for this."""
    request.scope["acting"] = (who, about)


class WriteActs:
    """Innermost, so that an act that cannot be written down is answered as a failure."""

    def __init__(self, app: ASGIApp, acts: Acts, now: Callable[[], int]) -> None:
        self._app = app
        self._acts = acts
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def written(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < 400:
                await self._write(scope)
            await send(message)

        await self._app(scope, receive, written)

    async def _write(self, scope: Scope) -> None:
        act = ACTS.get(name_of(scope.get("endpoint")))
        if act is None or "acting" not in scope:
            return
        who, about = scope["acting"]
        about = about or next(iter(scope["path_params"].values()), "")
        await asyncio.to_thread(self._acts.add, self._now(), who, act, about)


def name_of(endpoint: Any) -> str:
    return getattr(endpoint, "__qualname__", "")
