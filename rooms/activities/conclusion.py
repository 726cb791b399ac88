"""Conclusion: what a room writes together in a step, field by field, and the notes it quotes.

The words themselves are a document beside the entities, see `rooms.documents`; an entity has them once it is frozen.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

import msgspec
from msgspec import Meta, Struct

from rooms.activities import adoption
from rooms.activities.adoption import Adoptable, Standing
from rooms.activities.board import Board, Note
from rooms.activities.remark import Remark
from rooms.activity import Activity, Plan
from rooms.audience import Audience
from rooms.command import Command, SystemCommand
from rooms.entity import DocumentUpdate, Entity
from rooms.ids import ActivityId, AuthorId, CitationId, ConclusionId, FieldId, NoteId, RoomId, StepId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import Line, line_or_nothing, shows
from rooms.visit import visits

if TYPE_CHECKING:
    from rooms.deciding import Deciding

TEXT_MAX = 50_000
"""Characters of all fields together; a group of ten writes two thousand in half an hour."""
CITATIONS_MAX = 200
COUNT_MS = 5_000
"""How often, at most, the figures of a text that grows are told."""


class FieldKind(StrEnum):
    TEXT = "text"
    MINORITY = "minority"  # what some do not agree with; kept apart through report out, vote and minutes


class Field(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Without a title it has the one the page knows for its id."""

    id: Annotated[FieldId, Meta(min_length=1, max_length=24, pattern="^[a-z0-9-]+$")]
    title: Line = ""
    hint: Line = ""
    kind: FieldKind = FieldKind.TEXT


TEMPLATE = (
    Field(id=FieldId("agreed")),
    Field(id=FieldId("disagreed")),
    Field(id=FieldId("proposals")),
    Field(id=FieldId("questions")),
    Field(id=FieldId("minority"), kind=FieldKind.MINORITY),
)


class ConclusionPlan(Plan, frozen=True, kw_only=True, tag="conclusion"):
    """`most` is how many characters all fields hold together."""

    fields: Annotated[tuple[Field, ...], Meta(min_length=1, max_length=12)] = TEMPLATE
    most: Annotated[int, Meta(ge=100, le=TEXT_MAX)] = 20_000
    goes_on: StepId | None = None
    """The step whose conclusion the room takes up again, as it is: the same text, with what was remarked on it."""

    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return Writing(id=id, room=room, step=step, plan=self)

    def tidied(self) -> ConclusionPlan:
        fields = tuple(
            msgspec.structs.replace(field, title=line_or_nothing(field.title), hint=line_or_nothing(field.hint))
            for field in self.fields
        )
        return msgspec.structs.replace(Plan.tidied(self), fields=fields)

    def __post_init__(self) -> None:
        if len({field.id for field in self.fields}) != len(self.fields):
            raise ValueError("fields share an id")


class Writing(Activity, frozen=True, kw_only=True, tag="conclusion_activity"):
    """An activity whose matter is one conclusion, made with it, unless that has gone on to a later one.

    `left_behind`: people vote on what it was to go on from, whose words stay as they are.
    """

    plan: ConclusionPlan
    left_behind: bool = False

    def begin(self, on: Deciding) -> None:
        if self.plan.goes_on is not None:
            on.change(self, left_behind=not take_up(on, self, self.plan.goes_on))


class Conclusion(Adoptable, frozen=True, kw_only=True, tag="conclusion"):
    """`texts` are Markdown by field; a draft has none, nor has it for a moment once frozen, until `recorded_at`.

    `people` counts those who have written, `length` the characters, both behind by a few seconds while it is drafted.
    """

    id: ConclusionId
    room: RoomId
    activity: ActivityId
    step: StepId
    fields: tuple[Field, ...]
    texts: dict[FieldId, str] = msgspec.field(default_factory=dict)
    recorded_at: int | None = None
    people: int = 0
    length: int = 0
    counted_at: int = 0

    def under(self) -> str | None:
        return self.activity

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Its room and all staff, a room that visits it; everybody once it was reported out."""
        if audience.is_staff or audience.is_in(self.room) or self.reported_at is not None:
            return self
        return self if visits(audience, state, self.activity) else None

    @property
    def is_draft(self) -> bool:
        return self.state is Standing.DRAFTING

    def field(self, id: str) -> FieldId:
        for field in self.fields:
            if field.id == id:
                return field.id
        raise Refused("unknown", kind="field")


class Citation(Entity, frozen=True, kw_only=True, tag="citation"):
    """A note quoted in a conclusion, with the words it had then; the note may be gone since.

    `author` is the note's, known to nobody else: they see that they are quoted, wherever they are.
    """

    TEXTS: ClassVar = ("text",)

    id: CitationId
    room: RoomId
    conclusion: ConclusionId
    field: FieldId
    note: NoteId
    text: str
    author: AuthorId | None
    reported: bool = False
    hidden: bool = False
    """Its note was hidden since: nobody reads these words here any more."""

    @property
    def place(self) -> str | None:
        return None if self.reported else self.room

    def under(self) -> str | None:
        return self.conclusion

    def whose(self) -> str | None:
        return self.author

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Whoever sees the conclusion; staff alone what was hidden."""
        conclusion = state.maybe(Conclusion, self.conclusion)
        if conclusion is None or conclusion.seen_by(audience, state) is None:
            return None
        if self.hidden and not audience.is_staff:
            return None
        return msgspec.structs.replace(self, author=None)


# -- rules --------------------------------------------------------------------------------------------------------


def conclusion_of(activity: Writing) -> Conclusion:
    """The conclusion of a new activity."""
    return Conclusion(
        id=conclusion_id(activity.id),
        room=activity.room,
        activity=activity.id,
        step=activity.step,
        fields=activity.plan.fields,
    )


def conclusion_id(activity: ActivityId) -> ConclusionId:
    return ConclusionId(f"conclusion-{activity}")


def conclusions_of(state: State, step: StepId) -> list[Conclusion]:
    """Those of all rooms in a step, one room after the other."""
    found = (conclusion for conclusion in state.all(Conclusion) if conclusion.step == step)
    return sorted(found, key=lambda conclusion: (conclusion.room, conclusion.id))


def citations_in(state: State, conclusion: ConclusionId) -> Iterator[Citation]:
    return state.under(conclusion, Citation)


def is_written(state: State, conclusion: Conclusion) -> bool:
    """Whether anybody has put anything into it."""
    return conclusion.people > 0 or any(True for _ in citations_in(state, conclusion.id))


def says_something(state: State, conclusion: Conclusion) -> bool:
    """By its words, or until they are recorded by whether anybody has put any in."""
    if conclusion.recorded_at is None:
        return is_written(state, conclusion)
    return any(shows(text) for text in conclusion.texts.values())


def take_up(on: Deciding, writing: Writing, step: StepId) -> bool:
    """Write on in what the room has concluded in an earlier step, unless it has begun anew here.

    False where that is being voted on: the step begins all the same.
    """
    earlier = next((one for one in conclusions_of(on, step) if one.room == writing.room), None)
    own = next(iter(on.under(writing.id, Conclusion)), None)
    if earlier is None or earlier.activity == writing.id or (own is not None and is_written(on, own)):
        return True
    if earlier.state is Standing.VOTING:
        return False
    if own is not None:
        on.drop(own.id)
    on.change(opened_again(on, earlier), activity=writing.id, step=writing.step)
    return True


def give_back(on: Deciding, writing: Writing) -> None:
    """What was taken up goes back to where it was written, as if this step had not begun."""
    taken = next(iter(on.under(writing.id, Conclusion)), None)
    if taken is None or taken.id == conclusion_id(writing.id) or writing.plan.goes_on is None:
        return
    cells = on.under(writing.plan.goes_on, Writing)
    if (before := next((one for one in cells if one.room == writing.room), None)) is not None:
        on.change(taken, activity=before.id, step=before.step)
        on.put(conclusion_of(writing))


def thaw(on: Deciding, activity: ActivityId) -> None:
    """What this activity froze when it began is written again, but what was shown to all or put to the vote since."""
    for conclusion in [one for one in on.all(Conclusion) if one.frozen_by == activity]:
        if conclusion.state in (Standing.FROZEN, Standing.AMENDED) and conclusion.reported_at is None:
            opened_again(on, conclusion)


def opened_again(on: Deciding, conclusion: Conclusion) -> Conclusion:
    """A draft, its room's alone until it is shown again: nobody looks on while it is rewritten."""
    draft = adoption.reopen(on, conclusion)
    return report(on, on.change(draft, texts={}, recorded_at=None), None)


def drafted(on: Deciding, id: str) -> tuple[Writing, Conclusion]:
    """A conclusion the person may write in: the room while it is in its step, staff whenever it is a draft.

    Raises Refused: "unknown" (also for another room's), "step_closed", "conclusion_frozen".
    """
    conclusion = on.find(Conclusion, id)
    if not on.may(Permission.STEER) and on.person.room != conclusion.room:
        raise Refused("unknown", kind="conclusion")
    if not on.may(Permission.STEER) and on.step_of(conclusion.room) != conclusion.step:
        raise Refused("step_closed", step=conclusion.step)
    if not conclusion.is_draft:
        raise Refused("conclusion_frozen", state=conclusion.state.value)
    return on.find(Writing, conclusion.activity), conclusion


def quotable_note(on: Deciding, id: str) -> Note:
    """A note that all in the person's room see; staff quote from any room."""
    note = on.find(Note, id)
    board = on.find(Board, note.activity)
    is_seen = board.revealed and note.is_shown
    if not is_seen or not (on.may(Permission.STEER) or on.person.room == note.room):
        raise Refused("unknown", kind="note")
    return note


def report(on: Deciding, conclusion: Conclusion, at: int | None) -> Conclusion:
    """Show it, with what it quotes and what others remarked, to everybody; or to its room alone again."""
    for beside in (*citations_in(on, conclusion.id), *on.under(conclusion.id, Remark)):
        on.change(beside, reported=at is not None)
    return on.change(conclusion, reported_at=at)


def lay_out_writing(on: Deciding, writing: Writing, plan: ConclusionPlan) -> None:
    """Another plan for a conclusion. Raises Refused("has_contents") when it has no place for what is written."""
    conclusion = next(iter(on.under(writing.id, Conclusion)), None)
    if conclusion is None:
        on.change(writing, plan=plan)
        return
    lost = {field.id for field in conclusion.fields} - {field.id for field in plan.fields}
    if (lost or conclusion.length > plan.most) and is_written(on, conclusion):
        raise Refused("has_contents", activity=writing.id)
    on.change(writing, plan=plan)
    on.change(conclusion, fields=plan.fields)


# -- commands -----------------------------------------------------------------------------------------------------


class AddCitation(Command, frozen=True, tag="citation.add"):
    """Quote a note in a field; the same one twice in a field is the same citation."""

    conclusion: ConclusionId
    field: FieldId
    note: NoteId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        _, conclusion = drafted(on, self.conclusion)
        field = conclusion.field(self.field)
        note = quotable_note(on, self.note)
        citations = list(citations_in(on, conclusion.id))
        if any(citation.note == note.id and citation.field == field for citation in citations):
            return
        if len(citations) >= CITATIONS_MAX:
            raise Refused("too_many_citations", most=CITATIONS_MAX)
        on.put(
            Citation(
                id=CitationId(on.chance.id()),
                room=conclusion.room,
                conclusion=conclusion.id,
                field=field,
                note=note.id,
                text=note.text,
                author=note.author,
            )
        )


class DropCitation(Command, frozen=True, tag="citation.drop"):
    citation: CitationId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        citation = on.find(Citation, self.citation)
        drafted(on, citation.conclusion)
        on.drop(citation.id)


class FreezeConclusion(Command, frozen=True, tag="conclusion.freeze"):
    """Nobody writes in it any more; its words are recorded next."""

    conclusion: ConclusionId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        adoption.freeze(on, on.find(Conclusion, self.conclusion))


class ReopenConclusion(Command, frozen=True, tag="conclusion.reopen"):
    """A draft again, and its room's alone until it is shown again: nobody looks on while it is rewritten."""

    conclusion: ConclusionId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        opened_again(on, on.find(Conclusion, self.conclusion))


class RecordConclusion(SystemCommand, frozen=True, tag="conclusion.record"):
    """The words of a conclusion that is no draft, read while its `rev` was `seen`."""

    conclusion: ConclusionId
    seen: int
    texts: dict[FieldId, str]
    people: int
    length: int

    def decide(self, on: Deciding) -> None:
        conclusion = on.find(Conclusion, self.conclusion)
        if conclusion.rev != self.seen or conclusion.is_draft:
            raise Refused("already_moved")
        if conclusion.recorded_at is None:
            on.change(conclusion, texts=self.texts, people=self.people, length=self.length, recorded_at=on.now)


class OpenDocument(Command, frozen=True, tag="document.open"):
    """A person is given a Yjs client id, under which nobody else writes. Given by the server for them."""

    conclusion: ConclusionId
    client: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        _, conclusion = drafted(on, self.conclusion)
        on.aside(DocumentUpdate(conclusion=conclusion.id, client=self.client, update=b""))


class WriteDocument(Command, frozen=True, tag="document.write"):
    """A person's change to a document, after the server has read it; `people` and `length` as they are with it."""

    conclusion: ConclusionId
    client: int
    update: bytes
    people: int
    length: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        _, conclusion = drafted(on, self.conclusion)
        on.aside(DocumentUpdate(conclusion=conclusion.id, client=self.client, update=self.update))
        if self.people != conclusion.people or on.now - conclusion.counted_at >= COUNT_MS:
            on.change(conclusion, people=self.people, length=self.length, counted_at=on.now)
