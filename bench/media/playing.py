"""Let people speak: each client sends its recording at an even pace, again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from time import monotonic

from bench.media.recording import FRAME_S, FRAME_TICKS, VOICE_S, VOICE_TICKS, Recording, described
from media.light import LightClient, Sending

BEHIND_S = 0.5
"""Who is later than this drops what is overdue."""
KEY_AGAIN_S = 0.5
LEVEL = 128 + 20
"""Voice at -20 dBov (RFC 6464)."""


class Voice:
    def __init__(self, sending: Sending, recording: Recording) -> None:
        self.sending = sending
        self.recording = recording

    def send(self, number: int) -> None:
        voices = self.recording.voices
        self.sending.send(voices[number % len(voices)], number * VOICE_TICKS, level=LEVEL)


class Camera:
    """The recording begins anew when a key frame is asked for."""

    def __init__(self, client: LightClient, sending: Sending, recording: Recording) -> None:
        self.sending = sending
        self.recording = recording
        self._picture = 0
        self._at = 0
        self._key_at = 0.0
        client.on_key_asked = self._asked

    def send(self, number: int) -> None:
        now = monotonic()
        if self._at == 0:
            self._key_at = now
        frame = self.recording.frames[self._at]
        self._at = (self._at + 1) % len(self.recording.frames)
        self._picture += 1
        last = len(frame) - 1
        for at, piece in enumerate(frame):
            whole = described(piece, at == 0, self._picture)
            self.sending.send(whole, number * FRAME_TICKS, marker=at == last)

    def _asked(self, sending: Sending) -> None:
        if monotonic() - self._key_at > KEY_AGAIN_S:
            self._at = 0


class Play:
    """As a context, everybody speaks. Their clocks go on between two times."""

    def __init__(self, speakers: Iterable[LightClient], recording: Recording) -> None:
        self._began = monotonic()
        self._tasks: list[asyncio.Task[None]] = []
        self._parts: list[tuple[float, Callable[[int], None]]] = []
        for client in speakers:
            for (role, _), sending in client.sending.items():
                if role == "microphone":
                    self._parts.append((VOICE_S, Voice(sending, recording).send))
                else:
                    self._parts.append((FRAME_S, Camera(client, sending, recording).send))

    async def __aenter__(self) -> None:
        self._tasks = [
            asyncio.create_task(self._repeat(every_s, every_s * at / len(self._parts), send))
            for at, (every_s, send) in enumerate(self._parts)
        ]

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _repeat(self, every_s: float, phase_s: float, send: Callable[[int], None]) -> None:
        """Spread over time, as people are who do not know of each other."""
        number = int((monotonic() - self._began) / every_s) + 1
        while True:
            late_s = monotonic() - (self._began + number * every_s + phase_s)
            if late_s > BEHIND_S:
                number += int(late_s / every_s)
            await asyncio.sleep(max(0.0, -late_s))
            send(number)
            number += 1
