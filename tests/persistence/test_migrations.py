"""Migrations and the tables in the code say the same, and can be run by anybody at any time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from persistence import migrate
from persistence.engine import open_engine
from persistence.tables import metadata
from tests.persistence.scribe import WORKSHOP, founded_in, note, record, write
from tests.postgres import Postgres


def test_migrations_make_the_tables_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(engine: Engine, database_url: str) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1)))
    migrate(database_url)
    assert journal.load(WORKSHOP).entities == [note("n1", 1)]


def test_sqlite_is_migrated_from_any_folder(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'palabre.db'}"
    assert _start(url, tmp_path).wait(timeout=60) == 0
    engine = open_engine(url)
    assert "workshop" in inspect(engine).get_table_names()
    engine.dispose()


def test_postgresql_is_migrated_by_two_at_once(postgres: Postgres, tmp_path: Path) -> None:
    url = postgres.database(template="template0")
    together = [_start(url, tmp_path), _start(url, tmp_path)]
    assert [process.wait(timeout=60) for process in together] == [0, 0]


def test_commits_of_sqlite_wait_for_the_disk(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'palabre.db'}")
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar_one() == 2
    engine.dispose()


def _start(url: str, folder: Path) -> subprocess.Popen[bytes]:
    """A process of its own, whose working folder has nothing of the project."""
    code = f"import persistence; persistence.migrate({url!r})"
    return subprocess.Popen([sys.executable, "-c", code], cwd=folder)
