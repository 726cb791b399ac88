"""What is told of all workshops of an installation without loading any."""

from __future__ import annotations

from sqlalchemy import Engine

from persistence.journal import Journal
from persistence.overview import Workshops
from rooms.agenda import Workshop
from rooms.ids import WorkshopId
from rooms.moderation import Act, Moderation, Reason
from tests.persistence.scribe import START, note, record


def test_acts_of_moderation_are_counted_by_what_was_done_and_why_and_those_of_a_rehearsal_nowhere(
    engine: Engine,
) -> None:
    for id, rehearsal in (("held", False), ("rehearsed", True)):
        found(engine, Workshop(id=WorkshopId(id), rev=1, title="", language="fr", time_zone="UTC", rehearsal=rehearsal))
    assert Workshops(engine).acts() == {(Act.HIDDEN, Reason.INSULT): 1, (Act.READMITTED, None): 1}


def test_they_are_found_without_reading_what_people_wrote(engine: Engine) -> None:
    query = "SELECT workshop, body FROM entity WHERE type = 'moderation'"
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        plan = connection.exec_driver_sql(f"EXPLAIN {'QUERY PLAN ' if engine.dialect.name == 'sqlite' else ''}{query}")
        assert "entity_moderation_index" in str(plan.all())


def found(engine: Engine, workshop: Workshop) -> None:
    journal = Journal(engine)
    journal.found(workshop.id, "e1", START)
    batch = journal.begin(workshop.id, journal.head(workshop.id)[0], [])
    batch.write([record(1, workshop, note("n1", 1), act(Act.HIDDEN, Reason.INSULT), act(Act.READMITTED))])
    batch.commit()


def act(act: Act, reason: Reason | None = None) -> Moderation:
    return Moderation(id=act.value, rev=1, act=act, about="n1", kind_of="note", by=None, reason=reason, at=START)
