"""A workshop as one file that anybody can open and any installation can read back."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from persistence.archive.reading import Limits, import_
from persistence.archive.refusals import ArchiveRefused
from persistence.archive.writing import export
from persistence.engine import open_engine
from rooms.ids import WorkshopId

__all__ = ["ArchiveRefused", "Job", "Limits", "export", "import_", "run"]


class Job(Struct, frozen=True, kw_only=True):
    """An export for a process of its own: `python -m persistence.archive` with this as JSON on standard input."""

    database: str
    files: str
    workshop: WorkshopId
    out: str
    now_ms: int
    public: bool = False


def run(job: Job) -> None:
    """Raises UnknownWorkshop, NewerSchema, Busy."""
    engine = open_engine(job.database)
    try:
        export(engine, Path(job.files), job.workshop, Path(job.out), now_ms=job.now_ms, public=job.public)
    finally:
        engine.dispose()
