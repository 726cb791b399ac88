"""A workshop set by commands given in the server's own process, where clicking is not what is tested."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, TypeVar

from playwright.async_api import BrowserContext, Page

from facilitation.workshop import decode
from persistence.links import Link
from rooms.agenda import Room, Step, Workshop
from rooms.deciding import SYSTEM, Actor
from rooms.entity import Entity
from rooms.ids import WorkshopId
from rooms.people import Participant
from rooms.permissions import Role
from rooms.state import State
from tests.serving import Served
from web.doors import Entered, accepted
from web.opening import links_for_all, new_id, open_workshop

E = TypeVar("E", bound=Entity)
SIT = """([workshop, session, name, link]) => {
  const tab = `palabre.session.${workshop}`;
  if (sessionStorage.getItem(tab)) return;
  sessionStorage.setItem(tab, JSON.stringify(session));
  sessionStorage.setItem(`palabre.asked.${workshop}`, "true");
  localStorage.setItem(`palabre.last.${workshop}`, JSON.stringify({ session, name, link }));
}"""


@dataclass(slots=True)
class Stage:
    """One workshop of a running server. `url` is how pages reach it."""

    served: Served
    id: WorkshopId
    links: dict[Role, Link]
    url: str
    people: dict[str, Entered] = field(default_factory=dict)

    @property
    def state(self) -> State:
        return self.served.house.gateway.live[self.id].state

    @property
    def workshop(self) -> Workshop:
        return self.one(Workshop)

    def one(self, kind: type[E], **fields: Any) -> E:
        """The only entity of a kind with these fields."""
        (found,) = self.every(kind, **fields)
        return found

    def every(self, kind: type[E], **fields: Any) -> list[E]:
        return [each for each in self.state.all(kind) if all(getattr(each, key) == fields[key] for key in fields)]

    def room_of(self, who: Entered) -> Room:
        return self.one(Room, id=self.one(Participant, id=who.participant).room)

    def link(self, role: Role) -> str:
        return self.served.house.addresses.of(self.links[role]).replace(self.served.url, self.url)

    async def enter(self, name: str, role: Role = Role.PARTICIPANT) -> Entered:
        entered = await self.served.house.doors.enter(self.links[role], name)
        assert isinstance(entered, Entered), "the doors are open"
        self.people[name] = entered
        return entered

    async def do(self, type: str, by: Entered | None = None, **fields: Any) -> int:
        """The seq of a command given by a person, or by the system, who may do everything."""
        actor = Actor(by.participant) if by else SYSTEM
        command = decode({"type": type, **fields})
        return accepted(await self.served.house.gateway.do(self.id, actor, command))

    async def add_step(self, title: str, **fields: Any) -> None:
        steps = sorted(self.state.all(Step), key=lambda step: step.order)
        await self.do("step.add", title=title, after=steps[-1].id if steps else None, **fields)

    async def go_to(self, title: str) -> None:
        await self.do("step.start", step=self.one(Step, title=title).id, seen=self.workshop.step)

    async def sit(self, context: BrowserContext, who: Entered, entry: str | None = None) -> Page:
        """The live page of somebody who has come in, to read and write."""
        page = await context.new_page()
        token = self.served.house.doors.token(self.links[who.role])
        arguments = json.dumps([self.id, who.session, who.name, token])
        await page.add_init_script(f"({SIT})({arguments})")
        entry = entry or ("desk" if who.role.is_staff else "room")
        await page.goto(f"{self.url}/w/{self.id}/{entry}")
        return page


async def set_stage(served: Served, title: str = "Atelier", language: str = "fr", url: str | None = None) -> Stage:
    """A new workshop with nothing in it but its plenary."""
    id = new_id()
    await open_workshop(served.house, id, title, language, "Europe/Paris")
    links = await asyncio.to_thread(links_for_all, served.house, id)
    return Stage(served, id, links, url or served.url)
