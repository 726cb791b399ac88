"""Minutes as files: Markdown and HTML, written by a process of their own so that no server waits for them."""

from __future__ import annotations

import asyncio
import sys
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from facilitation.minutes import build
from persistence.engine import open_engine
from persistence.history import remembered
from rooms.agenda import Workshop
from rooms.ids import WorkshopId
from web.languages import DEFAULT, Catalogues, known
from web.minutes.html import CONTENT_SECURITY_POLICY, html
from web.minutes.markdown import markdown

__all__ = ["CONTENT_SECURITY_POLICY", "Format", "Job", "MinutesFailed", "render", "write"]

LOCALES = Path(__file__).parents[1] / "locales"


class Format(StrEnum):
    MARKDOWN = "md"
    HTML = "html"


class Job(Struct, frozen=True):
    """Handed over on standard input: the address of a database may hold a password, and arguments are seen by all.

    `language` is the workshop's own when None.
    """

    database: str
    workshop: WorkshopId
    format: Format
    language: str | None = None
    names: bool = True


class MinutesFailed(Exception):
    """What the process that wrote them said last."""


async def render(
    database_url: str, workshop: WorkshopId, format: Format, language: str | None = None, names: bool = True
) -> bytes:
    """The file's bytes, UTF-8. Raises MinutesFailed."""
    job = Job(database_url, workshop, Format(format), language, names)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "web.minutes",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        written, said = await process.communicate(msgspec.json.encode(job))
    except asyncio.CancelledError:
        process.kill()
        raise
    if process.returncode != 0:
        raise MinutesFailed(said.decode(errors="replace").strip())
    return written


def write(job: Job) -> bytes:
    """Raises UnknownWorkshop, NewerSchema, Busy."""
    engine = open_engine(job.database)
    try:
        state, changes = remembered(engine, job.workshop)
    finally:
        engine.dispose()
    wished = job.language or next(state.all(Workshop)).language
    words = Catalogues(LOCALES, "minutes")[known(wished) or DEFAULT]
    document = build(state, changes, words, words.language, job.names)
    text = html(document, words) if job.format is Format.HTML else markdown(document, words("minutes-made"))
    return text.encode()
