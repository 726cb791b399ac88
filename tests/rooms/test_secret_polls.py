"""Secret polls: everybody knows how many, the person knows that they have, nobody knows who chose what."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from facilitation.founding import CloseWorkshop
from rooms.activities.ballot import CastBallot
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.poll import AddPoll, Ballot, ClosePoll, OpenPoll, Poll, PollState, PublishPoll, Roll, SealedBallot
from rooms.activities.question import Question, QuestionKind, Way
from rooms.activities.tally import Outcome
from rooms.entity import Changes
from rooms.ids import OptionId
from tests.cast import Cast
from tests.secrecy import assert_known_only_to
from tests.table import MINUTE, Person

SECRET = Question(text="Adopter le texte ?", options=("Pour", "Contre", "Abstention"), way=Way.SECRET)
FOR, AGAINST, NEITHER = OptionId("1"), OptionId("2"), OptionId("3")


def opened(cast: Cast, question: Question = SECRET, closes_at: int | None = None) -> Poll:
    activity = cast.in_cell(cast.run(plenary=DiscussionPlan()), cast.plenary)
    poll = cast.made(Poll, cast.farid, AddPoll(activity=activity.id, question=question))
    cast.do(cast.farid, OpenPoll(poll=poll.id, closes_at=closes_at))
    return cast.again(poll)


def vote(cast: Cast, person: Person, poll: Poll, *choices: OptionId) -> Changes:
    return cast.do(person, CastBallot(poll=poll.id, choices=choices))


def close(cast: Cast, poll: Poll) -> Poll:
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    return cast.again(poll)


def numbers(poll: Poll) -> list[int | None]:
    return [option.votes for option in poll.options]


def test_a_secret_poll_from_question_to_result(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, FOR)
    vote(cast, cast.bob, poll, AGAINST)
    closed = close(cast, poll)
    assert (closed.state, numbers(closed), closed.turnout, closed.present) == (PollState.CLOSED, [1, 1, 0], 2, 2)
    cast.do(cast.farid, PublishPoll(poll=poll.id))
    seen = cast.sees(cast.vera, poll)
    assert seen is not None
    assert [option["votes"] for option in seen["options"]] == [1, 1, 0]


def test_what_is_put_says_who_voted_and_what_is_sealed_says_what(cast: Cast) -> None:
    poll = opened(cast)
    changes = vote(cast, cast.ana, poll, AGAINST)
    (roll,) = changes.put
    assert isinstance(roll, Roll)
    assert roll.participant == cast.ana.id
    (sealed,) = [aside for aside in changes.aside if isinstance(aside, SealedBallot)]
    assert set(msgspec.to_builtins(sealed)) == {"type", "poll", "answer"}
    assert cast.ana.id not in msgspec.json.encode(sealed).decode()
    assert list(cast.state.all(Ballot)) == []


def test_two_choices_leave_the_same_change(cast: Cast) -> None:
    """But for what is sealed, nothing that is kept or told depends on what was chosen."""
    poll = opened(cast)
    before = cast.state
    answers = [cast._decide(CastBallot(poll=poll.id, choices=(choice,)), cast.ana.actor) for choice in (FOR, AGAINST)]
    assert cast.state is before
    one, other = (
        (changes.put, changes.drop, [aside for aside in changes.aside if not isinstance(aside, SealedBallot)])
        for changes in answers
        if isinstance(changes, Changes)
    )
    assert one == other


def test_that_one_has_voted_is_ones_own(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, FOR)
    close(cast, poll)
    cast.do(cast.farid, PublishPoll(poll=poll.id))
    assert_known_only_to(cast, f"roll-{poll.id}-{cast.ana.id}", people=[cast.ana])


def test_a_secret_vote_is_final(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, FOR)
    for again in ((AGAINST,), (FOR,)):
        assert cast.code(cast.ana, CastBallot(poll=poll.id, choices=again)) == "already_voted"
    assert cast.code(cast.ana, CastBallot(poll=poll.id)) == "empty_ballot"
    assert numbers(close(cast, poll)) == [1, 0, 0]


def test_an_empty_secret_ballot_is_refused(cast: Cast) -> None:
    poll = opened(cast)
    assert cast.code(cast.ana, CastBallot(poll=poll.id)) == "empty_ballot"
    vote(cast, cast.ana, poll, NEITHER)


def test_the_turnout_is_told_every_five_seconds_at_most(cast: Cast) -> None:
    poll = opened(cast)
    cast.wait(1_000 - cast.now % 5_000)
    vote(cast, cast.ana, poll, FOR)
    assert cast.again(poll).turnout == 0
    cast.wait(1_000)
    vote(cast, cast.bob, poll, FOR)
    assert cast.again(poll).turnout == 0
    cast.wait(3_000)
    assert cast.again(poll).turnout == 2
    assert cast.now % 5_000 == 0


def test_the_last_turnout_is_that_of_the_closing(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, FOR)
    assert close(cast, poll).turnout == 1
    cast.wait(MINUTE)
    assert cast.again(poll).turnout == 1


def test_a_ballot_that_comes_as_the_poll_closes_is_refused_and_not_counted(cast: Cast) -> None:
    poll = opened(cast, closes_at=cast.now + MINUTE)
    vote(cast, cast.ana, poll, FOR)
    cast.wait(MINUTE)
    assert cast.code(cast.bob, CastBallot(poll=poll.id, choices=(AGAINST,))) == "poll_closed"
    assert cast.again(poll).state is PollState.CLOSED
    assert numbers(cast.again(poll)) == [1, 0, 0]


def test_a_poll_is_not_closed_without_the_ballots_on_its_roll(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, FOR)
    cast.boxes[poll.id].clear()
    with pytest.raises(AssertionError, match="not one ballot"):
        cast.give(cast.farid, ClosePoll(poll=poll.id))
    assert cast.again(poll).state is PollState.OPEN


def test_closing_the_workshop_counts_what_is_sealed(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, AGAINST)
    cast.do(cast.odile, CloseWorkshop())
    assert numbers(cast.again(poll)) == [0, 1, 0]


def test_whoever_decides_is_told_which_boxes_to_open(cast: Cast) -> None:
    poll = opened(cast)
    assert ClosePoll(poll=poll.id).unseals(cast.state) == (poll.id,)
    assert CloseWorkshop().unseals(cast.state) == [poll.id]
    assert CastBallot(poll=poll.id, choices=(FOR,)).unseals(cast.state) == ()


def test_quorum_and_share_decide(cast: Cast) -> None:
    question = replace(SECRET, quorum=50, required=50, abstains=True)
    poll = opened(cast, question)
    vote(cast, cast.ana, poll, FOR)
    assert close(cast, poll).outcome is Outcome.ADOPTED
    cast.join("Chloé")
    again = opened(cast, question)
    vote(cast, cast.ana, again, FOR)
    assert close(cast, again).outcome is Outcome.NO_QUORUM
    seen = cast.sees(cast.ana, again)
    assert seen is not None
    assert seen["outcome"] is None


def test_words_in_secret_become_known_with_the_result_and_nobodys(cast: Cast) -> None:
    poll = opened(cast, Question(text="Un mot ?", kind=QuestionKind.WORDS, way=Way.SECRET))
    cast.do(cast.ana, CastBallot(poll=poll.id, words=("Confiance",)))
    assert_known_only_to(cast, "Confiance")
    close(cast, poll)
    cast.do(cast.farid, PublishPoll(poll=poll.id))
    for person in (cast.ana, cast.vera, cast.bob):
        seen = cast.sees(person, poll)
        assert seen is not None
        assert [(option["text"], option["votes"]) for option in seen["options"]] == [("Confiance", 1)]
