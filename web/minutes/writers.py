"""What the writing process does: read the workshop, and write the document in every format asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from facilitation.minutes import Document, build, encoded
from persistence.engine import open_engine
from persistence.history import remembered
from persistence.minutes import Facts
from rooms.agenda import Workshop
from web.languages import DEFAULT, Catalogues, known
from web.minutes.html import html
from web.minutes.job import Format, Job, Progress, Stage, silent
from web.minutes.markdown import markdown
from web.minutes.opendocument import opendocument
from web.minutes.pdf import charts, pdf
from web.minutes.word import word

LOCALES = Path(__file__).parents[1] / "locales"


@cache
def catalogues() -> Catalogues:
    """Read once: it takes as long as writing one of the shorter formats."""
    return Catalogues(LOCALES, "minutes", "order")


def written(document: Document, format: Format, made_at: datetime) -> bytes:
    words = catalogues()[document.language]
    match format:
        case Format.PDF:
            return pdf(document, words, made_at)
        case Format.DOCX:
            return word(document, words, made_at, charts(document, words))
        case Format.ODT:
            return opendocument(document, words, made_at, charts(document, words))
        case Format.HTML:
            return html(document, words).encode()
        case Format.MARKDOWN:
            return markdown(document, words).encode()
        case Format.JSON:
            return encoded(document)


def write(job: Job, tell: Callable[[Progress], None] = silent) -> None:
    """Raises UnknownWorkshop, NewerSchema, Busy."""
    steps = 1 + len(job.formats)
    tell(Progress(Stage.READING, 0, steps))
    document = job.document
    if document is None:
        facts = facts_of(job)
        document = facts.document
        (Path(job.folder) / "head").write_text(str(facts.head))
        (Path(job.folder) / "epoch").write_text(facts.epoch)
    for done, format in enumerate(job.formats, 1):
        tell(Progress(Stage.WRITING, done, steps, format))
        made = written(document, format, datetime.fromtimestamp(job.now_ms // 1000, UTC))
        (Path(job.folder) / format.value).write_bytes(made)


def facts_of(job: Job) -> Facts:
    """From the workshop's journal and what it is now."""
    engine = open_engine(job.database)
    try:
        state, changes, epoch = remembered(engine, job.workshop)
    finally:
        engine.dispose()
    wished = job.language or next(state.all(Workshop)).language
    words = catalogues()[known(wished) or DEFAULT]
    return Facts(build(state, changes, words, words.language, job.names), state.head, epoch)
