"""Rehearsals: a copy of a workshop, with robots in it and a faster clock, gone in one gesture or after some days."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from typing import Annotated

from msgspec import Meta, Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.founding import PACE_MAX
from facilitation.groups import room_for
from facilitation.retention import DAY_MS
from facilitation.template import LayOut, template_of
from persistence.journal import Busy
from persistence.links import Link
from persistence.overview import Workshops
from rooms.agenda import Media, Step, Workshop
from rooms.deciding import SYSTEM
from rooms.ids import CommandId, WorkshopId
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from web.answers import json
from web.bodies import decoded
from web.doors import Member, accepted
from web.house import House
from web.opening import links_for_all, new_id, open_workshop
from web.removing import remove
from web.sharing import ROBOTS, new_link

ROBOTS_MAX = 60
VOICES_MAX = 12
"""So many robots talk, the rest only write: each voice is a call of its own."""
GUESTS = 12
"""Places in groups beside those of robots, for people who come to see."""
CROWDS_MAX = 4
"""In so many rehearsals of one server robots run at a time: each crowd takes as much of it as a workshop."""
KEPT_MS = 3 * DAY_MS
LOOK_S = 3600.0
ENDS_S = 30.0
"""So long robots may take to leave: each first compares what it holds with what a page opened now is told."""
DROPPED_S = 1.0
"""And so long when the server ends, which lets nobody open a page any more."""
log = logging.getLogger(__name__)

Robots = Annotated[int, Meta(ge=0, le=ROBOTS_MAX)]


class NewRehearsal(Struct, frozen=True, forbid_unknown_fields=True):
    """`minutes` is how long the whole agenda is to take."""

    robots: Robots
    minutes: Annotated[int, Meta(ge=1, le=600)]


class SetRobots(Struct, frozen=True, forbid_unknown_fields=True):
    robots: Robots


class Crowd:
    """The robots of one rehearsal, in a process that ends with this one: its standard input closes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    @staticmethod
    async def send(arguments: list[str], certificate: str) -> Crowd:
        environment = os.environ | ({"SSL_CERT_FILE": certificate} if certificate else {})
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "web.robots", *arguments, stdin=asyncio.subprocess.PIPE, env=environment
        )
        return Crowd(process)

    @property
    def is_there(self) -> bool:
        return self.process.returncode is None

    async def leave(self, within_s: float = ENDS_S) -> None:
        """Politely, as people do; but they do leave."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.process.wait(), within_s)
        if self.is_there:
            self.process.kill()
            await self.process.wait()


class Rehearsals:
    """`cut` ends the connections that came by a link.

    Robots come by a link of their own: where another process holds them, they go when it is revoked.
    """

    def __init__(self, house: House, workshops: Workshops, cut: Callable[[str], None]) -> None:
        self._house = house
        self._workshops = workshops
        self._cut = cut
        self._crowds: dict[WorkshopId, Crowd] = {}
        self._changing = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/rehearsal", self.open, methods=["POST"]),
            Route("/api/rehearsal", self.drop, methods=["DELETE"]),
            Route("/api/rehearsal/robots", self.robots, methods=["POST"]),
        ]

    async def run(self) -> None:
        while True:
            try:
                await self.sweep()
            except Busy:
                log.warning("the database does not answer")
            except Exception:
                log.exception("old rehearsals could not be taken away")
            await asyncio.sleep(LOOK_S)

    async def stop(self) -> None:
        """The server ends, and its robots with it."""
        await asyncio.gather(*(crowd.leave(DROPPED_S) for crowd in self._crowds.values()))

    # -- what staff ask -------------------------------------------------------------------------------------------

    async def open(self, request: Request) -> Response:
        """A copy, into which whoever asks comes in the role they have here."""
        member = await self._staff(request)
        wish = await decoded(request, NewRehearsal)
        source = member.live.state
        workshop = next(source.all(Workshop))
        if wish.robots:
            self._require_place()
        planned = sum(step.minutes for step in source.all(Step))
        pace = max(1, min(PACE_MAX, round(planned / wish.minutes)))
        id, house = new_id(), self._house
        await open_workshop(house, id, workshop.title, workshop.language, workshop.time_zone, pace)
        lay_out = LayOut(template=template_of(source))
        accepted(await house.gateway.do(id, SYSTEM, lay_out, CommandId(f"lay-out-{id}")))
        links = await asyncio.to_thread(links_for_all, house, id)
        entered = await house.doors.enter(links[member.person.role], member.person.name, f"as-{member.person.id}")
        await self._set(id, wish.robots)
        return json(asdict(entered), 201)

    async def robots(self, request: Request) -> Response:
        """So many of them from now on, or none."""
        member = await self._rehearsing(request)
        wish = await decoded(request, SetRobots)
        await self._set(member.live.id, wish.robots)
        return json({"robots": wish.robots})

    async def drop(self, request: Request) -> Response:
        member = await self._rehearsing(request)
        await self._remove(member.live.id)
        return json({"deleted": member.live.id})

    async def _staff(self, request: Request) -> Member:
        member = await self._house.doors.member(request.headers.get("authorization", ""))
        member.require(Permission.STEER)
        return member

    async def _rehearsing(self, request: Request) -> Member:
        """Raises Refused("not_a_rehearsal"): nothing of what can be done to one is done to a workshop."""
        member = await self._staff(request)
        if not next(member.live.state.all(Workshop)).rehearsal:
            raise Refused("not_a_rehearsal")
        return member

    # -- robots ---------------------------------------------------------------------------------------------------

    async def _set(self, id: WorkshopId, count: int) -> None:
        """Those who are there go before others come, one change at a time: of two crowds one could not be recalled."""
        async with self._changing:
            if count:
                self._require_place(id)
            await self._recall(id)
            if count:
                await self._send(id, count)

    def _require_place(self, for_: WorkshopId | None = None) -> None:
        """Raises Refused("too_many_rehearsals")."""
        others = sum(crowd.is_there for id, crowd in self._crowds.items() if id != for_)
        if others >= CROWDS_MAX:
            raise Refused("too_many_rehearsals", most=CROWDS_MAX)

    async def _send(self, id: WorkshopId, count: int) -> None:
        house, link = self._house, await asyncio.to_thread(self._link, id)
        state = (await house.gateway.open(id)).state
        for larger in room_for(state, count + GUESTS):
            accepted(await house.gateway.do(id, SYSTEM, larger, CommandId(secrets.token_hex(8))))
        workshop = next(state.all(Workshop))
        voices = min(count, VOICES_MAX) if workshop.media is not Media.TEXT else 0
        settings = house.settings
        address = f"{settings.own_url or settings.url}/j/{house.doors.token(link)}"
        words = ["--pace", str(workshop.pace), "--voices", str(voices), "--attempt", link.id, str(count), address]
        self._crowds[id] = await Crowd.send(words, str(settings.certificate or ""))

    def _link(self, id: WorkshopId) -> Link:
        """By which robots come back as who they were. Blocking."""
        links, now = self._house.links, self._house.now()
        valid = (link for link in links.of(id) if link.label == ROBOTS and link.revoked_at is None)
        return next(valid, None) or links.create(new_link(id, Role.PARTICIPANT, now, ROBOTS), False)

    async def _recall(self, id: WorkshopId) -> None:
        if (crowd := self._crowds.get(id)) is not None:
            await crowd.leave()
            return
        for link in await asyncio.to_thread(self._house.links.of, id):
            if link.label == ROBOTS and link.revoked_at is None:
                await asyncio.to_thread(self._house.links.revoke, link.id, self._house.now())
                self._cut(link.id)

    # -- going ----------------------------------------------------------------------------------------------------

    async def sweep(self) -> None:
        """Take away what was rehearsed some days ago."""
        before = self._house.now() - KEPT_MS
        for sight in await asyncio.to_thread(self._workshops.all):
            if sight.workshop.rehearsal and sight.created_at < before:
                await self._remove(sight.workshop.id)

    async def _remove(self, id: WorkshopId) -> None:
        await self._set(id, 0)
        self._crowds.pop(id, None)
        await remove(self._house, self._workshops, id, self._cut)
