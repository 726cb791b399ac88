"""Moving notes and laying them together."""

import random

import pytest
from msgspec.structs import replace

from rooms.activities.board import (
    Board,
    DropNote,
    MoveNote,
    Note,
    Sorting,
    Stack,
    StackNote,
    TitleStack,
    UnstackNote,
    WriteNote,
)
from rooms.ids import ColumnId, NoteId, StackId
from rooms.order import key_between
from tests.cast import BAD, GOOD, HIDDEN_BOARD, OPEN_BOARD, Cast

STAFF_BOARD = replace(OPEN_BOARD, sorting=Sorting.STAFF)


def stacked(cast: Cast, count: int = 2) -> tuple[Stack, list[Note]]:
    board = cast.board(OPEN_BOARD)
    notes = [cast.note(cast.ana, board, text) for text in "abcdef"[:count]]
    stack = cast.made(Stack, cast.bob, StackNote(note=notes[1].id, onto=notes[0].id))
    for note in notes[2:]:
        cast.do(cast.bob, StackNote(note=note.id, onto=notes[0].id))
    return stack, [cast.again(note) for note in notes]


def test_everybody_moves_notes(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    a, b, c = (cast.note(cast.ana, board, text) for text in "abc")
    cast.do(cast.bob, MoveNote(note=c.id, column=GOOD, after=a.id))
    assert cast.column(board) == ["a", "c", "b"]
    cast.do(cast.bob, MoveNote(note=b.id, column=GOOD))
    assert cast.column(board) == ["b", "a", "c"]
    cast.do(cast.bob, MoveNote(note=b.id, column=GOOD, after=c.id))
    assert cast.column(board) == ["a", "c", "b"]


def test_a_note_goes_to_another_column(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    a, b, x = cast.note(cast.ana, board, "a"), cast.note(cast.ana, board, "b"), cast.note(cast.ana, board, "x", BAD)
    cast.do(cast.bob, MoveNote(note=a.id, column=BAD, after=x.id))
    cast.do(cast.bob, MoveNote(note=b.id, column=BAD))
    assert (cast.column(board), cast.column(board, BAD)) == ([], ["b", "x", "a"])


def test_a_note_after_one_that_has_gone_goes_to_the_end(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    a, *_ = (cast.note(cast.ana, board, text) for text in "abc")
    cast.do(cast.bob, MoveNote(note=a.id, column=GOOD, after=NoteId("gone")))
    assert cast.column(board) == ["b", "c", "a"]


def test_a_note_after_itself_stays(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    a, *_ = (cast.note(cast.ana, board, text) for text in "abc")
    assert not cast.do(cast.bob, MoveNote(note=a.id, column=GOOD, after=a.id))
    assert cast.column(board) == ["a", "b", "c"]


def test_the_same_move_twice_changes_nothing_more(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    a, b, _ = (cast.note(cast.ana, board, text) for text in "abc")
    move = MoveNote(note=a.id, column=GOOD, after=b.id)
    assert cast.do(cast.bob, move)
    assert not cast.do(cast.bob, move)


def test_a_move_changes_one_note_only(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    notes = [cast.note(cast.ana, board, str(i)) for i in range(12)]
    changes = cast.do(cast.bob, MoveNote(note=notes[9].id, column=GOOD, after=notes[2].id))
    assert [entity.id for entity in changes.put] == [notes[9].id]


def test_order_holds_through_many_moves() -> None:
    cast = Cast(all_moves=False)
    board = cast.board(OPEN_BOARD)
    dice = random.Random(3)
    notes = [cast.note(cast.ana, board, str(i)) for i in range(8)]
    wanted = [note.text for note in notes]
    for _ in range(120):
        note, after = dice.sample([*notes, None], 2)
        if note is None:
            continue
        cast.do(cast.bob, MoveNote(note=note.id, column=GOOD, after=after.id if after else None))
        wanted.remove(note.text)
        wanted.insert(wanted.index(after.text) + 1 if after else 0, note.text)
        assert cast.column(board) == wanted


def test_there_is_always_room_between_two_keys() -> None:
    left, right = key_between(None, None), key_between(key_between(None, None), None)
    for _ in range(200):
        middle = key_between(left, right)
        assert left < middle < right
        right = middle
    assert key_between(None, left) < left


def test_moves_to_a_column_that_is_none_are_refused(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    refused = cast.refused(cast.ana, MoveNote(note=note.id, column=ColumnId("none")))
    assert (refused.code, refused.details) == ("unknown", {"kind": "column"})


def test_where_staff_sort_others_move_their_own_notes_only(cast: Cast) -> None:
    board = cast.board(STAFF_BOARD)
    a, b = cast.note(cast.ana, board, "a"), cast.note(cast.bob, board, "b")
    cast.do(cast.ana, MoveNote(note=a.id, column=BAD))
    for command in (
        MoveNote(note=a.id, column=GOOD),
        StackNote(note=a.id, onto=b.id),
        UnstackNote(note=a.id),
    ):
        assert cast.code(cast.bob, command) == "staff_sorts"
        cast.do(cast.farid, command)


def test_viewers_move_nothing(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    assert cast.code(cast.vera, MoveNote(note=note.id, column=BAD)) == "not_allowed"


def test_hidden_notes_are_moved_by_their_author_only(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    note = cast.note(cast.ana, board)
    assert cast.code(cast.bob, MoveNote(note=note.id, column=BAD)) == "unknown"
    cast.do(cast.ana, MoveNote(note=note.id, column=BAD))
    assert cast.column(board, BAD) == [note.text]


# -- stacks -------------------------------------------------------------------------------------------------------


def test_a_note_laid_on_another_makes_a_stack(cast: Cast) -> None:
    stack, (a, b) = stacked(cast)
    assert a.stack == b.stack == stack.id
    assert cast.sees(cast.bob, stack) is not None


def test_a_stack_lies_where_its_first_note_lies(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    a, _, x = cast.note(cast.ana, board, "a"), cast.note(cast.ana, board, "b"), cast.note(cast.ana, board, "x", BAD)
    cast.do(cast.bob, StackNote(note=x.id, onto=a.id))
    assert (cast.column(board), cast.column(board, BAD)) == (["a", "x", "b"], [])


def test_a_third_note_joins_the_stack(cast: Cast) -> None:
    stack, notes = stacked(cast, 4)
    assert {note.stack for note in notes} == {stack.id}
    assert len(list(cast.state.all(Stack))) == 1


def test_laying_a_note_on_its_own_stack_changes_nothing(cast: Cast) -> None:
    _, (a, b, _) = stacked(cast, 3)
    assert not cast.do(cast.bob, StackNote(note=a.id, onto=b.id))


def test_a_stack_of_two_dissolves_when_one_is_taken_off(cast: Cast) -> None:
    stack, (a, b) = stacked(cast)
    cast.do(cast.bob, UnstackNote(note=b.id))
    assert cast.again(a).stack is None
    assert cast.again(b).stack is None
    assert cast.state.get(stack.id) is None


def test_a_stack_of_three_stays_when_one_is_taken_off(cast: Cast) -> None:
    stack, (a, b, c) = stacked(cast, 3)
    cast.do(cast.bob, UnstackNote(note=a.id))
    assert cast.again(a).stack is None
    assert cast.again(b).stack == cast.again(c).stack == stack.id


def test_a_note_moved_away_leaves_its_stack(cast: Cast) -> None:
    stack, (a, b) = stacked(cast)
    cast.do(cast.bob, MoveNote(note=a.id, column=BAD))
    assert cast.again(b).stack is None
    assert cast.state.get(stack.id) is None


def test_a_dropped_note_leaves_its_stack(cast: Cast) -> None:
    stack, (a, b) = stacked(cast)
    cast.do(cast.ana, DropNote(note=b.id))
    assert cast.again(a).stack is None
    assert cast.state.get(stack.id) is None


def test_a_note_goes_from_one_stack_to_another(cast: Cast) -> None:
    stack, (a, b) = stacked(cast)
    board = cast.again(a).activity
    texts = ("x", "y")
    x, y = (cast.made(Note, cast.ana, WriteNote(activity=board, column=BAD, text=text)) for text in texts)
    other = cast.made(Stack, cast.bob, StackNote(note=y.id, onto=x.id))
    cast.do(cast.bob, StackNote(note=a.id, onto=x.id))
    assert cast.state.get(stack.id) is None
    assert cast.again(b).stack is None
    assert {cast.again(note).stack for note in (a, x, y)} == {other.id}


def test_notes_are_laid_on_notes_of_the_same_board_only(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    (group,) = cast.groups("Un")
    step = cast.run(plenary=OPEN_BOARD, groups=OPEN_BOARD)
    here, there = cast.in_cell(step, cast.plenary), cast.in_cell(step, group.id)
    one = cast.made(Note, cast.farid, WriteNote(activity=here.id, column=GOOD, text="a"))
    two = cast.made(Note, cast.farid, WriteNote(activity=there.id, column=GOOD, text="a"))
    assert cast.code(cast.farid, StackNote(note=one.id, onto=two.id)) == "unknown"
    assert cast.code(cast.farid, StackNote(note=one.id, onto=one.id)) == "unknown"
    assert cast.code(cast.farid, StackNote(note=one.id, onto=note.id)) == "step_closed"


def test_hidden_notes_are_not_stacked(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    a, b = cast.note(cast.ana, board, "a"), cast.note(cast.ana, board, "b")
    assert cast.code(cast.ana, StackNote(note=a.id, onto=b.id)) == "not_revealed"


def test_a_stack_has_a_title_of_one_line(cast: Cast) -> None:
    stack, _ = stacked(cast)
    cast.do(cast.ana, TitleStack(stack=stack.id, title=" Des\n bancs "))
    assert cast.again(stack).title == "Des bancs"
    cast.do(cast.ana, TitleStack(stack=stack.id, title=""))
    assert cast.again(stack).title == ""


def test_stacks_are_titled_by_those_who_sort(cast: Cast) -> None:
    board = cast.board(STAFF_BOARD)
    a, b = cast.note(cast.ana, board), cast.note(cast.ana, board)
    stack = cast.made(Stack, cast.farid, StackNote(note=a.id, onto=b.id))
    assert cast.code(cast.ana, TitleStack(stack=stack.id, title="x")) == "staff_sorts"
    assert cast.code(cast.vera, TitleStack(stack=stack.id, title="x")) == "not_allowed"
    assert cast.code(cast.farid, TitleStack(stack=StackId("none"), title="x")) == "unknown"
    cast.do(cast.farid, TitleStack(stack=stack.id, title="x"))


def test_stacks_hide_with_their_board(cast: Cast) -> None:
    stack, (a, _) = stacked(cast)
    cast.reveal(cast.state.find(Board, a.activity), False)
    assert cast.sees(cast.bob, stack) is None
    assert cast.code(cast.bob, TitleStack(stack=stack.id, title="x")) == "unknown"


@pytest.mark.parametrize("seed", range(3))
def test_stacks_hold_through_many_gestures(seed: int) -> None:
    cast = Cast(all_moves=False)
    board = cast.board(OPEN_BOARD)
    dice = random.Random(seed)
    notes = [cast.note(cast.ana, board, str(i), dice.choice((GOOD, BAD))) for i in range(7)]
    for _ in range(60):
        one, other = dice.sample(notes, 2)
        stack, unstack = StackNote(note=one.id, onto=other.id), UnstackNote(note=one.id)
        move = MoveNote(note=one.id, column=dice.choice((GOOD, BAD)), after=other.id)
        cast.do(cast.bob, dice.choice((stack, stack, unstack, move)))
    assert sorted(cast.column(board) + cast.column(board, BAD)) == sorted(note.text for note in notes)
