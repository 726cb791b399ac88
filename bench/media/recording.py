"""What everybody sends: real VP8 and Opus, the frames filled up to sizes that are the same in every run."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise

import av
from av.audio.codeccontext import AudioCodecContext
from av.video.codeccontext import VideoCodecContext

WIDTH, HEIGHT = 640, 360
FRAME_S, KEY_EVERY_S, VOICE_S = 0.04, 2.5, 0.02
PIECE = 1_100
"""Bytes of a packet, before its descriptor."""
FRAME_TICKS, VOICE_TICKS = 3_600, 960
"""By the clocks of RTP: 90 kHz and 48 kHz."""
_BIT_RATE = 300_000


@dataclass(frozen=True, slots=True)
class Recording:
    """A few seconds, to be repeated. A frame is so many pieces of so many bytes; a voice is a packet."""

    frames: tuple[tuple[bytes, ...], ...]
    voices: tuple[bytes, ...]


@cache
def record(pieces: int, key_pieces: int) -> Recording:
    """A key frame, then frames of fewer pieces."""
    frames = []
    for number, frame in enumerate(_frames()):
        # A decoder takes no notice of what follows the last partition (RFC 6386 section 9.5).
        size = (pieces if number else key_pieces) * PIECE
        if len(frame) > size:
            raise ValueError(f"frame {number} has {len(frame)} bytes")
        whole = frame.ljust(size, b"\0")
        frames.append(tuple(whole[start:end] for start, end in pairwise(range(0, size + 1, PIECE))))
    return Recording(tuple(frames), tuple(_voices()))


def described(piece: bytes, is_first: bool, picture: int, layer: int) -> bytes:
    """With the payload descriptor of a browser that sends one temporal layer in simulcast (RFC 7741 section 4.2)."""
    return struct.pack("!BBHBB", 0x90 if is_first else 0x80, 0xE0, 0x8000 | picture, layer, 0) + piece


def _frames() -> Iterator[bytes]:
    """A bright bar that moves to the right."""
    context = VideoCodecContext.create("libvpx", "w")
    context.width, context.height, context.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    context.time_base, context.framerate = Fraction(1, 25), Fraction(25)
    context.bit_rate = _BIT_RATE
    context.gop_size = 10_000
    context.options = {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0", "auto-alt-ref": "0"}
    for number in range(int(KEY_EVERY_S / FRAME_S)):
        frame = av.VideoFrame(WIDTH, HEIGHT, "yuv420p")
        for plane in frame.planes:
            across = plane.line_size
            bar = number * across // 150
            line = bytes(200 if bar <= each < bar + across // 8 else 100 for each in range(across))
            plane.update(line * plane.height)
        frame.pts = number
        for packet in context.encode(frame):
            yield bytes(packet)


def _voices() -> Iterator[bytes]:
    """A second of a hum."""
    context = AudioCodecContext.create("libopus", "w")
    context.sample_rate, context.layout, context.format = 48_000, "mono", "s16"
    context.bit_rate = 32_000
    wave = struct.pack(f"<{VOICE_TICKS}h", *(8_000 * (each % 240 - 120) // 120 for each in range(VOICE_TICKS)))
    for number in range(50):
        frame = av.AudioFrame("s16", "mono", VOICE_TICKS)
        frame.sample_rate = 48_000
        frame.pts = number * VOICE_TICKS
        frame.planes[0].update(wave)
        for packet in context.encode(frame):
            yield bytes(packet)
