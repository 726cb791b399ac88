from typing import Any

import pytest

from facilitation.composing import compose
from facilitation.constraints import Impossible
from facilitation.drawing import (
    Answered,
    Draw,
    DrawBalance,
    DrawPlan,
    DrawWay,
    Round,
    best_place,
    group_rooms,
    guarded,
    problem_of,
    refused_by,
    rows_of,
    told_of_group,
)
from facilitation.erasing import ErasePerson
from facilitation.founding import CloseWorkshop
from facilitation.groups import AskPreferences, ChooseGroup, CloseGroups, EditRoom, Filling, OpenGroups
from facilitation.proposing import (
    DRAFTS_MAX,
    DrawRules,
    DropDraw,
    DropQuestion,
    KeepDraw,
    MoveDrawn,
    RecordDraw,
    RuleDraw,
    sheet_of,
)
from facilitation.removing import RemovePerson
from facilitation.retention import PurgeData
from rooms.agenda import Room
from rooms.ids import DrawId, OptionId, ParticipantId, QuestionId, RoomId
from rooms.permissions import Role
from rooms.registration import AnswerQuestions, Asking, AskQuestion, Preference, RankGroups, RegistrationQuestion, Tier
from rooms.retention import Data
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to
from tests.table import Person


@pytest.fixture
def hall() -> tuple[Cast, list[Person]]:
    """Two groups and eight people, of whom every other one is from the centre."""
    cast = Cast(all_moves=False)
    cast.groups("Un", "Deux")
    question = asked(cast)
    people = [cast.ana, cast.bob, *(cast.join(f"P{number}") for number in range(6))]
    for number, person in enumerate(people):
        cast.do(person, AnswerQuestions(answers={question: OptionId(str(1 + number % 2))}))
    return cast, people


def asked(cast: Cast) -> QuestionId:
    every = list(cast.state.all(RegistrationQuestion))
    if not every:
        asking = Asking(title="Quartier", options=("Centre", "Gare"))
        return cast.made(RegistrationQuestion, cast.farid, AskQuestion(asking=asking)).id
    return every[0].id


def propose(cast: Cast, way: DrawWay = DrawWay.BALANCED, **fields: Any) -> Draw:
    """As the server works it out."""
    plan = DrawPlan(way=way, seed=fields.pop("seed", 7), questions=(asked(cast),), **fields)
    people, staff = rows_of(cast.state, plan)
    problem = problem_of(cast.state, plan, people, staff)
    return cast.made(
        Draw,
        None,
        RecordDraw(
            draw=DrawId(f"draw-{cast.given}"),
            plan=plan,
            rows=(*people, *staff),
            rooms=tuple(room.id for room in group_rooms(cast.state)),
            seating=compose(problem),
            problem=problem,
        ),
    )


def by_hand(cast: Cast, seating: dict[ParticipantId, RoomId]) -> Draw:
    rooms = tuple(room.id for room in group_rooms(cast.state))
    places = tuple(rooms.index(room) for room in seating.values())
    plan = DrawPlan(way=DrawWay.HAND)
    return cast.made(
        Draw, None, RecordDraw(draw=DrawId("hand"), plan=plan, rows=tuple(seating), rooms=rooms, seating=places)
    )


def sizes(cast: Cast) -> list[int]:
    return [room.people for room in group_rooms(cast.state)]


def test_a_proposal_is_known_to_staff_and_moves_nobody(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    assert len(draw.seating) == 8
    assert draw.figures.deviation == 0
    assert {cast.record(person).room for person in people} == {cast.plenary}
    assert_known_only_to(cast, draw.id, (), all_staff(cast))
    assert "sheet" in (told := cast.sees(cast.farid, draw) or {})
    assert told["sheet"] == ""


def test_people_are_sent_by_it_and_then_it_names_nobody(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    assert {person.id: cast.record(person).room for person in people} == draw.seating
    told = cast.sees(cast.ana, draw)
    assert told is not None
    assert (told["seating"], told["rows"], told["plan"]["seed"], told["sent_at"]) == ({}, [], 7, cast.now)
    assert told["balance"] == [
        {
            "title": "Quartier",
            "tier": "personal",
            "shares": [{"text": text, "counts": [None, None]} for text in ("Centre", "Gare")],
        }
    ]
    seen = cast.sees(cast.farid, draw)
    assert seen is not None
    assert [share["counts"] for share in seen["balance"][0]["shares"]] == [[2, 2], [2, 2]]
    assert cast.code(cast.farid, MoveDrawn(draw=draw.id, person=cast.ana.id, room=None)) == "draw_sent"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((9, 1), (None, None)),
        ((9, 6, 1), (9, None, None)),
        ((20, 3, 3), (20, None, None)),
        ((8, 6, 0), (8, 6, None)),
        ((12, 0), (None, None)),
        ((9, 2, 2), (None, None, None)),
        ((0, 0), (None, None)),
    ],
)
def test_no_number_can_be_counted_out_from_the_size_of_the_group(
    counts: tuple[int, ...], told: tuple[int | None, ...]
) -> None:
    assert told_of_group(counts) == told


def test_what_nobody_may_have_to_say_is_told_of_no_group() -> None:
    balance = DrawBalance(title="Santé", tier=Tier.SENSITIVE, shares=(Answered(text="Bonne", counts=(9, 8)),))
    assert guarded((balance,)) == ()


def test_anybody_can_do_the_sum_again(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    other = next(room for room in draw.rooms if room != draw.seating[people[0].id])
    cast.do(cast.farid, MoveDrawn(draw=draw.id, person=people[0].id, room=other))
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    sheet = sheet_of(cast.again(draw))
    assert sheet is not None
    assert compose(sheet.problem) == sheet.drawn
    assert sum(one != another for one, another in zip(sheet.drawn, sheet.sent, strict=True)) == 1
    assert cast.again(draw).moved == 1
    assert not any(person.id in cast.again(draw).sheet for person in people)


def test_who_came_since_fits_in_and_who_left_is_passed_over(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    cast.do(people[7], ErasePerson(person=people[7].id))
    late = cast.join("Tard")
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    assert cast.record(late).room == draw.seating[people[7].id]
    assert sizes(cast) == [4, 4]


def test_late_people_go_where_their_answers_are_missing(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast, way=DrawWay.EVEN)
    for number, person in enumerate(people):
        cast.do(cast.farid, MoveDrawn(draw=draw.id, person=person.id, room=draw.rooms[number % 2]))
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    for option, place in ((1, 1), (2, 0)):
        room = best_place(cast.state, {asked(cast): OptionId(str(option))})
        assert room is not None
        assert room.id == draw.rooms[place]


def test_a_group_that_became_too_small_is_refused_before_anybody_moves(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    room = draw.rooms[0]
    cast.do(cast.farid, EditRoom(room=room, name="Un", capacity=3))
    refused = cast.refused(cast.farid, OpenGroups(draw=draw.id))
    assert (refused.code, refused.details) == ("room_full", {"room": room, "most": 3, "people": 4})
    assert {cast.record(person).room for person in people} == {cast.plenary}
    full = cast.refused(cast.farid, MoveDrawn(draw=draw.id, person=people[0].id, room=room))
    assert full.code == "room_full"


def test_those_who_facilitate_go_along(hall: tuple[Cast, list[Person]]) -> None:
    cast, _ = hall
    fay = cast.join("Fay", Role.FACILITATOR)
    draw = propose(cast, facilitated=True)
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    assert {cast.record(person).room for person in (cast.farid, fay)} == set(draw.rooms)
    assert sizes(cast) == [4, 4]


def test_whoever_was_put_out_facilitates_no_group(hall: tuple[Cast, list[Person]]) -> None:
    cast, _ = hall
    fay = cast.join("Fay", Role.FACILITATOR)
    draw = propose(cast, facilitated=True)
    cast.do(cast.odile, RemovePerson(person=fay.id))
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    assert cast.record(fay).room not in draw.rooms
    assert fay.id not in rows_of(cast.state, draw.plan)[1]


def test_the_second_time_people_are_with_others() -> None:
    cast = Cast(all_moves=False)
    cast.groups("Un", "Deux", "Trois")
    people = [cast.ana, cast.bob, *(cast.join(f"P{number}") for number in range(7))]
    for again in (False, True):
        draw = propose(cast, different=again)
        cast.do(cast.farid, OpenGroups(draw=draw.id))
        cast.do(cast.farid, CloseGroups(at=cast.now))
        assert cast.again(draw).figures.again == 0
    first, second = cast.state.all(Round)
    together = [
        {frozenset((a, b)) for room in each.groups.values() for a in room for b in room if a != b}
        for each in (first, second)
    ]
    assert not together[0] & together[1]
    assert sum(map(len, first.groups.values())) == len(people)


def test_wishes_are_asked_kept_and_met(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    one, two = (room.id for room in group_rooms(cast.state))
    assert cast.code(people[0], RankGroups(rooms=(two,))) == "groups_closed"
    cast.do(cast.farid, AskPreferences(open=True))
    for person in people[:3]:
        cast.do(person, RankGroups(rooms=(two, one)))
    assert cast.code(people[0], RankGroups(rooms=(two, two))) == "invalid"
    assert cast.code(people[0], RankGroups(rooms=(cast.plenary,))) == "unknown"
    draw = propose(cast, way=DrawWay.RANKED)
    assert {draw.seating[person.id] for person in people[:3]} == {two}
    assert draw.figures.ranked == (3, 0, 0)
    cast.do(people[0], RankGroups(rooms=()))
    assert len(list(cast.state.all(Preference))) == 2
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    assert not cast.workshop.ranking


def test_rules_go_with_a_proposal_and_are_refused_with_names(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    pair = (people[0].id, people[1].id)
    cast.do(cast.farid, RuleDraw(draw=draw.id, pins={people[2].id: draw.rooms[1]}, together=(pair,), apart=()))
    plan = cast.again(draw).plan
    assert (plan.pins, plan.together) == ({people[2].id: draw.rooms[1]}, (pair,))
    assert (
        cast.code(cast.farid, RuleDraw(draw=draw.id, pins={ParticipantId("no"): draw.rooms[0]}, together=(), apart=()))
        == "unknown"
    )
    about = refused_by(
        Impossible("pins_contradict", who=(0, 2), where=(1,)), [person.id for person in people], draw.rooms
    )
    assert about.details == {"who": [people[0].id, people[2].id], "where": [draw.rooms[1]]}


def test_two_who_give_rules_at_once_lose_none(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    room, one, other = draw.rooms[0], people[0].id, people[1].id
    seen = DrawRules(pins={}, together=(), apart=())
    cast.do(cast.farid, RuleDraw(draw=draw.id, pins={one: room}, together=((one, other),), apart=(), seen=seen))
    cast.do(cast.odile, RuleDraw(draw=draw.id, pins={other: room}, together=(), apart=(), seen=seen))
    plan = cast.again(draw).plan
    assert (plan.pins, plan.together) == ({one: room, other: room}, ((one, other),))
    seen = DrawRules(pins=plan.pins, together=plan.together, apart=())
    cast.do(cast.farid, RuleDraw(draw=draw.id, pins={one: draw.rooms[1]}, together=(), apart=(), seen=seen))
    plan = cast.again(draw).plan
    assert (plan.pins, plan.together) == ({one: draw.rooms[1]}, ())


def test_proposals_are_kept_dropped_and_counted(hall: tuple[Cast, list[Person]]) -> None:
    cast, _ = hall
    first, second = propose(cast), propose(cast)
    assert (first.number, second.number) == (1, 2)
    cast.do(cast.farid, KeepDraw(draw=first.id, title="Après la pause"))
    for _ in range(DRAFTS_MAX + 1):
        cast.now += 1
        third = propose(cast)
    assert cast.state.get(first.id) is not None
    assert cast.state.get(second.id) is None
    cast.now += 1
    cast.do(cast.farid, OpenGroups(draw=third.id))
    assert {draw.id for draw in cast.state.all(Draw)} == {first.id, third.id}
    cast.now += 1
    assert propose(cast).number == 1
    cast.do(cast.farid, DropDraw(draw=first.id))
    assert cast.code(cast.farid, DropDraw(draw=third.id)) == "draw_sent"


def test_answers_taken_back_leave_proposals(hall: tuple[Cast, list[Person]]) -> None:
    cast, people = hall
    draw = propose(cast)
    cast.do(people[0], {"type": "registration.forget"})
    assert (cast.again(draw).sheet, cast.again(draw).rows) == ("", ())
    cast.do(cast.farid, MoveDrawn(draw=draw.id, person=people[0].id, room=None))
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    assert sizes(cast) == [4, 4]


def test_a_question_that_is_dropped_leaves_no_column_in_any_sheet(hall: tuple[Cast, list[Person]]) -> None:
    cast, _ = hall
    sent, draft = propose(cast), propose(cast)
    cast.do(cast.farid, KeepDraw(draw=draft.id, title="Pour demain"))
    cast.do(cast.farid, OpenGroups(draw=sent.id))
    cast.do(cast.farid, DropQuestion(asked=asked(cast)))
    for draw in (sent, draft):
        assert cast.again(draw).sheet == ""
    assert [balance.title for balance in cast.again(sent).balance] == ["Quartier"]
    assert cast.again(draft).plan.questions == ()
    assert cast.again(draft).seating == draft.seating


@pytest.mark.parametrize("command", [{"type": "registration.forget"}, {"type": "person.erase"}])
def test_answers_taken_back_leave_the_sheet_by_which_people_were_sent(
    hall: tuple[Cast, list[Person]], command: dict[str, str]
) -> None:
    cast, people = hall
    draw = propose(cast)
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    cast.now += 1
    late = cast.join("Tard")
    cast.do(late, {**command, **({"person": late.id} if "erase" in command["type"] else {})})
    assert cast.again(draw).sheet
    cast.do(people[0], {**command, **({"person": people[0].id} if "erase" in command["type"] else {})})
    assert cast.again(draw).sheet == ""
    assert [share.counts for share in cast.again(draw).balance[0].shares] == [(None, None)] * 2


def test_the_sheet_goes_with_the_answers_when_their_time_is_over(hall: tuple[Cast, list[Person]]) -> None:
    cast, _ = hall
    draw = propose(cast)
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    cast.do(cast.farid, CloseGroups(at=cast.now))
    cast.do(cast.odile, CloseWorkshop())
    cast.now += 366 * 86_400_000
    changes = cast.do(None, PurgeData(data=Data.ANSWERS))
    assert cast.again(draw).sheet == ""
    assert len([id for id in changes.drop if id.startswith("registration-")]) == 8


def test_a_topic_that_has_its_least_waits_until_all_have() -> None:
    cast = Cast(all_moves=False)
    one, two = cast.groups("Un", "Deux")
    for room in (one, two):
        cast.do(cast.farid, EditRoom(room=room.id, name=room.name, least=1))
    zoe = cast.join("Zoé")
    cast.part(Filling.CHOOSE)
    cast.do(cast.ana, ChooseGroup(room=one.id))
    refused = cast.refused(cast.bob, ChooseGroup(room=one.id))
    assert (refused.code, refused.details) == ("full_for_now", {"rooms": [two.id]})
    cast.do(cast.ana, ChooseGroup(room=one.id))
    cast.do(cast.bob, ChooseGroup(room=two.id))
    cast.do(zoe, ChooseGroup(room=one.id))
    assert sizes(cast) == [2, 1]


def test_a_topic_is_full_for_now_only_while_the_others_can_still_be_filled() -> None:
    cast = Cast(all_moves=False)
    one, two = cast.groups("Un", "Deux")
    for room, least in ((one, 1), (two, 3)):
        cast.do(cast.farid, EditRoom(room=room.id, name=room.name, least=least))
    cast.part(Filling.CHOOSE)
    cast.do(cast.ana, ChooseGroup(room=two.id))
    cast.do(cast.bob, ChooseGroup(room=one.id))
    cast.do(cast.ana, ChooseGroup(room=one.id))
    assert sizes(cast) == [2, 0]


def test_a_group_does_not_take_more_people_than_it_holds() -> None:
    cast = Cast(all_moves=False)
    (room,) = cast.groups("Un")
    refused = cast.refused(cast.farid, EditRoom(room=room.id, name="Un", capacity=3, least=4))
    assert (refused.code, refused.details) == ("least_too_many", {"most": 3})
    assert cast.state.find(Room, room.id).least is None


def test_a_list_places_people_and_the_lot_the_rest() -> None:
    cast = Cast(all_moves=False)
    one, _ = cast.groups("Un", "Deux")
    draw = by_hand(cast, {cast.ana.id: one.id})
    cast.do(cast.farid, OpenGroups(draw=draw.id))
    assert cast.record(cast.ana).room == one.id
    assert sizes(cast) == [1, 1]
