"""Writing in a conclusion from Python, for robots and measurements: a document kept in step, typed into by field."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
from pycrdt import Doc, Text

from realtime.client import Client, Gone
from realtime.messages import Accepted, DocOpen, DocOpened, SendDocUpdate
from rooms.documents.updates import clocks, vector
from rooms.ids import ConclusionId, FieldId
from rooms.refusal import Refused

PATIENCE = 20
"""How often an update is sent again that was put off, or whose answer was lost."""
PAUSE_S = 0.5


class Writer:
    """One person's copy of a conclusion's document. Call `open` before all else; the client passes on what is told.

    `on_update` is told what others wrote, once it is in.
    """

    def __init__(self, client: Client, conclusion: ConclusionId) -> None:
        self.on_update: Callable[[], None] = lambda: None
        self.resets = 0
        self._client = client
        self._conclusion = conclusion
        self._doc: Doc[Any] = Doc()
        self._id: int | None = None
        self._sending = asyncio.Lock()
        self._sent = 0
        """How much of what one wrote the server has."""
        client.on_document = self._hear

    def text(self, field: str) -> str:
        return str(self._doc.get(field, type=Text))

    async def open(self) -> bool:
        """Whether one may write. Raises Refused, or Gone."""
        asked = DocOpen(conclusion=self._conclusion, client=self._id, vector=self._doc.get_state())
        answer = await self._client.ask("doc.open", msgspec.to_builtins(asked, builtin_types=(bytes,)))
        opened = msgspec.convert(answer, DocOpened)
        if opened.client is not None and opened.client != self._id:
            self._begin(opened.client)
        self._doc.apply_update(opened.update)
        self._sent = clocks(opened.vector).get(self._id or 0, 0)
        return opened.can_write

    def _begin(self, client: int) -> None:
        """The engine fixes its client when it is made."""
        before, self._doc = self._doc.get_update(), Doc(client_id=client)
        self._doc.apply_update(before)
        self._id = client

    async def write(self, field: FieldId | str, words: str, at: int | None = None, **marks: Any) -> Accepted:
        """Put words before the character `at`, or at the end; comes back once they are durable."""
        text = self._doc.get(field, type=Text)
        text.insert(place(text, at), words, marks)
        return await self.send()

    async def erase(self, field: FieldId | str, start: int, stop: int) -> Accepted:
        text = self._doc.get(field, type=Text)
        del text[place(text, start) : place(text, stop)]
        return await self.send()

    async def cite(self, field: FieldId | str, citation: str) -> Accepted:
        """Quote, at the end; the citation is there already."""
        text = self._doc.get(field, type=Text)
        text.insert_embed(len(text), {"citation": citation})
        return await self.send()

    async def send(self) -> Accepted:
        """What the server has not yet. Raises Refused once it is clear that it will not have it."""
        async with self._sending:
            for _ in range(PATIENCE):
                known = clocks(self._doc.get_state())
                update = self._doc.get_update(vector(known | {self._id or 0: self._sent}))
                try:
                    if self._id is None:
                        await self.open()
                        continue
                    asked = SendDocUpdate(conclusion=self._conclusion, client=self._id, update=update)
                    answer = await self._client.ask("doc.update", msgspec.to_builtins(asked, builtin_types=(bytes,)))
                except Gone:
                    await self.open()
                    continue
                except Refused as refused:
                    if refused.code not in ("busy", "too_fast"):
                        raise
                    await asyncio.sleep(refused.details.get("retry_ms", PAUSE_S * 1000) / 1000)
                    continue
                self._sent = known.get(self._id, 0)
                return msgspec.convert(answer, Accepted)
        raise Gone

    def _hear(self, event: str, value: Any) -> None:
        if value["conclusion"] != self._conclusion:
            return
        if event == "doc.update":
            self._doc.apply_update(value["update"])
            self.on_update()
        elif event == "doc.reset":
            self.resets += 1
            self._doc, self._id = Doc(), None


def place(text: Text, at: int | None) -> int:
    """The engine counts bytes of UTF-8."""
    return len(text) if at is None else len(str(text)[:at].encode())
