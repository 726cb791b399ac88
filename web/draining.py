"""What a process that is about to end answers to whoever wants to come in: a proxy asks another one at once."""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from realtime.server import RETRY_MS
from rooms.refusal import Refused
from web.answers import refusal

DOORS = ("/socket.io/", "/api/join")


class Draining:
    """Everything else is still served: pages that are open ask for parts of themselves."""

    def __init__(self, app: ASGIApp, is_draining: Callable[[], bool]) -> None:
        self._app = app
        self._is_draining = is_draining

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or not self._is_draining() or not scope["path"].startswith(DOORS):
            await self._app(scope, receive, send)
            return
        answer = refusal(Refused("busy", retry_ms=RETRY_MS))
        answer.headers["Retry-After"] = "1"
        # To a handshake too, as uvicorn allows: a proxy passes it on, which it cannot once a WebSocket is open.
        await answer(scope, receive, send)
