"""Who of the organization comes into the studio, as administrators see to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.staff import StaffRole
from persistence.colleagues import Colleague, Colleagues
from persistence.outbox import Letter
from rooms.refusal import Refused
from rooms.text import one_line
from web.answers import json
from web.bodies import decoded
from web.codes_by_mail import mailbox
from web.letters import Letters
from web.sharing import Addresses
from web.studio.doors import Staff, StudioDoors
from web.studio.messages import ChangeRole, ColleagueShown, ColleaguesShown, InviteColleague
from web.studio.passes import Passes

INVITED_DAYS = 7
INVITED_MS = INVITED_DAYS * 24 * 3_600_000


class Invitations:
    def __init__(self, colleagues: Colleagues, letters: Letters, addresses: Addresses, now: Callable[[], int]) -> None:
        self._colleagues = colleagues
        self._letters = letters
        self._addresses = addresses
        self._now = now

    def send(self, email: str, name: str, role: StaffRole, language: str) -> str:
        """Where the invitation leads that is on its way by mail. Blocking. Raises Refused("already_colleague")."""
        now = self._now()
        until = now + INVITED_MS

        def written(colleague: Colleague) -> Letter:
            url = self._addresses.invitation(colleague)
            return self._letters.invitation(email, name, role, url, INVITED_DAYS, language, until)

        return self._addresses.invitation(self._colleagues.invite(email, name, role, now, until, written))


class ColleagueDesk:
    """`hurry` says that a letter was written."""

    def __init__(
        self,
        doors: StudioDoors,
        colleagues: Colleagues,
        invitations: Invitations,
        passes: Passes,
        hurry: Callable[[], None],
        now: Callable[[], int],
    ) -> None:
        self._doors = doors
        self._colleagues = colleagues
        self._invitations = invitations
        self._passes = passes
        self._hurry = hurry
        self._now = now

    def routes(self) -> list[BaseRoute]:
        one = "/api/studio/colleagues/{colleague}"
        return [
            Route("/api/studio/colleagues", self.list, methods=["GET"]),
            Route("/api/studio/colleagues", self.invite, methods=["POST"]),
            Route(f"{one}/role", self.set_role, methods=["PUT"]),
            Route(f"{one}/revoke", self.revoke, methods=["POST"]),
        ]

    async def list(self, request: Request) -> Response:
        return await self._shown(await self._doors.staff(request, StaffRole.ADMINISTRATOR))

    async def invite(self, request: Request) -> Response:
        """Again for who has not come yet: the former link is over then. Raises Refused: "email_invalid", "empty",
        "already_colleague"."""
        staff = await self._doors.staff(request, StaffRole.ADMINISTRATOR)
        wish = await decoded(request, InviteColleague)
        email, name = mailbox(wish.email), one_line(wish.name)
        await asyncio.to_thread(self._invitations.send, email, name, wish.role, wish.language)
        self._hurry()
        return await self._shown(staff, 201)

    async def set_role(self, request: Request) -> Response:
        """They sign in anew. Raises Refused: "unknown", "own_role", "last_administrator"."""
        staff = await self._doors.staff(request, StaffRole.ADMINISTRATOR)
        wish = await decoded(request, ChangeRole)
        id = request.path_params["colleague"]
        if id == staff.id:
            raise Refused("own_role")
        colleague = await asyncio.to_thread(self._colleagues.set_role, id, wish.role)
        await self._passes.withdraw(colleague)
        return await self._shown(staff)

    async def revoke(self, request: Request) -> Response:
        """Raises Refused: "unknown", "own_role", "last_administrator"."""
        staff = await self._doors.staff(request, StaffRole.ADMINISTRATOR)
        id = request.path_params["colleague"]
        if id == staff.id:
            raise Refused("own_role")
        colleague = await asyncio.to_thread(self._colleagues.revoke, id, self._now())
        await self._passes.withdraw(colleague)
        return await self._shown(staff)

    async def _shown(self, staff: Staff, status: int = 200) -> Response:
        found = await asyncio.to_thread(self._colleagues.all)
        shown = (
            ColleagueShown(
                id=each.id,
                email=each.email,
                name=each.name,
                role=each.role,
                invited_at=each.invited_at,
                invitation_until=each.invitation_until,
                joined_at=each.joined_at,
                own=each.id == staff.id,
            )
            for each in found
            if each.revoked_at is None
        )
        return json(ColleaguesShown(colleagues=tuple(shown)), status)
