"""A document as a small tree, so that each format is one short writer. Every string in it is plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rooms.paper import Paper


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """`soft` is said in a lower voice: how to read what follows, what is not there and why."""

    text: str
    soft: bool = False


class Figures(Struct, frozen=True, tag="figures"):
    """The few numbers one remembers: (number, what it counts)."""

    items: tuple[tuple[str, str], ...]


class Bullets(Struct, frozen=True, tag="bullets"):
    items: tuple[str, ...]


class Table(Struct, frozen=True, tag="table"):
    """The first column names the row; `numbers` are the columns that hold figures, counted from 0."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


class Chart(Struct, frozen=True, tag="chart"):
    """Bars over a table that says the same: `shares` (0 to 1) and the `values` written on them, one for each row."""

    table: Table
    shares: tuple[float, ...]
    values: tuple[str, ...]


class Quote(Struct, frozen=True, tag="quote"):
    """What somebody wrote, `details` about it (its dots), and what others replied. Sources lead to its `anchor`."""

    text: str
    by: str = ""
    details: tuple[str, ...] = ()
    replies: tuple[Quote, ...] = ()
    paper: Paper = Paper.CHALK
    anchor: str = ""


class Pile(Struct, frozen=True, tag="pile"):
    """Notes that people laid on each other."""

    title: str
    quotes: tuple[Quote, ...]


class Source(Struct, frozen=True):
    """Words that were taken up elsewhere; `anchor` is that of the quote, where these minutes have it."""

    text: str
    anchor: str = ""


class Sources(Struct, frozen=True, tag="sources"):
    """Where a statement comes from."""

    label: str
    items: tuple[Source, ...]


class Section(Struct, frozen=True, tag="section"):
    """A heading and what stands under it. Its level is its depth, so none is ever skipped.

    Where there is a `key`, organizers may add a `note` and attendees an amendment: words beside facts, never over them.
    It names the same section however often the minutes are made.
    """

    title: str
    parts: tuple[Part, ...]
    paper: Paper | None = None
    key: str = ""
    note: str = ""
    amendments: tuple[Quote, ...] = ()


Part = Paragraph | Figures | Bullets | Table | Chart | Quote | Pile | Sources | Section


class Document(Struct, frozen=True):
    """`lead` and `summary` are the organizers' words, once they have written any; `made` says what is whose.

    `standing` says how far it has come, `checksum` is that of the approved document; both are empty in the document
    that the checksum is of.
    """

    title: str
    language: str
    date: str
    lead: str
    parts: tuple[Part, ...]
    summary: str = ""
    made: str = ""
    standing: str = ""
    checksum: str = ""


def anchors(parts: Iterable[Part]) -> set[str]:
    """Of the quotes and sections that are there to be led to."""
    found: set[str] = set()
    for part in every(parts):
        match part:
            case Section(key=anchor) | Quote(anchor=anchor) if anchor:
                found.add(anchor)
    return found


def targets(parts: Iterable[Part]) -> set[str]:
    """The anchors that sources do lead to."""
    wanted = {source.anchor for part in every(parts) if isinstance(part, Sources) for source in part.items}
    return anchors(parts) & wanted


def every(parts: Iterable[Part]) -> Iterator[Part]:
    """All parts, one within the other, in their order."""
    for part in parts:
        yield part
        match part:
            case Section():
                yield from every(part.parts)
            case Pile():
                yield from part.quotes
