"""Taking a workshop away for good, with everything people wrote in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from persistence.overview import Workshops
from rooms.ids import WorkshopId
from web.house import House


async def remove(house: House, workshops: Workshops, id: WorkshopId, cut: Callable[[str], None]) -> None:
    """Whoever is there is put out first. `cut` ends the connections that came by a link."""
    for link in await asyncio.to_thread(house.links.of, id):
        await asyncio.to_thread(house.links.revoke, link.id, house.now())
        cut(link.id)
    await house.gateway.forget(id)
    await asyncio.to_thread(workshops.drop, id)
    await house.gateway.forget(id)
