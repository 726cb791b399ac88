"""Several facilitators: who leads, and who is with which group. Both are told to staff, and bind nobody."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from rooms.agenda import Room, RoomKind
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.ids import ParticipantId, RoomId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused

FACILITATORS_MAX = 12


class LeadWorkshop(Command, frozen=True, tag="workshop.lead"):
    """Oneself leads from now on; another of staff is offered it; with None nobody leads. `seen` is who does so far."""

    person: ParticipantId | None
    seen: ParticipantId | None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        workshop = on.workshop
        if workshop.lead != self.seen:
            raise Refused("lead_changed")
        if self.person is not None:
            require_staff(on, self.person)
        if self.person is None or self.person in (on.by.id, workshop.lead):
            on.change(workshop, lead=self.person, lead_offered=None)
        else:
            on.change(workshop, lead_offered=self.person)


class AssignRoom(Command, frozen=True, tag="room.assign"):
    """Who of staff is with a group: all of them, each time."""

    room: RoomId
    facilitators: Annotated[tuple[ParticipantId, ...], Meta(max_length=FACILITATORS_MAX)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        room = on.room(self.room)
        if room.room_kind is not RoomKind.GROUP:
            raise Refused("not_a_group")
        for person in self.facilitators:
            require_staff(on, person)
        on.change(room, facilitators=tuple(dict.fromkeys(self.facilitators)))


def require_staff(on: Deciding, id: ParticipantId) -> Participant:
    """Raises Refused: "unknown", "staff_only"."""
    person = on.participant(id)
    if not person.role.is_staff or not person.is_in:
        raise Refused("staff_only")
    return person


def resign(on: Deciding, person: ParticipantId) -> None:
    """Somebody of staff is there no more: nothing waits for them."""
    workshop = on.workshop
    on.change(
        workshop,
        lead=None if workshop.lead == person else workshop.lead,
        lead_offered=None if workshop.lead_offered == person else workshop.lead_offered,
    )
    for room in [room for room in on.all(Room) if person in room.facilitators]:
        on.change(room, facilitators=tuple(other for other in room.facilitators if other != person))
