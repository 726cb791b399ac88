"""How much more alike balanced groups are than even ones, and how long the sum takes: `python -m bench.composing`."""

from __future__ import annotations

import time

import msgspec

from facilitation.composing import Problem, compose, figures
from facilitation.constraints import Bounds
from facilitation.lot import Lot

KINDS = ((4, 3, 2, 1), (5, 3, 2), (1, 1), (8, 3, 2, 1, 1))
"""The population: district, age, gender and ties to the place, each answer as often as its weight says."""
HALLS = ((42, 4), (200, 20), (500, 50))


def population(people: int) -> tuple[tuple[int, ...], ...]:
    """Made up from a fixed seed, the same for everybody who runs this."""
    lot = Lot(2026)
    bags = [[kind for kind, weight in enumerate(weights) for _ in range(weight)] for weights in KINDS]
    return tuple(tuple(bag[lot.below(len(bag))] for _ in range(people)) for bag in bags)


def main() -> None:
    for people, rooms in HALLS:
        problem = Problem(
            seed=2841, people=people, groups=tuple(Bounds() for _ in range(rooms)), attributes=population(people)
        )
        even = figures(problem, compose(msgspec.structs.replace(problem, attributes=()))).deviation
        began = time.perf_counter()
        balanced = figures(problem, compose(problem)).deviation
        took = time.perf_counter() - began
        print(
            f"{people} people, {rooms} groups: {balanced / 100:.2f} of a person off instead of {even / 100:.2f}"
            f" ({1 - balanced / even:.0%} less), {took * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()
