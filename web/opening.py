"""Opening a workshop: its rows, its first command, a link for each role."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import suppress

from facilitation.founding import Found
from persistence.journal import Unwritable
from persistence.links import Link
from rooms.agenda import Workshop
from rooms.deciding import SYSTEM
from rooms.ids import CommandId, WorkshopId
from rooms.permissions import Role
from web.doors import accepted
from web.house import House
from web.sharing import UNSHOWN, WITH_CODE, new_link


def new_id() -> WorkshopId:
    return WorkshopId(secrets.token_hex(5))


async def open_workshop(
    house: House, id: WorkshopId, title: str, language: str, time_zone: str, rehearsing_at: int = 0
) -> None:
    """Opened once: doing it again, after a crash halfway, completes it. Raises Refused.

    `rehearsing_at` is the pace of a rehearsal, 0 for a workshop that is none.
    """
    with suppress(Unwritable):  # its row is there already
        await asyncio.to_thread(house.journal.found, id, secrets.token_hex(8), house.now())
    live = await house.gateway.open(id)
    if any(True for _ in live.state.all(Workshop)):
        return
    texts = house.catalogues[language]
    command = Found(
        workshop=id,
        title=title,
        plenary=texts("new-plenary"),
        backstage=texts("new-backstage"),
        language=language,
        time_zone=time_zone,
        rehearsal=rehearsing_at > 0,
        pace=max(1, rehearsing_at),
        plenary_most=house.settings.plenary_most,
    )
    accepted(await house.gateway.do(id, SYSTEM, command, CommandId(f"found-{id}")))


def links_for_all(house: House, workshop: WorkshopId) -> dict[Role, Link]:
    """The newest valid link of each role, made where there is none: never one person's own. Blocking."""
    now = house.now()
    links = {
        link.role: link
        for link in house.links.of(workshop)
        if link.label not in UNSHOWN
        if link.revoked_at is None and (link.expires_at is None or link.expires_at > now)
    }
    for role in Role:
        if role not in links:
            links[role] = make_link(house, workshop, role)
    return links


def make_link(house: House, workshop: WorkshopId, role: Role, expires_at: int | None = None) -> Link:
    """Blocking."""
    return house.links.create(new_link(workshop, role, house.now(), expires_at=expires_at), role in WITH_CODE)
