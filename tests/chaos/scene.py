"""The workshop that the crowd meets in: a board and two polls in plenary, a common text in each of two groups."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx2

from facilitation.workshop import decode
from persistence.links import Link
from rooms.activities.poll import Poll
from rooms.agenda import Room, RoomKind, Step
from rooms.deciding import SYSTEM
from rooms.ids import ParticipantId, RoomId, WorkshopId
from rooms.permissions import Role
from rooms.state import State
from web.app import open_house
from web.doors import accepted
from web.opening import links_for_all, open_workshop
from web.settings import Settings

WORKSHOP = WorkshopId("w1")
COLUMNS = [{"id": "keep", "title": "Garder"}, {"id": "leave", "title": "Laisser"}]
BOARD = {"kind": "board", "columns": COLUMNS, "anonymous": True, "dots": 5, "dots_per_note": 2}
CONCLUSION = {"kind": "conclusion"}
POLLS = (
    {"text": "Sous son nom ?", "options": ["Oui", "Non"]},
    {"text": "En secret ?", "options": ["Oui", "Non"], "way": "secret"},
)


@dataclass(frozen=True, slots=True)
class Scene:
    links: dict[Role, str]
    """Their tokens."""
    plenary: RoomId
    groups: tuple[RoomId, ...]


async def set_scene(settings: Settings) -> Scene:
    """Made by a process that is gone when the others come."""
    house = open_house(settings)
    await open_workshop(house, WORKSHOP, "Atelier", "fr", "Europe/Paris")
    live = await house.gateway.open(WORKSHOP)

    async def do(type: str, **fields: Any) -> None:
        accepted(await house.gateway.do(WORKSHOP, SYSTEM, decode({"type": type, **fields})))

    for name in ("Un", "Deux"):
        await do("room.add", name=name)
    await do("step.add", title="Écrire", plenary=BOARD, groups=CONCLUSION, minutes=600)
    (step,) = live.state.all(Step)
    await do("step.start", step=step.id, seen=None)
    plenary, groups = rooms_of(live.state)
    board = next(one for one in live.state.in_room(plenary) if one.kind == "board")
    await do("board.reveal", activity=board.id)
    for question in POLLS:
        await do("poll.add", activity=board.id, question=question)
    for poll in list(live.state.all(Poll)):
        await do("poll.open", poll=poll.id)
    links: dict[Role, Link] = await asyncio.to_thread(links_for_all, house, WORKSHOP)
    tokens = {role: house.doors.token(link) for role, link in links.items()}
    await house.close()
    return Scene(tokens, plenary, groups)


def rooms_of(state: State) -> tuple[RoomId, tuple[RoomId, ...]]:
    (plenary,) = (room.id for room in state.all(Room) if room.room_kind is RoomKind.PLENARY)
    return plenary, tuple(room.id for room in state.all(Room) if room.room_kind is RoomKind.GROUP)


async def join(url: str, token: str, name: str) -> tuple[str, ParticipantId]:
    """The session of somebody new."""
    async with httpx2.AsyncClient(base_url=url, timeout=30) as http:
        answer = await http.post("/api/join", json={"token": token, "name": name, "attempt": name})
    answer.raise_for_status()
    return str(answer.json()["session"]), ParticipantId(answer.json()["participant"])
