"""What a rule may look at and do while one command is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from rooms.activities.poll import SealedBallot
from rooms.activity import Activity
from rooms.agenda import Room, RoomKind, Step, Workshop, step_of
from rooms.anonymity import Pseudonyms, pseudonym, pseudonyms_id
from rooms.chance import Chance
from rooms.entity import Aside, Changes, Entity, Forget
from rooms.ids import AuthorId, ParticipantId, StepId
from rooms.people import Participant
from rooms.permissions import ALLOWED, Permission
from rooms.refusal import Refused
from rooms.state import Overlay, State

A = TypeVar("A", bound=Activity)
E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who gives a command: a participant, or the system when `id` is None."""

    id: ParticipantId | None = None


SYSTEM = Actor()


class Deciding(Overlay):
    """The state with this command's own changes laid over it; `now` is in epoch milliseconds.

    Nothing is done to the state beneath: `changes()` says what the command asks for. `sealed` holds the sealed ballots,
    by poll, that the command said it reads.
    """

    def __init__(
        self, state: State, by: Actor, now: int, chance: Chance, sealed: Mapping[str, Sequence[SealedBallot]]
    ) -> None:
        super().__init__(state)
        self.by = by
        self.now = now
        self.chance = chance
        self.sealed = sealed
        self.asides: list[Aside] = []
        self.anonymous = False
        self.head = state.head + 1
        self._workshop: str | None = None

    # -- who ------------------------------------------------------------------------------------------------------

    @property
    def person(self) -> Participant:
        """Raises Refused: "not_allowed" for the system and for whoever was erased, "removed" or "banned" for whoever
        was put out: what only a person can do."""
        if self.by.id is None:
            raise Refused("not_allowed")
        person = self.find(Participant, self.by.id)
        if person.erased_at is not None:
            raise Refused("not_allowed")
        person.require_in()
        return person

    def may(self, permission: Permission) -> bool:
        return self.by.id is None or permission in ALLOWED[self.person.role]

    def require(self, permission: Permission) -> None:
        """Raises Refused("not_allowed", permission=…), or "workshop_closed" when all is over but the exports."""
        if not self.may(permission):
            raise Refused("not_allowed", permission=permission.value)
        if self.workshop.closed_at is not None and self.by.id is not None and permission is not Permission.ORGANIZE:
            raise Refused("workshop_closed", at=self.workshop.closed_at)

    def author(self, activity: Activity, anonymous: bool) -> AuthorId:
        """Under which name the person writes here. In an anonymous activity the journal forgets the actor too."""
        if not anonymous:
            return AuthorId(self.person.id)
        self.anonymous = True
        keys = self.maybe(Pseudonyms, pseudonyms_id(activity.id))
        if keys is None:
            keys = self.put(Pseudonyms(id=pseudonyms_id(activity.id), activity=activity.id, key=self.chance.key()))
        return pseudonym(keys.key, self.person.id)

    def signs_as(self, activity: Activity, anonymous: bool) -> AuthorId | None:
        """The person's name here, or None where they have not written yet."""
        if not anonymous:
            return AuthorId(self.person.id)
        keys = self.maybe(Pseudonyms, pseudonyms_id(activity.id))
        return pseudonym(keys.key, self.person.id) if keys and keys.key else None

    # -- where ----------------------------------------------------------------------------------------------------

    @property
    def workshop(self) -> Workshop:
        """Looked for once: every rule asks."""
        if self._workshop is None:
            self._workshop = next((workshop.id for workshop in self.all(Workshop)), None)
        return self.find(Workshop, self._workshop)

    @property
    def plenary(self) -> Room:
        return next(room for room in self.all(Room) if room.room_kind is RoomKind.PLENARY)

    @property
    def backstage(self) -> Room:
        return next(room for room in self.all(Room) if room.room_kind is RoomKind.BACKSTAGE)

    def rooms(self) -> list[Room]:
        """In their order, as the steps."""
        return sorted(self.all(Room), key=lambda room: (room.order, room.id))

    def steps(self) -> list[Step]:
        return sorted(self.all(Step), key=lambda step: (step.order, step.id))

    def room(self, id: str | None) -> Room:
        return self.find(Room, id)

    def participant(self, id: str | None) -> Participant:
        return self.find(Participant, id)

    def step_of(self, room: str | None) -> StepId | None:
        """The step a room is in: its own while it is released, else plenary's."""
        return step_of(self, room)

    def time_in(self, activity: Activity) -> int:
        """By the clock of its step, which stands still while that is paused; a released room's goes on."""
        paused_at = self.find(Step, activity.step).paused_at
        return self.now if self.room(activity.room).is_released else paused_at or self.now

    def at_work(self, kind: type[A], id: str) -> A:
        """The activity, for someone who is there while its step runs there.

        Raises Refused: "unknown" (also for another room's, whose existence is not told), "step_closed".
        """
        activity = self.find(kind, id)
        self.require_presence(activity)
        if self.step_of(activity.room) != activity.step:
            raise Refused("step_closed", step=activity.step)
        return activity

    def find_activity(self, id: str | None) -> Activity:
        return self.find(Activity, id)

    def require_presence(self, thing: Entity) -> None:
        """Raises Refused("unknown") for what lies in a room the person is not in; staff reach every room."""
        if not self.may(Permission.STEER) and self.person.room != thing.place:
            raise Refused("unknown", kind=thing.kind)

    # -- what -----------------------------------------------------------------------------------------------------

    def put(self, entity: E) -> E:  # type: ignore[override]
        fresh = msgspec.structs.replace(entity, rev=self.head)
        super().put(fresh)
        return fresh

    def change(self, entity: E, **fields: Any) -> E:
        """The entity with these fields; no change at all when it has them already."""
        if all(getattr(entity, name) == value for name, value in fields.items()):
            return entity
        return self.put(msgspec.structs.replace(entity, **fields))

    def aside(self, aside: Aside) -> None:
        self.asides.append(aside)

    def forget(self, **what: Any) -> None:
        self.aside(Forget(epoch=self.chance.id(), **what))

    def changes(self) -> Changes:
        return Changes(list(self.entities.values()), sorted(self.dropped), self.asides, self.anonymous)
