"""A workshop round a table: people give commands one after the other, at a clock moved by hand, under the law."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from facilitation.founding import Found
from facilitation.people import Join
from facilitation.workshop import decide, decode, decode_due
from rooms.activities.conclusion import OpenDocument, WriteDocument
from rooms.activities.poll import SealedBallot
from rooms.agenda import Room, RoomKind, Workshop
from rooms.audience import Audience, audience_of
from rooms.chance import Chance
from rooms.command import Command, SystemCommand
from rooms.deciding import SYSTEM, Actor
from rooms.entity import Changes, Due, Entity
from rooms.ids import ParticipantId, RoomId, WorkshopId
from rooms.people import Participant
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.state import State
from tests.law import Law

E = TypeVar("E", bound=Entity)
BEGAN_AT = 1_780_000_000_000
MINUTE = 60_000
Wish = Command | dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the table; whatever else is true of them is asked of the table."""

    id: ParticipantId
    role: Role

    @property
    def actor(self) -> Actor:
        return Actor(self.id)


class Table:
    """Every command given here, accepted or refused, is held to the law of the house. Faster, it is a rehearsal."""

    def __init__(self, seed: int = 1, all_moves: bool = True, pace: int = 1) -> None:
        self.seed = seed
        self.state = State()
        self.now = BEGAN_AT
        self.given = 0
        self.dues: dict[str, Due] = {}
        self.boxes: defaultdict[str, list[SealedBallot]] = defaultdict(list)
        self.law = Law(self.state, all_moves)
        self.do(
            None,
            Found(
                workshop=WorkshopId("w"),
                title="Atelier",
                plenary="Plénière",
                backstage="Coulisses",
                rehearsal=pace > 1,
                pace=pace,
            ),
        )

    # -- commands -------------------------------------------------------------------------------------------------

    def give(self, by: Person | None, wish: Wish) -> Changes | Refused:
        """A command by a person, or by the system; decided twice, to see that it comes to the same."""
        actor = by.actor if by else SYSTEM
        self.given += 1
        before = list(self.state)
        first, second = (self._decide(wish, actor) for _ in range(2))
        self.law.assert_pure(before, (first, second))
        if isinstance(first, Changes):
            self._accept(first)
        return first

    def _decide(self, wish: Wish, by: Actor) -> Changes | Refused:
        chance = Chance(random.Random(f"{self.seed}/{self.given}"))
        try:
            command = decoded(wish, by)
        except Refused as refused:
            return refused
        return decide(self.state, command, by, self.now, chance, self.boxes)

    def _accept(self, changes: Changes) -> None:
        if changes:
            self.law.apply(changes)
        self.dues |= {aside.id: aside for aside in changes.aside if isinstance(aside, Due)}
        for aside in changes.aside:
            if isinstance(aside, SealedBallot):
                self.boxes[aside.poll].append(aside)

    def do(self, by: Person | None, wish: Wish) -> Changes:
        """A command that must be accepted."""
        answer = self.give(by, wish)
        assert not isinstance(answer, Refused), (answer.code, answer.details)
        return answer

    def refused(self, by: Person | None, wish: Wish) -> Refused:
        """A command that must be refused."""
        answer = self.give(by, wish)
        assert isinstance(answer, Refused), answer
        return answer

    def code(self, by: Person | None, wish: Wish) -> str:
        return self.refused(by, wish).code

    def wait(self, ms: int) -> None:
        """Let time pass; the system gives the commands that fall due."""
        until = self.now + ms
        while ready := [due for due in self.dues.values() if due.at <= until]:
            due = min(ready, key=lambda due: due.at)
            del self.dues[due.id]
            self.now = max(self.now, due.at)
            self.give(None, decode_due(due.command))
        self.now = until

    # -- people ---------------------------------------------------------------------------------------------------

    def join(self, name: str, role: Role = Role.PARTICIPANT) -> Person:
        id = ParticipantId(f"p{self.given:03}-{name.lower()}")
        self.do(None, Join(participant=id, name=name, role=role))
        return Person(id, role)

    def look(self, person: Person, room: RoomId | None) -> None:
        """Staff turn to a room."""
        self.law.walk(person.id, room)
        self.law.prove()

    def record(self, person: Person) -> Participant:
        return self.state.find(Participant, person.id)

    def audience(self, person: Person) -> Audience:
        return self.law.walks[person.id].at

    def seat(self, role: Role, room: RoomId) -> Audience:
        return audience_of(role, room)

    # -- what is there --------------------------------------------------------------------------------------------

    @property
    def workshop(self) -> Workshop:
        return self.state.find(Workshop, "w")

    @property
    def plenary(self) -> RoomId:
        return self._room(RoomKind.PLENARY)

    @property
    def backstage(self) -> RoomId:
        return self._room(RoomKind.BACKSTAGE)

    def _room(self, kind: RoomKind) -> RoomId:
        return next(room.id for room in self.state.all(Room) if room.room_kind is kind)

    def again(self, entity: E) -> E:
        """The entity as it is now."""
        return self.state.find(type(entity), entity.id)

    def made(self, kind: type[E], by: Person | None, wish: Wish) -> E:
        """Do it, and take the one new entity of this kind."""
        new = [entity for entity in self.do(by, wish).put if isinstance(entity, kind)]
        assert len(new) == 1, new
        return new[0]

    def sees(self, person: Person, entity: Entity) -> dict[str, Any] | None:
        """The record as it stands on a person's page, without what is theirs alone."""
        return shown(self.law.walks[person.id].page.get(entity.id))

    def owns(self, person: Person, entity: Entity) -> dict[str, Any] | None:
        """The record as the person alone has it."""
        return shown(self.law.walks[person.id].own.get(entity.id))

    def audience_sees(self, audience: Audience, entity: Entity) -> dict[str, Any] | None:
        now = self.state.get(entity.id)
        seen = now.seen_by(audience, self.state) if now is not None else None
        return msgspec.to_builtins(seen) if seen is not None else None


def shown(body: bytes | None) -> dict[str, Any] | None:
    return msgspec.json.decode(body) if body is not None else None


def decoded(wish: Wish, by: Actor) -> Command:
    """Take a command the way it comes: a browser's over the wire, what the server gives as it is."""
    if isinstance(wish, SystemCommand | OpenDocument | WriteDocument) or (isinstance(wish, Command) and by.id is None):
        return wish
    return decode(msgspec.json.decode(msgspec.json.encode(wish)))
