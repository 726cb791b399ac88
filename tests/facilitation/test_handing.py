"""What people adopted goes on to the next phase, in plain words and with where it comes from."""

from __future__ import annotations

from typing import Any

import pytest

from facilitation.contribution import Source
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
from rooms.activities.poll import ClosePoll, Poll, PublishPoll
from rooms.activities.statement import Statement
from rooms.activities.verdict import PutConclusionToVote, PutStatementToVote, PutToVote
from rooms.activity import Activity
from rooms.ids import OptionId, PhaseId
from tests.cast import OPEN_BOARD, Cast
from tests.rooms.reporting import AGREED, DISSENT, MINORITY, PARKING, TREES, Evening

PHASE = PhaseId("phase-1")
OPTIONS = ("Pour", "Contre", "Je m’abstiens")
FOR, AGAINST = OptionId("1"), OptionId("2")
NOW = 1_790_000_000_000


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
    assert tally.sources == (Source(workshop=evening.cast.workshop.id, entity=poll.id),)


def test_as_a_note_it_says_in_which_phase_and_room_it_was_said(evening: Evening) -> None:
    decide(evening.cast, evening.conclusion(evening.ways), FOR, evening.report)
    dissent = next(one for one in contributions_of(evening.cast.state, PHASE, NOW, titled) if MINORITY in one.id)
    seed = seed_of(dissent, "Le premier atelier")
    assert seed.text == f"Avis minoritaire: {DISSENT}"
    assert seed.origin == Origin(contribution=dissent.id, phase="Le premier atelier", label="Mobilités")
