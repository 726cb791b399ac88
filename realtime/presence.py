"""Who is connected, as each audience may know it. A signal, not a record: attendance is the record."""

from __future__ import annotations

from collections.abc import Iterable

from rooms.audience import Audience, seen
from rooms.ids import ParticipantId
from rooms.state import State


def present(people: Iterable[ParticipantId], state: State, audience: Audience) -> frozenset[ParticipantId]:
    """The connected people this audience sees."""
    return frozenset(person for person in people if seen(person, audience, state) is not None)
