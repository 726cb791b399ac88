import pytest
from msgspec.structs import replace

from facilitation import agenda as rules
from facilitation.agenda import (
    AddStep,
    ClearActivity,
    DropStep,
    EditStep,
    ExtendStep,
    MoveStep,
    PlanActivity,
    StartStep,
)
from rooms.activities.board import Board, BoardPlan, Column, Note
from rooms.activities.discussion import Discussion, DiscussionPlan
from rooms.activities.info import AddFile, File, Info, InfoPlan, shown_files
from rooms.activities.pause import Break, BreakPlan
from rooms.activities.poll import AddPoll, Poll, PollPlan
from rooms.activities.question import Question
from rooms.activity import Activity
from rooms.agenda import AnyPlan, Step
from rooms.audience import Audience, Seat
from rooms.ids import ActivityId, ColumnId, FileId, RoomId, StepId
from tests.cast import BAD, COLUMNS, GOOD, HIDDEN_BOARD, OPEN_BOARD, Cast
from tests.table import MINUTE

QUESTION = Question(text="Et ?", options=("oui", "non"))
PLANS: list[AnyPlan] = [InfoPlan(text="Bienvenue"), DiscussionPlan(), OPEN_BOARD, PollPlan(), BreakPlan()]


def added(
    cast: Cast, title: str, after: StepId | None = None, plenary: AnyPlan | None = None, groups: AnyPlan | None = None
) -> Step:
    return cast.made(Step, cast.farid, AddStep(title=title, after=after, plenary=plenary, groups=groups))


def titles(cast: Cast) -> list[str]:
    return [step.title for step in sorted(cast.state.all(Step), key=lambda step: step.order)]


def cells(cast: Cast, step: Step) -> dict[str, str]:
    return {activity.room: activity.kind for activity in cast.state.under(step.id, Activity)}


# -- steps --------------------------------------------------------------------------------------------------------


def test_steps_stand_in_order(cast: Cast) -> None:
    one = added(cast, "Un")
    two = added(cast, "Deux", one.id)
    added(cast, "Entre", one.id)
    added(cast, "Avant")
    added(cast, "Après tout", StepId("gone"))
    assert titles(cast) == ["Avant", "Un", "Entre", "Deux", "Après tout"]
    cast.do(cast.farid, MoveStep(step=two.id))
    cast.do(cast.farid, MoveStep(step=one.id, after=two.id))
    assert titles(cast) == ["Deux", "Un", "Avant", "Entre", "Après tout"]
    assert not cast.do(cast.farid, MoveStep(step=two.id, after=two.id))


def test_everybody_sees_the_agenda(cast: Cast) -> None:
    step = added(cast, "Idées")
    assert all(cast.sees(person, step) for person in (cast.odile, cast.ana, cast.vera))


def test_a_step_has_a_title_and_a_duration(cast: Cast) -> None:
    step = added(cast, " Idées\n")
    cast.do(cast.farid, EditStep(step=step.id, title="Vote", minutes=15))
    assert (cast.again(step).title, cast.again(step).minutes) == ("Vote", 15)
    assert cast.code(cast.farid, EditStep(step=step.id, title="\n", minutes=15)) == "empty"
    assert cast.code(cast.farid, EditStep(step=step.id, title="a", minutes=0)) == "invalid"
    assert cast.code(cast.farid, EditStep(step=step.id, title="a", minutes=601)) == "invalid"
    assert cast.code(cast.farid, EditStep(step=StepId("none"), title="a", minutes=1)) == "unknown"


def test_an_agenda_has_only_so_many_steps(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "STEPS_MAX", 1)
    added(cast, "Un")
    refused = cast.refused(cast.farid, AddStep(title="Deux"))
    assert (refused.code, refused.details) == ("too_many_steps", {"most": 1})


def test_a_step_begins_for_every_room(cast: Cast) -> None:
    step = cast.run()
    assert cast.workshop.step == step.id
    assert (step.started_at, step.ends_at) == (cast.now, cast.now + 10 * MINUTE)
    cast.wait(MINUTE)
    following = cast.run()
    assert cast.again(step).ended_at == following.started_at == cast.now


def test_of_two_who_press_at_once_one_moves(cast: Cast) -> None:
    one, two = added(cast, "Un"), added(cast, "Deux")
    cast.do(cast.farid, StartStep(step=one.id, seen=None))
    refused = cast.refused(cast.odile, StartStep(step=two.id, seen=None))
    assert (refused.code, refused.details) == ("already_moved", {"step": one.id})
    assert cast.code(cast.odile, StartStep(step=one.id, seen=one.id)) == "already_moved"
    assert cast.workshop.step == one.id


def test_a_step_can_come_back(cast: Cast) -> None:
    one = cast.run()
    two = cast.run()
    cast.wait(MINUTE)
    cast.do(cast.farid, StartStep(step=one.id, seen=two.id))
    assert (cast.again(one).started_at, cast.again(one).ended_at) == (cast.now, None)


def test_a_running_step_is_given_more_time_or_less(cast: Cast) -> None:
    step = cast.run()
    assert step.ends_at is not None
    cast.do(cast.farid, ExtendStep(step=step.id, ends_at=step.ends_at + 5 * MINUTE))
    assert cast.again(step).ends_at == step.ends_at + 5 * MINUTE
    cast.do(cast.farid, ExtendStep(step=step.id, ends_at=cast.now + 1))
    for ends_at in (cast.now, cast.now - 1, cast.now + 25 * 60 * MINUTE):
        assert cast.code(cast.farid, ExtendStep(step=step.id, ends_at=ends_at)) == "too_late"
    cast.run()
    assert cast.code(cast.farid, ExtendStep(step=step.id, ends_at=cast.now + MINUTE)) == "step_closed"


def test_time_that_is_up_closes_nothing(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    cast.wait(60 * MINUTE)
    cast.note(cast.ana, board, "Encore un")
    assert cast.column(board) == ["Encore un"]


def test_a_step_that_has_not_begun_is_dropped_with_its_cells(cast: Cast) -> None:
    cast.groups("Un")
    step = added(cast, "Un", plenary=PollPlan(questions=(QUESTION,)), groups=OPEN_BOARD)
    cast.do(cast.farid, DropStep(step=step.id))
    assert not list(cast.state.all(Step))
    assert not list(cast.state.all(Board))
    assert not list(cast.state.all(Poll))


def test_a_step_that_has_begun_stays(cast: Cast) -> None:
    step = cast.run()
    assert cast.code(cast.farid, DropStep(step=step.id)) == "step_started"
    cast.run()
    assert cast.code(cast.farid, DropStep(step=step.id)) == "step_started"


def test_starting_what_is_not_there_is_refused(cast: Cast) -> None:
    assert cast.code(cast.farid, StartStep(step=StepId("none"), seen=None)) == "unknown"
    assert cast.code(cast.farid, {"type": "step.start", "step": "none"}) == "invalid"


# -- cells --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", PLANS)
def test_each_kind_of_activity_can_be_planned(cast: Cast, plan: AnyPlan) -> None:
    cast.groups("Un")
    step = added(cast, "Un", plenary=plan, groups=plan)
    assert len(cells(cast, step)) == 2
    assert all(getattr(activity, "plan", None) == plan for activity in cast.state.under(step.id, Activity))


def test_groups_get_what_the_step_plans_for_them(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    step = added(cast, "Idées", plenary=DiscussionPlan(), groups=OPEN_BOARD)
    three = cast.groups("Trois")[0]
    assert cells(cast, step) == {cast.plenary: "discussion", one.id: "board", two.id: "board", three.id: "board"}


def test_a_plan_for_the_groups_comes_to_all_of_them(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    step = added(cast, "Idées")
    cast.do(cast.farid, PlanActivity(step=step.id, plan=BreakPlan()))
    assert cells(cast, step) == {one.id: "break", two.id: "break"}
    cast.do(cast.farid, PlanActivity(step=step.id, plan=OPEN_BOARD, room=two.id))
    assert cells(cast, step) == {one.id: "break", two.id: "board"}


def test_planning_needs_a_step_and_a_room(cast: Cast) -> None:
    step = added(cast, "Idées")
    assert cast.code(cast.farid, PlanActivity(step=StepId("none"), plan=BreakPlan())) == "unknown"
    assert cast.code(cast.farid, PlanActivity(step=step.id, plan=BreakPlan(), room=RoomId("none"))) == "unknown"


def test_a_board_keeps_its_notes_when_it_is_planned_anew(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    wider = replace(OPEN_BOARD, columns=(*COLUMNS, Column(id=ColumnId("new"), title="Neuf")), title="Et ensuite ?")
    cast.do(cast.farid, PlanActivity(step=board.step, room=board.room, plan=wider))
    assert cast.again(board).plan == wider
    assert cast.state.get(note.id) == note


def test_a_column_with_notes_stays(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    cast.note(cast.ana, board, column=BAD)
    narrower = replace(OPEN_BOARD, columns=COLUMNS[:1])
    refused = cast.refused(cast.farid, PlanActivity(step=board.step, room=board.room, plan=narrower))
    assert (refused.code, refused.details) == ("column_in_use", {"columns": [BAD]})


def test_a_board_hides_or_shows_as_its_plan_now_says(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    note = cast.note(cast.ana, board)
    cast.do(cast.farid, PlanActivity(step=board.step, room=board.room, plan=replace(HIDDEN_BOARD, hidden=False)))
    assert cast.sees(cast.bob, note) is not None
    cast.do(cast.farid, PlanActivity(step=board.step, room=board.room, plan=HIDDEN_BOARD))
    assert cast.sees(cast.bob, note) is None


def test_a_revealed_board_stays_revealed_when_something_else_is_planned(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    cast.reveal(board)
    cast.do(cast.farid, PlanActivity(step=board.step, room=board.room, plan=replace(HIDDEN_BOARD, title="Neuf")))
    assert cast.again(board).revealed


def test_what_people_have_written_is_not_planned_or_cleared_away(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    cast.note(cast.ana, board)
    plan = PlanActivity(step=board.step, room=board.room, plan=BreakPlan())
    for command in (plan, ClearActivity(activity=board.id)):
        refused = cast.refused(cast.farid, command)
        assert (refused.code, refused.details) == ("has_contents", {"activity": board.id})


def test_an_empty_cell_is_planned_as_something_else_or_cleared(cast: Cast) -> None:
    step = added(cast, "Un", plenary=PollPlan(questions=(QUESTION,)))
    cast.do(cast.farid, PlanActivity(step=step.id, room=cast.plenary, plan=PollPlan()))
    assert not list(cast.state.all(Poll))
    cast.do(cast.farid, PlanActivity(step=step.id, room=cast.plenary, plan=BreakPlan()))
    (pause,) = cast.state.all(Break)
    cast.do(cast.farid, ClearActivity(activity=pause.id))
    assert cells(cast, step) == {}
    assert cast.code(cast.farid, ClearActivity(activity=pause.id)) == "unknown"
    assert cast.code(cast.farid, ClearActivity(activity=ActivityId("none"))) == "unknown"


def test_planned_polls_are_prepared(cast: Cast) -> None:
    cast.groups("Un", "Deux")
    added(cast, "Un", plenary=PollPlan(questions=(QUESTION, QUESTION)), groups=PollPlan(questions=(QUESTION,)))
    assert len(list(cast.state.all(Poll))) == 4


def test_a_poll_can_be_put_in_any_activity(cast: Cast) -> None:
    for plan in PLANS:
        activity = cast.in_cell(cast.run(plenary=plan), cast.plenary)
        poll = cast.made(Poll, cast.farid, AddPoll(activity=activity.id, question=QUESTION))
        assert poll.room == cast.plenary


@pytest.mark.parametrize(
    "plan",
    [
        {"kind": "board", "columns": []},
        {"kind": "board", "columns": [{"id": str(i), "title": "a"} for i in range(9)]},
        {"kind": "board", "columns": [{"id": "a", "title": "a"}, {"id": "a", "title": "b"}]},
        {"kind": "board", "columns": [{"id": "A b", "title": "a"}]},
        {"kind": "board", "columns": [{"id": "a", "title": "a"}], "dots": 51},
        {"kind": "board", "columns": [{"id": "a", "title": "a"}], "sorting": "nobody"},
        {"kind": "conclusions"},
        {"kind": "info", "text": "x" * 20_001},
        {"kind": "break", "minutes": 5},
        {},
    ],
)
def test_plans_that_make_no_sense_are_refused(cast: Cast, plan: object) -> None:
    step = added(cast, "Un")
    assert cast.code(cast.farid, {"type": "activity.plan", "step": step.id, "plan": plan}) == "invalid"
    assert cast.code(cast.farid, {"type": "step.add", "title": "a", "groups": plan}) == "invalid"


def test_the_texts_of_a_plan_are_made_safe_to_show(cast: Cast) -> None:
    columns = (Column(id=GOOD, title="Ce \u202e\nqui va"),)
    step = cast.run(plenary=BoardPlan(title="Et\x07 la\nplace ?", instructions="a\r\nb\x00"[:-1], columns=columns))
    board = cast.in_cell(step, cast.plenary)
    assert isinstance(board, Board)
    assert (board.plan.title, board.plan.instructions) == ("Et la place ?", "a\nb")
    assert board.plan.columns[0].title == "Ce qui va"


def test_a_plan_with_words_missing_is_refused_when_it_is_made(cast: Cast) -> None:
    """Not when a group is added and would have to be given it."""
    nameless = BoardPlan(columns=(Column(id=GOOD, title=" "),))
    wordless = PollPlan(questions=(replace(QUESTION, text="\u200b"),))
    step = added(cast, "Un")
    for plan in (nameless, wordless):
        assert cast.code(cast.farid, AddStep(title="a", groups=plan)) == "empty"
        assert cast.code(cast.farid, PlanActivity(step=step.id, plan=plan)) == "empty"


def test_people_see_the_activities_of_their_room(cast: Cast) -> None:
    one, _ = cast.groups("Un", "Deux")
    step = cast.run(plenary=DiscussionPlan(title="Tous"), groups=DiscussionPlan(title="Nous"))
    plenary, group = cast.in_cell(step, cast.plenary), cast.in_cell(step, one.id)
    assert isinstance(plenary, Discussion)
    assert cast.sees(cast.ana, plenary) is not None
    assert cast.sees(cast.ana, group) is None
    assert cast.sees(cast.farid, group) is not None


# -- files --------------------------------------------------------------------------------------------------------


def test_a_file_is_opened_by_those_it_is_shown_to(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    file = FileId("f1")
    add = AddFile(file=file, name=" plan\u202e.pdf", media_type="application/pdf", size=9, sha256="0" * 64)
    kept = cast.made(File, None, add)
    assert kept.name == "plan .pdf"
    step = cast.run()
    cast.do(cast.farid, PlanActivity(step=step.id, room=group.id, plan=InfoPlan(file=file, alt=" Le plan ")))
    (info,) = cast.state.all(Info)
    assert info.plan.alt == "Le plan"
    assert shown_files(Audience(Seat.PARTICIPANT, group.id), cast.state) == {file}
    assert shown_files(Audience(Seat.PARTICIPANT, cast.plenary), cast.state) == set()
    assert shown_files(Audience(Seat.STAFF, cast.backstage), cast.state) == {file}
    assert cast.sees(cast.farid, kept) is not None
    assert cast.sees(cast.ana, kept) is None


def test_notes_are_only_on_boards(cast: Cast) -> None:
    activity = cast.in_cell(cast.run(plenary=DiscussionPlan()), cast.plenary)
    command = {"type": "note.write", "activity": activity.id, "column": "good", "text": "a"}
    assert cast.code(cast.ana, command) == "unknown"
    assert not list(cast.state.all(Note))
