"""A process and its phases in time: what an organizer promises, when, and what must be said before anybody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from facilitation.founding import Language, known_zone
from rooms.ids import FileId, PhaseId, ProcessId
from rooms.refusal import Refused
from rooms.text import Body, Line, MessageText, Name, line_or_nothing, one_line, prose_or_nothing

PHASES_MAX = 40
PROMISES_MAX = 12
DOCUMENTS_MAX = 50

Slug = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Time = Annotated[int, Meta(ge=0, le=253_402_300_799_000)]
"""Epoch ms, up to the year 9999: later ones no calendar can show."""


class Publication(StrEnum):
    """Who may see a process: staff only, everybody, or everybody as something of the past."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Integration(StrEnum):
    """How far what people say goes into the decision."""

    INFORM = "inform"
    CONSULT = "consult"
    CONCERT = "concert"
    COPRODUCE = "coproduce"


class Document(Struct, frozen=True, kw_only=True):
    """What people should have read. The bytes lie in the file store under their SHA-256."""

    id: FileId
    title: str
    media_type: str
    size: int
    sha256: str
    at: int


class Expectations(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said before anybody is asked to give their time."""

    scope: Body = ""
    """What is open to debate."""
    closed: Body = ""
    """What is not."""
    integration: Integration | None = None
    promises: Annotated[tuple[Line, ...], Meta(max_length=PROMISES_MAX)] = ()

    def tidied(self) -> Expectations:
        return Expectations(
            scope=prose_or_nothing(self.scope),
            closed=prose_or_nothing(self.closed),
            integration=self.integration,
            promises=tuple(line for promise in self.promises if (line := line_or_nothing(promise))),
        )


class Face(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an organizer writes of a process."""

    title: Line
    slug: Slug
    """Stands in its address: `/p/{slug}`."""
    lead: MessageText = ""
    language: Language = "fr"
    time_zone: str = "Europe/Paris"
    expectations: Expectations = Expectations()
    contact: MessageText = ""

    def tidied(self) -> Face:
        """Raises Refused: "empty", "unknown" for a time zone there is not."""
        return msgspec.structs.replace(
            self,
            title=one_line(self.title),
            lead=prose_or_nothing(self.lead),
            time_zone=known_zone(self.time_zone),
            expectations=self.expectations.tidied(),
            contact=prose_or_nothing(self.contact),
        )


class Process(Struct, frozen=True, kw_only=True):
    """`version` counts its changes and those of its phases, so that nobody overwrites what they have not seen."""

    id: ProcessId
    face: Face
    publication: Publication = Publication.DRAFT
    documents: tuple[Document, ...] = ()
    version: int = 1
    created_at: int
    published_at: int | None = None


class PhaseFace(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an organizer writes of a phase. Phases of one track follow one another; tracks run beside each other."""

    title: Line
    method: Name
    track: Name = ""
    """Empty: the main one."""
    text: Body = ""
    starts_at: Time | None = None
    ends_at: Time | None = None
    settings: dict[str, Any] = {}
    """As the method's own Struct understands them."""
    takes_from: Annotated[tuple[PhaseId, ...], Meta(max_length=PHASES_MAX)] = ()
    outcome: Body = ""
    """What became of it, told to those who took part."""

    def tidied(self) -> PhaseFace:
        """Raises Refused: "empty", "dates_reversed"."""
        if self.starts_at is not None and self.ends_at is not None and self.ends_at <= self.starts_at:
            raise Refused("dates_reversed")
        return msgspec.structs.replace(
            self,
            title=one_line(self.title),
            track=line_or_nothing(self.track),
            text=prose_or_nothing(self.text),
            outcome=prose_or_nothing(self.outcome),
        )


class Phase(Struct, frozen=True, kw_only=True):
    id: PhaseId
    process: ProcessId
    face: PhaseFace

    @property
    def has_dates(self) -> bool:
        return self.face.starts_at is not None and self.face.ends_at is not None

    def moment(self, now: int) -> Moment:
        if self.face.starts_at is None or now < self.face.starts_at:
            return Moment.TO_COME
        return Moment.NOW if self.face.ends_at is None or now < self.face.ends_at else Moment.PAST


class Moment(StrEnum):
    PAST = "past"
    NOW = "now"
    TO_COME = "to_come"


def in_time(phases: Sequence[Phase]) -> list[Phase]:
    """The earliest first; those without a date last, as an organizer has put them."""
    return sorted(phases, key=lambda phase: (phase.face.starts_at is None, phase.face.starts_at or 0))


# -- before it is seen --------------------------------------------------------------------------------------------


def expectations_missing(process: Process) -> list[str]:
    """What people are owed before they are asked, and is not said yet."""
    said = process.face.expectations
    missing = {"scope": said.scope, "integration": said.integration, "lead": process.face.lead}
    return [name for name, value in missing.items() if not value]


def dates_missing(phases: Sequence[Phase]) -> list[PhaseId]:
    return [phase.id for phase in phases if not phase.has_dates]


def overlaps(phases: Sequence[Phase]) -> list[tuple[PhaseId, PhaseId]]:
    """Phases of one track that run at the same time. What runs beside the others has a track of its own."""
    dated = in_time([phase for phase in phases if phase.has_dates])
    found = []
    for place, first in enumerate(dated):
        for second in dated[place + 1 :]:
            if second.face.track == first.face.track and (second.face.starts_at or 0) < (first.face.ends_at or 0):
                found.append((first.id, second.id))
    return found


def require_publishable(process: Process, phases: Sequence[Phase]) -> None:
    """Raises Refused: "expectations_missing", "phases_missing", "dates_missing", "phases_overlap"."""
    if missing := expectations_missing(process):
        raise Refused("expectations_missing", fields=missing)
    if not phases:
        raise Refused("phases_missing")
    if undated := dates_missing(phases):
        raise Refused("dates_missing", phases=undated)
    if pairs := overlaps(phases):
        raise Refused("phases_overlap", phases=list(pairs[0]))


def published(process: Process, phases: Sequence[Phase], now: int) -> Process:
    require_publishable(process, phases)
    first = process.published_at if process.published_at is not None else now
    return msgspec.structs.replace(process, publication=Publication.PUBLISHED, published_at=first)
