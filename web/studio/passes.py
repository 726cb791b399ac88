"""Colleagues in workshops: a link of their own each, so that no session there outlives their place in the studio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from facilitation.staff import StaffRole
from persistence.colleagues import Colleague, Colleagues
from persistence.links import Link
from rooms.ids import WorkshopId
from rooms.permissions import Role
from rooms.refusal import Refused
from web.house import House
from web.opening import links_for_all
from web.sharing import PASS, new_link
from web.studio.doors import Staff

AS = {
    StaffRole.FACILITATOR: Role.FACILITATOR,
    StaffRole.ORGANIZER: Role.ORGANIZER,
    StaffRole.ADMINISTRATOR: Role.ORGANIZER,
}


class Passes:
    """`cut` ends the connections that came by a link."""

    def __init__(self, house: House, colleagues: Colleagues, cut: Callable[[str], None]) -> None:
        self._house = house
        self._colleagues = colleagues
        self._cut = cut

    def of(self, staff: Staff, workshop: WorkshopId) -> Link:
        """Whoever came into the studio by a link comes by the workshop's own. Blocking. Raises Refused
        ("session_unknown") for who was shut out, or given another role, a moment ago."""
        role = AS[staff.role]
        if staff.colleague is None:
            return links_for_all(self._house, workshop)[role]
        id = self._id(staff.colleague.id, staff.colleague.epoch, workshop)
        found = self._house.links.find(id)
        if found is not None:
            return found
        made = self._house.links.create(replace(new_link(workshop, role, self._house.now(), PASS), id=id))
        # Asked once it is there: what was withdrawn before that did not know of it.
        if not self._colleagues.is_at(staff.colleague.id, staff.colleague.epoch):
            self._house.links.revoke(id, self._house.now())
            raise Refused("session_unknown")
        return made

    async def withdraw(self, colleague: Colleague) -> None:
        """Those of before their role changed, or they were shut out; and the ways back of who came by them."""
        workshops = await asyncio.to_thread(self._house.journal.heads)
        ids = [self._id(colleague.id, colleague.epoch - 1, workshop) for workshop in workshops]
        await asyncio.to_thread(self._house.links.revoke_all, ids, self._house.now())
        for id in ids:
            self._cut(id)

    def _id(self, colleague: str, epoch: int, workshop: WorkshopId) -> str:
        return self._house.tokens.derived_id("pass", colleague, str(epoch), workshop)
