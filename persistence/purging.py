"""What lies in an installation beyond what was promised: workshops that nobody closes, files that nothing names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, Text, select

from persistence import rows, tables
from persistence.engine import reading
from persistence.failures import busy_when_it_fails
from rooms.activities.info import File
from rooms.agenda import Workshop
from rooms.ids import WorkshopId

NAMELESS = (
    *("entity", "change", "command", "due"),
    *("act", "beat", "colleague", "mail", "session_end", "sign_in", "studio_session"),
)
"""Tables in whose texts no file of ours is named but by a record of it, which is looked up by its type."""
SHA256 = re.compile("[0-9a-f]{64}")


def idle(engine: Engine, since_ms: int) -> list[WorkshopId]:
    """Those that began, were not closed, and in which nothing has happened since."""
    workshop, change, entity = tables.workshop.c, tables.change.c, tables.entity.c
    last = (change.workshop == workshop.id) & (change.seq == workshop.head)
    itself = (entity.workshop == workshop.id) & (entity.id == workshop.id)
    bodies = (
        select(entity.body)
        .select_from(tables.workshop.join(tables.change, last).join(tables.entity, itself))
        .where(change.at < since_ms, workshop.schema <= tables.SCHEMA)
    )
    with busy_when_it_fails(), reading(engine).begin() as connection:
        found = rows.entities(connection.execute(bodies).scalars())
    return [
        each.id for each in found if isinstance(each, Workshop) and each.closed_at is None and each.step is not None
    ]


def unnamed(engine: Engine, files: Path, before_ms: int) -> list[Path]:
    """Uploads that nothing names any more. What was just uploaded may be about to be named."""
    old = [
        path for path in files.glob("*") if SHA256.fullmatch(path.name) and path.stat().st_mtime_ns < before_ms * 1e6
    ]
    if not old:
        return []
    with busy_when_it_fails(), reading(engine).begin() as connection:
        named = set(_named(connection))
    return [path for path in old if path.name not in named]


def _named(connection: Connection) -> Iterator[str]:
    entity = tables.entity.c
    for each in rows.entities(connection.execute(select(entity.body).where(entity.type == "file")).scalars()):
        assert isinstance(each, File)
        yield each.sha256
    for table in tables.metadata.sorted_tables:
        columns = [column for column in table.columns if isinstance(column.type, Text)]
        if table.name not in NAMELESS and columns:
            for row in connection.execute(select(*columns)):
                for value in row:
                    yield from SHA256.findall(value or "")
