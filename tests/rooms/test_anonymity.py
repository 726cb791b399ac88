import pytest
from msgspec.structs import replace

from facilitation.agenda import ClearActivity, PlanActivity
from facilitation.founding import CloseWorkshop
from rooms.activities.board import (
    Board,
    DropNote,
    EditNote,
    MoveNote,
    StackNote,
    TitleStack,
    UnstackNote,
    WriteNote,
)
from rooms.activities.comments import Comment, DropComment, WriteComment
from rooms.anonymity import Pseudonyms, authors
from rooms.audience import Audience
from rooms.command import Command
from tests.cast import ANONYMOUS_BOARD, BAD, GOOD, OPEN_BOARD, Cast
from tests.secrecy import assert_known_only_to, knowers, those_in


@pytest.fixture
def board(cast: Cast) -> Board:
    return cast.board(ANONYMOUS_BOARD)


def test_readers_get_the_note_without_its_author(cast: Cast, board: Board) -> None:
    note = cast.note(cast.ana, board)
    cast.reveal(board)
    for reader in (cast.ana, cast.bob, cast.vera):
        seen = cast.sees(reader, note)
        assert seen is not None
        assert seen["author"] is None


def test_the_author_is_in_nobodys_bytes_but_their_own(cast: Cast, board: Board) -> None:
    note = cast.note(cast.ana, board)
    cast.reveal(board)
    comment = cast.made(Comment, cast.bob, WriteComment(note=note.id, text="Oui"))
    cast.look(cast.farid, cast.plenary)
    for entity, author in ((note, cast.ana), (comment, cast.bob)):
        assert entity.author is not None
        assert_known_only_to(cast, entity.author, people=[author])


def test_nothing_that_is_kept_bears_the_authors_id(cast: Cast, board: Board) -> None:
    note = cast.note(cast.ana, board)
    changes = cast.do(cast.ana, EditNote(note=note.id, text="Deux"))
    assert cast.ana.id not in repr(changes)


def test_the_journal_forgets_who_gave_the_command(cast: Cast, board: Board) -> None:
    cast.reveal(board)
    one, other = cast.note(cast.ana, board, "a"), cast.note(cast.ana, board, "b")
    given: list[Command] = [
        WriteNote(activity=board.id, column=GOOD, text="c"),
        EditNote(note=one.id, text="d"),
        MoveNote(note=one.id, column=BAD),
        StackNote(note=one.id, onto=other.id),
    ]
    for command in given:
        assert cast.do(cast.ana, command).anonymous, command
    (stack,) = cast.state.shelf("kind", "stack")
    assert cast.do(cast.bob, TitleStack(stack=stack.id, title="x")).anonymous  # type: ignore[arg-type]
    comment = cast.made(Comment, cast.bob, WriteComment(note=one.id, text="e"))
    assert cast.do(cast.bob, DropComment(comment=comment.id)).anonymous
    assert cast.do(cast.ana, UnstackNote(note=one.id)).anonymous
    assert cast.do(cast.ana, DropNote(note=one.id)).anonymous


def test_named_boards_keep_who_gave_the_command(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    changes = cast.do(cast.ana, WriteNote(activity=board.id, column=GOOD, text="c"))
    assert not changes.anonymous


def test_authors_still_have_what_is_theirs(cast: Cast, board: Board) -> None:
    note = cast.note(cast.ana, board)
    assert cast.owns(cast.ana, note) is not None
    assert cast.owns(cast.bob, note) is None
    cast.do(cast.ana, EditNote(note=note.id, text="Deux"))
    assert cast.code(cast.bob, EditNote(note=note.id, text="Trois")) == "unknown"
    cast.reveal(board)
    assert cast.code(cast.bob, EditNote(note=note.id, text="Trois")) == "not_yours"
    assert cast.code(cast.bob, DropNote(note=note.id)) == "not_yours"
    cast.do(cast.ana, DropNote(note=note.id))


def test_somebody_who_has_not_written_owns_nothing(cast: Cast, board: Board) -> None:
    cast.reveal(board)
    note = cast.note(cast.ana, board)
    assert cast.code(cast.bob, EditNote(note=note.id, text="x")) == "not_yours"


def test_a_person_has_another_name_on_every_board(cast: Cast, board: Board) -> None:
    first = cast.note(cast.ana, board).author
    assert cast.note(cast.ana, board).author == first
    assert cast.note(cast.bob, board).author != first
    assert cast.note(cast.ana, cast.board(ANONYMOUS_BOARD)).author != first


def test_nobody_ever_gets_the_key(cast: Cast, board: Board) -> None:
    cast.note(cast.ana, board)
    (keys,) = cast.state.all(Pseudonyms)
    assert len(keys.key) == 64
    assert_known_only_to(cast, keys.key)
    assert_known_only_to(cast, keys.id)


def test_the_key_is_destroyed_when_the_workshop_closes(cast: Cast, board: Board) -> None:
    note = cast.note(cast.ana, board)
    cast.reveal(board)
    (keys,) = cast.state.all(Pseudonyms)
    cast.do(cast.odile, CloseWorkshop())
    assert cast.again(keys).key == ""
    assert keys.key not in repr(list(cast.state))
    assert [str(author) for author in authors(cast.ana.id, cast.state)] == [cast.ana.id]
    assert cast.owns(cast.ana, note) is None
    assert cast.sees(cast.ana, note) is not None


def test_a_board_does_not_change_its_mind_about_names_once_it_holds_notes(cast: Cast, board: Board) -> None:
    cast.do(cast.farid, PlanActivity(step=board.step, room=board.room, plan=OPEN_BOARD))
    cast.do(cast.farid, PlanActivity(step=board.step, room=board.room, plan=ANONYMOUS_BOARD))
    cast.note(cast.ana, board)
    named = PlanActivity(step=board.step, room=board.room, plan=OPEN_BOARD)
    assert cast.code(cast.farid, named) == "has_contents"


def test_the_key_goes_with_its_board(cast: Cast, board: Board) -> None:
    note = cast.note(cast.ana, board)
    cast.do(cast.ana, DropNote(note=note.id))
    cast.do(cast.farid, ClearActivity(activity=board.id))
    assert list(cast.state.all(Pseudonyms)) == []


def test_only_the_text_of_an_anonymous_note_is_told(cast: Cast) -> None:
    board = cast.board(replace(ANONYMOUS_BOARD, hidden=False))
    cast.note(cast.ana, board, "Des pommiers")
    told_apart = knowers(cast.ana.id, [t for t in cast.law.told if b'"type":"note"' in t[1]])
    assert {reader for reader in told_apart if isinstance(reader, Audience)} == set()
    assert_known_only_to(cast, "Des pommiers", people=[cast.ana], audiences=those_in(cast, cast.plenary))
