"""What staff did in the studio and what they took out of it, for a year: ids alone, no name and no text."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails

KEPT_DAYS = 365
KEPT_MS = KEPT_DAYS * 24 * 3_600_000


@dataclass(frozen=True, slots=True)
class Act:
    """`id` is in the order of time; `about` is the id of what it was about, or empty."""

    id: str
    at: int
    who: str
    act: str
    about: str


class Acts:
    """Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def add(self, at: int, who: str, act: str, about: str) -> None:
        row = {"id": f"{at:015}-{secrets.token_hex(4)}", "at": at, "who": who, "act": act, "object": about}
        with writing(self._writing) as connection:
            connection.execute(insert(tables.act), row)

    def latest(self, most: int, before: str | None = None) -> list[Act]:
        """The newest first; those of before one of them."""
        of = tables.act.c
        rows = select(tables.act).order_by(of.id.desc()).limit(most)
        if before is not None:
            rows = rows.where(of.id < before)
        with busy_when_it_fails(), self._reading.begin() as connection:
            return [Act(**row) for row in connection.execute(rows.with_only_columns(*COLUMNS)).mappings()]

    def forget(self, now: int) -> None:
        """What has been kept for its time, who was shut out before all of it, sessions and attempts that are over."""
        colleague = tables.colleague.c
        with writing(self._writing) as connection:
            for over in (tables.studio_session, tables.sign_in):
                connection.execute(delete(over).where(over.c.expires_at <= now))
            connection.execute(delete(tables.act).where(tables.act.c.at <= now - KEPT_MS))
            connection.execute(delete(tables.colleague).where(colleague.revoked_at <= now - KEPT_MS))


COLUMNS = (
    tables.act.c.id,
    tables.act.c.at,
    tables.act.c.who,
    tables.act.c.act,
    tables.act.c.object.label("about"),
)
