"""What the methods make of phases: the workshops behind them, and which doors are open."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from facilitation.access import Descriptor, Facts, Who, descriptor
from facilitation.methods import Meeting, Method, Methods
from facilitation.process import Phase, Process
from persistence.overview import Sight, Workshops
from rooms.ids import WorkshopId
from rooms.moderation import Act, Reason

Sights = Mapping[WorkshopId, Sight]

COUNTED_MS = 60_000
"""For how long the acts of moderation of all workshops are those counted last: anybody asks, as often as they like."""


class Insight:
    """A phase whose method is no longer installed keeps its text and dates, and opens no door."""

    def __init__(self, methods: Methods, workshops: Workshops, now: Callable[[], int]) -> None:
        self.methods = methods
        self._workshops = workshops
        self._now = now
        self._acts: Counter[tuple[Act, Reason | None]] = Counter()
        self._counted_at: int | None = None
        self._counting = asyncio.Lock()

    def of(self, phase: Phase) -> tuple[Method, Any] | None:
        """Its method, and its settings as the method understands them."""
        method = self.methods.known.get(phase.face.method)
        return (method, method.read(phase.face.settings)) if method else None

    def workshop_of(self, phase: Phase) -> WorkshopId | None:
        match self.of(phase):
            case (Method(workshop=workshop), settings) if workshop is not None:
                return workshop(settings)
        return None

    def meetings(self, phase: Phase) -> tuple[Meeting, ...]:
        match self.of(phase):
            case (method, settings):
                return method.meetings(phase, settings)
        return ()

    async def acts(self) -> Counter[tuple[Act, Reason | None]]:
        """Of moderation, in all workshops."""
        async with self._counting:
            if self._counted_at is None or self._now() - self._counted_at >= COUNTED_MS:
                self._acts = await asyncio.to_thread(self._workshops.acts)
                self._counted_at = self._now()
        return self._acts

    async def workshops(self, phases: Iterable[Phase]) -> Sights:
        """Those that are the workshop of one of the phases."""
        wanted = {id for phase in phases if (id := self.workshop_of(phase))}
        return await asyncio.to_thread(self._workshops.some, wanted)

    async def sight(self, workshop: WorkshopId) -> Sight | None:
        return (await asyncio.to_thread(self._workshops.some, [workshop])).get(workshop)

    def doors(
        self, process: Process, phase: Phase, sights: Sights, now: int, who: Who = Who.EVERYONE
    ) -> tuple[Descriptor, ...]:
        match self.of(phase):
            case (method, settings):
                facts = self._facts(method, phase, sights)
                actions = method.actions(phase, settings)
                return tuple(descriptor(process, phase, access, now, who, facts) for access in actions)
        return ()

    def _facts(self, method: Method, phase: Phase, sights: Sights) -> Facts:
        id = self.workshop_of(phase)
        sight = sights.get(id) if id is not None else None
        if sight is None:
            return Facts(is_there=method.workshop is None)
        return Facts(is_closed=sight.workshop.closed_at is not None, taken=sight.people)
