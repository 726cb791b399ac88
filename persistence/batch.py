"""Many accepted commands in one transaction, which holds their workshop's row from its first moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from persistence import ballots, minutes, rows, sessions, tables
from persistence.documents import reseed
from persistence.failures import FAULTY_ROWS, Unwritable, busy_when_it_fails, commit_failure
from persistence.forgetting import forget
from persistence.keeping import Rows
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
        kept = Rows(self.workshop, self.head)
        for record in records:
            if record.seq is not None:
                assert record.seq == kept.head + 1, "the seq of a workshop has no holes"
                kept.head = record.seq
                kept.changes.append(self._change(record))
            kept.documents.extend({"workshop": self.workshop, **written._asdict()} for written in record.written())
            for id, type, whole, _ in record.put:
                row = {"workshop": self.workshop, "id": id, "type": type, "rev": kept.head, "body": whole.decode()}
                kept.entities[id] = row
            kept.entities.update(dict.fromkeys(record.drop))
            if record.key is not None:
                kept.commands.append({"workshop": self.workshop, "key": record.key, "seq": kept.head, "at": record.at})
            if record.done is not None:
                kept.done.append({"of": self.workshop, "gone": record.done.id, "at": record.done.at})
            for due in record.dues:
                command = msgspec.json.encode(due.command).decode()
                kept.dues.append({"workshop": self.workshop, "id": due.id, "at": due.at, "command": command})
        kept.keep(self._connection)
        self.head = kept.head
        self._seal(records)
        # With what was written in the same batch in it.
        for record in records:
            if record.forget is not None:
                self._forget(record.forget, record.at)

    def _forget(self, what: Forget, at: int) -> None:
        forget(self._connection, self.workshop, what, at)
        minutes.forget(self._connection, self.workshop, what)
        sessions.forget(self._connection, self.workshop, what)
        self.epoch = what.epoch
        if what.texts or what.authors:
            reseed(self._connection, self.workshop, None if what.texts else what.authors)

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
