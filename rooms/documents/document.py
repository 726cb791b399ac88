"""A text that several people write at once, as its updates make it: its words, and who wrote which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from pycrdt import Doc, Text, TextEvent, get_update

from rooms.documents.order import Order
from rooms.documents.updates import Clocks, Place, Update, clocks, halves, read, refuse
from rooms.refusal import Refused

SIZE_MAX = 1 << 20
"""Bytes of a document with all that was deleted; a text of the longest kind has a tenth of it."""
SEED_CLIENT = 1
"""Who wrote what is left when history is forgotten. People's ids are larger."""
CITATION = "\ufffc"

Chunk = tuple[Any, dict[str, Any] | None]
"""A text or an embed, and how it is marked."""
Run = tuple[int, str | None]
"""So many bytes in UTF-8, which is how the engine counts, and whose they are; an embed counts one."""
NOTHING = b"\x00\x00"


class Kept(Struct, frozen=True):
    """What a checkpoint keeps beside the words."""

    epoch: str
    clients: dict[int, str | None]
    runs: dict[str, list[Run]]
    halves: frozenset[Place] = frozenset()


class Document:
    """`clients` says whose each client id is, `seq` is the last change in it, `epoch` another once history was lost."""

    def __init__(self, fields: Iterable[str]) -> None:
        self.seq = 0
        self.epoch = ""
        self.clients: dict[int, str | None] = {}
        self._doc: Doc[Any] = Doc(client_id=SEED_CLIENT)
        self._texts: dict[str, Text] = {}
        self._runs: dict[str, list[Run]] = {}
        self._watched: list[Any] = []
        self._author: str | None = None
        self._known: Clocks | None = {}
        self._size = 0
        self._order: Order | None = None
        self._halves: set[Place] = set()
        self.have(fields)

    def have(self, fields: Iterable[str]) -> None:
        """Fields that may have been added since."""
        for name in fields:
            if name not in self._texts:
                self._order = None
                text = self._texts[name] = self._doc.get(name, type=Text)
                self._runs.setdefault(name, [])
                self._watched.append(text.observe(self._follower(name)))

    def _follower(self, name: str) -> Any:
        def follow(event: TextEvent) -> None:
            self._runs[name] = followed(self._runs[name], event.delta, self._author)  # type: ignore[attr-defined]

        return follow

    # -- what it is -----------------------------------------------------------------------------------------------

    @property
    def fields(self) -> list[str]:
        return list(self._texts)

    @property
    def people(self) -> set[str]:
        """Who has words in it."""
        return {author for runs in self._runs.values() for _, author in runs if author}

    @property
    def length(self) -> int:
        return sum(len(str(text)) for text in self._texts.values())

    def chunks(self, field: str) -> list[Chunk]:
        self.have([field])
        return self._texts[field].diff()

    def authors(self, field: str) -> list[tuple[str, str | None]]:
        """The words in order, with whose they are."""
        said = b"".join(spelt(chunk) for chunk, _ in self.chunks(field))
        found: list[tuple[str, str | None]] = []
        at = 0
        for length, author in self._runs[field]:
            found.append((said[at : at + length].replace(ONE, CITATION_BYTES).decode(errors="replace"), author))
            at += length
        return found

    # -- changing it ----------------------------------------------------------------------------------------------

    @property
    def known(self) -> Clocks:
        if self._known is None:
            self._known = clocks(self._doc.get_state())
        return self._known

    def check(self, update: bytes, client: int, most: int) -> Update:
        """What an update of this client would do. Raises Refused: "update_invalid", "text_full", "document_full"."""
        found = read(update, self._texts)
        if found.client not in (None, client):
            raise Refused("update_forged")
        if found.missing(self.known):
            return found
        if found.cuts_halves(self.known, self._halves):
            refuse("half a character")
        self._check_order(found, update)
        if not found.inserted:
            return found
        if self.length + found.inserted > most and self.trial(update).length > max(most, self.length):
            raise Refused("text_full", most=most)
        if self._size + len(update) > SIZE_MAX:
            self._size = len(self.state())  # what was sent twice or deleted takes less
            if self._size + len(update) > SIZE_MAX:
                raise Refused("document_full", most=SIZE_MAX)
        return found

    def _check_order(self, found: Update, update: bytes) -> None:
        if not found.between:
            return
        if self._order is None or self._order.is_spent:
            self._order = Order(self.state(), self._texts)
        if not self._order.holds(found.between, update, is_alone=found.structs == 1):
            refuse("written behind what it stands before")

    def trial(self, update: bytes) -> Document:
        """Another one, as this one would be."""
        twin = Document(self.fields)
        twin._apply(self.state(), None)
        twin._apply(update, None)
        return twin

    def apply(self, seq: int, client: int, update: bytes, author: str | None) -> bytes:
        """A change as the log has it; without bytes it gives the client to its author. What of it is news."""
        if not self.epoch:
            self.epoch = f"{seq}-{client}"
        self.clients.setdefault(client, author)
        self.seq = seq
        if update:
            self._halves |= halves(update, self._texts)
            return self._apply(update, author)
        return NOTHING

    def _apply(self, update: bytes, author: str | None) -> bytes:
        """Without what is known already: the engine would put the rest of a word into whichever field the update names,
        wherever the word begins, and words would bear the names of others."""
        self._author = author
        self._size += len(update)
        try:
            news: bytes = get_update(update, self.vector())
            self._doc.apply_update(news)
            if self._order is not None:
                self._order.follow(news)
        except Exception:
            raise
        except BaseException as error:  # what the engine raises in a panic
            refuse(f"the engine gave up: {type(error).__name__}")
        finally:
            self._known = None
        return news

    # -- carrying it ----------------------------------------------------------------------------------------------

    def state(self, vector: bytes | None = None) -> bytes:
        """The update that makes it, from what a state vector has. Raises Refused("update_invalid") for no vector."""
        if vector is not None:
            clocks(vector)
        return self._doc.get_update(vector)

    def vector(self) -> bytes:
        return self._doc.get_state()

    def kept(self) -> Kept:
        return Kept(self.epoch, dict(self.clients), dict(self._runs), frozenset(self._halves))

    def restore(self, seq: int, state: bytes, kept: Kept) -> None:
        """What a checkpoint has of it, in an empty one."""
        self.have(kept.runs)
        self._apply(state, None)
        self.seq, self.epoch, self._halves = seq, kept.epoch, set(kept.halves)
        self.clients, self._runs = dict(kept.clients), {**self._runs, **kept.runs}

    def rewritten(self, past: Document, client: int) -> bytes:
        """An update by this client that makes the words those of the past; what is alike stays as it is."""
        self.have(past.fields)
        twin: Doc[Any] = Doc(client_id=client)
        twin.apply_update(self.state())
        made: list[bytes] = []
        watched = twin.observe(lambda event: made.append(event.update))
        with twin.transaction():
            for name in self.fields:
                wished = past.chunks(name) if name in past.fields else []
                rewrite(twin.get(name, type=Text), self.chunks(name), wished)
        twin.unobserve(watched)
        return made[0] if made else NOTHING

    def seeded(self) -> bytes:
        """The words alone, without any of their history."""
        empty = Document(self.fields)
        return empty.rewritten(self, SEED_CLIENT)


ONE = b"\xff"
"""Stands for an embed: one, as the engine counts it, and never in UTF-8."""
CITATION_BYTES = CITATION.encode()


def spelt(chunk: Any) -> bytes:
    return chunk.encode() if isinstance(chunk, str) else ONE


def followed(runs: Sequence[Run], delta: Iterable[dict[str, Any]], author: str | None) -> list[Run]:
    """Whose words they are after a change."""
    before = list(reversed(runs))
    after: list[Run] = []

    def take(length: int, is_kept: bool) -> None:
        while length and before:
            size, whose = before.pop()
            if size > length:
                before.append((size - length, whose))
                size = length
            length -= size
            if is_kept:
                join(after, (size, whose))

    for step in delta:
        if "retain" in step:
            take(step["retain"], is_kept=True)
        elif "delete" in step:
            take(step["delete"], is_kept=False)
        else:
            join(after, (len(spelt(step["insert"])), author))
    for run in reversed(before):
        join(after, run)
    return after


def join(runs: list[Run], run: Run) -> None:
    if runs and runs[-1][1] == run[1]:
        run = (runs.pop()[0] + run[0], run[1])
    runs.append(run)


class Unit(NamedTuple):
    """A character or an embed, with its marks, both as JSON."""

    marks: bytes
    is_embed: bool
    what: Any


def units(chunks: Iterable[Chunk]) -> Iterator[Unit]:
    for chunk, marks in chunks:
        spelled = msgspec.json.encode(marks or {}, order="sorted")
        if isinstance(chunk, str):
            yield from (Unit(spelled, False, character) for character in chunk)
        else:
            yield Unit(spelled, True, chunk)


def rewrite(text: Text, now: list[Chunk], then: list[Chunk]) -> None:
    """Replace what differs between two ends that are alike."""
    old, new = list(units(now)), list(units(then))
    head = alike(old, new)
    tail = alike(old[head:][::-1], new[head:][::-1])
    at = sum(map(size_of, old[:head]))
    stop = at + sum(map(size_of, old[head : len(old) - tail]))
    if stop > at:
        del text[at:stop]
    for (spelled, is_embed), run in groupby(new[head : len(new) - tail], key=lambda unit: unit[:2]):
        marks = msgspec.json.decode(spelled)
        if is_embed:
            for unit in run:
                text.insert_embed(at, unit.what, marks or None)
                at += 1
        else:
            words = "".join(unit.what for unit in run)
            text.insert(at, words, marks)
            at += len(words.encode())


def alike(one: Sequence[Unit], other: Sequence[Unit]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def size_of(unit: Unit) -> int:
    return 1 if unit.is_embed else len(unit.what.encode())
