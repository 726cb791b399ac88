"""Chance that anybody can draw again: the same seed, the same order, in every language and version."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
MASK = (1 << 64) - 1


class Lot:
    """SplitMix64, and the shuffle of Fisher and Yates."""

    def __init__(self, seed: int) -> None:
        self._state = seed & MASK

    def number(self) -> int:
        """The next 64 bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & MASK
        bits = self._state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
        return bits ^ (bits >> 31)

    def below(self, bound: int) -> int:
        """A fair number from 0: what would favour the low ones is drawn again."""
        limit = (1 << 64) - (1 << 64) % bound
        while (number := self.number()) >= limit:
            pass
        return number % bound

    def shuffled(self, items: Iterable[T]) -> list[T]:
        order = list(items)
        for place in range(len(order) - 1, 0, -1):
            other = self.below(place + 1)
            order[place], order[other] = order[other], order[place]
        return order
