"""What the two office formats share: text that XML can hold, which way it is written, and colours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from facilitation.minutes.document import Quote, Table
from rooms.paper import Paper
from web.minutes.markdown import ISOLATES, RIGHT_TO_LEFT

INK, SOFT, BRAND, LINE, SUNKEN = "15221C", "45554C", "0E5A47", "CDD7CA", "E0E7DC"
GOOD, GOOD_INK = "DBEEDC", "17512B"
FILL = {
    Paper.STRAW: "FAE7A0",
    Paper.LINDEN: "D5E8AE",
    Paper.SKY: "CBE3F4",
    Paper.PEACH: "FBD6BD",
    Paper.LILAC: "E2D9F4",
    Paper.CHALK: "FFFFFF",
}
EDGE = {
    Paper.STRAW: "8B6E00",
    Paper.LINDEN: "56761B",
    Paper.SKY: "36739D",
    Paper.PEACH: "B05C2B",
    Paper.LILAC: "7A61B3",
    Paper.CHALK: "66746C",
}
FONT = "Arial"
"""One that every office has; both writings are in it."""
NARROW, WIDE = 10, 36
"""Characters."""
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def keepable(text: str) -> str:
    """Without what no XML may hold (XML 1.0, 2.2), nor marks of direction where there is one direction only."""
    safe = NOT_XML.sub("", text)
    return safe if RIGHT_TO_LEFT.search(safe) else ISOLATES.sub("", safe)


def line(text: str) -> str:
    return " ".join(keepable(text).split())


def paragraphs(text: str) -> Iterator[list[str]]:
    """The lines of each; empty lines part them."""
    rows: list[str] = []
    for row in keepable(text).strip().splitlines():
        if row.strip():
            rows.append(row)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def is_right_to_left(text: str) -> bool:
    """By its first letter, as `dir="auto"` has it."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


def widths(table: Table) -> list[float]:
    """The share of a table that each column has: by its longest entry, none too narrow to read and none the others'."""
    columns = zip(table.head, *table.rows, strict=True)
    wished = [2 + min(max(NARROW, *map(len, column)), WIDE) for column in columns]
    return [wish / sum(wished) for wish in wished]


def caption(quote: Quote) -> list[str]:
    return [said for said in (quote.by, *quote.details) if said]
