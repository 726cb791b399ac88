"""What a room concluded: each field as it was recorded, what it rests on, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitation.minutes.document import Bullets, Paragraph, Part, Section, Source, Sources
from facilitation.minutes.matter import Matter
from facilitation.minutes.polls import votes
from rooms.activities.adoption import Adoptable
from rooms.activities.board import Board, Note
from rooms.activities.conclusion import Citation, Conclusion, Field, FieldKind, Writing
from rooms.agenda import Room, RoomKind
from rooms.ids import FieldId

BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
MARK = re.compile(r"\\(.)|\s*\[@[^\]\s]+\]|\*\*|\*")
"""An escaped sign, which stays; a citation, told apart; bold and italic."""


def conclusions(matter: Matter, writing: Writing) -> Iterator[Part]:
    for conclusion in sorted(matter.state.under(writing.id, Conclusion), key=lambda found: found.id):
        yield from _conclusion(matter, conclusion)
        yield from votes(matter, conclusion, writing)


def _conclusion(matter: Matter, conclusion: Conclusion) -> Iterator[Part]:
    """Of a draft that was never frozen only that there was one: its words were not settled."""
    words = matter.words
    if conclusion.recorded_at is None and not any(conclusion.texts.values()):
        yield Paragraph(words("minutes-conclusion-none"), soft=True)
        return
    said = [standing(matter, conclusion), words("minutes-conclusion-people", people=conclusion.people)]
    if conclusion.reported_at is not None:
        said.append(words("minutes-reported", at=matter.moment(conclusion.reported_at)))
    yield Paragraph(" ".join(said), soft=True)
    for field in conclusion.fields:
        text = conclusion.texts.get(field.id, "")
        if parts := (*prose(text), *_sources(matter, conclusion, field)):
            yield Section(title_of(matter, field), parts, key=f"field-{conclusion.id}-{field.id}")


def standing(matter: Matter, text: Adoptable) -> str:
    return matter.words(f"minutes-standing-{text.state.value}")


def title_of(matter: Matter, field: Field) -> str:
    """What some do not agree with keeps its name, whatever the organizers have called it."""
    if field.title:
        return field.title
    if field.kind is FieldKind.MINORITY:
        return matter.words("minutes-field-minority")
    known = ("agreed", "disagreed", "proposals", "questions")
    return matter.words(f"minutes-field-{field.id if field.id in known else 'other'}")


def _sources(matter: Matter, conclusion: Conclusion, field: Field) -> Iterator[Part]:
    here = (one for one in matter.state.under(conclusion.id, Citation) if one.field == field.id)
    cited = [one for one in here if one.text and not one.hidden]
    if cited:
        items = tuple(_source(matter, one) for one in sorted(cited, key=lambda one: one.id))
        yield Sources(matter.words("minutes-sources"), items)


def _source(matter: Matter, citation: Citation) -> Source:
    """It leads to the note, where these minutes show it."""
    note = matter.state.maybe(Note, citation.note)
    board = matter.state.maybe(Board, note.activity) if note is not None else None
    is_shown = note is not None and note.is_shown and board is not None and board.revealed
    return Source(citation.text, f"note-{citation.note}" if is_shown else "")


def prose(markdown: str) -> Iterator[Part]:
    """The few marks that co-writing knows, as paragraphs and lists of plain text."""
    for block in re.split(r"\n\s*\n", markdown.strip()):
        rows = [row for row in block.split("\n") if row.strip()]
        if rows and all(BULLET.match(row) for row in rows):
            yield Bullets(tuple(plain(BULLET.sub("", row)) for row in rows))
        elif rows:
            yield Paragraph("\n".join(map(plain, rows)))


def plain(row: str) -> str:
    return MARK.sub(lambda found: found[1] or "", row).strip()


def open_questions(matter: Matter) -> Iterator[Section]:
    """Of all rooms, as they were recorded."""
    for conclusion in sorted(matter.state.all(Conclusion), key=lambda found: found.id):
        room = matter.state.maybe(Room, conclusion.room)
        text = conclusion.texts.get(FieldId("questions"), "")
        if room is not None and (parts := tuple(prose(text))):
            yield Section(room.name, parts, paper=room.paper if room.room_kind is RoomKind.GROUP else None)
