from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import pytest

from facilitation.drawing import Round
from facilitation.erasing import ErasePerson
from facilitation.groups import CloseGroups, EditRoom, Filling, MovePerson, OpenGroups
from facilitation.merging import DropRoom
from facilitation.removing import RemovePerson
from facilitation.rotating import (
    ApplyRotation,
    DropRotation,
    Hosting,
    ProposeRotation,
    UndoRotation,
    merged,
    onwards,
    scattered,
)
from rooms.agenda import Groups, Moves
from rooms.chance import Chance
from rooms.ids import ParticipantId, RoomId
from rooms.people import Participant
from rooms.rotation import ROTATED, ROTATION, Rotated, Rotation
from tests.cast import Cast
from tests.table import Person

ROOMS = [RoomId(f"r{number}") for number in range(4)]


def full(each: int) -> dict[RoomId, list[ParticipantId]]:
    return {room: [ParticipantId(f"{room}-{number}") for number in range(each)] for room in ROOMS}


def test_all_go_to_the_next_table_and_the_last_to_the_first() -> None:
    seats = onwards(full(2))
    assert seats[ParticipantId("r0-1")] == "r1"
    assert seats[ParticipantId("r3-0")] == "r0"


def test_people_of_one_table_are_scattered_over_the_others() -> None:
    sitting = full(4)
    hosts = {room: ParticipantId(f"{room}-host") for room in ROOMS}
    seats = scattered(sitting, hosts, {}, Chance(random.Random(3)))
    assert set(Counter(seats.values()).values()) == {4}
    for room, people in sitting.items():
        assert room not in {seats[person] for person in people}
        assert max(Counter(seats[person] for person in people).values()) <= 2


def met_again(seed: int, remembers: bool) -> int:
    """How often two who have shared a table share one again, over four rounds."""
    tables, chance = full(4), Chance(random.Random(seed))
    met: dict[ParticipantId, Counter[ParticipantId]] = {person: Counter() for room in ROOMS for person in tables[room]}
    again = 0
    for _ in range(4):
        for people in tables.values():
            again += sum(met[person][other] > 0 for person, other in combinations(people, 2))
            for person in people:
                met[person].update(other for other in people if other != person)
        seats = scattered(tables, {}, met if remembers else {}, chance)
        tables = {room: [person for person in seats if seats[person] == room] for room in ROOMS}
        assert {len(people) for people in tables.values()} <= {3, 4, 5}
    return again


def test_who_is_scattered_again_meets_fewer_of_those_they_have_met() -> None:
    assert sum(met_again(seed, True) for seed in range(8)) < 0.9 * sum(met_again(seed, False) for seed in range(8))


@pytest.mark.parametrize(("count", "tables"), [(4, 2), (5, 2), (3, 1), (2, 1)])
def test_tables_merge_two_by_two_and_an_odd_one_joins_the_last(count: int, tables: int) -> None:
    into = merged([RoomId(str(number)) for number in range(count)])
    assert len(set(into.values())) == tables


class Café:
    """Three tables of two people each."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.people = [cast.ana, cast.bob, *(cast.join(name) for name in ("Chloé", "Driss", "Emma", "Fanny"))]
        self.rooms = cast.groups("Un", "Deux", "Trois")
        cast.part()

    def where(self) -> dict[ParticipantId, RoomId]:
        return {person.id: self.cast.record(person).room for person in self.people}

    def propose(self, moves: Moves = Moves.NEXT, **fields: object) -> Rotation:
        self.cast.do(self.cast.farid, ProposeRotation(moves=moves, **fields))  # type: ignore[arg-type]
        return self.cast.state.find(Rotation, ROTATION)

    def apply(self) -> None:
        self.cast.do(self.cast.farid, ApplyRotation(seen=self.cast.state.find(Rotation, ROTATION).rev))


@pytest.fixture
def café() -> Café:
    return Café(Cast(all_moves=False))


def test_nobody_moves_before_staff_have_seen_who_goes_where(café: Café) -> None:
    before = café.where()
    rotation = café.propose()
    assert café.where() == before
    assert café.cast.sees(café.cast.farid, rotation) is not None
    assert café.cast.sees(café.cast.ana, rotation) is None
    café.apply()
    assert café.where() == rotation.seats
    assert café.cast.state.get(ROTATION) is None


def test_a_host_stays_at_each_table_and_is_kept_the_next_time(café: Café) -> None:
    café.propose(hosting=Hosting.LOT)
    hosts = café.cast.state.find(Rotation, ROTATION).hosts
    assert set(hosts) == {room.id for room in café.rooms}
    café.apply()
    assert {room.id: café.cast.again(room).host for room in café.rooms} == hosts
    assert café.propose(hosting=Hosting.KEEP).hosts == hosts


def test_those_who_sat_together_before_they_changed_tables_have_met(café: Café) -> None:
    before = café.where()
    café.propose()
    café.apply()
    (met,) = café.cast.state.all(Round)
    assert {person: room for room, people in met.groups.items() for person in people} == before


def test_staff_alone_know_who_stays_at_a_table(café: Café) -> None:
    cast, room = café.cast, café.rooms[0]
    café.propose(hosting=Hosting.LOT)
    café.apply()
    assert (cast.sees(cast.farid, room) or {})["host"] == cast.again(room).host
    for person in (cast.vera, *café.people):
        assert (cast.sees(person, room) or {}).get("host") is None


@pytest.mark.parametrize("goes", [RemovePerson, ErasePerson])
def test_whoever_is_put_out_or_forgotten_stays_at_no_table(
    café: Café, goes: type[RemovePerson] | type[ErasePerson]
) -> None:
    cast, room = café.cast, café.rooms[0]
    café.propose(hosting=Hosting.LOT)
    café.apply()
    host = cast.again(room).host
    assert host is not None
    cast.do(cast.odile, goes(person=host))
    assert cast.again(room).host is None


def test_a_host_is_chosen_among_those_who_sit_there(café: Café) -> None:
    cast, room = café.cast, café.rooms[0]
    sits, elsewhere = (
        next(person for person in café.people if (cast.record(person).room == room.id) is here)
        for here in (True, False)
    )
    assert café.propose(hosts={room.id: sits.id}).hosts == {room.id: sits.id}
    refused = cast.refused(cast.farid, ProposeRotation(moves=Moves.NEXT, hosts={room.id: elsewhere.id}))
    assert refused.code == "not_at_table"


def test_merging_remembers_into_which_table_each_went_until_groups_are_made_anew(café: Café) -> None:
    cast, rooms = café.cast, café.rooms
    café.propose(Moves.MERGE)
    café.apply()
    assert set(café.where().values()) == {rooms[0].id}
    assert [cast.again(room).joined for room in rooms] == [None, rooms[0].id, rooms[0].id]
    cast.do(cast.farid, {"type": "groups.close", "at": 0})
    cast.do(cast.farid, OpenGroups(filling=Filling.DRAW))
    assert [cast.again(room).joined for room in rooms] == [None, None, None]


def test_in_plenary_people_change_the_table_they_will_go_back_to(café: Café) -> None:
    cast = café.cast
    cast.do(cast.farid, {"type": "groups.close", "at": 0})
    seats = café.propose().seats
    café.apply()
    assert cast.workshop.groups is Groups.CLOSED
    cast.do(cast.farid, OpenGroups(filling=Filling.AGAIN))
    assert café.where() == seats


def test_a_proposal_that_was_made_anew_or_dropped_is_not_done(café: Café) -> None:
    cast = café.cast
    first = café.propose()
    café.propose(Moves.SCATTER)
    assert cast.refused(cast.farid, ApplyRotation(seen=first.rev)).code == "rotation_gone"
    cast.do(cast.farid, DropRotation())
    assert cast.refused(cast.farid, ApplyRotation(seen=first.rev)).code == "rotation_gone"


def test_tables_do_not_take_more_people_than_they_hold(café: Café) -> None:
    cast, room = café.cast, café.rooms[0]
    cast.do(cast.farid, EditRoom(room=room.id, name=room.name, capacity=2))
    assert cast.refused(cast.farid, ProposeRotation(moves=Moves.MERGE)).code == "room_full"


def test_who_has_left_meanwhile_stays_where_they_are(café: Café) -> None:
    cast = café.cast
    café.propose()
    gone: Person = café.people[0]
    cast.do(cast.farid, {"type": "person.move", "person": gone.id, "room": cast.plenary})
    café.apply()
    assert cast.record(gone).room == cast.plenary


def test_one_table_is_not_enough() -> None:
    cast = Cast(all_moves=False)
    cast.groups("Un")
    cast.part()
    assert cast.refused(cast.farid, ProposeRotation(moves=Moves.NEXT)).code == "nobody_to_move"


def undo(café: Café) -> UndoRotation:
    return UndoRotation(seen=café.cast.state.find(Rotated, ROTATED).rev)


def test_a_change_of_tables_is_put_back_with_hosts_and_what_was_remembered_of_it(café: Café) -> None:
    before = café.where()
    café.propose(hosting=Hosting.LOT)
    café.apply()
    café.cast.do(café.cast.farid, undo(café))
    assert café.where() == before
    assert {café.cast.again(room).host for room in café.rooms} == {None}
    assert list(café.cast.state.all(Round)) == []
    assert café.cast.code(café.cast.farid, UndoRotation(seen=0)) == "rotation_gone"


def test_tables_that_became_one_are_two_again(café: Café) -> None:
    before = café.where()
    café.propose(Moves.MERGE)
    café.apply()
    café.cast.do(café.cast.farid, undo(café))
    assert café.where() == before
    assert {café.cast.again(room).joined for room in café.rooms} == {None}


def test_tables_are_not_put_back_once_somebody_moved_or_another_step_began(café: Café) -> None:
    cast = café.cast
    café.propose()
    café.apply()
    to = next(room for room in café.rooms if room.id != café.where()[cast.ana.id])
    back = undo(café)
    here = café.where()[cast.ana.id]
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=to.id))
    refused = cast.refused(cast.farid, back)
    assert (refused.code, refused.details) == ("moved_meanwhile", {"people": [cast.ana.id]})
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=here))
    cast.run()
    assert cast.code(cast.farid, back) == "already_moved"


def test_whoever_was_erased_since_stays_out_of_it(café: Café) -> None:
    before = café.where()
    café.propose()
    café.apply()
    café.cast.do(café.cast.ana, ErasePerson(person=café.cast.ana.id))
    café.cast.do(café.cast.farid, undo(café))
    assert {**café.where(), café.cast.ana.id: before[café.cast.ana.id]} == before


def test_once_people_came_back_there_are_no_tables_to_put_back(café: Café) -> None:
    café.propose()
    café.apply()
    café.cast.do(café.cast.farid, CloseGroups(at=0))
    assert café.cast.state.get(ROTATED) is None


def test_nobody_is_put_back_to_a_table_that_is_gone(café: Café) -> None:
    cast = café.cast
    cast.do(cast.farid, CloseGroups(at=0))
    café.propose(Moves.MERGE)
    café.apply()
    groups = {person.group for person in cast.state.all(Participant)}
    empty = next(room for room in café.rooms if room.id not in groups)
    cast.do(cast.farid, DropRoom(room=empty.id))
    assert cast.code(cast.farid, undo(café)) == "unknown"
