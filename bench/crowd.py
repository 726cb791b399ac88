"""Many browsers in one process: Socket.IO spoken by hand, so that the crowd costs less than the server it measures."""

from __future__ import annotations

import asyncio
import os
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import msgspec

from realtime.messages import PROTOCOL

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
NO_MASK = b"\0\0\0\0"
"""Browsers must mask what they send; with zeros that changes nothing, and costs nothing."""


WELCOME = b"welcome"


class Page(asyncio.Protocol):
    """One tab. `came` is done once it is connected, `welcomed` once the whole welcome of a join is here."""

    def __init__(self, session: str, hear: Callable[[Page, bytes], None]) -> None:
        loop = asyncio.get_running_loop()
        self.session = session
        self.hear = hear
        self.came: asyncio.Future[None] = loop.create_future()
        self.welcomed: asyncio.Future[None] = loop.create_future()
        self.welcome = b""
        self.parts: list[bytes] = []
        self.ended: str | None = None
        self._transport: asyncio.Transport
        self._rest = b""
        self._is_upgraded = False
        self._parts_due = 0
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._calls = 0

    # -- saying ---------------------------------------------------------------------------------------------------

    def say(self, packet: bytes, opcode: int = TEXT) -> None:
        size = len(packet)
        head = bytes((0x80 | opcode, 0x80 | size)) if size < 126 else bytes((0x80 | opcode, 0xFE)) + size.to_bytes(2)
        self._transport.write(head + NO_MASK + packet)

    def join(self) -> None:
        """`welcomed` tells when the answer is here."""
        self.welcomed = asyncio.get_running_loop().create_future()
        self.say(b'42["join",{}]')

    def ask(self, event: str, value: Any) -> asyncio.Future[Any]:
        self._calls += 1
        answer = self._answers[self._calls] = asyncio.get_running_loop().create_future()
        self.say(b"42%d" % self._calls + msgspec.json.encode([event, value]))
        return answer

    def do(self, type: str, **fields: Any) -> asyncio.Future[Any]:
        return self.ask("do", {"id": os.urandom(12).hex(), "type": type, **fields})

    def leave(self) -> None:
        self._transport.close()

    # -- hearing --------------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        key = b64encode(os.urandom(16)).decode()
        lines = (
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            "Host: localhost",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
        )
        self._transport.write("\r\n".join((*lines, "", "")).encode())

    def connection_lost(self, error: Exception | None) -> None:
        self.ended = self.ended or "lost"
        for waiting in (self.came, self.welcomed, *self._answers.values()):
            if not waiting.done():
                waiting.cancel()

    def data_received(self, data: bytes) -> None:
        data = self._rest + data if self._rest else data
        at = 0
        if not self._is_upgraded:
            at = data.find(b"\r\n\r\n") + 4
            if at < 4:
                self._rest = data
                return
            assert data.startswith(b"HTTP/1.1 101"), data[:200]
            self._is_upgraded = True
        while len(data) - at >= 2:
            size, start = data[at + 1], at + 2
            if size >= 126:
                start += 2 if size == 126 else 8
                size = int.from_bytes(data[at + 2 : start])
            if len(data) < start + size:
                break
            self._frame(data[at] & 15, data[start : start + size])
            at = start + size
        self._rest = data[at:]

    def _frame(self, opcode: int, payload: bytes) -> None:
        if opcode == TEXT:
            self._packet(payload)
        elif opcode == BINARY:
            self.parts.append(payload)
            self._count_parts()
        elif opcode == PING:
            self.say(payload, PONG)
        elif opcode == CLOSE:
            self.ended = f"closed {payload[:2].hex()}"

    def _packet(self, payload: bytes) -> None:
        match payload[:2]:
            case b"42":
                self.hear(self, payload)
            case b"43":
                bracket = payload.index(b"[")
                answer = self._answers.pop(int(payload[2:bracket]))
                if not answer.done():
                    answer.set_result(msgspec.json.decode(payload[bracket:])[0])
            case b"45":
                self.welcome, self.parts = payload, []
                self._parts_due = int(payload[2 : payload.index(b"-")])
            case b"40":
                self.came.set_result(None)
            case b"0{":
                self.say(b"40" + msgspec.json.encode({"session": self.session, "client": PROTOCOL}))
            case b"2":
                self.say(b"3")
            case _:
                self.ended = payload.decode()

    def _count_parts(self) -> None:
        if len(self.parts) == self._parts_due:
            self.hear(self, WELCOME)
            if not self.welcomed.done():
                self.welcomed.set_result(None)


@dataclass(slots=True)
class Crowd:
    """The pages of one bench; `hear` is told every event as the bytes of its packet, a whole welcome as WELCOME."""

    port: int
    hear: Callable[[Page, bytes], None] = lambda page, payload: None
    pages: list[Page] = field(default_factory=list)

    async def add(self, session: str = "") -> Page:
        """A page that is connected and has asked nothing yet."""
        loop = asyncio.get_running_loop()
        _, page = await loop.create_connection(lambda: Page(session, self.hear), "127.0.0.1", self.port)
        self.pages.append(page)
        await page.came
        return page

    def check(self) -> None:
        """Nobody was lost on the way."""
        ended = {page.ended for page in self.pages if page.ended}
        assert not ended, ended

    async def leave(self) -> None:
        for page in self.pages:
            page.leave()
        await asyncio.sleep(0)
