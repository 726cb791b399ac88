"""One way to open the database, SQLite or PostgreSQL: durable commits, bounded waits, writers in line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from persistence.failures import FAULTY_ROWS, Unwritable, busy_when_it_fails, commit_failure

WAIT_MS = 5_000
"""How long a statement waits for another writer before the database is called busy."""


def open_engine(url: str, wait_ms: int = WAIT_MS) -> Engine:
    """`sqlite:///path` or `postgresql://…`; nothing is created in it, see `persistence.migrate`."""
    return _sqlite(url, wait_ms) if make_url(url).get_backend_name() == "sqlite" else _postgresql(url, wait_ms)


def reading(engine: Engine) -> Engine:
    """The same database, for transactions that see one moment of it, write nothing and hold up nobody."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(begin="BEGIN")
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A small transaction of its own. Raises Busy, Unwritable, UnknownOutcome."""
    try:
        with busy_when_it_fails(), engine.connect() as connection:
            yield connection
            try:
                connection.commit()
            except SQLAlchemyError as error:
                raise commit_failure(error) from error
    except FAULTY_ROWS as error:
        raise Unwritable(str(error)) from error


def _sqlite(url: str, wait_ms: int) -> Engine:
    # With isolation_level=None the driver begins nothing on its own: `begin` below says how.
    # Connections go from thread to thread, used by one at a time.
    # Named parameters, as psycopg has, so that rows given straight to a driver are dicts for both.
    engine = create_engine(
        url,
        paramstyle="named",
        pool_timeout=wait_ms / 1000,
        hide_parameters=True,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": wait_ms / 1000},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # What people have erased is overwritten, not left in the free space of the file; FAST would leave whole pages.
        connection.execute("PRAGMA secure_delete = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that starts by reading and then writes could be refused halfway; one that will write says so.
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))

    return engine


def _postgresql(url: str, wait_ms: int) -> Engine:
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        # After a restart of PostgreSQL the pool holds dead connections.
        pool_pre_ping=True,
        pool_timeout=wait_ms / 1000,
        # In a log the values of a failed statement would be what people wrote, and voted.
        hide_parameters=True,
        connect_args={
            "connect_timeout": 5,
            # A frozen process must not keep a workshop's row for ever.
            "options": f"-c lock_timeout={wait_ms} -c idle_in_transaction_session_timeout=30000",
        },
    )
