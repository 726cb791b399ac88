import pytest
from msgspec.structs import replace

from facilitation.agenda import StartStep
from facilitation.founding import CloseWorkshop, EditWorkshop, Found
from facilitation.groups import CloseGroups
from rooms.activities.ballot import CastBallot
from rooms.activities.board import Board, Voting
from rooms.activities.dots import PlaceDots, SetVoting
from rooms.activities.poll import AddPoll, OpenPoll, Poll, PollState
from rooms.activities.question import Question
from rooms.agenda import Room, RoomKind, Step
from rooms.ids import OptionId, WorkshopId
from tests.cast import OPEN_BOARD, Cast
from tests.table import Table


def test_a_workshop_begins_with_two_rooms() -> None:
    table = Table()
    rooms = {room.room_kind: room.name for room in table.state.all(Room)}
    assert rooms == {RoomKind.PLENARY: "Plénière", RoomKind.BACKSTAGE: "Coulisses"}
    assert (table.workshop.title, table.workshop.language) == ("Atelier", "fr")
    assert table.state.head == 1


def test_a_workshop_is_founded_once(cast: Cast) -> None:
    again = Found(workshop=WorkshopId("w2"), title="T", plenary="P", backstage="B")
    assert cast.code(None, again) == "already_founded"


@pytest.mark.parametrize("zone", ["", "Paris", "../../etc/passwd", "Europe/Atlantis"])
def test_a_time_zone_is_one_of_this_earth(cast: Cast, zone: str) -> None:
    edit = EditWorkshop(title="T", language="fr", time_zone=zone)
    refused = cast.refused(cast.odile, edit)
    assert (refused.code, refused.details) == ("unknown", {"kind": "time_zone"})


@pytest.mark.parametrize("language", ["", "FR", "french", "fr_FR", "fr-fr"])
def test_a_language_is_named_by_its_code(cast: Cast, language: str) -> None:
    edit = {"type": "workshop.edit", "title": "T", "language": language, "time_zone": "UTC"}
    assert cast.code(cast.odile, edit) == "invalid"


def test_closing_ends_the_running_step(cast: Cast) -> None:
    step = cast.run(plenary=OPEN_BOARD)
    cast.wait(1_000)
    cast.do(cast.odile, CloseWorkshop())
    assert cast.again(step).ended_at == cast.workshop.closed_at == cast.now


def test_a_workshop_is_closed_once(cast: Cast) -> None:
    cast.do(cast.odile, CloseWorkshop())
    refused = cast.refused(cast.odile, CloseWorkshop())
    assert (refused.code, refused.details) == ("workshop_closed", {"at": cast.workshop.closed_at})


def test_groups_come_back_before_the_workshop_closes(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    assert cast.code(cast.odile, CloseWorkshop()) == "groups_open"
    cast.do(cast.farid, CloseGroups(at=cast.now))
    cast.do(cast.odile, CloseWorkshop())


def test_votes_still_open_are_counted_when_the_workshop_closes(cast: Cast) -> None:
    board = cast.board(replace(OPEN_BOARD, dots=1))
    note = cast.note(cast.ana, board)
    cast.do(cast.farid, SetVoting(activity=board.id, voting=Voting.OPEN))
    cast.do(cast.bob, PlaceDots(note=note.id, count=1))
    question = Question(text="Et ?", options=("oui", "non"))
    poll = cast.made(Poll, cast.farid, AddPoll(activity=board.id, question=question))
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(OptionId("2"),)))
    cast.do(cast.odile, CloseWorkshop())
    assert cast.again(note).dots == 1
    assert cast.state.find(Board, board.id).voting is Voting.CLOSED
    assert cast.again(poll).state is PollState.CLOSED
    assert [option.votes for option in cast.again(poll).options] == [0, 1]


def test_a_closed_workshop_moves_no_more(cast: Cast) -> None:
    step = cast.run()
    cast.do(cast.odile, CloseWorkshop())
    assert cast.code(cast.farid, StartStep(step=step.id, seen=step.id)) == "workshop_closed"
    assert cast.state.find(Step, step.id).ended_at == cast.now
