"""Having minutes written by a process of its own, which says how far it is. What writes them is not loaded here."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from facilitation.minutes import Document
from rooms.ids import WorkshopId


class Format(StrEnum):
    """`json` is the document itself, which the checksum printed in the others is of."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]


MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.HTML: "text/html",
    Format.MARKDOWN: "text/markdown",
    Format.JSON: "application/json",
}


class Job(Struct, frozen=True, kw_only=True):
    """Handed over on standard input: the address of a database may hold a password, and arguments are seen by all.

    `language` is the workshop's own when None. With a `document` nothing is read: it is printed as it is.
    """

    database: str
    workshop: WorkshopId
    folder: str
    """Where the files are written, each named after its format; and `head` and `epoch`, of the moment that was read."""
    formats: tuple[Format, ...]
    now_ms: int
    language: str | None = None
    names: bool = True
    document: Document | None = None


class Stage(StrEnum):
    WAITING = "waiting"  # for others' to be done
    READING = "reading"
    WRITING = "writing"


class Progress(Struct, frozen=True):
    """`done` of `of` steps; `format` is the one written now."""

    stage: Stage
    done: int = 0
    of: int = 0
    format: Format | None = None


class MinutesFailed(Exception):
    """What the process that wrote them said last."""


def silent(progress: Progress) -> None:
    pass


async def run(job: Job, tell: Callable[[Progress], None] = silent) -> None:
    """Raises MinutesFailed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "web.minutes",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        process.stdin.write(msgspec.json.encode(job))
        process.stdin.close()
        said = asyncio.ensure_future(process.stderr.read())
        async for line in process.stdout:
            tell(msgspec.json.decode(line, type=Progress))
        await process.wait()
    except asyncio.CancelledError:
        with suppress(ProcessLookupError):
            process.kill()
        raise
    if process.returncode != 0:
        raise MinutesFailed((await said).decode(errors="replace").strip())


async def render(
    database_url: str,
    workshop: WorkshopId,
    format: Format,
    language: str | None = None,
    names: bool = True,
    now_ms: int = 0,
) -> bytes:
    """The bytes of one file. Raises MinutesFailed."""
    with tempfile.TemporaryDirectory(prefix="palabre-minutes-") as folder:
        await run(
            Job(
                database=database_url,
                workshop=workshop,
                folder=folder,
                formats=(format,),
                now_ms=now_ms,
                language=language,
                names=names,
            )
        )
        return await asyncio.to_thread((Path(folder) / format.value).read_bytes)
