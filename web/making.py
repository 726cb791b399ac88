"""Minutes made by processes of their own, a few at a time, and whoever waits for them told how far they are."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from starlette.responses import Response, StreamingResponse

from facilitation.minutes import Document
from facilitation.minutes.versions import Version
from persistence.failures import Rewritten
from persistence.minutes import Facts
from rooms.ids import WorkshopId
from web import minutes
from web.answers import refused_by
from web.minutes.job import Format, Job, Progress, Stage
from web.turns import Turns

Tell = Callable[[Progress], None]


class Making:
    """What makes minutes of a database. Everything raises Refused("busy") when too many wait already."""

    def __init__(self, database: str, turns: Turns, now: Callable[[], int]) -> None:
        self._database = database
        self._turns = turns
        self._now = now

    async def keep_facts(
        self, workshop: WorkshopId, language: str, names: bool, keep: Callable[[Facts], Version], tell: Tell
    ) -> Version:
        """They are read again when something was forgotten while they were made: it would come back."""
        while True:
            facts = await self._facts(workshop, language, names, tell)
            with suppress(Rewritten):
                return await asyncio.to_thread(keep, facts)

    async def _facts(self, workshop: WorkshopId, language: str, names: bool, tell: Tell) -> Facts:
        files = await self._made(self._job(workshop, (Format.JSON,), language=language, names=names), tell)
        document = msgspec.json.decode(files[Format.JSON], type=Document)
        return Facts(document, int(files["head"]), files["epoch"].decode())

    async def print(
        self, workshop: WorkshopId, formats: tuple[Format, ...], document: Document, tell: Tell = minutes.silent
    ) -> Mapping[str, bytes]:
        """The files of a document, by format."""
        return await self._made(self._job(workshop, formats, document=document), tell)

    def _job(self, workshop: WorkshopId, formats: tuple[Format, ...], **what: Any) -> Job:
        return Job(database=self._database, workshop=workshop, folder="", formats=formats, now_ms=self._now(), **what)

    async def _made(self, job: Job, tell: Tell) -> Mapping[str, bytes]:
        tell(Progress(Stage.WAITING))
        async with self._turns:
            with tempfile.TemporaryDirectory(prefix="palabre-minutes-") as folder:
                await minutes.run(msgspec.structs.replace(job, folder=folder), tell)
                return await asyncio.to_thread(read, Path(folder))


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def streamed(work: Callable[[Tell], Awaitable[Any]]) -> Response:
    """A line of JSON for each piece of news, the last of them what came out: nobody waits without a word."""

    async def lines() -> AsyncIterator[bytes]:
        news: asyncio.Queue[Progress | None] = asyncio.Queue()
        task = asyncio.ensure_future(work(news.put_nowait))
        task.add_done_callback(lambda _: news.put_nowait(None))
        try:
            while (progress := await news.get()) is not None:
                yield msgspec.json.encode({"progress": progress}) + b"\n"
            yield msgspec.json.encode(outcome(task)) + b"\n"
        finally:
            task.cancel()

    return StreamingResponse(lines(), media_type="application/jsonl")


def outcome(task: asyncio.Future[Any]) -> dict[str, Any]:
    error = task.exception()
    if error is None:
        return {"done": task.result()}
    if not isinstance(error, Exception):
        raise error
    refused = refused_by(error)
    return {"refused": {"code": refused.code, "details": refused.details}}
