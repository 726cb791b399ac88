"""A workshop in memory: entities by id, and on shelves by kind, room, parent and author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from rooms.entity import Changes, Entity
from rooms.refusal import Refused

E = TypeVar("E", bound=Entity)
Shelf = dict[str, Entity]
NOTHING: Shelf = {}


def shelves_of(entity: Entity) -> Iterator[tuple[str, str]]:
    yield "kind", entity.kind
    if room := entity.place:
        yield "room", room
    if parent := entity.under():
        yield "under", parent
    if author := entity.whose():
        yield "whose", author


class State:
    """Entities and `head`, the seq of the last change. Reading is all that views and rules do with it."""

    def __init__(self, head: int = 0) -> None:
        self.head = head
        self.entities: dict[str, Entity] = {}
        self.shelves: dict[tuple[str, str], Shelf] = {}

    def get(self, id: str) -> Entity | None:
        return self.entities.get(id)

    def shelf(self, by: str, of: str) -> Iterator[Entity]:
        return iter(self.shelves.get((by, of), NOTHING).values())

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
        self.drop(entity.id)
        self.entities[entity.id] = entity
        for shelf in shelves_of(entity):
            self.shelves.setdefault(shelf, {})[entity.id] = entity

    def drop(self, id: str) -> None:
        if gone := self.entities.pop(id, None):
            for shelf in shelves_of(gone):
                held = self.shelves[shelf]
                del held[id]
                if not held:
                    del self.shelves[shelf]

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
        for entity in self.base.shelf(by, of):
            if entity.id not in self.entities and entity.id not in self.dropped:
                yield entity
        yield from super().shelf(by, of)

    def __iter__(self) -> Iterator[Entity]:
        for entity in self.base:
            if entity.id not in self.entities and entity.id not in self.dropped:
                yield entity
        yield from self.entities.values()

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
