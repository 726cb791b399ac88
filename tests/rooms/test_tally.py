"""Counting rules, by example and for any answers at all."""

from __future__ import annotations

import random
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from rooms.activities import tally
from rooms.activities.question import QuestionKind
from rooms.activities.tally import Answer, Option, Outcome, RoomResult, Scale
from rooms.ids import OptionId, RoomId

BENCH, TREE, WATER = (OptionId(id) for id in ("1", "2", "3"))
OPTIONS = tuple(Option(id=id, text=text) for id, text in ((BENCH, "Bancs"), (TREE, "Arbres"), (WATER, "Fontaine")))
SCALE = Scale(lowest=1, highest=5)

rankings = some.lists(
    some.permutations([BENCH, TREE, WATER]).flatmap(
        lambda all: some.integers(1, 3).map(lambda n: Answer(choices=tuple(all[:n])))
    )
)
scorings = some.lists(
    some.dictionaries(some.sampled_from([BENCH, TREE, WATER]), some.integers(1, 5), min_size=1).map(
        lambda scores: Answer(scores=scores)
    )
)
sayings = some.lists(
    some.lists(some.text(max_size=12), min_size=1, max_size=3).map(lambda words: Answer(words=tuple(words)))
)


def ranked(*choices: OptionId) -> Answer:
    return Answer(choices=choices)


def said(*words: str) -> Answer:
    return Answer(words=words)


# -- by example ---------------------------------------------------------------------------------------------------


def test_bordas_own_example_elects_another_than_most_first_places() -> None:
    """21 voters of his memoir: A has most first places and most of them against it; the points name C."""
    a, b, c = BENCH, TREE, WATER
    ballots = [ranked(a, b, c)] + [ranked(a, c, b)] * 7 + [ranked(b, c, a)] * 7 + [ranked(c, b, a)] * 6
    counted = tally.borda(OPTIONS, ballots)
    assert [option.votes for option in counted] == [8, 7, 6]
    assert [option.points for option in counted] == [16, 21, 26]


def test_in_a_ranking_what_is_left_out_gets_nothing() -> None:
    counted = tally.borda(OPTIONS, [ranked(TREE), ranked(TREE, BENCH)])
    assert [option.points for option in counted] == [1, 4, 0]
    assert counted[1].spread == (2, 0, 0)


def test_scores_give_mean_median_and_how_they_are_spread() -> None:
    answers = [Answer(scores={BENCH: score}) for score in (1, 5, 5, 4)]
    bench, tree, _ = tally.scores(OPTIONS, answers, SCALE)
    assert (bench.votes, bench.mean, bench.median, bench.spread) == (4, 3.75, 4.5, (1, 0, 0, 1, 2))
    assert (tree.votes, tree.mean, tree.median, tree.spread) == (0, None, None, (0, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Été", "ete"),
        ("ÉCOLE", "école"),
        ("Straße", "STRASSE"),
        (" la  place ", "La place"),
        ("ساحَة", "ساحة"),
        ("ســاحة", "ساحة"),
    ],
)
def test_words_are_one_whatever_their_case_accents_and_spaces(one: str, other: str) -> None:
    (word,) = tally.words([said(one), said(other)])
    assert word.votes == 2


def test_words_are_written_as_most_people_wrote_them_and_the_most_given_comes_first() -> None:
    counted = tally.words([said("calme"), said("Bruit"), said("Calme", "bancs"), said("Calme")])
    assert [(option.text, option.votes) for option in counted] == [("Calme", 3), ("bancs", 1), ("Bruit", 1)]


# -- for any answers ----------------------------------------------------------------------------------------------


@given(rankings | scorings | sayings, some.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(answers: list[Answer], dice: random.Random) -> None:
    shuffled = list(answers)
    dice.shuffle(shuffled)
    for kind in QuestionKind:
        fitting = [answer for answer in answers if fits(kind, answer)]
        again = [answer for answer in shuffled if fits(kind, answer)]
        assert tally.counted(kind, OPTIONS, fitting, SCALE) == tally.counted(kind, OPTIONS, again, SCALE)


def fits(kind: QuestionKind, answer: Answer) -> bool:
    match kind:
        case QuestionKind.SCORE:
            return bool(answer.scores)
        case QuestionKind.WORDS:
            return bool(answer.words)
    return bool(answer.choices)


@given(rankings)
def test_the_points_of_a_ranking_are_those_that_ballots_give(answers: list[Answer]) -> None:
    counted = tally.borda(OPTIONS, answers)
    assert sum(option.points or 0 for option in counted) == sum(
        2 - rank for answer in answers for rank in range(len(answer.choices))
    )
    assert sum(option.votes or 0 for option in counted) == len(answers)
    for option in counted:
        assert sum(option.spread or ()) == sum(option.id in answer.choices for answer in answers)


@given(rankings, some.integers(0, 2))
def test_moving_an_option_up_never_costs_it_points(answers: list[Answer], place: int) -> None:
    """Monotony, which eliminating the last one round by round does not have."""
    higher = [
        Answer(choices=tuple(sorted(answer.choices, key=lambda id: id != OPTIONS[place].id))) for answer in answers
    ]
    before, after = tally.borda(OPTIONS, answers), tally.borda(OPTIONS, higher)
    assert (after[place].points or 0) >= (before[place].points or 0)


@given(scorings)
def test_mean_and_median_lie_within_the_scores_given(answers: list[Answer]) -> None:
    for option in tally.scores(OPTIONS, answers, SCALE):
        scores = sorted(answer.scores[option.id] for answer in answers if option.id in answer.scores)
        assert sum(option.spread or ()) == option.votes == len(scores)
        if scores:
            assert option.mean is not None
            assert option.median == median(scores)
            assert abs(Fraction(option.mean) - Fraction(sum(scores), len(scores))) <= Fraction(1, 199)


@given(sayings)
def test_no_word_is_lost_or_counted_twice(answers: list[Answer]) -> None:
    counted = tally.words(answers)
    assert sum(option.votes or 0 for option in counted) == sum(len(answer.words) for answer in answers)
    assert len({tally.folded(option.text) for option in counted}) == len(counted)
    given_words = {word for answer in answers for word in answer.words}
    assert {option.text for option in counted} <= given_words


@given(some.text())
def test_folding_twice_is_folding_once(word: str) -> None:
    assert tally.folded(tally.folded(word)) == tally.folded(word)


# -- what it comes to ---------------------------------------------------------------------------------------------


def voted(*votes: int) -> tuple[Option, ...]:
    return tuple(replace(option, votes=many) for option, many in zip(OPTIONS, votes, strict=True))


@pytest.mark.parametrize(
    ("votes", "quorum", "required", "present", "outcome"),
    [
        ((6, 4, 0), 0, 50, 10, Outcome.ADOPTED),
        ((5, 5, 0), 0, 50, 10, Outcome.REJECTED),
        ((2, 1, 7), 0, 50, 10, Outcome.ADOPTED),
        ((2, 1, 7), 0, 67, 10, Outcome.REJECTED),
        ((3, 1, 0), 0, 75, 4, Outcome.ADOPTED),
        ((0, 0, 3), 0, 50, 3, Outcome.REJECTED),
        ((0, 0, 0), 0, 50, 3, Outcome.REJECTED),
        ((2, 1, 2), 50, 50, 10, Outcome.ADOPTED),
        ((2, 1, 1), 50, 50, 10, Outcome.NO_QUORUM),
        ((2, 1, 1), 50, 0, 10, Outcome.NO_QUORUM),
        ((2, 1, 2), 50, 0, 10, None),
        ((2, 1, 2), 0, 0, 10, None),
    ],
)
def test_abstentions_count_for_the_quorum_and_not_for_the_share(
    votes: tuple[int, ...], quorum: int, required: int, present: int, outcome: Outcome | None
) -> None:
    assert tally.outcome(voted(*votes), True, quorum, required, sum(votes), present) is outcome


def rooms(*turnouts: int) -> list[RoomResult]:
    return [RoomResult(room=RoomId(f"r{i}"), turnout=many, options=OPTIONS) for i, many in enumerate(turnouts)]


@pytest.mark.parametrize(
    ("turnouts", "shown"),
    [
        ((5, 6), [5, 6]),
        ((4, 6, 9), [9]),
        ((4, 3, 9), [9]),
        ((0, 6, 9), [6, 9]),
        ((1, 9), []),
        ((2, 2), []),
    ],
)
def test_of_fewer_than_five_nothing_is_shown_nor_can_be_worked_out(turnouts: tuple[int, ...], shown: list[int]) -> None:
    assert [room.turnout for room in tally.shown_by_room(rooms(*turnouts)) if room.options] == shown


@given(some.lists(some.integers(0, 12), max_size=8))
def test_what_is_hidden_by_room_is_nobody_or_five_people_at_least(turnouts: list[int]) -> None:
    results = tally.shown_by_room(rooms(*turnouts))
    hidden = sum(result.turnout for result in results if not result.options)
    assert all(result.turnout >= tally.FEWEST for result in results if result.options)
    assert hidden == 0 or hidden >= tally.FEWEST or not any(result.options for result in results)
