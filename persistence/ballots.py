"""The boxes of secret polls: ballots without person, time or order, shaken whenever one is put in."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, text

from persistence import tables
from rooms.activities.poll import SealedBallot
from rooms.activities.tally import Answer
from rooms.ids import PollId, WorkshopId

_b = tables.sealed_ballot.c
_of = (_b.workshop == bindparam("of"), _b.poll == bindparam("cast_in"))
BODIES = select(_b.body).where(*_of)
EMPTY = delete(tables.sealed_ballot).where(*_of)
_chance = random.SystemRandom()
_answer = msgspec.json.Decoder(Answer)


def read(connection: Connection, workshop: WorkshopId, poll: str) -> list[SealedBallot]:
    """All that lie in a box, in no order."""
    bodies = list(connection.execute(BODIES, {"of": workshop, "cast_in": poll}).scalars())
    _chance.shuffle(bodies)
    return [SealedBallot(poll=PollId(poll), answer=_answer.decode(body)) for body in bodies]


def shake(connection: Connection, workshop: WorkshopId, poll: str, added: Iterable[SealedBallot]) -> None:
    """Put ballots into a box, and lay all that are in it anew, under other ids and in another order.

    A row merely added would be known by its place in the file (SQLite) or by its transaction (PostgreSQL's xmin and
    ctid), and these stand beside the change that says who voted.
    """
    everything = [*read(connection, workshop, poll), *added]
    _chance.shuffle(everything)
    connection.execute(EMPTY, {"of": workshop, "cast_in": poll})
    if everything:
        connection.execute(insert(tables.sealed_ballot), [_row(workshop, poll, ballot) for ballot in everything])


def burn(connection: Connection, workshop: WorkshopId) -> None:
    """All the ballots of a workshop, once its polls are counted and its rolls gone."""
    connection.execute(delete(tables.sealed_ballot).where(_b.workshop == workshop))


def wipe(engine: Engine) -> bool:
    """Take off the disk what the boxes were before they were last shaken. False when it must be tried again.

    The log of SQLite holds old pages until it is cut, which readers can keep one from; PostgreSQL leaves rows that were
    deleted where they were. What PostgreSQL's own log has said stays there until it is recycled.
    """
    if engine.dialect.name == "sqlite":
        pooled = engine.raw_connection()
        try:
            is_blocked, _, _ = pooled.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not is_blocked
        finally:
            pooled.close()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM FULL sealed_ballot"))
    return True


def _row(workshop: WorkshopId, poll: str, ballot: SealedBallot) -> dict[str, Any]:
    body = msgspec.json.encode(ballot.answer).decode()
    return {"workshop": workshop, "poll": poll, "id": secrets.token_hex(10), "body": body}
