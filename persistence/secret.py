"""The installation's secret: made up once, kept in the database, so that links outlive restarts and processes agree."""

from __future__ import annotations

import secrets

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from persistence.engine import reading, writing
from persistence.failures import Unwritable, busy_when_it_fails
from persistence.tables import setting

KEY = "secret"


def secret(engine: Engine) -> str:
    """256 bits in hexadecimal, the same for every process of this database."""
    found = _kept(engine)
    if found is None:
        try:
            with writing(engine) as connection:
                connection.execute(insert(setting), {"key": KEY, "value": secrets.token_hex(32)})
        except Unwritable as error:
            # Another process has just made one.
            if not isinstance(error.__cause__, IntegrityError):
                raise
        found = _kept(engine)
    assert found is not None
    return found


def _kept(engine: Engine) -> str | None:
    with busy_when_it_fails(), reading(engine).begin() as connection:
        return connection.execute(select(setting.c.value).where(setting.c.key == KEY)).scalar_one_or_none()
