"""How long the hall takes to leave as an archive, beside those who go on writing, and to come in elsewhere."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from bench.figures import Figures, share
from bench.hall import ID, Hall
from bench.minutes import SENDERS, beside
from persistence import migrate
from persistence.archive import Imported, ImportJob, Job
from persistence.engine import open_engine
from persistence.journal import Journal
from web.exports import pack
from web.settings import Settings


async def run(figures: Figures, folder: Path) -> None:
    figures.title("archive: the hall out, in a process beside a gateway that people write through, and in elsewhere")
    hall = Hall(folder)
    await hall.build(in_groups=True)
    settings = hall.house.settings
    out = folder / "hall.zip"
    job = Job(database=settings.database, files=str(settings.files), workshop=ID, out=str(out), now_ms=hall.house.now())
    kept = len(hall.live.state.entities)
    began = time.monotonic()
    waits = await beside(hall, packed(job))
    took = time.monotonic() - began
    await hall.house.close()
    bare = await asyncio.to_thread(zipped, folder / "palabre.sqlite3", folder / "bare.zip")
    figures.at_most("written in", took, 10, "s")
    figures.tell("the database's file zipped in", bare, "s")
    figures.tell("beside it", took / bare, "times")
    figures.tell("size", out.stat().st_size / 1024, "KiB")
    figures.at_most(f"acknowledged within, {SENDERS} senders, meanwhile, p95", share(waits, 0.95) * 1000, 50, "ms")
    await come_in(figures, replace(settings, data=folder / "elsewhere"), out, kept)


async def come_in(figures: Figures, settings: Settings, archive: Path, most: int) -> None:
    settings.files.mkdir(parents=True)
    database = f"sqlite:///{settings.data / 'palabre.sqlite3'}"
    migrate(database)
    began = time.monotonic()
    answer = await pack(ImportJob(database=database, files=str(settings.files), archive=str(archive)))
    took = time.monotonic() - began
    assert msgspec.json.decode(answer, type=Imported).workshop == ID
    engine = open_engine(database)
    loaded = len(Journal(engine).load(ID).entities)
    engine.dispose()
    figures.at_most("checked and taken in, with breaths for others, in", took, 20, "s")
    figures.at_least("entities", loaded, most)


async def packed(job: Job) -> None:
    await pack(job)


def zipped(file: Path, out: Path) -> float:
    """In seconds: what packing as many bytes costs by itself."""
    began = time.monotonic()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.write(file)
    return time.monotonic() - began
