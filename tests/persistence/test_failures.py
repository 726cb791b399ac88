"""A database that is locked, full or gone: nothing is half written, and callers hear what they can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from persistence import migrate
from persistence.engine import open_engine
from persistence.journal import Busy, Journal, Loaded, NotWritten, UnknownOutcome, Unwritable
from persistence.links import Links
from tests.disk import no_room
from tests.persistence.scribe import START, WORKSHOP, founded_in, key, note, record, write
from tests.postgres import Postgres

SHORT_MS = 50


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """As another process has it, and impatient."""
    engine = open_engine(url, wait_ms=SHORT_MS)
    yield engine
    engine.dispose()


@pytest.fixture
def on_postgresql(postgres: Postgres) -> Iterator[Engine]:
    engine = open_engine(postgres.database())
    yield engine
    engine.dispose()


def cut_connections(engine: Engine) -> None:
    """All others of the same database, as when PostgreSQL is stopped."""
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )


def test_a_workshop_held_by_another_process_is_busy(engine: Engine, database_url: str) -> None:
    holding = founded_in(engine).begin(WORKSHOP, 0, [])
    with opened(database_url) as elsewhere:
        with pytest.raises(Busy):
            Journal(elsewhere).begin(WORKSHOP, 0, [])
        holding.write([record(1, note("n1", 1))])
        holding.commit()
        batch = Journal(elsewhere).begin(WORKSHOP, 0, [])
        assert batch.tail == [(1, [note("n1", 1)], [])]
        batch.rollback()


def test_a_workshop_held_by_the_same_process_is_busy(database_url: str) -> None:
    with opened(database_url) as engine:
        journal = Journal(engine, wait_ms=SHORT_MS)
        journal.found(WORKSHOP, "e1", START)
        holding = journal.begin(WORKSHOP, 0, [])
        with pytest.raises(Busy):
            journal.begin(WORKSHOP, 0, [])
        holding.rollback()
        journal.begin(WORKSHOP, 0, []).rollback()


def test_a_full_disk_is_busy_and_nothing_is_written(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'full.db'}"
    migrate(url)
    engine = open_engine(url)

    @event.listens_for(engine, "checkout")
    def limit(connection: sqlite3.Connection, *_: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 3}")

    journal = founded_in(engine)
    batch = journal.begin(WORKSHOP, 0, [])
    with pytest.raises(Busy):
        batch.write([record(1, note("n1", 1, "x" * 100_000), name="c1")])
    assert journal.load(WORKSHOP) == Loaded(0, "e1", [])
    write(journal, record(1, note("n1", 1)))
    assert journal.head(WORKSHOP) == (1, "e1")
    engine.dispose()


def test_a_disk_that_is_full_while_old_ballots_are_wiped_is_busy(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'full.db'}"
    migrate(url)
    engine = open_engine(url)
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1)))
    with no_room(), pytest.raises(Busy):
        journal.wipe()
    assert journal.wipe()
    engine.dispose()


def test_rows_the_database_refuses_are_said_to_be_unwritable(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), name="c1"))
    batch = journal.begin(WORKSHOP, 1, [])
    with pytest.raises(Unwritable):
        batch.write([record(2, note("n2", 2), name="c2"), record(3, note("n3", 3), name="c1")])
    assert journal.load(WORKSHOP) == Loaded(1, "e1", [note("n1", 1)])
    write(journal, record(2, note("n2", 2), name="c2"))


def test_a_batch_that_failed_cannot_be_committed(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), name="c1"))
    batch = journal.begin(WORKSHOP, 1, [])
    with pytest.raises(NotWritten):
        batch.write([record(2, note("n2", 2), name="c1")])
    with pytest.raises(AssertionError):
        batch.commit()
    batch.rollback()
    assert journal.head(WORKSHOP) == (1, "e1")


def test_losing_postgresql_before_writing_is_busy(on_postgresql: Engine) -> None:
    journal = founded_in(on_postgresql)
    batch = journal.begin(WORKSHOP, 0, [])
    with opened(on_postgresql.url.render_as_string(hide_password=False)) as other:
        cut_connections(other)
    with pytest.raises(Busy):
        batch.write([record(1, note("n1", 1))])
    assert journal.load(WORKSHOP) == Loaded(0, "e1", [])
    write(journal, record(1, note("n1", 1)))


def test_losing_postgresql_in_the_commit_is_an_unknown_outcome(on_postgresql: Engine) -> None:
    journal = founded_in(on_postgresql)
    batch = journal.begin(WORKSHOP, 0, [])
    batch.write([record(1, note("n1", 1))])
    with opened(on_postgresql.url.render_as_string(hide_password=False)) as other:
        cut_connections(other)
    with pytest.raises(UnknownOutcome):
        batch.commit()
    batch.rollback()
    assert journal.load(WORKSHOP) == Loaded(0, "e1", [])
    write(journal, record(1, note("n1", 1)))


def test_a_database_that_is_not_there_is_busy() -> None:
    nowhere = open_engine("postgresql://palabre@127.0.0.1:1/palabre")
    asked: list[Callable[[], object]] = [
        Journal(nowhere).heads,
        lambda: Journal(nowhere).begin(WORKSHOP, 0, [key("c1")]),
        lambda: Journal(nowhere).found(WORKSHOP, "e1", START),
        lambda: Links(nowhere).find("l1"),
    ]
    for ask in asked:
        with pytest.raises(Busy):
            ask()
