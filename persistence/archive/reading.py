"""Reading an archive back: all of it is checked before anything is kept, and it is there in one moment or not at all.

What is many comes first, a little at a time, so that people in other workshops hardly wait; the row that makes it
a workshop comes last."""

from __future__ import annotations

import fcntl
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, insert, select, tuple_

from persistence import rows, tables
from persistence.archive import documents, minutes
from persistence.archive.checking import Checked, checked
from persistence.archive.refusals import ArchiveRefused
from persistence.archive.unpacking import Limits, opened
from persistence.engine import writing
from persistence.failures import NotWritten, UnknownOutcome
from rooms.ids import WorkshopId

__all__ = ["Limits", "import_"]

ROWS_AT_ONCE = 250
BREATH_S = 0.02
"""Between two transactions, for the others: SQLite has one writer."""
MANY = (tables.entity, tables.change)


def import_(engine: Engine, files: Path, archive: Path, limits: Limits | None = None) -> WorkshopId:
    """The workshop in the archive, with a new epoch. `files` is the folder of uploads. One at a time is read into them.

    Raises ArchiveRefused, Busy, and nothing is kept; UnknownOutcome.
    """
    files.mkdir(parents=True, exist_ok=True)
    with _alone(files), opened(archive, limits or Limits()) as unpacked:
        found = checked(unpacked)
        # Beside the uploads, hence on the same disk: moving is then one step that cannot fail halfway.
        with TemporaryDirectory(prefix=".import-", dir=files) as waiting:
            for sha256 in found.uploads:
                unpacked.extract(f"files/{sha256}", Path(waiting) / sha256)
            _keep(engine, found, Path(waiting), files)
    return WorkshopId(found.package.workshop)


def _keep(engine: Engine, found: Checked, waiting: Path, files: Path) -> None:
    """Rows, then files, then the workshop's own: after a crash in between there is too much, but nobody sees it."""
    id = WorkshopId(found.package.workshop)
    with writing(engine) as connection:
        _refuse_when_there(connection, found)
    with _cleared_when_it_fails(engine, id), _undone_when_it_fails() as moved:
        _clear(engine, id)
        for table, values in _many(found):
            for start in range(0, len(values), ROWS_AT_ONCE):
                with writing(engine) as connection:
                    connection.execute(insert(table), values[start : start + ROWS_AT_ONCE])
                time.sleep(BREATH_S)
        _finish(engine, found, waiting, files, moved)


def _finish(engine: Engine, found: Checked, waiting: Path, files: Path, moved: list[Path]) -> None:
    with writing(engine) as connection:
        _refuse_when_there(connection, found)
        for table, values in _few(found):
            if values:
                connection.execute(insert(table), values)
        for sha256 in found.uploads:
            if not (files / sha256).exists():
                (waiting / sha256).replace(files / sha256)
                moved.append(files / sha256)


@contextmanager
def _alone(files: Path) -> Iterator[None]:
    """Another import into the same folder waits, in whatever process; a process that dies lets go."""
    with files.with_name(".importing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _cleared_when_it_fails(engine: Engine, id: WorkshopId) -> Iterator[None]:
    try:
        yield
    except UnknownOutcome:
        raise
    except BaseException:
        with suppress(NotWritten, UnknownOutcome, ArchiveRefused):
            _clear(engine, id)
        raise


def _clear(engine: Engine, id: WorkshopId) -> None:
    """What an import that was broken off has left, also one of before; never anything of a workshop that is there."""
    of = tables.workshop
    for table in MANY:
        here = select(*table.primary_key.columns).where(table.c.workshop == id).limit(ROWS_AT_ONCE)
        gone = ROWS_AT_ONCE
        while gone == ROWS_AT_ONCE:
            with writing(engine) as connection:
                if connection.execute(select(of.c.id).where(of.c.id == id)).first():
                    raise ArchiveRefused("already_there", workshop=id)
                keys = tuple_(*table.primary_key.columns)
                gone = connection.execute(delete(table).where(keys.in_(here))).rowcount


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


def _many(found: Checked) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """Rows that nothing looks at before the workshop's own is there."""
    id = found.package.workshop
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


def _few(found: Checked) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
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
