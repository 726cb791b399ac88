"""A report out as minutes tell it: who presented when, what was voted on, the common text and who does not agree."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.minutes.conclusions import BULLET, plain, standing, title_of
from facilitation.minutes.document import Bullets, Paragraph, Part, Section, Source, Sources, Table
from facilitation.minutes.matter import Matter
from facilitation.minutes.polls import votes
from rooms.activities import statement as statements
from rooms.activities.adoption import Adoptable, Standing
from rooms.activities.conclusion import Conclusion
from rooms.activities.poll import Poll
from rooms.activities.report_out import ReportOut, Turn, TurnState
from rooms.activities.statement import Stand, Statement
from rooms.agenda import Room, RoomKind
from rooms.ids import ActivityId, RoomId
from rooms.text import shows


def report_out(matter: Matter, activity: ReportOut) -> Iterator[Part]:
    words, turns = matter.words, in_order(activity)
    if turns:
        yield Paragraph(words("minutes-turn-minutes", minutes=activity.plan.minutes_each), soft=True)
        head = tuple(words(f"minutes-column-{name}") for name in ("room", "began", "ended", "conclusion"))
        yield Table(head, tuple(_turn(matter, turn) for turn in turns), numbers=(1, 2))
    else:
        yield Paragraph(words("minutes-turns-none"), soft=True)
    presented = [found for turn in turns if (found := matter.state.maybe(Conclusion, turn.conclusion))]
    if written := [conclusion for conclusion in presented if _is_written(conclusion)]:
        items = tuple(Source(_name(matter, one.room), f"activity-{one.activity}") for one in written)
        yield Sources(words("minutes-conclusions"), items)
    for conclusion in presented:
        yield from _voted(matter, activity, conclusion)
    yield from _common_text(matter, activity)


def texts(matter: Matter, activity: ReportOut) -> Iterator[Adoptable]:
    """Those that people vote on in it."""
    conclusions = (matter.state.maybe(Conclusion, turn.conclusion) for turn in activity.turns)
    yield from (conclusion for conclusion in conclusions if conclusion is not None)
    yield from matter.state.under(activity.id, Statement)


# -- who presented ------------------------------------------------------------------------------------------------


def in_order(activity: ReportOut) -> list[Turn]:
    """As they presented; those who did not come after, in the order they would have."""
    return sorted(activity.turns, key=lambda turn: (turn.began_at is None, turn.began_at or 0))


def _turn(matter: Matter, turn: Turn) -> tuple[str, ...]:
    began = matter.time(turn.began_at) if turn.began_at is not None else ""
    ended = matter.time(turn.ended_at) if turn.ended_at is not None else ""
    if turn.state is TurnState.PRESENTING:
        ended = matter.words("minutes-running")
    return (_name(matter, turn.room), began, ended, " ".join(_brought(matter, turn)))


def _brought(matter: Matter, turn: Turn) -> Iterator[str]:
    """Also why there was nothing to bring."""
    if turn.state in (TurnState.WAITING, TurnState.SKIPPED):
        yield matter.words(f"minutes-turn-{turn.state.value}")
    conclusion = matter.state.maybe(Conclusion, turn.conclusion)
    if conclusion is not None and _is_written(conclusion):
        yield standing(matter, conclusion)
    else:
        yield matter.words("minutes-turn-empty", people=turn.people)


def _is_written(conclusion: Conclusion) -> bool:
    """A turn may have been made before the words it brings were recorded."""
    return any(shows(text) for text in conclusion.texts.values())


def _voted(matter: Matter, activity: ReportOut, conclusion: Conclusion) -> Iterator[Part]:
    room = matter.state.maybe(Room, conclusion.room)
    if polls := tuple(votes(matter, conclusion, activity)):
        paper = room.paper if room is not None and room.room_kind is RoomKind.GROUP else None
        yield Section(_name(matter, conclusion.room), polls, paper, key=f"turn-{activity.id}-{conclusion.room}")


def _name(matter: Matter, id: RoomId) -> str:
    room = matter.state.maybe(Room, id)
    return room.name if room is not None else ""


def decision(matter: Matter, poll: Poll, text: Adoptable, outcome: str) -> Section:
    """What a vote about a text came to; with its words, and those who do not agree, while it is as it was voted on."""
    parts: list[Part] = [Paragraph(outcome)]
    is_as_voted = text.poll == poll.id and text.state in (Standing.ADOPTED, Standing.REJECTED)
    if text.state in (Standing.AMENDED, Standing.DRAFTING):
        parts.append(Paragraph(matter.words("minutes-text-changed"), soft=True))
    if isinstance(text, Statement) and is_as_voted:
        parts.insert(0, Paragraph(text.text))
    parts.append(Sources(matter.words("minutes-text-voted"), (_place_of(matter, text),)))
    if isinstance(text, Statement) and is_as_voted and text.minority:
        parts.append(_minority(matter, text))
    return Section(poll.question, tuple(parts))


def _place_of(matter: Matter, text: Adoptable) -> Source:
    """Where these minutes have it."""
    if not isinstance(text, Statement):
        return Source(_name(matter, RoomId(text.room)), f"activity-{text.under()}")
    number = 1 + numbered(matter, text.activity).index(text)
    return Source(matter.words("minutes-statement", number=number), key_of(text))


# -- the common text ----------------------------------------------------------------------------------------------


def _common_text(matter: Matter, activity: ReportOut) -> Iterator[Part]:
    for number, statement in enumerate(numbered(matter, activity.id), 1):
        title = matter.words("minutes-statement", number=number)
        yield Section(title, tuple(_statement(matter, activity, statement)), key=key_of(statement))


def numbered(matter: Matter, activity: ActivityId) -> list[Statement]:
    found = matter.state.under(activity, Statement)
    return sorted(found, key=lambda statement: (statement.order, statement.id))


def key_of(statement: Statement) -> str:
    return f"statement-{statement.id}"


def _statement(matter: Matter, activity: ReportOut, statement: Statement) -> Iterator[Part]:
    """Those who do not agree have a heading of their own, whatever became of the text."""
    words = matter.words
    yield Paragraph(statement.text)
    yield Paragraph(" ".join(_stand_of_text(matter, statement)), soft=True)
    yield from _stands(matter, statement)
    if statement.sources:
        items = tuple(_source(matter, source) for source in statement.sources)
        yield Sources(words("minutes-statement-sources"), items)
    if statement.minority:
        yield _minority(matter, statement)
    yield from votes(matter, statement, activity)


def _minority(matter: Matter, statement: Statement) -> Section:
    return Section(matter.words("minutes-field-minority"), (Paragraph(statement.minority),))


def _stand_of_text(matter: Matter, statement: Statement) -> Iterator[str]:
    if statement.state is Standing.DRAFTING:
        yield matter.words("minutes-statement-drafting")
    else:
        yield standing(matter, statement)
    if statement.reported_at is not None:
        yield matter.words("minutes-reported", at=matter.moment(statement.reported_at))


def _stands(matter: Matter, statement: Statement) -> Iterator[Part]:
    """In numbers, then by name."""
    rooms = sorted(filter(None, (matter.state.maybe(Room, id) for id in statement.stands)), key=lambda room: room.order)
    names = {stand: [room.name for room in rooms if statement.stands[room.id] is stand] for stand in Stand}
    if not rooms:
        return
    counts = {stand.value: len(those) for stand, those in names.items()}
    yield Paragraph(matter.words("minutes-stands", **counts))
    yield Bullets(
        tuple(
            matter.words(f"minutes-stand-{stand.value}", rooms=", ".join(those))
            for stand, those in names.items()
            if those
        )
    )


def _source(matter: Matter, source: statements.Source) -> Source:
    """The words as they were taken, which the conclusion may say no more; it leads to what that says now."""
    conclusion = matter.state.maybe(Conclusion, source.conclusion)
    fields = conclusion.fields if conclusion is not None else ()
    field = next((title_of(matter, field) for field in fields if field.id == source.field), "")
    taken = " ".join(plain(BULLET.sub("", row)) for row in source.words.split("\n") if row.strip())
    said = matter.words("minutes-source", room=_name(matter, source.room), field=field, words=taken)
    return Source(said, f"field-{source.conclusion}-{source.field}")
