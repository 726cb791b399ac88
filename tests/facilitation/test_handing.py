"""What people adopted goes on to the next phase, in plain words and with where it comes from."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from facilitation.contribution import Source, Tally
from facilitation.handing import contributions_of, seed_of, tallies_of
from rooms.activities.ballot import CastBallot
from rooms.activities.board import Origin
from rooms.activities.conclusion import (
    AddCitation,
    Citation,
    Conclusion,
    ConclusionPlan,
    Field,
    FieldKind,
    FreezeConclusion,
    RecordConclusion,
    ReopenConclusion,
)
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.poll import AddPoll, ClosePoll, OpenPoll, Poll, PublishPoll
from rooms.activities.question import CountingRule, Question, QuestionKind, Way
from rooms.activities.statement import Statement
from rooms.activities.tally import Outcome
from rooms.activities.verdict import PutConclusionToVote, PutStatementToVote, PutToVote
from rooms.activity import Activity
from rooms.agenda import Room
from rooms.ids import OptionId, PhaseId
from tests.cast import OPEN_BOARD, Cast
from tests.rooms.reporting import AGREED, DISSENT, MINORITY, PARKING, TREES, Evening

PHASE = PhaseId("phase-1")
OPTIONS = ("Pour", "Contre", "Je m’abstiens")
FOR, AGAINST = OptionId("1"), OptionId("2")
NOW = 1_790_000_000_000
TALLY = Tally(
    id="w-1",
    phase=PHASE,
    question="Planter ?",
    options=("Oui", "Non"),
    counts=(3, 1),
    voters=4,
    way=Way.NAMED,
    rule=CountingRule.VOTES,
    at=NOW,
)


@pytest.fixture
def evening() -> Evening:
    evening = Evening(Cast(all_moves=False))
    for room in (evening.green, evening.ways):
        evening.present(room)
    return evening


def decide(cast: Cast, text: Conclusion | Statement, answer: OptionId, there: Activity | None = None) -> Poll:
    """Everybody in plenary votes on it, where it was made or there, and the result is published."""
    asked: dict[str, Any] = {"text": "Adopter ?", "options": OPTIONS, "activity": there.id if there else None}
    if isinstance(text, Statement):
        put: PutToVote = PutStatementToVote(statement=text.id, **asked)
    else:
        put = PutConclusionToVote(conclusion=text.id, **asked)
    poll = cast.made(Poll, cast.farid, put)
    for person in (cast.ana, cast.bob):
        cast.do(person, CastBallot(poll=poll.id, choices=(answer,)))
    for end in (ClosePoll(poll=poll.id), PublishPoll(poll=poll.id)):
        cast.do(cast.farid, end)
    return cast.again(poll)


def titled(field: Field) -> str:
    return field.title or ("Avis minoritaire" if field.kind is FieldKind.MINORITY else field.id)


def given(cast: Cast) -> dict[str, tuple[str, str]]:
    """Title and text of each contribution, by id."""
    found = contributions_of(cast.state, PHASE, NOW, titled)
    return {one.id: (one.title, one.text) for one in found}


def test_of_conclusions_those_that_were_adopted_are_given_on_field_by_field_with_their_source(evening: Evening) -> None:
    adopted, rejected = evening.conclusion(evening.ways), evening.conclusion(evening.green)
    decide(evening.cast, adopted, FOR, evening.report)
    decide(evening.cast, rejected, AGAINST, evening.report)
    contributions = contributions_of(evening.cast.state, PHASE, NOW, titled)
    assert {one.id: (one.title, one.text) for one in contributions} == {
        f"w-{adopted.id}-agreed": ("agreed", PARKING),
        f"w-{adopted.id}-minority": ("Avis minoritaire", DISSENT),
    }
    assert {one.sources for one in contributions} == {
        (Source(workshop=evening.cast.workshop.id, entity=adopted.id, field=field, label="Mobilités"),)
        for field in ("agreed", "minority")
    }
    assert {(one.phase, one.kind, one.at) for one in contributions} == {(PHASE, "conclusion", NOW)}


def test_nothing_is_given_on_that_is_still_put_to_the_vote_or_opened_again(evening: Evening) -> None:
    conclusion = evening.conclusion(evening.ways)
    assert given(evening.cast) == {}
    decide(evening.cast, conclusion, FOR, evening.report)
    evening.cast.do(evening.cast.farid, ReopenConclusion(conclusion=conclusion.id))
    assert given(evening.cast) == {}


def test_it_is_given_on_in_plain_words_with_what_it_quotes(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "Un banc\nà l’ombre")
    cast.run(plenary=ConclusionPlan())
    (conclusion,) = cast.state.all(Conclusion)
    quote = AddCitation(conclusion=conclusion.id, field=AGREED, note=note.id)
    citation = cast.made(Citation, cast.farid, quote)
    cast.do(cast.farid, FreezeConclusion(conclusion=conclusion.id))
    words = {AGREED: f"**Planter** \\<ici\\> :\n\n- [@{citation.id}]\n- [@gone]\n\n1. \\*tout\\*"}
    seen = cast.again(conclusion).rev
    cast.do(None, RecordConclusion(conclusion=conclusion.id, seen=seen, texts=words, people=1, length=40))
    decide(cast, conclusion, FOR)
    assert given(cast) == {
        f"w-{conclusion.id}-agreed": ("agreed", "Planter <ici> :\n\n- “Un banc à l’ombre”\n\n1. *tout*"),
    }


def test_a_statement_is_given_on_with_the_view_of_those_who_do_not_agree(evening: Evening) -> None:
    statement = evening.state("Un kiosque", evening.taken(evening.green, TREES), minority="Pas de kiosque")
    decide(evening.cast, statement, FOR)
    assert given(evening.cast) == {
        f"w-{statement.id}": ("", "Un kiosque"),
        f"w-{statement.id}-minority": ("Avis minoritaire", "Pas de kiosque"),
    }


def test_what_was_voted_is_given_on_as_it_was_counted(evening: Evening) -> None:
    poll = decide(evening.cast, evening.state("Un kiosque"), FOR)
    (tally,) = tallies_of(evening.cast.state, PHASE, NOW)
    assert (tally.question, tally.options, tally.counts, tally.voters) == ("Adopter ?", OPTIONS, (2, 0, 0), 2)
    assert (tally.rule, tally.way, tally.quorum, tally.required) == (CountingRule.VOTES, Way.NAMED, 0, 50)
    assert (tally.outcome, tally.present) == (Outcome.ADOPTED, evening.cast.again(poll).present)
    assert tally.sources == (Source(workshop=evening.cast.workshop.id, entity=poll.id),)


def asked(cast: Cast, question: Question, *answers: dict[str, Any], room: Room | None = None) -> Tally:
    """What it comes to, answered by Ana and Bob, in plenary or in a group."""
    step = cast.run(**{"groups" if room else "plenary": DiscussionPlan()})
    activity = cast.in_cell(step, room.id if room else cast.plenary)
    poll = cast.made(Poll, cast.farid, AddPoll(activity=activity.id, question=question))
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    for person, answer in zip((cast.ana, cast.bob), answers, strict=False):
        cast.do(person, {"type": "ballot.cast", "poll": poll.id, **answer})
    for end in (ClosePoll(poll=poll.id), PublishPoll(poll=poll.id)):
        cast.do(cast.farid, end)
    (tally,) = tallies_of(cast.state, PHASE, NOW)
    return tally


def test_a_ranking_is_given_on_with_its_points(cast: Cast) -> None:
    ranking = Question(text="Par quoi commencer ?", options=("Bancs", "Arbres", "Eau"), kind=QuestionKind.RANKING)
    tally = asked(cast, ranking, {"choices": ["2", "1", "3"]}, {"choices": ["1"]})
    assert (tally.rule, tally.counts) == (CountingRule.BORDA, (3, 2, 0))


def test_scores_are_given_on_as_means_and_medians(cast: Cast) -> None:
    score = Question(text="Que vaut chacune ?", options=("Bancs", "Arbres", "Eau"), kind=QuestionKind.SCORE, highest=10)
    tally = asked(cast, score, {"scores": {"1": 10}}, {"scores": {"1": 3, "2": 2}})
    assert (tally.rule, tally.counts, tally.medians) == (CountingRule.SCORES, (6.5, 2, None), (6.5, 2, None))
    assert (tally.lowest, tally.highest) == (1, 10)


@pytest.mark.parametrize(
    ("voters", "way", "group", "withheld"),
    [
        (4, Way.SECRET, "", True),
        (5, Way.SECRET, "", False),
        (4, Way.NAMED, "", False),
        (4, Way.NAMED, "Végétal", True),
        (4, Way.HANDS, "Végétal", True),
        (5, Way.HANDS, "Végétal", False),
    ],
)
def test_what_few_people_answered_in_secret_or_in_a_group_is_not_for_everybody(
    voters: int, way: Way, group: str, withheld: bool
) -> None:
    tally = replace(TALLY, voters=voters, way=way, group=group, medians=(1.0, 2.0), outcome=Outcome.ADOPTED)
    assert tally.is_withheld is withheld
    assert tally.for_everybody() == (replace(tally, counts=(), medians=()) if withheld else tally)


def test_words_that_few_people_gave_are_not_for_everybody_either() -> None:
    shown = replace(TALLY, rule=CountingRule.WORDS, voters=2, way=Way.SECRET, more=3).for_everybody()
    assert (shown.options, shown.counts, shown.more) == ((), (), 0)


def test_a_question_put_to_one_group_is_given_on_with_its_name(cast: Cast) -> None:
    green, _ = cast.groups("Végétal", "Usages")
    cast.part()
    tally = asked(cast, Question(text="Planter ?", options=("Oui", "Non")), room=green)
    assert (tally.group, tally.is_withheld) == ("Végétal", True)


def test_as_a_note_it_says_in_which_phase_and_room_it_was_said(evening: Evening) -> None:
    decide(evening.cast, evening.conclusion(evening.ways), FOR, evening.report)
    dissent = next(one for one in contributions_of(evening.cast.state, PHASE, NOW, titled) if MINORITY in one.id)
    seed = seed_of(dissent, "Le premier atelier")
    assert seed.text == f"Avis minoritaire: {DISSENT}"
    assert seed.origin == Origin(contribution=dissent.id, phase="Le premier atelier", label="Mobilités")
