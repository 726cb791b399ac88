"""Which of two places of a text comes first, deleted ones too: the engine does not say, so it is asked by trying.

What somebody writes names what it stands between. The engine believes it: with the right before the left, or each in
another field, it puts the words wherever it gets to, elsewhere in another order of the same updates, and copies of
the text drift apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from pycrdt import Doc, Text, TextEvent, get_update

from rooms.documents.updates import EMBED, LEFT, Pair, Place, number

PROBER = 0
"""Smaller than all clients: of those who write at one place at once, the smallest comes first."""
PROBES_MAX = 500
NOTHING_DELETED = number(0)


class Order:
    """A copy of a document to try on. `is_spent` once it should be made anew."""

    def __init__(self, state: bytes, fields: Iterable[str]) -> None:
        self.is_spent = False
        self._doc: Doc[Any] = Doc(client_id=PROBER)
        self._texts = [self._doc.get(field, type=Text) for field in fields]
        self._probes = 0
        self._doc.apply_update(state)

    def follow(self, update: bytes) -> None:
        self._doc.apply_update(update)

    def holds(self, pairs: Collection[Pair], update: bytes, is_alone: bool) -> bool:
        """Whether each left stands before its right. What stands in the update itself is there only once it is in."""
        if not is_alone:
            self.follow(get_update(update, self._doc.get_state()))
        self.is_spent = not is_alone or self._probes + 2 * len(pairs) > PROBES_MAX
        ranks = self._ranks({place for pair in pairs for place in pair})
        return all(left in ranks and right in ranks and is_before(ranks[left], ranks[right]) for left, right in pairs)

    def _ranks(self, places: Collection[Place]) -> dict[Place, tuple[int, int]]:
        """Of each place, in which field it is, and the how manieth there; found by a mark put right behind it."""
        marks = {self._probes + count: place for count, place in enumerate(places)}
        head = number(1) + number(len(marks)) + number(PROBER) + number(self._probes)
        self._probes += len(marks)
        put: list[tuple[int, list[dict[str, Any]]]] = []
        watched = [text.observe(self._listener(field, put)) for field, text in enumerate(self._texts)]
        self._doc.apply_update(head + b"".join(map(mark, marks, marks.values())) + NOTHING_DELETED)
        for text, watch in zip(self._texts, watched, strict=True):
            text.unobserve(watch)
        return {
            marks[step["insert"]["mark"]]: (field, rank)
            for field, delta in put
            for rank, step in enumerate(delta)
            if "insert" in step
        }

    def _listener(self, field: int, put: list[tuple[int, list[dict[str, Any]]]]) -> Any:
        def hear(event: TextEvent) -> None:
            put.append((field, event.delta))  # type: ignore[attr-defined]

        return hear


def mark(count: int, place: Place) -> bytes:
    client, clock = place
    said = b'{"mark":%d}' % count
    return bytes([LEFT | EMBED]) + number(client) + number(clock) + number(len(said)) + said


def is_before(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] == right[0] and left[1] < right[1]
