"""One seed, from an empty database to the comparison of everything with everything."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from media.control import LineRole
from media.light import Crowd
from persistence.engine import open_engine
from realtime.caller import Caller
from realtime.messages import Accepted
from rooms.activities.conclusion import Conclusion
from rooms.agenda import Workshop
from rooms.permissions import Role
from tests.chaos.crowd import MOVER, Citizen, Person, Scribe, Staff, Watcher
from tests.chaos.faults import Plan
from tests.chaos.ledger import Ledger
from tests.chaos.phone import Phone
from tests.chaos.scene import Scene, join, set_scene
from tests.chaos.sheet import Sheet
from tests.chaos.trouble import Trouble
from tests.chaos.truth import Truth
from tests.cluster.disk import small_disk
from tests.cluster.inside import Prepare
from tests.cluster.processes import Cluster, running
from tests.postgres import Postgres
from web.settings import Settings

PEOPLE: tuple[tuple[type[Person], str, Role, int], ...] = (
    (Staff, "Odile", Role.ORGANIZER, 1),
    (Staff, "Farid", Role.FACILITATOR, 2),
    (Citizen, "Ana", Role.PARTICIPANT, 2),
    (Citizen, "Bo", Role.PARTICIPANT, 1),
    (Citizen, f"{MOVER}na", Role.PARTICIPANT, 1),
    (Citizen, f"{MOVER}he", Role.PARTICIPANT, 1),
    (Scribe, "Sam", Role.PARTICIPANT, 2),
    (Scribe, "Sue", Role.PARTICIPANT, 1),
    (Scribe, "Sol", Role.PARTICIPANT, 1),
    (Watcher, "Vi", Role.VIEWER, 1),
)
"""Kind, name, role, tabs."""
WRITERS = {"Sam": 0, "Sue": 0, "Sol": 1}
"""In which group they write."""
LEAVES = "Bo"
"""Who goes home in the end: the others are told."""
ALONE = f"{MOVER}he"
"""Who is in one process only: those in the other have heard of it."""
AFTERWARDS = 20
"""Commands after the last fault."""
RUN_S, SETTLE_S, LOOK_S = 240.0, 30.0, 0.1
NO_BUG = ("ASGI callable returned without completing handshake", "no room on the disk for what was sent")
"""What uvicorn takes for a fault when a process that ends refuses a handshake; what operators are told of a disk."""
BUG = re.compile(r'level"?[:=] ?"?(error|critical)|^(ERROR|CRITICAL|Traceback)')
LINES: tuple[LineRole, ...] = ("microphone", "voice")


@dataclass(slots=True)
class Run:
    plan: Plan
    cluster: Cluster
    scene: Scene
    ledger: Ledger
    people: list[Person]
    settle_s: float = SETTLE_S
    """How long a difference must last to be one."""
    run_s: float = RUN_S

    @property
    def phones(self) -> list[Phone]:
        return [phone for person in self.people for phone in person.phones]

    def __str__(self) -> str:
        answers = ", ".join(f"{many} {answer}" for answer, many in self.ledger.answers.most_common())
        again = ", ".join(f"{many} {why}" for why, many in self.ledger.put_off.most_common())
        reconnections = sum(phone.reconnections for phone in self.phones)
        return f"{answers}; sent again: {again or 'nothing'}; {reconnections} reconnections"

    # -- its course -----------------------------------------------------------------------------------------------

    async def play(self) -> list[str]:
        """What was found to be wrong, in words."""
        try:
            async with asyncio.timeout(self.run_s):
                faults = await self._play()
        except TimeoutError:
            faults = [f"it has not come to an end in {self.run_s:.0f} s: {self}"]
        said = self.cluster.logs().splitlines()
        return faults + [line for line in said if BUG.search(line) and not any(one in line for one in NO_BUG)]

    async def _play(self) -> list[str]:
        trouble = Trouble(self.cluster, self.plan, self.phones, self.ledger)
        readers = [person.sheets for person in self.people if isinstance(person, Scribe)]
        async with Crowd() as crowd, asyncio.TaskGroup() as always:
            caller, is_heard = self._calling(crowd)
            connected = [always.create_task(phone.run()) for phone in self.phones]
            await self._seat()
            sheets = [*(sheet for some in readers for sheet in some), Sheet(self._of("Farid").phone)]
            connected += [always.create_task(one.run()) for one in sheets]
            connected.append(always.create_task(caller.run()))
            async with asyncio.TaskGroup() as group:
                group.create_task(trouble.run())
                for person in self.people:
                    group.create_task(person.live(lambda: self._is_enough(trouble)))
            for word in ("Presque fini", "Fini"):
                await self._say_last(word)
            self._of(LEAVES).phone.go_away()
            newcomers = self._newcomers()
            connected += [always.create_task(phone.run()) for phone in newcomers]
            for phone in newcomers:
                await phone.is_here.wait()
            await is_heard.wait()
            stayed = [phone for phone in self.phones if phone.has_network.is_set()]
            faults = await self._settled([*stayed, *newcomers], sheets)
            for task in connected:
                task.cancel()
        return (
            faults + trouble.faults + [f"a common text was void: {code}" for sheet in sheets for code in sheet.resets]
        )

    def _is_enough(self, trouble: Trouble) -> bool:
        return trouble.is_over and self.ledger.done >= self.plan.done + AFTERWARDS

    def _of(self, name: str) -> Person:
        return next(person for person in self.people if person.name == name)

    async def _seat(self) -> None:
        """Before anything goes wrong."""
        farid = self._of("Farid")
        await farid.phone.is_here.wait()
        for name, group in WRITERS.items():
            await farid.give("person.move", person=self._of(name).phone.person, room=self.scene.groups[group])
        await farid.phone.ask("look", {"room": self.scene.groups[0]})
        readers = [farid.phone, *(phone for name in WRITERS for phone in self._of(name).phones)]
        for phone in readers:
            await phone.until(lambda state: any(True for _ in state.all(Conclusion)))

    async def _say_last(self, title: str) -> None:
        """Everybody hears it, after everything else."""
        organizer = self._of("Odile").phone
        answer = await organizer.give("workshop.edit", title=title, language="fr", time_zone="Europe/Paris")
        assert isinstance(answer, Accepted), answer
        for phone in self.phones:
            await phone.until(lambda state: any(workshop.title == title for workshop in state.all(Workshop)))

    def _calling(self, crowd: Crowd) -> tuple[Caller, asyncio.Event]:
        """Somebody with a microphone; the event is set while a media worker hears them."""
        caller, is_heard = Caller(self._of("Ana").phone, crowd, LINES), asyncio.Event()
        caller.on_connected = lambda light: is_heard.set()
        caller.on_ended = lambda light: is_heard.clear()
        return caller, is_heard

    def _newcomers(self) -> list[Phone]:
        """Everybody once more, with nothing, in each process; but for two."""
        urls = [web.url for web in self.cluster.webs]
        first = [person.phone for person in self.people if person.name not in (LEAVES, ALONE)]
        return [Phone([url], one.session, one.person, self.ledger, url) for one in first for url in urls]

    # -- the comparison -------------------------------------------------------------------------------------------

    async def _settled(self, phones: list[Phone], sheets: list[Sheet]) -> list[str]:
        """What is wrong once nothing moves any more: for a while it is still written down who came and went."""
        engine = open_engine(self.cluster.database)
        loop = asyncio.get_running_loop()
        until = loop.time() + self.settle_s
        try:
            while True:
                truth = await asyncio.to_thread(Truth, engine)
                faults = list(self._faults(truth, phones, sheets))
                if not faults or loop.time() > until:
                    return faults
                await asyncio.sleep(LOOK_S)
        finally:
            engine.dispose()

    def _faults(self, truth: Truth, phones: list[Phone], sheets: list[Sheet]) -> Iterator[str]:
        yield from truth.faults_of_history()
        yield from truth.faults_of_commands(self.ledger)
        yield from truth.faults_of_ballots()
        yield from truth.faults_of_words(self.ledger)
        all_here = {phone.person for phone in phones}
        for phone in phones:
            yield from truth.faults_of_page(phone.person, phone.store)
            yield from truth.faults_of_presence(phone.person, phone.store, phone.here, all_here)
        for sheet in sheets:
            said = {field: sheet.text(field) for field in truth.texts[sheet.conclusion]}
            yield from truth.faults_of_text(sheet.conclusion, said, f"{sheet.phone.person}")


@contextmanager
def installed(plan: Plan, postgres: Postgres, folder: Path, prepare: Prepare) -> Iterator[Cluster]:
    """What the plan needs; of no further use afterwards. Blocking at both ends."""
    with small_disk() if plan.fills_disk else nullcontext() as disk:
        database = None if plan.on_sqlite else postgres
        with running(database, folder, prepare=prepare, disk=disk) as cluster:
            yield cluster


async def prepared(plan: Plan, cluster: Cluster) -> Run:
    """Everybody has joined."""
    settings = Settings.read(cluster.environment)
    scene = await set_scene(settings)
    ledger = Ledger()
    urls = [web.url for web in cluster.webs]
    people: list[Person] = []
    for number, (kind, name, role, tabs) in enumerate(PEOPLE):
        session, id = await join(urls[number % len(urls)], scene.links[role], name)
        phones = [Phone(urls, session, id, ledger, f"{plan.seed} {name} {tab}") for tab in range(tabs)]
        people.append(kind(name, phones, ledger, plan.seed))
    return Run(plan, cluster, scene, ledger, people)
