"""All workshops of an installation in a few lines each, without loading any; and taking one away for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Engine, delete, func, select

from facilitation.minutes.versions import VersionState
from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails
from rooms.agenda import Step, Workshop
from rooms.ids import WorkshopId
from rooms.moderation import Act, Moderation, Reason


@dataclass(frozen=True, slots=True)
class Sight:
    """A workshop from afar: how many people have come, how many steps it has and how long they take.

    `has_minutes`: published ones, which anybody reads.
    """

    workshop: Workshop
    created_at: int
    people: int = 0
    steps: int = 0
    minutes: int = 0
    has_started: bool = False
    has_minutes: bool = False


class Workshops:
    """Plain transactions. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def all(self) -> list[Sight]:
        """The newest first. One whose founding was cut short is left out."""
        return self._seen(None)

    def some(self, ids: Collection[WorkshopId]) -> dict[WorkshopId, Sight]:
        return {sight.workshop.id: sight for sight in self._seen(ids)} if ids else {}

    def _seen(self, ids: Collection[WorkshopId] | None) -> list[Sight]:
        entity, workshop, minutes = tables.entity, tables.workshop, tables.minutes
        bodies = select(entity.c.workshop, entity.c.type, entity.c.body).where(entity.c.type.in_(("workshop", "step")))
        people = select(entity.c.workshop, func.count().label("people")).where(entity.c.type == "participant")
        created = select(workshop.c.id, workshop.c.created_at).order_by(workshop.c.created_at.desc(), workshop.c.id)
        published = select(minutes.c.workshop).where(minutes.c.state == VersionState.PUBLISHED)
        if ids is not None:
            bodies, people = (statement.where(entity.c.workshop.in_(ids)) for statement in (bodies, people))
            created = created.where(workshop.c.id.in_(ids))
            published = published.where(minutes.c.workshop.in_(ids))
        with busy_when_it_fails(), self._reading.begin() as connection:
            rows = connection.execute(created).all()
            found = connection.execute(bodies).all()
            counted = connection.execute(people.group_by(entity.c.workshop)).all()
            told = set(connection.execute(published).scalars())
        counts: dict[str, int] = {row.workshop: row.people for row in counted}
        by_workshop: dict[str, list[Any]] = {}
        for body in found:
            by_workshop.setdefault(body.workshop, []).append(body)
        sights = (
            _sight(row.created_at, by_workshop.get(row.id, []), counts.get(row.id, 0), row.id in told) for row in rows
        )
        return [sight for sight in sights if sight is not None]

    def acts(self) -> Counter[tuple[Act, Reason | None]]:
        """How often order was kept in all workshops that are there, rehearsals aside, by what was done and why."""
        entity = tables.entity
        bodies = select(entity.c.workshop, entity.c.body).where(tables.MODERATION)
        with busy_when_it_fails(), self._reading.begin() as connection:
            found = connection.execute(bodies).all()
            ids = {row.workshop for row in found}
            held = select(entity.c.body).where(entity.c.workshop.in_(ids), entity.c.id == entity.c.workshop)
            workshops = [msgspec.json.decode(body, type=Workshop) for body in connection.execute(held).scalars()]
        rehearsed = {workshop.id for workshop in workshops if workshop.rehearsal}
        acts = (msgspec.json.decode(row.body, type=Moderation) for row in found if row.workshop not in rehearsed)
        return Counter((act.act, act.reason) for act in acts)

    def drop(self, id: WorkshopId) -> None:
        """Every row of it, whatever table it is in. What was uploaded stays, since others may show the same bytes."""
        with writing(self._writing) as connection:
            for table in tables.metadata.sorted_tables:
                if "workshop" in table.columns:
                    connection.execute(delete(table).where(table.c.workshop == id))
            connection.execute(delete(tables.workshop).where(tables.workshop.c.id == id))


def _sight(created_at: int, bodies: Sequence[Any], people: int, has_minutes: bool) -> Sight | None:
    steps = [msgspec.json.decode(row.body, type=Step) for row in bodies if row.type == "step"]
    workshop = next((row.body for row in bodies if row.type == "workshop"), None)
    if workshop is None:
        return None
    return Sight(
        workshop=msgspec.json.decode(workshop, type=Workshop),
        created_at=created_at,
        people=people,
        steps=len(steps),
        minutes=sum(step.minutes for step in steps),
        has_started=any(step.started_at is not None for step in steps),
        has_minutes=has_minutes,
    )
