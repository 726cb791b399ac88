"""The law of the house: what one had, and what one was told since, is what one would see coming in now.

`Law` keeps a page for every audience and every person, feeds each with what a change tells it, and compares all of
them with fresh ones, byte by byte. It also holds `decide` to being pure, and the indexes of `State` to the truth.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations, product

import msgspec

from facilitation import stage
from facilitation.tower import Around, RoomFigures, Tower
from facilitation.workshop import AnyEntity
from rooms import anonymity, audience
from rooms.agenda import Room
from rooms.audience import Audience, Seat, audience_of
from rooms.entity import Changes, Entity
from rooms.ids import ParticipantId
from rooms.people import Participant
from rooms.refusal import Refused
from rooms.state import Overlay, State
from rooms.visit import Visit
from tests.page import Page, encode, frame_of, fresh
from tests.sound import assert_sound

ENTITY: msgspec.json.Decoder[Entity] = msgspec.json.Decoder(AnyEntity)
Reader = Audience | ParticipantId


def audiences(state: State) -> Iterator[Audience]:
    """Every audience there can be: each seat in each room, and staff who look at one."""
    rooms = [room.id for room in state.all(Room)]
    for seat, room in product(Seat, rooms):
        yield Audience(seat, room)
    for room, look in product(rooms, rooms):
        yield Audience(Seat.STAFF, room, look)


def neighbours(state: State) -> Iterator[tuple[Audience, Audience]]:
    """Every way from one audience to another of the same seat: to another room, or to another look."""
    for old, new in permutations(audiences(state), 2):
        if old.seat is new.seat and (old.room == new.room or old.look == new.look):
            yield old, new


def owned(person: ParticipantId, state: State) -> dict[str, Entity]:
    return {entity.id: entity for entity in audience.own(anonymity.authors(person, state), state)}


def own_difference(
    ids: Iterable[str], person: ParticipantId, before: State, after: State
) -> tuple[list[Entity], list[str]]:
    """What a person is told of their own, knowing only which entities may be concerned."""
    old, new = owned(person, before), owned(person, after)
    put = [new[id] for id in ids if id in new and new[id] != old.get(id)]
    return put, [id for id in ids if id in old and id not in new]


def assert_same_page(page: Page, truth: Page, whose: object) -> None:
    assert page == truth, {
        "whose": str(whose),
        "missing": {id: body for id, body in truth.items() if id not in page},
        "left over": {id: body for id, body in page.items() if id not in truth},
        "stale": {id: (page[id], body) for id, body in truth.items() if id in page and page[id] != body},
    }


def answer_bytes(answer: Changes | Refused) -> bytes:
    if isinstance(answer, Refused):
        return encode([answer.code, answer.details])
    return encode([answer.put, answer.drop, answer.aside, answer.anonymous])


def assert_indexed(state: State) -> None:
    """Shelves, counts and rows say what the entities say."""
    rebuilt = State(state.head)
    for entity in state:
        rebuilt.put(entity)
    for (by, of), shelf in rebuilt.shelves.items():
        on_shelf = [entity.id for entity in state.shelf(by, of)]
        assert sorted(on_shelf) == sorted(shelf), (by, of)
        assert state.count(by, of) == len(shelf), (by, of)
        assert all(state.holds(by, of, id) for id in shelf), (by, of)
    for name, row in rebuilt.rows.items():
        assert list(state.onwards(name)) == row, name
        assert list(state.backwards(name)) == row[::-1], name
    if not isinstance(state, Overlay):
        assert state.shelves == rebuilt.shelves
        assert state.rows == rebuilt.rows


def counted(tower: Tower) -> list[RoomFigures]:
    """But for who wrote what is gone since, and when somebody voted: that is known to who watched then."""
    gone = {"silent": 0, "pace": 0, "sign_at": None}
    return [msgspec.structs.replace(figures, **gone) for figures in tower.figures(Around(), 0)]


@dataclass(slots=True)
class Walk:
    """A person with one tab open: where it is, and what it shows."""

    at: Audience
    page: Page
    own: Page


@dataclass
class Law:
    """`told` is all that was ever sent, by reader.

    With `all_moves` every way between two audiences is tried after each command; without, those that people go.
    """

    state: State
    all_moves: bool = True
    told: list[tuple[Reader, bytes]] = field(default_factory=list)
    walks: dict[ParticipantId, Walk] = field(default_factory=dict)
    seats: dict[ParticipantId, stage.Seat] = field(default_factory=dict)
    """As whoever passes on voices and faces holds them, told only whose seats a change touched."""
    _pages: dict[Audience, Page] = field(default_factory=dict)
    _tower: Tower = field(init=False)

    def __post_init__(self) -> None:
        self._tower = Tower(self.state)

    # -- deciding -------------------------------------------------------------------------------------------------

    def assert_pure(self, before: Collection[Entity], answers: tuple[Changes | Refused, Changes | Refused]) -> None:
        """The same arguments gave the same answer, and the state is the very one it was."""
        assert answer_bytes(answers[0]) == answer_bytes(answers[1])
        now = list(self.state)
        assert len(now) == len(before)
        assert all(old is new for old, new in zip(before, now, strict=True))

    def assert_written_well(self, changes: Changes) -> None:
        seq = self.state.head + 1
        ids = [entity.id for entity in changes.put] + changes.drop
        assert len(set(ids)) == len(ids), "put or dropped twice"
        for entity in changes.put:
            assert entity.rev == seq, (entity.rev, seq)
            assert ENTITY.decode(encode(entity)) == entity
            assert self.state.get(entity.id) is None or entity.kind == self.state.find(type(entity), entity.id).kind
        for id in changes.drop:
            assert self.state.get(id) is not None, f"{id} was not there to drop"

    # -- telling --------------------------------------------------------------------------------------------------

    def apply(self, changes: Changes) -> None:
        """Make the changes, tell everybody, and prove what each of them has now."""
        self.assert_written_well(changes)
        after = Overlay(self.state)
        after.apply(changes)
        after.head = self.state.head + 1
        assert_indexed(after)
        ids = audience.affected(after.touched(), self.state, after)
        self._tell_audiences(ids, after)
        self._tell_people(ids, after)
        touched = after.touched()
        after.merge()
        self._reseat(touched)
        self._watch(touched)
        self._welcome(self.state)
        assert_indexed(self.state)
        assert_sound(self.state)
        self.prove()

    def _reseat(self, touched: Collection[str]) -> None:
        self.seats |= {seat.participant: seat for seat in stage.seats_touched(touched, self.state)}
        for id in touched:
            if self.state.maybe(Participant, id) is None:
                self.seats.pop(ParticipantId(id), None)

    def _watch(self, touched: Collection[str]) -> None:
        """Whoever sees all rooms at once sees what they would if they began to look now."""
        self._tower.changed(touched, 0)
        assert counted(self._tower) == counted(Tower(self.state))

    def _page(self, reader: Audience) -> Page:
        """The page of an audience, empty of what its room had before the room was there."""
        if reader not in self._pages:
            self._pages[reader] = fresh(audience.view(reader, self.state))
        return self._pages[reader]

    def _tell_audiences(self, ids: Collection[str], after: State) -> None:
        readers = self._readers(after)
        for reader in readers:
            self._send(reader, self._page(reader), *self._difference(ids, after, reader))
        self._pages = {reader: self._pages[reader] for reader in readers}

    def _readers(self, state: State) -> list[Audience]:
        """Every audience; without `all_moves` staff look only where one of them does."""
        looking = {walk.at for walk in self.walks.values()}
        return [reader for reader in audiences(state) if self.all_moves or not reader.look or reader in looking]

    def _difference(self, ids: Collection[str], after: State, reader: Audience) -> tuple[list[Entity], list[str]]:
        found = audience.difference(ids, self.state, after, reader)
        return found.put, found.drop

    def _tell_people(self, ids: Collection[str], after: State) -> None:
        for person, walk in self.walks.items():
            walk.page.frame(frame_of(*self._difference(ids, after, walk.at)))
            self._send(person, walk.own, *own_difference(ids, person, self.state, after))
            self.walk(person, walk.at.look, after)

    def walk(self, person: ParticipantId, look: str | None, state: State | None = None) -> None:
        """Take a person's tab to where the person is now, by the one frame that leads there."""
        state = state or self.state
        walk = self.walks[person]
        seated = state.find(Participant, person)
        there = audience_of(seated.role, seated.room, look if state.maybe(Room, look) else None)
        if there != walk.at:
            way = audience.moved(state, walk.at, there)
            body = frame_of(way.put, way.drop)
            self.told.append((there, body))
            walk.page.frame(body)
            walk.at = there

    def _send(self, reader: Reader, page: Page, put: list[Entity], drop: list[str]) -> None:
        if put or drop:
            body = frame_of(put, drop)
            self.told.append((reader, body))
            page.frame(body)
            assert all(encode(ENTITY.decode(page[entity.id])) == page[entity.id] for entity in put)

    def _welcome(self, state: State) -> None:
        """Who has just joined opens a page."""
        for person in state.all(Participant):
            if person.id not in self.walks:
                self.walks[person.id] = Walk(audience_of(person.role, person.room), Page(), Page())
                self.reconnect(person.id)

    def reconnect(self, person: ParticipantId) -> None:
        """A tab that comes back with nothing."""
        walk = self.walks[person]
        walk.page = fresh(audience.view(walk.at, self.state))
        walk.own = fresh(owned(person, self.state).values())

    # -- proving --------------------------------------------------------------------------------------------------

    def prove(self) -> None:
        """Every page and every seat is as fresh; nobody but staff sees more than the common of rooms not visited."""
        assert self.seats == {seat.participant: seat for seat in stage.seats(self.state)}
        truths = {reader: fresh(audience.view(reader, self.state)) for reader in self._readers(self.state)}
        for reader, truth in truths.items():
            assert_same_page(self._page(reader), truth, reader)
            if not reader.is_staff:
                places = {self.state.entities[id].place for id in truth}
                visited = {visit.to for visit in self.state.all(Visit) if visit.room == reader.room}
                assert places <= {None, reader.room, *visited}, (str(reader), places)
        for person, walk in self.walks.items():
            assert_same_page(walk.page, truths[walk.at], person)
            assert_same_page(walk.own, fresh(owned(person, self.state).values()), f"{person}'s own")
        if self.all_moves:
            self.prove_moves(truths)

    def prove_moves(self, truths: dict[Audience, Page]) -> None:
        for old, new in neighbours(self.state):
            page = Page(truths[old])
            way = audience.moved(self.state, old, new)
            page.frame(frame_of(way.put, way.drop))
            assert_same_page(page, truths[new], f"{old} -> {new}")

    def all_told(self) -> Iterator[tuple[Reader, bytes]]:
        """Every byte that ever left, and all that each would get coming in now."""
        yield from self.told
        for reader in audiences(self.state):
            yield reader, encode(audience.view(reader, self.state))
        for person in self.walks:
            yield person, encode(list(owned(person, self.state).values()))
