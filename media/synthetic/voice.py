"""A voice that is nobody's: syllables at a pitch of its own, encoded once in Opus, and how loud each packet is."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import av
from av.audio.codeccontext import AudioCodecContext

PACKET_S = 0.02
PACKET_TICKS = 960
"""By the clock of RTP, which counts 48 000 a second whatever was recorded (RFC 7587 section 4.1)."""
WORD_PACKETS = 30
WORDS = 5
SAMPLE_RATE = 16_000
_PER_PACKET = SAMPLE_RATE // 50
_BIT_RATE = 24_000
_PEAK = 9_000
_SILENCE_PACKETS = 10
"""The encoder takes a few to come to rest."""
_SYLLABLE_S, _PAUSE_S = 0.18, 0.06
_VOWELS = ((730, 1090, 2440), (270, 2290, 3010), (570, 840, 2410))
"""Where the mouth resonates, in hertz: as in father, see, more."""
_BREADTH = 90
VOICE, SILENCE = 0x80, 127
"""By RFC 6464: the flag that a packet holds voice, and the level when it holds nothing."""


class Sound(NamedTuple):
    """20 ms. `level` is the byte of RFC 6464."""

    payload: bytes
    level: int


@dataclass(frozen=True, slots=True)
class Voice:
    """`talk` is to be repeated; `rest` is what is sent of a silence, each 400 ms: it ends with nothing but a TOC byte.

    So a browser does with DTX: the byte tells the decoder that what follows is no loss.
    """

    talk: tuple[Sound, ...]
    rest: tuple[Sound, ...]


def record(pitch: float) -> Voice:
    """The same word of three syllables five times, at so many hertz."""
    words = list(_word(pitch)) * WORDS
    samples = array("h", [*words, *bytes(_SILENCE_PACKETS * _PER_PACKET)])
    payloads = list(_encoded(samples))
    levels = [_level(samples[at : at + _PER_PACKET]) for at in range(0, len(words), _PER_PACKET)]
    talk = tuple(Sound(payload, level) for payload, level in zip(payloads, levels, strict=False))
    silence = payloads[len(levels) + _SILENCE_PACKETS - 1]
    return Voice(talk, (Sound(silence, SILENCE), Sound(silence[:1], SILENCE)))


def _word(pitch: float) -> Iterator[int]:
    period = round(SAMPLE_RATE / pitch)
    length = round(_SYLLABLE_S * SAMPLE_RATE)
    swell = [_PEAK * math.sin(math.pi * at / length) ** 0.5 for at in range(length)]
    for vowel in _VOWELS:
        wave = _wave(period, vowel)
        yield from (round(loud * wave[at % period]) for at, loud in enumerate(swell))
    yield from bytes(round(_PAUSE_S * SAMPLE_RATE))


def _wave(period: int, vowel: Sequence[int]) -> list[float]:
    """One swing of the vocal cords, between -1 and 1: harmonics, loudest where the mouth resonates."""
    pitch = SAMPLE_RATE / period
    wave = [0.0] * period
    for harmonic in range(1, period // 2):
        off = ((harmonic * pitch - formant) / _BREADTH for formant in vowel)
        loud = sum(1 / (1 + each * each) for each in off)
        for at in range(period):
            wave[at] += loud * math.sin(2 * math.pi * harmonic * at / period)
    peak = max(abs(each) for each in wave)
    return [each / peak for each in wave]


def _level(samples: Sequence[int]) -> int:
    """-dBov (RFC 6465 appendix A), and that it is voice."""
    power = sum(each * each for each in samples) / len(samples)
    return VOICE | min(SILENCE, round(-10 * math.log10(power / 32_768**2))) if power else SILENCE


def _encoded(samples: array[int]) -> Iterator[bytes]:
    context = AudioCodecContext.create("libopus", "w")
    context.sample_rate, context.layout, context.format = SAMPLE_RATE, "mono", "s16"
    context.bit_rate = _BIT_RATE
    context.options = {"application": "voip", "frame_duration": "20"}
    for at in range(0, len(samples), _PER_PACKET):
        frame = av.AudioFrame("s16", "mono", _PER_PACKET)
        frame.sample_rate = SAMPLE_RATE
        frame.pts = at
        frame.planes[0].update(samples[at : at + _PER_PACKET].tobytes())
        for packet in context.encode(frame):
            yield bytes(packet)
