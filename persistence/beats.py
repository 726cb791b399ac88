"""Signs of life of the processes that serve: each writes its own now and then, and any of them reads all."""

from __future__ import annotations

from sqlalchemy import Engine, delete, insert, select

from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails

GONE_MS = 90_000
"""Who has given no sign for so long serves no more."""


class Beats:
    """Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def give(self, id: str, at: int, body: str) -> None:
        of = tables.beat
        with writing(self._writing) as connection:
            connection.execute(delete(of).where((of.c.id == id) | (of.c.at <= at - GONE_MS)))
            connection.execute(insert(of), {"id": id, "at": at, "body": body})

    def stop(self, id: str) -> None:
        with writing(self._writing) as connection:
            connection.execute(delete(tables.beat).where(tables.beat.c.id == id))

    def all(self, now: int) -> list[tuple[str, int, str]]:
        """Id, when, and what each said; in the order of their ids."""
        of = tables.beat.c
        alive = select(of.id, of.at, of.body).where(of.at > now - GONE_MS).order_by(of.id)
        with busy_when_it_fails(), self._reading.begin() as connection:
            return [(row.id, row.at, row.body) for row in connection.execute(alive)]
