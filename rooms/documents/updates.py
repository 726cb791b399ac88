"""A change to a document, in the bytes of Yjs (version 1), read strictly before the engine ever sees it.

The engine trusts what it is given: it would take words under somebody else's name, deletions of what is yet to be
written, holes that other engines fill otherwise, and nests deep enough to end the process.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NoReturn

import msgspec

from rooms.refusal import Refused
from rooms.text import UNKEEPABLE

STRUCTS_MAX = 10_000
CLOCK_MAX = 1 << 31
"""The engine counts in 32 bits, and reads nothing that goes beyond."""
EMBED_MAX = 200
ID_MAX = 64

FORMATS = {
    "bold": ("true", "null"),
    "italic": ("true", "null"),
    "list": ('"bullet"', '"ordered"', "null"),
}
"""What words and lines may be marked with, as JSON."""

ASTRAL = re.compile("[\U00010000-\U0010ffff]")
ASTRAL_BYTES = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")
"""Characters of two clocks, or what may be one."""

LEFT, RIGHT, SUBKEY, KIND = 0x80, 0x40, 0x20, 0x1F


class Content(IntEnum):
    """Of those that Yjs knows, the ones that a text of ours has."""

    GONE = 0
    DELETED = 1
    STRING = 4
    EMBED = 5
    FORMAT = 6


EMBED = Content.EMBED
Clocks = dict[int, int]
"""By client, how far one knows what it wrote."""
Place = tuple[int, int]
"""A client and a clock: a character, an embed or a mark."""
Pair = tuple[Place, Place]
"""What something was written between."""


@dataclass(slots=True)
class Update:
    """What a change is made of. Clocks count characters, in UTF-16 as browsers do.

    `client` is None when it only deletes. It wrote from `clock` up to `end`; `inserted` of that are words. `needs` are
    the clocks that must be known for it to make sense. `between` is where it was written, without what goes on where
    it has just written. It cuts what there is before each of `cuts`; `halves` are the second halves of characters that
    take two clocks.
    """

    client: int | None = None
    clock: int = 0
    end: int = 0
    inserted: int = 0
    deletes: bool = False
    needs: Clocks = field(default_factory=dict)
    structs: int = 0
    between: list[Pair] = field(default_factory=list)
    cuts: set[Place] = field(default_factory=set)
    halves: set[Place] = field(default_factory=set)

    def need(self, client: int, clock: int) -> None:
        self.needs[client] = max(self.needs.get(client, 0), clock)

    def cuts_halves(self, known: Clocks, halves: set[Place]) -> bool:
        """Whether it parts a character, of which one half is no text."""
        if not halves and not self.halves:
            return False
        # What of it is known is cut off.
        news = {(self.client, known.get(self.client, 0))} if self.client is not None else set()
        return not all(cuts.isdisjoint(kept) for cuts in (self.cuts, news) for kept in (halves, self.halves))

    def missing(self, known: Clocks) -> bool:
        """Whether it goes on from something not known here."""
        if self.client is not None and self.clock > known.get(self.client, 0):
            return True
        return any(clock > self._reach(client, known) for client, clock in self.needs.items())

    def is_known(self, known: Clocks) -> bool:
        return not self.deletes and (self.client is None or self.end <= known.get(self.client, 0))

    def _reach(self, client: int, known: Clocks) -> int:
        return max(known.get(client, 0), self.end if client == self.client else 0)


def read(update: bytes, roots: Collection[str]) -> Update:
    """Raises Refused("update_invalid", reason=…) for all that a page of ours would not send."""
    reader = Reader(update)
    found = Update()
    clients = reader.number()
    if clients > 1:
        refuse("more than one client")
    if clients:
        _read_structs(reader, found, roots)
    _read_deletions(reader, found)
    if not reader.is_over:
        refuse("bytes after the end")
    return found


def halves(update: bytes, roots: Collection[str]) -> set[Place]:
    """The second halves of characters in what one client wrote."""
    return read(update, roots).halves if ASTRAL_BYTES.search(update) else set()


def clocks(vector: bytes) -> Clocks:
    """A state vector."""
    reader = Reader(vector)
    found = {reader.number(): reader.number() for _ in range(reader.count())}
    if not reader.is_over:
        refuse("bytes after the end")
    return found


def vector(known: Clocks) -> bytes:
    """A state vector as Yjs writes it."""
    return number(len(known)) + b"".join(number(client) + number(clock) for client, clock in known.items())


def number(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])


def _read_structs(reader: Reader, found: Update, roots: Collection[str]) -> None:
    structs = reader.count()
    if structs > STRUCTS_MAX:
        refuse("too many structs")
    found.structs = structs
    found.client = reader.number()
    found.clock = found.end = reader.number()
    before: Place | None = None
    for _ in range(structs):
        info = reader.byte()
        kind = info & KIND
        right: Place | None = None
        if info != Content.GONE:
            if kind == Content.GONE:
                refuse("nothing, in a place")
            left, right = _read_place(reader, info, found, roots)
            if left and right and (left, right) != ((found.client, found.end - 1), before):
                found.between.append((left, right))
        before = right
        found.end += _read_content(reader, kind, found)
        if found.end > CLOCK_MAX:
            refuse("a clock out of bounds")


def _read_place(reader: Reader, info: int, found: Update, roots: Collection[str]) -> tuple[Place | None, Place | None]:
    """Beside what it was put; at the head of an empty field, in which."""
    if info & SUBKEY:
        refuse("a key in a text")
    sides: list[Place | None] = []
    for side in (LEFT, RIGHT):
        if not info & side:
            sides.append(None)
            continue
        client, clock = reader.number(), reader.number()
        if client == found.client and clock >= found.end:
            refuse("written beside what is yet to be written")
        found.need(client, clock + 1)
        found.cuts.add((client, clock + (side == LEFT)))
        sides.append((client, clock))
    if not info & (LEFT | RIGHT):
        if reader.number() != 1:
            refuse("a text in a text")
        if reader.text() not in roots:
            refuse("no such field")
    left, right = sides
    return left, right


def _read_content(reader: Reader, kind: int, found: Update) -> int:
    """How many clocks it takes."""
    if kind not in list(Content):
        refuse("a content that is not ours")
    match kind:
        case Content.GONE | Content.DELETED:
            return reader.length()
        case Content.STRING:
            text = reader.text()
            length = _checked_length(text)
            found.inserted += length
            _note_halves(text, found)
            return length
        case Content.EMBED:
            _check_embed(reader.text())
            found.inserted += 1
            return 1
    key, value = reader.text(), reader.text()
    if value not in FORMATS.get(key, ()):
        refuse("a format that is not ours")
    return 1


def _note_halves(text: str, found: Update) -> None:
    assert found.client is not None
    at = found.end
    for letter in text if ASTRAL.search(text) else "":
        at += 1
        if letter > "\uffff":
            found.halves.add((found.client, at))
            at += 1


def _checked_length(text: str) -> int:
    if not text or UNKEEPABLE.search(text):
        refuse("text that cannot be kept")
    return utf16_length(text)


def _check_embed(text: str) -> None:
    try:
        embed = msgspec.json.decode(text) if len(text) <= EMBED_MAX else None
    except msgspec.DecodeError:
        embed = None
    match embed:
        case {"citation": str(id), **rest} if not rest and is_id(id):
            return
    refuse("an embed that is not ours")


def is_id(id: str) -> bool:
    return 0 < len(id) <= ID_MAX and id.isascii() and id.replace("-", "").replace("_", "").isalnum()


def _read_deletions(reader: Reader, found: Update) -> None:
    ranges = 0
    for _ in range(reader.count()):
        client, furthest = reader.number(), 0
        for _ in range(reader.count()):
            start = reader.number()
            end = start + reader.length()
            furthest = max(furthest, end)
            found.cuts.add((client, start))
            found.cuts.add((client, end))
            ranges += 1
        found.need(client, furthest)
    found.deletes = ranges > 0
    if ranges > STRUCTS_MAX:
        refuse("too many deletions")


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def refuse(reason: str) -> NoReturn:
    raise Refused("update_invalid", reason=reason)


class Reader:
    """Numbers of seven bits a byte, texts with their length before them."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    @property
    def is_over(self) -> bool:
        return self._at == len(self._body)

    def byte(self) -> int:
        if self.is_over:
            refuse("cut short")
        self._at += 1
        return self._body[self._at - 1]

    def number(self) -> int:
        if self._at < len(self._body) and self._body[self._at] < 0x80:
            self._at += 1
            return self._body[self._at - 1]
        number = shift = 0
        while True:
            byte = self.byte()
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return number
            if shift > 49:
                refuse("a number out of bounds")

    def count(self) -> int:
        """Of things that follow, each at least a byte."""
        number = self.number()
        if number > len(self._body) - self._at:
            refuse("cut short")
        return number

    def length(self) -> int:
        number = self.number()
        if number == 0:
            refuse("nothing at all")
        return number

    def text(self) -> str:
        size = self.count()
        self._at += size
        try:
            return self._body[self._at - size : self._at].decode()
        except UnicodeDecodeError:
            refuse("text that cannot be kept")
