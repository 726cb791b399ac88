from __future__ import annotations

import pytest
from msgspec.structs import replace

from facilitation.agenda import AddStep, PlanActivity
from facilitation.releasing import ReleaseRooms
from rooms.activities.adoption import Standing
from rooms.activities.board import Board
from rooms.activities.conclusion import AddCitation, Citation, Conclusion, ConclusionPlan, ReopenConclusion
from rooms.activities.report_out import (
    ArrangeRooms,
    ExtendTurn,
    PresentRoom,
    ReportOut,
    ReportOutPlan,
    ShowConclusion,
    SkipRoom,
    TurnState,
)
from rooms.agenda import Step
from rooms.ids import ActivityId, RoomId
from tests.cast import OPEN_BOARD, Cast
from tests.law import audiences
from tests.rooms.reporting import AGREED, TREES, Evening
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import MINUTE


@pytest.fixture
def evening(cast: Cast) -> Evening:
    return Evening(cast)


def turns(evening: Evening) -> list[tuple[str, str]]:
    names = {room.id: room.name for room in (evening.green, evening.ways, evening.empty)}
    return [(names[turn.room], turn.state.value) for turn in evening.report.turns]


# -- the rooms and what they bring --------------------------------------------------------------------------------


def test_when_the_step_begins_every_group_has_a_turn(evening: Evening) -> None:
    assert turns(evening) == [("Végétal", "waiting"), ("Mobilités", "waiting"), ("Usages", "waiting")]
    assert evening.report.turn(evening.green.id).conclusion == evening.conclusion(evening.green).id


def test_a_room_that_brings_nothing_says_how_many_people_it_had(evening: Evening) -> None:
    empty, green = (evening.report.turn(room.id) for room in (evening.empty, evening.green))
    assert (empty.is_empty, empty.people) == (True, 0)
    assert (green.is_empty, green.people) == (False, 1)


def test_whoever_was_put_out_is_none_of_the_people_of_their_group(evening: Evening) -> None:
    cast = evening.cast
    person = next(person for person in (cast.ana, cast.bob) if cast.record(person).group == evening.green.id)
    cast.do(cast.farid, {"type": "person.remove", "person": person.id})
    again = evening.report_in(evening.go_on(evening.step, ReportOutPlan()))
    assert again.turn(evening.green.id).people == 0


def test_a_group_that_was_asked_for_no_conclusion_has_none(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    report = cast.in_cell(cast.run(plenary=ReportOutPlan()), cast.plenary)
    assert isinstance(report, ReportOut)
    assert report.turn(group.id).conclusion is None


def test_plenary_reports_out_what_it_has_concluded_itself(cast: Cast) -> None:
    evening = Evening(cast)
    step = evening.go_on(evening.step, plenary=ConclusionPlan())
    report = evening.report_in(evening.go_on(step, plenary=ReportOutPlan()))
    assert report.turn(cast.plenary).people == 2


def test_conclusions_still_written_are_frozen_when_the_step_begins(cast: Cast) -> None:
    evening = Evening(cast)
    cast.do(cast.farid, ReopenConclusion(conclusion=evening.conclusion(evening.green).id))
    evening.start(evening.writing)
    assert evening.conclusion(evening.green).state is Standing.DRAFTING
    evening.start(evening.step)
    assert evening.conclusion(evening.green).state is Standing.FROZEN


def test_conclusions_of_the_running_step_are_left_to_those_who_write(cast: Cast) -> None:
    evening = Evening(cast)
    step = evening.go_on(evening.writing, groups=ConclusionPlan())
    cast.do(cast.farid, PlanActivity(step=step.id, plan=ReportOutPlan(of=step.id), room=cast.plenary))
    conclusion = cast.state.find(Conclusion, evening.report_in(step).turn(evening.green.id).conclusion)
    assert conclusion.state is Standing.DRAFTING


def test_a_released_room_writes_later_unless_it_is_called_back(cast: Cast) -> None:
    evening = Evening(cast)
    first = cast.made(Step, cast.farid, AddStep(title="Avant"))
    for room in (evening.green, evening.ways):
        cast.do(cast.farid, ReopenConclusion(conclusion=evening.conclusion(room).id))
    evening.start(first)
    cast.do(cast.farid, ReleaseRooms(rooms=(evening.green.id,), last=evening.step.id))
    cast.do(cast.farid, ReleaseRooms(rooms=(evening.ways.id,), last=evening.writing.id))
    evening.start(evening.step)
    assert cast.again(evening.green).step == first.id
    assert evening.conclusion(evening.green).state is Standing.DRAFTING
    assert evening.conclusion(evening.ways).state is Standing.FROZEN


def test_the_conclusions_of_the_step_named_are_taken_or_else_the_last(cast: Cast) -> None:
    evening = Evening(cast)
    first = evening.conclusion(evening.green).id
    again = evening.go_on(evening.writing, groups=ConclusionPlan())
    step = evening.go_on(again, plenary=ReportOutPlan())
    assert evening.report_in(step).turn(evening.green.id).conclusion not in (None, first)
    cast.do(cast.farid, PlanActivity(step=step.id, plan=ReportOutPlan(of=evening.writing.id), room=cast.plenary))
    assert evening.report_in(step).turn(evening.green.id).conclusion == first


def test_a_report_out_planned_in_the_step_that_runs_begins_at_once(cast: Cast) -> None:
    evening = Evening(cast)
    step = evening.go_on(evening.step)
    cast.do(cast.farid, PlanActivity(step=step.id, plan=ReportOutPlan(), room=cast.plenary))
    assert len(evening.report_in(step).turns) == 3


# -- who sees what ------------------------------------------------------------------------------------------------


def test_a_conclusion_is_its_rooms_and_the_staffs_until_it_is_presented(evening: Evening) -> None:
    cast, marker = evening.cast, "Garder le milieu"
    knowing = {*those_in(cast, evening.green.id), *all_staff(cast)}
    assert_known_only_to(cast, marker, audiences=knowing)
    evening.present(evening.ways)
    assert_known_only_to(cast, marker, audiences=knowing)
    evening.present(evening.green)
    assert_known_only_to(cast, marker, audiences=audiences(cast.state))


def test_a_conclusion_can_be_shown_beside_who_presents_and_hidden_again(evening: Evening) -> None:
    cast, conclusion = evening.cast, evening.conclusion(evening.green)
    show = evening.show(evening.green)
    cast.do(cast.farid, show)
    seen = cast.sees(cast.ana, conclusion)
    assert seen is not None
    assert seen["texts"] == {"agreed": TREES}
    cast.do(cast.farid, replace(show, shown=False))
    assert cast.sees(cast.ana, conclusion) is None
    assert evening.report.turn(evening.green.id).state is TurnState.WAITING


def test_what_is_written_in_again_is_its_rooms_alone_until_it_is_shown_again(evening: Evening) -> None:
    cast, conclusion, show = evening.cast, evening.conclusion(evening.green), evening.show(evening.green)
    cast.do(cast.farid, show)
    cast.do(cast.farid, ReopenConclusion(conclusion=conclusion.id))
    assert cast.sees(cast.ana, conclusion) is None
    evening.record(evening.green, {AGREED: "Tout planter."})
    knowing = {*those_in(cast, evening.green.id), *all_staff(cast)}
    assert_known_only_to(cast, "Tout planter", audiences=knowing)
    cast.do(cast.farid, show)
    seen = cast.sees(cast.ana, conclusion)
    assert seen is not None
    assert seen["texts"] == {"agreed": "Tout planter."}


def test_what_a_conclusion_quotes_is_shown_with_it(evening: Evening) -> None:
    cast, conclusion = evening.cast, evening.conclusion(evening.green)
    board = cast.in_cell(evening.go_on(evening.step, plenary=OPEN_BOARD), cast.plenary)
    assert isinstance(board, Board)
    note = cast.note(cast.farid, board, "Un tilleul centenaire")
    cast.do(cast.farid, ReopenConclusion(conclusion=conclusion.id))
    quote = AddCitation(conclusion=conclusion.id, field=AGREED, note=note.id)
    citation = cast.made(Citation, cast.farid, quote)
    evening.start(evening.step)
    assert not evening.report.turn(evening.green.id).is_empty
    assert cast.sees(cast.ana, citation) is None
    evening.present(evening.green)
    seen = cast.sees(cast.ana, citation)
    assert seen is not None
    assert seen["text"] == "Un tilleul centenaire"


# -- presenting in turn -------------------------------------------------------------------------------------------


def test_rooms_present_one_after_the_other_by_a_clock_that_all_see(evening: Evening) -> None:
    cast = evening.cast
    evening.present(evening.green)
    seen = cast.sees(cast.vera, evening.report)
    assert seen is not None
    assert seen["ends_at"] == cast.now + 3 * MINUTE
    cast.wait(5 * MINUTE)
    assert turns(evening)[0] == ("Végétal", "presenting")
    evening.present(evening.ways)
    assert turns(evening) == [("Végétal", "presented"), ("Mobilités", "presenting"), ("Usages", "waiting")]
    turn = evening.report.turn(evening.green.id)
    assert (turn.began_at, turn.ended_at) == (cast.now - 5 * MINUTE, cast.now)
    assert evening.report.ends_at == cast.now + 3 * MINUTE


def test_of_two_who_press_at_once_one_moves_on(evening: Evening) -> None:
    cast = evening.cast
    evening.present(evening.green)
    first = PresentRoom(activity=evening.report.id, room=evening.ways.id, seen=evening.green.id)
    second = replace(first, room=evening.empty.id)
    cast.do(cast.farid, first)
    refused = cast.refused(cast.odile, second)
    assert (refused.code, refused.details) == ("already_presenting", {"room": evening.ways.id})


def test_presenting_the_room_that_presents_changes_nothing(evening: Evening) -> None:
    evening.present(evening.green)
    wish = PresentRoom(activity=evening.report.id, room=evening.green.id, seen=evening.green.id)
    assert not evening.cast.do(evening.cast.farid, wish)


def test_after_the_last_nobody_presents(evening: Evening) -> None:
    evening.present(evening.green)
    evening.present(None)
    assert (evening.report.presenting, evening.report.ends_at) == (None, None)
    assert evening.report.turn(evening.green.id).state is TurnState.PRESENTED


def test_a_room_can_have_more_time(evening: Evening) -> None:
    cast = evening.cast
    evening.present(evening.green)
    extend = ExtendTurn(activity=evening.report.id, room=evening.green.id, ends_at=cast.now + 7 * MINUTE)
    cast.do(cast.farid, extend)
    assert evening.report.ends_at == cast.now + 7 * MINUTE
    assert cast.code(cast.farid, replace(extend, room=evening.ways.id)) == "already_presenting"
    for ends_at in (cast.now, cast.now + 60 * MINUTE):
        assert cast.code(cast.farid, replace(extend, ends_at=ends_at)) == "too_late"


def test_a_room_can_be_skipped_and_wait_again(evening: Evening) -> None:
    cast = evening.cast
    skip = SkipRoom(activity=evening.report.id, room=evening.empty.id)
    cast.do(cast.farid, skip)
    assert not cast.do(cast.farid, skip)
    assert evening.report.turn(evening.empty.id).state is TurnState.SKIPPED
    assert cast.sees(cast.ana, evening.conclusion(evening.empty)) is None
    cast.do(cast.farid, replace(skip, skipped=False))
    assert evening.report.turn(evening.empty.id).state is TurnState.WAITING
    evening.present(evening.green)
    cast.do(cast.farid, replace(skip, room=evening.green.id))
    assert (evening.report.presenting, evening.report.ends_at) == (None, None)


def test_rooms_are_put_in_another_order_also_beforehand(cast: Cast) -> None:
    evening = Evening(cast)
    report = evening.report_in(cast.made(Step, cast.farid, AddStep(title="Plus tard", plenary=ReportOutPlan())))
    arrange = ArrangeRooms(activity=report.id, rooms=(evening.empty.id, evening.ways.id))
    cast.do(cast.farid, arrange)
    order = [turn.room for turn in cast.again(report).turns]
    assert order == [evening.empty.id, evening.ways.id, evening.green.id]
    assert cast.code(cast.farid, replace(arrange, rooms=(cast.backstage,))) == "unknown"


def test_a_group_made_meanwhile_comes_last(evening: Evening) -> None:
    (late,) = evening.cast.groups("En retard")
    evening.present(evening.green)
    assert [turn.room for turn in evening.report.turns][-1] == late.id
    evening.present(late)


def test_rooms_present_while_the_step_runs(evening: Evening) -> None:
    report = evening.report
    evening.go_on(evening.step)
    wish = PresentRoom(activity=report.id, room=evening.green.id, seen=None)
    assert evening.cast.code(evening.cast.farid, wish) == "step_closed"


def test_a_turn_is_over_when_the_step_is_left(evening: Evening) -> None:
    report = evening.report
    evening.present(evening.green)
    evening.cast.wait(MINUTE)
    evening.go_on(evening.step)
    assert_presented(evening.cast, report, evening.green.id)


def test_a_turn_is_over_when_the_workshop_closes(evening: Evening) -> None:
    evening.present(evening.green)
    evening.cast.wait(MINUTE)
    evening.cast.do(evening.cast.odile, {"type": "workshop.close"})
    assert_presented(evening.cast, evening.report, evening.green.id)


def assert_presented(cast: Cast, report: ReportOut, room: RoomId) -> None:
    report = cast.again(report)
    turn = report.turn(room)
    assert (turn.state, turn.ended_at, report.ends_at) == (TurnState.PRESENTED, cast.now, None)


def test_only_staff_lead_a_report_out(evening: Evening) -> None:
    cast, activity, room = evening.cast, evening.report.id, evening.green.id
    for person in (cast.ana, cast.vera):
        for wish in (
            PresentRoom(activity=activity, room=room, seen=None),
            ShowConclusion(activity=activity, room=room),
            SkipRoom(activity=activity, room=room),
            ExtendTurn(activity=activity, room=room, ends_at=cast.now + MINUTE),
            ArrangeRooms(activity=activity, rooms=(room,)),
        ):
            assert cast.code(person, wish) == "not_allowed"


def test_what_is_not_there_is_unknown(evening: Evening) -> None:
    cast, activity = evening.cast, evening.report.id
    for wish in (
        PresentRoom(activity=activity, room=cast.backstage, seen=None),
        ShowConclusion(activity=activity, room=cast.plenary),
        SkipRoom(activity=activity, room=RoomId("none")),
        PresentRoom(activity=ActivityId("none"), room=evening.green.id, seen=None),
    ):
        assert cast.code(cast.farid, wish) == "unknown"
