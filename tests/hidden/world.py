"""A workshop full of secrets, each known by a word that stands nowhere else, and people of every kind."""

from __future__ import annotations

import asyncio
import io
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from pycrdt import Doc, Text
from sqlalchemy import select

from facilitation.workshop import decode
from persistence import tables
from persistence.links import Links
from realtime.connection import Budget, Paces
from realtime.messages import Accepted
from rooms.activities.board import Board
from rooms.activities.conclusion import Conclusion
from rooms.activities.discussion import Discussion
from rooms.activities.poll import Poll
from rooms.agenda import Room, Step, Workshop
from rooms.deciding import Actor
from rooms.ids import ParticipantId, WorkshopId
from rooms.people import Knock, Participant
from rooms.permissions import Role
from rooms.state import State
from tests.realtime.raw import raw
from tests.realtime.twin import Twin
from tests.serving import WORKSHOP, Served, serving
from web.logs import OURS, Form, Lines
from web.opening import make_link, open_workshop
from web.settings import Settings

ELSEWHERE = WorkshopId("w2")
COLUMNS = [{"id": "keep", "title": "Garder"}]
NAMES = {
    "ana": "canari-nom-ana",
    "bo": "canari-nom-bo",
    "vi": "canari-nom-vi",
    "fa": "canari-nom-fa",
    "or": "canari-nom-or",
    "out": "canari-nom-sortie",
    "ban": "canari-nom-bannie",
    "rev": "canari-nom-lien",
    "wait": "canari-nom-porte",
    "far": "canari-nom-ailleurs",
}
ROLES = {"vi": Role.VIEWER, "fa": Role.FACILITATOR, "or": Role.ORGANIZER, "far": Role.ORGANIZER}
INSIDE = ("ana", "bo", "vi", "fa", "or")
STAFF = frozenset({"fa", "or"})
"""`ana` sits in the group Nord, `bo` in Sud, the others in plenary."""
KNOWERS: dict[str, frozenset[str]] = {
    "canari-note-nord": frozenset({"ana"}),
    "canari-note-sud": frozenset({"bo"}),
    "canari-salon-nord": frozenset({"ana"}),
    "canari-salon-sud": frozenset({"bo"}),
    "canari-coulisses": frozenset({"fa"}),
    "canari-aide": STAFF | {"ana"},
    "canari-reponse": STAFF | {"ana"},
    "canari-texte-nord": frozenset({"ana"}),
    "canari-vote-secret": frozenset(),
    "canari-mot": STAFF | {"bo"},
    "canari-pourquoi": STAFF | {"out"},
    NAMES["ana"]: STAFF | {"ana"},
    NAMES["bo"]: STAFF | {"bo"},
    NAMES["vi"]: STAFF | {"vi"},
    NAMES["out"]: STAFF | {"out"},
    NAMES["ban"]: STAFF | {"ban"},
    NAMES["wait"]: STAFF,
    NAMES["far"]: frozenset({"far"}),
}
"""Each secret, and who may be told of it."""


BY_ITSELF = ("attendance.", "poll.turnout")
"""What a server does that nobody asked for."""


@dataclass
class World:
    server: Served
    media: Twin
    sessions: dict[str, str] = field(default_factory=dict)
    ids: dict[str, ParticipantId] = field(default_factory=dict)
    file: str = ""
    log: io.StringIO = field(default_factory=io.StringIO)
    """All that was logged since the first of them came, at the lowest level."""

    @property
    def state(self) -> State:
        return self.server.state

    def bearer(self, who: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.sessions[who]}"} if who in self.sessions else {}

    def hurry(self) -> None:
        """Nobody here is too fast: what is asked is asked of the rules."""
        live = self.server.house.gateway.live[WORKSHOP]
        fast = Budget(rate=1e9, burst=1e9)
        for id in self.ids.values():
            live.paces[id] = Paces(commands=fast, joins=fast, signals=fast, writing=fast, cursors=fast, wishes=fast)
        live.commands = fast

    async def do(self, who: str, type: str, **fields: Any) -> None:
        command = decode({"type": type, **fields})
        answer = await self.server.house.gateway.do(WORKSHOP, Actor(self.ids[who]), command)
        assert isinstance(answer, Accepted), (type, answer)

    def room(self, name: str) -> str:
        return next(room.id for room in self.state.all(Room) if name in (room.name, room.room_kind))

    async def start(self, title: str) -> None:
        step = next(step.id for step in self.state.all(Step) if step.title == title)
        await self.do("or", "step.start", step=step, seen=next(self.state.all(Workshop)).step)


@asynccontextmanager
async def opened(folder: Path, migrated: Path) -> AsyncIterator[World]:
    shutil.copy(migrated, folder / "palabre.sqlite3")
    database = f"sqlite:///{folder / 'palabre.sqlite3'}"
    log = io.StringIO()
    settings = Settings(data=folder, database=database, url="http://127.0.0.1", port=0)
    with logged_to(log):
        media = Twin()
        async with serving(settings, media=media) as server:
            world = World(server, media, log=log)
            async with httpx2.AsyncClient(base_url=server.url) as http:
                await come_in(world, http)
                world.hurry()
                await vote(world)
                await write_in_groups(world)
                await conclude(world)
                await put_out(world, http)
            yield world


@contextmanager
def logged_to(log: io.StringIO) -> Iterator[None]:
    """As `log_to_stderr` sets it, at the level debug."""
    handler = logging.StreamHandler(log)
    handler.setFormatter(Lines(Form.JSON))
    root, ours = logging.getLogger(), [logging.getLogger(name) for name in OURS]
    before = [logger.level for logger in ours]
    root.addHandler(handler)
    for logger in ours:
        logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.removeHandler(handler)
        for logger, level in zip(ours, before, strict=True):
            logger.setLevel(level)


async def come_in(world: World, http: httpx2.AsyncClient) -> None:
    house = world.server.house
    await open_workshop(house, ELSEWHERE, "Ailleurs", "fr", "Europe/Paris")
    for who in NAMES.keys() - {"wait"}:
        workshop = ELSEWHERE if who == "far" else WORKSHOP
        link = await asyncio.to_thread(make_link, house, workshop, ROLES.get(who, Role.PARTICIPANT))
        await enter(world, http, who, house.doors.token(link))
    await world.do("or", "room.add", name="Nord")
    await world.do("or", "room.add", name="Sud")


async def enter(world: World, http: httpx2.AsyncClient, who: str, token: str) -> None:
    joined = (await http.post("/api/join", json={"token": token, "name": NAMES[who]})).json()
    world.sessions[who], world.ids[who] = joined["session"], joined["participant"]


async def vote(world: World) -> None:
    """A secret question, closed and not published, and a named one."""
    await world.do("or", "step.add", title="Voter", plenary={"kind": "discussion"})
    await world.start("Voter")
    (cell,) = world.state.all(Discussion)
    for way in ("secret", "named"):
        await world.do("or", "poll.add", activity=cell.id, question={"text": way, "kind": "words", "way": way})
    secret, named = sorted(world.state.all(Poll), key=lambda poll: poll.question, reverse=True)
    await world.do("or", "poll.open", poll=secret.id)
    await world.do("ana", "ballot.cast", poll=secret.id, words=["canari-vote-secret"])
    await world.do("or", "poll.open", poll=named.id)
    await world.do("bo", "ballot.cast", poll=named.id, words=["canari-mot"])
    await world.do("or", "poll.close", poll=named.id)


async def write_in_groups(world: World) -> None:
    """On boards that are not revealed, among themselves, and to staff."""
    board = {"kind": "board", "title": "Quoi ?", "columns": COLUMNS, "hidden": True}
    for who, room in (("ana", "Nord"), ("bo", "Sud")):
        await world.do("or", "person.move", person=world.ids[who], room=world.room(room))
    await world.do("or", "step.add", title="Écrire", plenary={"kind": "discussion"}, groups=board)
    await world.start("Écrire")
    for who, room in (("ana", "Nord"), ("bo", "Sud")):
        place = next(one for one in world.state.all(Board) if one.room == world.room(room))
        await world.do(who, "note.write", activity=place.id, column="keep", text=f"canari-note-{room.lower()}")
        await world.do(who, "message.send", text=f"canari-salon-{room.lower()}", room=world.room(room))
    await world.do("ana", "message.send", text="canari-aide", reach="staff")
    await world.do("fa", "message.send", text="canari-reponse", reach="person", to=world.ids["ana"])
    await world.do("fa", "message.send", text="canari-coulisses", room=world.room("backstage"))


async def conclude(world: World) -> None:
    """Words of a group, still being written, by somebody who has left the page."""
    await world.do("or", "step.add", title="Conclure", groups={"kind": "conclusion", "title": "Que retenir ?"})
    await world.start("Conclure")
    conclusion = text_of(world)
    async with raw(world.server, world.sessions["ana"]) as ana:
        client = (await ana.socket.call("doc.open", {"conclusion": conclusion}))["client"]
        words = Doc[Any](client_id=client)
        words.get("agreed", type=Text).insert(0, "canari-texte-nord")
        update = {"conclusion": conclusion, "client": client, "update": words.get_update()}
        assert "seq" in await ana.socket.call("doc.update", update)


def text_of(world: World) -> str:
    return next(one.id for one in world.state.all(Conclusion) if one.room == world.room("Nord"))


async def put_out(world: World, http: httpx2.AsyncClient) -> None:
    """One removed, one banned, one whose link was revoked, one who waits at the door; a file not shown yet."""
    house = world.server.house
    await world.do("or", "person.remove", person=world.ids["out"], words="canari-pourquoi")
    await world.do("or", "person.ban", person=world.ids["ban"], reason="insult")
    revoked = house.tokens.read_session(world.sessions["rev"])
    assert revoked is not None
    await asyncio.to_thread(Links(house.engine).revoke, revoked.link, house.now())
    await world.do("or", "workshop.doors", doors="waiting")
    token = world.server.links[Role.PARTICIPANT].rpartition("/")[2]
    answer = await http.post("/api/join", json={"token": token, "name": NAMES["wait"], "attempt": "a" * 16})
    assert answer.status_code == 202
    answer = await http.post(
        "/api/files", files={"file": ("canari-fichier.pdf", b"%PDF-1.7 a plan")}, headers=world.bearer("or")
    )
    world.file = answer.json()["file"]
    assert [knock.name for knock in world.state.all(Knock)] == [NAMES["wait"]]
    assert world.state.find(Participant, world.ids["out"]).removed_at is not None


def acts(world: World) -> list[str]:
    """All that people did, as the journal has it."""
    change = tables.change.c
    with world.server.house.engine.connect() as connection:
        found = connection.execute(select(change.command).order_by(change.workshop, change.seq)).scalars()
        return [command for command in found if not command.startswith(BY_ITSELF)]


def told_too_much(who: str, body: bytes) -> set[str]:
    """Secrets in these bytes that are not for them."""
    return {word for word, knowers in KNOWERS.items() if who not in knowers and word.encode() in body}
