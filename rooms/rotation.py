"""Who would go to which table next, to be looked at by staff before it is done."""

from __future__ import annotations

from rooms.agenda import Moves
from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import ParticipantId, RoomId
from rooms.state import State

ROTATION = "rotation"
"""There is one at most, of this id."""


class Rotation(Entity, frozen=True, kw_only=True, tag="rotation"):
    """`seats` are those who move, `hosts` those who stay to welcome them, by room. Staff only."""

    moves: Moves
    seats: dict[ParticipantId, RoomId]
    hosts: dict[RoomId, ParticipantId]
    at: int

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None
