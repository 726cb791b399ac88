"""A common text as one tab has it: written at once, sent one update at a time, opened again with each connection."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

import msgspec
from pycrdt import Doc, Text

from realtime.client import AGAIN, Gone
from realtime.messages import DocOpen, DocOpened, SendDocUpdate
from rooms.activities.conclusion import Conclusion
from rooms.ids import ConclusionId
from rooms.refusal import Refused
from tests.chaos.phone import Phone


class Sheet:
    """`resets` counts how often what it held was void, and why; `saved` is set while the server has everything."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.conclusion = ConclusionId("")
        self.resets: list[str] = []
        self.saved = asyncio.Event()
        self.saved.set()
        self.may_write = asyncio.Event()
        self._doc: Doc[Any] = Doc()
        self._client: int | None = None
        self._unsent: deque[tuple[int, bytes]] = deque()
        self._is_open = False
        self._stirred = asyncio.Event()
        self._stirred.set()
        phone.on_welcome = self._welcomed
        phone.on_document = self._hear

    def text(self, field: str) -> str:
        return str(self._field(field))

    async def insert(self, field: str, words: str, at: int) -> None:
        """Comes back once the server has them for good. All is of ASCII: the engine counts bytes."""
        await self._change(lambda: self._field(field).insert(at, words))

    async def erase(self, field: str, words: str) -> bool:
        """The same. False where these words are not here yet."""
        at = self.text(field).find(words)
        if at < 0:
            return False
        await self._change(lambda: self._field(field).__delitem__(slice(at, at + len(words))))
        return True

    def _field(self, field: str) -> Text:
        text: Text = self._doc.get(field, type=Text)
        return text

    async def _change(self, change: Callable[[], None]) -> None:
        await self.may_write.wait()
        made: list[bytes] = []
        watched = self._doc.observe(lambda event: made.append(event.update))
        change()
        self._doc.unobserve(watched)
        self._unsent.extend((self._client or 0, update) for update in made)
        self.saved.clear()
        self._stirred.set()
        await self.saved.wait()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            await self.phone.is_here.wait()
            try:
                if not self._is_open:
                    await self._open()
                while self._unsent:
                    await self._send(*self._unsent[0])
                    self._unsent.popleft()
                self.saved.set()
            except Gone:
                # Without an answer nobody knows whether it arrived: the server says what it has.
                self._welcomed()
            except Refused as refused:
                if refused.code not in AGAIN:
                    self._reset(refused.code)
                await asyncio.sleep(refused.details.get("retry_ms", 100) / 1000)
                self._stirred.set()

    async def _open(self) -> None:
        (conclusion,) = (one for one in self.phone.store.state.all(Conclusion) if one.room == self._room)
        self.conclusion = conclusion.id
        asked = DocOpen(conclusion=conclusion.id, client=self._client, vector=self._doc.get_state())
        opened = msgspec.convert(await self._ask("doc.open", asked), DocOpened)
        if opened.client is not None and opened.client != self._client:
            self._client = opened.client
            # The engine fixes its client when it is made.
            held, self._doc = self._doc.get_update(), Doc(client_id=opened.client)
            self._doc.apply_update(held)
            self.may_write.set()
        self._doc.apply_update(opened.update)
        self._is_open = True

    async def _send(self, client: int, update: bytes) -> None:
        asked = SendDocUpdate(conclusion=self.conclusion, client=client, update=update)
        await self._ask("doc.update", asked)

    async def _ask(self, event: str, asked: msgspec.Struct) -> dict[str, Any]:
        return await self.phone.ask(event, msgspec.to_builtins(asked, builtin_types=(bytes,)))

    @property
    def _room(self) -> str:
        """Where one is, or looks."""
        you = self.phone.store.you
        assert you is not None
        return you.look or you.room

    def _welcomed(self) -> None:
        self._is_open = False
        self._stirred.set()

    def _hear(self, event: str, value: Any) -> None:
        if value["conclusion"] != self.conclusion:
            return
        if event == "doc.update":
            self._doc.apply_update(value["update"])
        elif event == "doc.reset":
            self._reset(value["code"])

    def _reset(self, code: str) -> None:
        self.resets.append(code)
        self._doc, self._client = Doc(), None
        self.may_write.clear()
        self._unsent.clear()
        self._welcomed()
