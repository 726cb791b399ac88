"""A workshop as one file that anybody can open and any installation can read back."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from persistence.archive.reading import Limits, import_
from persistence.archive.refusals import ArchiveRefused
from persistence.archive.writing import export
from persistence.engine import open_engine
from rooms.ids import WorkshopId

__all__ = ["ArchiveRefused", "ImportJob", "Imported", "Job", "Limits", "export", "import_", "run", "run_import"]


class Job(Struct, frozen=True, kw_only=True, tag_field="job", tag="export"):
    """An export for a process of its own: `python -m persistence.archive` with this as JSON on standard input."""

    database: str
    files: str
    workshop: WorkshopId
    out: str
    now_ms: int
    public: bool = False


class ImportJob(Struct, frozen=True, kw_only=True, tag_field="job", tag="import"):
    """An import likewise; what came of it is said as JSON on standard output."""

    database: str
    files: str
    archive: str


class Imported(Struct, frozen=True, kw_only=True):
    """`refused` is the code of an ArchiveRefused where there is no workshop."""

    workshop: WorkshopId | None = None
    refused: str | None = None


def run_import(job: ImportJob) -> Imported:
    """Raises Busy, UnknownOutcome."""
    engine = open_engine(job.database)
    try:
        return Imported(workshop=import_(engine, Path(job.files), Path(job.archive)))
    except ArchiveRefused as refused:
        return Imported(refused=refused.code)
    finally:
        engine.dispose()


def run(job: Job) -> None:
    """Raises UnknownWorkshop, NewerSchema, Busy."""
    engine = open_engine(job.database)
    try:
        export(engine, Path(job.files), job.workshop, Path(job.out), now_ms=job.now_ms, public=job.public)
    finally:
        engine.dispose()
