"""Coming in, one's name, and the record of who was there when."""

from __future__ import annotations

from msgspec import field

from facilitation.doors import pass_door
from facilitation.drawing import best_place
from facilitation.identity import known, person_of
from facilitation.releasing import go_on_if_ready, share_duties
from facilitation.retention import promise
from rooms.agenda import Groups, Room, RoomKind
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.identity import Identity
from rooms.ids import OptionId, ParticipantId, QuestionId
from rooms.people import Attendance, Participant
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from rooms.registration import keep_answers
from rooms.retention import Data
from rooms.state import State
from rooms.text import Name, one_line

PEOPLE_MAX = 5_000


class Join(SystemCommand, frozen=True, tag="participant.join"):
    """Somebody has opened a link and said their name. Staff start backstage, late citizens where they fit in best.

    `answers` are to what is asked of who takes part. Whoever has shown who they are, in the way `known_by`, has
    the mark of that for their id. Raises Refused("answers_needed").
    """

    participant: ParticipantId
    name: Name
    role: Role = Role.PARTICIPANT
    answers: dict[QuestionId, OptionId] = field(default_factory=dict)
    known_by: Identity = Identity.NONE

    def decide(self, on: Deciding) -> None:
        if on.workshop.closed_at is not None and not self.role.is_staff:
            raise Refused("workshop_closed", at=on.workshop.closed_at)
        is_known = self.known_by is not Identity.NONE and person_of(on, self.participant) is not None
        if is_known or on.get(self.participant) is not None:
            raise Refused("already_joined")
        if on.count("kind", "participant") >= PEOPLE_MAX:
            raise Refused("workshop_full", most=PEOPLE_MAX)
        pass_door(on, self.participant, self.role)
        room = self._room(on)
        person = on.put(
            Participant(
                id=self.participant,
                name=one_line(self.name),
                role=self.role,
                room=room.id,
                group=room.id if room.room_kind is RoomKind.GROUP else None,
                joined_at=on.now,
            )
        )
        if self.known_by is not Identity.NONE:
            known(on, person, self.participant, self.known_by)
        if self.role is Role.PARTICIPANT:
            keep_answers(on, self.participant, self.answers)
            on.change(room, people=room.people + 1)
        if on.workshop.closed_at is not None:
            promise(on, Data.IDENTITY)

    def _room(self, on: Deciding) -> Room:
        if self.role.is_staff:
            return next(room for room in on.all(Room) if room.room_kind is RoomKind.BACKSTAGE)
        if self.role is Role.PARTICIPANT and on.workshop.groups is Groups.OPEN:
            return best_place(on, self.answers) or on.plenary
        return on.plenary


class Rename(Command, frozen=True, tag="person.rename"):
    """One's own name, or anybody's for a moderator."""

    person: ParticipantId
    name: Name

    def decide(self, on: Deciding) -> None:
        person = on.participant(self.person)
        on.require(Permission.WRITE if person.id == on.by.id else Permission.MODERATE)
        on.change(person, name=one_line(self.name))


class Arrive(SystemCommand, frozen=True, tag="attendance.start"):
    """The first connection of a person has opened."""

    participant: ParticipantId

    def decide(self, on: Deciding) -> None:
        person = on.participant(self.participant)
        if stay_of(on, person.id) is None:
            on.put(Attendance(id=on.chance.id(), participant=person.id, came_at=on.now))
            share_duties(on, person.room)
            if on.workshop.closed_at is not None:
                promise(on, Data.ATTENDANCE)


class Leave(SystemCommand, frozen=True, tag="attendance.end"):
    """The last connection of a person has been gone for a while; `at` is when it went (epoch ms)."""

    participant: ParticipantId
    at: int

    def decide(self, on: Deciding) -> None:
        stay = stay_of(on, self.participant)
        if stay is not None and stay.came_at <= self.at:
            on.change(stay, left_at=self.at)
            room = on.participant(self.participant).room
            share_duties(on, room)
            go_on_if_ready(on, room)


def stay_of(state: State, person: ParticipantId) -> Attendance | None:
    """The stay that has not ended."""
    return next((stay for stay in state.under(person, Attendance) if stay.left_at is None), None)
