"""A document as a small tree, so that each format is one short writer. Every string in it is plain text."""

from __future__ import annotations

from msgspec import Struct

from rooms.paper import Paper


class Paragraph(Struct, frozen=True):
    """`soft` is said in a lower voice: how to read what follows, what is not there and why."""

    text: str
    soft: bool = False


class Figures(Struct, frozen=True):
    """The few numbers one remembers: (number, what it counts)."""

    items: tuple[tuple[str, str], ...]


class Bullets(Struct, frozen=True):
    items: tuple[str, ...]


class Table(Struct, frozen=True):
    """The first column names the row; `numbers` are the columns that hold figures, counted from 0."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


class Chart(Struct, frozen=True):
    """Bars over a table that says the same: `shares` (0 to 1) and the `values` written on them, one for each row."""

    table: Table
    shares: tuple[float, ...]
    values: tuple[str, ...]


class Quote(Struct, frozen=True):
    """What somebody wrote, `details` about it (its dots), and what others replied."""

    text: str
    by: str = ""
    details: tuple[str, ...] = ()
    replies: tuple[Quote, ...] = ()
    paper: Paper = Paper.CHALK


class Pile(Struct, frozen=True):
    """Notes that people laid on each other."""

    title: str
    quotes: tuple[Quote, ...]


class Section(Struct, frozen=True):
    """A heading and what stands under it. Its level is its depth, so none is ever skipped."""

    title: str
    parts: tuple[Part, ...]
    paper: Paper | None = None


Part = Paragraph | Figures | Bullets | Table | Chart | Quote | Pile | Section


class Document(Struct, frozen=True):
    title: str
    language: str
    date: str
    lead: str
    parts: tuple[Part, ...]
