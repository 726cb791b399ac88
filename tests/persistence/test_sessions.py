"""What is kept of sessions that end: theirs and nobody else's, as it was said first."""

from __future__ import annotations

from sqlalchemy import Engine

from persistence.sessions import ALL, SessionEnd, SessionEnds, forget
from rooms.entity import Forget
from rooms.ids import ParticipantId
from tests.persistence.scribe import START, WORKSHOP

ANA, BO = ParticipantId("ana"), ParticipantId("bo")


def end(who: ParticipantId, sid: str, until: int = START) -> SessionEnd:
    return SessionEnd(WORKSHOP, who, sid, not_before=7, until=until)


def test_what_ends_one_session_or_all_is_found_and_never_put_off(engine: Engine) -> None:
    ends = SessionEnds(engine)
    for one in (end(ANA, "phone"), end(ANA, "desk"), end(ANA, ALL), end(BO, "phone"), end(ANA, "phone", START + 1)):
        ends.add(one)
    assert sorted(ends.of(WORKSHOP, ANA, "phone"), key=lambda one: one.sid) == [end(ANA, ALL), end(ANA, "phone")]
    assert ends.of(WORKSHOP, BO, "desk") == []
    assert ends.everywhere(WORKSHOP) == [end(ANA, ALL)]


def test_it_goes_with_whoever_is_erased(engine: Engine) -> None:
    ends = SessionEnds(engine)
    for who in (ANA, BO):
        ends.add(end(who, ALL))
    with engine.begin() as connection:
        forget(connection, WORKSHOP, Forget(epoch="e2", people=(ANA,)))
    assert ends.everywhere(WORKSHOP) == [end(BO, ALL)]
