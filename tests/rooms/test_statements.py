from __future__ import annotations

import pytest
from msgspec.structs import replace

from rooms.activities.adoption import Standing
from rooms.activities.ballot import CastBallot
from rooms.activities.conclusion import ReopenConclusion
from rooms.activities.poll import ClosePoll, Poll, PollState, PublishPoll
from rooms.activities.question import Way
from rooms.activities.statement import (
    AddStatement,
    CiteInStatement,
    DropStatement,
    EditStatement,
    FreezeStatement,
    MergeStatements,
    MoveStatement,
    ReportStatement,
    SetStand,
    Stand,
    Statement,
)
from rooms.activities.verdict import PutConclusionToVote, PutStatementToVote
from rooms.ids import FieldId, OptionId, RoomId
from tests.cast import Cast
from tests.law import audiences
from tests.rooms.reporting import AGREED, DISSENT, MINORITY, PARKING, TREES, Evening
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import Person

FOR, AGAINST = OptionId("1"), OptionId("2")
WORDS = ("Pour", "Contre", "Je m'abstiens")
MIDDLE = "Garder le milieu libre."


@pytest.fixture
def evening(cast: Cast) -> Evening:
    """Everybody has presented."""
    evening = Evening(cast)
    for room in (evening.green, evening.ways, None):
        evening.present(room)
    return evening


def text(evening: Evening) -> list[str]:
    statements = evening.cast.state.under(evening.report.id, Statement)
    return [statement.text for statement in sorted(statements, key=lambda each: (each.order, each.id))]


def stands(evening: Evening, statement: Statement) -> list[str]:
    rooms = (evening.green, evening.ways, evening.empty)
    return [evening.cast.again(statement).stands[room.id].value for room in rooms]


# -- built from what rooms concluded ------------------------------------------------------------------------------


def test_a_statement_keeps_its_sources_and_who_disagrees(evening: Evening) -> None:
    cast = evening.cast
    statement = evening.state("On garde le milieu libre", evening.taken(evening.green, MIDDLE), minority=DISSENT)
    assert [(source.room, source.words) for source in statement.sources] == [(evening.green.id, MIDDLE)]
    assert stands(evening, statement) == ["for", "not_discussed", "not_discussed"]
    cast.do(cast.farid, SetStand(statement=statement.id, room=evening.ways.id, stand=Stand.AGAINST))
    assert stands(evening, statement) == ["for", "against", "not_discussed"]
    seen = cast.sees(cast.vera, statement)
    assert seen is not None
    assert (seen["minority"], seen["stands"][evening.ways.id]) == (DISSENT, "against")


def test_a_statement_may_come_from_nowhere(evening: Evening) -> None:
    assert stands(evening, evening.state("Un marché du soir")) == ["not_discussed"] * 3


def test_words_that_a_conclusion_does_not_say_are_no_source(evening: Evening) -> None:
    cast = evening.cast
    for source in (
        evening.taken(evening.green, "Tout bétonner"),
        evening.taken(evening.green, DISSENT),
        evening.taken(evening.green, MIDDLE, FieldId("none")),
    ):
        wish = AddStatement(activity=evening.report.id, text="Non", sources=(source,))
        assert cast.code(cast.farid, wish) == "not_in_conclusion"


def test_words_that_show_nothing_are_no_source(evening: Evening) -> None:
    cast, blank = evening.cast, evening.taken(evening.green, " ")
    statement = evening.state("Un kiosque")
    for wish in (
        AddStatement(activity=evening.report.id, text="Non", sources=(blank,)),
        CiteInStatement(statement=statement.id, source=blank),
    ):
        assert cast.code(cast.farid, wish) == "empty"


def test_nothing_is_taken_from_a_conclusion_that_was_not_shown(cast: Cast) -> None:
    evening = Evening(cast)
    wish = AddStatement(activity=evening.report.id, text="Non", sources=(evening.taken(evening.green, MIDDLE),))
    assert cast.code(cast.farid, wish) == "not_reported"


def test_sources_stay_what_they_were(evening: Evening) -> None:
    cast = evening.cast
    statement = evening.state("Le milieu", evening.taken(evening.green, MIDDLE))
    cast.do(cast.farid, ReopenConclusion(conclusion=evening.conclusion(evening.green).id))
    evening.record(evening.green, {AGREED: "Tout planter."})
    assert cast.again(statement).sources == statement.sources


def test_another_room_s_words_join_a_statement_and_leave_it(evening: Evening) -> None:
    cast = evening.cast
    statement = evening.state("La place d'abord", evening.taken(evening.green, MIDDLE))
    cite = CiteInStatement(statement=statement.id, source=evening.taken(evening.ways, PARKING))
    cast.do(cast.farid, cite)
    assert not cast.do(cast.farid, cite)
    assert stands(evening, statement) == ["for", "for", "not_discussed"]
    cast.do(cast.farid, replace(cite, cited=False))
    assert [source.room for source in cast.again(statement).sources] == [evening.green.id]
    assert stands(evening, statement) == ["for", "not_discussed", "not_discussed"]


def test_a_room_stays_for_it_as_long_as_words_of_it_are_a_source_or_somebody_has_said_so(evening: Evening) -> None:
    cast, (one, other) = evening.cast, (evening.taken(evening.green, words) for words in ("Planter", MIDDLE))
    statement = evening.state("Le milieu", one, other)
    cast.do(cast.farid, CiteInStatement(statement=statement.id, source=one, cited=False))
    assert stands(evening, statement) == ["for", "not_discussed", "not_discussed"]
    cast.do(cast.farid, SetStand(statement=statement.id, room=evening.green.id, stand=Stand.FOR))
    cast.do(cast.farid, CiteInStatement(statement=statement.id, source=other, cited=False))
    assert stands(evening, statement) == ["for", "not_discussed", "not_discussed"]


@pytest.mark.parametrize("stand", [Stand.AGAINST, Stand.NOT_DISCUSSED])
def test_where_a_room_was_said_to_stand_its_words_do_not_change(evening: Evening, stand: Stand) -> None:
    cast = evening.cast
    statement = evening.state("Dix places restent")
    cast.do(cast.farid, SetStand(statement=statement.id, room=evening.ways.id, stand=stand))
    cite = CiteInStatement(statement=statement.id, source=evening.taken(evening.ways, DISSENT, MINORITY))
    for cited in (True, False):
        cast.do(cast.farid, replace(cite, cited=cited))
        assert stands(evening, statement) == ["not_discussed", stand.value, "not_discussed"]


def test_two_statements_that_say_the_same_become_one(evening: Evening) -> None:
    cast = evening.cast
    one = evening.state("Le milieu libre", evening.taken(evening.green, MIDDLE), minority="Pas rue des Halles")
    other = evening.state("Sans voitures", evening.taken(evening.ways, PARKING), minority=DISSENT)
    cast.do(cast.farid, SetStand(statement=one.id, room=evening.empty.id, stand=Stand.AGAINST))
    cast.do(cast.farid, MergeStatements(statement=other.id, into=one.id, text="Le milieu libre, sans voitures"))
    merged = cast.again(one)
    assert text(evening) == ["Le milieu libre, sans voitures"]
    assert [source.room for source in merged.sources] == [evening.green.id, evening.ways.id]
    assert stands(evening, merged) == ["for", "for", "against"]
    assert merged.minority == f"Pas rue des Halles\n\n{DISSENT}"
    assert cast.code(cast.farid, MergeStatements(statement=one.id, into=one.id, text="x")) == "unknown"


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_room_that_is_against_one_of_two_statements_is_against_what_becomes_of_both(
    evening: Evening, is_kept: bool
) -> None:
    cast, source = evening.cast, evening.taken(evening.green, MIDDLE)
    agreed, opposed = evening.state("Le milieu libre", source), evening.state("Sans voitures")
    for room, stand in ((evening.green, Stand.AGAINST), (evening.ways, Stand.FOR)):
        cast.do(cast.farid, SetStand(statement=opposed.id, room=room.id, stand=stand))
    gone, kept = (agreed, opposed) if is_kept else (opposed, agreed)
    cast.do(cast.farid, MergeStatements(statement=gone.id, into=kept.id, text="Les deux"))
    assert stands(evening, kept) == ["against", "for", "not_discussed"]
    cast.do(cast.farid, CiteInStatement(statement=kept.id, source=source, cited=False))
    assert stands(evening, kept) == ["against", "for", "not_discussed"]


def test_minority_views_that_do_not_fit_together_are_worded_anew_by_whoever_merges(evening: Evening) -> None:
    cast = evening.cast
    one, other = (evening.state(sign, minority=sign * 1_500) for sign in "ab")
    merge = MergeStatements(statement=other.id, into=one.id, text="Les deux")
    refused = cast.refused(cast.farid, merge)
    assert (refused.code, refused.details) == ("too_long", {"most": 2_000})
    cast.do(cast.farid, replace(merge, minority="a et b"))
    assert cast.again(one).minority == "a et b"
    cast.do(cast.farid, EditStatement(statement=one.id, text="Les deux, donc", minority="a et b"))


def test_two_statements_are_not_merged_over_somebody_else_s_later_words(evening: Evening) -> None:
    cast = evening.cast
    one, other = evening.state("Un"), evening.state("Deux")
    merge = MergeStatements(statement=other.id, into=one.id, text="Les deux", minority="", seen=other.rev)
    cast.do(cast.odile, EditStatement(statement=one.id, text="Un", minority=DISSENT))
    refused = cast.refused(cast.farid, merge)
    assert (refused.code, refused.details) == ("edited_meanwhile", {"text": "Un"})
    cast.do(cast.farid, replace(merge, seen=cast.again(one).rev, minority=DISSENT))
    assert cast.again(one).minority == DISSENT


# -- words and order ----------------------------------------------------------------------------------------------


def test_statements_are_moved(evening: Evening) -> None:
    cast = evening.cast
    one, two, three = (evening.state(words) for words in ("Un", "Deux", "Trois"))
    cast.do(cast.farid, MoveStatement(statement=three.id))
    assert text(evening) == ["Trois", "Un", "Deux"]
    cast.do(cast.farid, MoveStatement(statement=three.id, after=one.id))
    assert text(evening) == ["Un", "Trois", "Deux"]
    cast.do(cast.farid, DropStatement(statement=two.id))
    cast.do(cast.farid, MoveStatement(statement=one.id, after=two.id))
    assert text(evening) == ["Trois", "Un"]


def test_somebody_else_s_later_words_are_not_overwritten_unread(evening: Evening) -> None:
    cast = evening.cast
    statement = evening.state("Un")
    edit = EditStatement(statement=statement.id, text="Deux", seen=statement.rev)
    cast.do(cast.farid, edit)
    assert not cast.do(cast.farid, edit)
    refused = cast.refused(cast.odile, replace(edit, text="Trois"))
    assert (refused.code, refused.details) == ("edited_meanwhile", {"text": "Deux"})
    assert cast.code(cast.odile, replace(edit, text=" ")) == "empty"


def test_settled_words_do_not_change(evening: Evening) -> None:
    cast = evening.cast
    statement, other = evening.state("Un"), evening.state("Deux")
    freeze = FreezeStatement(statement=statement.id)
    cast.do(cast.farid, freeze)
    for wish in (
        EditStatement(statement=statement.id, text="Deux"),
        SetStand(statement=statement.id, room=evening.green.id, stand=Stand.FOR),
        CiteInStatement(statement=statement.id, source=evening.taken(evening.green, MIDDLE)),
        MergeStatements(statement=other.id, into=statement.id, text="Deux"),
        DropStatement(statement=statement.id),
    ):
        assert cast.code(cast.farid, wish) == "statement_frozen"
    cast.do(cast.farid, replace(freeze, frozen=False))
    cast.do(cast.farid, DropStatement(statement=statement.id))


def test_only_staff_write_the_common_text(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un")
    for person in (cast.ana, cast.vera):
        for wish in (
            AddStatement(activity=evening.report.id, text="Non"),
            EditStatement(statement=statement.id, text="Non"),
            SetStand(statement=statement.id, room=evening.green.id, stand=Stand.FOR),
            MoveStatement(statement=statement.id),
            FreezeStatement(statement=statement.id),
            ReportStatement(statement=statement.id),
            DropStatement(statement=statement.id),
            MergeStatements(statement=statement.id, into=statement.id, text="Non"),
            CiteInStatement(statement=statement.id, source=evening.taken(evening.green, MIDDLE)),
            PutStatementToVote(statement=statement.id, text="Adopter ?", options=WORDS),
            PutConclusionToVote(conclusion=evening.conclusion(evening.green).id, text="Adopter ?", options=WORDS),
        ):
            assert cast.code(person, wish) == "not_allowed"


def test_a_room_without_a_turn_does_not_stand_anywhere(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un")
    wish = SetStand(statement=statement.id, room=RoomId(cast.backstage), stand=Stand.FOR)
    assert cast.code(cast.farid, wish) == "unknown"


# -- who sees it --------------------------------------------------------------------------------------------------


def test_a_statement_is_where_it_is_made_until_it_is_reported_out(evening: Evening) -> None:
    cast = evening.cast
    statement = evening.state("Un kiosque à musique")
    assert_known_only_to(cast, "kiosque", audiences={*those_in(cast, cast.plenary), *all_staff(cast)})
    report = ReportStatement(statement=statement.id)
    cast.do(cast.farid, report)
    assert cast.again(statement).state is Standing.FROZEN
    assert_known_only_to(cast, "kiosque", audiences=audiences(cast.state))
    cast.do(cast.farid, replace(report, reported=False))
    assert cast.again(statement).reported_at is None


def test_a_statement_that_is_reopened_is_no_longer_reported_out(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un")
    cast.do(cast.farid, ReportStatement(statement=statement.id))
    cast.do(cast.farid, FreezeStatement(statement=statement.id, frozen=False))
    assert (cast.again(statement).state, cast.again(statement).reported_at) == (Standing.DRAFTING, None)


# -- put to the vote ----------------------------------------------------------------------------------------------


def put(evening: Evening, statement: Statement, way: Way = Way.NAMED, quorum: int = 0, required: int = 50) -> Poll:
    wish = PutStatementToVote(
        statement=statement.id, text="Adopter ?", options=WORDS, way=way, quorum=quorum, required=required
    )
    poll = evening.cast.made(Poll, evening.cast.farid, wish)
    assert evening.cast.again(statement).state is Standing.VOTING
    return poll


def vote(evening: Evening, poll: Poll, *answers: tuple[Person, OptionId]) -> None:
    for person, answer in answers:
        evening.cast.do(person, CastBallot(poll=poll.id, choices=(answer,)))
    evening.cast.do(evening.cast.farid, ClosePoll(poll=poll.id))
    evening.cast.do(evening.cast.farid, PublishPoll(poll=poll.id))


@pytest.mark.parametrize(("answer", "state"), [(FOR, Standing.ADOPTED), (AGAINST, Standing.REJECTED)])
def test_a_statement_stands_as_people_decide(evening: Evening, answer: OptionId, state: Standing) -> None:
    cast, statement = evening.cast, evening.state("Un kiosque")
    poll = put(evening, statement)
    assert (poll.about, poll.state) == (statement.id, PollState.OPEN)
    vote(evening, poll, (cast.ana, answer), (cast.bob, answer))
    assert cast.again(statement).state is state


def test_nobody_knows_the_outcome_before_it_is_published(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un kiosque")
    poll = put(evening, statement)
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(FOR,)))
    cast.do(cast.farid, ClosePoll(poll=poll.id))
    assert cast.again(statement).state is Standing.VOTING
    cast.do(cast.farid, PublishPoll(poll=poll.id))
    assert cast.again(statement).state is Standing.ADOPTED


def test_without_quorum_nothing_is_decided(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un kiosque")
    vote(evening, put(evening, statement, quorum=100), (cast.ana, FOR))
    assert cast.again(statement).state is Standing.FROZEN


def test_the_share_required_decides(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un kiosque")
    vote(evening, put(evening, statement, required=66), (cast.ana, FOR), (cast.bob, AGAINST))
    assert cast.again(statement).state is Standing.REJECTED


def test_the_words_hold_while_people_vote(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un kiosque")
    put(evening, statement)
    for wish in (
        EditStatement(statement=statement.id, text="Deux kiosques"),
        FreezeStatement(statement=statement.id, frozen=False),
        ReportStatement(statement=statement.id),
        ReportStatement(statement=statement.id, reported=False),
        PutStatementToVote(statement=statement.id, text="Adopter ?", options=WORDS),
    ):
        assert cast.code(cast.farid, wish) == "in_vote"


def test_what_people_vote_on_stays_before_their_eyes(evening: Evening) -> None:
    cast, conclusion = evening.cast, evening.conclusion(evening.green)
    wish = PutConclusionToVote(conclusion=conclusion.id, text="Adopter ?", options=WORDS, activity=evening.report.id)
    poll = cast.made(Poll, cast.farid, wish)
    hide = replace(evening.show(evening.green), shown=False)
    assert cast.code(cast.farid, hide) == "in_vote"
    assert cast.sees(cast.ana, conclusion) is not None
    vote(evening, poll, (cast.ana, FOR))
    cast.do(cast.farid, hide)
    assert cast.sees(cast.bob, conclusion) is None


def test_what_is_changed_after_a_vote_is_amended_and_voted_on_again(evening: Evening) -> None:
    cast, statement = evening.cast, evening.state("Un kiosque")
    first = put(evening, statement)
    vote(evening, first, (cast.ana, AGAINST))
    cast.do(cast.farid, FreezeStatement(statement=statement.id, frozen=False))
    cast.do(cast.farid, EditStatement(statement=statement.id, text="Un petit kiosque"))
    assert cast.code(cast.farid, DropStatement(statement=statement.id)) == "was_voted"
    cast.do(cast.farid, FreezeStatement(statement=statement.id))
    assert cast.again(statement).state is Standing.AMENDED
    vote(evening, put(evening, statement), (cast.ana, FOR))
    assert cast.again(statement).state is Standing.ADOPTED
    assert cast.again(statement).poll != first.id


def test_a_conclusion_is_put_to_the_vote_in_its_room_or_where_it_is_shown(evening: Evening) -> None:
    cast, conclusion = evening.cast, evening.conclusion(evening.green)
    wish = PutConclusionToVote(conclusion=conclusion.id, text="Adopter ?", options=WORDS)
    assert cast.code(cast.farid, wish) == "step_closed"
    poll = cast.made(Poll, cast.farid, replace(wish, activity=evening.report.id))
    vote(evening, poll, (cast.ana, FOR))
    assert cast.again(conclusion).state is Standing.ADOPTED


def test_a_conclusion_is_not_voted_on_where_nobody_was_shown_it(cast: Cast) -> None:
    evening = Evening(cast)
    conclusion = evening.conclusion(evening.green)
    wish = PutConclusionToVote(conclusion=conclusion.id, text="?", options=WORDS, activity=evening.report.id)
    assert cast.code(cast.farid, wish) == "unknown"
    assert TREES in conclusion.texts.values()
