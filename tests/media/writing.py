"""Writes what the readers of media/ read, straight from the RFCs: RTP packets and VP8 payloads."""

from __future__ import annotations

import struct
from collections.abc import Sequence

Extension = tuple[int, bytes]


def one_byte_form(extensions: Sequence[Extension], between: int = 0) -> bytes:
    """RFC 8285 §4.2, with some bytes of padding between elements."""
    block = b""
    for identifier, value in extensions:
        block += bytes((identifier << 4 | len(value) - 1,)) + value + bytes(between)
    return _block(0xBEDE, block)


def two_byte_form(extensions: Sequence[Extension], between: int = 0) -> bytes:
    """RFC 8285 §4.3."""
    block = b""
    for identifier, value in extensions:
        block += bytes((identifier, len(value))) + value + bytes(between)
    return _block(0x1000, block)


def rtp(
    payload: bytes = b"payload",
    *,
    payload_type: int = 96,
    sequence: int = 1,
    timestamp: int = 2,
    ssrc: int = 3,
    marker: bool = False,
    sources: Sequence[int] = (),
    extension: bytes = b"",
    padding: int = 0,
) -> bytes:
    """RFC 3550 §5.1."""
    first = 0x80 | (0x20 if padding else 0) | (0x10 if extension else 0) | len(sources)
    packet = struct.pack("!BBHLL", first, (0x80 if marker else 0) | payload_type, sequence, timestamp, ssrc)
    packet += struct.pack(f"!{len(sources)}L", *sources) + extension + payload
    return packet + (bytes(padding - 1) + bytes((padding,)) if padding else b"")


def vp8(
    frame: bytes = b"\x01frame",
    *,
    is_start: bool = True,
    partition: int = 0,
    picture_id: int | None = None,
    is_wide: bool = True,
    tl0: int | None = None,
    tid: int | None = None,
    is_sync: bool = False,
    key_index: int | None = None,
) -> bytes:
    """RFC 7741 §4.2."""
    bits = (0x80 if picture_id is not None else 0) | (0x40 if tl0 is not None else 0)
    bits |= (0x20 if tid is not None else 0) | (0x10 if key_index is not None else 0)
    payload = bytes(((0x80 if bits else 0) | (0x10 if is_start else 0) | partition,))
    if bits:
        payload += bytes((bits,))
    if picture_id is not None:
        payload += (picture_id | 0x8000).to_bytes(2, "big") if is_wide else bytes((picture_id,))
    if tl0 is not None:
        payload += bytes((tl0,))
    if tid is not None or key_index is not None:
        payload += bytes(((tid or 0) << 6 | (0x20 if is_sync else 0) | (key_index or 0),))
    return payload + frame


def key_frame(width: int, height: int, scale: int = 0) -> bytes:
    """The beginning of one (RFC 6386 §9.1), as its first packet bears it."""
    return b"\x10\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width | scale << 14, height | scale << 14) + b"rest"


def _block(profile: int, elements: bytes) -> bytes:
    elements += bytes(-len(elements) % 4)
    return struct.pack("!HH", profile, len(elements) // 4) + elements
