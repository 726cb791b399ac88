"""What everybody sends: a real face and a real voice, its frames filled up to sizes that are the same in every run."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from media.synthetic import face, voice

PIECE = face.PIECE
FRAME_S, VOICE_S = face.FRAME_S, voice.PACKET_S
FRAME_TICKS, VOICE_TICKS = round(FRAME_S * 90_000), voice.PACKET_TICKS
KEY_EVERY_S = face.FRAMES * FRAME_S
_SIZE = {"h": (640, 360, 200_000)}


@dataclass(frozen=True, slots=True)
class Recording:
    """To be repeated. A frame is so many pieces of so many bytes; the first is a key frame."""

    frames: tuple[tuple[bytes, ...], ...]
    voices: tuple[bytes, ...]


@cache
def record(pieces: int, key_pieces: int) -> Recording:
    """Of each frame, and of a key frame."""
    (frames,) = face.record("P", 0.6, _SIZE).layers.values()
    filled = [_filled(b"".join(frame), pieces if number else key_pieces) for number, frame in enumerate(frames)]
    return Recording(tuple(filled), tuple(sound.payload for sound in voice.record(120).talk))


def described(piece: bytes, is_first: bool, picture: int) -> bytes:
    """With the payload descriptor of a browser that sends one temporal layer (RFC 7741 section 4.2)."""
    return struct.pack("!BBHBB", 0x90 if is_first else 0x80, 0xE0, 0x8000 | picture & 0x7FFF, picture & 0xFF, 0) + piece


def _filled(frame: bytes, pieces: int) -> tuple[bytes, ...]:
    """A decoder takes no notice of what follows the last partition (RFC 6386 section 9.5)."""
    if len(frame) > pieces * PIECE:
        raise ValueError(f"{len(frame)} bytes do not fit into {pieces} packets")
    whole = frame.ljust(pieces * PIECE, b"\0")
    return tuple(whole[start:end] for start, end in pairwise(range(0, len(whole) + 1, PIECE)))
