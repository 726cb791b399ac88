"""What groups must respect: who is together, apart or in a given group, and what of it contradicts itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msgspec import Struct

from facilitation.lot import Lot

if TYPE_CHECKING:
    from facilitation.composing import Problem

TRIES = 20_000
"""How many places are looked at before rules are taken to contradict each other."""
BOUND_MAX = 400
"""How many people, or people who stay together, may be under rules for that."""


class Bounds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many people a group must have, and may have: as many as come when None."""

    least: int = 0
    most: int | None = None

    def holds(self, people: int) -> bool:
        return self.most is None or people <= self.most


class Impossible(Exception):
    """A stable code, with the numbers of the people and groups that it is about."""

    def __init__(self, code: str, who: Sequence[int] = (), where: Sequence[int] = (), **figures: int) -> None:
        super().__init__(code)
        self.code = code
        self.who = tuple(who)
        self.where = tuple(where)
        self.figures = figures


@dataclass(frozen=True, slots=True)
class Unit:
    """People who stay together, mostly one; `home` is the group they have to be in, -1 for any."""

    people: tuple[int, ...]
    facilitators: tuple[int, ...] = ()
    home: int = -1

    @property
    def everybody(self) -> tuple[int, ...]:
        return self.people + self.facilitators

    @property
    def first(self) -> int:
        return self.people[0] if self.people else 0


def units_of(problem: Problem, lot: Lot) -> list[Unit]:
    """Everybody once, with those who stay with them. Raises Impossible where rules contradict each other."""
    check_places(problem)
    units = [_unit(problem, members) for members in clusters(problem)]
    check_apart(problem, units)
    units = settle_facilitators(problem, units, lot)
    check_apart(problem, units)
    check_homes(problem, units)
    return units


def check_places(problem: Problem) -> None:
    places = [bounds.most for bounds in problem.groups]
    if None not in places and (total := sum(filter(None, places))) < problem.people:
        raise Impossible("rooms_full", places=total, people=problem.people)
    least = sum(bounds.least for bounds in problem.groups)
    if least > problem.people:
        raise Impossible("people_too_few", least=least, people=problem.people)
    if 0 < problem.facilitators < len(problem.groups):
        raise Impossible("facilitators_too_few", facilitators=problem.facilitators, rooms=len(problem.groups))


def clusters(problem: Problem) -> list[list[int]]:
    """Who has to be with whom, each person once, in the order of their numbers."""
    everybody = range(problem.people + problem.facilitators)
    lead = list(everybody)

    def leader(person: int) -> int:
        while lead[person] != person:
            person = lead[person]
        return person

    for people in problem.together:
        for person in people[1:]:
            a, b = sorted((leader(people[0]), leader(person)))
            lead[b] = a
    members: dict[int, list[int]] = {}
    for person in everybody:
        members.setdefault(leader(person), []).append(person)
    return list(members.values())


def _unit(problem: Problem, members: Sequence[int]) -> Unit:
    homes = sorted({group for person, group in problem.pins if person in members})
    if len(homes) > 1:
        raise Impossible("pins_contradict", who=members, where=homes)
    people = tuple(person for person in members if person < problem.people)
    facilitators = tuple(person for person in members if person >= problem.people)
    if len(facilitators) > 1:
        raise Impossible("together_too_many", who=members, most=1)
    if all(not bounds.holds(len(people)) for bounds in problem.groups):
        most = max(bounds.most or 0 for bounds in problem.groups)
        raise Impossible("together_too_many", who=members, most=most)
    return Unit(people, facilitators, homes[0] if homes else -1)


def settle_facilitators(problem: Problem, units: Sequence[Unit], lot: Lot) -> list[Unit]:
    """One for each group, by lot but for those who have to be somewhere; who is left over goes nowhere."""
    taken: dict[int, Unit] = {}
    for unit in units:
        if unit.facilitators and unit.home >= 0:
            if before := taken.get(unit.home):
                raise Impossible("pins_contradict", who=before.facilitators + unit.facilitators, where=(unit.home,))
            taken[unit.home] = unit
    settled = [unit for unit in units if not unit.facilitators or unit.home >= 0]
    waiting = lot.shuffled(unit for unit in units if unit.facilitators and unit.home < 0)
    # Who brings people along has to have a group; who does not may be left over.
    waiting.sort(key=lambda unit: -len(unit.people))
    free = lot.shuffled(group for group in range(len(problem.groups)) if group not in taken)
    apart = pairs_apart(problem)
    for unit in waiting:
        group = next((group for group in free if _may_lead(unit, group, settled, apart)), None)
        if group is not None:
            free.remove(group)
            settled.append(Unit(unit.people, unit.facilitators, group))
        elif unit.people or free:
            raise Impossible("rules_too_tight", who=unit.everybody)
    return sorted(settled, key=lambda unit: min(unit.everybody))


def _may_lead(unit: Unit, group: int, others: Sequence[Unit], apart: frozenset[tuple[int, int]]) -> bool:
    there = [person for other in others if other.home == group for person in other.everybody]
    return not any((one, other) in apart for one in unit.everybody for other in there)


def check_homes(problem: Problem, units: Sequence[Unit]) -> None:
    for group, bounds in enumerate(problem.groups):
        people = [person for unit in units if unit.home == group for person in unit.people]
        if not bounds.holds(len(people)):
            raise Impossible("pins_too_many", who=people, where=(group,), most=bounds.most or 0)


def pairs_apart(problem: Problem) -> frozenset[tuple[int, int]]:
    """Both ways round."""
    return frozenset((one, other) for people in problem.apart for one in people for other in people if one != other)


def check_apart(problem: Problem, units: Sequence[Unit]) -> None:
    for people in problem.apart:
        if len(people) > len(problem.groups):
            raise Impossible("apart_too_many", who=people, rooms=len(problem.groups))
    home = {person: unit for unit in units for person in unit.everybody}
    for one, other in sorted(pairs_apart(problem)):
        a, b = home.get(one), home.get(other)
        if a is not None and b is not None and (a is b or a.home == b.home >= 0):
            raise Impossible("apart_contradicts", who=sorted((one, other)))


def apart_of(problem: Problem, units: Sequence[Unit]) -> list[frozenset[int]]:
    """By unit, those who may not be in its group."""
    of = {person: place for place, unit in enumerate(units) for person in unit.everybody}
    far: list[set[int]] = [set() for _ in units]
    for one, other in pairs_apart(problem):
        if one in of and other in of:
            far[of[one]].add(of[other])
    return [frozenset(others) for others in far]


def search_homes(problem: Problem, units: Sequence[Unit]) -> list[Unit] | None:
    """The same people, those under a rule each with a group in which all rules can be kept, of whatever size. None when
    there is no such way, or none was found after many attempts."""
    far = apart_of(problem, units)
    search = _Search(problem, units, far)
    if len(search.order) > BOUND_MAX or not search.goes_on(0):
        return None
    return [replace(unit, home=search.home.get(place, unit.home)) for place, unit in enumerate(units)]


class _Search:
    """One after the other into the smallest group that takes them, and back where that leads nowhere."""

    def __init__(self, problem: Problem, units: Sequence[Unit], far: Sequence[frozenset[int]]) -> None:
        self.bounds = problem.groups
        self.units = units
        self.far = far
        self.left = problem.people
        self.sizes = [0] * len(problem.groups)
        self.home: dict[int, int] = {}
        self.tries = TRIES
        for place, unit in enumerate(units):
            if unit.home >= 0:
                self._put(place, unit.home)
        bound = (place for place, unit in enumerate(units) if unit.home < 0 and (len(unit.people) > 1 or far[place]))
        self.order = sorted(bound, key=lambda place: (-len(units[place].people), -len(far[place])))

    def goes_on(self, at: int) -> bool:
        lacking = sum(max(0, bounds.least - size) for bounds, size in zip(self.bounds, self.sizes, strict=True))
        if lacking > self.left:
            return False
        if at == len(self.order):
            places = [bounds.most for bounds in self.bounds]
            return None in places or sum(filter(None, places)) - sum(self.sizes) >= self.left
        place = self.order[at]
        unit = self.units[place]
        for group in sorted(range(len(self.sizes)), key=lambda group: self.sizes[group]):
            self.tries -= 1
            if self.tries < 0:
                return False
            size = self.sizes[group] + len(unit.people)
            if not self.bounds[group].holds(size) or any(self.home.get(one) == group for one in self.far[place]):
                continue
            self._put(place, group)
            if self.goes_on(at + 1):
                return True
            self._take_back(place)
        return False

    def _put(self, place: int, group: int) -> None:
        self.home[place] = group
        self.sizes[group] += len(self.units[place].people)
        self.left -= len(self.units[place].people)

    def _take_back(self, place: int) -> None:
        group = self.home.pop(place)
        self.sizes[group] -= len(self.units[place].people)
        self.left += len(self.units[place].people)
