"""All rooms at once, for those of staff who watch: told once a second, to them only, and kept only while they do."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import msgspec

from facilitation.tower import Around, Tower
from realtime.asking import convert, take
from realtime.broadcast import Packet
from realtime.connection import Connection
from realtime.forwarding import Forwarding, guarded
from realtime.gateway import Gateway, Live
from realtime.messages import Accepted, Looking, TowerView, WatchTower
from realtime.telling import Telling
from rooms.ids import ParticipantId, WorkshopId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused

TELL_S = 1.0
encode = msgspec.json.Encoder().encode


@dataclass(slots=True)
class Watched:
    """A workshop that somebody watches, and what they were told last."""

    live: Live
    tower: Tower
    connections: set[Connection] = field(default_factory=set)
    told: Packet | None = None


class Towers:
    """Those of one process. It runs on the event loop and never waits."""

    def __init__(self, gateway: Gateway, forwarding: Forwarding) -> None:
        self._gateway = gateway
        self._forwarding = forwarding
        self._watched: dict[WorkshopId, Watched] = {}
        self._telling: asyncio.Task[None] | None = None
        gateway.merged.append(self.merged)
        gateway.replaced.append(self.replaced)

    def start(self) -> None:
        self._telling = asyncio.create_task(self._run(), name="towers")

    async def stop(self) -> None:
        if self._telling is not None:
            self._telling.cancel()
            with suppress(asyncio.CancelledError):
                await self._telling

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(TELL_S)
            guarded(self.tell)

    # -- who watches ----------------------------------------------------------------------------------------------

    async def watch(self, connection: Connection, live: Live, message: Any) -> Accepted:
        """From now on, or no more. Raises Refused("not_allowed")."""
        take(connection.paces.joins)
        asked = convert(message, WatchTower)
        person = live.state.find(Participant, connection.session.participant)
        if not person.role.is_staff:
            raise Refused("not_allowed", permission=Permission.STEER.value)
        if asked.watch:
            watched = self._watched.setdefault(live.id, Watched(live, Tower(live.state)))
            watched.connections.add(connection)
            connection.send(self._view(watched))
        else:
            self.leave(connection)
        return Accepted(seq=live.state.head)

    def leave(self, connection: Connection) -> None:
        """It watches no more, or is gone."""
        if (watched := self._watched.get(connection.session.workshop)) is not None:
            watched.connections.discard(connection)
            if not watched.connections:
                del self._watched[connection.session.workshop]

    # -- what they are told ---------------------------------------------------------------------------------------

    def merged(self, live: Live, ids: Collection[str]) -> None:
        if (watched := self._watched.get(live.id)) is not None:
            guarded(watched.tower.changed, ids, self._gateway.now())

    def replaced(self, live: Live) -> None:
        if (watched := self._watched.get(live.id)) is not None:
            watched.tower = Tower(live.state)

    def tell(self) -> None:
        """What is not as it was told last, in the same bytes for all who watch."""
        for watched in list(self._watched.values()):
            packet = self._view(watched)
            if watched.told is None or packet.text != watched.told.text:
                watched.told = packet
                for connection in list(watched.connections):
                    connection.send(packet)

    def _view(self, watched: Watched) -> Packet:
        live = watched.live
        weak, speaking = self._forwarding.reach(live.id)
        around = Around(here=live.telling.here(), weak=weak, speaking=speaking)
        rooms = watched.tower.figures(around, self._gateway.now())
        return Packet("tower", encode(TowerView(rooms=rooms, staff=everybody_looking(live.telling))))


def looking(telling: Telling) -> Iterator[Looking]:
    """Where those of staff look who are connected here: in their newest tab."""
    looks: dict[ParticipantId, Looking] = {}
    for audience, group in telling.groups.items():
        if audience.is_staff:
            for connection in group.connections:
                person = connection.session.participant
                looks[person] = Looking(participant=person, look=connection.look)
    return iter(looks.values())


def everybody_looking(telling: Telling) -> tuple[Looking, ...]:
    looks = {one.participant: one for one in (*telling.elsewhere.looking, *looking(telling))}
    return tuple(sorted(looks.values(), key=lambda one: one.participant))
