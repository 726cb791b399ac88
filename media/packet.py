"""A packet as it is kept: all that follows the fixed header on the way out, written once for everybody it goes to."""

from __future__ import annotations

import struct
from typing import Literal

from media import vp8
from media.rtp import Header

Kind = Literal["audio", "video"]

# What stands before a video payload: one header extension of one-byte form (RFC 8285 §4.2), the absolute send time.
EXTENSION_SIZE = 8
EXTENSION_ID_AT = 4  # in the body; a slot writes `extension_byte(id)` here
PICTURE_UNKNOWN = 64

_block = struct.Struct("!HHL").pack
_descriptor = vp8.Descriptor()


class Packet:
    """`body` is for video the extension block and the payload, for audio the payload alone. Never changed once made."""

    __slots__ = (
        "at",
        "body",
        "height",
        "is_key",
        "marker",
        "picture_at",
        "picture_id",
        "sequence",
        "tid",
        "timestamp",
        "tl0",
        "tl0_at",
        "width",
    )

    def __init__(self, sequence: int, timestamp: int, marker: int, body: bytes, at: float) -> None:
        self.sequence = sequence
        self.timestamp = timestamp
        self.marker = marker  # 0 or 0x80
        self.body = body
        self.at = at  # monotonic seconds
        self.is_key = False  # the first packet of a key frame
        self.width = 0  # of a key frame, else 0
        self.height = 0
        self.picture_id: int | None = None  # written at `picture_at` in 15 bits, the highest bit of the two bytes set
        self.picture_at = 0
        self.tl0: int | None = None
        self.tl0_at = 0
        self.tid = 0


def extension_byte(identifier: int) -> int:
    """The byte before the three of an absolute send time."""
    return identifier << 4 | 2


def packet_of(
    header: Header, buffer: bytes | bytearray, kind: Kind, now: float, near: int = PICTURE_UNKNOWN
) -> Packet | None:
    """None without a payload, or when it is not what `kind` says.

    `near` is the picture id this stream had last: one of 7 bits is written as the nearest of 15.
    """
    start, end = header.start, header.end
    if kind == "audio":
        if start == end:
            return None
        return Packet(header.sequence, header.timestamp, header.marker, bytes(buffer[start:end]), now)
    described = _descriptor
    if not vp8.describe(buffer, start, end, described):
        return None
    # 24 bits of seconds with 18 after the point; the id 1 stands there until a slot writes its own.
    before = _block(0xBEDE, 1, 0x12000000 | int(now * 0x40000) & 0xFFFFFF)
    shift = EXTENSION_SIZE - start
    picture_id = described.picture_id
    wider = 0
    if picture_id is not None and vp8.is_narrow(buffer, described):
        at = described.picture_at
        picture_id = vp8.widened(picture_id, near)
        wider = 1
        body = before + buffer[start:at] + (picture_id | 0x8000).to_bytes(2, "big") + buffer[at + 1 : end]
    else:
        body = before + buffer[start:end]
    packet = Packet(header.sequence, header.timestamp, header.marker, body, now)
    packet.picture_id = picture_id
    packet.picture_at = described.picture_at + shift
    packet.tl0 = described.tl0
    packet.tl0_at = described.tl0_at + shift + wider
    packet.tid = described.tid
    if described.is_key:
        packet.is_key = True
        packet.width = described.width
        packet.height = described.height
    return packet
