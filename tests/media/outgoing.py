"""Both ends of a slot: streams that come in, made packet by packet, and the page that reads what goes out."""

from __future__ import annotations

import struct
from typing import NamedTuple

from hypothesis import strategies as st

from media.control import SourceName
from media.incoming import Layer, Source
from media.packet import Kind, Packet, packet_of
from media.rtp import Header
from media.slot import Slot
from rooms.ids import ParticipantId

PAYLOAD_TYPE, RTX, EXTENSION = 100, 101, 5
SSRC, RTX_SSRC = 0xA0A0A0A0, 0xB0B0B0B0
CLOCK_RATES = {"audio": 48_000, "video": 90_000}


class Arrived(NamedTuple):
    """A packet as the page reads it. `layer` and `came_as`: of which stream it was, with which sequence it came in."""

    data: bytes
    first: int
    marker: bool
    payload_type: int
    sequence: int
    timestamp: int
    ssrc: int
    extension: bytes
    payload: bytes

    @property
    def layer(self) -> int:
        return self.payload[-3]

    @property
    def came_as(self) -> int:
        return int.from_bytes(self.payload[-2:], "big")

    @property
    def picture(self) -> int:
        return int.from_bytes(self.payload[2:4], "big") & 0x7FFF

    @property
    def tl0(self) -> int:
        return self.payload[4]


def read(data: bytes) -> Arrived:
    first, second, sequence, timestamp, ssrc = struct.unpack_from("!BBHLL", data)
    start = 20 if first & 0x10 else 12
    return Arrived(data, first, second > 127, second & 127, sequence, timestamp, ssrc, data[12:start], data[start:])


class Wire:
    """Sends to a page that keeps all it gets."""

    def __init__(self) -> None:
        self.out = bytearray(2048)
        self.sent: list[bytes] = []

    def send(self, size: int) -> bool:
        self.sent.append(bytes(self.out[:size]))
        # As SRTP does, which works in place.
        self.out[:] = b"\xee" * len(self.out)
        return True

    @property
    def arrived(self) -> list[Arrived]:
        return [read(data) for data in self.sent]

    @property
    def stream(self) -> list[Arrived]:
        return [packet for packet in self.arrived if packet.ssrc == SSRC]

    @property
    def repairs(self) -> list[Arrived]:
        return [packet for packet in self.arrived if packet.ssrc == RTX_SSRC]


class Stream:
    """What comes of one layer. `number` tells it from others."""

    def __init__(self, layer: Layer, number: int = 0, sequence: int = 1000, picture: int = 50, tl0: int = 20) -> None:
        self.layer = layer
        self.number = number
        self.sequence = sequence
        self.timestamp = 1_000_000 * (number + 1)
        self.picture = picture
        self.tl0 = tl0
        self.is_within = False

    def packet(self, now: float, *, is_key: bool = False, ends: bool = True) -> Packet:
        """The next one, of a new frame if the one before ended it."""
        if not self.is_within:
            self.timestamp += 3000 if self.layer.kind == "video" else 960
            self.picture += 1
            self.tl0 += 1
        header = Header()
        header.sequence = self.sequence & 0xFFFF
        header.timestamp = self.timestamp & 0xFFFFFFFF
        header.marker = 0x80 if ends and self.layer.kind == "video" else 0
        payload = self._payload(is_key, begins=not self.is_within)
        header.end = len(payload)
        packet = packet_of(header, payload, self.layer.kind, now)
        assert packet is not None
        self.sequence += 1
        self.is_within = not ends
        return packet

    def _payload(self, is_key: bool, begins: bool) -> bytes:
        tag = struct.pack("!BH", self.number, self.sequence & 0xFFFF)
        if self.layer.kind == "audio":
            return tag
        descriptor = struct.pack("!BBHBB", 0x90 if begins else 0x80, 0xE0, self.picture | 0x8000, self.tl0 & 0xFF, 0)
        frame = b"\x10\0\0\x9d\x01\x2a\x40\x01\xb4\0" if is_key else b"\x11"
        return descriptor + frame + tag


def source(name: SourceName = "camera", rids: tuple[str, ...] = ("q", "h", "f")) -> Source:
    return Source(ParticipantId("ana"), name, "audio" if name == "microphone" else "video", rids)


def high(bits: int) -> int:
    """A chance that makes sequences and timestamps come round soon."""
    return (1 << max(bits, 16)) - 5


def slot_to(wire: Wire, kind: Kind = "video", rtx: int | None = RTX, extension: int | None = EXTENSION) -> Slot:
    return Slot(
        wire,
        "5",
        kind,
        PAYLOAD_TYPE,
        rtx if kind == "video" else None,
        extension if kind == "video" else None,
        CLOCK_RATES[kind],
        SSRC,
        RTX_SSRC,
        high,
    )


class Scene:
    """A slot, and the layers of two sources that may be behind it."""

    def __init__(self, kind: Kind = "video", rids: tuple[str, ...] = ("q", "h", "f"), begins: int = 1000) -> None:
        self.wire = Wire()
        self.slot = slot_to(self.wire, kind)
        name: SourceName = "camera" if kind == "video" else "microphone"
        self.layers = [layer for _ in range(2) for layer in source(name, rids if kind == "video" else ()).layers]
        self.streams = [Stream(layer, number, begins) for number, layer in enumerate(self.layers)]
        self.now = 10.0

    def feed(self, number: int | None) -> bool:
        return self.slot.feed(None if number is None else self.layers[number], self.now)

    def make(self, number: int, *, is_key: bool = False, ends: bool = True) -> Packet:
        self.now += 0.01
        return self.streams[number].packet(self.now, is_key=is_key, ends=ends)

    def give(self, number: int, packet: Packet) -> None:
        """It has come in."""
        self.layers[number].cache.put(packet)
        for slot in tuple(self.layers[number].fed):
            slot.forward(self.layers[number], packet)

    def send(self, number: int, count: int = 1, *, is_key: bool = False, ends: bool = True) -> None:
        for index in range(count):
            self.give(number, self.make(number, is_key=is_key and not index, ends=ends))

    @property
    def stream(self) -> list[Arrived]:
        return self.wire.stream


Deed = tuple[str, int, int]
KEY, END, PART = 0, 1, 2
_whose = st.integers(0, 3)
_sent = st.tuples(st.just("send"), _whose, st.sampled_from([KEY, END, PART]))
DEEDS: st.SearchStrategy[list[Deed]] = st.lists(
    st.one_of(
        _sent,
        _sent,
        st.tuples(st.just("lose"), _whose, st.integers(1, 40)),
        st.tuples(st.just("late"), _whose, st.integers(0, 50)),
        st.tuples(st.just("again"), _whose, st.integers(0, 50)),
        st.tuples(st.just("feed"), _whose, st.just(0)),
        st.tuples(st.just("feed"), _whose, st.just(0)),
        st.tuples(st.just("stop"), st.just(0), st.just(0)),
        st.tuples(st.just("replay"), _whose, st.integers(1, 12)),
        st.tuples(st.just("jump"), _whose, st.sampled_from([-30_000, -1200, 990, 1500, 32_767])),
        st.tuples(st.just("forget"), st.just(0), st.just(0)),
        st.tuples(st.just("ask"), st.integers(0, 20), st.integers(1, 30)),
        st.tuples(st.just("double"), st.just(0), st.integers(0, 1)),
    ),
    max_size=80,
)
"""What is done, by which layer, and how or how often."""


class Story(Scene):
    """Four layers, of two pictures or of four voices. What was lost may come late, what came may be forwarded again."""

    def __init__(self, kind: Kind, begins: int) -> None:
        super().__init__(kind, ("q", "h"), begins)
        if kind == "audio":
            self.layers = [source("microphone", ()).layers[0] for _ in range(4)]
        self.streams = [
            Stream(layer, number, begins + 10 * number, picture=0x7FF0 + number, tl0=250 + number)
            for number, layer in enumerate(self.layers)
        ]
        self.given: list[list[Packet]] = [[] for _ in self.layers]
        self.lost: list[list[Packet]] = [[] for _ in self.layers]

    def do(self, deed: Deed) -> None:
        name, number, more = deed
        match name:
            case "feed":
                self.feed(number)
            case "stop":
                self.feed(None)
            case "forget":
                self.slot.forget()
            case "double":
                self.slot.doubles = bool(more)
            case "jump":
                self.streams[number].sequence += more
            case "lose":
                self.lost[number] += [self.make(number) for _ in range(more)]
            case "send":
                self._send(number, more)
            case "late":
                self._send_late(number, more)
            case "again" if self.given[number]:
                self.slot.forward(self.layers[number], self.given[number][-1 - more % len(self.given[number])])
            case "replay":
                self._replay(number, more)
            case "ask" if self.stream:
                newest = self.stream[-1].sequence
                asked = [(newest - number - each) & 0xFFFF for each in range(more)]
                self.slot.resend(asked, self.now, 0.02)

    def _send(self, number: int, how: int) -> None:
        is_key = how == KEY and not self.streams[number].is_within
        packet = self.make(number, is_key=is_key, ends=how != PART)
        self.given[number].append(packet)
        self.give(number, packet)

    def _send_late(self, number: int, which: int) -> None:
        if self.lost[number]:
            packet = self.lost[number].pop(which % len(self.lost[number]))
            packet.at = self.now
            self.give(number, packet)

    def _replay(self, number: int, count: int) -> None:
        self.streams[number].is_within = False
        packets = [self.make(number, is_key=not index) for index in range(count)]
        for packet in packets:
            self.layers[number].cache.put(packet)
        if self.slot.waiting is self.layers[number]:
            self.slot.replay(packets)
