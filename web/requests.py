"""Each request has an id: of the proxy's making or of ours, in the answer and in every line the log has about it."""

from __future__ import annotations

import logging
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from realtime.incidents import REQUEST, about

HEADER = "X-Request-ID"
WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{8,64}")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
log = logging.getLogger(__name__)


class Requests:
    """Outermost, so that faults of the other layers are logged under the id too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id = request_id(Headers(scope=scope).get(HEADER, ""))
        began = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id
            await send(message)

        token = REQUEST.set(id)
        try:
            await self._app(scope, receive, send_with_id)
        finally:
            if log.isEnabledFor(logging.DEBUG):
                took_ms = round((time.perf_counter() - began) * 1000, 1)
                log.debug("request", extra=about(method=method(scope), route=route(scope), status=status, ms=took_ms))
            REQUEST.reset(token)


def request_id(said: str) -> str:
    return said if WELL_FORMED.fullmatch(said) else secrets.token_hex(8)


def method(scope: Scope) -> str:
    return scope["method"] if scope["method"] in METHODS else "other"


def route(scope: Scope) -> str:
    """Its pattern: an address itself bears tokens and codes."""
    return getattr(scope.get("route"), "path", "")
