"""What a room concludes is its own while it is drafted, quotes notes it sees, and stands still once it is frozen."""

from __future__ import annotations

import pytest

from facilitation.agenda import PlanActivity, StartStep
from rooms.activities.adoption import Standing
from rooms.activities.board import Board, Note
from rooms.activities.conclusion import (
    AddCitation,
    Citation,
    Conclusion,
    ConclusionPlan,
    DropCitation,
    Field,
    FreezeConclusion,
    OpenDocument,
    RecordConclusion,
    ReopenConclusion,
    WriteDocument,
    conclusion_id,
)
from rooms.agenda import Room, Step
from rooms.entity import Changes, DocumentUpdate
from rooms.ids import FieldId
from rooms.refusal import Refused
from tests.cast import HIDDEN_BOARD, OPEN_BOARD, Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import Person

AGREED, MINORITY = FieldId("agreed"), FieldId("minority")
MARKER = "ombre-31415926"


class Group:
    """Ana in a group of her own, whose board is followed by a conclusion; Bob is in the other one."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.room, self.other = cast.groups("Un", "Deux")
        cast.part()
        if cast.record(cast.ana).room != self.room.id:
            self.room, self.other = self.other, self.room
        self.boards = cast.run(groups=OPEN_BOARD)
        self.note = self.written_in(self.boards, cast.ana, self.room)
        self.foreign = self.written_in(self.boards, cast.bob, self.other, "ailleurs")
        self.step = cast.run(groups=ConclusionPlan())

    def written_in(self, step: Step, by: Person, room: Room, text: str = MARKER) -> Note:
        board = self.cast.in_cell(step, room.id)
        assert isinstance(board, Board)
        return self.cast.note(by, board, text)

    @property
    def conclusion(self) -> Conclusion:
        return self.cast.state.find(Conclusion, conclusion_id(self.cast.in_cell(self.step, self.room.id).id))

    def quote(self, note: Note | None = None, field: FieldId = AGREED) -> AddCitation:
        return AddCitation(conclusion=self.conclusion.id, field=field, note=(note or self.note).id)

    def freeze(self) -> None:
        self.cast.do(self.cast.farid, FreezeConclusion(conclusion=self.conclusion.id))

    def record(self, text: str, seen: int | None = None) -> RecordConclusion:
        at = self.conclusion.rev if seen is None else seen
        return RecordConclusion(conclusion=self.conclusion.id, seen=at, texts={AGREED: text}, people=1, length=9)


@pytest.fixture
def group(cast: Cast) -> Group:
    return Group(cast)


def test_a_quotation_is_known_where_the_note_and_the_conclusion_are_and_its_words_outlive_the_note(
    cast: Cast, group: Group
) -> None:
    citation = cast.made(Citation, cast.ana, group.quote())
    cast.do(cast.farid, StartStep(step=group.boards.id, seen=group.step.id))
    cast.do(cast.ana, {"type": "note.drop", "note": group.note.id})
    assert cast.again(citation).text == MARKER
    here = [*those_in(cast, group.room.id), *all_staff(cast)]
    assert_known_only_to(cast, citation.id, people=[cast.ana], audiences=here)


def test_who_wrote_the_note_alone_is_told_that_it_is_theirs_wherever_they_are(cast: Cast, group: Group) -> None:
    citation = cast.made(Citation, cast.farid, group.quote())
    cast.do(cast.farid, {"type": "person.move", "person": cast.ana.id, "room": cast.plenary})
    mine = cast.owns(cast.ana, citation)
    assert mine is not None
    assert mine["author"] == group.note.author
    assert cast.sees(cast.ana, citation) is None
    for audience in those_in(cast, group.room.id):
        seen = cast.audience_sees(audience, citation)
        assert seen is not None
        assert seen["author"] is None


def test_the_same_note_in_the_same_field_is_quoted_once(cast: Cast, group: Group) -> None:
    cast.do(cast.ana, group.quote())
    assert not cast.do(cast.farid, group.quote())
    cast.do(cast.ana, group.quote(field=MINORITY))
    assert len(list(cast.state.all(Citation))) == 2


def test_one_quotes_what_all_in_ones_room_see_and_staff_from_every_room(cast: Cast, group: Group) -> None:
    assert cast.code(cast.ana, group.quote(group.foreign)) == "unknown"
    assert cast.code(cast.bob, group.quote()) == "unknown"
    assert cast.code(cast.vera, group.quote()) == "not_allowed"
    assert cast.refused(cast.ana, group.quote(field=FieldId("elsewhere"))).details == {"kind": "field"}
    assert cast.made(Citation, cast.farid, group.quote(group.foreign)).text == "ailleurs"


def test_a_hidden_note_is_not_quoted_even_by_staff(cast: Cast) -> None:
    board = cast.board(HIDDEN_BOARD)
    note = cast.note(cast.ana, board)
    step = cast.run(plenary=ConclusionPlan())
    conclusion = conclusion_id(cast.in_cell(step, cast.plenary).id)
    quote = AddCitation(conclusion=conclusion, field=AGREED, note=note.id)
    for person in (cast.ana, cast.farid):
        assert cast.code(person, quote) == "unknown"


def test_a_quotation_is_taken_back_while_it_is_a_draft_only(cast: Cast, group: Group) -> None:
    citation = cast.made(Citation, cast.ana, group.quote())
    assert cast.code(cast.bob, DropCitation(citation=citation.id)) == "unknown"
    group.freeze()
    for wish in (DropCitation(citation=citation.id), group.quote(field=MINORITY)):
        assert cast.refused(cast.ana, wish).details == {"state": "frozen"}
    cast.do(cast.farid, ReopenConclusion(conclusion=group.conclusion.id))
    cast.do(cast.ana, DropCitation(citation=citation.id))
    assert list(cast.state.all(Citation)) == []


def test_citizens_quote_while_the_step_runs_and_staff_as_long_as_it_is_a_draft(cast: Cast, group: Group) -> None:
    cast.run()
    assert cast.code(cast.ana, group.quote()) == "step_closed"
    cast.do(cast.farid, group.quote())


@pytest.mark.parametrize("type", [FreezeConclusion, ReopenConclusion])
def test_staff_alone_freeze_and_open_again(
    cast: Cast, group: Group, type: type[FreezeConclusion | ReopenConclusion]
) -> None:
    assert cast.code(cast.ana, type(conclusion=group.conclusion.id)) == "not_allowed"
    cast.do(cast.farid, type(conclusion=group.conclusion.id))
    assert not cast.do(cast.farid, type(conclusion=group.conclusion.id))


def test_words_are_recorded_once_and_as_they_were_when_nobody_could_write_any_more(cast: Cast, group: Group) -> None:
    assert cast.code(None, group.record("trop tôt")) == "already_moved"
    before = group.conclusion.rev
    group.freeze()
    assert cast.code(None, group.record("dépassé", seen=before)) == "already_moved"
    cast.do(None, group.record(MARKER))
    assert not cast.do(None, group.record("encore"))
    assert group.conclusion.texts == {AGREED: MARKER}
    here = [*those_in(cast, group.room.id), *all_staff(cast)]
    assert_known_only_to(cast, f'"{MARKER}"', people=[cast.ana], audiences=here)


def written(group: Group, by: Person, people: int = 1, length: int = 9) -> Changes | Refused:
    """What the server gives for somebody who has written, having read it."""
    update = WriteDocument(conclusion=group.conclusion.id, client=7, update=b"words", people=people, length=length)
    return group.cast.give(by, update)


def test_who_writes_changes_the_text_and_its_figures_now_and_then(cast: Cast, group: Group) -> None:
    first = written(group, cast.ana)
    assert isinstance(first, Changes)
    assert first.aside == [DocumentUpdate(conclusion=group.conclusion.id, client=7, update=b"words")]
    assert (group.conclusion.people, group.conclusion.length) == (1, 9)
    second = written(group, cast.ana, length=10)
    assert isinstance(second, Changes)
    assert (second.put, len(second.aside)) == ([], 1)
    cast.wait(5_000)
    written(group, cast.ana, length=11)
    assert group.conclusion.length == 11


def test_who_may_not_write_is_given_no_pen(cast: Cast, group: Group) -> None:
    for person, code in ((cast.bob, "unknown"), (cast.vera, "not_allowed")):
        for answer in (
            written(group, person),
            cast.give(person, OpenDocument(conclusion=group.conclusion.id, client=8)),
        ):
            assert isinstance(answer, Refused)
            assert answer.code == code
    group.freeze()
    frozen = written(group, cast.ana)
    assert isinstance(frozen, Refused)
    assert (frozen.code, frozen.details) == ("conclusion_frozen", {"state": "frozen"})


def test_new_words_make_what_was_recorded_void(cast: Cast, group: Group) -> None:
    group.freeze()
    cast.do(None, group.record(MARKER))
    cast.do(cast.farid, ReopenConclusion(conclusion=group.conclusion.id))
    written(group, cast.ana)
    assert group.conclusion.recorded_at is None
    assert group.conclusion.state is Standing.DRAFTING


def test_a_plan_that_has_no_place_for_what_is_written_is_refused(cast: Cast, group: Group) -> None:
    short = ConclusionPlan(fields=(Field(id=FieldId("other")),))
    wish = PlanActivity(step=group.step.id, room=group.room.id, plan=short)
    cast.do(cast.farid, PlanActivity(step=group.step.id, room=group.other.id, plan=short))
    cast.do(cast.ana, group.quote())
    assert cast.code(cast.farid, wish) == "has_contents"
    more = ConclusionPlan(fields=(*ConclusionPlan().fields, Field(id=FieldId("other"))))
    cast.do(cast.farid, PlanActivity(step=group.step.id, room=group.room.id, plan=more))
    assert group.conclusion.fields == more.fields
