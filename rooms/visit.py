"""What the people of a room see of another room while they visit it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rooms.entity import Entity
from rooms.ids import ActivityId, RoomId

if TYPE_CHECKING:
    from rooms.audience import Audience
    from rooms.state import State


class Visit(Entity, frozen=True, kw_only=True, tag="visit"):
    """One to a room at most, while it lasts: what it sees is what `shown`, an activity of the room `to`, holds."""

    room: RoomId
    activity: ActivityId
    to: RoomId
    shown: ActivityId

    def under(self) -> str | None:
        return self.activity

    def reaches(self) -> Iterator[str]:
        yield self.shown

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff or audience.is_in(self.room) else None


def visit_id(room: str) -> str:
    return f"visit-{room}"


def visits(audience: Audience, state: State, activity: str) -> bool:
    """Whether its room visits what this activity holds; staff look at a room and see what it sees."""
    return any(
        (visit := state.maybe(Visit, visit_id(room))) is not None and visit.shown == activity
        for room in audience.rooms()
    )


def sights(audience: Audience, state: State) -> set[str]:
    """Its rooms, and those they visit: of no other does it see more than what is common to all."""
    visited = (state.maybe(Visit, visit_id(room)) for room in audience.rooms())
    return {*audience.rooms(), *(visit.to for visit in visited if visit is not None)}
