"""Chance comes in as an argument: the same seed gives the same ids and the same draw."""

from collections.abc import Iterable, MutableSequence
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base 32: no I, L, O, U


class Dice(Protocol):
    """What we ask of `random.Random` or `random.SystemRandom`."""

    def getrandbits(self, k: int, /) -> int: ...
    def shuffle(self, x: MutableSequence[Any], /) -> None: ...


class Chance:
    """A source of ids and of fair order."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice

    def id(self) -> str:
        """80 random bits as 16 characters; nobody can guess the id of what they may not see."""
        bits = self._dice.getrandbits(80)
        return "".join(ALPHABET[(bits >> shift) & 31] for shift in range(0, 80, 5)).lower()

    def key(self) -> str:
        """256 random bits in hexadecimal."""
        return f"{self._dice.getrandbits(256):064x}"

    def client(self) -> int:
        """An id for Yjs, of 32 bits; the lowest are the server's own."""
        return 1_000 + self._dice.getrandbits(31)

    def shuffled(self, items: Iterable[T]) -> list[T]:
        order = list(items)
        self._dice.shuffle(order)
        return order
