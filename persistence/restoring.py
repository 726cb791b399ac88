"""After a database was put back to an earlier state: what browsers have seen since is no part of it any more."""

from __future__ import annotations

import secrets

from sqlalchemy import Engine, select, update

from persistence import tables
from persistence.engine import writing


def begin_again(engine: Engine) -> int:
    """Every workshop goes on under another epoch, so that nobody is told the rest of what is gone. Returns how many."""
    id = tables.workshop.c.id
    with writing(engine) as connection:
        found = connection.execute(select(id)).scalars().all()
        for workshop in found:
            epoch = secrets.token_hex(8)
            connection.execute(update(tables.workshop).where(id == workshop).values(epoch=epoch))
    return len(found)
