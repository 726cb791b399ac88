"""How much more alike balanced groups are than even ones, and how long the sum takes: `python -m bench composing`."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

from bench.figures import Figures
from facilitation.composing import Problem, compose
from facilitation.composing import figures as worth
from facilitation.constraints import Bounds
from facilitation.lot import Lot

KINDS = ((4, 3, 2, 1), (5, 3, 2), (1, 1), (8, 3, 2, 1, 1))
"""The population: district, age, gender and ties to the place, each answer as often as its weight says."""
HALLS = ((42, 4), (200, 20), (500, 50))
LESS = 50
MOST_MS = 5_000
"""Staff wait for it, and no loop does: it is done by a process of its own."""


def population(people: int) -> tuple[tuple[int, ...], ...]:
    """Made up from a fixed seed, the same for everybody who runs this."""
    lot = Lot(2026)
    bags = [[kind for kind, weight in enumerate(weights) for _ in range(weight)] for weights in KINDS]
    return tuple(tuple(bag[lot.below(len(bag))] for _ in range(people)) for bag in bags)


async def run(figures: Figures, folder: Path) -> None:
    for people, rooms in HALLS:
        figures.title(f"Composing {rooms} groups of {people} people")
        problem = Problem(
            seed=2841, people=people, groups=tuple(Bounds() for _ in range(rooms)), attributes=population(people)
        )
        even = worth(problem, compose(msgspec.structs.replace(problem, attributes=()))).deviation
        began = time.perf_counter()
        balanced = worth(problem, compose(problem)).deviation
        took = time.perf_counter() - began
        figures.tell("even groups, off their share of all", even / 100, "people")
        figures.tell("balanced groups, off their share of all", balanced / 100, "people")
        figures.at_least("balanced groups are nearer by", 100 * (1 - balanced / even), LESS, "%")
        figures.at_most("time of the sum", took * 1000, MOST_MS, "ms")
