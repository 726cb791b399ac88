"""The payload descriptor of VP8 in RTP (RFC 7741 §4.2), and what of a key frame is needed to tell its size (§4.3)."""

from __future__ import annotations

_START_CODE = b"\x9d\x01\x2a"
_KEY_FRAME_HEADER = 10


class Descriptor:
    """What stands before a piece of a VP8 frame. Positions are those in the buffer; one instance is filled again."""

    __slots__ = (
        "height",
        "is_key",
        "is_sync",
        "payload_at",
        "picture_at",
        "picture_id",
        "tid",
        "tl0",
        "tl0_at",
        "width",
    )

    def __init__(self) -> None:
        self.is_key = False  # the first packet of a key frame
        self.width = 0  # of a key frame, else 0
        self.height = 0
        self.picture_id: int | None = None
        self.picture_at = 0
        self.tl0: int | None = None
        self.tl0_at = 0
        self.tid = 0
        self.is_sync = False  # a picture of a higher temporal layer that rests on the base layer alone
        self.payload_at = 0


def describe(buffer: bytes | bytearray, start: int, end: int, descriptor: Descriptor) -> bool:
    """Fills `descriptor` from `buffer[start:end]`. False: malformed or without payload, `descriptor` is void."""
    if start >= end:
        return False
    first = buffer[start]
    position = start + 1
    descriptor.picture_id = descriptor.tl0 = None
    descriptor.tid = 0
    descriptor.is_sync = False
    if first & 0x80:
        if position >= end:
            return False
        extension = buffer[position]
        position += 1
        if extension & 0x80:
            if position + 1 >= end:
                return False
            descriptor.picture_at = position
            byte = buffer[position]
            if byte & 0x80:
                descriptor.picture_id = (byte & 0x7F) << 8 | buffer[position + 1]
                position += 2
            else:
                descriptor.picture_id = byte
                position += 1
        if extension & 0x40:
            if position >= end:
                return False
            descriptor.tl0_at = position
            descriptor.tl0 = buffer[position]
            position += 1
        if extension & 0x30:
            if position >= end:
                return False
            if extension & 0x20:
                descriptor.tid = buffer[position] >> 6
                descriptor.is_sync = bool(buffer[position] & 0x20)
            position += 1
    if position >= end:
        return False
    descriptor.payload_at = position
    # The start of the first partition, and the inverse key frame flag.
    descriptor.is_key = first & 0x17 == 0x10 and not buffer[position] & 1
    descriptor.width = descriptor.height = 0
    if descriptor.is_key:
        return _size(buffer, position, end, descriptor)
    return True


def _size(buffer: bytes | bytearray, position: int, end: int, descriptor: Descriptor) -> bool:
    if position + _KEY_FRAME_HEADER > end or buffer[position + 3 : position + 6] != _START_CODE:
        return False
    descriptor.width = (buffer[position + 6] | buffer[position + 7] << 8) & 0x3FFF
    descriptor.height = (buffer[position + 8] | buffer[position + 9] << 8) & 0x3FFF
    return True


def is_narrow(buffer: bytes | bytearray, descriptor: Descriptor) -> bool:
    """Whether its picture id is written in 7 bits."""
    return descriptor.picture_id is not None and buffer[descriptor.picture_at] < 0x80


def widened(picture_id: int, near: int) -> int:
    """The picture id of 15 bits nearest to `near` that ends in these 7.

    Some senders count to 127 only, others write the numbers below 128 short: this reads both.
    """
    return (near + ((picture_id - near + 64) & 0x7F) - 64) & 0x7FFF
