"""People of every role, who do one thing after another, as they can with what their page shows them."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from rooms.activities.board import Board, Note
from rooms.activities.poll import Poll, Roll
from rooms.agenda import Room, RoomKind
from rooms.floor import Hand
from rooms.ids import RoomId
from rooms.people import Participant
from rooms.state import State
from tests.chaos.ledger import Entry, Ledger
from tests.chaos.phone import Phone
from tests.chaos.sheet import Sheet

AGAIN = 0.25
"""So many of all commands are given again, through another connection and later than others."""
ERASED = 0.2
PAUSE_S = 0.08
FIELDS = ("agreed", "proposals")
OPTIONS = ["Oui", "Non"]
MOVER = "Mo"
"""Whom staff send from room to room."""
Wish = dict[str, Any]
T = TypeVar("T")


class Person:
    """Somebody with two tabs, each of them in whichever process; all of it comes from the seed and the name."""

    def __init__(self, name: str, phones: Sequence[Phone], ledger: Ledger, seed: int) -> None:
        self.name = name
        self.phones = phones
        self.ledger = ledger
        self.dice = random.Random(f"{seed} {name}")
        self.marks = 0
        self.given: list[tuple[Wish, Entry]] = []

    @property
    def phone(self) -> Phone:
        return self.phones[0]

    @property
    def state(self) -> State:
        return self.phone.store.state

    @property
    def room(self) -> RoomId:
        assert self.phone.store.you is not None
        return self.phone.store.you.room

    def mark(self) -> str:
        self.marks += 1
        return f"{self.name}-{self.marks}."

    async def live(self, until: Callable[[], bool]) -> None:
        await self.phone.is_here.wait()
        while not until():
            await self.give(**self.dice.choice(list(self.wishes())))
            await asyncio.sleep(self.dice.uniform(0, 2 * PAUSE_S))

    async def give(self, type: str, **fields: Any) -> None:
        wish, entry = self.phone.wish(type, mark_in(fields), **fields)
        if self.dice.random() < AGAIN:
            # Both at once, as when a tab is doubled with what waits in it.
            await asyncio.gather(*(phone.send(wish, entry) for phone in self.phones))
        else:
            await self.phone.send(wish, entry)
        if entry.seqs:
            self.given.append((wish, entry))
        if self.given and self.dice.random() < AGAIN:
            await self.phones[-1].send(*self.dice.choice(self.given))

    def wishes(self) -> Iterator[Wish]:
        """What one might do now."""
        return iter(())

    def one(self, found: Iterable[T]) -> T | None:
        """Any of these, if there are any."""
        all_found = list(found)
        return self.dice.choice(all_found) if all_found else None


class Watcher(Person):
    """Asks for nothing."""

    async def live(self, until: Callable[[], bool]) -> None:
        pass


class Citizen(Person):
    def wishes(self) -> Iterator[Wish]:
        me, state = self.phone.person, self.state
        yield {"type": "message.send", "text": self.mark()}
        is_up = any(hand.participant == me for hand in state.all(Hand))
        yield {"type": "hand.lower" if is_up else "hand.raise"}
        if board := self.one(one for one in state.all(Board) if one.room == self.room):
            write = {"type": "note.write", "activity": board.id, "column": "keep", "text": self.mark()}
            yield from (write, write)
        if note := self.one(note for note in state.all(Note) if self.phone.store.own.get(note.id) is not None):
            yield {"type": "note.edit", "note": note.id, "text": self.mark()}
            if self.dice.random() < ERASED:
                yield {"type": "note.drop", "note": note.id}
        if note := self.one(state.all(Note)):
            yield {"type": "note.move", "note": note.id, "column": self.dice.choice(("keep", "leave"))}
            yield {"type": "comment.write", "note": note.id, "text": self.mark()}
            yield {"type": "dot.place", "note": note.id, "count": self.dice.randint(0, 1)}
            if onto := self.one(other for other in state.all(Note) if other.id != note.id):
                yield {"type": "note.stack", "note": note.id, "onto": onto.id}
        voted = {roll.poll for roll in state.all(Roll)}
        if poll := self.one(poll for poll in state.all(Poll) if poll.room == self.room and poll.id not in voted):
            yield {"type": "ballot.cast", "poll": poll.id, "choices": [self.dice.choice(poll.options).id]}


class Scribe(Person):
    """Writes in the conclusion of their room, in the midst of what others write, and speaks up now and then."""

    def __init__(self, *rest: Any) -> None:
        super().__init__(*rest)
        self.sheets = [Sheet(phone) for phone in self.phones]
        self.words: dict[str, str] = {}
        """What one has written, and the field it is in."""

    async def live(self, until: Callable[[], bool]) -> None:
        await self.phone.is_here.wait()
        while not until():
            sheet = self.dice.choice(self.sheets)
            await (self.erase(sheet) if self.words and self.dice.random() < ERASED else self.write(sheet))
            self.ledger.count("written")
            if self.dice.random() < AGAIN:
                await self.give("message.send", text=self.mark())
            await asyncio.sleep(self.dice.uniform(0, 2 * PAUSE_S))

    async def write(self, sheet: Sheet) -> None:
        field, mark = self.dice.choice(FIELDS), self.mark()
        # Between the words of others, never within one: each has to be found again.
        ends = [0, *(at + 1 for at, letter in enumerate(sheet.text(field)) if letter == ".")]
        await sheet.insert(field, mark, self.dice.choice(ends))
        self.words[mark] = field
        self.ledger.words[mark] = sheet.conclusion

    async def erase(self, sheet: Sheet) -> None:
        mark = self.dice.choice(list(self.words))
        if await sheet.erase(self.words.pop(mark), mark):
            del self.ledger.words[mark]
            self.ledger.erased.add(mark)


class Staff(Person):
    """Looks at a group, leads, keeps order and moves people about."""

    def wishes(self) -> Iterator[Wish]:
        state = self.state
        yield {"type": "message.send", "reach": "all", "text": self.mark()}
        if group := self.one(one for one in state.all(Room) if one.room_kind is RoomKind.GROUP):
            yield {"type": "room.edit", "room": group.id, "name": group.name, "theme": self.mark()}
        if board := self.one(state.all(Board)):
            yield {"type": "board.reveal", "activity": board.id, "revealed": self.dice.random() < 1 - ERASED}
            yield {"type": "board.vote", "activity": board.id, "voting": self.dice.choice(("open", "closed"))}
            yield {"type": "poll.add", "activity": board.id, "question": {"text": self.mark(), "options": OPTIONS}}
        if mover := self.one(one for one in state.all(Participant) if one.name.startswith(MOVER)):
            move = {"type": "person.move", "person": mover.id, "room": self.dice.choice(self.rooms)}
            yield from (move, move)
            yield {"type": "person.rename", "person": mover.id, "name": MOVER + self.mark()}
        if note := self.one(state.all(Note)):
            yield {"type": "text.hide", "about": note.id, "reason": "off_topic"}
            yield {"type": "text.show", "about": note.id}

    @property
    def rooms(self) -> list[RoomId]:
        return [room.id for room in self.state.all(Room) if room.room_kind is not RoomKind.BACKSTAGE]


def mark_in(fields: Wish) -> str | None:
    """The text of a command that nothing else has."""
    for text in (fields.get("text"), fields.get("theme"), fields.get("question", {}).get("text")):
        if text is not None:
            return str(text)
    return None
