"""The one place where a workshop's state is kept: what it is, what happened, what is to happen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, Engine, Row, bindparam, delete, insert, select, tuple_

from persistence import ballots, rows, tables
from persistence.batch import Batch, Record
from persistence.engine import WAIT_MS, reading, writing
from persistence.failures import (
    Busy,
    NewerSchema,
    NotWritten,
    UnknownOutcome,
    UnknownWorkshop,
    Unwritable,
    busy_when_it_fails,
)
from persistence.forgetting import sweep, unswept_since
from persistence.keeping import known
from persistence.rows import Change, Put, Written
from rooms.entity import Due, Entity
from rooms.ids import WorkshopId

__all__ = [
    "Batch",
    "Busy",
    "Change",
    "Journal",
    "Loaded",
    "NewerSchema",
    "NotWritten",
    "Put",
    "Record",
    "Tail",
    "UnknownOutcome",
    "UnknownWorkshop",
    "Unwritable",
    "Written",
]

FORGET_AT_ONCE = 5_000
"""Rows per transaction, so that people who write meanwhile do not wait."""

ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Loaded:
    head: int
    epoch: str
    entities: list[Entity]


@dataclass(frozen=True, slots=True)
class Tail:
    head: int
    epoch: str
    changes: list[Change]


class Journal:
    """Used from threads. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine, wait_ms: int = WAIT_MS) -> None:
        self._writing = engine
        self._reading = reading(engine)
        # SQLite has one writer, and lets those who wait sleep for up to 100 ms at a time: within a process we queue.
        self._queue = threading.Lock() if engine.dialect.name == "sqlite" else None
        self._wait_s = wait_ms / 1000

    @property
    def one_writer(self) -> bool:
        """Whether workshops wait for one another to write: callers had better queue before they take a thread."""
        return self._queue is not None

    def found(self, workshop: WorkshopId, epoch: str, at: int) -> None:
        """The row that orders a workshop's changes. Raises Unwritable when it exists."""
        row = {"id": workshop, "head": 0, "epoch": epoch, "created_at": at, "schema": tables.SCHEMA}
        with writing(self._writing) as connection:
            connection.execute(insert(tables.workshop), row)

    def begin(self, workshop: WorkshopId, since_head: int, keys: Collection[bytes]) -> Batch:
        """Waits for its turn, and gives what others wrote after `since_head` and which keys are known.

        Raises UnknownWorkshop, NewerSchema.
        """
        leave = self._enter()
        try:
            with busy_when_it_fails():
                connection = self._writing.connect()
                try:
                    return _batch(connection, workshop, since_head, keys, leave)
                except BaseException:
                    connection.close()
                    raise
        except BaseException:
            leave()
            raise

    def load(self, workshop: WorkshopId) -> Loaded:
        """Raises UnknownWorkshop, NewerSchema."""
        with self._moment() as connection:
            row = _position(connection, workshop)
            bodies = connection.execute(BODIES, {"of": workshop}).scalars().all()
        return Loaded(row.head, row.epoch, rows.entities(bodies))

    def tail(self, workshop: WorkshopId, since_head: int) -> Tail:
        """What was changed after `since_head`; as `begin` gives it, without holding anybody up."""
        with self._moment() as connection:
            row = _position(connection, workshop)
            return Tail(row.head, row.epoch, _tail(connection, workshop, since_head))

    def head(self, workshop: WorkshopId) -> tuple[int, str]:
        """The seq of the last change, and the epoch. Raises UnknownWorkshop, NewerSchema."""
        with self._moment() as connection:
            row = _position(connection, workshop)
        return row.head, row.epoch

    def heads(self) -> dict[WorkshopId, int]:
        with self._moment() as connection:
            return {WorkshopId(id): head for id, head in connection.execute(HEADS)}

    def dues(self, until_ms: int) -> list[tuple[WorkshopId, Due]]:
        """What should have happened by then, earliest first."""
        with self._moment() as connection:
            found = connection.execute(DUES, {"until": until_ms}).all()
        return [(WorkshopId(row.workshop), Due(row.id, row.at, msgspec.json.decode(row.command))) for row in found]

    def forget_commands(self, before_ms: int) -> int:
        """How many were forgotten. A command repeated later than that would be done again."""
        forgotten = 0
        while True:
            with writing(self._writing) as connection:
                gone = connection.execute(FORGET, {"before": before_ms}).rowcount
            forgotten += gone
            if gone < FORGET_AT_ONCE:
                return forgotten

    def unswept_since(self) -> int | None:
        """Since when (epoch ms) something forgotten may still lie in free space of the database's files."""
        return unswept_since(self._writing)

    def wipe(self) -> bool:
        """Nothing tells any more in which order secret ballots came. False when it must be tried again."""
        leave = self._enter()
        try:
            with busy_when_it_fails():
                return ballots.wipe(self._writing)
        finally:
            leave()

    def sweep(self) -> bool:
        """Make sure that it does not. Everybody who writes waits meanwhile; False when it must be tried again."""
        leave = self._enter()
        try:
            return sweep(self._writing)
        finally:
            leave()

    def _enter(self) -> Callable[[], None]:
        if self._queue is None:
            return lambda: None
        if not self._queue.acquire(timeout=self._wait_s):
            raise Busy("others write")
        return self._queue.release

    @contextmanager
    def _moment(self) -> Iterator[Connection]:
        with busy_when_it_fails(), self._reading.begin() as connection:
            yield connection


def _batch(
    connection: Connection, workshop: WorkshopId, since_head: int, keys: Collection[bytes], leave: Callable[[], None]
) -> Batch:
    row = _position(connection, workshop, hold=True)
    tail = _tail(connection, workshop, since_head) if row.head > since_head else []
    accepted = known(connection, workshop, keys) if keys else {}
    # A change to documents alone changes no entity, but is a change.
    written = connection.execute(UPDATES, {"of": workshop, "since": since_head}).all() if tail else []
    return Batch(connection, workshop, row.head, row.epoch, tail, accepted, leave, [Written(*one) for one in written])


def _position(connection: Connection, workshop: WorkshopId, hold: bool = False) -> Row[int, str, int]:
    row = connection.execute(HOLD if hold else POSITION, {"of": workshop}).one_or_none()
    if row is None:
        raise UnknownWorkshop(workshop)
    if row.schema > tables.SCHEMA:
        raise NewerSchema(f"rows of schema {row.schema}, this version knows {tables.SCHEMA}")
    return row


def _tail(connection: Connection, workshop: WorkshopId, since_head: int) -> list[Change]:
    found = connection.execute(CHANGES, {"of": workshop, "since": since_head}).all()
    changes = [Change(row.seq, rows.entities_of(row.put), rows.ids_of(row.drop)) for row in found]
    private = {entity.id for change in changes for entity in change.put if entity.PRIVATE}
    if not private:
        return changes
    now = _entities(connection, workshop, sorted(private))
    return [
        change._replace(put=[rows.filled(e, now.get(e.id)) if e.PRIVATE else e for e in change.put])
        for change in changes
    ]


def _entities(connection: Connection, workshop: WorkshopId, ids: list[str]) -> dict[str, Entity]:
    bodies: list[str] = []
    for first in range(0, len(ids), ROWS_AT_ONCE):
        some = {"of": workshop, "ids": ids[first : first + ROWS_AT_ONCE]}
        bodies.extend(connection.execute(SOME_BODIES, some).scalars())
    return {entity.id: entity for entity in rows.entities(bodies)}


_w, _e, _c, _k, _d = (tables.workshop.c, tables.entity.c, tables.change.c, tables.command.c, tables.due.c)
POSITION = select(_w.head, _w.epoch, _w.schema).where(_w.id == bindparam("of"))
HOLD = POSITION.with_for_update()
HEADS = select(_w.id, _w.head)
BODIES = select(_e.body).where(_e.workshop == bindparam("of"))
SOME_BODIES = BODIES.where(_e.id.in_(bindparam("ids", expanding=True)))
CHANGES = (
    select(_c.seq, _c.put, _c["drop"])
    .where(_c.workshop == bindparam("of"), _c.seq > bindparam("since"))
    .order_by(_c.seq)
)
UPDATES = (
    select(*(tables.document_update.c[name] for name in Written._fields))
    .where(tables.document_update.c.workshop == bindparam("of"), tables.document_update.c.seq > bindparam("since"))
    .order_by(tables.document_update.c.seq)
)
DUES = select(_d.workshop, _d.id, _d.at, _d.command).where(_d.at <= bindparam("until")).order_by(_d.at, _d.id)
_old = select(_k.workshop, _k.key).where(_k.at < bindparam("before")).limit(FORGET_AT_ONCE)
FORGET = delete(tables.command).where(tuple_(_k.workshop, _k.key).in_(_old))
