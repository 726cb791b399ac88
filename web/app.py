"""The composition root: the one place where concrete parts meet."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from random import SystemRandom
from typing import Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount

from media.host import Media, Worker, WorkerArguments
from persistence.acts import Acts
from persistence.agendas import Agendas
from persistence.colleagues import Colleagues
from persistence.documents import Documents as KeptDocuments
from persistence.engine import open_engine
from persistence.journal import Journal
from persistence.links import Links
from persistence.minutes import Minutes
from persistence.outbox import Outbox
from persistence.overview import Workshops
from persistence.processes import Processes
from persistence.secret import secret
from persistence.sessions import SessionEnds
from persistence.signing import SignIns
from persistence.studio import Kept, StudioLinks
from realtime.documents import SharedDocuments
from realtime.forwarding import Forwarding
from realtime.gateway import Gateway
from realtime.lag import Lag
from realtime.neighbours import Alone, ByRedis, Neighbours
from realtime.server import Server
from rooms.chance import Chance
from rooms.refusal import Refused
from web.acting import WriteActs
from web.answers import AnswerFailures, is_api, refusal, refused_by
from web.assets import Assets
from web.attempts import Attempts, Pace
from web.brand import KEY as BRANDING
from web.brand import Brand, BrandDesk
from web.codes_by_mail import CodesByMail
from web.composing import Composing
from web.doors import Doors
from web.draining import Draining
from web.editions import Editions
from web.exports import Exports
from web.files import Files, FileStore
from web.front import STATIC, Front
from web.headers import SafetyHeaders
from web.health import Health
from web.house import House
from web.identifying import Identifying
from web.joining import Joining
from web.languages import Catalogues
from web.leaving import BACK
from web.letters import Letters
from web.mail import Post
from web.making import Making
from web.methods import installed
from web.numbers import bound_numbers
from web.openapi import Description
from web.openid import Provider
from web.origins import OwnOrigin
from web.pages import Pages
from web.paper import Paper
from web.pictures import AT_ONCE as PICTURES_AT_ONCE
from web.pictures import WAITING_MOST as PICTURES_WAITING
from web.pictures import Pictures
from web.public import PublicPages
from web.published import Published
from web.purging import Purging
from web.rehearsing import Rehearsals
from web.renewing import Renewing
from web.requests import Requests
from web.returning import Returning
from web.settings import MediaSettings, Settings
from web.sharing import Addresses, Revocations, Sharing
from web.showing import Showing
from web.studio.archives import ArchiveDesk
from web.studio.colleagues import ColleagueDesk, Invitations
from web.studio.documents import Documents
from web.studio.doors import StudioDoors
from web.studio.gathering import Gathering
from web.studio.insight import Insight
from web.studio.library import LibraryDesk
from web.studio.log import LogDesk
from web.studio.passes import Passes
from web.studio.processes import ProcessDesk
from web.studio.signing import SigningIn
from web.studio.status import Beating, StatusDesk
from web.studio.workshops import WorkshopDesk
from web.tokens import Tokens
from web.turn import IceServers
from web.turns import Turns

LOCALES = Path(__file__).parent / "locales"
AT_ONCE = 2
"""Documents and archives made at a time."""


def epoch_ms() -> int:
    return time.time_ns() // 1_000_000


def open_house(
    settings: Settings, now: Callable[[], int] = epoch_ms, at: Callable[[str], None] = lambda point: None
) -> House:
    """`at` is told the points of a commit where a test may end the process."""
    engine = open_engine(settings.database)
    journal = Journal(engine)
    gateway = Gateway(journal, now, Chance(SystemRandom()), at)
    links = Links(engine)
    catalogues = Catalogues(
        LOCALES,
        "pages",
        "public",
        "tallies",
        "polls",
        "rules",
        "mine",
        "reporting",
        "order",
        "compose-door",
        "identity",
    )
    tokens = Tokens(secret(engine))
    pace = Pace(settings.redis)
    renewing = Renewing(SessionEnds(engine), tokens, now)
    doors = Doors(links, tokens, renewing, gateway, Attempts(settings.redis), pace, catalogues, now)
    return House(
        settings=settings,
        engine=engine,
        journal=journal,
        gateway=gateway,
        pace=pace,
        links=links,
        tokens=tokens,
        catalogues=catalogues,
        doors=doors,
        addresses=Addresses(doors, tokens, settings.url),
        now=now,
    )


def media_worker(settings: MediaSettings) -> Media | None:
    """As the settings say: one of our own, one elsewhere, or none."""
    match settings.worker:
        case "off":
            return None
        case "spawn":
            return Worker(worker_arguments(settings))
        case address:
            return Worker(address=address, secret=settings.secret)


def worker_arguments(settings: MediaSettings) -> WorkerArguments:
    return WorkerArguments(
        port=settings.port, may_take_another_port=not settings.is_port_set, announced=settings.announced
    )


def neighbours(house: House) -> Neighbours:
    """Several installations may share a Redis: the channel is named after what only this one knows."""
    redis = house.settings.redis
    return ByRedis(redis, f"palabre-{house.tokens.derived_id('neighbours')}") if redis else Alone()


class Part(Protocol):
    """Some pages, or a part of the API."""

    def routes(self) -> list[BaseRoute]: ...


def organizers_and_public(
    house: House,
    brand: Brand,
    front: Front,
    paper: Paper,
    insight: Insight,
    post: Post,
    pictures: Pictures,
    media: Media | None,
    cut: Callable[[str], None],
) -> tuple[Part, ...]:
    """The studio, and what anybody may read."""
    settings, engine, now = house.settings, house.engine, house.now
    processes, store = Processes(engine), FileStore(house.settings.files)
    attempts, pace, colleagues = Attempts(settings.redis), house.pace, Colleagues(engine)
    letters = Letters(Catalogues(LOCALES, "letters"), brand)
    invitations = Invitations(colleagues, letters, house.addresses, now)
    provider = Provider(settings.openid, f"{settings.url}/studio/openid") if settings.openid.issuer else None
    passes = Passes(house, colleagues, cut)
    sign_ins = SignIns(engine)
    codes = CodesByMail(sign_ins, house.tokens, attempts, pace, post.hurry, now)
    citizens = Provider(settings.openid, f"{settings.url}{BACK}") if settings.openid.issuer else None
    identifying = Identifying(house.doors, sign_ins, codes, house.tokens, attempts, pace, letters, citizens, now)
    doors = StudioDoors(StudioLinks(engine), colleagues, house.tokens, attempts, pace, house.addresses, brand, now)
    desk = ProcessDesk(doors, processes, insight, settings.url, now)
    public = PublicPages(paper, processes, insight, house.doors, house.links, store, settings, now)
    return (
        doors,
        SigningIn(
            doors,
            colleagues,
            sign_ins,
            codes,
            house.tokens,
            attempts,
            pace,
            letters,
            provider,
            brand,
            settings.url,
            now,
        ),
        identifying,
        Showing(house.doors, identifying, house.gateway, house.tokens, settings.url.startswith("https:")),
        LogDesk(doors, Acts(engine), colleagues, StudioLinks(engine)),
        StatusDesk(house, doors, media),
        ColleagueDesk(doors, colleagues, invitations, passes, post.hurry, now),
        desk,
        Documents(doors, desk, processes, store, pictures, now),
        Gathering(doors, house.doors, house.gateway, processes, insight, house.catalogues, now),
        WorkshopDesk(house, doors, processes, Workshops(engine), insight, passes, cut),
        LibraryDesk(doors, house.doors, Workshops(engine), Agendas(engine), now),
        ArchiveDesk(house, doors),
        BrandDesk(doors, brand, store, pictures),
        public,
        Pages(house.doors, identifying, paper, front, public, settings.url),
    )


def create_app(house: House, static: Path = STATIC, media: Media | None = None) -> Starlette:
    """Serves the house, and closes it when it ends. `state.realtime` is the socket server, to drain before that.

    `media` carries voice and video; without one there are none.
    """
    bound_numbers()
    written = KeptDocuments(house.engine)
    documents = SharedDocuments(house.gateway, written)
    forwarding = Forwarding(house.gateway, media, IceServers(house.settings.media, house.now))
    realtime = Server(
        house.gateway, house.doors.session, forwarding, documents, house.settings.may_poll, neighbours(house)
    )
    front = Front(static)
    brand = Brand(Kept(house.engine, BRANDING), house.settings.organization)
    methods = installed()
    packages = {method.template.partition(":")[0] for method in methods.known.values() if method.template}
    paper = Paper(house.catalogues, front, brand, packages, house.settings.may_poll)
    insight = Insight(methods, Workshops(house.engine), house.now)
    kept, turns = Minutes(house.engine), Turns.of(AT_ONCE)
    pictures = Pictures(Turns.of(PICTURES_AT_ONCE, PICTURES_WAITING))
    words = Catalogues(LOCALES, "minutes", "order")
    lag = Lag()
    beating = Beating(house, realtime, lag)
    post = Post(Outbox(house.engine), house.settings.mail, house.now)
    rehearsals = Rehearsals(house, Workshops(house.engine), realtime.cut)
    parts: tuple[Part, ...] = (
        rehearsals,
        Health(house.journal, realtime, lag, house.settings.metrics_token),
        Joining(house.doors),
        Composing(house.doors, house.gateway),
        Sharing(house.doors, house.links, house.addresses, realtime.cut, house.now),
        Files(house.doors, house.gateway, FileStore(house.settings.files), pictures, house.pace),
        Exports(house, turns),
        Editions(house.doors, kept, Making(house.settings.database, turns, house.now), words, house.now),
        Published(kept, words),
        Assets(static),
        Returning(house.doors, house.gateway, house.links, house.addresses, paper, realtime, kept, written, house.now),
        *organizers_and_public(house, brand, front, paper, insight, post, pictures, media, realtime.cut),
    )

    def answer(request: Request, refused: Refused) -> Response:
        return refusal(refused) if is_api(request) else paper.fault(request, refused)

    async def answer_http(request: Request, error: Exception) -> Response:
        return answer(request, refused_by(error))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await realtime.start()
        await asyncio.to_thread(brand.read)
        by_themselves = [
            asyncio.create_task(Revocations(house.gateway, house.links, SessionEnds(house.engine), realtime).run()),
            asyncio.create_task(Purging(house).run()),
            asyncio.create_task(brand.run()),
            asyncio.create_task(rehearsals.run()),
            asyncio.create_task(lag.run()),
            asyncio.create_task(post.run()),
            asyncio.create_task(beating.run()),
        ]
        try:
            yield
        finally:
            for task in by_themselves:
                task.cancel()
            await beating.stop()
            await rehearsals.stop()
            await realtime.stop()
            house.engine.dispose()

    served = [route for part in parts for route in part.routes()]
    routes = [Mount("/socket.io", app=realtime.app), *served, *Description(served).routes()]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[
            Middleware(Requests),
            Middleware(SafetyHeaders),
            Middleware(Draining, lambda: realtime.is_draining),
            Middleware(AnswerFailures, answer),
            Middleware(OwnOrigin),
            Middleware(WriteActs, Acts(house.engine), house.now),
        ],
        exception_handlers={HTTPException: answer_http},
    )
    app.state.realtime = realtime
    return app
