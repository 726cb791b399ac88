"""The rows of a batch, kept as each database does it fastest: one by one in SQLite, all at once in PostgreSQL."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Dialect, Insert, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from persistence import tables
from rooms.ids import WorkshopId

Row = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """Of one workshop, up to `head`. `entities` are as the batch leaves them, by id; None where one is gone."""

    workshop: WorkshopId
    head: int
    changes: list[Row] = field(default_factory=list)
    entities: dict[str, Row | None] = field(default_factory=dict)
    commands: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    done: list[Row] = field(default_factory=list)
    dues: list[Row] = field(default_factory=list)

    def keep(self, connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            self._keep_one_by_one(connection)
        else:
            self._keep_at_once(connection)
        _many(connection, ADD_UPDATE, self.documents)
        _many(connection, DONE, self.done)
        _many(connection, UPSERT[tables.due.name, connection.dialect.name], self.dues)

    def _keep_one_by_one(self, connection: Connection) -> None:
        _many(connection, ADD_CHANGE, self.changes)
        _many(connection, UPSERT[tables.entity.name, connection.dialect.name], self._put())
        _many(connection, DROP, [{"of": self.workshop, "gone": id} for id in self._gone()])
        _many(connection, ADD_COMMAND, self.commands)
        if self.changes:
            connection.execute(MOVE_HEAD, {"of": self.workshop, "to": self.head})

    def _keep_at_once(self, connection: Connection) -> None:
        connection.exec_driver_sql(KEEP, self._columns())
        if gone := self._gone():
            connection.exec_driver_sql(DROP_ALL, {"of": self.workshop, "gone": gone})

    def _columns(self) -> Row:
        """Of each column the values of all rows."""
        columns: Row = {"of": self.workshop, "to": self.head, "schema": tables.SCHEMA}
        for table, rows in (
            (tables.change, self.changes),
            (tables.entity, self._put()),
            (tables.command, self.commands),
        ):
            for column in table.columns:
                columns[f"{table.name}_{column.name}"] = [row[column.name] for row in rows]
        return columns

    def _put(self) -> list[Row]:
        return [row for row in self.entities.values() if row is not None]

    def _gone(self) -> list[str]:
        return [id for id, row in self.entities.items() if row is None]


def known(connection: Connection, workshop: WorkshopId, keys: Collection[bytes]) -> dict[bytes, int]:
    """Which of these belong to commands that were accepted, with the seq that answers each."""
    asked = {"of": workshop, "keys": list(keys)}
    if connection.dialect.name == "sqlite" or len(keys) == 1:
        found = connection.execute(KNOWN, asked)
    else:
        found = connection.exec_driver_sql(KNOWN_OF_ALL, asked)
    return {bytes(key): seq for key, seq in found if seq is not None}


# -- one by one ---------------------------------------------------------------------------------------------------


def _many(connection: Connection, statement: Insert | Delete, values: list[Row]) -> None:
    """Straight to the driver: SQLAlchemy would spend more on each row's parameters than SQLite on keeping it."""
    if values:
        connection.exec_driver_sql(_sql(statement, connection.dialect), values)


@cache
def _sql(statement: Insert | Delete, dialect: Dialect) -> str:
    return str(statement.compile(dialect=dialect))


def _upserting(table: Table, dialect: Any) -> Insert:
    statement = dialect.insert(table)
    key = list(table.primary_key)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column not in key}
    result: Insert = statement.on_conflict_do_update(index_elements=key, set_=others)
    return result


_w, _e, _k, _d = tables.workshop.c, tables.entity.c, tables.command.c, tables.due.c
ADD_CHANGE = insert(tables.change)
ADD_UPDATE = insert(tables.document_update)
ADD_COMMAND = insert(tables.command)
DROP = delete(tables.entity).where(_e.workshop == bindparam("of"), _e.id == bindparam("gone"))
DONE = delete(tables.due).where(_d.workshop == bindparam("of"), _d.id == bindparam("gone"), _d.at == bindparam("at"))
# From now on no earlier version reads it.
MOVE_HEAD = update(tables.workshop).where(_w.id == bindparam("of")).values(head=bindparam("to"), schema=tables.SCHEMA)
KNOWN = select(_k.key, _k.seq).where(_k.workshop == bindparam("of"), _k.key.in_(bindparam("keys", expanding=True)))
UPSERT = {
    (table.name, name): _upserting(table, dialect)
    for table in (tables.entity, tables.due)
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


# -- all at once --------------------------------------------------------------------------------------------------
# A statement for each row costs PostgreSQL and its driver four times as much as the row. Arrays are sent as bytes (%b):
# written as text, every quote in a body would be looked for and escaped.

_postgresql: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]


def _inserting(table: Table) -> str:
    names = ", ".join(_postgresql.identifier_preparer.format_column(column) for column in table.columns)
    arrays = ", ".join(
        f"%({table.name}_{column.name})b::{column.type.compile(_postgresql)}[]" for column in table.columns
    )
    return f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({arrays})"


KEEP = f"""
WITH changed AS ({_inserting(tables.change)}),
    put AS (
        {_inserting(tables.entity)}
        ON CONFLICT (workshop, id) DO UPDATE SET type = excluded.type, rev = excluded.rev, body = excluded.body
    ),
    known AS ({_inserting(tables.command)})
UPDATE workshop SET head = %(to)s, schema = %(schema)s WHERE id = %(of)s
"""
# One look into the index for each: for a list PostgreSQL may have planned, while there were few rows, to read them all.
DROP_ALL = """
DELETE FROM entity WHERE ctid = ANY (ARRAY(
    SELECT (SELECT ctid FROM entity WHERE workshop = %(of)s AND id = gone) FROM unnest(%(gone)b::text[]) AS gone
))
"""
KNOWN_OF_ALL = """
SELECT asked, (SELECT seq FROM command WHERE workshop = %(of)s AND key = asked)
FROM unnest(%(keys)b::bytea[]) AS asked
"""
