"""The same ready-made bytes written to every browser, past the per-connection queue and tasks; and what it says read.

A Socket.IO event is the same packet for a whole audience, so it is framed once and written straight to each
transport. uvicorn takes `Protocol` as its `ws` class; under any other server `PlainWire` does the same through
python-socketio. Needs compression off: a compressed frame belongs to one connection.
"""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from typing import Protocol as Interface

from uvicorn._types import ASGIReceiveEvent, ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

EXTENSION = "palabre.wire"
BEHIND_BYTES = 1_000_000
"""A reader with more than this unsent is cut: it comes back and resumes where it was."""


def frame(opcode: int, payload: bytes) -> bytes:
    """One unmasked, final WebSocket frame (RFC 6455 section 5.2)."""
    size = len(payload)
    if size < 126:
        head = bytes((0x80 | opcode, size))
    elif size < 65_536:
        head = bytes((0x80 | opcode, 126)) + struct.pack("!H", size)
    else:
        head = bytes((0x80 | opcode, 127)) + struct.pack("!Q", size)
    return head + payload


class Packet:
    """A Socket.IO packet of the root namespace, ready for any number of connections: an event.

    `body` is the JSON of its one argument; each attachment stands in it as a numbered placeholder.
    """

    __slots__ = ("_framed", "attachments", "text")

    def __init__(self, event: str, body: bytes, attachments: tuple[bytes, ...] = ()) -> None:
        kind = b"45%d-" % len(attachments) if attachments else b"42"
        self.text = kind + b'["' + event.encode() + b'",' + body + b"]"
        self.attachments = attachments
        self._framed: bytes | None = None

    @classmethod
    def acknowledging(cls, id: bytes, body: bytes, attachments: tuple[bytes, ...] = ()) -> Packet:
        """The answer to an event of that id; `body` is the JSON of its arguments, an array."""
        packet = cls.__new__(cls)
        packet.text = (b"46%d-" % len(attachments) if attachments else b"43") + id + body
        packet.attachments = attachments
        packet._framed = None
        return packet

    @property
    def framed(self) -> bytes:
        if self._framed is None:
            self._framed = frame(0x1, self.text) + b"".join(frame(0x2, part) for part in self.attachments)
        return self._framed


class Wire(Interface):
    """How packets reach one browser, in order."""

    def send(self, packet: Packet) -> bool:
        """False when the reader has fallen behind and must be cut."""

    def abort(self) -> None:
        """Close without waiting for a reader who does not read."""


class Protocol(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket protocol, lending the application a way to write ready-made frames and to read its own."""

    hear: Callable[[bytes, bool], bool] | None = None
    """Given each message, and whether it is text; False for those that the application reads by itself."""
    is_held = False
    """Whether nothing is to be read, whatever the application has read by itself."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.close_sent:
            self.scope["extensions"][EXTENSION] = DirectWire(self)  # type: ignore[assignment]

    def send_receive_event_to_app(self) -> None:
        if self.hear is not None and not self.close_sent:
            data = self.frames[0] if len(self.frames) == 1 else b"".join(self.frames)
            if self.hear(data, self.curr_msg_data_type == "text"):
                self.frames = []
                return
        super().send_receive_event_to_app()

    async def receive(self) -> ASGIReceiveEvent:
        message = await super().receive()
        if self.is_held and not self.transport.is_closing():
            self.transport.pause_reading()
        return message

    async def send(self, message: ASGISendEvent) -> None:
        await super().send(message)
        if message["type"] == "websocket.http.response.body" and self.close_sent:
            # uvicorn would say in the log that the handshake which was just refused was forgotten.
            self.handshake_complete = True


class DirectWire:
    """Straight to the transport, and from it; silent once the connection is closing."""

    __slots__ = ("_protocol",)

    def __init__(self, protocol: Protocol) -> None:
        self._protocol = protocol

    def send(self, packet: Packet) -> bool:
        protocol = self._protocol
        transport = protocol.transport
        if protocol.close_sent or protocol.disconnected or transport.is_closing():
            return True
        transport.write(packet.framed)
        return bool(transport.get_write_buffer_size() <= BEHIND_BYTES)

    def abort(self) -> None:
        self._protocol.transport.abort()

    def hear(self, take: Callable[[bytes, bool], bool]) -> None:
        """From now on `take` is given each message first."""
        self._protocol.hear = take

    def run(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Beside the connection; the server waits for it before it ends."""
        tasks = self._protocol.tasks
        task = asyncio.get_running_loop().create_task(coroutine)
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    def pace(self, reads: bool) -> None:
        """Go on reading, or stop."""
        protocol = self._protocol
        protocol.is_held = not reads
        if not (protocol.read_paused or protocol.transport.is_closing()):
            (protocol.transport.resume_reading if reads else protocol.transport.pause_reading)()


class PlainWire:
    """The same through python-socketio's own queue, for servers that lend no transport."""

    def __init__(self, emit: Callable[[str | bytes], Awaitable[Any]], waiting: Callable[[], int]) -> None:
        self._emit = emit
        self._waiting = waiting
        self._outgoing: asyncio.Queue[Packet] = asyncio.Queue()
        self._task = asyncio.get_running_loop().create_task(self._drain())

    def send(self, packet: Packet) -> bool:
        self._outgoing.put_nowait(packet)
        return self._outgoing.qsize() + self._waiting() <= 1_000

    def abort(self) -> None:
        self._task.cancel()

    async def _drain(self) -> None:
        while True:
            packet = await self._outgoing.get()
            await self._emit(packet.text[1:].decode())
            for part in packet.attachments:
                await self._emit(part)
