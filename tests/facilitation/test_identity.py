"""Showing who one is: for which actions it is asked, of whom, and that one identity is one participant."""

import pytest

from facilitation.erasing import ErasePerson
from facilitation.floor import RaiseHand
from facilitation.founding import CloseWorkshop
from facilitation.identity import AskIdentity, Identify, person_of
from facilitation.people import Join, Rename
from facilitation.removing import BanPerson
from facilitation.retention import DAY_MS, PurgeData
from rooms.activities.ballot import CastBallot
from rooms.activities.board import DropNote, WriteNote
from rooms.activities.poll import AddPoll, OpenPoll, Poll, PollPlan
from rooms.activities.question import Question
from rooms.identity import Action, Identified, Identity
from rooms.ids import ParticipantId
from rooms.moderation import Reason
from rooms.retention import Data
from tests.cast import GOOD, OPEN_BOARD, Cast
from tests.table import Person

WRITE, VOTE, ENTER = Action.WRITE, Action.VOTE, Action.ENTER


def ask(cast: Cast, *actions: Action, identity: Identity = Identity.EMAIL) -> None:
    cast.do(cast.odile, AskIdentity(identity=identity, actions=actions))


def show(person: Person, mark: str = "ana@", way: Identity = Identity.EMAIL) -> Identify:
    return Identify(person=person.id, mark=mark, way=way)


def test_asked_for_votes_citizens_write_and_speak_but_vote_only_once_they_have_shown_who_they_are(cast: Cast) -> None:
    ask(cast, VOTE)
    step = cast.run(plenary=PollPlan(title="Votes"))
    asked = AddPoll(
        activity=cast.in_cell(step, cast.plenary).id, question=Question(text="Et ?", options=("oui", "non"))
    )
    poll = cast.made(Poll, cast.farid, asked)
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    ballot = CastBallot(poll=poll.id, choices=(poll.options[0].id,))
    refused = cast.refused(cast.ana, ballot)
    assert (refused.code, refused.details) == ("identity_required", {"ways": ["email"], "action": "vote"})
    cast.do(cast.ana, RaiseHand())
    cast.do(None, show(cast.ana))
    cast.do(cast.ana, ballot)
    assert cast.code(cast.bob, ballot) == "identity_required"


def test_asked_for_writing_one_takes_back_what_one_wrote_all_the_same(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    ask(cast, WRITE)
    wish = WriteNote(activity=board.id, column=GOOD, text="Un arbre")
    assert cast.code(cast.ana, wish) == "identity_required"
    cast.note(cast.farid, board)
    assert cast.code(cast.vera, wish) == "not_allowed", "what one may not do anyway asks for nothing"
    cast.do(cast.ana, DropNote(note=note.id))
    cast.do(cast.ana, Rename(person=cast.ana.id, name="Anna"))
    cast.do(None, show(cast.ana))
    cast.do(cast.ana, wish)
    ask(cast, WRITE, identity=Identity.OPENID)
    assert cast.code(cast.ana, wish) == "identity_required", "known in another way than is asked for now"


def test_asked_for_coming_in_nobody_who_is_in_is_asked(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    ask(cast, ENTER)
    cast.note(cast.ana, board)


def test_an_identity_is_one_participant_for_good(cast: Cast) -> None:
    ask(cast, VOTE)
    cast.do(None, show(cast.ana))
    cast.do(None, show(cast.ana))
    assert cast.code(None, show(cast.bob)) == "identity_taken"
    again = Join(participant=ParticipantId("ana@"), name="Ana", known_by=Identity.EMAIL)
    assert cast.code(None, again) == "already_joined"
    cast.do(cast.odile, BanPerson(person=cast.ana.id, reason=Reason.INSULT))
    assert cast.code(None, show(cast.ana)) == "banned"
    cast.do(cast.ana, ErasePerson(person=cast.ana.id))
    assert cast.code(None, show(cast.bob)) == "identity_erased"


def test_whoever_came_in_by_it_is_known_by_it(cast: Cast) -> None:
    cast.do(None, Join(participant=ParticipantId("eve@"), name="Eve", known_by=Identity.EMAIL))
    eve = person_of(cast.state, "eve@")
    assert eve is not None
    assert (eve.id, eve.known_by) == ("eve@", Identity.EMAIL)
    assert cast.code(None, show(cast.bob, "eve@")) == "identity_taken"


def test_staff_see_who_is_known_and_nobody_sees_by_what(cast: Cast) -> None:
    cast.do(None, show(cast.ana))
    ana = cast.record(cast.ana)
    (identified,) = cast.state.all(Identified)
    told = [seen["known_by"] if (seen := cast.sees(who, ana)) else None for who in (cast.odile, cast.bob, cast.vera)]
    assert told == ["email", "none", None]
    owned = cast.owns(cast.ana, ana)
    assert owned is not None
    assert owned["known_by"] == "email"
    assert [cast.sees(who, identified) for who in (cast.odile, cast.ana, cast.bob)] == [None, None, None]


def test_the_mark_goes_with_the_names_once_the_workshop_is_long_over(cast: Cast) -> None:
    cast.do(None, show(cast.ana))
    cast.do(cast.odile, CloseWorkshop())
    days = cast.workshop.retention.days(Data.IDENTITY)
    assert days is not None
    cast.now += days * DAY_MS
    cast.do(None, PurgeData(data=Data.IDENTITY))
    assert not list(cast.state.all(Identified))


@pytest.mark.parametrize("actions", [(VOTE, ENTER, VOTE), (ENTER, VOTE)])
def test_actions_are_kept_once_and_in_one_order(cast: Cast, actions: tuple[Action, ...]) -> None:
    ask(cast, *actions)
    assert cast.workshop.identity_for == (ENTER, VOTE)
    cast.do(cast.odile, CloseWorkshop())
    assert cast.code(cast.odile, AskIdentity(identity=Identity.NONE)) == "workshop_closed"
