"""Minutes as Markdown (CommonMark, with the tables of GitHub): readable as it is, and in any editor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from facilitation.minutes.document import (
    Bullets,
    Chart,
    Document,
    Figures,
    Paragraph,
    Part,
    Pile,
    Quote,
    Section,
    Sources,
    Table,
)
from web.languages import Texts

# Anything of these may begin markup anywhere; the rest only at the head of a line.
SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~^$=]|!(?=\[)")
LINE_HEAD = re.compile(r"^(?:[-+:]|\d+(?=[.)]))")
# Fluent wraps what it fills in, so that two directions of writing do not mix. Where one is used they only disturb.
ISOLATES = re.compile("[\u2066-\u2069]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def markdown(document: Document, words: Texts) -> str:
    blocks = [
        f"# {line(document.title)}",
        text(document.date),
        *([text(document.standing)] if document.standing else []),
        text(document.lead),
        *([f"## {line(words('minutes-summary'))}", text(document.summary)] if document.summary else []),
        *(block for part in document.parts for block in _part(part, 2, words)),
        "---",
        text(document.made),
        *([f"{line(words('minutes-checksum'))} {line(document.checksum)}"] if document.checksum else []),
    ]
    written = "\n\n".join(blocks) + "\n"
    return written if RIGHT_TO_LEFT.search(written) else ISOLATES.sub("", written)


def escaped(plain: str) -> str:
    """One line of text that stays text: every mark is written with a backslash before it (CommonMark 2.4)."""
    safe = SPECIAL.sub(lambda found: "\\" + found[0], plain.strip())
    return LINE_HEAD.sub(lambda found: _head_escaped(found[0]), safe)


def _head_escaped(head: str) -> str:
    return head + "\\" if head.isdecimal() else "\\" + head


def line(plain: str) -> str:
    return escaped(" ".join(plain.split()))


def text(plain: str) -> str:
    """Its line breaks stay; empty lines part paragraphs."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(plain.strip().splitlines()))
    return "\n\n".join("\\\n".join(map(escaped, paragraph.split("\n"))) for paragraph in paragraphs)


def _part(part: Part, level: int, words: Texts) -> Iterator[str]:
    match part:
        case Section():
            yield from _section(part, level, words)
        case Paragraph():
            yield text(part.text)
        case Figures():
            yield _bullets(f"**{line(number)}** {line(what)}" for number, what in part.items)
        case Bullets():
            yield _bullets(map(line, part.items))
        case Table():
            yield _table(part)
        case Chart():
            yield _table(part.table)
        case Quote():
            yield _quote(part)
        case Pile():
            yield _pile(part)
        case Sources():
            yield f"*{line(part.label)}*"
            yield _bullets(line(source.text) for source in part.items)


def _section(section: Section, level: int, words: Texts) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {line(section.title)}"
    if section.note:
        yield _quoted(f"**{line(words('minutes-note'))}**\n\n{text(section.note)}")
    for inner in section.parts:
        yield from _part(inner, level + 1, words)
    if section.amendments:
        yield f"**{line(words('minutes-amendments'))}**"
        yield from map(_quote, section.amendments)


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(table: Table) -> str:
    marks = ["--:" if column in table.numbers else "---" for column in range(len(table.head))]
    rows = [list(map(line, table.head)), marks, *(list(map(line, row)) for row in table.rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _quote(quote: Quote) -> str:
    about = [f"*{line(words)}*" for words in (quote.by, *quote.details) if line(words)]
    blocks = [text(quote.text), *([" · ".join(about)] if about else []), *map(_quote, quote.replies)]
    return _quoted("\n\n".join(blocks))


def _pile(pile: Pile) -> str:
    return _quoted("\n\n".join((f"**{line(pile.title)}**", *map(_quote, pile.quotes))))


def _quoted(block: str) -> str:
    return "\n".join(f"> {row}".rstrip() for row in block.split("\n"))
