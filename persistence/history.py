"""A workshop with all that happened in it, read in one moment: what minutes are written from."""

from __future__ import annotations

from sqlalchemy import Engine, select

from facilitation.minutes import Change
from persistence import rows, tables
from persistence.engine import reading
from persistence.failures import NewerSchema, UnknownWorkshop, busy_when_it_fails
from rooms.ids import WorkshopId
from rooms.state import State


def remembered(engine: Engine, workshop: WorkshopId) -> tuple[State, list[Change], str]:
    """The epoch is of the same moment. Raises UnknownWorkshop, NewerSchema, Busy."""
    entity, change, of = tables.entity, tables.change, tables.workshop
    with busy_when_it_fails(), reading(engine).begin() as connection:
        found = connection.execute(select(of.c.head, of.c.epoch, of.c.schema).where(of.c.id == workshop)).one_or_none()
        if found is None:
            raise UnknownWorkshop(workshop)
        if found.schema > tables.SCHEMA:
            raise NewerSchema(workshop)
        bodies = connection.execute(select(entity.c.body).where(entity.c.workshop == workshop)).scalars().all()
        past = connection.execute(select(change).where(change.c.workshop == workshop).order_by(change.c.seq)).all()
    state = State(found.head)
    for thing in rows.entities(bodies):
        state.put(thing)
    changes = [
        Change(
            seq=row.seq,
            at=row.at,
            actor=row.actor,
            command=row.command,
            put=tuple(rows.entities_of(row.put)),
            drop=tuple(rows.ids_of(row.drop)),
        )
        for row in past
    ]
    return state, changes, found.epoch
