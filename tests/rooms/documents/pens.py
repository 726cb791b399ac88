"""People who write in one text, each in a copy of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pycrdt import Doc, Text

from rooms.documents.document import Chunk, Document
from rooms.documents.updates import clocks, vector

FIELDS = ("agreed", "minority")
ANA, BO = 3_000_000_000, 200

Log = list[tuple[int, int, bytes, str]]
"""Seq, client, update and author, as they are kept."""


class Pen:
    def __init__(self, client: int, log: Log) -> None:
        self.doc: Doc[Any] = Doc(client_id=client)
        self.client = client
        self.sent = 0
        for _, _, update, _ in log:
            self.hear(update)
        self.sent = clocks(self.doc.get_state()).get(client, 0)

    def hear(self, update: bytes) -> None:
        self.doc.apply_update(update)

    def text(self, field: str) -> Text:
        text: Text = self.doc.get(field, type=Text)
        return text

    def does(self, work: Callable[[Text], object], field: str = "agreed") -> bytes:
        """What there is to send once it is done."""
        with self.doc.transaction():
            work(self.text(field))
        return self.unsent()

    def unsent(self) -> bytes:
        known = clocks(self.doc.get_state())
        update = self.doc.get_update(vector(known | {self.client: self.sent}))
        self.sent = known.get(self.client, 0)
        return update


def replayed(log: Log, fields: Iterable[str] = FIELDS) -> Document:
    document = Document(fields)
    for seq, client, update, who in log:
        document.apply(seq, client, update, who)
    return document


def words_of(document: Document, who: str) -> str:
    return "".join(words for field in FIELDS for words, whose in document.authors(field) if whose == who)


def chunks_of(pen: Pen) -> list[list[Chunk]]:
    return [pen.text(field).diff() for field in FIELDS]
