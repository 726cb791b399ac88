"""The baseline: what one writes first with python-socketio. Nothing is kept, nobody is checked."""

from __future__ import annotations

from typing import Any

import socketio

sio = socketio.AsyncServer(async_mode="asgi")
app = socketio.ASGIApp(sio)
seq = 0


async def connect(sid: str, environ: dict[str, Any], auth: Any) -> None:
    await sio.enter_room(sid, "hall")


async def do(sid: str, command: dict[str, Any]) -> dict[str, Any]:
    """Tell everybody what Palabre would tell them of a message."""
    global seq
    seq += 1
    message = {
        "type": "message",
        "id": "4k2mzp6wq0r8t1vx",
        "rev": seq,
        "reach": "room",
        "room": "9d3fh7n5b2c6g8j4",
        "step": "1a2b3c4d5e6f7g8h",
        "author": "x7k2mzp6wq0r8t1vx9d3fh7n5b",
        "author_is_staff": False,
        "to": None,
        "asked_in": None,
        "text": command["text"],
        "at": 1_800_000_000_000,
    }
    await sio.emit("change", message, room="hall")
    return {"seq": seq}


sio.on("connect", connect)
sio.on("do", do)
