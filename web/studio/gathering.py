"""What phases gather and hand on: typed in, read from a file, taken from a workshop, laid on a board."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.contribution import Given
from facilitation.handing import contributions_of, seed_of, tallies_of
from facilitation.process import Phase
from facilitation.staff import StaffRole
from persistence.processes import Processes, Whole
from realtime.gateway import Gateway, Live
from rooms.activities.conclusion import Field, FieldKind
from rooms.activities.seeding import SEEDS_MAX, SeedNotes
from rooms.agenda import Workshop
from rooms.deciding import SYSTEM
from rooms.ids import ContributionId, PhaseId, WorkshopId
from rooms.refusal import Refused
from web.answers import json
from web.bodies import decoded
from web.doors import Doors, accepted
from web.files import uploaded
from web.languages import Catalogues, Texts
from web.returning import FIELDS
from web.studio.doors import StudioDoors
from web.studio.insight import Insight
from web.studio.messages import ContributionsShown, GiveContributions, SeedBoard, Seeded
from web.studio.sheets import read_sheet


class Gathering:
    """`now` gives epoch milliseconds."""

    def __init__(
        self,
        studio: StudioDoors,
        doors: Doors,
        gateway: Gateway,
        processes: Processes,
        insight: Insight,
        catalogues: Catalogues,
        now: Callable[[], int],
    ) -> None:
        self._studio = studio
        self._doors = doors
        self._gateway = gateway
        self._processes = processes
        self._insight = insight
        self._catalogues = catalogues
        self._now = now

    def routes(self) -> list[BaseRoute]:
        phase = "/api/studio/phases/{phase}"
        return [
            Route(f"{phase}/contributions", self.list, methods=["GET"]),
            Route(f"{phase}/contributions", self.give, methods=["POST"]),
            Route(f"{phase}/contributions.csv", self.read, methods=["POST"]),
            Route(f"{phase}/collect", self.collect, methods=["POST"]),
            Route(f"{phase}/tallies/{{tally}}", self.drop_tally, methods=["DELETE"]),
            Route("/api/studio/contributions/{contribution}", self.drop, methods=["DELETE"]),
            Route("/api/studio/workshops/{workshop}/seed", self.seed, methods=["POST"]),
        ]

    async def list(self, request: Request) -> Response:
        """For organizers: results that pages withhold stand in it."""
        await self._studio.staff(request, StaffRole.ORGANIZER)
        _, phase = await self._phase(phase_of(request))
        return await self._shown(phase.id)

    async def give(self, request: Request) -> Response:
        await self._studio.staff(request)
        whole, phase = await self._phase(phase_of(request))
        wish = await decoded(request, GiveContributions)
        return await self._keep(whole, phase, wish.contributions)

    async def read(self, request: Request) -> Response:
        await self._studio.staff(request)
        whole, phase = await self._phase(phase_of(request))
        _, body = await uploaded(request)
        return await self._keep(whole, phase, await asyncio.to_thread(read_sheet, body))

    async def drop(self, request: Request) -> Response:
        await self._studio.staff(request)
        id = ContributionId(request.path_params["contribution"])
        return await self._shown(await asyncio.to_thread(self._processes.drop_contribution, id))

    async def drop_tally(self, request: Request) -> Response:
        await self._studio.staff(request)
        phase = phase_of(request)
        await asyncio.to_thread(self._processes.drop_tally, phase, request.path_params["tally"])
        return await self._shown(phase)

    async def collect(self, request: Request) -> Response:
        """What its workshop has adopted, and the results it has published. Again: as they are now, and nothing else."""
        await self._studio.staff(request)
        _, phase = await self._phase(phase_of(request))
        workshop = self._insight.workshop_of(phase)
        if workshop is None:
            raise Refused("phase_without_workshop")
        state, now = (await self._doors.workshop(workshop)).state, self._now()
        (held,) = state.all(Workshop)
        texts = self._catalogues[held.language]
        contributions = contributions_of(state, phase.id, now, lambda field: title_of(field, texts))
        tallies = tallies_of(state, phase.id, now)
        await asyncio.to_thread(self._processes.collect, phase.id, workshop, contributions, tallies)
        return await self._shown(phase.id)

    async def seed(self, request: Request) -> Response:
        """Contributions as notes of a board, each saying where it comes from."""
        await self._studio.staff(request)
        wish = await decoded(request, SeedBoard)
        live = await self._doors.workshop(WorkshopId(request.path_params["workshop"]))
        _, phase = await self._phase(wish.phase)
        given = await asyncio.to_thread(self._processes.contributions, [phase.id])
        chosen = set(wish.contributions)
        seeds = tuple(seed_of(one, phase.face.title) for one in given if not chosen or one.id in chosen)
        if len(seeds) > SEEDS_MAX:
            raise Refused("too_many_contributions", most=SEEDS_MAX)
        await self._lay(live, SeedNotes(activity=wish.activity, column=wish.column, seeds=seeds))
        return json(Seeded(notes=len(seeds)))

    async def _lay(self, live: Live, command: SeedNotes) -> None:
        accepted(await self._gateway.do(live.id, SYSTEM, command))

    async def _keep(self, whole: Whole, phase: Phase, given: Sequence[Given]) -> Response:
        """Raises Refused("phase_gives_nothing") where the phase's method has no contributions."""
        if not self._insight.methods[phase.face.method].gives:
            raise Refused("phase_gives_nothing", phase=phase.id)
        now, language = self._now(), whole.process.face.language
        kept = [
            one.contribution(ContributionId(secrets.token_hex(8)), phase.id, language, now + place)
            for place, one in enumerate(given)
        ]
        await asyncio.to_thread(self._processes.keep, kept)
        return await self._shown(phase.id, 201)

    async def _phase(self, id: PhaseId) -> tuple[Whole, Phase]:
        whole = await asyncio.to_thread(self._processes.with_phase, id)
        return whole, whole.phase(id)

    async def _shown(self, phase: PhaseId, status: int = 200) -> Response:
        contributions = await asyncio.to_thread(self._processes.contributions, [phase])
        tallies = await asyncio.to_thread(self._processes.tallies, [phase])
        withheld = tuple(tally.id for tally in tallies if tally.is_withheld)
        shown = ContributionsShown(contributions=tuple(contributions), tallies=tuple(tallies), withheld=withheld)
        return json(shown, status)


def phase_of(request: Request) -> PhaseId:
    return PhaseId(request.path_params["phase"])


def title_of(field: Field, texts: Texts) -> str:
    id = FieldKind.MINORITY.value if field.kind is FieldKind.MINORITY else field.id
    return field.title or (texts(f"mine-field-{id}") if id in FIELDS else "")
