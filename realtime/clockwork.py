"""What happens by itself: commands that are due, other processes' changes, ticks, presence, attendance."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress

from facilitation.people import Arrive, Leave
from facilitation.workshop import decode_due
from persistence.journal import Busy, UnknownOutcome, UnknownWorkshop
from realtime.gateway import Gateway, Live
from rooms.deciding import SYSTEM
from rooms.ids import ParticipantId, WorkshopId
from rooms.people import Attendance
from rooms.refusal import Refused

LOOK_S = 1.0
PRESENCE_S = 1.0
TICK_S = 10.0
GONE_MS = 20_000
"""How long after their last connection a person counts as having left."""
FORGET_S = 3600.0
COMMANDS_KEPT_MS = 24 * 60 * 60 * 1000

log = logging.getLogger(__name__)


class Clockwork:
    """The timers of one process, run in a task group that `run` owns."""

    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway
        self.gone: dict[tuple[WorkshopId, ParticipantId], int] = {}
        self._absent_checked: set[WorkshopId] = set()
        self._missed: set[tuple[WorkshopId, ParticipantId]] = set()
        """Who is here, and whom another process believed gone."""
        self._wiped = 0
        gateway.merged.append(self.merged)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._every(LOOK_S, self.fulfil, sooner=self.gateway.due_sooner))
            group.create_task(self._every(LOOK_S, self.look))
            group.create_task(self._every(LOOK_S, self.wipe))
            group.create_task(self._every(PRESENCE_S, self.attend))
            group.create_task(self._every(TICK_S, self.tick))
            group.create_task(self._every(FORGET_S, self.forget))

    async def _every(
        self, seconds: float, act: Callable[[], Awaitable[float | None]], sooner: asyncio.Event | None = None
    ) -> None:
        """Act again and again. An act may say it wants to be back sooner; a database that is gone is met again."""
        while True:
            try:
                wait = await act()
            except (Busy, UnknownOutcome):
                log.warning("the database does not answer")
                wait = None
            except Exception:
                log.exception("%s failed", act.__name__)
                wait = None
            # Not wait_for, which before Python 3.12 loses a cancellation that comes with what is waited for.
            with suppress(TimeoutError):
                async with asyncio.timeout(min(seconds, wait or seconds)):
                    await (sooner or asyncio.Event()).wait()
            if sooner:
                sooner.clear()

    # -- due commands and other processes -------------------------------------------------------------------------

    async def fulfil(self) -> float | None:
        """Give every command whose time has come. Returns the seconds until the next one that is near."""
        now = self.gateway.now()
        dues = await asyncio.to_thread(self.gateway.journal.dues, now + int(LOOK_S * 1000))
        for workshop, due in dues:
            if due.at <= now:
                try:
                    await self.gateway.do_due(workshop, due, decode_due(due.command))
                except (Refused, UnknownWorkshop):
                    log.exception("a due command is not understood")
        later = [due.at - now for _, due in dues if due.at > now]
        return min(later) / 1000 + 0.001 if later else None

    async def look(self) -> None:
        """What is open is listed first, so that what is in no row then has been deleted."""
        open_here = list(self.gateway.live.items())
        heads = await asyncio.to_thread(self.gateway.journal.heads)
        for workshop, live in open_here:
            if workshop not in heads:
                await self.gateway.forget(workshop)
            elif heads[workshop] != live.state.head:
                await self.gateway.catch_up(live)

    async def wipe(self) -> None:
        """What the boxes of secret polls were before somebody voted is gone a second later."""
        shaken = self.gateway.shaken
        if shaken != self._wiped and await asyncio.to_thread(self.gateway.journal.wipe):
            self._wiped = shaken

    async def forget(self) -> None:
        before = self.gateway.now() - COMMANDS_KEPT_MS
        await asyncio.to_thread(self.gateway.journal.forget_commands, before)

    # -- people ---------------------------------------------------------------------------------------------------

    async def tick(self) -> None:
        for live in self.gateway.live.values():
            live.telling.tick()

    async def attend(self) -> None:
        """Once a second: tell who is here, and write down who came and who left for good."""
        for live in list(self.gateway.live.values()):
            live.telling.digest()
            await self._write_down(live)

    async def arrived(self, workshop: WorkshopId, person: ParticipantId) -> None:
        self.gone.pop((workshop, person), None)
        await self.gateway.do(workshop, SYSTEM, Arrive(participant=person))

    def left(self, workshop: WorkshopId, person: ParticipantId) -> None:
        self.gone[workshop, person] = self.gateway.now()

    def merged(self, live: Live, ids: Collection[str]) -> None:
        for id in ids:
            stay = live.state.get(id)
            if isinstance(stay, Attendance) and stay.left_at and stay.participant in live.telling.people:
                self._missed.add((live.id, stay.participant))

    async def _write_down(self, live: Live) -> None:
        now = self.gateway.now()
        for workshop, person in [one for one in self._missed if one[0] == live.id]:
            self._missed.discard((workshop, person))
            if person in live.telling.people:
                await self.arrived(workshop, person)
        if live.id not in self._absent_checked:
            self._absent_checked.add(live.id)
            self._suppose_gone(live, now)
        for workshop, person in [one for one in self.gone if one[0] == live.id]:
            # While one is written down, others come back.
            at = self.gone.get((workshop, person))
            if person in live.telling.here():
                self.gone.pop((workshop, person), None)
            elif at is not None and now - at > GONE_MS:
                del self.gone[workshop, person]
                await self.gateway.do(workshop, SYSTEM, Leave(participant=person, at=at))

    def _suppose_gone(self, live: Live, now: int) -> None:
        """After a crash, stays are still open; those who do not come back left when the server was gone."""
        here = live.telling.here()
        for stay in live.state.all(Attendance):
            if stay.left_at is None and stay.participant not in here:
                self.gone.setdefault((live.id, stay.participant), now)
