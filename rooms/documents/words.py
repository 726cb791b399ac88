"""What a document says: lines of words, as the small Markdown of conclusions and back, and as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Literal

from msgspec import Struct

from rooms.documents.document import Chunk, Document
from rooms.ids import FieldId
from rooms.text import CONTROLS, normalized

Kind = Literal["bullet", "ordered"]
EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
SIGNS = re.compile(r"[\\`*_\[\]<>#|~&]")
"""What Markdown would read as its own."""
OPENING = re.compile(r"(\d*)([-+=.)])(?=\s|$)")
"""What it would read so at the head of a line."""
ITEM = re.compile(r"(?:(-)|\d+\.) (.*)")
PIECES = re.compile(r"\\(.)|\[@([\w-]+)\]|(\*{1,3})")


class Span(Struct, frozen=True):
    """Words marked alike, or a citation by its id."""

    text: str
    bold: bool = False
    italic: bool = False
    citation: str | None = None


class Line(Struct, frozen=True):
    """A paragraph, or an item of a list."""

    spans: tuple[Span, ...]
    kind: Kind | None = None


def texts(document: Document, fields: Iterable[FieldId]) -> dict[FieldId, str]:
    """Each field in Markdown."""
    return {field: normalized(markdown(lines(document.chunks(field)))) for field in fields}


def lines(chunks: Iterable[Chunk]) -> list[Line]:
    """Those that say something. What a line is stands on its end."""
    found: list[Line] = []
    spans: list[Span] = []

    def end(marks: Mapping[str, object]) -> None:
        if said := tidied(spans):
            kind = marks.get("list")
            found.append(Line(said, kind if kind in ("bullet", "ordered") else None))
        spans.clear()

    for chunk, given in chunks:
        marks = given or {}
        if not isinstance(chunk, str):
            spans.append(Span("", citation=chunk["citation"]))
            continue
        for number, words in enumerate(CONTROLS.sub("", chunk).split("\n")):
            if number:
                end(marks)
            spans.append(Span(words, marks.get("bold") is True, marks.get("italic") is True))
    end({})
    return found


def tidied(spans: Iterable[Span]) -> tuple[Span, ...]:
    """No space at the ends, none marked at the edge of a mark, and like beside like made one."""
    found: list[Span] = []
    for piece in (piece for span in spans for piece in parted(span)):
        last = found[-1] if found else None
        if last and last.citation is None and piece.citation is None and marks(last) == marks(piece):
            piece = Span(found.pop().text + piece.text, piece.bold, piece.italic)
        found.append(piece)
    while found and not found[0].citation and not found[0].text.strip():
        found.pop(0)
    while found and not found[-1].citation and not found[-1].text.strip():
        found.pop()
    if found:
        found[0] = trimmed(found[0], found[0].text.lstrip())
        found[-1] = trimmed(found[-1], found[-1].text.rstrip())
    return tuple(found)


def parted(span: Span) -> Iterator[Span]:
    if span.citation is not None or not (span.bold or span.italic):
        if span.citation is not None or span.text:
            yield span
        return
    parts = EDGES.fullmatch(span.text)
    assert parts is not None
    before, words, after = parts.groups()
    for piece in (Span(before), Span(words, span.bold, span.italic), Span(after)):
        if piece.text:
            yield piece


def trimmed(span: Span, text: str) -> Span:
    return Span(text, span.bold, span.italic, span.citation)


def marks(span: Span) -> tuple[bool, bool]:
    return span.bold, span.italic


# -- Markdown -----------------------------------------------------------------------------------------------------


def markdown(said: Iterable[Line]) -> str:
    return "\n\n".join("\n".join(written(line) for line in block) for block in blocks(said))


def blocks(said: Iterable[Line]) -> Iterator[list[Line]]:
    """Lists whole, paragraphs one by one."""
    for kind, group in groupby(said, key=lambda line: line.kind):
        if kind is None:
            yield from ([line] for line in group)
        else:
            yield list(group)


def written(line: Line) -> str:
    words = "".join(starred(line.spans))
    match line.kind:
        case "bullet":
            return f"- {words}"
        case "ordered":
            return f"1. {words}"
    return OPENING.sub(r"\1\\\2", words, count=1) if OPENING.match(words) else words


def starred(spans: Sequence[Span]) -> Iterator[str]:
    """Stars wherever what is bold or italic begins or ends."""
    bold = italic = False
    for span in (*spans, Span("")):
        yield "*" * (2 * (span.bold != bold) + (span.italic != italic))
        bold, italic = marks(span)
        yield f"[@{span.citation}]" if span.citation is not None else SIGNS.sub(r"\\\g<0>", span.text)


def read(text: str) -> list[Line]:
    """The lines of what `markdown` has written."""
    return [read_line(row) for row in text.split("\n") if row]


def read_line(row: str) -> Line:
    item = ITEM.fullmatch(row)
    if item is None:
        return Line(tuple(spans_of(row)))
    return Line(tuple(spans_of(item[2])), "bullet" if item[1] else "ordered")


def spans_of(row: str) -> Iterator[Span]:
    bold = italic = False
    words, at = "", 0
    for piece in PIECES.finditer(row):
        escaped, citation, stars = piece.groups()
        words += row[at : piece.start()] + (escaped or "")
        at = piece.end()
        if escaped:
            continue
        if words:
            yield Span(words, bold, italic)
        words = ""
        if citation:
            yield Span("", citation=citation)
        else:
            bold, italic = bold ^ (len(stars) > 1), italic ^ (len(stars) != 2)
    if words := words + row[at:]:
        yield Span(words, bold, italic)


# -- plain --------------------------------------------------------------------------------------------------------


def plain(said: Iterable[Line], citations: Mapping[str, str]) -> str:
    """As one would type it, with the words quoted in their place; `citations` are the words of those there are."""
    return "\n\n".join(filter(None, ("\n".join(items(block, citations)) for block in blocks(said))))


def items(block: Sequence[Line], citations: Mapping[str, str]) -> Iterator[str]:
    number = 0
    for line in block:
        if words := "".join(told(span, citations) for span in line.spans).strip():
            number += 1
            yield {"bullet": f"- {words}", "ordered": f"{number}. {words}"}.get(line.kind or "", words)


def told(span: Span, citations: Mapping[str, str]) -> str:
    if span.citation is None:
        return span.text
    quoted = citations.get(span.citation, "")
    return quote(quoted) if quoted.strip() else ""


def quote(words: str) -> str:
    return f"“{' '.join(words.split())}”"


# -- HTML ---------------------------------------------------------------------------------------------------------


def html(said: Iterable[Line], citations: Mapping[str, str]) -> str:
    """Paragraphs and lists of escaped words; `citations` are the words of those there are."""
    return "".join(block_html(block, citations) for block in blocks(said))


def block_html(block: Sequence[Line], citations: Mapping[str, str]) -> str:
    said = ["".join(span_html(span, citations) for span in line.spans) for line in block]
    match block[0].kind:
        case "bullet":
            return "<ul>" + "".join(f'<li dir="auto">{words}</li>' for words in said) + "</ul>"
        case "ordered":
            return "<ol>" + "".join(f'<li dir="auto">{words}</li>' for words in said) + "</ol>"
    return f'<p dir="auto">{said[0]}</p>'


def span_html(span: Span, citations: Mapping[str, str]) -> str:
    if span.citation is not None:
        return f"<q>{escape(citations[span.citation])}</q>" if span.citation in citations else ""
    words = escape(span.text)
    words = f"<em>{words}</em>" if span.italic else words
    return f"<strong>{words}</strong>" if span.bold else words
