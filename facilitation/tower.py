"""What staff see of all rooms at once: figures of each, carried on from what changes and not counted anew."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from rooms.activities.adoption import Standing
from rooms.activities.board import Note
from rooms.activities.comments import Comment
from rooms.activities.conclusion import Conclusion, conclusion_id
from rooms.activities.discussion import Message
from rooms.activities.dots import Dot
from rooms.activity import Activity
from rooms.agenda import Room, RoomKind, Workshop, step_of
from rooms.entity import Entity
from rooms.ids import ActivityId, ParticipantId, RoomId, StepId
from rooms.people import Attendance, Participant
from rooms.readiness import Ready
from rooms.speech import Speech
from rooms.state import State

MINUTE_MS = 60_000


LOST_MS = 5 * MINUTE_MS
"""Who went longer ago is not expected back at any moment."""


class RoomFigures(Struct, frozen=True, kw_only=True):
    """Of `people` seated there `here` are connected, and `lost` went a moment ago; `weak` are here and badly reached.

    Since the step began `silent` of those here have neither spoken nor written; somebody last did at `sign_at`. `pace`
    are the notes of the last minute, `ready` are done with the step. `help` people wait for help, the first since
    `help_since`.
    """

    room: RoomId
    step: StepId | None
    people: int
    here: int
    lost: int
    weak: int
    silent: int
    notes: int
    pace: int
    ready: int
    help: int
    help_since: int | None
    sign_at: int | None
    conclusion: Standing | None
    length: int


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of people beside the state: who is connected, who is badly reached, where somebody speaks."""

    here: Container[ParticipantId] = frozenset()
    weak: Container[ParticipantId] = frozenset()
    speaking: Container[RoomId] = frozenset()


@dataclass(slots=True)
class Account:
    """One room in the step it is in. `authors` have spoken or written there, as people or as pseudonyms."""

    room: RoomId
    step: StepId | None
    activity: ActivityId | None
    people: set[ParticipantId] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)
    written: deque[int] = field(default_factory=deque)
    """When, of notes of the last minute."""
    ready: set[str] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)
    sign_at: int | None = None

    def take(self, entity: Entity) -> None:
        """Count it, where it is of this step and was not counted before."""
        match entity:
            case Note(activity=self.activity) if entity.id not in self.notes:
                self.notes.add(entity.id)
                self.written.append(entity.at)
                self._hear(entity.author, entity.at)
            case Comment(activity=self.activity) | Message(step=self.step, author_is_staff=False):
                self._hear(entity.author, entity.at)
            case Speech(step=self.step):
                self.authors.add(entity.participant)
            case Ready(step=self.step):
                self.ready.add(entity.id)
            case Participant() if entity.is_counted:
                self.people.add(entity.id)

    def _hear(self, author: str | None, at: int) -> None:
        if author is not None:
            self.authors.add(author)
        self.stir(at)

    def stir(self, at: int) -> None:
        self.sign_at = max(at, self.sign_at or 0)

    def pace(self, now: int) -> int:
        while self.written and self.written[0] <= now - MINUTE_MS:
            self.written.popleft()
        return len(self.written)


class Tower:
    """`changed` is told which entities are others since; a whole other state needs another tower."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._accounts: dict[RoomId, Account] = {}
        self._seats: dict[ParticipantId, RoomId] = {}
        self._asked: dict[str, Message] = {}
        self._order: list[RoomId] = []
        self._arrange()
        for message in state.all(Message):
            self._ask(message)

    # -- following ------------------------------------------------------------------------------------------------

    def changed(self, ids: Iterable[str], now: int) -> None:
        """After these changes, which the state has already."""
        is_other = False
        for id in ids:
            entity = self.state.get(id)
            match entity:
                case None:
                    is_other |= self._gone(id)
                case Workshop() | Room() | Activity():
                    is_other |= self._is_other(entity)
                case Participant():
                    self._seat(entity)
                case Message():
                    self._ask(entity)
            if entity is not None and (account := self._accounts.get(RoomId(entity.place or ""))) is not None:
                account.take(entity)
                if isinstance(entity, Note | Dot | Speech | Conclusion):
                    account.stir(now)
        if is_other:
            self._arrange()

    def _gone(self, id: str) -> bool:
        self._asked.pop(id, None)
        if (room := self._seats.pop(ParticipantId(id), None)) is not None:
            self._accounts[room].people.discard(ParticipantId(id))
        for account in self._accounts.values():
            account.notes.discard(id)
            account.ready.discard(id)
        return id in self._accounts or any(account.activity == id for account in self._accounts.values())

    def _is_other(self, entity: Workshop | Room | Activity) -> bool:
        """Whether a room is in another step or works on another thing. Rooms change at every arrival too."""
        match entity:
            case Workshop():
                return any(not self._stands(account) for account in self._accounts.values())
            case Room():
                account = self._accounts.get(entity.id)
                return entity.room_kind is not RoomKind.BACKSTAGE and (account is None or not self._stands(account))
        account = self._accounts.get(entity.room)
        return account is not None and account.step == entity.step and account.activity != entity.id

    def _stands(self, account: Account) -> bool:
        step = step_of(self.state, account.room)
        return account.step == step and account.activity == self._cell(account.room, step)

    def _seat(self, person: Participant) -> None:
        before = self._seats.pop(person.id, None)
        if before is not None:
            self._accounts[before].people.discard(person.id)
        if person.is_counted and person.room in self._accounts:
            self._seats[person.id] = person.room

    def _ask(self, message: Message) -> None:
        if message.waits:
            self._asked[message.id] = message
        else:
            self._asked.pop(message.id, None)

    # -- from what is there ---------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """The rooms in their order; those in the step they were in keep their account."""
        rooms = [room for room in self.state.all(Room) if room.room_kind is not RoomKind.BACKSTAGE]
        self._order = [room.id for room in sorted(rooms, key=lambda room: (room.order, room.id))]
        kept = {id: account for id in self._order if (account := self._accounts.get(id)) and self._stands(account)}
        self._accounts = {id: kept.get(id) or self._open(id) for id in self._order}
        self._seats = {person: id for id, account in self._accounts.items() for person in account.people}

    def _open(self, room: RoomId) -> Account:
        step = step_of(self.state, room)
        account = Account(room, step, self._cell(room, step))
        for entity in self.state.in_room(room):
            account.take(entity)
        account.written = deque(sorted(account.written))
        return account

    def _cell(self, room: RoomId, step: StepId | None) -> ActivityId | None:
        cells = self.state.under(step, Activity) if step is not None else iter(())
        return next((activity.id for activity in cells if activity.room == room), None)

    # -- figures --------------------------------------------------------------------------------------------------

    def figures(self, around: Around, now: int) -> tuple[RoomFigures, ...]:
        asked = self._by_room()
        return tuple(self._figures(self._accounts[id], asked.get(id, ()), around, now) for id in self._order)

    def _by_room(self) -> dict[RoomId | None, list[Message]]:
        rooms: dict[RoomId | None, list[Message]] = {}
        for message in self._asked.values():
            rooms.setdefault(message.asked_in, []).append(message)
        return rooms

    def _figures(self, account: Account, asked: Collection[Message], around: Around, now: int) -> RoomFigures:
        if account.room in around.speaking:
            account.stir(now)
        here = {person for person in account.people if person in around.here}
        conclusion = self.state.maybe(Conclusion, conclusion_id(account.activity)) if account.activity else None
        return RoomFigures(
            room=account.room,
            step=account.step,
            people=len(account.people),
            here=len(here),
            lost=sum(self._is_lost(person, now) for person in account.people if person not in here),
            weak=sum(person in around.weak for person in here),
            silent=self._silent(account, here, conclusion),
            notes=len(account.notes),
            pace=account.pace(now),
            ready=len(account.ready),
            help=len(asked),
            help_since=min((message.at for message in asked), default=None),
            sign_at=account.sign_at,
            conclusion=conclusion.state if conclusion else None,
            length=conclusion.length if conclusion else 0,
        )

    def _silent(self, account: Account, here: Collection[ParticipantId], conclusion: Conclusion | None) -> int:
        """Pseudonyms and pens of a common text are counted, not known: as if each were one more person."""
        known = sum(person in account.authors for person in here)
        unknown = sum(author.startswith("anon-") for author in account.authors)
        pens = conclusion.people if conclusion else 0
        return max(0, len(here) - max(known + unknown, pens))

    def _is_lost(self, person: ParticipantId, now: int) -> bool:
        stays = list(self._stays(person))
        left = [stay.left_at for stay in stays if stay.left_at is not None]
        return len(left) < len(stays) or (bool(left) and max(left) > now - LOST_MS)

    def _stays(self, person: ParticipantId) -> Iterator[Attendance]:
        return self.state.under(person, Attendance)
