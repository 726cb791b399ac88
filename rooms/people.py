"""A person in a workshop, and when they were there. They survive their sockets."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from rooms.audience import Audience
from rooms.entity import Entity
from rooms.identity import Identity
from rooms.ids import ParticipantId, RoomId
from rooms.moderation import Reason
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.state import State


class Participant(Entity, frozen=True, kw_only=True, tag="participant"):
    """`name` and `email` stand here only: never in the journal, so erasing a person rewrites no history. Blank, they
    were erased.

    `muted` and `interprets` go with the person from room to room; `has_floor` is of the room they are in.
    """

    id: ParticipantId
    name: str
    role: Role
    room: RoomId
    group: RoomId | None = None
    joined_at: int
    email: str = ""
    known_by: Identity = Identity.NONE
    """How they have shown who they are: told to staff, and to themselves."""
    has_floor: bool = False
    muted: bool = False
    interprets: str = ""
    """The language (BCP 47) this person interprets into: they are heard only by those who ask for it."""
    erased_at: int | None = None
    """Since when nobody is known by this id any more, nor comes in as them. They have left their room's count."""
    removed_at: int | None = None
    """Since when they are put out. What they wrote stays; they have left their room's count, and may come back."""
    banned: bool = False
    """Put out for good, or until staff lift it."""
    removed_for: Reason | None = None
    removed_words: str = ""

    PRIVATE: ClassVar = ("name", "email", "removed_words")

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Staff see everybody; a participant the people of their own room, but whoever is out; viewers nobody."""
        if audience.is_staff:
            return self
        if audience.seat == "viewer" or not self.is_shown or not audience.is_in(self.room):
            return None
        return msgspec.structs.replace(self, email="", known_by=Identity.NONE)

    def whose(self) -> str | None:
        return self.id

    @property
    def is_in(self) -> bool:
        """Neither erased nor put out."""
        return self.erased_at is None and self.removed_at is None

    @property
    def is_shown(self) -> bool:
        return self.role is not Role.VIEWER and self.is_in

    @property
    def is_counted(self) -> bool:
        """Among the people of a room."""
        return self.role is Role.PARTICIPANT and self.is_in

    def require_in(self) -> None:
        """Raises Refused: "banned" or "removed", with why, for the person to read."""
        if self.removed_at is not None:
            why = self.removed_for.value if self.removed_for else None
            raise Refused("banned" if self.banned else "removed", reason=why, words=self.removed_words)


class Knock(Entity, frozen=True, kw_only=True, tag="knock"):
    """Somebody waits at the door, who is no participant yet; staff only. `person` is who they will be.

    `seen_at` is when their page last said that they still wait, late by a minute at most.
    """

    person: ParticipantId
    name: str
    role: Role
    at: int
    seen_at: int
    admitted_at: int | None = None
    refused_at: int | None = None
    words: str = ""
    """What they were told when turned away."""

    PRIVATE: ClassVar = ("name", "words")

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None


def knock_id(person: ParticipantId) -> str:
    return f"knock-{person}"


class Attendance(Entity, frozen=True, kw_only=True, tag="attendance"):
    """One stay of a person, in epoch milliseconds; `left_at` is None while they are there. Staff only."""

    participant: ParticipantId
    came_at: int
    left_at: int | None = None

    def under(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None
