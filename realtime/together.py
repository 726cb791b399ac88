"""Serving the same workshops as other processes: what is told to them of ours, and to our browsers of theirs.

The database alone orders and keeps. This only makes it quick, and carries what is not kept: signals, presence, cursors.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from realtime.clockwork import Clockwork
from realtime.documents import SharedDocuments
from realtime.forwarding import guarded
from realtime.gateway import Gateway, Live
from realtime.messages import DocCursor
from realtime.neighbours import Alone, AnyWord, Changed, Cut, Ended, Gathering, Neighbours, Pointed, Present, Signalled
from realtime.signals import Stamped, pass_on
from realtime.tower import looking
from rooms.ids import ParticipantId, WorkshopId

TELL_S = 1.0
SILENT_S = 5.0
"""A neighbour that says nothing for so long has died."""
LOST_S = 60.0
"""While nobody is heard, people of other processes stay shown for so long."""
HINT_S = 0.05
"""Between two hints about the same workshop, one standing for all in between: no audience is told more often either."""


class Together:
    """One process's part of it. It runs on the event loop and never waits. Here `cut` ends what came by a link,
    and `end` somebody's sessions."""

    def __init__(
        self,
        gateway: Gateway,
        neighbours: Neighbours,
        clockwork: Clockwork,
        documents: SharedDocuments,
        cut: Callable[[str], None],
        end: Callable[[Ended], None],
    ) -> None:
        self._gateway = gateway
        self._neighbours = neighbours
        self._clockwork = clockwork
        self._documents = documents
        self._cut = cut
        self._end = end
        self._heard: dict[str, tuple[float, dict[WorkshopId, Gathering]]] = {}
        """By process: when, and what of whom."""
        self._heard_at = 0.0
        self._hints: dict[WorkshopId, asyncio.TimerHandle] = {}
        self._looking: dict[WorkshopId, asyncio.Task[None]] = {}
        self._telling: asyncio.Task[None] | None = None
        neighbours.hear = self.hear
        if not isinstance(neighbours, Alone):
            gateway.committed = self.changed
        documents.pointed = self.pointed

    async def start(self) -> None:
        await self._neighbours.start()
        self._heard_at = asyncio.get_running_loop().time()
        self._telling = asyncio.create_task(self._run(), name="together")

    async def stop(self) -> None:
        for task in [self._telling, *self._looking.values()]:
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        for hint in self._hints.values():
            hint.cancel()
        await self._neighbours.stop()

    async def _run(self) -> None:
        while True:
            guarded(self.tell)
            await asyncio.sleep(TELL_S)

    # -- telling them ---------------------------------------------------------------------------------------------

    def tell(self) -> None:
        """Who is here; and note whom nobody says any more."""
        gatherings = {
            live.id: Gathering(people=frozenset(live.telling.people), looking=tuple(looking(live.telling)))
            for live in self._gateway.live.values()
            if live.telling.people
        }
        self._neighbours.say(Present(workshops=gatherings))
        self._miss(asyncio.get_running_loop().time())

    def changed(self, live: Live) -> None:
        """At once, and again a little later if more comes: so often and no oftener."""
        if live.id not in self._hints:
            self._hint(live, live.state.head)
            self._wait(live, live.state.head)

    def _wait(self, live: Live, told: int) -> None:
        def go_on() -> None:
            del self._hints[live.id]
            if live.state.head != told:
                self._hint(live, live.state.head)
                self._wait(live, live.state.head)

        self._hints[live.id] = asyncio.get_running_loop().call_later(HINT_S, go_on)

    def _hint(self, live: Live, head: int) -> None:
        self._neighbours.say(Changed(workshop=live.id, head=head))

    def signalled(self, workshop: WorkshopId, stamped: Stamped) -> None:
        self._neighbours.say(Signalled(workshop=workshop, signal=stamped.signal, for_staff=stamped.for_staff))

    def pointed(self, live: Live, cursor: DocCursor) -> None:
        self._neighbours.say(Pointed(workshop=live.id, cursor=cursor))

    def cut(self, link: str) -> None:
        self._neighbours.say(Cut(link=link))

    def end(self, ended: Ended) -> None:
        self._neighbours.say(ended)

    # -- hearing them ---------------------------------------------------------------------------------------------

    def hear(self, process: str, word: AnyWord) -> None:
        match word:
            case Changed(workshop=workshop, head=head):
                if (live := self._gateway.live.get(workshop)) and head > live.state.head:
                    self._look(live)
            case Present(workshops=workshops):
                self._heard_at = asyncio.get_running_loop().time()
                self._heard[process] = self._heard_at, workshops
                self._part()
            case Signalled(workshop=workshop, signal=signal, for_staff=for_staff):
                if live := self._gateway.live.get(workshop):
                    pass_on(live.telling, Stamped(signal, for_staff))
            case Pointed(workshop=workshop, cursor=cursor):
                if live := self._gateway.live.get(workshop):
                    self._documents.point(live, cursor)
            case Cut(link=link):
                self._cut(link)
            case Ended():
                self._end(word)

    def _look(self, live: Live) -> None:
        """One look at a time brings all that is there; what comes meanwhile has a hint of its own."""
        if live.id not in self._looking:
            task = self._looking[live.id] = asyncio.create_task(self._gateway.catch_up(live))
            task.add_done_callback(lambda done: self._looking.pop(live.id, None))

    # -- who is there ---------------------------------------------------------------------------------------------

    def _gather(self) -> list[tuple[WorkshopId, ParticipantId]]:
        """Lay together what the others said last. Gives those who were at one of them, and are nowhere now."""
        found: dict[WorkshopId, Gathering] = {}
        for _, workshops in self._heard.values():
            for workshop, one in workshops.items():
                other = found.get(workshop, Gathering())
                found[workshop] = Gathering(people=other.people | one.people, looking=other.looking + one.looking)
        missing = []
        for live in self._gateway.live.values():
            before, live.telling.elsewhere = live.telling.elsewhere, found.get(live.id, Gathering())
            missing += [(live.id, person) for person in before.people - live.telling.here()]
        return missing

    def _miss(self, now: float) -> None:
        """Forget whom nobody has heard for long."""
        since = self._neighbours.heard_since
        if since is None and now - self._heard_at > LOST_S:
            # They may well be there: nobody is said to have left.
            self._heard = {}
            self._gather()
        elif since is not None:
            self._heard = {
                process: (at, said) for process, (at, said) in self._heard.items() if now - max(at, since) <= SILENT_S
            }
            self._part()

    def _part(self) -> None:
        """Their own process may have died before it could write down that they left."""
        for workshop, person in self._gather():
            self._clockwork.left(workshop, person)
