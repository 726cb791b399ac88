from collections import Counter

import pytest

from facilitation import groups as rules
from facilitation.groups import (
    AddRoom,
    ChooseGroup,
    CloseGroups,
    EditRoom,
    EndGroups,
    Filling,
    MovePerson,
    OpenGroups,
    room_for,
)
from rooms.activities.board import Board
from rooms.agenda import Groups, Room
from rooms.ids import ParticipantId, RoomId
from rooms.paper import Paper
from rooms.permissions import Role
from tests.cast import OPEN_BOARD, Cast
from tests.table import MINUTE, Person


def sizes(cast: Cast) -> list[int]:
    return [room.people for room in cast.state.all(Room) if room.room_kind == "group"]


def state_of(cast: Cast) -> Groups:
    return cast.workshop.groups


def room_of(cast: Cast, person: Person) -> RoomId:
    return cast.record(person).room


def crowd(cast: Cast, count: int) -> list[Person]:
    return [cast.join(f"P{i}") for i in range(count)]


def seating(cast: Cast, people: list[Person]) -> list[RoomId]:
    return [room_of(cast, person) for person in people]


@pytest.fixture
def quick() -> Cast:
    """For many people, without trying every move at each command."""
    return Cast(all_moves=False)


# -- rooms --------------------------------------------------------------------------------------------------------


def test_a_group_has_a_name_a_theme_and_a_paper(cast: Cast) -> None:
    add = AddRoom(name=" Un\n", theme="Les\tarbres ", paper=Paper.SKY, capacity=8)
    room = cast.made(Room, cast.farid, add)
    assert (room.name, room.theme, room.paper, room.capacity) == ("Un", "Les arbres", Paper.SKY, 8)
    cast.do(cast.farid, EditRoom(room=room.id, name="Une", theme=" \u200b"))
    assert (cast.again(room).name, cast.again(room).theme, cast.again(room).capacity) == ("Une", "", None)
    assert all(cast.sees(person, room) for person in (cast.ana, cast.vera, cast.farid))


def test_groups_stand_in_the_order_they_were_added(cast: Cast) -> None:
    rooms = cast.groups("Un", "Deux", "Trois")
    assert sorted(rooms, key=lambda room: room.order) == rooms


def test_backstage_exists_for_staff_only(cast: Cast) -> None:
    backstage = cast.state.find(Room, cast.backstage)
    assert cast.sees(cast.farid, backstage) is not None
    assert cast.sees(cast.ana, backstage) is None
    assert cast.sees(cast.vera, backstage) is None


def test_there_are_only_so_many_groups(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "GROUPS_MAX", 1)
    cast.groups("Un")
    refused = cast.refused(cast.farid, AddRoom(name="Deux"))
    assert (refused.code, refused.details) == ("too_many_rooms", {"most": 1})


@pytest.mark.parametrize("capacity", [0, -1, 10_001, "8"])
def test_a_capacity_is_a_number_of_people(cast: Cast, capacity: object) -> None:
    assert cast.code(cast.farid, {"type": "room.add", "name": "Un", "capacity": capacity}) == "invalid"


def test_a_room_needs_a_name(cast: Cast) -> None:
    assert cast.code(cast.farid, AddRoom(name="\t")) == "empty"


def test_plenary_has_no_capacity(cast: Cast) -> None:
    assert cast.code(cast.farid, EditRoom(room=cast.plenary, name="P", capacity=9)) == "not_a_group"
    cast.do(cast.farid, EditRoom(room=cast.plenary, name="Grande salle"))
    assert cast.code(cast.farid, EditRoom(room=RoomId("none"), name="P")) == "unknown"


def test_a_room_is_not_made_too_small_for_those_in_it(cast: Cast) -> None:
    (room,) = cast.groups("Un")
    cast.part()
    refused = cast.refused(cast.farid, EditRoom(room=room.id, name="Un", capacity=1))
    assert (refused.code, refused.details) == ("room_full", {"most": 1, "people": 2})


def test_who_was_moved_meanwhile_stays_there(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=one.id, seen=cast.plenary))
    back = MovePerson(person=cast.ana.id, room=two.id, seen=cast.plenary)
    assert cast.code(cast.farid, back) == "moved_meanwhile"


# -- drawing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("people", "rooms"), [(0, 3), (1, 3), (10, 3), (11, 4), (12, 5)])
def test_a_draw_makes_groups_that_differ_by_one_at_most(quick: Cast, people: int, rooms: int) -> None:
    quick.groups(*(str(i) for i in range(rooms)))
    crowd(quick, people)
    quick.part()
    assert sum(sizes(quick)) == people + 2
    assert max(sizes(quick)) - min(sizes(quick)) <= 1


def test_staff_and_viewers_are_not_drawn_and_do_not_count(quick: Cast) -> None:
    one, _ = quick.groups("Un", "Deux")
    for person in (quick.farid, quick.odile, quick.vera):
        quick.do(quick.farid, MovePerson(person=person.id, room=one.id))
    crowd(quick, 4)
    quick.part()
    assert sizes(quick) == [3, 3]
    assert room_of(quick, quick.vera) == one.id


def drawn(seed: int) -> list[str]:
    cast = Cast(seed, all_moves=False)
    cast.groups("Un", "Deux")
    people = crowd(cast, 8)
    cast.part()
    names = {room.id: room.name for room in cast.state.all(Room)}
    return [names[room] for room in seating(cast, people)]


def test_the_same_chance_gives_the_same_draw() -> None:
    assert drawn(1) == drawn(1)
    assert len({tuple(drawn(seed)) for seed in range(6)}) > 1


def test_each_person_comes_to_each_room_about_as_often() -> None:
    counts = Counter(drawn(seed)[0] for seed in range(24))
    assert min(counts["Un"], counts["Deux"]) > 6


def test_a_draw_respects_what_each_room_holds(quick: Cast) -> None:
    quick.groups("Petit", capacity=1)
    quick.groups("Grand")
    crowd(quick, 5)
    quick.part()
    assert sizes(quick) == [1, 6]


def test_a_draw_for_which_there_is_no_room_is_refused(quick: Cast) -> None:
    quick.groups("Un", "Deux", capacity=2)
    crowd(quick, 3)
    refused = quick.refused(quick.farid, OpenGroups())
    assert (refused.code, refused.details) == ("rooms_full", {"places": 4, "people": 5})
    assert quick.workshop.groups is Groups.CLOSED


def test_drawing_again_draws_everybody_anew(quick: Cast) -> None:
    quick.groups("Un", "Deux")
    people = crowd(quick, 8)
    found = set()
    for _ in range(4):
        quick.part()
        found.add(tuple(seating(quick, people)))
        quick.do(quick.farid, CloseGroups(at=quick.now))
    assert len(found) > 1


def test_people_can_go_back_to_the_group_they_had(quick: Cast) -> None:
    quick.groups("Un", "Deux")
    people = crowd(quick, 6)
    quick.part()
    before = seating(quick, people)
    quick.do(quick.farid, CloseGroups(at=quick.now))
    late = crowd(quick, 3)
    quick.part(Filling.AGAIN)
    assert seating(quick, people) == before
    assert quick.plenary not in seating(quick, late)
    assert max(sizes(quick)) - min(sizes(quick)) <= 1


def test_a_room_made_smaller_meanwhile_keeps_only_whom_it_holds(quick: Cast) -> None:
    one, two = quick.groups("Un", "Deux")
    crowd(quick, 6)
    quick.part()
    quick.do(quick.farid, CloseGroups(at=quick.now))
    quick.do(quick.farid, EditRoom(room=one.id, name="Un", capacity=2))
    quick.part(Filling.AGAIN)
    assert (quick.again(one).people, quick.again(two).people) == (2, 6)


# -- choosing -----------------------------------------------------------------------------------------------------


def test_people_choose_and_go_there_at_once(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    cast.part(Filling.CHOOSE)
    assert cast.workshop.groups is Groups.CHOOSING
    cast.do(cast.ana, ChooseGroup(room=one.id))
    assert (room_of(cast, cast.ana), room_of(cast, cast.bob)) == (one.id, cast.plenary)
    cast.do(cast.ana, ChooseGroup(room=two.id))
    assert (cast.again(one).people, cast.again(two).people) == (0, 1)
    assert not cast.do(cast.ana, ChooseGroup(room=two.id))


def test_those_who_have_not_chosen_are_drawn_and_the_others_stay(quick: Cast) -> None:
    one, _ = quick.groups("Un", "Deux")
    crowd(quick, 3)
    quick.part(Filling.CHOOSE)
    quick.do(quick.ana, ChooseGroup(room=one.id))
    quick.do(quick.bob, ChooseGroup(room=one.id))
    quick.part()
    assert (room_of(quick, quick.ana), room_of(quick, quick.bob)) == (one.id, one.id)
    assert sorted(sizes(quick)) == [2, 3]


def test_a_full_room_takes_nobody_more(cast: Cast) -> None:
    (one,) = cast.groups("Un", capacity=1)
    cast.part(Filling.CHOOSE)
    cast.do(cast.ana, ChooseGroup(room=one.id))
    refused = cast.refused(cast.bob, ChooseGroup(room=one.id))
    assert (refused.code, refused.details) == ("room_full", {"most": 1})


def test_staff_and_viewers_take_nobodys_place(cast: Cast) -> None:
    (one,) = cast.groups("Un", capacity=1)
    for person in (cast.farid, cast.vera):
        cast.do(cast.farid, MovePerson(person=person.id, room=one.id))
    cast.part(Filling.CHOOSE)
    cast.do(cast.ana, ChooseGroup(room=one.id))
    cast.do(cast.odile, MovePerson(person=cast.odile.id, room=one.id))
    cast.do(cast.farid, EditRoom(room=one.id, name="Une", capacity=1))


def test_nobody_chooses_while_groups_are_closed_or_settled(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    assert cast.code(cast.ana, ChooseGroup(room=one.id)) == "groups_closed"
    cast.part()
    for room in (one, two):
        assert cast.code(cast.ana, ChooseGroup(room=room.id)) == "groups_closed"


def test_people_switch_where_it_is_allowed(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    cast.part(can_switch=True)
    other = two if room_of(cast, cast.ana) == one.id else one
    cast.do(cast.ana, ChooseGroup(room=other.id))
    assert room_of(cast, cast.ana) == other.id


def test_only_groups_are_chosen(cast: Cast) -> None:
    cast.groups("Un")
    cast.part(Filling.CHOOSE)
    for room in (cast.plenary, cast.backstage, RoomId("none")):
        refused = cast.refused(cast.ana, ChooseGroup(room=room))
        assert (refused.code, refused.details) == ("unknown", {"kind": "room"})
    assert cast.code(cast.vera, ChooseGroup(room=cast.plenary)) == "not_allowed"


# -- opening and closing ------------------------------------------------------------------------------------------


def test_there_must_be_groups_to_open(cast: Cast) -> None:
    assert cast.code(cast.farid, OpenGroups()) == "no_groups"


def test_groups_open_once(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    for filling in Filling:
        assert cast.code(cast.farid, OpenGroups(filling=filling)) == "already_open"


def test_everybody_comes_back_at_once(cast: Cast) -> None:
    (one,) = cast.groups("Un")
    cast.part()
    cast.do(cast.farid, MovePerson(person=cast.vera.id, room=one.id))
    cast.do(cast.farid, CloseGroups(at=cast.now))
    assert seating(cast, [cast.ana, cast.bob, cast.vera]) == [cast.plenary] * 3
    assert cast.record(cast.ana).group == one.id
    assert (cast.workshop.groups, cast.workshop.can_switch) == (Groups.CLOSED, False)
    assert room_of(cast, cast.farid) == cast.backstage


def test_everybody_is_warned_before_they_come_back(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    cast.do(cast.farid, CloseGroups(at=cast.now + MINUTE))
    assert cast.workshop.groups_close_at == cast.now + MINUTE
    cast.wait(MINUTE - 1)
    assert room_of(cast, cast.ana) != cast.plenary
    cast.wait(1)
    assert room_of(cast, cast.ana) == cast.plenary
    assert cast.workshop.groups is Groups.CLOSED


def test_a_moved_end_holds_and_the_old_one_does_not(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    first = cast.now + MINUTE
    cast.do(cast.farid, CloseGroups(at=first))
    cast.do(cast.farid, CloseGroups(at=first + MINUTE))
    cast.wait(MINUTE)
    assert not cast.do(None, EndGroups(at=first))
    assert state_of(cast) is Groups.OPEN
    cast.wait(MINUTE)
    assert state_of(cast) is Groups.CLOSED


def test_groups_can_be_kept_open_after_all(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    cast.do(cast.farid, CloseGroups(at=cast.now + MINUTE))
    cast.do(cast.farid, CloseGroups(at=None))
    cast.wait(10 * MINUTE)
    assert (cast.workshop.groups, cast.workshop.groups_close_at) == (Groups.OPEN, None)


def test_an_end_of_last_time_does_not_end_this_time(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    cast.do(cast.farid, CloseGroups(at=cast.now + MINUTE))
    cast.do(cast.farid, CloseGroups(at=cast.now))
    cast.part()
    cast.wait(MINUTE)
    assert cast.workshop.groups is Groups.OPEN


def test_closing_what_is_closed_or_too_far_away_is_refused(cast: Cast) -> None:
    cast.groups("Un")
    assert cast.code(cast.farid, CloseGroups(at=None)) == "groups_closed"
    cast.part()
    assert cast.code(cast.farid, CloseGroups(at=cast.now + 61 * MINUTE)) == "too_late"


def test_groups_close_while_people_are_still_choosing(cast: Cast) -> None:
    (one,) = cast.groups("Un")
    cast.part(Filling.CHOOSE)
    cast.do(cast.ana, ChooseGroup(room=one.id))
    cast.do(cast.farid, CloseGroups(at=cast.now))
    assert room_of(cast, cast.ana) == cast.plenary


# -- moving people ------------------------------------------------------------------------------------------------


def test_staff_move_people_and_themselves(cast: Cast) -> None:
    (one,) = cast.groups("Un")
    for person in (cast.ana, cast.vera, cast.farid):
        cast.do(cast.farid, MovePerson(person=person.id, room=one.id))
        assert room_of(cast, person) == one.id
    assert cast.again(one).people == 1
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=cast.plenary))
    assert cast.again(one).people == 0
    assert cast.record(cast.ana).group == one.id


def test_citizens_do_not_go_backstage(cast: Cast) -> None:
    for person in (cast.ana, cast.vera):
        assert cast.code(cast.farid, MovePerson(person=person.id, room=cast.backstage)) == "staff_only"


def test_groups_that_cannot_hold_so_many_are_enlarged_alike(quick: Cast) -> None:
    for name, capacity in (("Un", 2), ("Deux", 5)):
        quick.do(quick.farid, AddRoom(name=name, theme="Les arbres", capacity=capacity, least=2))
    assert room_for(quick.state, 7) == []
    for larger in room_for(quick.state, 9):
        quick.do(quick.farid, larger)
    made = [room for room in quick.state.all(Room) if room.room_kind == "group"]
    assert sorted((room.capacity, room.least, room.theme) for room in made) == [(5, 2, "Les arbres")] * 2
    quick.do(quick.farid, AddRoom(name="Trois"))
    assert room_for(quick.state, 100) == []


def test_people_are_not_moved_into_a_full_room(cast: Cast) -> None:
    (one,) = cast.groups("Un", capacity=1)
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=one.id))
    assert cast.code(cast.farid, MovePerson(person=cast.bob.id, room=one.id)) == "room_full"
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=one.id))
    cast.do(cast.farid, MovePerson(person=cast.farid.id, room=one.id))


def test_moving_needs_somebody_and_somewhere(cast: Cast) -> None:
    for person, room in ((ParticipantId("none"), cast.plenary), (cast.ana.id, RoomId("none"))):
        assert cast.code(cast.farid, MovePerson(person=person, room=room)) == "unknown"


# -- late joiners -------------------------------------------------------------------------------------------------


def test_a_late_joiner_lands_in_the_smallest_group(quick: Cast) -> None:
    one, two = quick.groups("Un", "Deux")
    crowd(quick, 1)
    quick.part()
    small = one if quick.again(one).people < quick.again(two).people else two
    late = quick.join("Late")
    assert room_of(quick, late) == quick.record(late).group == small.id


def test_a_late_joiner_is_at_work_at_once(cast: Cast) -> None:
    (one,) = cast.groups("Un")
    board = cast.in_cell(cast.run(groups=OPEN_BOARD), one.id)
    cast.part()
    late = cast.join("Late")
    assert isinstance(board, Board)
    cast.note(late, board)


def test_late_staff_and_viewers_go_where_they_always_go(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    assert room_of(cast, cast.join("Fatou", Role.FACILITATOR)) == cast.backstage
    assert room_of(cast, cast.join("Victor", Role.VIEWER)) == cast.plenary


def test_a_late_joiner_waits_in_plenary_when_groups_are_full_or_being_chosen(cast: Cast) -> None:
    cast.groups("Un", capacity=2)
    cast.part(Filling.CHOOSE)
    assert room_of(cast, cast.join("Chloé")) == cast.plenary
    cast.do(cast.farid, CloseGroups(at=cast.now))
    cast.groups("Deux", capacity=1)
    cast.part()
    assert room_of(cast, cast.join("Dina")) == cast.plenary
