"""Signals: typing, dragging, pointing, words being typed. Volatile, stamped by the server, to whom they concern."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from facilitation.identity import must_show
from realtime.broadcast import Packet
from realtime.connection import Connection
from realtime.messages import SendSignal, Signal
from realtime.telling import Telling
from rooms.activities.board import Board
from rooms.agenda import Room, Workshop
from rooms.audience import Audience, seen
from rooms.floor import turn_of
from rooms.identity import Action
from rooms.people import Participant
from rooms.permissions import Role
from rooms.text import normalized, prose_or_nothing


@dataclass(frozen=True, slots=True)
class Stamped:
    """A signal with who sent it. `for_staff`: nobody else may have it."""

    signal: Signal
    for_staff: bool


def stamped(telling: Telling, sender: Connection, signal: SendSignal) -> Stamped | None:
    """None for one about what the sender does not see, or from a viewer: it is silently lost."""
    person = telling.state.maybe(Participant, sender.session.participant)
    if sender.audience is None or person is None or person.role is Role.VIEWER:
        return None
    if not concerns(telling, signal.entity, sender.audience):
        return None
    is_words = signal.kind == "words"
    if is_words and not is_writing(telling, person, signal.entity):
        return None
    told = Signal(
        kind=signal.kind,
        entity=signal.entity,
        who=None if is_anonymous(telling, signal.entity) else person.id,
        x=signal.x,
        y=signal.y,
        text=prose_or_nothing(normalized(signal.text or "")) if is_words else None,
    )
    return Stamped(told, for_staff=is_words and is_looked_at(telling, person, signal.entity))


def pass_on(telling: Telling, stamped: Stamped, but: Connection | None = None) -> None:
    """To all here whom it concerns."""
    packet = Packet("signal", msgspec.json.encode(stamped.signal))
    for audience, group in telling.groups.items():
        if (audience.is_staff or not stamped.for_staff) and concerns(telling, stamped.signal.entity, audience):
            for connection in list(group.connections):
                if connection is not but:
                    connection.send(packet)


def is_writing(telling: Telling, person: Participant, room: str) -> bool:
    """Whether they have the floor there, to type what they say."""
    if must_show(next(telling.state.all(Workshop)), person, Action.WRITE):
        return False
    turn = turn_of(person, telling.state)
    return turn is not None and turn.writes and turn.running_since is not None and person.room == room


def is_looked_at(telling: Telling, person: Participant, room: str) -> bool:
    """Whether nobody but staff reads their words before they are approved."""
    found = telling.state.maybe(Room, room)
    return found is not None and found.moderated and not person.role.is_staff


def concerns(telling: Telling, id: str, audience: Audience) -> bool:
    """Whoever sees it; but all see that the other rooms are there, and only those in one what happens there."""
    entity = seen(id, audience, telling.state)
    return entity is not None and (not isinstance(entity, Room) or audience.is_in(id))


def is_anonymous(telling: Telling, id: str) -> bool:
    entity = telling.state.get(id)
    board = telling.state.maybe(Board, getattr(entity, "activity", id))
    return board is not None and board.plan.anonymous
