"""The hall: 500 people, 2 000 notes, 10 000 dots, 30 groups, made by the commands that people would give."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bench.texts import name, sentence
from facilitation.people import Join
from facilitation.workshop import decode
from persistence import migrate
from persistence.secret import secret
from realtime.connection import Session
from realtime.gateway import Live
from rooms.activities.board import Board, Note
from rooms.agenda import Step
from rooms.deciding import SYSTEM, Actor
from rooms.ids import ParticipantId, WorkshopId
from rooms.people import Participant
from rooms.permissions import Role
from web.app import open_house
from web.doors import accepted
from web.house import House
from web.opening import links_for_all, open_workshop
from web.settings import Settings
from web.tokens import Tokens

ID = WorkshopId("hall")
PEOPLE, NOTES, DOTS, ROOMS = 500, 2_000, 10_000, 30
DOTS_EACH = DOTS // PEOPLE
AT_ONCE = 500
PLAN = {
    "kind": "board",
    "title": "Que proposez-vous ?",
    "columns": [{"id": "keep", "title": "Garder"}, {"id": "change", "title": "Changer"}],
    "hidden": False,
    "dots": DOTS_EACH,
}

Wish = tuple[Actor, dict[str, Any]]


class Hall:
    """A house with the hall in it. `people` are its citizens, `steering` a facilitator."""

    def __init__(self, data: Path, seats: int = PEOPLE, database: str | None = None) -> None:
        data.mkdir(exist_ok=True)
        database = database or f"sqlite:///{data / 'palabre.sqlite3'}"
        settings = Settings(data=data, database=database, url="http://localhost")
        migrate(settings.database)
        self.seats = seats
        self.house: House = open_house(settings)
        self.tokens = Tokens(secret(self.house.engine))
        self.links: dict[Role, str] = {}
        self.live: Live
        self.people: list[ParticipantId] = []
        self.steering: ParticipantId

    def session(self, person: ParticipantId) -> str:
        role = self.live.state.find(Participant, person).role
        return self.tokens.session(Session(ID, person, self.links[role], sid=person, issued_at=self.house.now()))

    async def build(self, in_groups: bool = False, is_bare: bool = False) -> None:
        """With everybody in plenary around one board, or each group with a board of its own; `is_bare` of notes."""
        dice = random.Random(1)
        await open_workshop(self.house, ID, "La salle", "fr", "Europe/Paris")
        self.live = await self.house.gateway.open(ID)
        links = await asyncio.to_thread(links_for_all, self.house, ID)
        self.links = {role: link.id for role, link in links.items()}
        await self._furnish()
        await self._seat(dice, in_groups)
        if is_bare:
            return
        await self.give(self._notes(dice))
        boards = [board.id for board in self.live.state.all(Board)]
        await self.give((SYSTEM, {"type": "board.vote", "activity": board, "voting": "open"}) for board in boards)
        await self.give(self._dots(dice))

    async def give(self, wishes: Iterator[Wish] | Sequence[Wish]) -> None:
        rest = iter(wishes)
        while some := list(islice(rest, AT_ONCE)):
            gateway = self.house.gateway
            answers = await asyncio.gather(*(gateway.do(ID, by, decode(wish)) for by, wish in some))
            for answer in answers:
                accepted(answer)

    async def _furnish(self) -> None:
        await self.give([(SYSTEM, {"type": "room.add", "name": f"Groupe {number}"}) for number in range(ROOMS)])
        await self.give([(SYSTEM, {"type": "step.add", "title": "Idées", "plenary": PLAN, "groups": PLAN})])
        (step,) = self.live.state.all(Step)
        await self.give([(SYSTEM, {"type": "step.start", "step": step.id, "seen": None})])

    async def _seat(self, dice: random.Random, in_groups: bool) -> None:
        gateway = self.house.gateway
        for number in range(self.seats + 1):
            role = Role.PARTICIPANT if number < self.seats else Role.FACILITATOR
            person = ParticipantId(self.tokens.derived_id("participant", str(number)))
            self.people.append(person)
            # Not from a message: only the server lets people in.
            accepted(await gateway.do(ID, SYSTEM, Join(participant=person, name=name(dice), role=role)))
        self.steering = self.people.pop()
        if in_groups:
            await self.give([(SYSTEM, {"type": "groups.open"})])

    def board_of(self, person: ParticipantId) -> Board:
        room = self.live.state.find(Participant, person).room
        return next(board for board in self.live.state.all(Board) if board.room == room)

    def _notes(self, dice: random.Random) -> Iterator[Wish]:
        for number in range(NOTES):
            yield self.note(self.people[number % len(self.people)], sentence(dice), dice)

    def note(self, person: ParticipantId, text: str, dice: random.Random) -> Wish:
        board = self.board_of(person)
        column = dice.choice(board.plan.columns).id
        return Actor(person), {"type": "note.write", "activity": board.id, "column": column, "text": text}

    def _dots(self, dice: random.Random) -> Iterator[Wish]:
        for person in self.people:
            notes = [note.id for note in self.live.state.under(self.board_of(person).id, Note)]
            for note in dice.sample(notes, DOTS_EACH):
                yield Actor(person), {"type": "dot.place", "note": note, "count": 1}
