"""A raw client of the wire: whatever a page might say, and everything it is told."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx2
from websockets.asyncio.client import connect

from realtime.client import Socket
from rooms.permissions import Role
from tests.serving import Served


class Reachable(Protocol):
    url: str


@dataclass
class Raw:
    """A raw client: everything it was sent, and a way to ask."""

    socket: Socket
    events: list[tuple[str, Any]] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    is_over: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        async for event in self.socket.events():
            self.events.append(event)
            self.heard.set()
        self.is_over.set()
        self.heard.set()

    async def do(self, type: str, **fields: Any) -> dict[str, Any]:
        answer: dict[str, Any] = await self.socket.call("do", {"id": secrets.token_hex(16), "type": type, **fields})
        return answer

    async def until(self, wanted: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while not wanted():
                self.heard.clear()
                await self.heard.wait()

    async def first(self, name: str) -> Any:
        await self.until(lambda: any(event == name for event, _ in self.events))
        return next(value for event, value in self.events if event == name)


def code(answer: dict[str, Any]) -> str:
    return str(answer["refused"]["code"])


async def session(server: Served, role: Role, name: str = "Ana") -> str:
    token = server.links[role].rpartition("/")[2]
    async with httpx2.AsyncClient(base_url=server.url) as http:
        answer = await http.post("/api/join", json={"token": token, "name": name})
    return str(answer.json()["session"])


@asynccontextmanager
async def raw(server: Reachable, session: str, client: int = 1) -> AsyncIterator[Raw]:
    address = server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    async with connect(address, compression=None, max_size=None) as websocket:
        opened = Raw(Socket(websocket))
        await opened.socket.open({"session": session, "client": client})
        async with asyncio.TaskGroup() as group:
            listening = group.create_task(opened.listen())
            await opened.socket.call("join", {})
            await opened.first("welcome")
            yield opened
            listening.cancel()
