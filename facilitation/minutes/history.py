"""What the journal tells: when each step ran, who was in which room meanwhile, who sat in which group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rooms.agenda import Room, Workshop
from rooms.entity import Entity
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.people import Attendance, Participant
from rooms.permissions import Role

People = set[ParticipantId]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the journal. `at` is in epoch ms; `actor` is None for the system and for anonymous writing."""

    seq: int
    at: int
    actor: ParticipantId | None
    command: str
    put: tuple[Entity, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(slots=True)
class Run:
    """A stretch of time during which a step ran. A step one comes back to has several.

    `room` is set where one room was in it alone, at its own pace.
    """

    step: StepId
    began_at: int
    ended_at: int | None = None
    room: RoomId | None = None
    present: dict[RoomId, People] = field(default_factory=dict)


@dataclass(slots=True)
class History:
    runs: list[Run] = field(default_factory=list)
    """Of plenary, and of the rooms that were with it."""
    apart: list[Run] = field(default_factory=list)
    """Of released rooms."""
    roles: dict[ParticipantId, Role] = field(default_factory=dict)
    came: People = field(default_factory=set)
    """Those who were there at all."""
    seated: dict[RoomId, People] = field(default_factory=dict)
    """Those who had a seat in a room at any time, there or not."""

    def of(self, step: StepId) -> list[Run]:
        """Plenary's first."""
        return [run for run in (*self.runs, *self.apart) if run.step == step]

    def citizens(self, people: Iterable[ParticipantId]) -> People:
        return {person for person in people if self.roles.get(person) is Role.PARTICIPANT}


def tell(changes: Iterable[Change]) -> History:
    teller = _Teller()
    for change in changes:
        teller.hear(change)
    return teller.history


class _Teller:
    """Walks along the journal and remembers who is where."""

    def __init__(self) -> None:
        self.history = History()
        self._seats: dict[ParticipantId, RoomId] = {}
        self._stays: dict[str, ParticipantId] = {}
        self._run: Run | None = None
        self._apart: dict[RoomId, Run] = {}
        """The runs of rooms that are released."""

    def hear(self, change: Change) -> None:
        moved = {person for entity in change.put if (person := self._moved(entity)) is not None}
        for entity in change.put:
            if isinstance(entity, Workshop):
                self._turn(entity, change.at)
            if isinstance(entity, Room):
                self._part(entity, change.at)
        for person in moved & set(self._stays.values()):
            self._note(person)
        # Whoever writes is there, even when their connection was counted as gone.
        if change.actor is not None and change.actor in self._seats:
            self._note(change.actor)

    def _moved(self, entity: Entity) -> ParticipantId | None:
        match entity:
            case Participant():
                self.history.roles[entity.id] = entity.role
                self._seats[entity.id] = entity.room
                if entity.role is Role.PARTICIPANT:
                    self.history.seated.setdefault(entity.room, set()).add(entity.id)
                return entity.id
            case Attendance(left_at=None):
                self._stays[entity.id] = entity.participant
                return entity.participant
            case Attendance():
                self._stays.pop(entity.id, None)
        return None

    def _turn(self, workshop: Workshop, at: int) -> None:
        """Begin a run when the workshop has moved to another step, end it when the workshop is closed."""
        step = None if workshop.closed_at is not None else workshop.step
        if self._run is not None and self._run.step != step:
            self._run.ended_at = at
            self._run = None
        if self._run is None and step is not None:
            self._run = Run(step, at)
            self.history.runs.append(self._run)
            for person in set(self._stays.values()):
                self._note(person)

    def _part(self, room: Room, at: int) -> None:
        """Begin a run of its own when a released room comes to a step, end it when it leaves it."""
        run = self._apart.get(room.id)
        if run is not None and run.step != room.step:
            run.ended_at = at
            del self._apart[room.id]
        if room.step is not None and room.id not in self._apart:
            self._apart[room.id] = run = Run(room.step, at, room=room.id)
            self.history.apart.append(run)
        for person in set(self._stays.values()):
            if self._seats.get(person) == room.id:
                self._note(person)

    def _note(self, person: ParticipantId) -> None:
        self.history.came.add(person)
        room = self._seats.get(person)
        run = self._apart.get(room, self._run) if room is not None else None
        if room is not None and run is not None:
            run.present.setdefault(room, set()).add(person)
