"""The doors of a workshop: open, waiting for somebody to admit one, or locked. Staff and whoever is in pass always."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from facilitation.journal import record
from rooms.agenda import Doors, Workshop
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.ids import ParticipantId
from rooms.moderation import Act
from rooms.people import Knock, knock_id
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import Line, Name, line_or_nothing, one_line

KNOCKS_MAX = 5_000
GONE_MS = 10 * 60_000
"""Nobody waits behind a page that has not asked for so long."""
RENEWED_MS = 60_000
"""How often, at most, it is written down that somebody still waits."""

Knocks = Annotated[tuple[str, ...], Meta(min_length=1, max_length=KNOCKS_MAX)]


class SetDoors(Command, frozen=True, tag="workshop.doors"):
    """Opening them lets in all who wait."""

    doors: Doors

    def decide(self, on: Deciding) -> None:
        on.require(Permission.MODERATE)
        on.change(on.workshop, doors=self.doors)


class KnockAtDoor(SystemCommand, frozen=True, tag="door.knock"):
    """Somebody has said their name at a door that waits, or waits still."""

    person: ParticipantId
    name: Name
    role: Role

    def decide(self, on: Deciding) -> None:
        if on.workshop.closed_at is not None:
            raise Refused("workshop_closed", at=on.workshop.closed_at)
        knock = on.maybe(Knock, knock_id(self.person))
        if knock is not None:
            if on.now - knock.seen_at >= RENEWED_MS:
                on.change(knock, seen_at=on.now)
            return
        if on.workshop.doors is Doors.LOCKED:
            raise Refused("doors_locked")
        for gone in [other for other in on.all(Knock) if on.now - other.seen_at > GONE_MS]:
            on.drop(gone.id)
        if on.count("kind", "knock") >= KNOCKS_MAX:
            raise Refused("workshop_full", most=KNOCKS_MAX)
        on.put(
            Knock(
                id=knock_id(self.person),
                person=self.person,
                name=one_line(self.name),
                role=self.role,
                at=on.now,
                seen_at=on.now,
            )
        )


class Admit(Command, frozen=True, tag="door.admit"):
    """They come in as soon as their page asks again. Whoever has gone meanwhile is passed over."""

    knocks: Knocks

    def decide(self, on: Deciding) -> None:
        on.require(Permission.MODERATE)
        for knock in waiting(on, self.knocks):
            on.change(knock, admitted_at=knock.admitted_at or on.now, refused_at=None, words="")


class TurnAway(Command, frozen=True, tag="door.turn_away"):
    """With a word for them."""

    knocks: Knocks
    words: Line = ""

    def decide(self, on: Deciding) -> None:
        on.require(Permission.MODERATE)
        words = line_or_nothing(self.words)
        for knock in waiting(on, self.knocks):
            if knock.refused_at is None:
                on.change(knock, refused_at=on.now, admitted_at=None, words=words)
                record(on, Act.TURNED_AWAY, knock)


def still_waits(state: State, person: ParticipantId, now: int) -> Knock | None:
    """Their knock, where there is nothing to ask yet and nothing to write down."""
    knock = state.maybe(Knock, knock_id(person))
    if knock is None or knock.admitted_at is not None or knock.refused_at is not None:
        return None
    is_open = next(state.all(Workshop)).doors is Doors.OPEN
    return None if is_open or now - knock.seen_at >= RENEWED_MS else knock


def waiting(on: Deciding, ids: tuple[str, ...]) -> list[Knock]:
    return [knock for id in dict.fromkeys(ids) if (knock := on.maybe(Knock, id)) is not None]


def pass_door(on: Deciding, person: ParticipantId, role: Role) -> None:
    """Raises Refused: "turned_away", "doors_locked", or "doors_waiting" for whoever has to knock first."""
    knock = on.maybe(Knock, knock_id(person))
    if not role.is_staff:
        if knock is not None and knock.refused_at is not None:
            raise Refused("turned_away", words=knock.words)
        if knock is None or knock.admitted_at is None:
            require_open_doors(on, knock)
    if knock is not None:
        on.drop(knock.id)


def require_open_doors(on: Deciding, knock: Knock | None) -> None:
    """Who knocked before they were locked may still be admitted."""
    match on.workshop.doors:
        case Doors.WAITING:
            raise Refused("doors_waiting")
        case Doors.LOCKED:
            raise Refused("doors_locked" if knock is None else "doors_waiting")


def clear_door(on: Deciding) -> None:
    """Nobody waits any more: the names of those who did are kept no longer."""
    for knock in list(on.all(Knock)):
        on.drop(knock.id)
