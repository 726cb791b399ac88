"""What can go wrong between us and the database, in the few words that callers act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError, TimeoutError

FAULTY_ROWS = (IntegrityError, DataError, ProgrammingError)


class NotWritten(Exception):
    """Nothing was written."""


class Busy(NotWritten):
    """The database is locked, full or gone: the same may succeed later."""


class Unwritable(NotWritten):
    """The database refuses these very rows, now and later: a bug of whoever made them."""


class UnknownOutcome(Exception):
    """The commit may or may not have happened: only reading again tells."""


class UnknownWorkshop(Exception):
    """There is none with this id."""


class Rewritten(Exception):
    """Something was forgotten since it was read: to be read again."""


class NewerSchema(Exception):
    """The rows were written by a later version, whose fields this one would lose."""


@contextmanager
def busy_when_it_fails() -> Iterator[None]:
    """Locked, full, gone and overcrowded become Busy, also as the driver itself says it; faults in our own statements
    stay what they are."""
    try:
        yield
    except FAULTY_ROWS:
        raise
    except (DBAPIError, TimeoutError, sqlite3.OperationalError) as error:
        raise Busy(str(error)) from error


def commit_failure(error: SQLAlchemyError) -> Busy | UnknownOutcome:
    """Busy only when the database itself has said that it did not commit."""
    refused = isinstance(error, DBAPIError) and _is_refusal(error.orig)
    return Busy(str(error)) if refused else UnknownOutcome(str(error))


def _is_refusal(error: BaseException | None) -> bool:
    if isinstance(error, sqlite3.Error):
        # An error of fsync is no refusal: the commit may stand in the file.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL)
    if isinstance(error, psycopg.Error) and error.sqlstate:
        # Lost connections, shutdowns and failures of the server's own disk leave the outcome open.
        return error.sqlstate[:2] not in ("08", "57", "58", "XX")
    return False
