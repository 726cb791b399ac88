"""Workshops seen from the studio: made, copied, entered, closed, taken away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.founding import CloseWorkshop
from facilitation.process import Phase
from facilitation.staff import StaffRole
from facilitation.template import LayOut, Template, template_of
from persistence.overview import Sight, Workshops
from persistence.processes import Processes, Whole
from rooms.deciding import SYSTEM
from rooms.ids import CommandId, PhaseId, WorkshopId
from rooms.refusal import Refused
from rooms.text import line_or_nothing, one_line
from web.answers import json
from web.bodies import decoded
from web.doors import accepted
from web.house import House
from web.opening import new_id, open_workshop
from web.removing import remove
from web.studio.doors import StudioDoors
from web.studio.insight import Insight
from web.studio.messages import (
    DuplicateWorkshop,
    EnterWorkshop,
    Gone,
    MethodShown,
    NewWorkshop,
    Studio,
    WorkshopShown,
    WorkshopsShown,
)
from web.studio.passes import Passes
from web.studio.processes import row_of


class WorkshopDesk:
    """`cut` ends the connections that came by a link."""

    def __init__(
        self,
        house: House,
        doors: StudioDoors,
        processes: Processes,
        workshops: Workshops,
        insight: Insight,
        passes: Passes,
        cut: Callable[[str], None],
    ) -> None:
        self._house = house
        self._doors = doors
        self._processes = processes
        self._workshops = workshops
        self._insight = insight
        self._passes = passes
        self._cut = cut

    def routes(self) -> list[BaseRoute]:
        one = "/api/studio/workshops/{workshop}"
        return [
            Route("/api/studio", self.studio, methods=["GET"]),
            Route("/api/studio/workshops", self.list, methods=["GET"]),
            Route("/api/studio/workshops", self.add, methods=["POST"]),
            Route(one, self.drop, methods=["DELETE"]),
            Route(f"{one}/template", self.template, methods=["GET"]),
            Route(f"{one}/duplicate", self.duplicate, methods=["POST"]),
            Route(f"{one}/close", self.close, methods=["POST"]),
            Route(f"{one}/enter", self.enter, methods=["POST"]),
        ]

    async def studio(self, request: Request) -> Response:
        """Everything one sees on coming in."""
        staff = await self._doors.staff(request)
        wholes, sights = await asyncio.gather(
            asyncio.to_thread(self._processes.all), asyncio.to_thread(self._workshops.all)
        )
        methods = self._insight.methods.known.values()
        answer = Studio(
            organization=self._doors.organization,
            label=staff.label,
            role=staff.role,
            processes=tuple(row_of(whole) for whole in wholes),
            workshops=self._shown(wholes, sights),
            methods=tuple(
                MethodShown(
                    key=method.key,
                    names=dict(method.names),
                    schema=method.schema(),
                    takes=method.takes,
                    gives=method.gives,
                )
                for method in methods
            ),
        )
        return json(answer)

    async def list(self, request: Request) -> Response:
        await self._doors.staff(request)
        return await self._all()

    async def add(self, request: Request) -> Response:
        await self._doors.staff(request)
        wish = await decoded(request, NewWorkshop)
        blank = Template(title=wish.title, language=wish.language, time_zone=wish.time_zone)
        template = wish.template or blank
        # Bytes of another installation's files are not here.
        template = msgspec.structs.replace(
            template, title=wish.title, language=wish.language, time_zone=wish.time_zone, files=()
        )
        return await self._open(template, wish.phase)

    async def duplicate(self, request: Request) -> Response:
        """The same groups and agenda, without its people and what they wrote."""
        await self._doors.staff(request)
        wish = await decoded(request, DuplicateWorkshop)
        live = await self._house.doors.workshop(await self._known(request))
        template = msgspec.structs.replace(template_of(live.state), title=wish.title)
        return await self._open(template, wish.phase)

    async def template(self, request: Request) -> Response:
        """To be kept in a file, and given back as `template` of a new workshop, here or elsewhere."""
        await self._doors.staff(request)
        id = await self._known(request)
        live = await self._house.doors.workshop(id)
        headers = {"Content-Disposition": f'attachment; filename="{id}.json"'}
        return json(template_of(live.state), headers=headers)

    async def close(self, request: Request) -> Response:
        await self._doors.staff(request)
        id = await self._known(request)
        accepted(await self._house.gateway.do(id, SYSTEM, CloseWorkshop()))
        return await self._all()

    async def drop(self, request: Request) -> Response:
        """For good, with everything people wrote in it. Whoever is there is put out first."""
        await self._doors.staff(request)
        id = await self._known(request)
        await remove(self._house, self._workshops, id, self._cut)
        return json(Gone(deleted=id))

    async def enter(self, request: Request) -> Response:
        """As what one is in the studio; the same colleague under the same name is the same person there."""
        staff = await self._doors.staff(request, StaffRole.FACILITATOR)
        wish = await decoded(request, EnterWorkshop)
        id = await self._known(request)
        link = await asyncio.to_thread(self._passes.of, staff, id)
        name = line_or_nothing(wish.name) or staff.label or self._doors.organization
        return json(asdict(await self._house.doors.enter(link, name, f"studio-{staff.id}")), 201)

    # -- opening --------------------------------------------------------------------------------------------------

    async def _open(self, template: Template, phase: PhaseId | None) -> Response:
        """Raises Refused before anything is there: for a title of nothing, for a phase that can hold no workshop."""
        if phase is not None:
            whole = await asyncio.to_thread(self._processes.with_phase, phase)
            if self._insight.methods[whole.phase(phase).face.method].workshop is None:
                raise Refused("phase_without_workshop")
        id, house = new_id(), self._house
        await open_workshop(house, id, one_line(template.title), template.language, template.time_zone)
        accepted(await house.gateway.do(id, SYSTEM, LayOut(template=template), CommandId(f"lay-out-{id}")))
        if phase is not None:
            await asyncio.to_thread(self._give, phase, id)
        return await self._all(201)

    def _give(self, id: PhaseId, workshop: WorkshopId) -> None:
        """Write into a phase that this is its workshop. Blocking."""

        def act(whole: Whole) -> Whole:
            phase = whole.phase(id)
            settings = {**phase.face.settings, "workshop": workshop}
            self._insight.methods[phase.face.method].read(settings)
            face = msgspec.structs.replace(phase.face, settings=settings)
            given = msgspec.structs.replace(phase, face=face)
            return Whole(whole.process, tuple(given if other.id == id else other for other in whole.phases))

        self._processes.change(self._processes.with_phase(id).process.id, None, act)

    async def _known(self, request: Request) -> WorkshopId:
        """Raises Refused("unknown")."""
        id = WorkshopId(request.path_params["workshop"])
        if id not in await asyncio.to_thread(self._workshops.some, [id]):
            raise Refused("unknown", kind="workshop")
        return id

    # -- answers --------------------------------------------------------------------------------------------------

    async def _all(self, status: int = 200) -> Response:
        wholes, sights = await asyncio.gather(
            asyncio.to_thread(self._processes.all), asyncio.to_thread(self._workshops.all)
        )
        return json(WorkshopsShown(workshops=self._shown(wholes, sights)), status)

    def _shown(self, wholes: Sequence[Whole], sights: Sequence[Sight]) -> tuple[WorkshopShown, ...]:
        phases = {
            workshop: phase
            for whole in wholes
            for phase in whole.phases
            if (workshop := self._insight.workshop_of(phase)) is not None
        }
        return tuple(self._row(sight, phases.get(sight.workshop.id)) for sight in sights)

    def _row(self, sight: Sight, phase: Phase | None) -> WorkshopShown:
        meeting = next(iter(self._insight.meetings(phase)), None) if phase else None
        workshop = sight.workshop
        return WorkshopShown(
            id=workshop.id,
            title=workshop.title,
            language=workshop.language,
            time_zone=workshop.time_zone,
            media=workshop.media,
            created_at=sight.created_at,
            closed_at=workshop.closed_at,
            rehearsal=workshop.rehearsal,
            has_started=sight.has_started,
            steps=sight.steps,
            minutes=sight.minutes,
            people=sight.people,
            process=phase.process if phase else None,
            phase=phase.id if phase else None,
            starts_at=meeting.starts_at if meeting else None,
            ends_at=meeting.ends_at if meeting else None,
        )
