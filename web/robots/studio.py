"""What robots that talk share: recordings, one clock, one reader of their sockets, and who should be heard."""

from __future__ import annotations

import asyncio

from facilitation.robots import name_of
from facilitation.sayings import NAMES
from media.light import Crowd
from media.synthetic import Face, Metronome, Voice
from media.synthetic.face import record as record_face
from media.synthetic.voice import record as record_voice
from web.robots.hearing import Hearing

LOWEST_HZ, HIGHEST_HZ = 90, 250


class Studio:
    """Robots of one first name share a voice and a face."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.metronome = Metronome()
        self.hearing = Hearing()
        self._voices: list[Voice] = []
        self._faces: list[Face] = []

    async def record(self, voices: int, faces: int) -> None:
        """Once, before anybody comes in: afterwards nothing is encoded. In threads, for libvpx and Opus run in them."""
        self._faces = list(
            await asyncio.gather(*(asyncio.to_thread(face_of, number) for number in range(min(faces, len(NAMES)))))
        )
        self._voices = list(
            await asyncio.gather(*(asyncio.to_thread(voice_of, number) for number in range(min(voices, len(NAMES)))))
        )

    def voice(self, number: int) -> Voice:
        return self._voices[number % len(NAMES)]

    def face(self, number: int) -> Face:
        return self._faces[number % len(NAMES)]


def voice_of(number: int) -> Voice:
    return record_voice(LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** (number / len(NAMES)))


def face_of(number: int) -> Face:
    return record_face(name_of(number), number / len(NAMES))
