"""What a workshop hands on to the phases after it, and what it is given to start from: always with its provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitation.contribution import Contribution, Source, Tally
from rooms.activities.adoption import Adoptable, Standing
from rooms.activities.board import Origin
from rooms.activities.conclusion import Conclusion, Field, FieldKind, citations_in
from rooms.activities.poll import Poll, PollState
from rooms.activities.question import CountingRule
from rooms.activities.seeding import Seed
from rooms.activities.statement import Statement
from rooms.activities.tally import Option
from rooms.agenda import Room, RoomKind, Workshop
from rooms.documents.words import plain, read
from rooms.ids import ContributionId, FieldId, PhaseId
from rooms.state import State
from rooms.text import NOTE_MAX

Titled = Callable[[Field], str]
"""What a field is called in the language of its workshop; those of the default template have no title of their own."""
DISSENT = Field(id=FieldId("minority"), kind=FieldKind.MINORITY)


def contributions_of(state: State, phase: PhaseId, now: int, titled: Titled) -> list[Contribution]:
    """Every text that people have adopted: of a conclusion, each field that has words, plain as people read them."""
    workshop = next(state.all(Workshop))
    return [
        Contribution(
            id=ContributionId(f"{workshop.id}-{text.id}{f'-{field}' if field else ''}"),
            phase=phase,
            kind=text.kind,
            title=title,
            text=words,
            language=workshop.language,
            sources=(Source(workshop=workshop.id, entity=text.id, field=field, label=_room(state, text)),),
            at=now,
        )
        for text in state
        if isinstance(text, Adoptable) and text.state is Standing.ADOPTED
        for field, title, words in _fields(state, text, titled)
    ]


def _fields(state: State, text: Adoptable, titled: Titled) -> Iterator[tuple[str, str, str]]:
    """Id, title and words of each part of a text. What some do not agree with goes along."""
    if isinstance(text, Conclusion):
        quoted = {str(citation.id): citation.text for citation in citations_in(state, text.id) if not citation.hidden}
        for field in text.fields:
            if words := plain(read(text.texts.get(field.id, "")), quoted):
                yield field.id, titled(field), words
    elif isinstance(text, Statement):
        yield "", "", text.text
        if text.minority:
            yield DISSENT.id, titled(DISSENT), text.minority


def _room(state: State, text: Adoptable) -> str:
    room = state.maybe(Room, text.room)
    return room.name if room else ""


def tallies_of(state: State, phase: PhaseId, now: int) -> list[Tally]:
    """The published results, each with how it was asked and counted."""
    workshop = next(state.all(Workshop))
    return [
        Tally(
            id=f"{workshop.id}-{poll.id}",
            phase=phase,
            question=poll.question,
            options=tuple(option.text for option in poll.options),
            counts=tuple(_count(poll, option) for option in poll.options),
            medians=tuple(option.median for option in poll.options) if poll.rule is CountingRule.SCORES else (),
            voters=poll.turnout,
            present=poll.present,
            way=poll.way,
            rule=poll.rule,
            lowest=poll.lowest,
            highest=poll.highest,
            quorum=poll.quorum,
            required=poll.required,
            outcome=poll.outcome,
            more=poll.more,
            group=_group(state, poll),
            sources=(Source(workshop=workshop.id, entity=poll.id),),
            at=now,
        )
        for poll in state.all(Poll)
        if poll.state is PollState.PUBLISHED
    ]


def _count(poll: Poll, option: Option) -> float | None:
    match poll.rule:
        case CountingRule.BORDA:
            return option.points
        case CountingRule.SCORES:
            return option.mean
    return option.votes or 0


def _group(state: State, poll: Poll) -> str:
    """Its room, where it was not put to everybody."""
    room = state.maybe(Room, poll.room)
    return "" if poll.everywhere or room is None or room.room_kind is RoomKind.PLENARY else room.name


def seed_of(contribution: Contribution, phase: str) -> Seed:
    """As a note: the beginning of what does not fit on one. `phase` is the title of where it was said."""
    said = ": ".join(part for part in (contribution.title, contribution.text) if part)
    text = said if len(said) <= NOTE_MAX else said[: NOTE_MAX - 1].rstrip() + "…"
    label = contribution.author or next((source.label for source in contribution.sources if source.label), "")
    return Seed(text=text, origin=Origin(contribution=contribution.id, phase=phase, label=label))
