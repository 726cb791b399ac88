import random
from collections.abc import Iterator

import pytest

from facilitation.agenda import StartStep
from facilitation.workshop import decide
from rooms.activities import board as rules
from rooms.activities.board import DropNote, EditNote, Note, RevealBoard, WriteNote
from rooms.activities.comments import WriteComment
from rooms.activities.poll import AddPoll
from rooms.activities.question import Question
from rooms.agenda import Step
from rooms.audience import Seat
from rooms.chance import Chance
from rooms.entity import Changes, Entity
from rooms.ids import ActivityId, ColumnId, NoteId
from rooms.paper import Paper
from rooms.state import State
from tests.cast import BAD, GOOD, HIDDEN_BOARD, OPEN_BOARD, Cast
from tests.secrecy import assert_known_only_to, those_in


def test_a_note_is_seen_by_everybody_in_the_room(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board, "Des arbres")
    for reader in (cast.ana, cast.bob, cast.vera):
        seen = cast.sees(reader, note)
        assert seen is not None
        assert (seen["text"], seen["author"], seen["at"]) == ("Des arbres", cast.ana.id, cast.now)


def test_a_note_is_seen_in_no_other_room(cast: Cast) -> None:
    cast.groups("Un", "Deux")
    board = cast.board(OPEN_BOARD)
    cast.note(cast.ana, board, "Des arbres")
    assert_known_only_to(cast, "Des arbres", people=[cast.ana], audiences=those_in(cast, cast.plenary))


def test_staff_see_the_notes_of_the_room_they_look_at(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    assert cast.sees(cast.farid, note) is None
    cast.look(cast.farid, cast.plenary)
    assert cast.sees(cast.farid, note) is not None
    cast.look(cast.farid, None)
    assert cast.sees(cast.farid, note) is None


def test_hidden_notes_are_known_to_their_author_only(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    note = cast.note(cast.ana, board, "Secret de polichinelle")
    cast.look(cast.farid, cast.plenary)
    owned = cast.owns(cast.ana, note)
    assert owned is not None
    assert owned["text"] == "Secret de polichinelle"
    assert_known_only_to(cast, "Secret de polichinelle", people=[cast.ana])
    assert_known_only_to(cast, note.id, people=[cast.ana])


def test_revealing_shows_all_notes_and_hiding_takes_them_back(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    note = cast.note(cast.ana, board, "Un banc rouge")
    cast.reveal(board)
    assert cast.sees(cast.bob, note) is not None
    assert_known_only_to(cast, "Un banc rouge", people=[cast.ana], audiences=those_in(cast, cast.plenary))
    cast.reveal(board, False)
    assert cast.sees(cast.bob, note) is None
    assert cast.owns(cast.ana, note) is not None


def test_a_board_that_hides_nothing_is_revealed_from_the_start(cast: Cast) -> None:
    assert cast.board(OPEN_BOARD).revealed
    assert not cast.board(HIDDEN_BOARD).revealed


def test_notes_follow_each_other_in_their_column(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    for text in "abc":
        cast.note(cast.ana, board, text)
    cast.note(cast.bob, board, "x", BAD)
    assert cast.column(board) == ["a", "b", "c"]
    assert cast.column(board, BAD) == ["x"]


def test_a_note_needs_a_column_of_its_board(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    refused = cast.refused(cast.ana, WriteNote(activity=board.id, column=ColumnId("other"), text="a"))
    assert (refused.code, refused.details) == ("unknown", {"kind": "column"})


def test_a_note_needs_a_board_that_is_there(cast: Cast) -> None:
    refused = cast.refused(cast.ana, WriteNote(activity=ActivityId("nowhere"), column=GOOD, text="a"))
    assert (refused.code, refused.details) == ("unknown", {"kind": "board"})


def test_another_rooms_board_is_as_unknown_as_none(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    step = cast.run(groups=OPEN_BOARD)
    board = cast.in_cell(step, group.id)
    refused = cast.refused(cast.ana, WriteNote(activity=board.id, column=GOOD, text="a"))
    assert (refused.code, refused.details) == ("unknown", {"kind": "board"})


def test_staff_write_on_boards_of_rooms_they_are_not_in(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    assert str(cast.note(cast.farid, board).author) == cast.farid.id


def test_nothing_is_written_outside_the_running_step(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    cast.run()
    for command in (
        WriteNote(activity=board.id, column=GOOD, text="a"),
        EditNote(note=note.id, text="b"),
        DropNote(note=note.id),
        WriteComment(note=note.id, text="c"),
    ):
        refused = cast.refused(cast.ana, command)
        assert (refused.code, refused.details) == ("step_closed", {"step": board.step})


def test_notes_written_before_stay_when_the_step_comes_back(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    other = cast.run()
    cast.do(cast.farid, StartStep(step=board.step, seen=other.id))
    cast.do(cast.ana, EditNote(note=note.id, text="encore"))
    assert cast.again(note).text == "encore"


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b", "\u202e", "\u0301"])
def test_a_note_says_something(cast: Cast, text: str) -> None:
    board = cast.board(OPEN_BOARD)
    assert cast.code(cast.ana, WriteNote(activity=board.id, column=GOOD, text=text)) == "empty"


def test_a_full_board_takes_no_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "NOTES_MAX", 2)
    board = cast.board(OPEN_BOARD)
    cast.note(cast.ana, board)
    cast.note(cast.ana, board)
    refused = cast.refused(cast.bob, WriteNote(activity=board.id, column=GOOD, text="a"))
    assert (refused.code, refused.details) == ("board_full", {"most": 2})


class Shut(State):
    """A state in which nobody may go through all that lies in an activity."""

    def shelf(self, by: str, of: str) -> Iterator[Entity]:
        assert by != "under"
        return super().shelf(by, of)


def test_writing_a_note_does_not_look_at_the_others(cast: Cast) -> None:
    """Boards fill up when people write most."""
    board = cast.board(OPEN_BOARD)
    for text in "abc":
        last = cast.note(cast.ana, board, text)
    shut = Shut(cast.state.head)
    for entity in cast.state:
        shut.put(entity)
    command = WriteNote(activity=board.id, column=GOOD, text="d")
    changes = decide(shut, command, cast.bob.actor, cast.now, Chance(random.Random(1)))
    assert isinstance(changes, Changes)
    (written,) = changes.put
    assert isinstance(written, Note)
    assert written.order > last.order


# -- editing ------------------------------------------------------------------------------------------------------


def test_authors_edit_their_notes(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.wait(1_000)
    cast.do(cast.ana, EditNote(note=note.id, text="Deux bancs", paper=Paper.SKY))
    edited = cast.again(note)
    assert (edited.text, edited.paper, edited.edited_at) == ("Deux bancs", Paper.SKY, cast.now)
    assert edited.order == note.order


def test_another_paper_is_no_edit_of_the_text(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.do(cast.ana, EditNote(note=note.id, text=note.text, paper=Paper.LILAC))
    assert (cast.again(note).paper, cast.again(note).edited_at) == (Paper.LILAC, None)


def test_the_same_text_again_changes_nothing(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    assert not cast.do(cast.ana, EditNote(note=note.id, text=note.text))


def test_notes_of_others_are_not_edited_or_dropped(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    assert cast.code(cast.bob, EditNote(note=note.id, text="a")) == "not_yours"
    assert cast.code(cast.bob, DropNote(note=note.id)) == "not_yours"


def test_staff_moderate_notes(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    kept, dropped = cast.note(cast.ana, board), cast.note(cast.ana, board)
    cast.do(cast.farid, EditNote(note=kept.id, text="…"))
    cast.do(cast.farid, DropNote(note=dropped.id))
    assert cast.column(board) == ["…"]


def test_hidden_notes_of_others_are_unknown_even_to_staff(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(HIDDEN_BOARD))
    for person in (cast.bob, cast.farid):
        for command in (EditNote(note=note.id, text="a"), DropNote(note=note.id)):
            refused = cast.refused(person, command)
            assert (refused.code, refused.details) == ("unknown", {"kind": "note"})


def test_words_changed_meanwhile_are_not_overwritten_unread(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "a")
    cast.do(cast.farid, EditNote(note=note.id, text="b"))
    refused = cast.refused(cast.ana, EditNote(note=note.id, text="c", seen=note.rev))
    assert (refused.code, refused.details) == ("edited_meanwhile", {"text": "b"})
    cast.do(cast.ana, EditNote(note=note.id, text="c", seen=cast.again(note).rev))
    assert cast.again(note).text == "c"


def test_a_note_that_only_moved_meanwhile_can_be_edited(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board, "a")
    cast.do(cast.ana, EditNote(note=note.id, text="b"))
    seen = cast.again(note).rev
    cast.do(cast.bob, rules.MoveNote(note=note.id, column=BAD))
    cast.do(cast.ana, EditNote(note=note.id, text="c", seen=seen))
    assert cast.again(note).text == "c"


# -- dropping -----------------------------------------------------------------------------------------------------


def test_a_dropped_note_takes_its_comments_along(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    cast.do(cast.bob, WriteComment(note=note.id, text="Oui"))
    changes = cast.do(cast.ana, DropNote(note=note.id))
    assert len(changes.drop) == 2
    assert cast.sees(cast.bob, note) is None
    assert list(cast.state.under(board.id, Note)) == []


def test_a_dropped_note_is_unknown(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.do(cast.ana, DropNote(note=note.id))
    assert cast.code(cast.ana, DropNote(note=note.id)) == "unknown"
    assert cast.code(cast.ana, DropNote(note=NoteId("nothing"))) == "unknown"


def test_only_staff_reveal(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    for person in (cast.ana, cast.vera):
        assert cast.code(person, RevealBoard(activity=board.id)) == "not_allowed"
    cast.do(cast.odile, RevealBoard(activity=board.id))
    assert cast.again(board).revealed


def test_viewers_see_notes_and_write_none(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    assert cast.sees(cast.vera, note) is not None
    assert cast.code(cast.vera, WriteNote(activity=board.id, column=GOOD, text="a")) == "not_allowed"
    assert cast.code(cast.vera, EditNote(note=note.id, text="a")) == "not_allowed"


def test_a_board_that_holds_only_a_poll_still_takes_notes(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    cast.do(cast.farid, AddPoll(activity=board.id, question=Question(text="Et ?", options=("oui", "non"))))
    assert cast.note(cast.ana, board).column == GOOD


def test_every_group_works_on_a_board_of_its_own(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    step = cast.run(groups=OPEN_BOARD)
    cast.part()
    ana, bob = cast.record(cast.ana), cast.record(cast.bob)
    assert {ana.room, bob.room} == {one.id, two.id}
    board = cast.in_cell(step, ana.room)
    assert isinstance(board, rules.Board)
    note = cast.note(cast.ana, board, "Entre nous")
    assert cast.sees(cast.bob, note) is None
    assert_known_only_to(cast, "Entre nous", people=[cast.ana], audiences=those_in(cast, ana.room, tuple(Seat)))
    assert cast.state.find(Step, step.id).groups == OPEN_BOARD
