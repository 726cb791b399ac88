"""What comes on a socket before any handler of ours has it: whatever is no packet ends the connection."""

from __future__ import annotations

import logging
from traceback import walk_tb

import socketio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from realtime.incidents import incident

BARE = {"1", "2", "3", "2probe", "3probe", "5", "6"}
"""Packets of Engine.IO that carry nothing of Socket.IO."""
OVER = "palabre.over"
"""In the scope of a connection: nothing more is taken from it."""
ENDED: Message = {"type": "websocket.disconnect", "code": 1003}
log = logging.getLogger(__name__)


class PacketsOnly:
    """python-engineio fails on what is no packet, and leaves the connection as it is for half a minute."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def received() -> Message:
            if scope.get(OVER):
                return ENDED
            message = await receive()
            text = message.get("text")
            return message if text is None or is_packet(text) else ENDED

        await self._app(scope, received if scope["type"] == "websocket" else receive, send)


def is_packet(text: str) -> bool:
    """Of Engine.IO; one that carries something says what by a digit."""
    return (text[:1] == "4" and "0" <= text[1:2] <= "9") or text in BARE


def end_by_what_is_no_packet(sio: socketio.AsyncServer) -> None:
    """Of Socket.IO, which takes it for a fault of the server's. Half of one also comes of a goodbye in its midst."""
    hear = sio.eio.handlers["message"]

    async def heard(id: str, data: str | bytes) -> None:
        try:
            await hear(id, data)
        except Exception as error:
            if is_ours(error):
                incident(log, "a packet failed", error)
            else:
                log.debug("what came is no packet")
            if id in sio.environ:
                sio.environ[id]["asgi.scope"][OVER] = True

    sio.eio.on("message", heard)


def is_ours(error: Exception) -> bool:
    """Whether it was raised within a handler: it has gone through more than one function of this package."""
    names = [str(frame.f_globals.get("__name__")) for frame, _ in walk_tb(error.__traceback__)]
    return sum(name.startswith(f"{__package__}.") for name in names) > 1
