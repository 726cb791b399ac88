"""Letters that are still to be sent. A row is written with what it is about, and goes when the letter has gone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, delete, exists, func, insert, select, update

from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails

LEASE_MS = 120_000
"""Whoever takes a letter has so long to send it; then another process takes it up."""
AT_ONCE = 4
"""Few enough that a slow server takes them within that time: whoever took them up too would send them twice."""
KEPT_MS = 7 * 24 * 3_600_000
"""How long it is known that a letter was given up."""
WAITS_MS = (30_000, 120_000, 600_000, 1_800_000, 3_600_000)
"""After each failure; after the last of them again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """`only_colleagues`: to anybody else it is not sent, and nobody can tell. Times are epoch milliseconds."""

    address: str
    subject: str
    text: str
    html: str
    language: str
    until: int
    only_colleagues: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A letter in hand, and how often it was tried before."""

    id: str
    letter: Letter
    tries: int


@dataclass(frozen=True, slots=True)
class Queue:
    """`oldest_at` is when the one that waits longest was written."""

    waiting: int
    failing: int
    given_up: int
    oldest_at: int | None


def post(connection: Connection, letter: Letter, at: int) -> None:
    """Within the transaction of whoever writes it."""
    row = {
        "id": secrets.token_hex(8),
        "address": letter.address,
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
        "language": letter.language,
        "only_colleagues": int(letter.only_colleagues),
        "created_at": at,
        "due_at": at,
        "until": letter.until,
        "tries": 0,
    }
    connection.execute(insert(tables.mail), row)


class Outbox:
    """Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def take(self, now: int) -> list[Taken]:
        """What is due, now this process's to send. What nobody is to get is dropped."""
        of = tables.mail.c
        with writing(self._writing) as connection:
            self._tidy(connection, now)
            due = (
                select(tables.mail)
                .where(of.due_at <= now, of.failed_at.is_(None))
                .order_by(of.due_at, of.id)
                .limit(AT_ONCE)
                .with_for_update(skip_locked=True)
            )
            found = list(connection.execute(due).mappings())
            for row in found:
                connection.execute(update(tables.mail).where(of.id == row["id"]).values(due_at=now + LEASE_MS))
        return [
            Taken(
                row["id"],
                Letter(
                    address=row["address"],
                    subject=row["subject"],
                    text=row["text"],
                    html=row["html"],
                    language=row["language"],
                    until=row["until"],
                    only_colleagues=bool(row["only_colleagues"]),
                ),
                row["tries"],
            )
            for row in found
        ]

    def sent(self, id: str) -> None:
        with writing(self._writing) as connection:
            connection.execute(delete(tables.mail).where(tables.mail.c.id == id))

    def put_off(self, taken: Taken, now: int) -> None:
        """Until later, by and by less often; or given up, when it would come too late."""
        due_at = now + WAITS_MS[min(taken.tries, len(WAITS_MS) - 1)]
        if due_at >= taken.letter.until:
            self.give_up(taken.id, now)
            return
        with writing(self._writing) as connection:
            row = update(tables.mail).where(tables.mail.c.id == taken.id)
            connection.execute(row.values(tries=taken.tries + 1, due_at=due_at))

    def give_up(self, id: str, now: int) -> None:
        with writing(self._writing) as connection:
            self._give_up(connection, tables.mail.c.id == id, now)

    def queue(self) -> Queue:
        of = tables.mail.c
        waits = of.failed_at.is_(None)
        counts = select(
            func.count().filter(waits),
            func.count().filter(waits, of.tries > 0),
            func.count().filter(of.failed_at.is_not(None)),
            func.min(of.created_at).filter(waits),
        ).select_from(tables.mail)
        with busy_when_it_fails(), self._reading.begin() as connection:
            return Queue(*connection.execute(counts).one())

    def _tidy(self, connection: Connection, now: int) -> None:
        of, colleague = tables.mail.c, tables.colleague.c
        known = exists().where(colleague.email == of.address, colleague.revoked_at.is_(None))
        connection.execute(delete(tables.mail).where(of.only_colleagues == 1, of.failed_at.is_(None), ~known))
        connection.execute(delete(tables.mail).where(of.failed_at <= now - KEPT_MS))
        self._give_up(connection, (of.until <= now) & of.failed_at.is_(None), now)

    def _give_up(self, connection: Connection, which: ColumnElement[bool], now: int) -> None:
        blank = {"address": "", "subject": "", "text": "", "html": ""}
        connection.execute(update(tables.mail).where(which).values(failed_at=now, **blank))
