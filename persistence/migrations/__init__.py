"""Brings a database to the tables of this version, step by numbered step."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from persistence.engine import open_engine

LOCK = 7_046_029_254
"""Two processes that start together migrate one after the other. Any number will do on PostgreSQL."""


def migrate(url: str) -> None:
    """All in one transaction: a migration that fails leaves the database as it was."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            upgrade(connection)
    finally:
        engine.dispose()


def upgrade(connection: Connection, to: str = "head") -> None:
    # SQLite holds its one writer's lock since BEGIN IMMEDIATE.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    command.upgrade(_config(connection), to)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
