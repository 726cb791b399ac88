"""Scripted participants over the real protocol: for a rehearsal, for a look at a full room, for load."""

from __future__ import annotations

import asyncio
import csv
import json
import random
import secrets
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from facilitation.robots import Script, Sight, name_of, script_of, wish
from realtime.client import Client, Unwelcome
from realtime.messages import Accepted
from rooms.agenda import Workshop
from rooms.text import NOTE_MAX

JOINING_AT_ONCE = 8
TEXT_COLUMN = "comment-body"


class NotJoined(Exception):
    """One line: why the link was refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`rate` is how many commands each robot gives a minute, roughly."""

    count: int
    link: str
    texts: Sequence[str] = ()
    minutes: float = 5
    rate: float = 6
    seed: int = 0


@dataclass(slots=True)
class Summary:
    """What happened, for whoever started the robots."""

    joined: int = 0
    not_joined: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    sent_again: int = 0
    reconnections: int = 0
    holes: int = 0
    cut: Counter[str] = field(default_factory=Counter)
    waits_ms: list[float] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Everybody came in, and nobody missed a frame or was sent away."""
        return not self.not_joined and not self.holes and not self.cut

    def __str__(self) -> str:
        rows = [
            ("joined", str(self.joined)),
            ("not joined", listed(self.not_joined)),
            ("acknowledged", str(self.acknowledged)),
            ("refused", listed(self.refused)),
            ("sent again", str(self.sent_again)),
            ("reconnections", str(self.reconnections)),
            ("holes in frames", str(self.holes)),
            ("sent away", listed(self.cut)),
            ("acknowledged after", f"{share(self.waits_ms, 0.5)} (p50), {share(self.waits_ms, 0.95)} (p95)"),
        ]
        return "\n".join(f"{name:>18}  {value}" for name, value in rows)


def listed(counts: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in counts.most_common()) or "0"


def share(values: Sequence[float], part: float) -> str:
    return f"{sorted(values)[int((len(values) - 1) * part)]:.0f} ms" if values else "never"


def read_texts(path: Path) -> list[str]:
    """The column `comment-body` of a CSV file, without what its moderators had rejected."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file)
        if TEXT_COLUMN not in (rows.fieldnames or ()):
            raise NotJoined(f"{path} has no column {TEXT_COLUMN}")
        bodies = [(row[TEXT_COLUMN] or "").strip() for row in rows if row.get("moderated") != "-1"]
    return [body[:NOTE_MAX] for body in bodies if body]


# -- joining over HTTP --------------------------------------------------------------------------------------------


def address_and_token(link: str) -> tuple[str, str]:
    """(the server, the token) of a join link; a short code is followed to the link it stands for."""
    if "/c/" in link:
        with urlopen(link) as answer:
            link = answer.geturl()
    parts = urlsplit(link)
    if not parts.path.startswith("/j/") or parts.scheme not in ("http", "https"):
        raise NotJoined(f"{link} is not a join link")
    return f"{parts.scheme}://{parts.netloc}", parts.path.removeprefix("/j/")


def join(address: str, token: str, name: str) -> str:
    """A session. Raises NotJoined."""
    body = json.dumps({"token": token, "name": name, "attempt": secrets.token_urlsafe(12)}).encode()
    request = Request(f"{address}/api/join", body, {"Content-Type": "application/json"})
    try:
        with urlopen(request) as answer:
            return str(json.load(answer)["session"])
    except HTTPError as error:
        raise NotJoined(refusal_code(error)) from error
    except OSError as error:
        raise NotJoined("no_answer") from error


def refusal_code(error: HTTPError) -> str:
    try:
        return str(json.load(error)["refused"]["code"])
    except (ValueError, KeyError, TypeError):
        return str(error.code)


# -- running ------------------------------------------------------------------------------------------------------


async def run(plan: Plan, say: Callable[[str], None]) -> Summary:
    """Send the robots in to work until the time is over or Control-C is pressed. They leave politely."""
    summary = Summary()
    address, token = await asyncio.to_thread(address_and_token, plan.link)
    gate = asyncio.Semaphore(JOINING_AT_ONCE)
    try:
        async with asyncio.timeout(plan.minutes * 60), asyncio.TaskGroup() as group:
            for number in range(plan.count):
                group.create_task(Robot(plan, number, summary, say).live(address, token, gate))
    except TimeoutError:
        say("The time is over.")
    except asyncio.CancelledError:
        # Not passed on: whoever interrupts the robots wants to know what they did.
        say("The robots leave.")
    return summary


class Robot:
    """One participant. All its choices come from the seed and its number."""

    def __init__(self, plan: Plan, number: int, summary: Summary, say: Callable[[str], None]) -> None:
        self.plan = plan
        self.number = number
        self.summary = summary
        self.say = say
        self.dice = random.Random(f"{plan.seed}-{number}")
        self.turn = 0

    async def live(self, address: str, token: str, gate: asyncio.Semaphore) -> None:
        try:
            async with gate:
                session = await asyncio.to_thread(join, address, token, name_of(self.number))
        except NotJoined as error:
            self.summary.not_joined[str(error)] += 1
            self.settled()
            return
        client = Client(address, session)
        connection = asyncio.create_task(client.run())
        work = asyncio.create_task(self.work(client))
        try:
            done, _ = await asyncio.wait((connection, work), return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        except Unwelcome as error:
            self.summary.cut[str(error)] += 1
        finally:
            self.count(client)
            for task in (work, connection):
                task.cancel()
                with suppress(asyncio.CancelledError, Unwelcome):
                    await task

    async def work(self, client: Client) -> None:
        await client.is_here.wait()
        self.summary.joined += 1
        self.settled()
        workshop = next(client.store.state.all(Workshop))
        script = script_of(self.number, self.plan.count, workshop.language, self.plan.texts)
        while True:
            await asyncio.sleep(60 / self.plan.rate * self.dice.uniform(0.5, 1.5))
            await self.act(client, script)

    async def act(self, client: Client, script: Script) -> None:
        """One turn: look, and do what the script wants, if anything."""
        await client.is_here.wait()
        store = client.store
        if store.you is None:
            return
        sight = Sight(store.you.participant, store.you.room, store.state, store.own)
        command = wish(sight, script, self.turn, self.dice)
        if command is None:
            return
        self.turn += 1
        asked_at = time.perf_counter()
        answer = await client.do(command)
        self.summary.waits_ms.append((time.perf_counter() - asked_at) * 1000)
        if isinstance(answer, Accepted):
            self.summary.acknowledged += 1
        else:
            self.summary.refused[answer.code] += 1

    def count(self, client: Client) -> None:
        self.summary.reconnections += client.reconnections
        self.summary.holes += client.store.holes
        self.summary.sent_again += client.again

    def settled(self) -> None:
        """Tell, once, when everybody is in or turned away."""
        if self.summary.joined + self.summary.not_joined.total() == self.plan.count:
            self.say(f"{self.summary.joined} of {self.plan.count} robots are in.")
