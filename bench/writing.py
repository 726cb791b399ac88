"""Two people typing in one conclusion through a server, and eight who write three thousand times all over it."""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from websockets.asyncio.client import connect

from bench import servers
from bench.figures import Figures, share
from bench.hall import Hall
from realtime.client import Client, Socket
from realtime.messages import DocAuthors
from realtime.writer import Writer
from rooms.activities.conclusion import Conclusion
from rooms.agenda import Room, RoomKind, Step, Workshop
from rooms.deciding import SYSTEM
from rooms.ids import ConclusionId, FieldId, ParticipantId
from rooms.people import Participant

FIELD = "agreed"
TYPISTS, LETTERS = 2, "abcdefgh"
KEYS, PAUSE_S = 240, 0.15
"""Each typist's, some letters at a time, as pages send them."""
UPDATES = 3_000
PATIENCE_S = 30.0
BITS = ("il ", "fau", "drait ", "plus ", "de ", "bancs ", "à ", "l’om", "bre ")

Type = Callable[[int], Awaitable[object]]


@dataclass(slots=True)
class Watch:
    """One typist's letters on their way to the other, in order."""

    sent: deque[float] = field(default_factory=deque)
    waits: list[float] = field(default_factory=list)
    all_seen: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self) -> None:
        self.waits.append(time.monotonic() - self.sent.popleft())
        if len(self.waits) == KEYS:
            self.all_seen.set()


async def run(figures: Figures, folder: Path) -> None:
    hall = Hall(folder)
    await hall.build(in_groups=True)
    conclusion, people = await concluding(hall)
    sessions = {person: hall.session(person) for person in people}
    await hall.house.close()
    figures.title(
        f"writing: {TYPISTS} people type in one conclusion of the hall, {1 / PAUSE_S:.0f} times a second each"
    )
    with servers.palabre(folder) as server, servers.stock() as stock:
        async with writing(server, conclusion, list(sessions.values())[:TYPISTS]) as writers:
            ours = await typed(writers)
        theirs = await relayed(stock)
    figures.at_most("typed to seen by the other, p95", share(ours, 0.95) * 1000, 150, "ms")
    figures.tell("of a stock server that relays and keeps nothing", share(theirs, 0.95) * 1000, "ms")
    figures.tell("beside stock", share(ours, 0.95) / share(theirs, 0.95), "times")
    figures.title(f"writing: {len(LETTERS)} people, {UPDATES} updates all over the text, as fast as each may")
    await all_over(figures, folder, conclusion, sessions)


async def concluding(hall: Hall) -> tuple[ConclusionId, list[ParticipantId]]:
    """A group's conclusion, and people who may write in it."""
    await hall.give([(SYSTEM, {"type": "step.add", "title": "Conclure", "groups": {"kind": "conclusion"}})])
    state = hall.live.state
    step = next(step for step in state.all(Step) if step.title == "Conclure")
    (workshop,) = state.all(Workshop)
    await hall.give([(SYSTEM, {"type": "step.start", "step": step.id, "seen": workshop.step})])
    room = next(room.id for room in state.all(Room) if room.room_kind is RoomKind.GROUP)
    (conclusion,) = (one.id for one in state.all(Conclusion) if one.room == room)
    seated = [person.id for person in state.all(Participant) if person.room == room and not person.role.is_staff]
    return conclusion, seated[: len(LETTERS)]


@asynccontextmanager
async def writing(
    server: servers.Server, conclusion: ConclusionId, sessions: Sequence[str]
) -> AsyncIterator[list[Writer]]:
    clients = [Client(f"http://127.0.0.1:{server.port}", session) for session in sessions]
    running = [asyncio.create_task(client.run()) for client in clients]
    writers = [Writer(client, conclusion) for client in clients]
    try:
        for writer in writers:
            assert await writer.open()
        yield writers
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


# -- two ----------------------------------------------------------------------------------------------------------


async def typed(writers: Sequence[Writer]) -> list[float]:
    """How long each bit took to the other's text."""
    watches = [Watch() for _ in writers]
    for watch, other in zip(watches, reversed(writers), strict=True):
        other.on_update = watch.hear
    await type_all([bit_by(writer) for writer in writers], watches)
    assert len({writer.text(FIELD) for writer in writers}) == 1
    return [wait for watch in watches for wait in watch.waits]


def bit_by(writer: Writer) -> Type:
    return lambda number: writer.write(FIELD, BITS[number % len(BITS)], at=min(number, len(writer.text(FIELD))))


async def type_all(types: Sequence[Type], watches: Sequence[Watch]) -> None:
    await asyncio.gather(*(type_on(*one, seed) for seed, one in enumerate(zip(types, watches, strict=True))))


async def type_on(type: Type, watch: Watch, seed: int) -> None:
    dice = random.Random(seed)
    for number in range(KEYS):
        await asyncio.sleep(PAUSE_S * (0.5 + dice.random()))
        watch.sent.append(time.monotonic())
        await type(number)
    await watch.all_seen.wait()


async def relayed(server: servers.Server) -> list[float]:
    """The same through the stock server, which tells everybody what each one says."""
    watches = [Watch() for _ in range(TYPISTS)]
    url = f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket"
    async with AsyncExitStack() as stack:
        types: list[Type] = []
        for number in range(TYPISTS):
            socket = Socket(await stack.enter_async_context(connect(url, compression=None)))
            await socket.open({})
            stack.callback(asyncio.create_task(listen(socket, watches, number)).cancel)
            types.append(said_by(socket, number))
        await type_all(types, watches)
    return [wait for watch in watches for wait in watch.waits]


def said_by(socket: Socket, me: int) -> Type:
    return lambda number: socket.call("do", {"text": f"{me} {BITS[number % len(BITS)]}"})


async def listen(socket: Socket, watches: Sequence[Watch], me: int) -> None:
    async for _, value in socket.events():
        by = int(value["text"].split()[0])
        if by != me:
            watches[by].hear()


# -- eight --------------------------------------------------------------------------------------------------------


async def all_over(
    figures: Figures, folder: Path, conclusion: ConclusionId, sessions: dict[ParticipantId, str]
) -> None:
    """Everybody writes a letter of their own, so that whose a letter is can be read from it."""
    with servers.palabre(folder) as server:
        async with writing(server, conclusion, list(sessions.values())) as writers:
            # What the typists have left.
            await writers[0].erase(FIELD, 0, len(writers[0].text(FIELD)))
            waits: list[float] = []
            turns = iter(range(UPDATES))
            began, cpu = time.monotonic(), server.cpu_s()
            await asyncio.gather(*(scribble(*one, turns, waits) for one in zip(writers, LETTERS, strict=True)))
            took, cpu = time.monotonic() - began, server.cpu_s() - cpu
            text = await agreed(writers)
    figures.tell("written, durable and told to all in", took, "s")
    figures.tell("updates", UPDATES / took, "a second")
    figures.tell("acknowledged within, put off by one’s budget or not, p95", share(waits, 0.95) * 1000, "ms")
    figures.tell("server CPU for an update, seven times told", cpu / UPDATES * 1000, "ms")
    with servers.palabre(folder) as server:
        await read_again(figures, server, conclusion, sessions, text)


async def scribble(writer: Writer, letter: str, turns: Iterator[int], waits: list[float]) -> None:
    """Of seven updates one takes out what lies somewhere, whoever wrote it."""
    dice = random.Random(letter)
    for number in turns:
        length = len(writer.text(FIELD))
        at = dice.randint(0, length)
        began = time.monotonic()
        if number % 7 == 6 and at < length:
            await writer.erase(FIELD, at, min(at + 3, length))
        else:
            await writer.write(FIELD, letter * dice.randint(1, 4), at=at)
        waits.append(time.monotonic() - began)


async def agreed(writers: Sequence[Writer]) -> str:
    """What all have in the end."""
    changed = asyncio.Event()
    for writer in writers:
        writer.on_update = changed.set
    async with asyncio.timeout(PATIENCE_S):
        while len({writer.text(FIELD) for writer in writers}) > 1:
            changed.clear()
            await changed.wait()
    assert not any(writer.resets for writer in writers)
    return writers[0].text(FIELD)


async def read_again(
    figures: Figures, server: servers.Server, conclusion: ConclusionId, sessions: dict[ParticipantId, str], text: str
) -> None:
    """By a server that has to make the text of its updates."""
    client = Client(f"http://127.0.0.1:{server.port}", next(iter(sessions.values())))
    running = asyncio.create_task(client.run())
    await client.is_here.wait()
    writer = Writer(client, conclusion)
    began = time.monotonic()
    await writer.open()
    took = time.monotonic() - began
    answer = msgspec.convert(await client.ask("doc.authors", {"conclusion": conclusion}), DocAuthors)
    running.cancel()
    whose = dict(zip(LETTERS, sessions, strict=True))
    runs = answer.fields[FieldId(FIELD)]
    is_same = writer.text(FIELD) == text == "".join(words for words, _ in runs)
    is_exact = all(whose[letter] == who for words, who in runs for letter in words)
    figures.at_least("one text, with everybody and after a restart", is_same, 1)
    figures.at_least("every letter its author's", is_exact, 1)
    figures.tell("letters in the end", len(text))
    figures.tell("opened by the first, from a checkpoint and what follows", took * 1000, "ms")
