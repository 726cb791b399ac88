"""How the installation is doing, for administrators: what serves, what it leans on, what waits."""

from __future__ import annotations

import asyncio
import logging
import os
import platform
import shutil
import time
from importlib.metadata import version
from pathlib import Path

import msgspec
from redis.asyncio import Redis
from redis.exceptions import RedisError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.staff import StaffRole
from media.host import Media, Worker
from persistence.beats import Beats
from persistence.failures import NotWritten, UnknownOutcome
from persistence.outbox import Outbox
from persistence.studio import Kept
from realtime.lag import Lag
from realtime.server import Server
from web.answers import json
from web.house import House
from web.purging import PURGED
from web.studio.doors import StudioDoors
from web.studio.messages import DatabaseShown, DiskShown, MailShown, ProcessBeat, ProcessLive, StatusShown

BEAT_S = 20.0
PATIENCE_S = 2.0
log = logging.getLogger(__name__)


class Beating:
    """This process's sign of life."""

    def __init__(self, house: House, server: Server, lag: Lag) -> None:
        self._beats = Beats(house.engine)
        self._server = server
        self._lag = lag
        self._now = house.now
        self._id = f"{platform.node()}-{os.getpid()}"
        self._since = house.now()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self.beat()
            await asyncio.sleep(BEAT_S)

    async def beat(self) -> None:
        """One that cannot be written is followed by the next."""
        try:
            await asyncio.to_thread(self._beats.give, self._id, self._now(), self._said())
        except (NotWritten, UnknownOutcome):
            log.warning("the database does not answer")

    async def stop(self) -> None:
        try:
            await asyncio.to_thread(self._beats.stop, self._id)
        except (NotWritten, UnknownOutcome):
            log.warning("the database does not answer")

    def _said(self) -> str:
        live = self._server.gateway.live.values()
        beat = ProcessBeat(
            since=self._since,
            version=version("palabre"),
            people=sum(len(each.telling.people) for each in live),
            workshops=len(live),
            lag_ms=round(self._lag.worst_s * 1000),
        )
        return msgspec.json.encode(beat).decode()


class StatusDesk:
    def __init__(self, house: House, doors: StudioDoors, media: Media | None) -> None:
        self._house = house
        self._doors = doors
        self._media = media
        self._beats = Beats(house.engine)
        self._outbox = Outbox(house.engine)
        self._purged = Kept(house.engine, PURGED)

    def routes(self) -> list[BaseRoute]:
        return [Route("/api/studio/status", self.status, methods=["GET"])]

    async def status(self, request: Request) -> Response:
        await self._doors.staff(request, StaffRole.ADMINISTRATOR)
        settings = self._house.settings
        began = time.perf_counter()
        beats = await asyncio.to_thread(self._beats.all, self._house.now())
        took_ms = (time.perf_counter() - began) * 1000
        queue = await asyncio.to_thread(self._outbox.queue)
        purged = await asyncio.to_thread(self._purged.read)
        status = StatusShown(
            version=version("palabre"),
            python=platform.python_version(),
            processes=tuple(live(id, at, body) for id, at, body in beats),
            database=DatabaseShown(kind=self._house.engine.dialect.name, answers_ms=round(took_ms, 1)),
            redis=await answers(settings.redis) if settings.redis else None,
            media=stands(self._media),
            mail=MailShown(
                server=settings.mail.host or None,
                waiting=queue.waiting,
                failing=queue.failing,
                given_up=queue.given_up,
                oldest_at=queue.oldest_at,
            ),
            disk=await asyncio.to_thread(disk, settings.data),
            purged_at=int(purged) if purged else None,
        )
        return json(status)


def live(id: str, at: int, body: str) -> ProcessLive:
    beat = msgspec.json.decode(body, type=ProcessBeat)
    return ProcessLive(id=id, at=at, **msgspec.structs.asdict(beat))


async def answers(url: str) -> bool:
    redis = Redis.from_url(url, socket_connect_timeout=PATIENCE_S, socket_timeout=PATIENCE_S)
    try:
        return bool(await redis.ping())
    except (RedisError, OSError):
        return False
    finally:
        await redis.aclose()


def stands(media: Media | None) -> bool | None:
    """None where there are no voices."""
    if media is None:
        return None
    return media.is_there if isinstance(media, Worker) else True


def disk(folder: Path) -> DiskShown:
    usage = shutil.disk_usage(folder)
    return DiskShown(free=usage.free, total=usage.total)
