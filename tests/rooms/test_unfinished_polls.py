"""Polls that are open, or not published, when the agenda, the groups or the workshop have gone on."""

from __future__ import annotations

from msgspec.structs import replace

from facilitation.founding import CloseWorkshop
from facilitation.groups import CloseGroups
from rooms.activities.adoption import Standing
from rooms.activities.ballot import CastBallot
from rooms.activities.conclusion import Conclusion, ConclusionPlan
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.poll import AddPoll, ClosePoll, CountHands, OpenPoll, Poll, PollState, PublishPoll, WithdrawPoll
from rooms.activities.question import Question, Way
from rooms.activities.tally import Outcome
from rooms.activities.verdict import PutConclusionToVote
from rooms.agenda import Room
from rooms.ids import OptionId, RoomId
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in

QUESTION = Question(text="Faut-il un kiosque ?", options=("Oui", "Non"))
WORDS = ("Pour", "Contre", "Abstention")
FOR = OptionId("1")


def opened(cast: Cast, question: Question = QUESTION, room: RoomId | None = None) -> Poll:
    step = cast.run(plenary=DiscussionPlan(), groups=DiscussionPlan())
    activity = cast.in_cell(step, room or cast.plenary)
    poll = cast.made(Poll, cast.farid, AddPoll(activity=activity.id, question=question))
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    return cast.again(poll)


def in_vote(cast: Cast, way: Way = Way.NAMED) -> tuple[Conclusion, Poll]:
    """What plenary has concluded, put to the vote in its own step."""
    cast.run(plenary=ConclusionPlan())
    (conclusion,) = cast.state.all(Conclusion)
    wish = PutConclusionToVote(conclusion=conclusion.id, text="Adopter ?", options=WORDS, way=way)
    return conclusion, cast.made(Poll, cast.farid, wish)


def group_of(cast: Cast) -> Room:
    """The only group; all citizens are in it."""
    (group,) = cast.groups("Un")
    cast.part()
    return group


def test_a_vote_goes_on_when_the_step_does_and_settles_its_text(cast: Cast) -> None:
    conclusion, poll = in_vote(cast)
    cast.run(plenary=DiscussionPlan())
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(FOR,)))
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    cast.wait(1_000)
    cast.do(cast.farid, PublishPoll(poll=poll.id))
    assert (cast.again(poll).turnout, cast.again(poll).published_at) == (1, cast.now)
    assert cast.again(conclusion).state is Standing.ADOPTED


def test_publishing_again_leaves_the_moment_as_it_was(cast: Cast) -> None:
    poll = opened(cast)
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    cast.do(cast.farid, PublishPoll(poll=poll.id))
    cast.wait(1_000)
    assert not cast.do(cast.farid, PublishPoll(poll=poll.id))


def test_staff_find_the_votes_of_every_room_wherever_they_look(cast: Cast) -> None:
    group = group_of(cast)
    opened(cast, room=group.id)
    assert_known_only_to(cast, QUESTION.text, audiences={*all_staff(cast), *those_in(cast, group.id)})


def test_counts_of_a_closed_poll_are_known_to_all_staff_and_nobody_else(cast: Cast) -> None:
    group = group_of(cast)
    poll = opened(cast, room=group.id)
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(FOR,)))
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    assert_known_only_to(cast, '"votes":1', audiences=all_staff(cast))


def test_a_quorum_counts_those_who_were_there_before_all_were_brought_back(cast: Cast) -> None:
    poll = opened(cast, replace(QUESTION, quorum=60, required=50), group_of(cast).id)
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(FOR,)))
    cast.do(cast.farid, CloseGroups(at=cast.now))
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    assert (cast.again(poll).present, cast.again(poll).outcome) == (2, Outcome.NO_QUORUM)


def test_a_quorum_counts_those_who_were_in_plenary_before_they_parted(cast: Cast) -> None:
    cast.groups("Un")
    poll = opened(cast, replace(QUESTION, quorum=60, required=50))
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(FOR,)))
    cast.part()
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    assert (cast.again(poll).present, cast.again(poll).outcome) == (2, Outcome.NO_QUORUM)


# -- once the workshop is closed ----------------------------------------------------------------------------------


def test_an_organizer_publishes_what_closing_has_counted(cast: Cast) -> None:
    conclusion, poll = in_vote(cast)
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(FOR,)))
    cast.do(cast.odile, CloseWorkshop())
    cast.do(cast.odile, PublishPoll(poll=poll.id))
    assert cast.again(poll).state is PollState.PUBLISHED
    assert cast.again(conclusion).state is Standing.ADOPTED


def test_an_organizer_counts_hands_after_the_end(cast: Cast) -> None:
    conclusion, poll = in_vote(cast, Way.HANDS)
    cast.do(cast.odile, CloseWorkshop())
    cast.do(cast.odile, CountHands(poll=poll.id, votes=(1, 2, 0)))
    cast.do(cast.odile, PublishPoll(poll=poll.id))
    assert cast.again(conclusion).state is Standing.REJECTED


def test_nobody_else_publishes_after_the_end(cast: Cast) -> None:
    poll = opened(cast, replace(QUESTION, way=Way.HANDS))
    cast.do(cast.odile, CloseWorkshop())
    for wish in (PublishPoll(poll=poll.id), CountHands(poll=poll.id, votes=(1, 2))):
        assert cast.code(cast.farid, wish) == "workshop_closed"
        assert cast.code(cast.ana, wish) == "not_allowed"
    assert cast.code(cast.odile, AddPoll(activity=poll.activity, question=QUESTION)) == "workshop_closed"


def test_a_poll_opened_by_mistake_is_as_before_while_nobody_has_answered(cast: Cast) -> None:
    poll = opened(cast)
    cast.do(cast.farid, WithdrawPoll(poll=poll.id))
    assert (cast.again(poll).state, cast.again(poll).opened_at) == (PollState.CREATED, None)
    assert cast.sees(cast.ana, poll) is None
    assert cast.code(cast.farid, WithdrawPoll(poll=poll.id)) == "poll_not_open"
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(FOR,)))
    assert cast.code(cast.farid, WithdrawPoll(poll=poll.id)) == "poll_answered"
