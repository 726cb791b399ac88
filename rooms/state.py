"""A workshop in memory: entities by id, on shelves by kind, room, parent, author and pile, and in rows by order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from heapq import merge
from itertools import chain
from typing import TypeVar

from rooms.entity import Changes, Entity
from rooms.refusal import Refused

E = TypeVar("E", bound=Entity)
Shelf = dict[str, Entity]
Row = list[tuple[str, str]]
"""(order, id) of the things in a row, first to last."""
NOTHING: Shelf = {}
LAST = "\U0010ffff"
"""Past every id."""


def shelves_of(entity: Entity) -> Iterator[tuple[str, str]]:
    yield "kind", entity.kind
    if room := entity.place:
        yield "room", room
    if parent := entity.under():
        yield "under", parent
    if author := entity.whose():
        yield "whose", author
    if pile := entity.pile():
        yield "pile", pile


class State:
    """Entities and `head`, the seq of the last change. Reading is all that views and rules do with it."""

    def __init__(self, head: int = 0) -> None:
        self.head = head
        self.entities: dict[str, Entity] = {}
        self.shelves: dict[tuple[str, str], Shelf] = {}
        self.rows: dict[str, Row] = {}

    def get(self, id: str) -> Entity | None:
        return self.entities.get(id)

    def shelf(self, by: str, of: str) -> Iterator[Entity]:
        return iter(self.shelves.get((by, of), NOTHING).values())

    def holds(self, by: str, of: str, id: str) -> bool:
        return id in self.shelves.get((by, of), NOTHING)

    def count(self, by: str, of: str) -> int:
        """How many stand on a shelf, without looking at each."""
        return len(self.shelves.get((by, of), NOTHING))

    def onwards(self, row: str, order: str = "") -> Iterator[tuple[str, str]]:
        """(order, id) of what comes after this place in a row, nearest first."""
        things = self.rows.get(row, [])
        return (things[i] for i in range(bisect_right(things, (order, LAST)), len(things)))

    def backwards(self, row: str) -> Iterator[tuple[str, str]]:
        """(order, id) of what is in a row, last first."""
        return reversed(self.rows.get(row, []))

    def find(self, kind: type[E], id: str | None) -> E:
        """Raises Refused("unknown", kind=…) when there is no such entity."""
        found = self.get(id) if id else None
        if not isinstance(found, kind):
            raise Refused("unknown", kind=str(kind.__struct_config__.tag).lower())
        return found

    def maybe(self, kind: type[E], id: str | None) -> E | None:
        found = self.get(id) if id else None
        return found if isinstance(found, kind) else None

    def all(self, kind: type[E]) -> Iterator[E]:
        return self.shelf("kind", str(kind.__struct_config__.tag))  # type: ignore[return-value]

    def under(self, id: str, kind: type[E]) -> Iterator[E]:
        return (e for e in self.shelf("under", id) if isinstance(e, kind))

    def in_room(self, room: str) -> Iterator[Entity]:
        return self.shelf("room", room)

    def owned_by(self, author: str) -> Iterator[Entity]:
        return self.shelf("whose", author)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.entities.values())

    def put(self, entity: Entity) -> None:
        self._lift(entity.id)
        self.entities[entity.id] = entity
        for shelf in shelves_of(entity):
            self.shelves.setdefault(shelf, {})[entity.id] = entity
        if lane := entity.lane():
            row, order = lane
            insort(self.rows.setdefault(row, []), (order, entity.id))

    def drop(self, id: str) -> None:
        self._lift(id)

    def _lift(self, id: str) -> None:
        gone = self.entities.pop(id, None)
        if gone is None:
            return
        for shelf in shelves_of(gone):
            held = self.shelves[shelf]
            del held[id]
            if not held:
                del self.shelves[shelf]
        if lane := gone.lane():
            self._leave_row(*lane, id)

    def _leave_row(self, row: str, order: str, id: str) -> None:
        things = self.rows[row]
        del things[bisect_left(things, (order, id))]
        if not things:
            del self.rows[row]

    def apply(self, changes: Changes) -> None:
        for entity in changes.put:
            self.put(entity)
        for id in changes.drop:
            self.drop(id)


class Overlay(State):
    """Changes not yet durable, read through to the state beneath; dropped whole when the write fails."""

    def __init__(self, base: State) -> None:
        super().__init__(base.head)
        self.base = base
        self.dropped: set[str] = set()

    def get(self, id: str) -> Entity | None:
        return self.entities.get(id) or (None if id in self.dropped else self.base.get(id))

    def shelf(self, by: str, of: str) -> Iterator[Entity]:
        beneath = self.base.shelf(by, of)
        if not (self.entities or self.dropped):
            return beneath
        return chain((entity for entity in beneath if not self.hides(entity.id)), super().shelf(by, of))

    def __iter__(self) -> Iterator[Entity]:
        for entity in self.base:
            if not self.hides(entity.id):
                yield entity
        yield from self.entities.values()

    def hides(self, id: str) -> bool:
        """Whether what the state beneath says of this id holds no more."""
        return id in self.entities or id in self.dropped

    def holds(self, by: str, of: str, id: str) -> bool:
        return super().holds(by, of, id) or (not self.hides(id) and self.base.holds(by, of, id))

    def count(self, by: str, of: str) -> int:
        hidden = sum(self.base.holds(by, of, id) for id in chain(self.entities, self.dropped))
        return super().count(by, of) + self.base.count(by, of) - hidden

    def onwards(self, row: str, order: str = "") -> Iterator[tuple[str, str]]:
        beneath = (thing for thing in self.base.onwards(row, order) if not self.hides(thing[1]))
        return merge(beneath, super().onwards(row, order))

    def backwards(self, row: str) -> Iterator[tuple[str, str]]:
        beneath = (thing for thing in self.base.backwards(row) if not self.hides(thing[1]))
        return merge(beneath, super().backwards(row), reverse=True)

    def put(self, entity: Entity) -> None:
        super().put(entity)
        self.dropped.discard(entity.id)

    def drop(self, id: str) -> None:
        super().drop(id)
        if self.base.get(id) is not None:
            self.dropped.add(id)

    def touched(self) -> set[str]:
        return self.entities.keys() | self.dropped

    def merge(self) -> None:
        """Make the changes those of the state beneath."""
        for entity in self.entities.values():
            self.base.put(entity)
        for id in self.dropped:
            self.base.drop(id)
        self.base.head = self.head
