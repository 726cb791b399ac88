"""A common text: statements taken from what rooms concluded, each with its sources and with who disagrees."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta, Struct

from rooms.activities import adoption
from rooms.activities.adoption import Adoptable, Standing
from rooms.activities.conclusion import Conclusion
from rooms.activities.report_out import ReportOut
from rooms.audience import Audience
from rooms.command import Command
from rooms.entity import Entity
from rooms.ids import ActivityId, ConclusionId, FieldId, RoomId, StatementId
from rooms.order import key_between
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import MESSAGE_MAX, MessageText, normalized, prose, prose_or_nothing, shows

if TYPE_CHECKING:
    from rooms.deciding import Deciding

STATEMENTS_MAX = 200
SOURCES_MAX = 40


class Stand(StrEnum):
    """Where a room stands on a statement."""

    FOR = "for"
    AGAINST = "against"
    NOT_DISCUSSED = "not_discussed"


class Taken(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a conclusion that everybody has been shown, in Markdown and letter for letter."""

    conclusion: ConclusionId
    field: FieldId
    words: Annotated[MessageText, Meta(min_length=1)]


class Source(Taken, frozen=True, kw_only=True):
    """They stay what they were, also when the conclusion is written in again."""

    room: RoomId


class Statement(Adoptable, frozen=True, kw_only=True, tag="statement"):
    """`minority` is the view of those who do not agree; `stands` has every room that could have discussed it.

    `said` are the rooms somebody has spoken for: where the others stand follows from the sources. `text_rev` is the rev
    in which its words were last edited.
    """

    id: StatementId
    room: RoomId
    activity: ActivityId
    order: str
    text: str
    minority: str = ""
    sources: tuple[Source, ...] = ()
    stands: dict[RoomId, Stand] = msgspec.field(default_factory=dict)
    said: tuple[RoomId, ...] = ()
    at: int
    edited_at: int | None = None
    text_rev: int = 0

    def under(self) -> str | None:
        return self.activity

    def lane(self) -> tuple[str, str]:
        return self.activity, self.order

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Whoever is where it is made; everybody once it is reported out."""
        return self if audience.is_staff or audience.is_in(self.room) or self.reported_at is not None else None


# -- rules --------------------------------------------------------------------------------------------------------


def drafted(on: Deciding, id: str) -> Statement:
    """A statement whose words may change. Raises Refused: "in_vote", "statement_frozen"."""
    statement = on.find(Statement, id)
    if statement.state is Standing.VOTING:
        raise Refused("in_vote")
    if statement.state is not Standing.DRAFTING:
        raise Refused("statement_frozen")
    return statement


def source_of(on: Deciding, taken: Taken) -> Source:
    """Raises Refused: "empty", "not_reported" while the conclusion is its room's alone, "not_in_conclusion"."""
    if not shows(taken.words):
        raise Refused("empty")
    conclusion = on.find(Conclusion, taken.conclusion)
    if conclusion.reported_at is None:
        raise Refused("not_reported")
    if taken.words not in normalized(conclusion.texts.get(taken.field, "")):
        raise Refused("not_in_conclusion")
    return Source(conclusion=conclusion.id, field=taken.field, words=taken.words, room=conclusion.room)


def joined(one: tuple[Source, ...], other: tuple[Source, ...]) -> tuple[Source, ...]:
    """Each once. Raises Refused("common_text_full")."""
    sources = tuple(dict.fromkeys([*one, *other]))
    if len(sources) > SOURCES_MAX:
        raise Refused("common_text_full", most=SOURCES_MAX)
    return sources


def agreeing(
    stands: dict[RoomId, Stand], sources: tuple[Source, ...], said: tuple[RoomId, ...] = ()
) -> dict[RoomId, Stand]:
    """A room whose words are taken is for it, unless somebody has said where the room stands."""
    rooms = dict.fromkeys(source.room for source in sources)
    return {
        room: stands[room] if room in said else Stand.FOR if room in rooms else Stand.NOT_DISCUSSED
        for room in {**stands, **rooms}
    }


def weighed(one: Statement, other: Statement) -> tuple[dict[RoomId, Stand], tuple[RoomId, ...]]:
    """Where rooms stand on both, and of which it was said: dissent from one of them outweighs consent to the other."""
    stands: dict[RoomId, Stand] = {}
    for room in {**one.stands, **other.stands}:
        taken = [each.stands[room] for each in (one, other) if room in each.stands]
        stands[room] = next(stand for stand in (Stand.AGAINST, Stand.FOR, Stand.NOT_DISCUSSED) if stand in taken)
    said = dict.fromkeys(room for each in (one, other) for room in each.said if each.stands[room] is stands[room])
    return stands, tuple(said)


def both_minorities(one: Statement, other: Statement) -> str:
    """Raises Refused("too_long") when they have to be worded anew."""
    both = "\n\n".join(dict.fromkeys(view for view in (one.minority, other.minority) if view))
    if len(both) > MESSAGE_MAX:
        raise Refused("too_long", most=MESSAGE_MAX)
    return both


def require_read(statement: Statement, seen: int | None) -> None:
    """Raises Refused("edited_meanwhile") when somebody else's later words would be overwritten unread."""
    if seen is not None and statement.text_rev > seen:
        raise Refused("edited_meanwhile", text=statement.text)


def order_after(on: Deciding, activity: str, after: str | None, moving: str = "") -> str:
    """The order between a statement (None: the head) and the one that follows it; at the end when it has gone."""
    if after is None:
        before: str | None = None
    elif (found := on.maybe(Statement, after)) and found.activity == activity:
        before = found.order
    else:
        before = last_order(on, activity, moving)
    return key_between(before, next((order for order, id in on.onwards(activity, before or "") if id != moving), None))


def last_order(on: Deciding, activity: str, moving: str = "") -> str | None:
    return next((order for order, id in on.backwards(activity) if id != moving), None)


# -- commands -----------------------------------------------------------------------------------------------------


class AddStatement(Command, frozen=True, tag="statement.add"):
    """At the end of the common text."""

    activity: ActivityId
    text: MessageText
    minority: MessageText = ""
    sources: Annotated[tuple[Taken, ...], Meta(max_length=SOURCES_MAX)] = ()

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        activity = on.find(ReportOut, self.activity)
        if on.count("under", activity.id) >= STATEMENTS_MAX:
            raise Refused("common_text_full", most=STATEMENTS_MAX)
        sources = joined((), tuple(source_of(on, taken) for taken in self.sources))
        on.put(
            Statement(
                id=StatementId(on.chance.id()),
                room=activity.room,
                activity=activity.id,
                order=key_between(last_order(on, activity.id), None),
                text=prose(self.text),
                minority=prose_or_nothing(self.minority),
                sources=sources,
                stands=agreeing({turn.room: Stand.NOT_DISCUSSED for turn in activity.turns}, sources),
                at=on.now,
                text_rev=on.head,
            )
        )


class EditStatement(Command, frozen=True, tag="statement.edit"):
    """`seen` is the rev of the words one started from: somebody else's later ones are not overwritten unread."""

    statement: StatementId
    text: MessageText
    minority: MessageText = ""
    seen: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = drafted(on, self.statement)
        text, minority = prose(self.text), prose_or_nothing(self.minority)
        if (statement.text, statement.minority) == (text, minority):
            return
        require_read(statement, self.seen)
        on.change(statement, text=text, minority=minority, edited_at=on.now, text_rev=on.head)


class CiteInStatement(Command, frozen=True, tag="statement.cite"):
    """Another source of a statement; with `cited` false it is none any more."""

    statement: StatementId
    source: Taken
    cited: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = drafted(on, self.statement)
        if self.cited:
            sources = joined(statement.sources, (source_of(on, self.source),))
        else:
            named = (self.source.conclusion, self.source.field, self.source.words)
            sources = tuple(s for s in statement.sources if (s.conclusion, s.field, s.words) != named)
        on.change(statement, sources=sources, stands=agreeing(statement.stands, sources, statement.said))


class SetStand(Command, frozen=True, tag="statement.stand"):
    """Where a room stands, as somebody said for it."""

    statement: StatementId
    room: RoomId
    stand: Stand

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = drafted(on, self.statement)
        on.find(ReportOut, statement.activity).turn(self.room)
        said = tuple(dict.fromkeys([*statement.said, self.room]))
        on.change(statement, stands={**statement.stands, self.room: self.stand}, said=said)


class MoveStatement(Command, frozen=True, tag="statement.move"):
    """After another statement, or to the head of the text when `after` is None."""

    statement: StatementId
    after: StatementId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = on.find(Statement, self.statement)
        if self.after != statement.id:
            on.change(statement, order=order_after(on, statement.activity, self.after, statement.id))


class MergeStatements(Command, frozen=True, tag="statement.merge"):
    """One statement instead of two that say the same, with the sources and the dissent of both.

    Without `minority` their minority views stand one after the other. `seen` is the later rev of the two one started
    from.
    """

    statement: StatementId
    into: StatementId
    text: MessageText
    minority: MessageText | None = None
    seen: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        gone, kept = drafted(on, self.statement), drafted(on, self.into)
        if gone.id == kept.id or gone.activity != kept.activity:
            raise Refused("unknown", kind="statement")
        require_unvoted(gone)
        for statement in (gone, kept):
            require_read(statement, self.seen)
        sources = joined(kept.sources, gone.sources)
        stands, said = weighed(kept, gone)
        on.change(
            kept,
            text=prose(self.text),
            minority=both_minorities(kept, gone) if self.minority is None else prose_or_nothing(self.minority),
            sources=sources,
            stands=stands,
            said=said,
            edited_at=on.now,
            text_rev=on.head,
        )
        on.drop(gone.id)


class DropStatement(Command, frozen=True, tag="statement.drop"):
    """Only what nobody has voted on."""

    statement: StatementId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = drafted(on, self.statement)
        require_unvoted(statement)
        on.drop(statement.id)


def require_unvoted(statement: Statement) -> None:
    if statement.poll is not None:
        raise Refused("was_voted")


class FreezeStatement(Command, frozen=True, tag="statement.freeze"):
    """Its words stay as they are; with `frozen` false they may change again, and it is no longer reported out."""

    statement: StatementId
    frozen: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = on.find(Statement, self.statement)
        if self.frozen:
            adoption.freeze(on, statement)
        elif statement.state is not Standing.DRAFTING:
            on.change(adoption.reopen(on, statement), reported_at=None)


class ReportStatement(Command, frozen=True, tag="statement.report"):
    """Told to all rooms as what came out of it; with `reported` false no longer."""

    statement: StatementId
    reported: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = on.find(Statement, self.statement)
        if statement.state is Standing.VOTING:
            raise Refused("in_vote")
        if not self.reported:
            on.change(statement, reported_at=None)
        elif statement.reported_at is None:
            on.change(adoption.freeze(on, statement), reported_at=on.now)
