"""When sessions end. Of one that goes on as it began nothing is kept: who comes in once writes nothing here."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Engine, delete, select, text

from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails
from rooms.entity import Forget
from rooms.ids import ParticipantId, WorkshopId

ALL = ""
"""In the place of a session: all that a person has."""
ADD = text(
    "INSERT INTO session_end (workshop, participant, sid, not_before, until)"
    " VALUES (:workshop, :participant, :sid, :not_before, :until) ON CONFLICT DO NOTHING"
)
_e = tables.session_end.c


@dataclass(frozen=True, slots=True)
class SessionEnd:
    """What was issued before `not_before` holds `until` then (epoch ms both)."""

    workshop: WorkshopId
    participant: ParticipantId
    sid: str
    not_before: int
    until: int


class SessionEnds:
    """Plain transactions. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def of(self, workshop: WorkshopId, participant: ParticipantId, sid: str) -> list[SessionEnd]:
        """What ends this session of theirs, or all."""
        theirs = (_e.workshop == workshop, _e.participant == participant, _e.sid.in_((sid, ALL)))
        with busy_when_it_fails(), self._reading.begin() as connection:
            found = connection.execute(select(tables.session_end).where(*theirs)).mappings()
            return [SessionEnd(**row) for row in found]

    def everywhere(self, workshop: WorkshopId) -> list[SessionEnd]:
        """Of all who have left on every device."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            found = select(tables.session_end).where(_e.workshop == workshop, _e.sid == ALL)
            return [SessionEnd(**row) for row in connection.execute(found).mappings()]

    def add(self, end: SessionEnd) -> None:
        """The first of the same stands: what was to end is not put off."""
        with writing(self._writing) as connection:
            connection.execute(ADD, asdict(end))


def forget(connection: Connection, workshop: WorkshopId, what: Forget) -> None:
    """Whoever was erased has no session any more, whatever token they show."""
    connection.execute(delete(tables.session_end).where(_e.workshop == workshop, _e.participant.in_(what.people)))
