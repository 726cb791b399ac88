"""A process of its own writes the minutes of what a database holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from rooms.ids import WorkshopId
from tests.persistence.test_archive import WORKSHOP, keep
from tests.sample import closed
from web.minutes import Format, MinutesFailed, render


@pytest.mark.parametrize(("format", "begins"), [(Format.MARKDOWN, b"# R"), (Format.HTML, b"<!doctype html>")])
async def test_minutes_are_written_from_the_database(
    engine: Engine, database_url: str, format: Format, begins: bytes
) -> None:
    keep(engine, closed())
    written = await render(database_url, WORKSHOP, format)
    assert written.startswith(begins)
    assert "Bilal Bensaïd".encode() in written
    assert "Présence".encode() in written


async def test_they_come_in_the_language_asked_for_and_without_names(engine: Engine, database_url: str) -> None:
    keep(engine, closed())
    written = (await render(database_url, WORKSHOP, Format.MARKDOWN, "ar", names=False)).decode()
    assert "الحضور" in written
    assert "Bilal" not in written


async def test_a_failure_says_why(migrated_sqlite: Path) -> None:
    with pytest.raises(MinutesFailed, match="UnknownWorkshop"):
        await render(f"sqlite:///{migrated_sqlite}", WorkshopId("nowhere"), Format.HTML)


async def test_a_pdf_is_made_at_any_moment(engine: Engine, database_url: str) -> None:
    """Its date has seconds, and no parts of them."""
    keep(engine, closed())
    assert (await render(database_url, WORKSHOP, Format.PDF, now_ms=1_779_373_800_123)).startswith(b"%PDF")
