"""A media worker with people in its rooms: light clients whose every packet says who sent it, where and when."""

from __future__ import annotations

import asyncio
import itertools
import re
import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from facilitation.stage import Seat
from media import host
from media.control import Device, Fed, FromWorker, LineRole, Slots, Standing, Stands, Wanted, Wish
from media.halls import Halls
from media.host import WorkerArguments
from media.light import Crowd, LightClient, Received, Sending
from media.mux import Mux
from rooms.ids import ParticipantId, RoomId, WorkshopId
from rooms.refusal import Refused
from tests.media.link import until
from tests.media.writing import key_frame, vp8

WORKSHOP = WorkshopId("workshop")
EPOCH = "epoch"
LOUD, LOUDER, SILENT = 128 + 30, 128 + 15, 127
"""Audio levels: a voice at -30 and one at -15 dBov, and nothing."""
PACE_S = 0.02
SOON_S = 15.0
"""For what takes a tenth of a second on a machine that does nothing else."""
EVERYTHING: tuple[LineRole, ...] = ("microphone", "camera", "screen", *("voice",) * 4, *("face",) * 4, "shared")
LISTENING: tuple[LineRole, ...] = (*("voice",) * 4, *("face",) * 4, "shared")
SOUND: tuple[LineRole, ...] = ("microphone", *("voice",) * 4)
_TAG = re.compile(rb"<([^|<>]*)\|([^|<>]*)\|([^|<>]*)\|([0-9]+)\|([0-9]+)>")
_Message = TypeVar("_Message")


class Heard(NamedTuple):
    """What a packet says of itself. `era`: how often seats had changed when it was sent."""

    mid: str
    room: str
    who: str
    source: str
    era: int
    number: int


def seat(name: str, room: str = "plenary", **fields: object) -> Seat:
    may: dict[str, object] = {"microphone": True, "camera": True, "screen": True}
    return Seat(participant=ParticipantId(name), room=RoomId(room), **(may | fields))  # type: ignore[arg-type]


class House:
    """Seats are given by `sit`; whoever has one may `enter`. Who talks or is filmed sends by itself, in its pace."""

    def __init__(self, media: host.Worker, crowd: Crowd) -> None:
        self.media = media
        self.crowd = crowd
        self.seats: dict[str, Seat] = {}
        self.people: dict[str, Caller] = {}
        self.generation = 0
        self.said: list[FromWorker] = []
        self.lost = self.back = 0
        self.is_paused = False
        self.beats = 0
        media.hear = self.said.append
        media.lost = self._lose
        media.back = self._come_back

    def _lose(self) -> None:
        self.lost += 1

    def _come_back(self) -> None:
        self.back += 1

    # -- seats ------------------------------------------------------------------------------------------------------

    def open(self, *seats: Seat) -> None:
        self.seats = {each.participant: each for each in seats}
        self.generation += 1
        self.media.open(WORKSHOP, EPOCH, self.generation, seats)

    def sit(self, *seats: Seat, drop: tuple[str, ...] = ()) -> None:
        if not self.generation:
            self.open(*seats)
            return
        self.seats.update((each.participant, each) for each in seats)
        for name in drop:
            del self.seats[name]
        self.generation += 1
        self.media.reseat(WORKSHOP, EPOCH, self.generation, seats, tuple(map(ParticipantId, drop)))

    async def enter(
        self, name: str, roles: tuple[LineRole, ...] = EVERYTHING, device: Device = "desktop", **wish: object
    ) -> Caller:
        caller = Caller(self, name, roles, device)
        await caller.connect()
        self.people[name] = caller
        if wish:
            await caller.wants(**wish)
        return caller

    async def heeded(self) -> None:
        """The worker has read all that it was told: it answers in order."""
        with suppress(Refused):
            await self.media.wish(WORKSHOP, ParticipantId("nobody"), "none", Wish())

    # -- what the worker says ---------------------------------------------------------------------------------------

    def all(self, kind: type[_Message]) -> list[_Message]:
        return [message for message in self.said if isinstance(message, kind)]

    async def says(self, kind: type[_Message], after: int = 0) -> _Message:
        await until(lambda: len(self.all(kind)) > after, SOON_S)
        return self.all(kind)[after]

    # -- time -------------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Let people talk and be filmed in the pace of speech, until cancelled."""
        for beat in itertools.count(1):
            for caller in list(self.people.values()) if not self.is_paused else ():
                caller.beat(beat)
            self.beats = beat
            await asyncio.sleep(PACE_S)


class Caller:
    """A page without a browser. `talks` is a level; `films` are the rids of what it sends, by source."""

    def __init__(self, house: House, name: str, roles: tuple[LineRole, ...], device: Device) -> None:
        self.house = house
        self.name = ParticipantId(name)
        self.device: Device = device
        self.connection = f"{name} {secrets.token_hex(8)}"
        self.client = LightClient(house.crowd, roles)
        self.client.on_packet = self._take
        self.client.on_key_asked = self._ask
        self.client.estimate = 20_000_000
        self.wish = Wish()
        self.heard: list[Heard] = []
        self.talks: int | None = None
        self.films: dict[str, tuple[str, ...]] = {}
        self.answer = ""
        self._began = time.monotonic()
        self._numbers = itertools.count(1)
        self._keys_due: set[Sending] = set()

    async def connect(self) -> None:
        self.answer = await self.offer()
        await self.client.connect(self.answer)
        await until(lambda: "connected" in self.standings, SOON_S)

    async def offer(self, sdp: str | None = None) -> str:
        offered = self.client.offer if sdp is None else sdp
        return await self.house.media.offer(
            WORKSHOP, self.name, self.connection, offered, self.client.lines, self.device
        )

    async def wants(self, **wish: object) -> None:
        """Besides what it wants already."""
        fields = {name: getattr(self.wish, name) for name in Wish.__struct_fields__}
        self.wish = Wish(**(fields | wish))
        await self.house.media.wish(WORKSHOP, self.name, self.connection, self.wish)

    async def talk(self, level: int = LOUD) -> None:
        self.talks = level
        await self.wants(microphone=True)

    async def film(self, source: str = "camera", rids: tuple[str, ...] = ("q",)) -> None:
        self.films[source] = rids
        await self.wants(**{source: True})

    # -- what it is told --------------------------------------------------------------------------------------------

    @property
    def slots(self) -> dict[str, Fed]:
        told = [each for each in self.house.all(Slots) if each.connection == self.connection]
        return told[-1].slots if told else {}

    def given(self, source: str) -> set[str]:
        """Whose source of this name stands behind its slots."""
        return {fed.participant for fed in self.slots.values() if fed.source == source}

    @property
    def wanted(self) -> Wanted | None:
        told = [each for each in self.house.all(Wanted) if each.connection == self.connection]
        return told[-1] if told else None

    @property
    def standings(self) -> list[Standing]:
        return [each.standing for each in self.house.all(Stands) if each.connection == self.connection]

    async def stands(self, standing: Standing) -> None:
        """Until it is told so, and that is the last it is told."""
        await until(lambda: self.standings[-1:] == [standing], SOON_S)

    async def is_closed(self) -> None:
        """Until it was hung up on."""
        await until(lambda: self.client.is_closed, SOON_S)

    # -- packets ----------------------------------------------------------------------------------------------------

    def beat(self, beat: int = 0) -> None:
        if self.client.is_closed:
            return
        if self.talks is not None:
            self.say()
        for source, rids in self.films.items():
            for rid in rids if not beat % 2 else ():
                self.show(source, rid)

    def say(self, level: int | None = None) -> bool:
        spoken = self.talks if level is None else level
        tag = self._tag("microphone")
        return self.client.sending["microphone", ""].send(tag, self._at(48_000), level=spoken or SILENT)

    def show(self, source: str = "camera", rid: str = "q", is_key: bool = False, packets: int = 1) -> bool:
        """A picture, of so many packets. It is a key frame if one was asked for."""
        sending = self.client.sending[source, rid]
        is_key = is_key or sending in self._keys_due or not sending.packets
        self._keys_due.discard(sending)
        at = self._at(90_000)
        number = next(self._numbers) & 0x7FFF
        sent = True
        for left in reversed(range(packets)):
            starts = left == packets - 1
            frame = key_frame(320, 180) if is_key and starts else b"\x11"
            payload = vp8(frame + self._tag(source), picture_id=number, tl0=number & 0xFF, is_start=starts)
            sent &= sending.send(payload, at, marker=not left)
        return sent

    def _at(self, clock_rate: int) -> int:
        return int((time.monotonic() - self._began) * clock_rate)

    def _tag(self, source: str) -> bytes:
        where, house = self.house.seats[self.name].room, self.house
        return f"<{where}|{self.name}|{source}|{house.generation}|{next(self._numbers)}>".encode().ljust(60)

    def _take(self, received: Received, packet: bytes) -> None:
        self.heard.append(tagged(received.mid, packet))

    def _ask(self, sending: Sending) -> None:
        self._keys_due.add(sending)

    def hears(self, who: str, source: str = "microphone", since: int = 0) -> bool:
        """Whether a packet of theirs is among those that came, but for the first `since`."""
        return any(each.who == who and each.source == source for each in self.heard[since:])

    async def gets(self, who: str, source: str = "microphone") -> None:
        """Until packets of this source arrive that were sent after now."""
        era = len(self.heard)
        await until(lambda: self.hears(who, source, era), SOON_S)


def tagged(mid: str, packet: bytes) -> Heard:
    found = _TAG.search(packet)
    assert found, packet
    room, who, source, era, number = (part.decode() for part in found.groups())
    return Heard(mid, room, who, source, int(era), int(number))


def pairs(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from itertools.permutations(names, 2)


# -- workers ----------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def inhabited(media: host.Worker) -> AsyncIterator[House]:
    """With a worker that is started and stopped here."""
    async with Crowd() as crowd:
        house = House(media, crowd)
        await media.start()
        pace = asyncio.create_task(house.run())
        try:
            yield house
        finally:
            pace.cancel()
            with suppress(asyncio.CancelledError):
                await pace
            await media.stop()


@asynccontextmanager
async def spawned(**arguments: object) -> AsyncIterator[House]:
    """A worker in a process of its own, as in service."""
    told = WorkerArguments(addresses=("127.0.0.1",), **arguments)  # type: ignore[arg-type]
    async with inhabited(host.Worker(told)) as house:
        yield house


@asynccontextmanager
async def within(is_ticking: bool = True, viewers_max: int = 200) -> AsyncIterator[tuple[House, Halls]]:
    """A worker in this process, whose halls can be looked into. Without `is_ticking` its time is the test's."""
    async with (
        at_home(is_ticking, viewers_max) as (path, secret, home),
        inhabited(host.Worker(None, path, secret)) as house,
    ):
        yield house, home


@asynccontextmanager
async def at_home(is_ticking: bool = True, viewers_max: int = 200) -> AsyncIterator[tuple[str, str, Halls]]:
    """A worker in this process that waits for web processes: its address, its secret, itself."""
    secret = secrets.token_hex(8)
    mux = Mux(["127.0.0.1"], 0)
    await mux.start()
    home = Halls(mux, secret, viewers_max)
    ticking = asyncio.create_task(home.run()) if is_ticking else None
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "control")
        server = await asyncio.start_unix_server(home.serve, path)
        try:
            yield path, secret, home
        finally:
            server.close()
            if ticking is not None:
                ticking.cancel()
                with suppress(asyncio.CancelledError):
                    await ticking
            home.close()
