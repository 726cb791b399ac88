"""Refusals and faults as HTTP answers: JSON for programs, pages for people."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from fluent.runtime.types import fluent_date, fluent_number
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from persistence.journal import Busy
from realtime.incidents import incident
from rooms.refusal import Refused

log = logging.getLogger(__name__)

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FULL_RETRY_MS = 30_000

STATUS = {
    "agenda_gone": 404,
    "agenda_taken": 409,
    "already_colleague": 409,
    "banned": 403,
    "doors_locked": 403,
    "identity_erased": 403,
    "identity_required": 403,
    "identity_taken": 409,
    "foreign_origin": 403,
    "removed": 403,
    "turned_away": 403,
    "busy": 503,
    "code_unknown": 404,
    "internal": 500,
    "link_expired": 410,
    "link_revoked": 410,
    "link_unknown": 404,
    "last_administrator": 409,
    "not_allowed": 403,
    "not_invited": 403,
    "changed_meanwhile": 409,
    "phase_needed": 409,
    "process_published": 409,
    "provider_unreachable": 502,
    "session_unknown": 401,
    "sign_in_over": 410,
    "sign_in_weak": 403,
    "slug_taken": 409,
    "too_fast": 429,
    "too_large": 413,
    "too_many_attempts": 429,
    "unknown": 404,
    "vote_open": 409,
    "workshop_closed": 409,
    "workshop_full": 409,
}
"""422 for the rest: what was sent was understood and cannot be done."""


def status_of(code: str) -> int:
    return STATUS.get(code, 422)


def json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(value), status, headers, "application/json")


def refusal(refused: Refused) -> Response:
    headers = {"WWW-Authenticate": "Bearer"} if status_of(refused.code) == 401 else None
    return json({"refused": {"code": refused.code, "details": refused.details}}, status_of(refused.code), headers)


def refused_by(error: Exception) -> Refused:
    """Every failure in the words of a refusal. A bug is logged under an id that the person can quote; nothing they sent
    stands in the log."""
    match error:
        case Refused():
            return error
        case Busy():
            return Refused("busy", retry_ms=1_000)
        case OSError(errno=number) if number in FULL:
            log.error("no room on the disk for what was sent")
            return Refused("busy", retry_ms=FULL_RETRY_MS)
        case HTTPException(status_code=404):
            return Refused("unknown", kind="address")
        case HTTPException(status_code=405):
            return Refused("unknown", kind="method")
        case HTTPException():
            return Refused("invalid", reason=error.detail)
    return Refused("internal", id=incident(log, "a request failed", error))


def is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def spoken(details: dict[str, Any], time_zone: str = "UTC") -> dict[str, Any]:
    """Details as Fluent takes them: times at the workshop's own."""
    return {name: _spoken(name, value, time_zone) for name, value in details.items()}


def _spoken(name: str, value: Any, time_zone: str) -> Any:
    if name == "at":
        return fluent_date(datetime.fromtimestamp(value / 1000, UTC).astimezone(ZoneInfo(time_zone)))
    return fluent_number(value) if isinstance(value, int) else str(value)


class AnswerFailures:
    """Turns whatever is raised into an answer. Within SafetyHeaders, so that these answers bear them too."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, Refused], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def watched(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            if has_begun:
                raise
            await self._answer(Request(scope), refused_by(error))(scope, receive, send)
