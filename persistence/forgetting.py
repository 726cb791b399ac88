"""Taking words and records out of history too, in the transaction that ends them; then out of the files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import get_args

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, or_, select, text, update

from facilitation.workshop import AnyEntity
from persistence import ballots, rows, tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails
from persistence.processes import forget_quotes
from rooms.activities.conclusion import Citation
from rooms.documents.words import quote
from rooms.entity import Entity, Forget
from rooms.ids import WorkshopId

NEEDLES_AT_ONCE = 50
"""Looked for in one reading of the history."""
UNSWEPT = "unswept"
"""The setting that says since when something forgotten may still lie in free space of the database's files."""
WORDED = tuple(str(kind.__struct_config__.tag) for kind in get_args(AnyEntity) if kind.TEXTS)
MARK = text(
    "INSERT INTO setting (key, value) VALUES (:key, :at) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)

KEEP_WORDS = (
    "entity",
    "change",
    "document_update",
    "document_checkpoint",
    "sealed_ballot",
    "minutes",
    "amendment",
    "contribution",
)
"""Tables whose free space may hold what was erased."""


def forget(connection: Connection, workshop: WorkshopId, what: Forget, at: int) -> None:
    """History as if it had never been said, under another epoch: who holds what was told before must forget it too."""
    of, change = tables.workshop.c, tables.change
    quotes: set[str] = set()
    for seq in _concerned(connection, workshop, what):
        here = (change.c.workshop == workshop, change.c.seq == seq)
        row = connection.execute(select(change.c.put, change.c["drop"]).where(*here)).one()
        before = rows.entities_of(row.put)
        put = [left for entity in before if (left := _left(entity, what)) is not None]
        quotes.update(
            quote(entity.text) for entity in before if isinstance(entity, Citation) and _is_theirs(entity, what)
        )
        drop = [id for id in rows.ids_of(row.drop) if not id.startswith(_prefixes(what))]
        connection.execute(
            update(change)
            .where(*here)
            .values(put=rows.array(rows.put(entity).journal for entity in put), drop=rows.array_of_ids(drop))
        )
    forget_quotes(connection, workshop, quotes)
    if "roll" in what.kinds:
        ballots.burn(connection, workshop)
    connection.execute(update(tables.workshop).where(of.id == workshop).values(epoch=what.epoch))
    connection.execute(MARK, {"key": UNSWEPT, "at": str(at)})


def _left(entity: Entity, what: Forget) -> Entity | None:
    if entity.kind in what.kinds:
        return None
    return entity.erased() if entity.TEXTS and _is_theirs(entity, what) else entity


def _is_theirs(entity: Entity, what: Forget) -> bool:
    return what.texts or entity.writer() in what.authors


def _prefixes(what: Forget) -> tuple[str, ...]:
    """Of derived ids, which name a person: a ballot's, a dot's."""
    return tuple(f"{kind}-" for kind in what.kinds)


def _concerned(connection: Connection, workshop: WorkshopId, what: Forget) -> list[int]:
    """The changes that may tell of it, found by the database: far fewer than there are."""
    change = tables.change.c
    found: set[int] = set()
    needles = iter(_needles(what, connection.dialect.name == "sqlite"))
    while some := list(islice(needles, NEEDLES_AT_ONCE)):
        seqs = select(change.seq).where(change.workshop == workshop, or_(*some))
        found.update(connection.execute(seqs).scalars())
    return sorted(found)


def _needles(what: Forget, is_sqlite: bool) -> Iterator[ColumnElement[bool]]:
    position = func.instr if is_sqlite else func.strpos
    for author in what.authors:
        yield position(tables.change.c.put, f'"{author}"') > 0
    for kind in {*what.kinds, *(WORDED if what.texts else ())}:
        yield position(tables.change.c.put, f'"type":"{kind}"') > 0
    for prefix in _prefixes(what):
        yield position(tables.change.c["drop"], f'"{prefix}') > 0


# -- the files ----------------------------------------------------------------------------------------------------


def unswept_since(engine: Engine) -> int | None:
    setting = tables.setting.c
    with busy_when_it_fails(), reading(engine).begin() as connection:
        at = connection.execute(select(setting.value).where(setting.key == UNSWEPT)).scalar_one_or_none()
    return int(at) if at is not None else None


def sweep(engine: Engine) -> bool:
    """Write the files anew without what was forgotten. Others wait meanwhile. False when it must be tried again.

    Neither database promises that what it deletes or overwrites is gone from the page where it lay.
    """
    at = unswept_since(engine)
    if at is None:
        return True
    with busy_when_it_fails():
        is_done = _vacuum_sqlite(engine) if engine.dialect.name == "sqlite" else _vacuum_postgresql(engine)
    if is_done:
        setting = tables.setting.c
        with writing(engine) as connection:
            connection.execute(delete(tables.setting).where(setting.key == UNSWEPT, setting.value == str(at)))
    return is_done


def _vacuum_sqlite(engine: Engine) -> bool:
    """The log holds old pages until it is cut, which readers can keep one from."""
    pooled = engine.raw_connection()
    try:
        pooled.cursor().execute("VACUUM")
        is_blocked, _, _ = pooled.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_blocked
    finally:
        pooled.close()


def _vacuum_postgresql(engine: Engine) -> bool:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"VACUUM FULL {', '.join(KEEP_WORDS)}"))
    return True
