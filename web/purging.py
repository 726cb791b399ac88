"""Keeping promises by the hour: data whose time is over goes, and what was forgotten leaves the files too."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from facilitation.founding import CloseWorkshop
from facilitation.groups import CloseGroups
from facilitation.retention import DAY_MS, PurgeData
from facilitation.workshop import decode_due
from persistence.acts import Acts
from persistence.journal import Busy
from persistence.purging import idle, unnamed
from persistence.studio import Kept
from rooms.agenda import Groups, Workshop
from rooms.deciding import SYSTEM
from rooms.ids import WorkshopId
from rooms.retention import Purge
from web.house import House

EACH_S = 3600.0
IDLE_MS = 180 * DAY_MS
"""A workshop that nobody closes is closed so long after the last thing that happened in it."""
UNNAMED_MS = DAY_MS
SWEEP_MS = DAY_MS
"""Free space is swept while nobody is here, and after so long whoever is."""
PURGED = "purged-at"
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Purged:
    """What one round has done."""

    closed: list[WorkshopId]
    data: list[tuple[WorkshopId, Purge]]
    files: int
    is_swept: bool


async def purge(house: House, is_calm: bool = True) -> Purged:
    """Raises Busy."""
    closed = [id for id in await asyncio.to_thread(idle, house.engine, house.now() - IDLE_MS) if await close(house, id)]
    data = [found async for found in due(house)]
    files = await asyncio.to_thread(unlink_unnamed, house)
    since = await asyncio.to_thread(house.journal.unswept_since)
    is_time = since is not None and (is_calm or house.now() - since >= SWEEP_MS)
    is_swept = await asyncio.to_thread(house.journal.sweep) if is_time else since is None
    await asyncio.to_thread(Acts(house.engine).forget, house.now())
    await asyncio.to_thread(Kept(house.engine, PURGED).write, str(house.now()))
    return Purged(closed, data, files, is_swept)


async def close(house: House, id: WorkshopId) -> bool:
    live = await house.gateway.open(id)
    if any(workshop.groups is not Groups.CLOSED for workshop in live.state.all(Workshop)):
        await house.gateway.do(id, SYSTEM, CloseGroups(at=0))
    await house.gateway.do(id, SYSTEM, CloseWorkshop())
    return any(workshop.closed_at is not None for workshop in live.state.all(Workshop))


async def due(house: House) -> AsyncIterator[tuple[WorkshopId, Purge]]:
    """Give what the clockwork would give, where no server runs."""
    for id, promise in await asyncio.to_thread(house.journal.dues, house.now()):
        command = decode_due(promise.command)
        if isinstance(command, PurgeData):
            await house.gateway.do_due(id, promise, command)
            state = (await house.gateway.open(id)).state
            for found in state.all(Purge):
                if found.data is command.data:
                    yield id, found


def unlink_unnamed(house: House) -> int:
    """Blocking."""
    found = unnamed(house.engine, house.settings.files, house.now() - UNNAMED_MS)
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


class Purging:
    def __init__(self, house: House) -> None:
        self._house = house

    async def run(self) -> None:
        while True:
            await asyncio.sleep(EACH_S)
            is_calm = not any(live.telling.people for live in self._house.gateway.live.values())
            try:
                await purge(self._house, is_calm)
            except Busy:
                log.warning("the database does not answer")
            except Exception:
                log.exception("purging failed")
