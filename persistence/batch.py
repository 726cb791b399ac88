"""Many accepted commands in one transaction, which holds their workshop's row from its first moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, Delete, Dialect, Insert, Table, bindparam, delete, insert, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from persistence import ballots, minutes, rows, tables
from persistence.documents import reseed
from persistence.failures import FAULTY_ROWS, Unwritable, busy_when_it_fails, commit_failure
from persistence.forgetting import forget
from rooms.activities.poll import SealedBallot
from rooms.entity import DocumentUpdate, Due, Forget
from rooms.ids import WorkshopId


@dataclass(frozen=True, slots=True)
class Record:
    """One accepted command, ready to be written.

    `seq` is None when it changed no entity. `key` is None for what the system does without one.
    `put` are (id, type, whole body, journal body); see `rows.put`. `done` is the due row it fulfils, unless that row
    has been given a later time meanwhile. `sealed` go into their polls' boxes;
    `shuffled` are polls whose box was opened.
    """

    seq: int | None
    at: int
    actor: str | None
    command: str
    key: bytes | None
    put: Sequence[tuple[str, str, bytes, bytes]] = ()
    drop: Sequence[str] = ()
    dues: Sequence[Due] = ()
    done: Due | None = None
    forget: Forget | None = None
    sealed: Sequence[SealedBallot] = ()
    shuffled: Sequence[str] = ()
    updates: Sequence[DocumentUpdate] = ()

    def written(self) -> Iterator[rows.Written]:
        """What it did to documents."""
        for one in self.updates:
            assert self.seq is not None, "who writes changes the workshop"
            yield rows.Written(one.conclusion, self.seq, self.at, self.actor, one.client, one.update)


class Batch:
    """An open transaction, used by one thread at a time. It ends with `commit`, `rollback` or its first failure.

    `tail` is what others have changed since the head it was begun with, `written` what they wrote in documents, `known`
    the keys already accepted, with the seq that answers them.
    """

    def __init__(
        self,
        connection: Connection,
        workshop: WorkshopId,
        head: int,
        epoch: str,
        tail: list[rows.Change],
        known: dict[bytes, int],
        leave: Callable[[], None],
        written: Sequence[rows.Written] = (),
    ) -> None:
        self.workshop = workshop
        self.head = head
        self.epoch = epoch
        self.tail = tail
        self.known = known
        self.written = written
        self._connection = connection
        self._leave = leave
        self._is_over = False

    def sealed(self, polls: Sequence[str]) -> dict[str, list[SealedBallot]]:
        """The ballots in the boxes of these polls, in no order. Raises Busy."""
        try:
            with busy_when_it_fails():
                return {poll: ballots.read(self._connection, self.workshop, poll) for poll in polls}
        except BaseException:
            self.rollback()
            raise

    def drafts(self) -> dict[str, int]:
        """How many rows there are of drafts of the minutes, by table. Raises Busy."""
        try:
            with busy_when_it_fails():
                return minutes.drafts(self._connection, self.workshop)
        except BaseException:
            self.rollback()
            raise

    def write(self, records: Sequence[Record]) -> None:
        """Raises Busy or Unwritable, and is then rolled back: the workshop stays as it was."""
        try:
            with busy_when_it_fails():
                self._write(records)
        except FAULTY_ROWS as error:
            self.rollback()
            raise Unwritable(str(error)) from error
        except BaseException:
            self.rollback()
            raise

    def commit(self) -> None:
        """Raises Busy when nothing was written, UnknownOutcome when nobody can tell."""
        assert not self._is_over, "this batch has ended"
        try:
            self._connection.commit()
        except SQLAlchemyError as error:
            with suppress(SQLAlchemyError):
                # Closing it for good ends what may still be open in it.
                self._connection.invalidate()
            raise commit_failure(error) from error
        finally:
            self._end()

    def rollback(self) -> None:
        """Does nothing to a batch that has ended."""
        if not self._is_over:
            try:
                self._connection.rollback()
            except SQLAlchemyError:
                # The connection is lost, and the transaction with it.
                with suppress(SQLAlchemyError):
                    self._connection.invalidate()
            finally:
                self._end()

    def _end(self) -> None:
        self._is_over = True
        try:
            self._connection.close()
        finally:
            self._leave()

    def _write(self, records: Sequence[Record]) -> None:
        assert not self._is_over, "this batch has ended"
        changes: list[dict[str, Any]] = []
        commands: list[dict[str, Any]] = []
        entities: dict[str, dict[str, Any] | None] = {}
        documents: list[dict[str, Any]] = []
        dues: list[dict[str, Any]] = []
        done: list[dict[str, Any]] = []
        head = self.head
        for record in records:
            if record.seq is not None:
                assert record.seq == head + 1, "the seq of a workshop has no holes"
                head = record.seq
                changes.append(self._change(record))
            documents.extend({"workshop": self.workshop, **written._asdict()} for written in record.written())
            for id, type, whole, _ in record.put:
                entities[id] = {"workshop": self.workshop, "id": id, "type": type, "rev": head, "body": whole.decode()}
            entities.update(dict.fromkeys(record.drop))
            if record.key is not None:
                commands.append({"workshop": self.workshop, "key": record.key, "seq": head, "at": record.at})
            if record.done is not None:
                done.append({"of": self.workshop, "gone": record.done.id, "at": record.done.at})
            for due in record.dues:
                command = msgspec.json.encode(due.command).decode()
                dues.append({"workshop": self.workshop, "id": due.id, "at": due.at, "command": command})
        self._many(ADD_CHANGE, changes)
        self._seal(records)
        for record in records:
            if record.forget is not None:
                forget(self._connection, self.workshop, record.forget, record.at)
                minutes.forget(self._connection, self.workshop, record.forget)
                self.epoch = record.forget.epoch
        # Each entity as the batch leaves it, written once however often it changed.
        self._many(self._upsert(tables.entity), [row for row in entities.values() if row])
        self._many(DROP, [{"of": self.workshop, "gone": id} for id, row in entities.items() if row is None])
        self._many(ADD_UPDATE, documents)
        # With what was written in the same batch in them.
        for what in (record.forget for record in records if record.forget is not None):
            if what.texts or what.authors:
                reseed(self._connection, self.workshop, None if what.texts else what.authors)
        self._many(ADD_COMMAND, commands)
        self._many(DONE, done)
        self._many(self._upsert(tables.due), dues)
        if head != self.head:
            self._connection.execute(MOVE_HEAD, {"of": self.workshop, "to": head})
        self.head = head

    def _seal(self, records: Sequence[Record]) -> None:
        boxes: dict[str, list[SealedBallot]] = {poll: [] for record in records for poll in record.shuffled}
        for record in records:
            for ballot in record.sealed:
                boxes.setdefault(ballot.poll, []).append(ballot)
        for poll, added in boxes.items():
            ballots.shake(self._connection, self.workshop, poll, added)

    def _change(self, record: Record) -> dict[str, Any]:
        return {
            "workshop": self.workshop,
            "seq": record.seq,
            "at": record.at,
            "actor": record.actor,
            "command": record.command,
            "put": rows.array(journal for _, _, _, journal in record.put),
            "drop": rows.array_of_ids(list(record.drop)),
            "schema": tables.SCHEMA,
        }

    def _many(self, statement: Insert | Delete, values: list[dict[str, Any]]) -> None:
        """Straight to the driver: SQLAlchemy would spend more on each row's parameters than SQLite on keeping it."""
        if values:
            self._connection.exec_driver_sql(_sql(statement, self._connection.dialect), values)

    def _upsert(self, table: Table) -> Insert:
        return UPSERT[table.name, self._connection.dialect.name]


@cache
def _sql(statement: Insert | Delete, dialect: Dialect) -> str:
    return str(statement.compile(dialect=dialect))


def _upserting(table: Table, dialect: Any) -> Insert:
    statement = dialect.insert(table)
    key = list(table.primary_key)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column not in key}
    result: Insert = statement.on_conflict_do_update(index_elements=key, set_=others)
    return result


_w, _e, _d = tables.workshop.c, tables.entity.c, tables.due.c
_of: BindParameter[Any] = bindparam("of")
_gone: BindParameter[Any] = bindparam("gone")
ADD_CHANGE = insert(tables.change)
ADD_UPDATE = insert(tables.document_update)
ADD_COMMAND = insert(tables.command)
DROP = delete(tables.entity).where(_e.workshop == _of, _e.id == _gone)
DONE = delete(tables.due).where(_d.workshop == _of, _d.id == _gone, _d.at == bindparam("at"))
# From now on no earlier version reads it.
MOVE_HEAD = update(tables.workshop).where(_w.id == _of).values(head=bindparam("to"), schema=tables.SCHEMA)
UPSERT = {
    (table.name, name): _upserting(table, dialect)
    for table in (tables.entity, tables.due)
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
