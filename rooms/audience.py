"""An audience is everybody who sees the same: a class of roles in a room. What it sees, and how that differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rooms.entity import Entity
from rooms.permissions import Role
from rooms.state import State
from rooms.visit import sights


class Seat(StrEnum):
    """Roles that see alike."""

    VIEWER = "viewer"
    PARTICIPANT = "participant"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Audience:
    """`room` is where its people are; staff also `look` at a room without leaving theirs."""

    seat: Seat
    room: str
    look: str | None = None

    def __str__(self) -> str:
        return f"{self.seat}:{self.room}" + (f":{self.look}" if self.look else "")

    @property
    def is_staff(self) -> bool:
        return self.seat is Seat.STAFF

    def is_in(self, room: str | None) -> bool:
        return room is not None and room in (self.room, self.look)

    def rooms(self) -> tuple[str, ...]:
        return (self.room, self.look) if self.look and self.look != self.room else (self.room,)


def audience_of(role: Role, room: str, look: str | None = None) -> Audience:
    if role.is_staff:
        return Audience(Seat.STAFF, room, look)
    return Audience(Seat(role.value), room)


def affected(ids: Iterable[str], *states: State) -> set[str]:
    """The entities named, and all whose view may hang on them."""
    found: set[str] = set()
    todo = list(ids)
    while todo:
        id = todo.pop()
        if id not in found:
            found.add(id)
            for state in states:
                todo.extend(entity.reaches() if (entity := state.get(id)) is not None else ())
                todo.extend(child.id for child in state.shelf("under", id))
    return found


def view(audience: Audience, state: State) -> list[Entity]:
    """All that an audience sees: a fresh snapshot."""
    return [seen for entity in state if (seen := entity.seen_by(audience, state)) is not None]


@dataclass(slots=True)
class Difference:
    """What turns one view into another."""

    put: list[Entity]
    drop: list[str]

    def __bool__(self) -> bool:
        return bool(self.put or self.drop)


def difference(
    ids: Iterable[str], before: State, after: State, audience: Audience, then: Audience | None = None
) -> Difference:
    """Compare what an audience saw of these entities with what it (or `then`, when it moved) sees now."""
    put, drop = [], []
    for id in ids:
        old, new = seen(id, audience, before), seen(id, then or audience, after)
        if new is None and old is not None:
            drop.append(id)
        elif new is not None and new != old:
            put.append(new)
    return Difference(put, drop)


def seen(id: str, audience: Audience, state: State) -> Entity | None:
    entity = state.get(id)
    return entity.seen_by(audience, state) if entity is not None else None


def moved(state: State, old: Audience, new: Audience) -> Difference:
    """What turns the old audience's view into the new one's, both of the same seat."""
    rooms = sights(old, state) | sights(new, state)
    ids = {entity.id for room in rooms for entity in state.in_room(room)}
    return difference(ids, state, state, old, new)


def own(authors: Iterable[str], state: State) -> Iterator[Entity]:
    """What is one person's alone, whole: sent to that person and nobody else."""
    for author in authors:
        for entity in state.owned_by(author):
            yield entity.mine(state)
