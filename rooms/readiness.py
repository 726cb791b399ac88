"""Who is done with a step, and who reads out, keeps the time and takes notes in a room that goes at its own pace."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec import field

from rooms.agenda import Room, RoomKind
from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.people import Attendance, Participant
from rooms.state import State


class Ready(Entity, frozen=True, kw_only=True, tag="ready"):
    """A person is done with the step their room is in; gone when the room goes on or they leave it."""

    room: RoomId
    step: StepId
    participant: ParticipantId | None

    def whose(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Staff know who. A group knows how many: nobody is pressed by name. In plenary it would be a crowd's noise."""
        if audience.is_staff:
            return self
        room = state.maybe(Room, self.room)
        if not audience.is_in(self.room) or room is None or room.room_kind is not RoomKind.GROUP:
            return None
        return msgspec.structs.replace(self, participant=None)


class Duty(StrEnum):
    READER = "reader"  # reads out the task
    TIMEKEEPER = "timekeeper"  # says how much time is left
    SCRIBE = "scribe"  # takes down what is agreed


class Duties(Entity, frozen=True, kw_only=True, tag="duties"):
    """Who does what in a released room, drawn by lot for each of its steps."""

    room: RoomId
    held: dict[Duty, ParticipantId] = field(default_factory=dict)

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff or (audience.is_in(self.room) and audience.seat != "viewer") else None


def duties_id(room: RoomId) -> str:
    return f"duties-{room}"


def ready_of(state: State, person: ParticipantId) -> Ready | None:
    return next((mine for mine in state.owned_by(person) if isinstance(mine, Ready)), None)


def ready_in(state: State, room: RoomId) -> list[Ready]:
    return [entity for entity in state.in_room(room) if isinstance(entity, Ready)]


def present_in(state: State, room: RoomId) -> list[ParticipantId]:
    """The participants seated in it who are there, as the record of attendance has it."""
    people = (entity for entity in state.in_room(room) if isinstance(entity, Participant) and entity.is_counted)
    return [person.id for person in people if is_there(state, person.id)]


def is_there(state: State, person: ParticipantId) -> bool:
    return any(stay.left_at is None for stay in state.under(person, Attendance))


def shared(held: dict[Duty, ParticipantId], people: Sequence[ParticipantId]) -> dict[Duty, ParticipantId]:
    """A person for each duty, those of `held` who are among `people` first; nobody has two while another has none."""
    kept: dict[Duty, ParticipantId] = {}
    for duty, person in held.items():
        if person in people and person not in kept.values():
            kept[duty] = person
    free = [person for person in people if person not in kept.values()] + list(people)
    missing = (duty for duty in Duty if duty not in kept)
    return kept | dict(zip(missing, free + free, strict=False)) if people else {}
