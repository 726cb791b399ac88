"""Rankings, scores and words; polls asked everywhere; texts put to the vote."""

from __future__ import annotations

import random
from typing import Any

import pytest
from msgspec.structs import replace

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
    PublishPoll,
    put_to_vote,
)
from rooms.activities.question import CountingRule, Question, QuestionKind, Way
from rooms.activities.tally import Outcome
from rooms.agenda import Room
from rooms.audience import Seat
from rooms.chance import Chance
from rooms.deciding import Deciding
from rooms.ids import OptionId
from rooms.permissions import Role
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import Person

RANKING = Question(text="Par quoi commencer ?", options=("Bancs", "Arbres", "Eau"), kind=QuestionKind.RANKING)
SCORE = Question(text="Que vaut chacune ?", options=("Bancs", "Arbres"), kind=QuestionKind.SCORE, lowest=0, highest=10)
WORDS = Question(text="En un mot ?", kind=QuestionKind.WORDS, most=2)
CHOICE = Question(text="Pour ou contre ?", options=("Pour", "Contre"), everywhere=True, by_room=True)
BENCH, TREE, WATER = (OptionId(id) for id in ("1", "2", "3"))


def opened(cast: Cast, question: Question) -> Poll:
    activity = cast.in_cell(cast.run(plenary=DiscussionPlan()), cast.plenary)
    poll = cast.made(Poll, cast.farid, AddPoll(activity=activity.id, question=question))
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    return cast.again(poll)


def answer(cast: Cast, person: Person, poll: Poll, **given: Any) -> None:
    cast.do(person, {"type": "ballot.cast", "poll": poll.id, **given})


def close(cast: Cast, poll: Poll) -> Poll:
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    return cast.again(poll)


def publish(cast: Cast, poll: Poll) -> Poll:
    cast.do(cast.farid, PublishPoll(poll=poll.id))
    return cast.again(poll)


# -- kinds --------------------------------------------------------------------------------------------------------


def test_a_ranking_is_counted_by_points(cast: Cast) -> None:
    poll = opened(cast, RANKING)
    answer(cast, cast.ana, poll, choices=[TREE, BENCH, WATER])
    answer(cast, cast.bob, poll, choices=[BENCH])
    closed = close(cast, poll)
    assert closed.rule is CountingRule.BORDA
    assert [(option.points, option.votes) for option in closed.options] == [(3, 1), (2, 1), (0, 0)]
    ana = next(ballot for ballot in cast.state.all(Ballot) if ballot.participant == cast.ana.id)
    assert ana.choices == (TREE, BENCH, WATER)


def test_scores_are_counted_by_mean_and_median(cast: Cast) -> None:
    poll = opened(cast, SCORE)
    answer(cast, cast.ana, poll, scores={BENCH: 10})
    answer(cast, cast.bob, poll, scores={BENCH: 3, TREE: 0})
    bench, tree = close(cast, poll).options
    assert (bench.mean, bench.median, bench.votes) == (6.5, 6.5, 2)
    assert (tree.mean, tree.votes) == (0, 1)


def test_words_become_the_options_when_they_are_counted(cast: Cast) -> None:
    poll = opened(cast, WORDS)
    answer(cast, cast.ana, poll, words=["Calme", "calme", "Ombre"])
    answer(cast, cast.bob, poll, words=["CALME"])
    assert cast.again(poll).options == ()
    closed = close(cast, poll)
    assert [(option.text, option.votes) for option in closed.options] == [("CALME", 2), ("Ombre", 1)]
    assert closed.turnout == 2
    assert_known_only_to(cast, "Ombre", people=[cast.ana], audiences=all_staff(cast))
    assert publish(cast, poll).more == 0


def test_numbers_are_hidden_until_published(cast: Cast) -> None:
    for question, given in ((RANKING, {"choices": [TREE]}), (SCORE, {"scores": {BENCH: 7}})):
        poll = opened(cast, replace(question, quorum=10))
        answer(cast, cast.ana, poll, **given)
        close(cast, poll)
        seen = cast.sees(cast.bob, poll)
        assert seen is not None
        for option in seen["options"]:
            assert {option[name] for name in ("votes", "points", "mean", "median", "spread")} == {None}


@pytest.mark.parametrize(
    ("question", "given", "code"),
    [
        (RANKING, {"choices": ["1", "1"]}, "unknown"),
        (RANKING, {"choices": ["9"]}, "unknown"),
        (RANKING, {"scores": {"1": 1}}, "invalid"),
        (RANKING, {"words": ["a"]}, "invalid"),
        (SCORE, {"scores": {"9": 1}}, "unknown"),
        (SCORE, {"scores": {"1": 11}}, "invalid"),
        (SCORE, {"scores": {"1": -1}}, "invalid"),
        (SCORE, {"scores": {"1": 1.5}}, "invalid"),
        (SCORE, {"choices": ["1"]}, "invalid"),
        (replace(SCORE, lowest=2), {"scores": {"1": 1}}, "invalid"),
        (WORDS, {"words": ["a", "b", "c"]}, "too_many_choices"),
        (WORDS, {"words": ["x" * 81]}, "invalid"),
        (WORDS, {"words": ["\u200b"]}, "empty"),
        (WORDS, {"choices": ["1"]}, "invalid"),
    ],
)
def test_wrong_answers_are_refused(cast: Cast, question: Question, given: dict[str, Any], code: str) -> None:
    poll = opened(cast, question)
    assert cast.code(cast.ana, {"type": "ballot.cast", "poll": poll.id, **given}) == code


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "words", "options": ["a", "b"]},
        {"kind": "words", "most": 6},
        {"kind": "words", "way": "hands"},
        {"kind": "ranking", "options": ["a"]},
        {"kind": "score", "options": ["a", "b"], "lowest": 5, "highest": 5},
        {"kind": "score", "options": ["a", "b"], "highest": 11},
        {"kind": "ranking", "options": ["a", "b"], "way": "hands"},
        {"kind": "score", "options": ["a", "b"], "required": 50},
        {"options": ["a", "b", "c"], "most": 2, "required": 50},
        {"options": ["a", "b"], "abstains": True},
        {"options": ["a", "b"], "quorum": 101},
        {"options": ["a", "b"], "by_room": True},
        {"options": ["a", "b"], "everywhere": True, "by_room": True, "way": "secret"},
        {"kind": "words", "everywhere": True, "by_room": True},
        {"kind": "lottery", "options": ["a", "b"]},
    ],
)
def test_questions_that_make_no_sense_are_refused(cast: Cast, question: dict[str, Any]) -> None:
    activity = cast.in_cell(cast.run(plenary=DiscussionPlan()), cast.plenary)
    command = {"type": "poll.add", "activity": activity.id, "question": {"text": "?", **question}}
    assert cast.code(cast.farid, command) == "invalid"


# -- everywhere ---------------------------------------------------------------------------------------------------


def assembled(cast: Cast, *sizes: int) -> list[list[Person]]:
    """Groups of so many people, Ana and Bob aside."""
    rooms = cast.groups(*(f"Groupe {i}" for i in range(len(sizes))))
    people = [[cast.join(f"g{i}m{j}") for j in range(size)] for i, size in enumerate(sizes)]
    for room, group in zip(rooms, people, strict=True):
        for person in group:
            cast.do(cast.farid, {"type": "person.move", "person": person.id, "room": room.id})
    return people


def test_a_poll_asked_everywhere_is_answered_wherever_one_is(cast: Cast) -> None:
    ((chloe, *_),) = assembled(cast, 2)
    poll = opened(cast, replace(CHOICE, by_room=False))
    answer(cast, cast.ana, poll, choices=["1"])
    answer(cast, chloe, poll, choices=["2"])
    closed = close(cast, poll)
    assert ([option.votes for option in closed.options], closed.present) == ([1, 1], 4)
    publish(cast, poll)
    for person in (cast.ana, chloe, cast.vera):
        seen = cast.sees(person, poll)
        assert seen is not None
        assert [option["votes"] for option in seen["options"]] == [1, 1]


def test_one_person_answers_once_whichever_rooms_they_go_to(cast: Cast) -> None:
    (group,) = assembled(cast, 1)
    poll = opened(cast, CHOICE)
    answer(cast, group[0], poll, choices=["1"])
    cast.do(cast.farid, {"type": "person.move", "person": group[0].id, "room": cast.plenary})
    answer(cast, group[0], poll, choices=["2"])
    closed = close(cast, poll)
    assert ([option.votes for option in closed.options], closed.turnout) == ([0, 1], 1)
    assert [result.room for result in closed.rooms] == [cast.plenary]


def test_named_answers_given_elsewhere_stay_in_their_room(cast: Cast) -> None:
    (group,) = assembled(cast, 1)
    poll = opened(cast, CHOICE)
    answer(cast, group[0], poll, choices=["1"])
    close(cast, poll)
    publish(cast, poll)
    room = cast.record(group[0]).room
    readers = those_in(cast, room, [Seat.PARTICIPANT, Seat.STAFF])
    assert_known_only_to(cast, f"ballot-{poll.id}-{group[0].id}", people=[group[0]], audiences=readers)


def test_results_by_room_are_shown_from_five_people_on() -> None:
    cast = Cast(all_moves=False)
    large, small = assembled(cast, 6, 5)
    poll = opened(cast, CHOICE)
    for person in large + small[:4]:
        answer(cast, person, poll, choices=["1"])
    answer(cast, cast.ana, poll, choices=["2"])
    close(cast, poll)
    publish(cast, poll)
    seen = cast.sees(cast.bob, poll)
    assert seen is not None
    names = {room.id: room.name for room in cast.state.all(Room)}
    shown = {names[result["room"]]: [option["votes"] for option in result["options"]] for result in seen["rooms"]}
    assert shown == {"Groupe 0": [6, 0], "Groupe 1": [], "Plénière": []}


def test_hands_are_counted_room_by_room_or_all_at_once(cast: Cast) -> None:
    one, two = cast.groups("Un", "Deux")
    poll = opened(cast, replace(CHOICE, way=Way.HANDS))
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(7, 1), room=one.id))
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(5, 5), room=two.id))
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(6, 1), room=one.id))
    closed = close(cast, poll)
    assert ([option.votes for option in closed.options], closed.turnout) == ([11, 6], 17)
    assert [result.turnout for result in closed.shown_by_room() if result.options] == [
        result.turnout for result in closed.rooms
    ]
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(3, 3)))
    assert [option.votes for option in cast.again(poll).options] == [3, 3]


def test_hands_of_one_room_are_not_counted_in_another(cast: Cast) -> None:
    (one,) = cast.groups("Un")
    poll = opened(cast, Question(text="?", options=("a", "b"), way=Way.HANDS))
    assert cast.code(cast.farid, CountHands(poll=poll.id, votes=(1, 1), room=one.id)) == "invalid"


# -- texts put to the vote ----------------------------------------------------------------------------------------


def test_a_text_put_to_the_vote_is_asked_at_once_for_against_or_neither(cast: Cast) -> None:
    activity = cast.in_cell(cast.run(plenary=DiscussionPlan()), cast.plenary)
    on = Deciding(cast.state, cast.farid.actor, cast.now, Chance(random.Random(1)), {})
    poll = put_to_vote(
        on, activity, "text-1", "Des bancs partout", ("Pour", "Contre", "Abstention"), Way.SECRET, 50, 66
    )
    assert (poll.about, poll.state, poll.abstains, poll.opened_at) == ("text-1", "open", True, cast.now)
    assert (poll.quorum, poll.required, [option.id for option in poll.options]) == (50, 66, ["1", "2", "3"])


def test_the_outcome_of_hands_follows_what_is_typed(cast: Cast) -> None:
    question = Question(text="?", options=("Pour", "Contre", "Abst."), way=Way.HANDS, required=50, abstains=True)
    poll = opened(cast, question)
    assert close(cast, poll).outcome is None
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(3, 2, 9)))
    assert cast.again(poll).outcome is Outcome.ADOPTED
    cast.do(cast.farid, CountHands(poll=poll.id, votes=(2, 2, 9)))
    assert cast.again(poll).outcome is Outcome.REJECTED


def test_viewers_and_staff_answer_no_kind_of_poll(cast: Cast) -> None:
    faten = cast.join("Faten", Role.FACILITATOR)
    poll = opened(cast, replace(RANKING, everywhere=True))
    for person in (cast.vera, faten):
        assert cast.code(person, CastBallot(poll=poll.id, choices=(TREE,))) == "not_allowed"
    assert cast.code(cast.farid, DropPoll(poll=poll.id)) == "poll_started"
