"""Row by row, what goes out of one database comes into another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Table, select

from persistence import migrate, tables
from persistence.archive import export, import_
from persistence.archive.contents import EXCLUDED, EXPORTED
from persistence.engine import open_engine
from tests.persistence.estate import estate
from tests.persistence.test_archive import WORKSHOP
from tests.sample import BEGAN_AT, FILE, FILE_SHA256

ANEW = {"workshop.epoch"}
"""Exported, and other in each installation."""
TABLES = tables.metadata.sorted_tables
TAKEN = [table for table in TABLES if any(f"{table.name}.{column.name}" in EXPORTED for column in table.columns)]


def rows(engine: Engine, table: Table) -> list[tuple[Any, ...]]:
    """Sorted; of what an archive takes along, without ways back, which are left out whole."""
    columns = [column for column in table.columns if is_kept(f"{table.name}.{column.name}")]
    found = select(*columns)
    if table is tables.link:
        found = found.where(tables.link.c.participant.is_(None))
    with engine.connect() as connection:
        return sorted(map(tuple, connection.execute(found)), key=repr)


def is_kept(column: str) -> bool:
    return (column in EXPORTED or column.endswith(".workshop")) and column not in ANEW


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Engine]:
    """An installation that knows nothing yet."""
    url = f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}"
    migrate(url)
    engine = open_engine(url)
    yield engine
    engine.dispose()


def test_every_row_of_every_table_comes_back_elsewhere_or_is_left_out_for_a_reason(
    engine: Engine, elsewhere: Engine, tmp_path: Path
) -> None:
    estate(engine)
    files = tmp_path / "files"
    files.mkdir()
    (files / FILE_SHA256).write_bytes(FILE)
    export(engine, files, WORKSHOP, tmp_path / "out.zip", now_ms=BEGAN_AT)
    import_(elsewhere, tmp_path / "other", tmp_path / "out.zip")
    for table in TAKEN:
        assert rows(engine, table), table.name
        assert rows(elsewhere, table) == rows(engine, table), table.name
    for table in set(TABLES) - set(TAKEN):
        assert all(EXCLUDED[f"{table.name}.{column.name}"] for column in table.columns)
        with engine.connect() as here, elsewhere.connect() as there:
            assert here.execute(select(table)).first() is not None, table.name
            assert there.execute(select(table)).first() is None, table.name
    with elsewhere.connect() as connection:
        assert not {row.participant for row in connection.execute(select(tables.link))} - {None}
    assert (tmp_path / "other" / FILE_SHA256).read_bytes() == FILE
