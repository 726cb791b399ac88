"""A hall without a network and with a time of its own, and what is true of every packet that leaves it.

Each packet says which it is. When it comes in, the play notes from where; when it goes out, to whom it may.
"""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple, TypeVar, cast

import msgspec
import pytest

from facilitation.stage import Seat
from media import rtcp
from media.control import Device, Fed, LineRole, Message, Slots, Wish
from media.hall import Hall
from media.light.offer import OPUS, VP8, VP8_REPAIRS, Line, read_answer, write_offer
from media.light.sending import Sending
from media.mux import Mux
from media.peer import Peer
from media.pump import Pump
from media.secure import Secure
from rooms.ids import ParticipantId, RoomId
from tests.media.house import EVERYTHING, LOUD, SILENT, WORKSHOP, seat
from tests.media.link import CERTIFICATES
from tests.media.writing import key_frame, vp8

FINGERPRINT = CERTIFICATES.current().getFingerprints()[0].value
RIDS = {"camera": ("q", "h", "f"), "screen": ("h", "f")}
ALL = {"microphone": True, "camera": True, "screen": True, "layout": "grid", "faces": 4}
_Message = TypeVar("_Message", bound=Message)
_TAG = re.compile(rb"<packet ([0-9]+)>")


class Clock:
    """Stands where our modules read the time. `step` passes at every look at it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.step = 0.0

    def monotonic(self) -> float:
        self.now += self.step
        return self.now

    def time(self) -> float:
        return 1_700_000_000 + self.now


class Way:
    """A Transport without a network: what is sent is looked at, what comes is handed in."""

    out = bytearray(2048)
    fingerprint, password = FINGERPRINT, "password" * 3

    def __init__(self, *_: object) -> None:
        self.on_rtp: Callable[[bytearray, int], None] = lambda buffer, size: None
        self.on_rtcp: Callable[[bytes], None] = lambda data: None
        self.on_closed: Callable[[], None] = lambda: None
        self.sends: Callable[[bytes], None] = lambda data: None
        self.reports: list[bytes] = []
        self.is_connected = self.is_closed = False
        self.last_heard = 0.0
        self.unsent = 0
        self.ufrag = "ufrag"
        self.reached = asyncio.Event()

    async def start(self, *_: object) -> None:
        await self.reached.wait()
        self.is_connected = not self.is_closed

    def restart(self) -> None:
        self.ufrag += "+"

    def close(self) -> None:
        self.is_closed, self.is_connected = True, False
        self.reached.set()

    def send(self, size: int) -> bool:
        if self.is_connected:
            self.sends(bytes(self.out[:size]))
        return self.is_connected

    def send_rtcp(self, data: bytes) -> bool:
        self.reports.append(data)
        return self.is_connected


class Sent(NamedTuple):
    """A packet as it came in. `stay`: how often its source had begun anew until then."""

    who: ParticipantId
    source: str
    room: RoomId
    stay: int


class Play:
    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.told: list[Message] = []
        self.pending: list[Callable[[], None]] = []
        self.pump = Pump(self.pending.append)
        self.hall = Hall(WORKSHOP, self.pump, self.told.append)
        self.mux = Mux([], 0)
        self.actors: dict[ParticipantId, Actor] = {}
        self.generation = 0
        self.packets: list[Sent] = []
        self.out: list[tuple[ParticipantId, Sent]] = []
        """To whom what was sent, in the order of the wire."""
        self.ticks = itertools.count()

    def sit(self, *seats: Seat, drop: tuple[ParticipantId, ...] = ()) -> None:
        self.generation += 1
        if self.generation == 1:
            self.hall.open("epoch", 1, seats)
        else:
            self.hall.reseat("epoch", self.generation, seats, drop)
        for each in self.actors.values():
            each.note()

    def change(self, who: ParticipantId, **fields: object) -> None:
        self.sit(msgspec.structs.replace(self.hall.seats[who], **fields))

    async def enter(self, name: str, roles: tuple[LineRole, ...] = EVERYTHING, device: Device = "desktop") -> Actor:
        actor = self.actors[ParticipantId(name)] = Actor(self, ParticipantId(name), roles, device)
        actor.note()
        actor.way.reached.set()
        # Its task takes up what waits in the second round of the loop.
        for _ in range(3):
            await asyncio.sleep(0)
        return actor

    def loop(self) -> None:
        """What the worker's loop does after its sockets were read."""
        self.pump.run()
        self.rest()

    def rest(self) -> None:
        while self.pending:
            waiting, self.pending[:] = list(self.pending), []
            for call in waiting:
                call()

    def tick(self, passed: float = 0.02) -> None:
        self.clock.now += passed
        now = self.clock.now
        for actor in self.actors.values():
            actor.way.last_heard = now
        self.hall.repair(now)
        self.hall.listen(now)
        self.hall.tick(now, next(self.ticks) % 3, 3)

    def beat(self, passed: float = 0.02) -> None:
        """Everybody sends, all is forwarded, and the worker looks after everybody."""
        for actor in self.actors.values():
            actor.act()
        self.loop()
        self.tick(passed)
        self.loop()


class Actor:
    """One person: what they send, and what reaches them, which is judged as it arrives."""

    def __init__(self, play: Play, name: ParticipantId, roles: tuple[LineRole, ...], device: Device) -> None:
        self.play = play
        self.name = name
        self.connection = f"{name}-{len(play.told)}"
        self.stays: dict[str, int] = {}
        self.opened: dict[str, tuple[RoomId, bool]] = {}
        self.got: list[tuple[str, Sent]] = []
        self.wires: dict[tuple[int, int], bytes] = {}
        self.keys_due: set[tuple[str, str]] = set()
        self.lost: dict[int, list[int]] = {}
        """Asked for again by the worker, by SSRC."""
        lines = [Line(str(mid), role, RIDS.get(role, ()), (10 + mid,)) for mid, role in enumerate(roles)]
        sdp = write_offer(lines, 1, 1, "ufrag", "p" * 24, FINGERPRINT, "cname")
        hall = play.hall
        self.peer = Peer(hall, hall.seats[name], self.connection, device, play.mux, CERTIFICATES.current(), play.pump)
        way = self.peer.transport
        assert isinstance(way, Way)
        self.way: Way = way
        way.sends = self._take
        answer = read_answer(self.peer.accept(sdp, {line.mid: line.role for line in lines}))
        self.ssrcs: dict[int, str] = {}
        self.sending: dict[tuple[str, str], Sending] = {}
        counter = [0]
        for line in lines:
            accepted = answer.lines[line.mid]
            self.ssrcs |= dict.fromkeys(accepted.ssrcs, line.mid)
            numbers = (OPUS, None) if line.kind == "audio" else (VP8, VP8_REPAIRS)
            for at, rid in enumerate(line.rids or ("",) if accepted.direction == "recvonly" else ()):
                ssrcs = 1000 * int(line.mid) + 10 * at + 5000, 1000 * int(line.mid) + 10 * at + 5001
                self.sending[line.role, rid] = Sending(
                    cast(Secure, self),
                    counter,
                    line.mid,
                    rid,
                    ssrcs,
                    numbers,
                    accepted.extensions,
                )
        hall.enter(self.peer)

    # -- what is so ---------------------------------------------------------------------------------------------------

    @property
    def seat(self) -> Seat:
        return self.play.hall.seats[self.name]

    @property
    def wish(self) -> Wish:
        return self.peer.wish

    @property
    def hears(self) -> RoomId:
        return (self.seat.is_staff and self.wish.listen) or self.seat.room

    def is_open(self, source: str) -> bool:
        may, wants = getattr(self.seat, source), getattr(self.wish, source)
        return bool(may and wants and not (source == "microphone" and self.seat.muted))

    def note(self) -> None:
        """After anything changed: which of its sources have begun anew."""
        if self.name in self.play.hall.seats:
            for source in ("microphone", "camera", "screen"):
                now = (self.seat.room, self.is_open(source))
                if self.opened.get(source) != now:
                    self.opened[source] = now
                    self.stays[source] = self.stays.get(source, 0) + 1

    # -- what it does -------------------------------------------------------------------------------------------------

    def wants(self, **fields: object) -> None:
        self.play.hall.wish(self.peer, msgspec.structs.replace(self.peer.wish, **fields))
        self.note()

    def act(self) -> None:
        """A packet of everything, whatever it may send; key frames if they were asked for."""
        self.answer()
        for source, rid in self.sending:
            if source == "microphone":
                self.say()
            else:
                self.show(source, rid)

    def say(self, level: int | None = None) -> None:
        self._send("microphone", "", b"%s", LOUD if level is None else level)

    def show(self, source: str = "camera", rid: str = "q", is_key: bool = False) -> None:
        at = len(self.play.packets) & 0x7FFF
        is_key = is_key or not self.sending[source, rid].packets or (source, rid) in self.keys_due
        self.keys_due.discard((source, rid))
        frame = key_frame(320, 180) if is_key else b"\x11"
        self._send(source, rid, vp8(frame + b"%s", picture_id=at, tl0=at & 0xFF), SILENT)

    def _send(self, source: str, rid: str, payload: bytes, level: int) -> None:
        if self.peer.has_ended:
            return
        number = len(self.play.packets)
        self.play.packets.append(Sent(self.name, source, self.seat.room, self.stays.get(source, 0)))
        clock_rate = 48_000 if source == "microphone" else 90_000
        tag = f"<packet {number}>".encode().ljust(40)
        stamp = int(self.play.clock.now * clock_rate)
        self.sending[source, rid].send(payload.replace(b"%s", tag), stamp, marker=True, level=level)

    def send(self, size: int) -> bool:
        """What its streams have written."""
        buffer = bytearray(Secure.out[:size])
        self.way.on_rtp(buffer, size)
        return True

    def asks(self, mid: str, sequences: list[int]) -> None:
        """For packets again."""
        ssrc = next(each for each, slot in self.ssrcs.items() if slot == mid)
        self.way.on_rtcp(rtcp.nack(ssrc, sequences))

    def asks_key(self, mid: str) -> None:
        self.way.on_rtcp(rtcp.pli(next(each for each, slot in self.ssrcs.items() if slot == mid)))

    def answer(self) -> None:
        """Note what the worker has asked for."""
        reports, self.way.reports[:] = list(self.way.reports), []
        for kind, count, body in (packet for data in reports for packet in rtcp.each(data)):
            if (kind, count) == (rtcp.TRANSPORT_FEEDBACK, rtcp.NACK):
                self.lost[rtcp.media_ssrc(body) or 0] = rtcp.nacked(body)
            elif (kind, count) == (rtcp.PAYLOAD_FEEDBACK, rtcp.PLI):
                asked = rtcp.key_frames_asked(count, body)
                self.keys_due |= {each for each, sending in self.sending.items() if sending.ssrc in asked}

    def repair(self) -> None:
        """Send again what was asked for."""
        self.answer()
        for sending in self.sending.values():
            sending.resend(self.lost.pop(sending.ssrc, []))

    # -- what reaches it ----------------------------------------------------------------------------------------------

    def _take(self, data: bytes) -> None:
        ssrc, sequence = int.from_bytes(data[8:12], "big"), int.from_bytes(data[2:4], "big")
        before = self.wires.setdefault((ssrc, sequence), data)
        assert before == data, "one index of SRTP, two packets"
        found = _TAG.search(data)
        assert found
        packet = self.play.packets[int(found[1])]
        self._judge(packet)
        self.got.append((self.ssrcs[ssrc], packet))
        self.play.out.append((self.name, packet))

    def _judge(self, packet: Sent) -> None:
        sender = self.play.actors[packet.who]
        assert packet.who != self.name, "one's own packet"
        assert packet.room == self.hears, "a packet of another room"
        assert packet.room == sender.seat.room, "a packet of before its sender moved"
        assert sender.is_open(packet.source), "a packet that may not be sent"
        assert packet.stay == sender.stays[packet.source], "a packet of before"
        if packet.source == "microphone":
            assert not sender.seat.interprets or self.wish.interpreter == packet.who, "an interpreter unasked"
        else:
            assert not self.wish.hidden, "a picture nobody looks at"
            assert self.wish.layout != "none", "a picture where sound was wished"

    def heard(self, source: str = "microphone", since: int = 0) -> set[ParticipantId]:
        return {packet.who for _, packet in self.got[since:] if packet.source == source}


@asynccontextmanager
async def playing(*seats: Seat) -> AsyncIterator[Play]:
    clock = Clock()
    with pytest.MonkeyPatch.context() as patch:
        for module in ("hall", "peer", "pump"):
            patch.setattr(f"media.{module}.time", clock)
        patch.setattr("media.peer.Transport", Way)
        play = Play(clock)
        play.sit(*seats)
        yield play
        for actor in play.actors.values():
            actor.peer.end("gone", "")
        # Their tasks end before the loop does.
        await asyncio.sleep(0)


async def entered(play: Play, *names: str, **wish: object) -> list[Actor]:
    """They want everything, if nothing else is said."""
    actors = [await play.enter(name) for name in names]
    for actor in actors:
        actor.wants(**(wish or ALL))
    return actors


def beats(play: Play, count: int = 25) -> dict[str, int]:
    """Half a second. How much everybody had got before."""
    before = {str(name): len(actor.got) for name, actor in play.actors.items()}
    for _ in range(count):
        play.beat()
    return before


def last(play: Play, kind: type[_Message], **fields: object) -> _Message | None:
    """What was said last of this kind, and with these fields."""
    for said in reversed(play.told):
        if isinstance(said, kind) and all(getattr(said, name) == value for name, value in fields.items()):
            return said
    return None


def slots(play: Play, actor: Actor) -> dict[str, Fed]:
    said = last(play, Slots, connection=actor.connection)
    return said.slots if said else {}


def given(play: Play, actor: Actor, source: str) -> set[str]:
    """Whose source of this name stands behind its slots."""
    return {fed.participant for fed in slots(play, actor).values() if fed.source == source}


__all__ = ["Actor", "Clock", "Play", "Way", "beats", "entered", "given", "last", "playing", "seat", "slots"]
