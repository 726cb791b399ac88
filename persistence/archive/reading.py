"""Reading an archive back: all of it is checked before anything is kept, and it is kept in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, insert, select

from persistence import rows, tables
from persistence.archive import documents, minutes
from persistence.archive.checking import Checked, checked
from persistence.archive.refusals import ArchiveRefused
from persistence.archive.unpacking import Limits, opened
from persistence.engine import writing
from persistence.failures import UnknownOutcome
from rooms.ids import WorkshopId

__all__ = ["Limits", "import_"]

ROWS_AT_ONCE = 1_000


def import_(engine: Engine, files: Path, archive: Path, limits: Limits | None = None) -> WorkshopId:
    """The workshop in the archive, with a new epoch. `files` is the folder of uploads.

    Raises ArchiveRefused, Busy, and nothing is kept; UnknownOutcome.
    """
    files.mkdir(parents=True, exist_ok=True)
    with opened(archive, limits or Limits()) as unpacked:
        found = checked(unpacked)
        # Beside the uploads, hence on the same disk: moving is then one step that cannot fail halfway.
        with TemporaryDirectory(prefix=".import-", dir=files) as waiting:
            for sha256 in found.uploads:
                unpacked.extract(f"files/{sha256}", Path(waiting) / sha256)
            _keep(engine, found, Path(waiting), files)
    return WorkshopId(found.package.workshop)


def _keep(engine: Engine, found: Checked, waiting: Path, files: Path) -> None:
    """Rows, then files, then commit: after a crash in between a file too many may lie there, never one too few."""
    with _undone_when_it_fails() as moved, writing(engine) as connection:
        _refuse_when_there(connection, found)
        for table, values in _rows(found):
            for start in range(0, len(values), ROWS_AT_ONCE):
                connection.execute(insert(table), values[start : start + ROWS_AT_ONCE])
        for sha256 in found.uploads:
            if not (files / sha256).exists():
                (waiting / sha256).replace(files / sha256)
                moved.append(files / sha256)


@contextmanager
def _undone_when_it_fails() -> Iterator[list[Path]]:
    moved: list[Path] = []
    try:
        yield moved
    except UnknownOutcome:
        # It may stand in the database, and then needs its files.
        raise
    except BaseException:
        for path in moved:
            path.unlink(missing_ok=True)
        raise


def _refuse_when_there(connection: Connection, found: Checked) -> None:
    of, link = tables.workshop, tables.link
    id = found.package.workshop
    if connection.execute(select(of.c.id).where(of.c.id == id)).first():
        raise ArchiveRefused("already_there", workshop=id)
    for way in found.links:
        if connection.execute(select(link.c.id).where(link.c.id == way.id)).first():
            raise ArchiveRefused("already_there", link=way.id)


def _rows(found: Checked) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    id = found.package.workshop
    yield (
        tables.workshop,
        [
            {
                "id": id,
                "head": found.package.head,
                "epoch": secrets.token_hex(8),
                "created_at": found.package.created_at,
                "schema": tables.SCHEMA,
            }
        ],
    )
    yield (
        tables.entity,
        [
            {"workshop": id, "id": entity.id, "type": entity.kind, "rev": entity.rev, "body": _text(entity)}
            for entity in found.entities
        ],
    )
    yield (
        tables.change,
        [
            {
                "workshop": id,
                "seq": past.seq,
                "at": past.at,
                "actor": past.actor,
                "command": past.command,
                "put": _array(past.put),
                "drop": rows.array_of_ids(past.drop),
                "schema": past.schema,
            }
            for past in found.history
        ],
    )
    yield (
        tables.due,
        [{"workshop": id, "id": due.id, "at": due.at, "command": _text(due.command)} for due in found.dues],
    )
    yield (
        tables.sealed_ballot,
        [{"workshop": id, "poll": of.poll, "id": of.id, "body": _text(of.answer)} for of in found.sealed],
    )
    yield from documents.rows(WorkshopId(id), found.documents)
    yield from minutes.rows(WorkshopId(id), found.minutes)
    yield tables.link, [{"workshop": id, "code": None, **msgspec.to_builtins(way)} for way in found.links]


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _array(entities: Iterable[Any]) -> str:
    return rows.array(msgspec.json.encode(entity) for entity in entities)
