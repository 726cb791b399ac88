"""Processes and phases as organizers write them: nothing is seen by anybody else before it is published."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.process import (
    PHASES_MAX,
    Phase,
    PhaseFace,
    Process,
    Publication,
    dates_missing,
    expectations_missing,
    overlaps,
    published,
    require_publishable,
)
from persistence.processes import Processes, Whole
from rooms.ids import PhaseId, ProcessId
from rooms.refusal import Refused
from web.answers import json
from web.bodies import decoded
from web.numbers import number_in
from web.studio.doors import StudioDoors
from web.studio.insight import Insight
from web.studio.messages import (
    EditPhase,
    EditProcess,
    Gone,
    MovePhase,
    NewPhase,
    NewProcess,
    PhaseShown,
    ProcessRow,
    ProcessShown,
    Seen,
)


class ProcessDesk:
    """`now` gives epoch milliseconds."""

    def __init__(
        self, doors: StudioDoors, processes: Processes, insight: Insight, url: str, now: Callable[[], int]
    ) -> None:
        self._doors = doors
        self._processes = processes
        self._insight = insight
        self._url = url
        self._now = now

    def routes(self) -> list[BaseRoute]:
        one, phase = "/api/studio/processes/{process}", "/api/studio/phases/{phase}"
        return [
            Route("/api/studio/processes", self.add, methods=["POST"]),
            Route(one, self.get, methods=["GET"]),
            Route(one, self.edit, methods=["PUT"]),
            Route(one, self.drop, methods=["DELETE"]),
            Route(f"{one}/publish", self.publish, methods=["POST"]),
            Route(f"{one}/withdraw", self.withdraw, methods=["POST"]),
            Route(f"{one}/archive", self.archive, methods=["POST"]),
            Route(f"{one}/phases", self.add_phase, methods=["POST"]),
            Route(phase, self.edit_phase, methods=["PUT"]),
            Route(phase, self.drop_phase, methods=["DELETE"]),
            Route(f"{phase}/move", self.move_phase, methods=["POST"]),
        ]

    # -- processes ------------------------------------------------------------------------------------------------

    async def add(self, request: Request) -> Response:
        await self._doors.staff(request)
        wish = await decoded(request, NewProcess)
        process = Process(id=ProcessId(secrets.token_hex(5)), face=wish.face.tidied(), created_at=self._now())
        return await self.shown(await asyncio.to_thread(self._processes.create, Whole(process)), 201)

    async def get(self, request: Request) -> Response:
        await self._doors.staff(request)
        return await self.shown(await asyncio.to_thread(self._processes.find, process_of(request)))

    async def edit(self, request: Request) -> Response:
        """A published one stays whole: what people were promised is not taken back in silence."""
        await self._doors.staff(request)
        wish = await decoded(request, EditProcess)
        face = wish.face.tidied()

        def act(whole: Whole) -> Whole:
            return kept_whole(Whole(msgspec.structs.replace(whole.process, face=face), whole.phases))

        return await self._changed(process_of(request), wish.seen, act)

    async def drop(self, request: Request) -> Response:
        """With its contributions, but not with its workshops. A published one is withdrawn first."""
        await self._doors.staff(request)
        id = process_of(request)
        whole = await asyncio.to_thread(self._processes.find, id)
        if whole.process.publication is Publication.PUBLISHED:
            raise Refused("process_published")
        await asyncio.to_thread(self._processes.drop, id)
        return json(Gone(deleted=id))

    async def publish(self, request: Request) -> Response:
        now = self._now()
        return await self._stand(request, lambda whole: published(whole.process, whole.phases, now))

    async def withdraw(self, request: Request) -> Response:
        return await self._stand(
            request, lambda whole: msgspec.structs.replace(whole.process, publication=Publication.DRAFT)
        )

    async def archive(self, request: Request) -> Response:
        """It stays readable, and nothing in it is open any more. Raises Refused for one that was never published."""

        def act(whole: Whole) -> Process:
            require_publishable(whole.process, whole.phases)
            if whole.process.published_at is None:
                raise Refused("not_published")
            return msgspec.structs.replace(whole.process, publication=Publication.ARCHIVED)

        return await self._stand(request, act)

    async def _stand(self, request: Request, act: Callable[[Whole], Process]) -> Response:
        await self._doors.staff(request)
        wish = await decoded(request, Seen)
        return await self._changed(process_of(request), wish.seen, lambda whole: Whole(act(whole), whole.phases))

    # -- phases ---------------------------------------------------------------------------------------------------

    async def add_phase(self, request: Request) -> Response:
        await self._doors.staff(request)
        wish = await decoded(request, NewPhase)
        id = process_of(request)
        phase = Phase(id=PhaseId(secrets.token_hex(5)), process=id, face=await self._tidied(wish.face))

        def act(whole: Whole) -> Whole:
            if len(whole.phases) >= PHASES_MAX:
                raise Refused("too_many_phases", most=PHASES_MAX)
            return self._checked(placed(whole, phase, wish.after), phase)

        return await self._changed(id, wish.seen, act, 201)

    async def edit_phase(self, request: Request) -> Response:
        await self._doors.staff(request)
        wish = await decoded(request, EditPhase)
        face = await self._tidied(wish.face)

        def edited(whole: Whole, before: Phase) -> Whole:
            phase = msgspec.structs.replace(before, face=face)
            phases = tuple(phase if other.id == phase.id else other for other in whole.phases)
            return self._checked(Whole(whole.process, phases), phase)

        return await self._change_phase(request, wish.seen, edited)

    async def drop_phase(self, request: Request) -> Response:
        """With what it gathered; `?seen=` is the version somebody has read."""
        await self._doors.staff(request)
        seen = number_in(request, "seen")

        def dropped(whole: Whole, phase: Phase) -> Whole:
            if any(phase.id in other.face.takes_from for other in whole.phases):
                raise Refused("phase_needed")
            return Whole(whole.process, tuple(other for other in whole.phases if other.id != phase.id))

        return await self._change_phase(request, seen, dropped)

    async def move_phase(self, request: Request) -> Response:
        await self._doors.staff(request)
        wish = await decoded(request, MovePhase)

        def moved(whole: Whole, phase: Phase) -> Whole:
            others = tuple(other for other in whole.phases if other.id != phase.id)
            return whole if wish.after == phase.id else placed(Whole(whole.process, others), phase, wish.after)

        return await self._change_phase(request, wish.seen, moved)

    async def _change_phase(self, request: Request, seen: int | None, act: Callable[[Whole, Phase], Whole]) -> Response:
        id = PhaseId(request.path_params["phase"])
        process = (await asyncio.to_thread(self._processes.with_phase, id)).process.id
        return await self._changed(process, seen, lambda whole: kept_whole(act(whole, whole.phase(id))))

    async def _tidied(self, face: PhaseFace) -> PhaseFace:
        """Raises Refused: "settings_invalid" for what its method does not understand, "phase_of_rehearsal"."""
        method = self._insight.methods[face.method]
        settings = method.read(face.settings)
        workshop = method.workshop(settings) if method.workshop else None
        sight = await self._insight.sight(workshop) if workshop is not None else None
        if sight is not None and sight.workshop.rehearsal:
            raise Refused("phase_of_rehearsal")
        return face.tidied()

    def _checked(self, whole: Whole, phase: Phase) -> Whole:
        """A phase takes only what others of its process give."""
        takes = self._insight.methods[phase.face.method].takes
        for id in phase.face.takes_from:
            gives = self._insight.methods[whole.phase(id).face.method].gives
            if id == phase.id or not set(takes) & set(gives):
                raise Refused("phase_gives_nothing", phase=id)
        return whole

    # -- answers --------------------------------------------------------------------------------------------------

    async def _changed(
        self, id: ProcessId, seen: int | None, act: Callable[[Whole], Whole], status: int = 200
    ) -> Response:
        return await self.shown(await asyncio.to_thread(self._processes.change, id, seen, act), status)

    async def shown(self, whole: Whole, status: int = 200) -> Response:
        counts = await asyncio.to_thread(self._processes.counts)
        sights = await self._insight.workshops(whole.phases)
        now = self._now()
        phases = tuple(
            PhaseShown(
                phase=phase,
                workshop=self._insight.workshop_of(phase),
                contributions=counts.get(phase.id, 0),
                doors=self._insight.doors(whole.process, phase, sights, now),
            )
            for phase in whole.phases
        )
        answer = ProcessShown(
            process=whole.process,
            phases=phases,
            missing=tuple(expectations_missing(whole.process)),
            undated=tuple(dates_missing(whole.phases)),
            overlaps=tuple(overlaps(whole.phases)),
            url=f"{self._url}/p/{whole.process.face.slug}",
        )
        return json(answer, status)


def process_of(request: Request) -> ProcessId:
    return ProcessId(request.path_params["process"])


def placed(whole: Whole, phase: Phase, after: PhaseId | None) -> Whole:
    """The phase after another, or first."""
    place = 0 if after is None else whole.phases.index(whole.phase(after)) + 1
    return Whole(whole.process, (*whole.phases[:place], phase, *whole.phases[place:]))


def kept_whole(whole: Whole) -> Whole:
    """What everybody reads must stay fit to be published."""
    if whole.process.publication is Publication.PUBLISHED:
        require_publishable(whole.process, whole.phases)
    return whole


def row_of(whole: Whole) -> ProcessRow:
    starts = [phase.face.starts_at for phase in whole.phases if phase.face.starts_at is not None]
    ends = [phase.face.ends_at for phase in whole.phases if phase.face.ends_at is not None]
    return ProcessRow(
        process=whole.process,
        phases=len(whole.phases),
        starts_at=min(starts, default=None),
        ends_at=max(ends, default=None),
    )
