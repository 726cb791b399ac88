"""Who would go to which table next, to be looked at by staff before it is done."""

from __future__ import annotations

from rooms.agenda import Moves
from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.state import State

ROTATION, ROTATED = "rotation", "rotated"
"""There is one of each at most, of this id."""


class Rotation(Entity, frozen=True, kw_only=True, tag="rotation"):
    """`seats` are those who move, `hosts` those who stay to welcome them, by room. Staff only."""

    moves: Moves
    seats: dict[ParticipantId, RoomId]
    hosts: dict[RoomId, ParticipantId]
    at: int

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None


class Rotated(Entity, frozen=True, kw_only=True, tag="rotated"):
    """The change of tables that was done last, until people come back or change again: what it takes to undo it.

    `went` is where each who moved was and is now; `hosts` and `joined` are those of before. Staff only.
    """

    went: dict[ParticipantId, tuple[RoomId, RoomId]]
    hosts: dict[RoomId, ParticipantId]
    joined: dict[RoomId, RoomId]
    step: StepId | None
    remembered: str | None
    """The id of the round that was over with it."""
    at: int

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None
