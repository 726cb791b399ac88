"""What a web process and a media worker say to each other: msgpack frames over one stream.

The worker keeps nothing it cannot lose: a web process tells it the whole desired state when they meet, and what
changes after. Requests bear a number that their answer repeats.
"""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Callable
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from facilitation.stage import Seat
from rooms.ids import ParticipantId, RoomId, WorkshopId

VERSION = 1
FRAME_MAX = 8 * 1024 * 1024
_LENGTH = struct.Struct("!L")

SourceName = Literal["microphone", "camera", "screen"]
LineRole = Literal["microphone", "camera", "screen", "voice", "face", "shared"]
Device = Literal["phone", "desktop"]
Standing = Literal["connected", "interrupted", "gone", "replaced", "cut"]


class Message(Struct, frozen=True, kw_only=True, tag_field="type"):
    pass


class Wish(Struct, frozen=True, kw_only=True):
    """What a person's page wants now, whole. `faces`: how many tiles it shows; `listen`: a room staff hear instead."""

    microphone: bool = False
    camera: bool = False
    screen: bool = False
    layout: Literal["speaker", "grid", "none"] = "speaker"
    faces: int = 1
    pinned: ParticipantId | None = None
    interpreter: ParticipantId | None = None
    listen: RoomId | None = None
    quality: Literal["low", "high"] = "high"
    hidden: bool = False


# -- from the web process -------------------------------------------------------------------------------------------


class Hello(Message, frozen=True, tag="hello"):
    """The first message. The worker hangs up on another version or secret."""

    secret: str
    version: int = VERSION


class Open(Message, frozen=True, tag="open"):
    """All seats of a workshop as of change `generation` of its history `epoch`: replaces what the worker held."""

    workshop: WorkshopId
    epoch: str
    generation: int
    seats: tuple[Seat, ...]


class Reseat(Message, frozen=True, tag="reseat"):
    """What changed up to `generation`. Older than what the worker holds: not listened to."""

    workshop: WorkshopId
    epoch: str
    generation: int
    put: tuple[Seat, ...] = ()
    drop: tuple[ParticipantId, ...] = ()


class Offered(Message, frozen=True, tag="offered"):
    request: int
    workshop: WorkshopId
    participant: ParticipantId
    connection: str
    sdp: str
    lines: dict[str, LineRole]
    device: Device


class Wished(Message, frozen=True, tag="wished"):
    """Declined as "unknown" when the worker has no such connection: the page then makes a new one."""

    request: int
    workshop: WorkshopId
    participant: ParticipantId
    connection: str
    wish: Wish


class Left(Message, frozen=True, tag="left"):
    """`connection` None: whatever they have."""

    workshop: WorkshopId
    participant: ParticipantId
    connection: str | None


# -- from the worker ------------------------------------------------------------------------------------------------


class Ready(Message, frozen=True, tag="ready"):
    """Answers Hello."""

    worker: str
    port: int


class Answered(Message, frozen=True, tag="answered"):
    """To a wish with an empty `sdp`."""

    request: int
    sdp: str = ""


class Declined(Message, frozen=True, tag="declined"):
    request: int
    code: str
    details: dict[str, Any] = {}


class Fed(Struct, frozen=True, kw_only=True):
    """Who is behind a slot."""

    participant: ParticipantId
    source: SourceName


class Slots(Message, frozen=True, tag="slots"):
    """By mid; a mid that is not named is idle."""

    workshop: WorkshopId
    participant: ParticipantId
    connection: str
    slots: dict[str, Fed]


class Wanted(Message, frozen=True, tag="wanted"):
    """The encodings somebody watches: the page switches the others off at the source."""

    workshop: WorkshopId
    participant: ParticipantId
    connection: str
    microphone: bool
    camera: tuple[str, ...]
    screen: tuple[str, ...]


class Stands(Message, frozen=True, tag="stands"):
    workshop: WorkshopId
    participant: ParticipantId
    connection: str
    standing: Standing
    reason: str = ""


class Speaking(Message, frozen=True, tag="speaking"):
    workshop: WorkshopId
    room: RoomId
    voices: tuple[ParticipantId, ...]
    dominant: ParticipantId | None


class Shown(Struct, frozen=True, kw_only=True):
    """What somebody has switched on, and how well they are reached: 0 cut off, 1 bad, 2 fair, 3 good."""

    participant: ParticipantId
    microphone: bool
    camera: bool
    screen: bool
    quality: int


class People(Message, frozen=True, tag="people"):
    """Of a room: everybody with `all`, else what changed."""

    workshop: WorkshopId
    room: RoomId
    all: bool
    put: tuple[Shown, ...] = ()
    drop: tuple[ParticipantId, ...] = ()


class Said(Struct, frozen=True, kw_only=True):
    participant: ParticipantId
    room: RoomId
    ms: int


class Spoken(Message, frozen=True, tag="spoken"):
    """Speech since the last one, about once a second while somebody speaks. Told to one web process only."""

    workshop: WorkshopId
    spoken: tuple[Said, ...]


class Metrics(Message, frozen=True, tag="metrics"):
    """Since the worker began: counts; `values` are named as they will be exported."""

    values: dict[str, float]


FromWeb = Hello | Open | Reseat | Offered | Wished | Left
FromWorker = Ready | Answered | Declined | Slots | Wanted | Stands | Speaking | People | Spoken | Metrics

encode = msgspec.msgpack.Encoder().encode
_from_web: Callable[[bytes], FromWeb] = msgspec.msgpack.Decoder(FromWeb).decode
_from_worker: Callable[[bytes], FromWorker] = msgspec.msgpack.Decoder(FromWorker).decode
_Heard = TypeVar("_Heard")


class BadFrame(Exception):
    """Too long, or not one of the messages above."""


def frame(message: Message) -> bytes:
    body = encode(message)
    return _LENGTH.pack(len(body)) + body


async def from_web(reader: asyncio.StreamReader, most: int = FRAME_MAX) -> FromWeb:
    """The next message. Raises BadFrame, or asyncio.IncompleteReadError at the end."""
    return _decoded(await _read(reader, most), _from_web)


async def from_worker(reader: asyncio.StreamReader) -> FromWorker:
    """The next message. Raises BadFrame, or asyncio.IncompleteReadError at the end."""
    return _decoded(await _read(reader, FRAME_MAX), _from_worker)


async def _read(reader: asyncio.StreamReader, most: int) -> bytes:
    (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
    if length > most:
        raise BadFrame(f"a frame of {length} bytes")
    return await reader.readexactly(length)


def _decoded(body: bytes, decode: Callable[[bytes], _Heard]) -> _Heard:
    try:
        return decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadFrame(str(error)) from error
