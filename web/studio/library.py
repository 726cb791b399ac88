"""Agendas to begin from, over HTTP: those that come with Palabre and the organization's own, kept here."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.template import template_of
from persistence.agendas import Agendas, KeptAgenda
from persistence.overview import Workshops
from rooms.permissions import Permission
from rooms.refusal import Refused
from web.answers import json
from web.bodies import decoded, received
from web.doors import Doors
from web.library import by_title, library, shipped
from web.library.file import FILE_MAX, Entry, Tree, called, checked, entry_of, opened, title_of, tree_of
from web.studio.doors import StudioDoors
from web.studio.messages import AgendaShown, LibraryShown, RenameAgenda, SaveAgenda


class LibraryDesk:
    """`now` gives epoch milliseconds."""

    def __init__(
        self, doors: StudioDoors, entrance: Doors, workshops: Workshops, agendas: Agendas, now: Callable[[], int]
    ) -> None:
        self._doors = doors
        self._entrance = entrance
        self._workshops = workshops
        self._agendas = agendas
        self._now = now

    def routes(self) -> list[BaseRoute]:
        whole, one = "/api/studio/library", "/api/studio/library/{agenda}"
        return [
            Route("/api/library", self.at_desk, methods=["GET"]),
            Route(whole, self.list, methods=["GET"]),
            Route(whole, self.save, methods=["POST"]),
            Route(f"{whole}/file", self.take, methods=["POST"]),
            Route(one, self.rename, methods=["PUT"]),
            Route(one, self.drop, methods=["DELETE"]),
            Route(f"{one}/file", self.file, methods=["GET"]),
        ]

    async def at_desk(self, request: Request) -> Response:
        """For whoever steers a workshop, to insert one."""
        member = await self._entrance.member(request.headers.get("authorization", ""))
        member.require(Permission.STEER)
        return await self._all(request)

    async def list(self, request: Request) -> Response:
        await self._doors.staff(request)
        return await self._all(request)

    async def save(self, request: Request) -> Response:
        """The steps of a workshop, whether it has begun or not."""
        await self._doors.staff(request)
        wish = await decoded(request, SaveAgenda)
        if wish.workshop not in await asyncio.to_thread(self._workshops.some, [wish.workshop]):
            raise Refused("unknown", kind="workshop")
        live = await self._entrance.workshop(wish.workshop)
        template = template_of(live.state)
        await asyncio.to_thread(lambda: self._keep(tree_of(template, wish.title, wish.purpose, wish.when)))
        return await self._all(request, 201)

    async def take(self, request: Request) -> Response:
        """The body is the file; `?title=` is what to call it instead. Whatever it is, nothing else changes."""
        await self._doors.staff(request)
        body = await received(request, FILE_MAX)
        title = request.query_params.get("title", "")
        await asyncio.to_thread(lambda: self._keep(_retitled(opened(body), title)))
        return await self._all(request, 201)

    async def rename(self, request: Request) -> Response:
        await self._doors.staff(request)
        wish = await decoded(request, RenameAgenda)
        await asyncio.to_thread(self._rename, request.path_params["agenda"], wish.title)
        return await self._all(request)

    async def drop(self, request: Request) -> Response:
        await self._doors.staff(request)
        await asyncio.to_thread(self._agendas.drop, request.path_params["agenda"])
        return await self._all(request)

    async def file(self, request: Request) -> Response:
        """As it can be taken in again, here or elsewhere. Those that come with Palabre too, in all their languages."""
        await self._doors.staff(request)
        key = request.path_params["agenda"]
        tree = shipped().get(key) or tree_in(await asyncio.to_thread(self._agendas.find, key))
        return json(tree, headers={"Content-Disposition": f'attachment; filename="{key}.json"'})

    # -- keeping --------------------------------------------------------------------------------------------------

    def _keep(self, tree: Tree) -> None:
        """Blocking."""
        body = msgspec.json.encode(tree).decode()
        self._agendas.add(KeptAgenda(secrets.token_hex(8), _name(tree), body, self._now()))

    def _rename(self, id: str, title: str) -> None:
        """Blocking."""
        tree = called(tree_in(self._agendas.find(id)), title)
        self._agendas.change(id, _name(tree), msgspec.json.encode(tree).decode())

    # -- answers --------------------------------------------------------------------------------------------------

    async def _all(self, request: Request, status: int = 200) -> Response:
        language = request.query_params.get("language", "")
        return json(await asyncio.to_thread(self._shown, language), status)

    def _shown(self, language: str) -> LibraryShown:
        """The organization's own first. Blocking."""
        own = by_title(entry_of(tree_in(kept), language, kept.id) for kept in self._agendas.all())
        return LibraryShown(agendas=(*_rows(own, own=True), *_rows(library(language), own=False)))


def tree_in(kept: KeptAgenda) -> Tree:
    return msgspec.json.decode(kept.body, type=Tree)


def _retitled(tree: Tree, title: str) -> Tree:
    """The title may be the one thing that was amiss."""
    return checked(called(tree, title)) if title else tree


def _name(tree: Tree) -> str:
    return title_of(tree).casefold()


def _rows(entries: Iterable[Entry], own: bool) -> tuple[AgendaShown, ...]:
    return tuple(_row(entry, own) for entry in entries)


def _row(entry: Entry, own: bool) -> AgendaShown:
    least, most = entry.people or (None, None)
    return AgendaShown(
        key=entry.key,
        own=own,
        title=entry.title,
        purpose=entry.purpose,
        when=entry.when,
        least=least,
        most=most,
        minutes=entry.minutes,
        template=entry.template,
    )
