"""A raw client that behaves as the browser's outbox does, in one of several places, with a network that can go."""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import Callable, Sequence
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from realtime.client import AGAIN, Client, Gone, Socket, read_answer
from realtime.messages import Accepted, Refusal
from rooms.ids import ParticipantId
from rooms.state import State
from tests.chaos.ledger import Entry, Ledger


class Phone(Client):
    """One tab of one person. Whenever its connection ends, it takes the first process that lets it in."""

    def __init__(self, urls: Sequence[str], session: str, person: ParticipantId, ledger: Ledger, seed: str) -> None:
        super().__init__(urls[0], session)
        self.person = person
        self.ledger = ledger
        self.dice = random.Random(seed)
        self.has_network = asyncio.Event()
        self.has_network.set()
        self._heard = asyncio.Event()
        self._places = [Client(url, session).url for url in urls]
        self.here: set[ParticipantId] = set()
        """Who is connected, as it was told."""

    async def run(self) -> None:
        while True:
            await self.has_network.wait()
            self.url = self.dice.choice(self._places)
            try:
                async with connect(self.url, compression=None, max_size=None) as websocket:
                    await self._live(websocket)
            except (Gone, OSError, WebSocketException):
                pass
            self.is_here.clear()
            await asyncio.sleep(self.dice.uniform(0.02, 0.2))

    async def _hear(self, socket: Socket, event: str, value: Any) -> None:
        await super()._hear(socket, event, value)
        if event == "welcome":
            self.here = set(value["here"])
        elif event == "presence":
            self.here = self.here - set(value["left"]) | set(value["came"])
        self._heard.set()

    async def until(self, is_so: Callable[[State], bool]) -> None:
        """Its page shows it."""
        while not (self.is_here.is_set() and is_so(self.store.state)):
            self._heard.clear()
            await self._heard.wait()

    def cut(self) -> None:
        """The connection ends as if the network had."""
        if self._websocket is not None:
            self._websocket.transport.abort()

    def go_away(self) -> None:
        self.has_network.clear()
        self.cut()

    def come_back(self) -> None:
        self.has_network.set()

    def wish(self, type: str, mark: str | None = None, **fields: Any) -> tuple[dict[str, Any], Entry]:
        id = secrets.token_urlsafe(18)
        entry = Entry(self.person, id, type, mark)
        self.ledger.entries.append(entry)
        return {"id": id, "type": type, **fields}, entry

    async def give(self, type: str, mark: str | None = None, **fields: Any) -> Accepted | Refusal:
        """Comes back once it is durable or refused, however often the connection breaks."""
        wish, entry = self.wish(type, mark, **fields)
        return await self.send(wish, entry)

    async def send(self, wish: dict[str, Any], entry: Entry) -> Accepted | Refusal:
        async with self._outbox:
            while True:
                await self.is_here.wait()
                assert self._socket is not None
                try:
                    answer = read_answer(await self._socket.call("do", wish))
                except Gone:
                    self.ledger.later("gone")
                    self.cut()
                    self.is_here.clear()
                    continue
                if isinstance(answer, Accepted) or answer.code not in AGAIN:
                    self.ledger.answered(entry, answer)
                    return answer
                self.ledger.later(answer.code)
                await asyncio.sleep(answer.details.get("retry_ms", 500) / 1000)
