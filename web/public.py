"""What anybody may read before they come in: the processes there are, each with its calendar, and what is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from facilitation.access import Descriptor
from facilitation.methods import Meeting
from facilitation.minutes.order import in_order
from facilitation.process import Moment, Phase, Process, Publication, in_time
from persistence.links import Links
from persistence.overview import Sight
from persistence.processes import Processes, Whole
from rooms.activities.tally import FEWEST
from rooms.agenda import Workshop
from rooms.ids import PhaseId, WorkshopId
from rooms.permissions import Role
from rooms.refusal import Refused
from web import rules
from web.calendars import calendar
from web.doors import Doors
from web.files import FileStore
from web.languages import LANGUAGES, Texts
from web.moments import Moments
from web.paper import Paper
from web.retention import Promise, promises
from web.settings import Settings
from web.studio.insight import Insight, Sights

MARK = {Moment.PAST: "done", Moment.NOW: "now", Moment.TO_COME: "todo"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase as its page shows it. `doors` are its actions by name, `minutes` the address of published ones."""

    phase: Phase
    moment: Moment
    mark: str
    doors: dict[str, Descriptor]
    meetings: tuple[Meeting, ...]
    template: str
    contributions: int
    tallies: int
    has_results: bool
    workshop: WorkshopId | None
    minutes: str | None


class PublicPages:
    """`now` gives epoch milliseconds. A draft is answered as what does not exist."""

    def __init__(
        self,
        paper: Paper,
        processes: Processes,
        insight: Insight,
        doors: Doors,
        links: Links,
        store: FileStore,
        settings: Settings,
        now: Callable[[], int],
    ) -> None:
        self._paper = paper
        self._processes = processes
        self._insight = insight
        self._doors = doors
        self._links = links
        self._store = store
        self._settings = settings
        self._now = now

    def routes(self) -> list[BaseRoute]:
        one = "/p/{slug}"
        return [
            Route(one, self.process),
            Route(f"{one}/calendar.ics", self.feed),
            Route(f"{one}/documents/{{document}}", self.document),
            Route(f"{one}/phases/{{phase}}", self.phase),
            Route(f"{one}/phases/{{phase}}/calendar.ics", self.meeting_feed),
            Route(f"{one}/phases/{{phase}}/join", self.join),
            Route("/privacy", self.privacy),
            Route("/accessibility", self.accessibility),
            Route("/browsers", self.browsers),
            Route("/rules", self.rules),
        ]

    # -- processes ------------------------------------------------------------------------------------------------

    async def home(
        self, request: Request, status: int = 200, code_error: str | None = None, typed: str | None = None
    ) -> Response:
        """The form for a code, and the processes one may read of."""
        wholes = await asyncio.to_thread(self._processes.all)
        texts, now = self._paper.texts(request), self._now()
        shown = [whole for whole in wholes if whole.process.publication is not Publication.DRAFT]
        cards = [self._card(whole, texts, now) for whole in shown]
        is_past = [whole.process.publication is Publication.ARCHIVED for whole in shown]
        return self._paper.page(
            request,
            "home",
            status,
            code_error=code_error,
            typed=typed,
            current=[card for card, past in zip(cards, is_past, strict=True) if not past],
            archived=[card for card, past in zip(cards, is_past, strict=True) if past],
        )

    async def process(self, request: Request) -> Response:
        whole = await self._published(request)
        texts, now = self._texts(request, whole), self._now()
        sights = await self._insight.workshops(whole.phases)
        said = await asyncio.to_thread(self._processes.counts)
        voted = await asyncio.to_thread(self._processes.tally_counts)
        stretches = [
            self._stretch(whole, phase, sights, said.get(phase.id, 0), voted.get(phase.id, 0), now)
            for phase in in_time(whole.phases)
        ]
        main = [stretch for stretch in stretches if not stretch.phase.face.track]
        beside = [stretch for stretch in stretches if stretch.phase.face.track]
        coming = sorted(
            ((meeting, stretch) for stretch in stretches for meeting in stretch.meetings if meeting.ends_at > now),
            key=lambda pair: pair[0].starts_at,
        )
        return self._paper.page(
            request,
            "process",
            language=whole.process.face.language,
            process=whole.process,
            stretches=list(enumerate(main, 1)),
            beside=beside,
            next=coming[0] if coming else None,
            meetings=coming,
            now=now,
            moments=Moments(texts, whole.process.face.time_zone),
            span=self._span(whole, texts),
            url=self._url(whole.process),
        )

    async def phase(self, request: Request) -> Response:
        """What was said in a phase, and what became of it."""
        whole = await self._published(request)
        phase = whole.phase(PhaseId(request.path_params["phase"]))
        contributions = await asyncio.to_thread(self._processes.contributions, [phase.id])
        tallies = await asyncio.to_thread(self._processes.tallies, [phase.id])
        texts, now = self._texts(request, whole), self._now()
        sights = await self._insight.workshops([phase])
        stretch = self._stretch(whole, phase, sights, len(contributions), len(tallies), now)
        if not stretch.has_results:
            contributions, tallies = [], []
        return self._paper.page(
            request,
            "phase",
            language=whole.process.face.language,
            process=whole.process,
            stretch=stretch,
            contributions=contributions[: rules.SHOWN_AT_ONCE],
            more=max(0, len(contributions) - rules.SHOWN_AT_ONCE),
            tallies=[tally.for_everybody() for tally in tallies],
            fewest=FEWEST,
            moments=Moments(texts, whole.process.face.time_zone),
            url=self._url(whole.process),
        )

    async def document(self, request: Request) -> Response:
        whole = await self._published(request)
        id = request.path_params["document"]
        for document in whole.process.documents:
            if document.id == id:
                break
        else:
            raise Refused("unknown", kind="file")
        try:
            body = await asyncio.to_thread(self._store.path(document.sha256).read_bytes)
        except FileNotFoundError as error:
            raise Refused("file_lost") from error
        headers = {
            "Content-Disposition": f"inline; filename*=UTF-8''{quote(document.title)}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "public, max-age=3600",
        }
        return Response(body, headers=headers, media_type=document.media_type)

    async def minutes(self, workshop: WorkshopId) -> str | None:
        """Where those of a workshop are, once they are published."""
        return minutes_of(await self._insight.sight(workshop))

    async def join(self, request: Request) -> Response:
        """Through the open door of a workshop to its way in; where it is shut, to the page that says why."""
        whole = await self._published(request)
        phase = whole.phase(PhaseId(request.path_params["phase"]))
        sights = await self._insight.workshops([phase])
        doors = self._insight.doors(whole.process, phase, sights, self._now())
        workshop = self._insight.workshop_of(phase)
        token = await self._way_in(workshop) if workshop and any(d.enabled for d in doors) else None
        language = request.query_params.get("lang")
        query = f"?lang={language}" if language in LANGUAGES else ""
        if token is None:
            return RedirectResponse(f"/p/{whole.process.face.slug}{query}#phase-{phase.id}", 303)
        return RedirectResponse(f"/j/{token}{query}", 303)

    async def _way_in(self, workshop: WorkshopId) -> str | None:
        """The token of a participants' link that holds."""
        now = self._now()
        for link in await asyncio.to_thread(self._links.of, workshop):
            is_over = link.revoked_at is not None or (link.expires_at is not None and link.expires_at <= now)
            if link.role is Role.PARTICIPANT and not is_over and link.participant is None:
                return self._doors.token(link)
        return None

    # -- calendars ------------------------------------------------------------------------------------------------

    async def feed(self, request: Request) -> Response:
        whole = await self._published(request)
        meetings = [meeting for phase in whole.phases for meeting in self._insight.meetings(phase)]
        return ics(calendar(whole.process, self._url(whole.process), whole.phases, meetings), whole.process.face.slug)

    async def meeting_feed(self, request: Request) -> Response:
        whole = await self._published(request)
        phase = whole.phase(PhaseId(request.path_params["phase"]))
        meetings = self._insight.meetings(phase)
        phases = () if meetings else (phase,)
        return ics(calendar(whole.process, self._url(whole.process), phases, meetings), phase.id)

    # -- what is promised of everything ---------------------------------------------------------------------------

    async def privacy(self, request: Request) -> Response:
        """From what is really set: what is not switched on is not spoken of."""
        media = self._settings.media
        wholes = [
            whole
            for whole in await asyncio.to_thread(self._processes.all)
            if whole.process.publication is Publication.PUBLISHED
        ]
        sights = await self._insight.workshops(phase for whole in wholes for phase in whole.phases)
        texts = self._paper.texts(request)
        contacts = [(whole.process.face.title, whole.process.face.contact) for whole in wholes]
        return self._paper.page(
            request,
            "privacy",
            has_media=media.worker != "off",
            helpers=[url.partition(":")[2].partition("?")[0] for url in (*media.stun, *media.turn)],
            workshops=[await self._promises(id, texts) for id in sights],
            contacts=[(title, contact) for title, contact in contacts if contact],
        )

    async def _promises(self, id: WorkshopId, texts: Texts) -> tuple[Workshop, list[Promise]]:
        """A workshop, and for how long it keeps what."""
        state = (await self._doors.workshop(id)).state
        return next(state.all(Workshop)), promises(state, texts)

    async def accessibility(self, request: Request) -> Response:
        return self._paper.page(request, "accessibility")

    async def browsers(self, request: Request) -> Response:
        return self._paper.page(request, "browsers", has_media=self._settings.media.worker != "off")

    async def rules(self, request: Request) -> Response:
        """How the program orders, draws, counts and shows, with its own numbers."""
        parts = rules.parts(self._settings.media.worker != "off")
        acts = await self._insight.acts()
        kept = [(act.value, reason.value if reason else "", acts[act, reason]) for act, reason in in_order(acts)]
        return self._paper.page(request, "rules", parts=parts, numbers=rules.NUMBERS, kept=kept)

    # -- parts ----------------------------------------------------------------------------------------------------

    async def _published(self, request: Request) -> Whole:
        whole = await asyncio.to_thread(self._processes.by_slug, request.path_params["slug"])
        if whole.process.publication is Publication.DRAFT:
            raise Refused("unknown", kind="process")
        return whole

    def _texts(self, request: Request, whole: Whole) -> Texts:
        return self._paper.texts(request, whole.process.face.language)

    def _url(self, process: Process) -> str:
        return f"{self._settings.url}/p/{process.face.slug}"

    def _span(self, whole: Whole, texts: Texts) -> str:
        starts = [phase.face.starts_at for phase in whole.phases if phase.face.starts_at is not None]
        ends = [phase.face.ends_at for phase in whole.phases if phase.face.ends_at is not None]
        return Moments(texts, whole.process.face.time_zone).span(min(starts), max(ends)) if starts and ends else ""

    def _card(self, whole: Whole, texts: Texts, now: int) -> dict[str, Any]:
        """A process on the home page."""
        current = next((phase for phase in in_time(whole.phases) if phase.moment(now) is Moment.NOW), None)
        return {"process": whole.process, "span": self._span(whole, texts), "current": current}

    def _stretch(
        self, whole: Whole, phase: Phase, sights: Sights, contributions: int, tallies: int, now: int
    ) -> Stretch:
        method = self._insight.methods.known.get(phase.face.method)
        moment = phase.moment(now)
        settings = phase.face.settings
        workshop = self._insight.workshop_of(phase)
        sight = sights.get(workshop) if workshop else None
        return Stretch(
            phase=phase,
            moment=moment,
            mark=MARK[moment],
            doors={door.action: door for door in self._insight.doors(whole.process, phase, sights, now)},
            meetings=self._insight.meetings(phase),
            template=method.template if method else "",
            contributions=contributions,
            tallies=tallies,
            has_results=contributions + tallies > 0 and bool(settings.get("shows_contributions", True)),
            workshop=workshop if sight else None,
            minutes=minutes_of(sight),
        )


def minutes_of(sight: Sight | None) -> str | None:
    return f"/minutes/{sight.workshop.id}" if sight and sight.has_minutes else None


def ics(body: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'inline; filename="{name}.ics"', "Cache-Control": "public, max-age=900"}
    return Response(body, headers=headers, media_type="text/calendar")
