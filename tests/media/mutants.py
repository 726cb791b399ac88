"""Inputs a little or much beside what is right, the same in every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random


def mutants(seeds: Sequence[bytes], count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` variants of `seeds`, each changed in one to four places."""
    chance = Random(seed)
    for _ in range(count):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 4)):
            _change(data, chance, seeds)
        yield bytes(data)


def _change(data: bytearray, chance: Random, seeds: Sequence[bytes]) -> None:
    at = chance.randrange(len(data) + 1)
    match chance.randrange(7):
        case 0 if at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        case 1 if at < len(data):
            data[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        case 2:
            del data[at:]
        case 3:
            del data[at : at + chance.randint(1, 8)]
        case 4:
            data[at:at] = chance.randbytes(chance.randint(1, 8))
        case 5:
            data[at:at] = data[at : at + chance.randint(1, 64)]
        case _:
            other = chance.choice(seeds)
            data[at:] = other[chance.randrange(len(other)) :]
