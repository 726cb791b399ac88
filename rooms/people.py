"""A person in a workshop, and when they were there. They survive their sockets."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import ParticipantId, RoomId
from rooms.permissions import Role
from rooms.state import State


class Participant(Entity, frozen=True, kw_only=True, tag="participant"):
    """`name` and `email` stand here only: never in the journal, so erasing a person rewrites no history.

    `has_floor`, `muted` and `interprets` go with the person from room to room.
    """

    id: ParticipantId
    name: str
    role: Role
    room: RoomId
    group: RoomId | None = None
    joined_at: int
    email: str = ""
    has_floor: bool = False
    muted: bool = False
    interprets: str = ""
    """The language (BCP 47) this person interprets into: they are heard only by those who ask for it."""

    PRIVATE: ClassVar = ("name", "email")

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Staff see everybody; a participant the people of their own room; viewers nobody."""
        if audience.is_staff:
            return self
        if audience.seat == "viewer" or self.role is Role.VIEWER or not audience.is_in(self.room):
            return None
        return msgspec.structs.replace(self, email="") if self.email else self

    def whose(self) -> str | None:
        return self.id


class Attendance(Entity, frozen=True, kw_only=True, tag="attendance"):
    """One stay of a person, in epoch milliseconds; `left_at` is None while they are there. Staff only."""

    participant: ParticipantId
    came_at: int
    left_at: int | None = None

    def under(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None
