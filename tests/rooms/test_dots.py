import pytest
from msgspec.structs import replace

from rooms.activities.board import Board, DropNote, Note, Voting
from rooms.activities.dots import Dot, PlaceDots, SetVoting
from tests.cast import ANONYMOUS_BOARD, HIDDEN_BOARD, OPEN_BOARD, Cast
from tests.secrecy import assert_known_only_to
from tests.table import Person

DOTTED = replace(OPEN_BOARD, dots=3, dots_per_note=2)


def voting(cast: Cast, voting: Voting, board: Board) -> None:
    cast.do(cast.farid, SetVoting(activity=board.id, voting=voting))


@pytest.fixture
def board(cast: Cast) -> Board:
    return cast.board(DOTTED)


@pytest.fixture
def notes(cast: Cast, board: Board) -> list[Note]:
    notes = [cast.note(cast.ana, board, text) for text in "abc"]
    voting(cast, Voting.OPEN, board)
    return notes


def place(cast: Cast, person: Person, note: Note, count: int = 1) -> None:
    cast.do(person, PlaceDots(note=note.id, count=count))


def shown(cast: Cast, note: Note) -> object:
    seen = cast.sees(cast.bob, note)
    return seen and seen["dots"]


def test_dots_are_counted_when_voting_closes(cast: Cast, board: Board, notes: list[Note]) -> None:
    place(cast, cast.ana, notes[0], 2)
    place(cast, cast.bob, notes[0])
    place(cast, cast.bob, notes[1])
    voting(cast, Voting.CLOSED, board)
    assert [shown(cast, note) for note in notes] == [3, 1, 0]


def test_totals_are_hidden_while_people_vote(cast: Cast, board: Board, notes: list[Note]) -> None:
    place(cast, cast.bob, notes[0])
    voting(cast, Voting.CLOSED, board)
    voting(cast, Voting.OPEN, board)
    assert shown(cast, notes[0]) is None
    owned = cast.owns(cast.ana, notes[0])
    assert owned is not None
    assert owned["dots"] is None


def test_a_dot_tells_nobody_else_anything(cast: Cast, notes: list[Note]) -> None:
    """Not even that some note has changed: who counts the changes would know who is ahead."""
    cast.look(cast.farid, cast.plenary)
    before = len(cast.law.told)
    place(cast, cast.bob, notes[1])
    assert [reader for reader, _ in cast.law.told[before:]] == [cast.bob.id]
    (dot,) = cast.state.all(Dot)
    assert_known_only_to(cast, dot.id, people=[cast.bob])


def test_people_change_their_mind(cast: Cast, board: Board, notes: list[Note]) -> None:
    place(cast, cast.ana, notes[0], 2)
    place(cast, cast.ana, notes[0], 1)
    place(cast, cast.ana, notes[1], 2)
    place(cast, cast.ana, notes[1], 0)
    voting(cast, Voting.CLOSED, board)
    assert [shown(cast, note) for note in notes] == [1, 0, 0]


def test_the_same_dots_again_change_nothing(cast: Cast, notes: list[Note]) -> None:
    place(cast, cast.ana, notes[0], 2)
    assert not cast.do(cast.ana, PlaceDots(note=notes[0].id, count=2))
    assert not cast.do(cast.ana, PlaceDots(note=notes[1].id, count=0))


def test_nobody_spends_more_than_they_have(cast: Cast, notes: list[Note]) -> None:
    place(cast, cast.ana, notes[0], 2)
    refused = cast.refused(cast.ana, PlaceDots(note=notes[1].id, count=2))
    assert (refused.code, refused.details) == ("too_many_dots", {"most": 3, "left": 1, "on": "board"})
    place(cast, cast.ana, notes[1])
    place(cast, cast.bob, notes[1], 2)


def test_one_note_takes_only_so_many(cast: Cast, notes: list[Note]) -> None:
    refused = cast.refused(cast.ana, PlaceDots(note=notes[0].id, count=3))
    assert (refused.code, refused.details) == ("too_many_dots", {"most": 2, "on": "note"})


@pytest.mark.parametrize("count", [-1, 51, "1", 1.5, None])
def test_dots_are_a_number(cast: Cast, notes: list[Note], count: object) -> None:
    assert cast.code(cast.ana, {"type": "dot.place", "note": notes[0].id, "count": count}) == "invalid"


def test_dots_are_placed_while_voting_is_open(cast: Cast, board: Board) -> None:
    note = cast.note(cast.ana, board)
    assert cast.code(cast.ana, PlaceDots(note=note.id, count=1)) == "voting_closed"
    voting(cast, Voting.OPEN, board)
    place(cast, cast.ana, note)
    voting(cast, Voting.CLOSED, board)
    assert cast.code(cast.ana, PlaceDots(note=note.id, count=0)) == "voting_closed"


def test_only_participants_vote(cast: Cast, notes: list[Note]) -> None:
    for person in (cast.vera, cast.farid, cast.odile):
        assert cast.code(person, PlaceDots(note=notes[0].id, count=1)) == "not_allowed"


def test_only_staff_open_and_close_voting(cast: Cast, board: Board) -> None:
    for person in (cast.ana, cast.vera):
        assert cast.code(person, SetVoting(activity=board.id, voting=Voting.OPEN)) == "not_allowed"


def test_nobody_votes_on_what_cannot_be_seen(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    assert cast.code(cast.farid, SetVoting(activity=board.id, voting=Voting.OPEN)) == "not_revealed"


def test_a_board_without_dots_has_no_vote(cast: Cast) -> None:
    board = cast.board(replace(OPEN_BOARD, dots=0))
    assert cast.code(cast.farid, SetVoting(activity=board.id, voting=Voting.OPEN)) == "no_dots"


def test_a_note_with_votes_stays(cast: Cast, board: Board, notes: list[Note]) -> None:
    place(cast, cast.bob, notes[0])
    assert cast.code(cast.ana, DropNote(note=notes[0].id)) == "has_votes"
    cast.do(cast.ana, DropNote(note=notes[1].id))
    voting(cast, Voting.CLOSED, board)
    assert cast.code(cast.farid, DropNote(note=notes[0].id)) == "has_votes"


def test_dots_go_with_a_note_dropped_once_the_vote_is_forgotten(cast: Cast, board: Board, notes: list[Note]) -> None:
    place(cast, cast.bob, notes[0])
    voting(cast, Voting.NONE, board)
    cast.do(cast.ana, DropNote(note=notes[0].id))
    assert list(cast.state.all(Dot)) == []


def test_dots_on_an_anonymous_board_name_nobody(cast: Cast) -> None:
    board = cast.board(replace(ANONYMOUS_BOARD, hidden=False))
    note = cast.note(cast.ana, board)
    voting(cast, Voting.OPEN, board)
    assert cast.do(cast.bob, PlaceDots(note=note.id, count=1)).anonymous
    (dot,) = cast.state.all(Dot)
    assert cast.bob.id not in dot.id + dot.author
    assert cast.owns(cast.bob, dot) is not None
    assert cast.owns(cast.ana, dot) is None


def test_another_step_ends_nothing_but_the_placing(cast: Cast, board: Board, notes: list[Note]) -> None:
    place(cast, cast.bob, notes[0])
    cast.run()
    assert cast.code(cast.bob, PlaceDots(note=notes[0].id, count=0)) == "step_closed"
    voting(cast, Voting.CLOSED, board)
    assert cast.again(notes[0]).dots == 1
