import pytest
from msgspec.structs import replace

from rooms.activities import comments as rules
from rooms.activities.comments import Comment, DropComment, WriteComment
from rooms.ids import CommentId
from tests.cast import HIDDEN_BOARD, OPEN_BOARD, Cast
from tests.secrecy import assert_known_only_to, those_in


def test_people_comment_on_notes_they_see(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    comment = cast.made(Comment, cast.bob, WriteComment(note=note.id, text="Bonne\r\nidée"))
    assert (comment.text, str(comment.author)) == ("Bonne\nidée", cast.bob.id)
    assert cast.sees(cast.vera, comment) is not None


def test_comments_are_seen_where_the_note_is(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    cast.made(Comment, cast.bob, WriteComment(note=note.id, text="Commentaire"))
    assert_known_only_to(cast, "Commentaire", people=[cast.bob], audiences=those_in(cast, cast.plenary))


def test_comments_hide_with_their_board(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    comment = cast.made(Comment, cast.bob, WriteComment(note=note.id, text="Oui"))
    cast.reveal(board, False)
    assert cast.sees(cast.ana, comment) is None
    assert cast.owns(cast.bob, comment) is not None


def test_nothing_is_commented_before_it_is_revealed(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(HIDDEN_BOARD))
    assert cast.code(cast.ana, WriteComment(note=note.id, text="a")) == "not_revealed"
    assert cast.code(cast.bob, WriteComment(note=note.id, text="a")) == "unknown"


def test_a_board_may_go_without_comments(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(replace(OPEN_BOARD, comments=False)))
    assert cast.code(cast.bob, WriteComment(note=note.id, text="a")) == "no_comments"


def test_a_note_takes_only_so_many_comments(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "COMMENTS_MAX", 1)
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.do(cast.bob, WriteComment(note=note.id, text="a"))
    refused = cast.refused(cast.bob, WriteComment(note=note.id, text="a"))
    assert (refused.code, refused.details) == ("board_full", {"most": 1})


def test_authors_and_staff_drop_comments(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    own, other = (cast.made(Comment, cast.bob, WriteComment(note=note.id, text=text)) for text in "ab")
    assert cast.code(cast.ana, DropComment(comment=own.id)) == "not_yours"
    cast.do(cast.bob, DropComment(comment=own.id))
    cast.do(cast.farid, DropComment(comment=other.id))
    assert list(cast.state.all(Comment)) == []
    assert cast.code(cast.bob, DropComment(comment=own.id)) == "unknown"
    assert cast.code(cast.bob, DropComment(comment=CommentId("none"))) == "unknown"


def test_viewers_do_not_comment(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    assert cast.code(cast.vera, WriteComment(note=note.id, text="a")) == "not_allowed"


def test_a_comment_says_something(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    assert cast.code(cast.bob, WriteComment(note=note.id, text="\n")) == "empty"
