"""A face that is nobody's: a letter that sways over a colour, encoded once in VP8 in the layers of a camera."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType

import av
from av.video.codeccontext import VideoCodecContext

from media.synthetic import letters

FRAME_S = 0.06
FRAMES = 36
"""After so many, all begins anew with a key frame."""
LAYERS = MappingProxyType({"q": (320, 180, 150_000), "h": (640, 360, 500_000), "f": (1280, 720, 1_500_000)})
"""Width, height and bits a second, as pages send them."""
PIECE = 1_100
"""Bytes of a packet, before its descriptor."""
_GROUND, _INK = 80, 225
_GRAIN = bytes(_GROUND + each // 4 for each in range(256))
_STRIP = 6
"""The part of the picture, at its foot, that never is the same: so frames are as large as those of a camera."""
_COLOUR = 60
"""How strong it is."""

Frame = tuple[bytes, ...]
"""In pieces, each for one packet."""


@dataclass(frozen=True, slots=True)
class Face:
    """By rid, the frames of a loop. The first one is a key frame."""

    layers: Mapping[str, tuple[Frame, ...]]


def record(initial: str, hue: float, layers: Mapping[str, tuple[int, int, int]] = LAYERS) -> Face:
    """`hue` from 0 to 1, around the circle of colours."""
    return Face({rid: tuple(_encoded(initial, hue, *layer)) for rid, layer in layers.items()})


def in_pieces(frame: bytes) -> Frame:
    """Of about the same size: none of them is tiny."""
    count = -(-len(frame) // PIECE)
    ends = [len(frame) * number // count for number in range(count + 1)]
    return tuple(frame[start:end] for start, end in pairwise(ends))


def _encoded(initial: str, hue: float, width: int, height: int, bit_rate: int) -> Iterator[Frame]:
    context = VideoCodecContext.create("libvpx", "w")
    context.width, context.height, context.pix_fmt = width, height, "yuv420p"
    context.framerate = Fraction(1) / Fraction(str(FRAME_S))
    context.time_base = 1 / context.framerate
    context.bit_rate = bit_rate
    context.gop_size = 10 * FRAMES
    context.thread_count = 1
    # Negative: as fast on a machine that is busy as on one that is not.
    options = {"deadline": "realtime", "cpu-used": "-14", "lag-in-frames": "0", "auto-alt-ref": "0"}
    context.options = options | {"minrate": str(bit_rate), "maxrate": str(bit_rate), "bufsize": str(bit_rate // 2)}
    dice = random.Random(initial)
    for number in range(FRAMES):
        frame = _drawn(letters.letter(initial), hue, width, height, number / FRAMES, dice)
        frame.pts = number
        for packet in context.encode(frame):
            yield in_pieces(bytes(packet))


def _drawn(
    rows: tuple[str, ...], hue: float, width: int, height: int, phase: float, dice: random.Random
) -> av.VideoFrame:
    """`phase` from 0 to 1: once to the right, once to the left."""
    frame = av.VideoFrame(width, height, "yuv420p")
    bright, *colours = frame.planes
    dot = height // 12
    across = bright.line_size
    start = width // 2 - dot * letters.WIDTH // 2 + round(width / 4 * math.sin(2 * math.pi * phase))
    ground = bytes([_GROUND]) * across
    strip = height // _STRIP
    above = (height - strip - dot * letters.HEIGHT) // 2
    below = height - strip - dot * letters.HEIGHT - above
    written = b"".join(_line(row, start, dot, ground) * dot for row in rows)
    bright.update(ground * above + written + ground * below + dice.randbytes(strip * across).translate(_GRAIN))
    for plane, turn in zip(colours, (math.cos, math.sin), strict=True):
        plane.update(bytes([round(128 + _COLOUR * turn(2 * math.pi * hue))]) * (plane.line_size * plane.height))
    return frame


def _line(row: str, start: int, dot: int, ground: bytes) -> bytes:
    line = bytearray(ground)
    for number, has_ink in enumerate(row):
        if has_ink == "1":
            line[start + number * dot : start + (number + 1) * dot] = bytes([_INK]) * dot
    return bytes(line)
