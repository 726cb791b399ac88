"""Who goes into which group: the whole sum, in whole numbers, so that the same seed gives the same groups anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from facilitation.constraints import Bounds, Impossible, Unit, apart_of, search_homes, units_of
from facilitation.lot import Lot

ROUNDS = 12
"""Times that everybody is looked at for an exchange; it is over earlier when nothing gets better any more."""
ATTEMPTS = 60
UNEVEN = 1_000_000
"""What a group that is a person too large or too small costs, so that balance never makes groups uneven."""


class Problem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that the groups depend on. People and groups are numbers from 0; nobody has a name here.

    Numbers from `people` on are those who facilitate: one for each group, in nobody's count. `attributes` have a value
    for each person, which is only equal to others or not. `past` says how often two have shared a group. `ranks` are
    the groups a person would like, the dearest first; empty for who did not say.
    """

    seed: int
    people: int
    groups: tuple[Bounds, ...]
    facilitators: int = 0
    attributes: tuple[tuple[int, ...], ...] = ()
    past: tuple[tuple[int, int, int], ...] = ()
    past_weight: int = 1
    ranks: tuple[tuple[int, ...], ...] = ()
    rank_weight: int = 1
    pins: tuple[tuple[int, int], ...] = ()
    together: tuple[tuple[int, ...], ...] = ()
    apart: tuple[tuple[int, ...], ...] = ()


class Figures(Struct, frozen=True, kw_only=True):
    """What the groups are worth. `deviation` is, on average over every group and value, by how many hundredths of a
    person a group has more or fewer of it than its share of all."""

    deviation: int = 0
    again: int = 0
    """Pairs who have shared a group before and do again."""
    ranked: tuple[int, ...] = ()
    """How many got their first wish, their second, and so on; last those who got none of theirs."""


def compose(problem: Problem) -> tuple[int, ...]:
    """The group of each person, then of each who facilitates (-1 for who has none). Raises Impossible."""
    lot = Lot(problem.seed)
    units = units_of(problem, lot)
    try:
        hall = seated(problem, units, lot)
    except Impossible:
        bound = search_homes(problem, units)
        if bound is None:
            raise
        units = bound
        hall = seated(problem, units, lot)
    seating = [-1] * (problem.people + problem.facilitators)
    for unit, group in zip(units, hall.seat, strict=True):
        for person in (*unit.people, *unit.facilitators):
            seating[person] = group
    return tuple(seating)


def seated(problem: Problem, units: Sequence[Unit], lot: Lot) -> Hall:
    """In groups as even and as alike as they get. Raises Impossible, also where other sizes would do."""
    hall = draft(problem, units, even_sizes(problem, units, lot), lot)
    hall.exchange()
    for group, bounds in enumerate(problem.groups):
        if hall.sizes[group] < bounds.least:
            raise Impossible("rules_too_tight", where=(group,), least=bounds.least)
    return hall


def even_sizes(problem: Problem, units: Sequence[Unit], lot: Lot) -> list[int]:
    """As many people for each group as for any other, as far as its bounds and those who must be there allow."""
    sizes = [bounds.least for bounds in problem.groups]
    for group in range(len(sizes)):
        sizes[group] = max(sizes[group], sum(len(unit.people) for unit in units if unit.home == group))
    places = lot.shuffled(range(len(sizes)))
    left = problem.people - sum(sizes)
    while left > 0:
        free = [group for group in places if problem.groups[group].holds(sizes[group] + 1)]
        group = min(free, key=lambda group: sizes[group])
        sizes[group] += 1
        left -= 1
    # Those who must be in one group leave less than the least for others, unless some of these give way.
    while left < 0:
        group = max(places, key=lambda group: sizes[group] - problem.groups[group].least)
        sizes[group] -= 1
        left += 1
    return sizes


def draft(problem: Problem, units: Sequence[Unit], sizes: Sequence[int], lot: Lot) -> Hall:
    """A first seating: one after the other, sorted by what they answered, to the groups there and back again.

    Those who must stay together, or apart from others, come first. Who finds no place comes first the next time.
    """
    lots = lot.shuffled(range(len(units)))
    far = apart_of(problem, units)
    order = sorted(
        lots,
        key=lambda unit: (
            units[unit].home < 0,
            -len(units[unit].people),
            -len(far[unit]),
            () if problem.ranks else tuple(values[units[unit].first] for values in problem.attributes),
        ),
    )
    groups = lot.shuffled(range(len(problem.groups)))
    bound = sum(unit.home >= 0 for unit in units)
    for _ in range(ATTEMPTS):
        hall = Hall(problem, units, sizes, far)
        stuck = [unit for unit in order if not hall.place(unit, groups)]
        if not stuck:
            return hall
        order.remove(stuck[0])
        order.insert(bound, stuck[0])
    raise Impossible("rules_too_tight", who=units[stuck[0]].everybody)


class Hall:
    """People being seated, with all that has to be known to tell what an exchange is worth."""

    def __init__(
        self, problem: Problem, units: Sequence[Unit], wanted: Sequence[int], far: Sequence[frozenset[int]]
    ) -> None:
        self.problem = problem
        self.units = units
        self.wanted = wanted
        self.far = far
        self.whole = problem.people
        self.has_wishes = bool((problem.past and problem.past_weight) or problem.ranks)
        self.seat = [-1] * len(units)
        self.sizes = [0] * len(wanted)
        self.turn = 0
        self.answers = list(zip(*map(coded, problem.attributes), strict=True)) or [()] * problem.people
        self.totals = [
            [codes.count(code) for code in range(max(codes) + 1)] for codes in zip(*self.answers, strict=True)
        ]
        self.counts = [[[0] * len(totals) for totals in self.totals] for _ in wanted]
        self.less: list[list[list[int]]] = [[[] for _ in self.totals] for _ in wanted]
        self.more: list[list[list[int]]] = [[[] for _ in self.totals] for _ in wanted]
        self.members: list[list[int]] = [[] for _ in wanted]
        self.step = 0
        self.stamps = [0] * len(wanted)
        self.seen = [-1] * len(units)
        self.met: list[dict[int, int]] = [{} for _ in units]
        self.meets = [[0] * len(problem.groups) for _ in units]
        of = {person: unit for unit, each in enumerate(units) for person in each.people}
        for one, other, times in problem.past:
            if of[one] != of[other]:
                for a, b in ((of[one], of[other]), (of[other], of[one])):
                    self.met[a][b] = self.met[a].get(b, 0) + times
        self.dislike = [self._dislikes(unit) for unit in units]

    def _dislikes(self, unit: Unit) -> list[int]:
        """By group, how far it is from what they would like, squared: nobody pays for the first wishes of others."""
        costs = [0] * len(self.problem.groups)
        for person in unit.people if self.problem.ranks else ():
            ranks = self.problem.ranks[person]
            for group in range(len(costs)) if ranks else ():
                costs[group] += (ranks.index(group) if group in ranks else len(ranks)) ** 2
        return costs

    # -- the draft ------------------------------------------------------------------------------------------------

    def place(self, unit: int, groups: Sequence[int]) -> bool:
        """Seat them in the next group whose turn it is, or in the one they like best."""
        home, people = self.units[unit].home, len(self.units[unit].people)
        around = [home] if home >= 0 else self._from_here(groups)
        fits = [group for group in around if self.may_sit(unit, group)]
        even = [group for group in fits if self.sizes[group] + people <= self.wanted[group]]
        found = even or sorted(fits, key=lambda group: self.sizes[group] - self.wanted[group])
        if not found:
            return False
        dislike = self.dislike[unit]
        group = min(found, key=lambda group: dislike[group])
        if home < 0 and people:
            self.turn += 1
        self._enter(unit, group)
        return True

    def _from_here(self, groups: Sequence[int]) -> list[int]:
        lap, place = divmod(self.turn, len(groups))
        row = groups if lap % 2 == 0 else groups[::-1]
        return [*row[place:], *row[:place]]

    def may_sit(self, unit: int, group: int, without: int = -1) -> bool:
        """Whether the group holds them, once `without` has left it."""
        leaving = len(self.units[without].people) if without >= 0 else 0
        if not self.problem.groups[group].holds(self.sizes[group] - leaving + len(self.units[unit].people)):
            return False
        return all(self.seat[other] != group or other == without for other in self.far[unit])

    def _enter(self, unit: int, group: int) -> None:
        self.seat[unit] = group
        self._count(unit, group, 1)

    def _count(self, unit: int, group: int, by: int) -> None:
        self.sizes[group] += by * len(self.units[unit].people)
        for person in self.units[unit].people:
            for code, counts in zip(self.answers[person], self.counts[group], strict=True):
                counts[code] += by
        self._weigh(group)
        for other, times in self.met[unit].items():
            self.meets[other][group] += by * times

    def _weigh(self, group: int) -> None:
        """What one less, or one more, of each answer would cost the group."""
        whole, size = self.whole, self.sizes[group]
        for place, (totals, counts) in enumerate(zip(self.totals, self.counts[group], strict=True)):
            off = [whole * count - size * total for count, total in zip(counts, totals, strict=True)]
            self.less[group][place] = [abs(each - whole) - abs(each) for each in off]
            self.more[group][place] = [abs(each + whole) - abs(each) for each in off]

    # -- exchanges ------------------------------------------------------------------------------------------------

    def exchange(self) -> None:
        """Let two people change places wherever that is the best for all, until nothing gets better."""
        free = [unit for unit, each in enumerate(self.units) if each.home < 0]
        for unit in free:
            self.members[self.seat[unit]].append(unit)
        for _ in range(ROUNDS):
            if not sum(self._improve(unit) for unit in free):
                return

    def _improve(self, unit: int) -> bool:
        """The best of all exchanges and moves of these people, if any makes it better. What has not changed since they
        were last looked at is no better now."""
        here, seen = self.seat[unit], self.seen[unit]
        self.seen[unit] = self.step
        best, target, partner = 0, -1, -1
        is_even = self.sizes == self.wanted
        for group in range(len(self.sizes)):
            if group == here or max(self.stamps[here], self.stamps[group]) <= seen:
                continue
            if not is_even and self.may_sit(unit, group):
                worth = self._worth(unit, group, -1)
                if worth < best:
                    best, target, partner = worth, group, -1
            for other in self.members[group]:
                worth = self._worth(unit, group, other)
                if worth < best and self.may_sit(unit, group, other) and self.may_sit(other, here, unit):
                    best, target, partner = worth, group, other
        if not best:
            return False
        self._leave(unit)
        if partner >= 0:
            self._leave(partner)
            self._go(partner, here)
        self._go(unit, target)
        self.step += 1
        self.stamps[here] = self.stamps[target] = self.step
        return True

    def _leave(self, unit: int) -> None:
        self.members[self.seat[unit]].remove(unit)
        self._count(unit, self.seat[unit], -1)
        self.seat[unit] = -1

    def _go(self, unit: int, group: int) -> None:
        self.members[group].append(unit)
        self._enter(unit, group)

    def _worth(self, unit: int, group: int, other: int) -> int:
        """By how much everything gets worse if they go to the group and `other` comes here instead."""
        here, worth = self.seat[unit], 0
        if self.has_wishes:
            worth = self._wished(unit, group, other)
        people = self.units[unit].people
        others = self.units[other].people if other >= 0 else ()
        if len(people) == len(others) == 1:
            return worth + self._traded(people[0], others[0], here, group)
        return worth + self._moved(people, others, here, group)

    def _wished(self, unit: int, group: int, other: int) -> int:
        """Of these, what comes from whom they have met, and from what they would like."""
        here = self.seat[unit]
        met = self.meets[unit][group] - self.meets[unit][here]
        dislike = self.dislike[unit][group] - self.dislike[unit][here]
        if other >= 0:
            met += self.meets[other][here] - self.meets[other][group] - 2 * self.met[unit].get(other, 0)
            dislike += self.dislike[other][here] - self.dislike[other][group]
        return self.whole * (met * self.problem.past_weight + dislike * self.problem.rank_weight)

    def _traded(self, person: int, other: int, here: int, there: int) -> int:
        """One for one: sizes stay, so only what they answered differently counts."""
        worth = 0
        for out, into, less, more, less_there, more_there in zip(
            self.answers[person],
            self.answers[other],
            self.less[here],
            self.more[here],
            self.less[there],
            self.more[there],
            strict=True,
        ):
            if out != into:
                worth += less[out] + more[into] + more_there[out] + less_there[into]
        return worth

    def _moved(self, people: Sequence[int], others: Sequence[int], here: int, there: int) -> int:
        by = len(others) - len(people)
        worth = 0
        for group, change, gone, come in ((here, by, people, others), (there, -by, others, people)):
            size, wanted = self.sizes[group], self.wanted[group]
            worth += UNEVEN * self.whole * (abs(size + change - wanted) - abs(size - wanted))
            for place, (totals, counts) in enumerate(zip(self.totals, self.counts[group], strict=True)):
                after = list(counts)
                for person in gone:
                    after[self.answers[person][place]] -= 1
                for person in come:
                    after[self.answers[person][place]] += 1
                worth += spread(after, totals, size + change, self.whole) - spread(counts, totals, size, self.whole)
        return worth


def coded(values: Sequence[int]) -> list[int]:
    """The same values as numbers from 0."""
    code = {value: place for place, value in enumerate(sorted(set(values)))}
    return [code[value] for value in values]


def spread(counts: Sequence[int], totals: Sequence[int], size: int, whole: int) -> int:
    """How far a group is from its share of all, in parts of a person: as many as there are people."""
    return sum(abs(whole * count - size * total) for count, total in zip(counts, totals, strict=True))


def figures(problem: Problem, seating: Sequence[int]) -> Figures:
    """What these groups are worth, whoever made them."""
    places = seating[: problem.people]
    groups = range(len(problem.groups))
    sizes = Counter(places)
    total = cells = 0
    for values in problem.attributes:
        totals, counts = Counter(values), Counter(zip(places, values, strict=True))
        for group in groups:
            here = [counts[group, value] for value in totals]
            total += spread(here, list(totals.values()), sizes[group], problem.people)
        cells += len(totals) * len(groups)
    parts = problem.people * cells
    return Figures(
        deviation=(100 * total + parts // 2) // parts if parts else 0,
        again=sum(places[one] == places[other] != -1 for one, other, _ in problem.past),
        ranked=_ranked(problem, places),
    )


def _ranked(problem: Problem, places: Sequence[int]) -> tuple[int, ...]:
    longest = max(map(len, problem.ranks), default=0)
    got = [0] * (longest + 1) if longest else []
    for ranks, place in zip(problem.ranks, places, strict=False):
        if ranks:
            got[ranks.index(place) if place in ranks else longest] += 1
    return tuple(got)
