"""Who may do which action of a phase, and when; and the answer that says why a door is shut and when it opens."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from facilitation.process import Phase, Process, Publication


class Who(StrEnum):
    EVERYONE = "everyone"
    INVITED = "invited"  # who has a link or a code
    STAFF = "staff"


class Access(Struct, frozen=True, kw_only=True):
    """One action of a phase. Without times of its own it is open as long as its phase."""

    action: str
    who: Who = Who.EVERYONE
    opens_at: int | None = None
    closes_at: int | None = None
    most: int | None = None
    """How many may do it."""


class Reason(StrEnum):
    """Why an action is not open."""

    DRAFT = "draft"
    ARCHIVED = "archived"
    NO_DATES = "no_dates"
    NOT_YET = "not_yet"
    OVER = "over"
    CLOSED = "closed"
    FULL = "full"
    INVITED = "invited"
    STAFF = "staff"
    NOTHING_THERE = "nothing_there"


FIXABLE = (Reason.NOT_YET, Reason.INVITED)
"""Waiting, or a link, is enough."""


class Descriptor(Struct, frozen=True, kw_only=True):
    """Whether an action is open. `fixable`: the person can do something about it, if only wait."""

    action: str
    enabled: bool
    reason: Reason | None = None
    fixable: bool = False
    opens_at: int | None = None
    closes_at: int | None = None
    remaining: int | None = None
    """How many more may do it; None where nobody counts."""


class Facts(Struct, frozen=True, kw_only=True):
    """What a method knows of the thing behind a phase, such as its workshop."""

    is_there: bool = True
    is_closed: bool = False
    taken: int = 0


NOTHING_KNOWN = Facts()


def descriptor(
    process: Process, phase: Phase, access: Access, now: int, who: Who = Who.EVERYONE, facts: Facts = NOTHING_KNOWN
) -> Descriptor:
    """`who` is what the person has shown to be. Staff come in whatever the date, to rehearse."""
    opens_at = access.opens_at if access.opens_at is not None else phase.face.starts_at
    closes_at = access.closes_at if access.closes_at is not None else phase.face.ends_at
    remaining = None if access.most is None else max(0, access.most - facts.taken)
    reason = why_shut(process, access, who, facts, now, opens_at, closes_at, remaining)
    return Descriptor(
        action=access.action,
        enabled=reason is None,
        reason=reason,
        fixable=reason in FIXABLE,
        opens_at=opens_at,
        closes_at=closes_at,
        remaining=remaining,
    )


def why_shut(
    process: Process,
    access: Access,
    who: Who,
    facts: Facts,
    now: int,
    opens_at: int | None,
    closes_at: int | None,
    remaining: int | None,
) -> Reason | None:
    if not facts.is_there:
        return Reason.NOTHING_THERE
    if facts.is_closed:
        return Reason.CLOSED
    if who is Who.STAFF:
        return None
    if process.publication is not Publication.PUBLISHED:
        return Reason.DRAFT if process.publication is Publication.DRAFT else Reason.ARCHIVED
    if opens_at is None or closes_at is None:
        return Reason.NO_DATES
    if now < opens_at:
        return Reason.NOT_YET
    if now >= closes_at:
        return Reason.OVER
    if access.who is Who.STAFF:
        return Reason.STAFF
    if access.who is Who.INVITED and who is Who.EVERYONE:
        return Reason.INVITED
    return Reason.FULL if remaining == 0 else None
