"""A workshop with people in it, on a real database, ready for commands and readers."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Engine

from facilitation.founding import Found
from facilitation.people import Join
from facilitation.workshop import decode
from persistence.journal import Journal
from realtime.gateway import Answer, Gateway, Live
from realtime.messages import Accepted
from rooms.activities.board import Board, Note
from rooms.agenda import Room, Step
from rooms.chance import Chance
from rooms.command import Command
from rooms.deciding import SYSTEM, Actor
from rooms.ids import CommandId, ParticipantId, WorkshopId
from rooms.permissions import Role
from tests.realtime.reader import Reader

WORKSHOP = WorkshopId("w1")
START = 1_800_000_000_000
BOARD = {"kind": "board", "title": "Quoi ?", "columns": [{"id": "keep", "title": "Garder"}]}


class Hall:
    """`now` is moved by hand; ids come from a seed."""

    def __init__(self, engine: Engine, at: Callable[[str], None] = lambda point: None) -> None:
        self.now = START
        self.journal = Journal(engine)
        self.gateway = Gateway(self.journal, lambda: self.now, Chance(random.Random(1)), at)
        self.readers: list[Reader] = []
        self.live: Live

    async def found(self) -> Hall:
        self.journal.found(WORKSHOP, "e1", START)
        await self.by(SYSTEM, Found(workshop=WORKSHOP, title="T", plenary="Plénière", backstage="Coulisses"))
        self.live = await self.gateway.open(WORKSHOP)
        for person, role in (("ana", Role.PARTICIPANT), ("bo", Role.PARTICIPANT), ("fa", Role.FACILITATOR)):
            await self.join(person, role)
        await self.join("vi", Role.VIEWER)
        return self

    async def join(self, person: str, role: Role = Role.PARTICIPANT) -> None:
        await self.by(SYSTEM, Join(participant=ParticipantId(person), name=person.title(), role=role))

    async def by(self, actor: Actor, command: Command, id: str | None = None) -> Answer:
        self.now += 1_000
        answer = await self.gateway.do(WORKSHOP, actor, command, CommandId(id) if id else None)
        for reader in self.readers:
            reader.check()
        return answer

    async def ask(self, person: str, type: str, /, id: str | None = None, **fields: Any) -> Answer:
        return await self.by(Actor(ParticipantId(person)), decode({"type": type, **fields}), id)

    async def do(self, person: str, type: str, /, id: str | None = None, **fields: Any) -> int:
        """The seq of a command that is accepted."""
        answer = await self.ask(person, type, id, **fields)
        assert isinstance(answer, Accepted), answer
        return answer.seq

    def read(self, person: str, look: str | None = None) -> Reader:
        reader = Reader(self.live, person)
        reader.connection.look = look  # type: ignore[assignment]
        self.readers.append(reader.join())
        return reader

    async def board(self, **plan: Any) -> Board:
        """A board at work in plenary, and one in each group."""
        await self.do("fa", "step.add", title="Idées", plenary=BOARD | plan, groups=BOARD | plan)
        step = next(self.live.state.all(Step))
        await self.do("fa", "step.start", step=step.id, seen=None)
        return next(board for board in self.live.state.all(Board) if board.room == self.room("plenary").id)

    async def note(self, person: str, board: Board, text: str) -> Note:
        seq = await self.do(person, "note.write", activity=board.id, column="keep", text=text)
        return next(note for note in self.live.state.all(Note) if note.rev == seq)

    async def note_unchecked(self, person: str, board: Board, text: str) -> Answer:
        """One of many at the same time."""
        command = decode({"type": "note.write", "activity": board.id, "column": "keep", "text": text})
        return await self.gateway.do(WORKSHOP, Actor(ParticipantId(person)), command)

    def room(self, kind_or_name: str) -> Room:
        return next(room for room in self.live.state.all(Room) if kind_or_name in (room.room_kind, room.name))


@asynccontextmanager
async def hall(engine: Engine) -> AsyncIterator[Hall]:
    opened = await Hall(engine).found()
    yield opened
    await opened.gateway.close()
