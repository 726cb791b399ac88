from typing import Any

import pytest
from msgspec.structs import replace

from facilitation.agenda import StartStep
from rooms.activities.ballot import CastBallot
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.poll import (
    AddPoll,
    Ballot,
    ClosePoll,
    CountHands,
    DropPoll,
    OpenPoll,
    Poll,
    Polling,
    PollPlan,
    PollState,
    PublishPoll,
)
from rooms.activities.question import Question, Way
from rooms.audience import Seat
from rooms.ids import ActivityId, OptionId, PollId
from rooms.permissions import Role
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import MINUTE, Person

QUESTION = Question(text="Faut-il un kiosque ?", options=("Oui", "Non", "Plus tard"))
SEVERAL = replace(QUESTION, most=2)
HANDS = replace(QUESTION, way=Way.HANDS)
YES, NO, LATER = OptionId("1"), OptionId("2"), OptionId("3")


def prepared(cast: Cast, question: Question = QUESTION) -> Poll:
    activity = cast.in_cell(cast.run(plenary=DiscussionPlan()), cast.plenary)
    return cast.made(Poll, cast.farid, AddPoll(activity=activity.id, question=question))


def opened(cast: Cast, question: Question = QUESTION, closes_at: int | None = None) -> Poll:
    poll = prepared(cast, question)
    cast.do(cast.farid, OpenPoll(poll=poll.id, closes_at=closes_at))
    return cast.again(poll)


def vote(cast: Cast, person: Person, poll: Poll, *choices: OptionId) -> None:
    cast.do(person, CastBallot(poll=poll.id, choices=choices))


def close(cast: Cast, poll: Poll) -> None:
    cast.do(cast.farid, ClosePoll(poll=poll.id))


def publish(cast: Cast, poll: Poll) -> None:
    cast.do(cast.farid, PublishPoll(poll=poll.id))


def votes(seen: dict[str, Any] | None) -> list[int | None] | None:
    return [option["votes"] for option in seen["options"]] if seen else None


# -- the life of a poll -------------------------------------------------------------------------------------------


def test_a_named_poll_from_question_to_result(cast: Cast) -> None:
    poll = prepared(cast)
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    vote(cast, cast.ana, poll, YES)
    vote(cast, cast.bob, poll, YES)
    close(cast, poll)
    publish(cast, poll)
    seen = cast.sees(cast.vera, poll)
    assert seen is not None
    assert (seen["state"], votes(seen), seen["turnout"], seen["present"]) == ("published", [2, 0, 0], 2, 2)


def test_a_prepared_poll_is_known_to_staff_only(cast: Cast) -> None:
    prepared(cast)
    assert_known_only_to(cast, "kiosque", audiences=all_staff(cast))


def test_questions_of_a_planned_poll_are_known_to_staff_until_they_open(cast: Cast) -> None:
    """Neither the activity nor the plan of the groups gives them away."""
    cast.groups("Un")
    plan = PollPlan(title="Votons", questions=(QUESTION,))
    step = cast.run(plenary=plan, groups=plan)
    assert isinstance(cast.in_cell(step, cast.plenary), Polling)
    for person in (cast.ana, cast.vera):
        assert b"kiosque" not in b"".join(cast.law.walks[person.id].page.values())
    assert b"kiosque" in b"".join(cast.law.walks[cast.farid.id].page.values())
    poll = next(poll for poll in cast.state.all(Poll) if poll.room == cast.plenary)
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    assert cast.sees(cast.ana, poll) is not None


def test_nobody_sees_counts_while_people_vote(cast: Cast) -> None:
    poll = opened(cast)
    cast.look(cast.farid, cast.plenary)
    vote(cast, cast.ana, poll, NO)
    for reader in (cast.ana, cast.vera, cast.farid):
        seen = cast.sees(reader, poll)
        assert votes(seen) == [None, None, None]
        assert seen is not None
        assert seen["turnout"] == 1


def test_staff_see_the_counts_of_a_closed_poll_before_others(cast: Cast) -> None:
    poll = opened(cast)
    cast.look(cast.farid, cast.plenary)
    vote(cast, cast.ana, poll, NO)
    close(cast, poll)
    assert votes(cast.sees(cast.farid, poll)) == [0, 1, 0]
    assert votes(cast.sees(cast.ana, poll)) == [None, None, None]
    publish(cast, poll)
    assert votes(cast.sees(cast.ana, poll)) == [0, 1, 0]


def test_a_ballot_is_its_voters_alone_until_the_result_is_published(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, NO)
    (ballot,) = cast.state.all(Ballot)
    close(cast, poll)
    assert_known_only_to(cast, ballot.id, people=[cast.ana])
    publish(cast, poll)
    room = those_in(cast, cast.plenary, [Seat.PARTICIPANT, Seat.STAFF])
    assert_known_only_to(cast, ballot.id, people=[cast.ana], audiences=room)


def test_people_change_their_answer_while_the_poll_is_open(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, NO)
    vote(cast, cast.ana, poll, YES)
    assert cast.again(poll).turnout == 1
    close(cast, poll)
    assert [option.votes for option in cast.again(poll).options] == [1, 0, 0]


def test_people_take_their_answer_back(cast: Cast) -> None:
    poll = opened(cast)
    vote(cast, cast.ana, poll, NO)
    vote(cast, cast.ana, poll)
    assert cast.again(poll).turnout == 0
    assert list(cast.state.all(Ballot)) == []
    assert not cast.do(cast.ana, CastBallot(poll=poll.id, choices=()))


def test_several_choices_where_the_question_says_so(cast: Cast) -> None:
    poll = opened(cast, SEVERAL)
    vote(cast, cast.ana, poll, YES, LATER)
    vote(cast, cast.bob, poll, LATER)
    close(cast, poll)
    assert [option.votes for option in cast.again(poll).options] == [1, 0, 2]
    assert cast.again(poll).turnout == 2


def test_only_participants_are_counted_as_present(cast: Cast) -> None:
    poll = opened(cast)
    cast.join("Faten", Role.FACILITATOR)
    cast.join("Chloé")
    close(cast, poll)
    assert cast.again(poll).present == 3


# -- what a ballot may not be -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choices", "code"),
    [(["9"], "unknown"), (["1", "1"], "unknown"), (["1", "2"], "too_many_choices"), ("1", "invalid"), ([1], "invalid")],
)
def test_wrong_answers_are_refused(cast: Cast, choices: object, code: str) -> None:
    poll = opened(cast)
    assert cast.code(cast.ana, {"type": "ballot.cast", "poll": poll.id, "choices": choices}) == code


def test_a_poll_that_is_not_open_takes_no_ballot(cast: Cast) -> None:
    poll = prepared(cast)
    ballot = CastBallot(poll=poll.id, choices=(YES,))
    assert cast.code(cast.ana, ballot) == "unknown"
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    close(cast, poll)
    assert cast.code(cast.ana, ballot) == "poll_closed"
    assert cast.code(cast.ana, CastBallot(poll=PollId("none"), choices=(YES,))) == "unknown"


def test_only_participants_of_the_room_vote(cast: Cast) -> None:
    poll = opened(cast)
    for person in (cast.vera, cast.farid, cast.odile):
        assert cast.code(person, CastBallot(poll=poll.id, choices=(YES,))) == "not_allowed"
    cast.groups("Un")
    cast.part()
    assert cast.code(cast.ana, CastBallot(poll=poll.id, choices=(YES,))) == "unknown"


# -- opening, closing, publishing ---------------------------------------------------------------------------------


def test_a_poll_closes_by_itself_at_its_time(cast: Cast) -> None:
    poll = opened(cast, closes_at=cast.now + MINUTE)
    vote(cast, cast.ana, poll, YES)
    cast.wait(MINUTE)
    assert cast.again(poll).state is PollState.CLOSED
    assert cast.again(poll).closed_at == poll.closes_at
    assert cast.code(cast.bob, CastBallot(poll=poll.id, choices=(YES,))) == "poll_closed"


def test_a_moved_deadline_holds_and_the_old_one_does_not(cast: Cast) -> None:
    poll = opened(cast, closes_at=cast.now + MINUTE)
    old = ClosePoll(poll=poll.id, closes_at=poll.closes_at)
    cast.do(cast.farid, OpenPoll(poll=poll.id, closes_at=cast.now + 3 * MINUTE))
    cast.wait(2 * MINUTE)
    assert cast.code(None, old) == "already_moved"
    assert cast.again(poll).state is PollState.OPEN
    cast.wait(MINUTE)
    assert cast.again(poll).state is PollState.CLOSED


def test_a_deadline_that_was_taken_away_closes_nothing(cast: Cast) -> None:
    poll = opened(cast, closes_at=cast.now + MINUTE)
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    cast.wait(5 * MINUTE)
    assert cast.again(poll).state is PollState.OPEN


def test_a_late_ballot_is_refused_even_before_the_clock_has_closed_the_poll(cast: Cast) -> None:
    poll = opened(cast, closes_at=cast.now + MINUTE)
    cast.now += MINUTE + 1
    assert cast.code(cast.ana, CastBallot(poll=poll.id, choices=(YES,))) == "poll_closed"


def test_a_poll_does_not_open_into_the_past(cast: Cast) -> None:
    poll = prepared(cast)
    assert cast.code(cast.farid, OpenPoll(poll=poll.id, closes_at=cast.now)) == "too_late"


def test_a_closed_poll_is_final(cast: Cast) -> None:
    poll = opened(cast)
    close(cast, poll)
    assert not cast.do(cast.farid, ClosePoll(poll=poll.id))
    assert cast.code(cast.farid, OpenPoll(poll=poll.id)) == "poll_closed"
    publish(cast, poll)
    assert cast.code(cast.farid, OpenPoll(poll=poll.id)) == "poll_closed"


def test_a_poll_opens_while_its_step_runs(cast: Cast) -> None:
    poll = prepared(cast)
    step = cast.workshop.step
    cast.run()
    assert cast.code(cast.farid, OpenPoll(poll=poll.id)) == "step_closed"
    assert step is not None
    cast.do(cast.farid, StartStep(step=step, seen=cast.workshop.step))
    cast.do(cast.farid, OpenPoll(poll=poll.id))


def test_steps_are_taken_in_order(cast: Cast) -> None:
    poll = prepared(cast)
    assert cast.code(cast.farid, ClosePoll(poll=poll.id)) == "poll_not_open"
    assert cast.code(cast.farid, PublishPoll(poll=poll.id)) == "poll_not_closed"
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    assert cast.code(cast.farid, PublishPoll(poll=poll.id)) == "poll_not_closed"
    assert cast.code(cast.farid, DropPoll(poll=poll.id)) == "poll_started"
    close(cast, poll)
    publish(cast, poll)
    assert not cast.do(cast.farid, PublishPoll(poll=poll.id))
    assert not cast.do(cast.farid, ClosePoll(poll=poll.id))


def test_a_poll_nobody_has_seen_can_be_dropped(cast: Cast) -> None:
    poll = prepared(cast)
    cast.do(cast.farid, DropPoll(poll=poll.id))
    assert cast.code(cast.farid, DropPoll(poll=poll.id)) == "unknown"


def test_only_staff_lead_polls(cast: Cast) -> None:
    poll = prepared(cast)
    for person in (cast.ana, cast.vera):
        for command in (
            AddPoll(activity=poll.activity, question=QUESTION),
            OpenPoll(poll=poll.id),
            ClosePoll(poll=poll.id),
            PublishPoll(poll=poll.id),
            DropPoll(poll=poll.id),
            CountHands(poll=poll.id, votes=(1, 2, 3)),
        ):
            assert cast.code(person, command) == "not_allowed"


def test_a_poll_belongs_to_an_activity(cast: Cast) -> None:
    assert cast.code(cast.farid, AddPoll(activity=ActivityId("none"), question=QUESTION)) == "unknown"


@pytest.mark.parametrize(
    "question",
    [
        {"text": "?", "options": ["seul"]},
        {"text": "?", "options": [str(i) for i in range(21)]},
        {"text": "?", "options": ["a", "b"], "most": 3},
        {"text": "?", "options": ["a", "b"], "most": 0},
        {"text": "?", "options": ["a", "b"], "way": "shouted"},
        {"text": "x" * 201, "options": ["a", "b"]},
        {"options": ["a", "b"]},
    ],
)
def test_questions_that_make_no_sense_are_refused(cast: Cast, question: object) -> None:
    poll = prepared(cast)
    command = {"type": "poll.add", "activity": poll.activity, "question": question}
    assert cast.code(cast.farid, command) == "invalid"


@pytest.mark.parametrize("question", [replace(QUESTION, text=" "), replace(QUESTION, options=("a", "\u200b"))])
def test_questions_and_options_say_something(cast: Cast, question: Question) -> None:
    poll = prepared(cast)
    assert cast.code(cast.farid, AddPoll(activity=poll.activity, question=question)) == "empty"


# -- show of hands ------------------------------------------------------------------------------------------------


def test_hands_are_counted_by_a_facilitator(cast: Cast) -> None:
    poll = opened(cast, HANDS)
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(12, 7, 1)))
    assert votes(cast.sees(cast.ana, poll)) == [None, None, None]
    close(cast, poll)
    publish(cast, poll)
    assert votes(cast.sees(cast.ana, poll)) == [12, 7, 1]
    assert cast.again(poll).turnout == 20


def test_hands_may_be_counted_after_closing_and_again(cast: Cast) -> None:
    poll = opened(cast, HANDS)
    close(cast, poll)
    assert cast.code(cast.farid, PublishPoll(poll=poll.id)) == "not_counted"
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(1, 1, 1)))
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(2, 0, 1)))
    publish(cast, poll)
    assert cast.code(cast.farid, CountHands(poll=poll.id, votes=(3, 3, 3))) == "poll_closed"


def test_where_hands_are_raised_for_several_options_turnout_is_the_most_seen(cast: Cast) -> None:
    poll = opened(cast, replace(HANDS, most=2))
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(12, 7, 1)))
    assert cast.again(poll).turnout == 12


def test_counting_needs_hands_and_one_number_per_option(cast: Cast) -> None:
    named, hands = opened(cast), opened(cast, HANDS)
    assert cast.code(cast.farid, CountHands(poll=named.id, votes=(1, 1, 1))) == "not_by_hands"
    assert cast.code(cast.farid, CountHands(poll=hands.id, votes=(1, 1))) == "invalid"
    assert cast.code(cast.farid, {"type": "poll.count", "poll": hands.id, "votes": [1, 1, -1]}) == "invalid"
    assert cast.code(cast.farid, CountHands(poll=prepared(cast, HANDS).id, votes=(1, 1, 1))) == "poll_not_open"


def test_nobody_clicks_in_a_show_of_hands(cast: Cast) -> None:
    poll = opened(cast, HANDS)
    assert cast.code(cast.ana, CastBallot(poll=poll.id, choices=(YES,))) == "by_hands"
