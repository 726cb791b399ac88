"""What organizers and attendees add to minutes: words of their own beside facts, never over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct, field

from facilitation.minutes.document import Document, Part, Quote, Section


class Wording(Struct, frozen=True):
    """The organizers' words; empty ones say nothing. `notes` are by the key of their section."""

    lead: str = ""
    summary: str = ""
    notes: dict[str, str] = field(default_factory=dict)


def sections(parts: tuple[Part, ...]) -> Iterator[Section]:
    """Those that may be noted and amended, in their order."""
    for part in parts:
        if isinstance(part, Section):
            if part.key:
                yield part
            yield from sections(part.parts)


def edited(document: Document, wording: Wording, amendments: Mapping[str, tuple[Quote, ...]], made: str) -> Document:
    """With the words in their places; `made` says that there are any.

    What stood in a section that is there no more goes unsaid.
    """
    if wording == Wording() and not amendments:
        return document
    return msgspec.structs.replace(
        document,
        lead=wording.lead or document.lead,
        summary=wording.summary,
        made=made,
        parts=tuple(_edited(part, wording, amendments) for part in document.parts),
    )


def _edited(part: Part, wording: Wording, amendments: Mapping[str, tuple[Quote, ...]]) -> Part:
    if not isinstance(part, Section):
        return part
    return msgspec.structs.replace(
        part,
        parts=tuple(_edited(inner, wording, amendments) for inner in part.parts),
        note=wording.notes.get(part.key, "") if part.key else "",
        amendments=amendments.get(part.key, ()) if part.key else (),
    )


def encoded(document: Document) -> bytes:
    """The bytes that a checksum is of: the same document, the same bytes."""
    return msgspec.json.encode(msgspec.structs.replace(document, standing="", checksum="")) + b"\n"


def checksum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
