"""An activity that goes on from an earlier step's: notes are brought along, a conclusion is taken up again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from facilitation.agenda import AddStep, DropSteps, OpenStepWith, StartStep
from facilitation.drawing import group_rooms
from facilitation.groups import AddRoom
from facilitation.order import HideText, ModerateRoom, ShowText
from facilitation.rotating import ApplyRotation, ProposeRotation
from facilitation.template import InsertSteps, LayOut, StepTemplate, Template, template_of
from rooms.activities import board as rules
from rooms.activities.adoption import Standing
from rooms.activities.board import Board, Carried, EditNote, Note
from rooms.activities.conclusion import Conclusion, ConclusionPlan, Writing
from rooms.activities.report_out import ReportOutPlan
from rooms.activities.verdict import PutConclusionToVote
from rooms.agenda import AnyPlan, Moves, Room, RoomKind, Stage, Step
from rooms.ids import StepId
from rooms.moderation import Reason
from rooms.registration import Asking, AskQuestion, RegistrationQuestion, Tier
from rooms.rotation import ROTATION, Rotation
from tests.cast import ANONYMOUS_BOARD, OPEN_BOARD, Cast
from tests.rooms.reporting import TREES, Evening


@pytest.fixture
def cast() -> Cast:
    return Cast(all_moves=False)


def next_step(cast: Cast, after: Step, groups: AnyPlan) -> Step:
    step = cast.made(Step, cast.farid, AddStep(title="Ensuite", after=after.id, groups=groups))
    cast.do(cast.farid, StartStep(step=step.id, seen=cast.workshop.step))
    return cast.again(step)


def board_in(cast: Cast, step: Step, room: Room) -> Board:
    board = cast.in_cell(step, room.id)
    assert isinstance(board, Board)
    return board


def notes(cast: Cast, board: Board) -> list[Note]:
    return sorted(cast.state.under(board.id, Note), key=lambda note: note.lane())


def test_a_board_begins_with_the_notes_of_its_room_and_says_where_they_are_from(cast: Cast) -> None:
    room, other = cast.groups("Un", "Deux")
    cast.part()
    first = cast.run(groups=OPEN_BOARD)
    note = cast.note(cast.farid, board_in(cast, first, room), "Un banc")
    cast.note(cast.farid, board_in(cast, first, other), "Un arbre")
    step = next_step(cast, first, groups=replace(OPEN_BOARD, goes_on=first.id))
    (brought,) = notes(cast, board_in(cast, step, room))
    assert (brought.text, brought.author) == ("Un banc", note.author)
    assert brought.carried == Carried(note=note.id, step=first.id)
    assert [note.text for note in notes(cast, board_in(cast, first, room))] == ["Un banc"]


def test_stacks_come_along_and_nothing_comes_twice(cast: Cast) -> None:
    (room,) = cast.groups("Un")
    cast.part()
    first = cast.run(groups=OPEN_BOARD)
    one, two = (cast.note(cast.farid, board_in(cast, first, room), text) for text in ("Un banc", "Deux bancs"))
    cast.do(cast.farid, {"type": "note.stack", "note": two.id, "onto": one.id})
    step = next_step(cast, first, groups=replace(OPEN_BOARD, goes_on=first.id))
    brought = notes(cast, board_in(cast, step, room))
    assert len({note.stack for note in brought}) == 1
    cast.do(cast.farid, StartStep(step=first.id, seen=step.id))
    cast.do(cast.farid, StartStep(step=step.id, seen=first.id))
    assert len(notes(cast, board_in(cast, step, room))) == 2


def test_what_was_hidden_stays_behind_and_anonymous_notes_stay_so(cast: Cast) -> None:
    hidden, shown = cast.groups("Un", "Deux")
    cast.part()
    first = cast.run(groups=ANONYMOUS_BOARD)
    for room in (hidden, shown):
        for person in (cast.ana, cast.bob):
            cast.do(cast.farid, {"type": "person.move", "person": person.id, "room": room.id})
        cast.note(cast.ana, board_in(cast, first, room), "Un banc")
    cast.reveal(board_in(cast, first, shown))
    step = next_step(cast, first, groups=replace(OPEN_BOARD, goes_on=first.id))
    assert notes(cast, board_in(cast, step, hidden)) == []
    (brought,) = notes(cast, board_in(cast, step, shown))
    seen = cast.sees(cast.bob, brought)
    assert seen is not None
    assert seen["author"] is None


def test_what_is_hidden_on_one_board_is_hidden_on_those_that_go_on_from_it_and_the_other_way_round(cast: Cast) -> None:
    (room,) = cast.groups("Un")
    cast.part()
    first = cast.run(groups=OPEN_BOARD)
    note = cast.note(cast.ana, board_in(cast, first, room), "mot-de-trop")
    step = next_step(cast, first, groups=replace(OPEN_BOARD, goes_on=first.id))
    (brought,) = notes(cast, board_in(cast, step, room))
    for one, other in ((note, brought), (brought, note)):
        cast.do(cast.farid, HideText(about=one.id, reason=Reason.INSULT))
        assert cast.sees(cast.bob, one) is cast.sees(cast.bob, other) is None
        cast.do(cast.farid, ShowText(about=one.id))
        assert cast.sees(cast.bob, one) is not None
        assert cast.sees(cast.bob, other) is not None
    cast.do(cast.ana, EditNote(note=brought.id, text="Un mot choisi"))
    cast.do(cast.farid, HideText(about=note.id, reason=Reason.INSULT))
    assert cast.sees(cast.bob, brought) is not None


def test_tables_that_merge_bring_their_notes_together(cast: Cast) -> None:
    rooms = cast.groups("Un", "Deux")
    cast.part()
    first = cast.run(groups=OPEN_BOARD)
    for room in rooms:
        cast.note(cast.farid, board_in(cast, first, room), room.name)
    cast.do(cast.farid, ProposeRotation(moves=Moves.MERGE))
    cast.do(cast.farid, ApplyRotation(seen=cast.state.find(Rotation, ROTATION).rev))
    step = next_step(cast, first, groups=replace(OPEN_BOARD, goes_on=first.id))
    assert [note.text for note in notes(cast, board_in(cast, step, rooms[0]))] == ["Un", "Deux"]
    assert notes(cast, board_in(cast, step, rooms[1])) == []


def test_a_conclusion_is_taken_up_again_as_it_is(cast: Cast) -> None:
    evening = Evening(cast)
    before = evening.conclusion(evening.green)
    step = evening.go_on(evening.step, groups=ConclusionPlan(goes_on=evening.writing.id))
    after = cast.state.find(Conclusion, before.id)
    assert (after.step, after.state) == (step.id, Standing.DRAFTING)
    assert after.activity == cast.in_cell(step, evening.green.id).id
    assert len(list(cast.state.all(Conclusion))) == 3


def test_a_conclusion_in_vote_stays_as_it_is_and_stops_nobody(cast: Cast) -> None:
    rooms = cast.groups("Un", "Deux")
    cast.part()
    first = cast.run(groups=ConclusionPlan())
    before = next(conclusion for conclusion in cast.state.all(Conclusion) if conclusion.room == rooms[0].id)
    options = ("Pour", "Contre", "Abstention")
    cast.do(cast.farid, PutConclusionToVote(conclusion=before.id, text="Adopter ?", options=options))
    step = next_step(cast, first, groups=ConclusionPlan(goes_on=first.id))
    assert (cast.again(before).state, cast.again(before).step) == (Standing.VOTING, first.id)
    writings = [cast.in_cell(step, room.id) for room in rooms]
    assert [writing.left_behind for writing in writings if isinstance(writing, Writing)] == [True, False]


def test_a_board_begins_with_the_notes_it_has_place_for(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "NOTES_MAX", 2)
    (room,) = cast.groups("Un")
    cast.part()
    first = cast.run(groups=OPEN_BOARD)
    monkeypatch.undo()
    for text in ("Un banc", "Deux bancs", "Trois bancs"):
        cast.note(cast.farid, board_in(cast, first, room), text)
    monkeypatch.setattr(rules, "NOTES_MAX", 2)
    board = board_in(cast, next_step(cast, first, groups=replace(OPEN_BOARD, goes_on=first.id)), room)
    assert (len(notes(cast, board)), board.left_behind) == (2, 1)


def test_what_was_taken_up_again_is_what_is_reported_out(cast: Cast) -> None:
    evening = Evening(cast)
    again = evening.go_on(evening.step, groups=ConclusionPlan(goes_on=evening.writing.id))
    evening.record(evening.green, {evening.conclusion(evening.green).fields[0].id: TREES})
    evening.step = evening.go_on(again, plenary=ReportOutPlan())
    assert evening.report.turn(evening.green.id).conclusion == evening.conclusion(evening.green).id


def test_a_step_sets_who_is_heard_in_its_rooms_when_it_starts(cast: Cast) -> None:
    step = cast.made(Step, cast.farid, AddStep(title="Bocal", plenary=OPEN_BOARD))
    cast.do(cast.farid, OpenStepWith(step=step.id, moves=Moves.NEXT, stage=Stage.FISHBOWL))
    assert cast.state.find(Room, cast.plenary).stage is Stage.OPEN
    cast.do(cast.farid, StartStep(step=step.id, seen=None))
    assert cast.state.find(Room, cast.plenary).stage is Stage.FISHBOWL
    assert cast.again(step).moves is Moves.NEXT


def test_a_template_names_steps_by_their_places(cast: Cast) -> None:
    first = cast.run(groups=OPEN_BOARD)
    cast.made(Step, cast.farid, AddStep(title="Suite", after=first.id, groups=replace(OPEN_BOARD, goes_on=first.id)))
    template = template_of(cast.state)
    assert template.steps[1].groups.goes_on == "0"  # type: ignore[union-attr]
    other = Cast(all_moves=False)
    other.do(None, LayOut(template=Template(title="Autre", steps=template.steps)))
    titles = {step.title: step for step in other.state.all(Step)}
    assert titles["Suite"].groups.goes_on == titles["Idées"].id  # type: ignore[union-attr]


def test_a_template_keeps_what_is_asked_and_how_groups_fill(cast: Cast) -> None:
    cast.do(cast.farid, AddRoom(name="Un", least=3, capacity=9))
    asking = Asking(title="Quartier", options=("Centre", "Gare"), required=True, tier=Tier.ORDINARY)
    cast.do(cast.farid, AskQuestion(asking=asking))
    for room in list(cast.state.all(Room)):
        if room.room_kind is not RoomKind.BACKSTAGE:
            cast.do(cast.farid, ModerateRoom(room=room.id, moderated=True))
    other = Cast(all_moves=False)
    other.do(None, LayOut(template=template_of(cast.state)))
    assert template_of(other.state) == template_of(cast.state)
    (group,) = group_rooms(other.state)
    assert (group.least, group.capacity, group.moderated) == (3, 9, True)
    assert other.state.find(Room, other.plenary).moderated
    (question,) = other.state.all(RegistrationQuestion)
    assert (question.title, question.required, question.tier) == ("Quartier", True, Tier.ORDINARY)


def test_steps_are_inserted_after_another_and_fitted_into_the_time_there_is(cast: Cast) -> None:
    first = cast.run(groups=OPEN_BOARD)
    last = cast.made(Step, cast.farid, AddStep(title="Fin", after=first.id))
    cast.groups("Un")
    steps = (
        StepTemplate(title="Un", minutes=10, groups=OPEN_BOARD),
        StepTemplate(title="Deux", minutes=30, groups=replace(OPEN_BOARD, goes_on=StepId("0"))),
    )
    cast.do(cast.farid, InsertSteps(steps=steps, after=first.id, minutes=20))
    every = sorted(cast.state.all(Step), key=lambda step: step.order)
    assert [(step.title, step.minutes) for step in every[1:]] == [("Un", 5), ("Deux", 15), (last.title, last.minutes)]
    assert every[2].groups.goes_on == every[1].id  # type: ignore[union-attr]


def test_what_was_inserted_is_taken_out_again_all_of_it_or_nothing(cast: Cast) -> None:
    cast.run(plenary=None, groups=OPEN_BOARD)
    cast.groups("Un")
    before = [step.id for step in cast.state.all(Step)]
    cast.do(cast.farid, InsertSteps(steps=(StepTemplate(title="Un", groups=OPEN_BOARD), StepTemplate(title="Deux"))))
    inserted = tuple(step.id for step in cast.state.all(Step) if step.id not in before)
    assert cast.code(cast.farid, DropSteps(steps=(*inserted, *before))) == "step_started"
    assert len(list(cast.state.all(Step))) == 3
    cast.do(cast.farid, DropSteps(steps=inserted))
    assert [step.id for step in cast.state.all(Step)] == before
