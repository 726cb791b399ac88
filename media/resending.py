"""Which of the packets that a page asks for again are worth sending."""

from __future__ import annotations

from collections.abc import Sequence

KEPT = 1000
"""Back from the newest, what can still be sent: libsrtp refuses what is older than its window of 1024."""
REPEATS_MAX = 3
REPEAT_AFTER_S = 0.1
ASKED_MAX = 300
"""Of one request. Whoever misses more is better served by a key frame."""


class Patience:
    """Who asks again before an answer can have arrived, or over and over, is not answered."""

    __slots__ = ("_sent",)

    def __init__(self) -> None:
        self._sent: dict[int, tuple[int, float]] = {}

    def allows(self, index: int, now: float, round_trip: float) -> bool:
        times, at = self._sent.get(index, (0, 0.0))
        return times == 0 or (times < REPEATS_MAX and now - at >= min(REPEAT_AFTER_S, 2 * round_trip))

    def is_new(self, index: int) -> bool:
        return index not in self._sent

    def sent(self, index: int, now: float) -> None:
        times, _ = self._sent.get(index, (0, 0.0))
        self._sent[index] = (times + 1, now)

    def prune(self, newest: int) -> None:
        if len(self._sent) > KEPT:
            self._sent = {index: sent for index, sent in self._sent.items() if newest - index < KEPT}


def indexes(sequences: Sequence[int], newest: int) -> list[int]:
    """The numbers, counted without wrap-around, of what is asked for by 16 bits and can still be had."""
    behind = ((newest - sequence) & 0xFFFF for sequence in sequences[:ASKED_MAX])
    return [newest - each for each in behind if each < KEPT]
