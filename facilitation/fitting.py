"""Where somebody who comes later fits in, once people are in groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from facilitation.constraints import Bounds


class Fitting:
    """Groups as they are, counted once and carried on with each who comes. `places` has the group of each person,
    `answers` a value of each person for each question."""

    def __init__(self, groups: Sequence[Bounds], places: Sequence[int], answers: Sequence[Sequence[Hashable]]) -> None:
        self.groups = groups
        self.people = len(places)
        self.sizes = Counter(places)
        self.totals = [Counter(values) for values in answers]
        self.counts = [[Counter[Hashable]() for _ in answers] for _ in groups]
        for question, values in enumerate(answers):
            for place, value in zip(places, values, strict=True):
                self.counts[place][question][value] += 1

    def order(self, values: Sequence[Hashable]) -> list[int]:
        """The groups by how well these answers fit in, the best first; none that is full.

        A group below its least comes before others, and a smaller one before another that has two people more; then
        the answers decide.
        """
        free = [group for group, bounds in enumerate(self.groups) if bounds.holds(self.sizes[group] + 1)]
        smallest = min((self.sizes[group] for group in free), default=0)

        def cost(group: int) -> tuple[bool, int, int, int, int]:
            size = self.sizes[group]
            is_short = size < self.groups[group].least
            return not is_short, max(0, size - smallest - 1), self._worse(group, values), size, group

        return sorted(free, key=cost)

    def enter(self, group: int, values: Sequence[Hashable]) -> None:
        self.people += 1
        self.sizes[group] += 1
        for totals, counts, value in zip(self.totals, self.counts[group], values, strict=True):
            totals[value] += 1
            counts[value] += 1

    def _worse(self, group: int, values: Sequence[Hashable]) -> int:
        """By how much the group gets further from its share of all."""
        worse, size, whole = 0, self.sizes[group], max(self.people, 1)
        for totals, counts, value in zip(self.totals, self.counts[group], values, strict=True):
            for kind, total in totals.items():
                off = whole * counts.get(kind, 0) - size * total
                worse += abs(off - total + (whole if kind == value else 0)) - abs(off)
            if value not in totals:
                worse += whole
        return worse
