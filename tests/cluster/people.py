"""A workshop in a cluster, and people who come to it by one address and write without a pause."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import httpx2

from facilitation.workshop import decode
from realtime.client import Client
from realtime.messages import Accepted
from rooms.activities.board import Board, Note, WriteNote
from rooms.agenda import Step
from rooms.deciding import SYSTEM
from rooms.ids import WorkshopId
from rooms.permissions import Role
from tests.cluster.processes import Cluster, Web
from tests.realtime.hall import BOARD
from web.app import open_house
from web.doors import accepted
from web.opening import links_for_all, open_workshop
from web.settings import Settings

WORKSHOP = WorkshopId("w1")


async def prepare(cluster: Cluster) -> dict[Role, str]:
    """One with a board at work, made by a process that is not there any more. The tokens of its links, by role."""
    settings = Settings(data=cluster.data, database=cluster.database, url="http://palabre.test")
    house = open_house(settings)

    async def do(type: str, **fields: Any) -> None:
        accepted(await house.gateway.do(WORKSHOP, SYSTEM, decode({"type": type, **fields})))

    await open_workshop(house, WORKSHOP, "Atelier", "fr", "Europe/Paris")
    await do("step.add", title="Idées", plenary=BOARD | {"hidden": False}, groups=None)
    live = await house.gateway.open(WORKSHOP)
    await do("step.start", step=next(live.state.all(Step)).id, seen=None)
    links = await asyncio.to_thread(links_for_all, house, WORKSHOP)
    await house.close()
    return {role: house.addresses.of(link).rpartition("/")[2] for role, link in links.items()}


@dataclass(eq=False)
class Person:
    """`waits` are how long each of their notes took until it was acknowledged, in seconds."""

    client: Client
    notes: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def write(self, text: str) -> None:
        board = next(self.client.store.state.all(Board))
        command = WriteNote(activity=board.id, column=board.plan.columns[0].id, text=text)
        began = monotonic()
        answer = await self.client.do(command)
        assert isinstance(answer, Accepted), answer
        self.waits.append(monotonic() - began)
        self.notes.append(text)

    async def until_it_sees(self, notes: list[str]) -> None:
        await self._until(lambda: self.sees() == notes)

    async def until_it_holds(self, notes: list[str]) -> None:
        """Among others: what another process wrote comes in within a second."""
        await self._until(lambda: set(notes) <= set(self.sees()))

    async def _until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(30):
            while not is_so():
                self.told.clear()
                await self.told.wait()

    def sees(self) -> list[str]:
        return sorted(note.text for note in self.client.store.state.all(Note))


async def keep_writing(person: Person, name: str, over: asyncio.Event, pause_s: float = 0) -> None:
    while not over.is_set():
        await person.write(f"{name}-{len(person.notes)}")
        await asyncio.sleep(pause_s)


async def again(web: Web) -> float:
    """Ended in good order, and started again. How long the end took, in seconds."""
    began = monotonic()
    assert await asyncio.to_thread(web.stop) == -signal.SIGTERM
    took = monotonic() - began
    await asyncio.to_thread(web.start)
    return took


async def enter(url: str, token: str, name: str) -> str:
    # Who comes by http needs none of the machine's certificates, which take a while to read.
    async with httpx2.AsyncClient(base_url=url, timeout=20, verify=url.startswith("https:")) as http:
        answer = await http.post("/api/join", json={"token": token, "name": name})
    return str(answer.json()["session"])


@asynccontextmanager
async def there(url: str, session: str, workshop: str = WORKSHOP) -> AsyncIterator[Person]:
    """Connected, and again whenever that ends."""
    person = Person(Client(url, session, workshop))
    person.client.on_frame = person.told.set
    running = asyncio.create_task(person.client.run())
    try:
        async with asyncio.timeout(30):
            await person.client.is_here.wait()
        yield person
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
