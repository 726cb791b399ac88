"""What one browser says, read straight from its socket: the way back of `realtime.broadcast`.

Under any other server, and for whatever is not read here, python-socketio reads the same and answers the same.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from socketio.packet import Packet as SocketIOPacket

from realtime.broadcast import DirectWire, Packet
from realtime.incidents import incident

EVENT = re.compile(rb"4(?:2|5(?P<attachments>[0-9]{1,10})-)(?P<id>[0-9]{0,15})(?!/)")
"""An event of the root namespace, and how many binary frames follow it (Socket.IO protocol 5, in Engine.IO 4)."""
ANSWERS_AND_EVENTS = (b"42", b"43", b"45", b"46")
"""Of a namespace that is not there, or to questions nobody has asked: dropped."""
ATTACHMENTS_MAX = 4
WAITING_MAX = 8
"""More events than this waiting, and no more is read from the socket until there are fewer."""
Handler = Callable[..., Awaitable[dict[str, Any] | None]]
log = logging.getLogger(__name__)
decode = msgspec.json.Decoder().decode
encode = msgspec.json.Encoder().encode


@dataclass(slots=True)
class Event:
    """`id` is by which its acknowledgement is known, empty when none is asked for."""

    handle: Handler
    arguments: list[Any]
    id: bytes
    missing: int
    """Attachments still to come."""
    attachments: list[bytes] = field(default_factory=list)

    def whole(self) -> list[Any]:
        """What it says, attachments in their places; nothing where they have none."""
        if not self.attachments:
            return self.arguments
        try:
            return list(SocketIOPacket.reconstruct_binary(self.arguments, self.attachments))
        except (LookupError, TypeError, RecursionError):
            return []


class Reader:
    """Takes a connection's events and has them handled one at a time, in their order; answers with acknowledgements."""

    def __init__(
        self, handlers: Mapping[str, Handler], sid: str, wire: DirectWire, send: Callable[[Packet], None]
    ) -> None:
        self._handlers = handlers
        self._sid = sid
        self._wire = wire
        self._send = send
        self._waiting: deque[Event] = deque()
        self._partial: Event | None = None
        self._is_busy = False
        self._then: Callable[[], None] | None = None

    def end(self, then: Callable[[], None]) -> None:
        """What was said so far is still handled, what comes from now on is dropped. `then` is done afterwards."""
        self._then = then
        if not self._is_busy:
            then()

    def take(self, data: bytes, is_text: bool) -> bool:
        """Whether a WebSocket message is read here, or is for somebody else. Attachments of no event are dropped."""
        if not is_text:
            self._attach(data)
            return True
        found = EVENT.match(data)
        if found is None:
            return data.startswith(ANSWERS_AND_EVENTS)
        event = self._read(found, data)
        self._partial = event if event.missing else None
        if not event.missing:
            self._put(event)
        return True

    def _read(self, found: re.Match[bytes], data: bytes) -> Event:
        missing = int(found["attachments"] or 0)
        try:
            said = decode(memoryview(data)[found.end() :])
        except (ValueError, RecursionError):
            # The first also where it is not UTF-8.
            return Event(unreadable, [], found["id"], 0)
        match said:
            case [str(name), *arguments] if missing <= ATTACHMENTS_MAX:
                return Event(self._handlers.get(name, unreadable), arguments, found["id"], missing)
        return Event(unreadable, [], found["id"], 0)

    def _attach(self, data: bytes) -> None:
        event = self._partial
        if event is None:
            return
        event.attachments.append(bytes(data))
        event.missing -= 1
        if not event.missing:
            self._partial = None
            self._put(event)

    def _put(self, event: Event) -> None:
        if self._then is not None:
            return
        self._waiting.append(event)
        if not self._is_busy:
            self._is_busy = True
            self._wire.run(self._handle_all())
        elif len(self._waiting) == WAITING_MAX:
            self._wire.pace(reads=False)

    async def _handle_all(self) -> None:
        try:
            while self._waiting:
                event = self._waiting.popleft()
                if len(self._waiting) == WAITING_MAX - 1:
                    self._wire.pace(reads=True)
                await self._handle(event)
        finally:
            self._is_busy = False
            if self._then is not None:
                self._then()

    async def _handle(self, event: Event) -> None:
        try:
            answer = await event.handle(self._sid, *event.whole())
            if event.id:
                self._send(acknowledgement(event.id, answer))
        except Exception:
            incident(log, "a message failed")


async def unreadable(sid: str, *said: Any) -> dict[str, Any]:
    """No event of ours, or not well-formed."""
    return {"refused": {"code": "invalid", "details": {"reason": "an event is JSON: its name and one object"}}}


def acknowledgement(id: bytes, answer: dict[str, Any] | None) -> Packet:
    """What a browser gets for an event to which it gave `id`: nothing, or one object."""
    said, attachments = SocketIOPacket.deconstruct_binary([] if answer is None else [answer])
    return Packet.acknowledging(id, encode(said), tuple(attachments))
