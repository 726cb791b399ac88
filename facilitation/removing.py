"""Putting somebody out, for now or for good, and letting them in again."""

from __future__ import annotations

from facilitation.doors import pass_door
from facilitation.drawing import best_place
from facilitation.journal import record
from facilitation.leading import resign
from facilitation.releasing import go_on_if_ready, gone
from facilitation.rotating import host_no_more
from rooms.agenda import Groups, Room, RoomKind
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.floor import withdraw
from rooms.ids import ParticipantId
from rooms.moderation import Act, Reason
from rooms.people import Participant
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from rooms.registration import answers_of
from rooms.text import Line, line_or_nothing

RANK = {Role.VIEWER: 0, Role.PARTICIPANT: 0, Role.FACILITATOR: 1, Role.ORGANIZER: 2}


class RemovePerson(Command, frozen=True, tag="person.remove"):
    """They may come back through the door, as themselves. What they wrote stays unless it is hidden."""

    person: ParticipantId
    reason: Reason | None = None
    words: Line = ""

    def decide(self, on: Deciding) -> None:
        person = outranked(on, self.person)
        if person.removed_at is None:
            put_out(on, person, self.reason, line_or_nothing(self.words), banned=False)
            record(on, Act.REMOVED, person, self.reason, line_or_nothing(self.words))


class BanPerson(Command, frozen=True, tag="person.ban"):
    """They may not come back, until it is lifted; they are told why."""

    person: ParticipantId
    reason: Reason
    words: Line = ""

    def decide(self, on: Deciding) -> None:
        person = outranked(on, self.person)
        if not person.banned:
            put_out(on, person, self.reason, line_or_nothing(self.words), banned=True)
            record(on, Act.BANNED, person, self.reason, line_or_nothing(self.words))


class ReadmitPerson(Command, frozen=True, tag="person.readmit"):
    """Lift a ban, or let back who was removed: they need not ask at the door."""

    person: ParticipantId

    def decide(self, on: Deciding) -> None:
        person = outranked(on, self.person)
        if person.removed_at is not None:
            let_back(on, person)
            record(on, Act.READMITTED, person)


class ComeBack(SystemCommand, frozen=True, tag="participant.return"):
    """Somebody who was removed has come through the door again."""

    participant: ParticipantId

    def decide(self, on: Deciding) -> None:
        person = on.participant(self.participant)
        if person.removed_at is None:
            return
        if person.banned:
            person.require_in()
        pass_door(on, person.id, person.role)
        let_back(on, person)


# -- rules --------------------------------------------------------------------------------------------------------


def outranked(on: Deciding, id: ParticipantId) -> Participant:
    """Citizens for all staff, facilitators for organizers. Raises Refused("not_outranked")."""
    on.require(Permission.MODERATE)
    person = on.participant(id)
    if RANK[person.role] >= RANK[on.person.role]:
        raise Refused("not_outranked")
    if person.erased_at is not None:
        raise Refused("unknown", kind="participant")
    return person


def put_out(on: Deciding, person: Participant, reason: Reason | None, words: str, banned: bool) -> None:
    withdraw(on, person)
    gone(on, person)
    resign(on, person.id)
    host_no_more(on, person.id)
    if person.is_counted:
        room = on.find(Room, person.room)
        on.change(room, people=room.people - 1)
    on.change(
        on.participant(person.id),
        interprets="",
        removed_at=person.removed_at or on.now,
        banned=banned,
        removed_for=reason,
        removed_words=words,
    )
    go_on_if_ready(on, person.room)


def let_back(on: Deciding, person: Participant) -> None:
    back = on.change(person, removed_at=None, banned=False, removed_for=None, removed_words="")
    if back.is_counted:
        room = place_again(on, person)
        on.change(back, room=room.id, group=room.id if room.room_kind is RoomKind.GROUP else back.group)
        on.change(room, people=room.people + 1)


def place_again(on: Deciding, person: Participant) -> Room:
    """Their own; where it is taken, or others have parted into groups since, that of somebody who comes late."""
    room, are_open = on.find(Room, person.room), on.workshop.groups is Groups.OPEN
    if not room.is_full and not (are_open and room.room_kind is RoomKind.PLENARY):
        return room
    return (best_place(on, answers_of(on, person.id)) if are_open else None) or on.plenary
