"""RTP as it comes in (RFC 3550 §5.1, header extensions of RFC 8285), and arithmetic on sequence numbers that wrap."""

from __future__ import annotations

import struct
from collections.abc import Mapping

NAMES = {
    "urn:ietf:params:rtp-hdrext:sdes:mid": "mid",
    "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id": "rid",
    "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id": "repaired_rid",
    "urn:ietf:params:rtp-hdrext:ssrc-audio-level": "level",
    "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01": "transport_sequence",
    "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time": "absolute_time",
}

HEADER_SIZE = 12
PACKET_MAX = 1500

_fixed = struct.Struct("!BBHLL").unpack_from
_ONE_BYTE_FORM = 0xBEDE
_TWO_BYTE_FORM = 0x1000


def distance(a: int, b: int) -> int:
    """a - b on the circle of 16 bits, between -32768 and 32767."""
    return ((a - b + 0x8000) & 0xFFFF) - 0x8000


def newer(a: int, b: int) -> bool:
    return 0 < (a - b) & 0xFFFF < 0x8000


def extend(sequence: int, near: int) -> int:
    """The number without wrap-around that is nearest to `near` and ends in the 16 bits of `sequence`."""
    return near + distance(sequence, near & 0xFFFF)


class Header:
    """What a packet says before its payload, which is `buffer[start:end]`. One instance is filled again and again."""

    __slots__ = (
        "end",
        "level",
        "marker",
        "mid",
        "payload_type",
        "repaired_rid",
        "rid",
        "sequence",
        "ssrc",
        "start",
        "timestamp",
        "transport_sequence",
        "voice",
    )

    def __init__(self) -> None:
        self.marker = 0  # 0 or 0x80, as it is written
        self.payload_type = 0
        self.sequence = 0
        self.timestamp = 0
        self.ssrc = 0
        self.start = 0
        self.end = 0
        self.level: int | None = None  # 0 loudest, 127 silence (RFC 6464)
        self.voice = False
        self.transport_sequence: int | None = None
        self.mid: str | None = None
        self.rid: str | None = None
        self.repaired_rid: str | None = None


def parse(buffer: bytes | bytearray, size: int, names: Mapping[int, str], header: Header) -> bool:
    """Fills `header` from `buffer[:size]`; `names` says what its extensions are. False: malformed, `header` is void."""
    if size < HEADER_SIZE:
        return False
    first, second, header.sequence, header.timestamp, header.ssrc = _fixed(buffer)
    if first & 0xC0 != 0x80:
        return False
    header.marker = second & 0x80
    header.payload_type = second & 0x7F
    header.level = header.transport_sequence = header.mid = header.rid = header.repaired_rid = None
    header.voice = False
    start: int = HEADER_SIZE + ((first & 0x0F) << 2)
    if first & 0x10:
        inside = start + 4
        if inside > size:
            return False
        profile = buffer[start] << 8 | buffer[start + 1]
        start = inside + ((buffer[start + 2] << 8 | buffer[start + 3]) << 2)
        if start > size:
            return False
        if profile == _ONE_BYTE_FORM:
            if not _one_byte_form(buffer, inside, start, names, header):
                return False
        elif profile & 0xFFF0 == _TWO_BYTE_FORM and not _two_byte_form(buffer, inside, start, names, header):
            return False
    end: int = size
    if first & 0x20:
        padding = buffer[size - 1]
        end = size - padding
        if not padding:
            return False
    header.start = start
    header.end = end
    return start <= end


def _one_byte_form(
    buffer: bytes | bytearray, position: int, end: int, names: Mapping[int, str], header: Header
) -> bool:
    while position < end:
        byte = buffer[position]
        position += 1
        if not byte:
            continue
        following = position + (byte & 0x0F) + 1
        name = names.get(byte >> 4)
        if following > end or byte < 0x10 or byte >= 0xF0:
            # Id 15 is kept for later, 0 with a length is wrong: either ends the reading (RFC 8285 §4.2).
            return byte < 0x10 or byte >= 0xF0
        # The two that every packet bears are read here: a call costs as much as all of the rest.
        if name == "transport_sequence" and byte & 0x0F:
            header.transport_sequence = buffer[position] << 8 | buffer[position + 1]
        elif name == "level":
            header.level = buffer[position] & 0x7F
            header.voice = buffer[position] > 0x7F
        elif name is not None:
            _name(buffer[position:following], name, header)
        position = following
    return True


def _two_byte_form(
    buffer: bytes | bytearray, position: int, end: int, names: Mapping[int, str], header: Header
) -> bool:
    while position < end:
        identifier = buffer[position]
        position += 1
        if not identifier:
            continue
        if position == end:
            return False
        length = buffer[position]
        position += 1
        following = position + length
        if following > end:
            return False
        name = names.get(identifier)
        if name == "transport_sequence" and length > 1:
            header.transport_sequence = buffer[position] << 8 | buffer[position + 1]
        elif name == "level" and length:
            header.level = buffer[position] & 0x7F
            header.voice = buffer[position] > 0x7F
        elif name is not None:
            _name(buffer[position:following], name, header)
        position = following
    return True


def _name(value: bytes | bytearray, name: str, header: Header) -> None:
    # Latin-1 takes any bytes; a name that is not ours finds nothing later.
    if name == "mid":
        header.mid = value.decode("latin-1")
    elif name == "rid":
        header.rid = value.decode("latin-1")
    elif name == "repaired_rid":
        header.repaired_rid = value.decode("latin-1")
