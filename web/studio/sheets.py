"""Contributions out of a spreadsheet saved as CSV, whoever saved it: Excel in French, LibreOffice, Polis."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from facilitation.contribution import Given
from rooms.refusal import Refused
from rooms.text import BODY_MAX, LINE_MAX, NAME_MAX, normalized, shows

SHEET_MAX = 4 * 1024 * 1024
ROWS_MAX = 5_000
HEADS = {
    "text": ("text", "texte", "contribution", "idée", "idee", "proposition", "comment-body", "نص"),
    "title": ("title", "titre", "عنوان"),
    "author": ("author", "auteur", "autrice", "name", "nom", "الاسم"),
    "label": ("label", "source", "origine", "lieu", "المصدر"),
    "weight": ("weight", "votes", "soutiens", "agrees", "أصوات"),
}
"""How a column may be headed. Without such a heading the first column is the text."""


def read_sheet(body: bytes) -> list[Given]:
    """Rows without a text are skipped. Raises Refused: "too_large", "sheet_unreadable", "too_many_contributions"."""
    if len(body) > SHEET_MAX:
        raise Refused("too_large", most=SHEET_MAX)
    rows = list(_rows(_decoded(body)))
    if not rows:
        raise Refused("sheet_unreadable", reason="it has no rows")
    places = _places(rows[0])
    given = list(_given(rows[1:] if places else rows, places or {"text": 0}))
    if not given:
        raise Refused("sheet_unreadable", reason="no row has a text")
    if len(given) > ROWS_MAX:
        raise Refused("too_many_contributions", most=ROWS_MAX)
    return given


def _decoded(body: bytes) -> str:
    """UTF-8, or what Excel writes in Western Europe."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace")


def _rows(text: str) -> Iterable[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(SHEET_MAX)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Refused("sheet_unreadable", reason=str(error)) from error


def _places(heads: list[str]) -> dict[str, int] | None:
    """Where each field stands, or None where the first row is a contribution already."""
    named = [head.strip().casefold() for head in heads]
    places = {
        field: next((place for place, head in enumerate(named) if head in words), None)
        for field, words in HEADS.items()
    }
    found = {field: place for field, place in places.items() if place is not None}
    return found if "text" in found else None


def _given(rows: Iterable[list[str]], places: dict[str, int]) -> Iterable[Given]:
    for row in rows:
        values = {field: row[place].strip() for field, place in places.items() if place < len(row)}
        # What PostgreSQL cannot keep is not worth refusing a whole file for.
        values = {field: normalized(value.replace("\x00", "")) for field, value in values.items()}
        if not shows(values.get("text", "")):
            continue
        weight = values.get("weight", "")
        yield Given(
            text=values["text"][:BODY_MAX],
            title=values.get("title", "")[:LINE_MAX],
            author=values.get("author", "")[:NAME_MAX],
            label=values.get("label", "")[:LINE_MAX],
            weight=int(weight) if weight.isascii() and weight.isdecimal() and len(weight) < 8 else None,
        ).tidied()
