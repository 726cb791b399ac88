"""Secrecy on bytes: a word that some may know has reached them, and nobody else, in any form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from rooms.audience import Audience, Seat
from rooms.ids import RoomId
from tests.law import Reader, audiences
from tests.table import Person, Table

R = TypeVar("R")


def knowers(marker: str, told: Iterable[tuple[R, bytes]]) -> set[R]:
    """Who was given the marker. `told` can be anything sent to anyone: views, frames, packets of a real socket."""
    needle = marker.encode()
    return {reader for reader, body in told if needle in body}


def assert_known_only_to(
    table: Table, marker: str, people: Collection[Person] = (), audiences: Iterable[Audience] = ()
) -> None:
    """Of all ever told or to be seen now, the marker is in what went to these, each of them, and in nothing else.

    `people` are those who have it as their own; what they see as everybody of their audience is the audience's.
    """
    expected: set[Reader] = {person.id for person in people} | set(audiences)
    found = knowers(marker, table.law.all_told())
    assert found == expected, {
        "told too much": sorted(map(str, found - expected)),
        "not told": sorted(map(str, expected - found)),
    }


def those_in(table: Table, room: RoomId, seats: Collection[Seat] = tuple(Seat)) -> Iterator[Audience]:
    """The audiences of a room: those who are there, and staff who look there."""
    return (audience for audience in audiences(table.state) if audience.seat in seats and audience.is_in(room))


def all_staff(table: Table) -> Iterator[Audience]:
    return (audience for audience in audiences(table.state) if audience.is_staff)
