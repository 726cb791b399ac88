"""Send what was recorded as a browser sends what it captures: at an even pace, only what is wanted, keys when asked."""

from __future__ import annotations

import asyncio
import struct
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Protocol

from media.light import Sending
from media.synthetic.face import FRAME_S, Face, Frame
from media.synthetic.voice import PACKET_S, PACKET_TICKS, SILENCE, WORD_PACKETS, Voice

FRAME_BEATS = round(FRAME_S / PACKET_S)
BEAT_TICKS = round(PACKET_S * 90_000)
GROUPS = 4
"""Not all players send at the same moment, as people who do not know of each other."""
BEHIND_S = 0.5
"""Who is later than this leaves out what is overdue."""
REST_BEATS = 20
PIECES_A_BEAT = 6
"""A key frame is not thrown at the network at once."""
KEY_AGAIN_BEATS = 25


class Player(Protocol):
    def beat(self, number: int) -> None:
        """Send what is due; called fifty times a second, with a number that rises."""


class Metronome:
    """One clock for all players of a process."""

    def __init__(self) -> None:
        self._groups: list[dict[Player, None]] = [{} for _ in range(GROUPS)]

    def add(self, player: Player) -> None:
        min(self._groups, key=len)[player] = None

    def remove(self, player: Player) -> None:
        for group in self._groups:
            group.pop(player, None)

    async def run(self) -> None:
        """Until cancelled."""
        loop = asyncio.get_running_loop()
        step_s = PACKET_S / GROUPS
        began = loop.time()
        step = 0
        while True:
            late_s = loop.time() - began - step * step_s
            if late_s > BEHIND_S:
                step += int(late_s / step_s)
            await asyncio.sleep(max(0.0, -late_s))
            for player in list(self._groups[step % GROUPS]):
                player.beat(step // GROUPS)
            step += 1


class Microphone:
    """Off, it sends nothing. On, it sends silence as DTX does, or words; the last one is spoken to its end."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.sending: Sending | None = None
        self.is_on = False
        self.speaks = False
        self._at = 0
        """In the talk, 0 between two speeches."""
        self._rested = 0

    def beat(self, number: int) -> None:
        if self.sending is None or not self.is_on:
            self._at = self._rested = 0
        elif self.speaks or self._at % WORD_PACKETS:
            self._talk(self.sending, number)
        else:
            self._rest(self.sending, number)

    def _talk(self, sending: Sending, number: int) -> None:
        sound = self.voice.talk[self._at % len(self.voice.talk)]
        # RFC 3551 section 4.1: the first packet after a silence is marked.
        sending.send(sound.payload, number * PACKET_TICKS, marker=self._at == 0, level=sound.level)
        self._at += 1
        self._rested = 0

    def _rest(self, sending: Sending, number: int) -> None:
        at = self._rested % REST_BEATS
        if at < len(self.voice.rest):
            sending.send(self.voice.rest[at].payload, number * PACKET_TICKS, level=SILENCE)
        self._at = 0
        self._rested += 1


class Camera:
    """Sends the layers `wanted`; each begins with a key frame, and again when somebody asks for one."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self._films: dict[str, Film] = {}
        self._wanted: tuple[str, ...] = ()

    def connect(self, sendings: Mapping[str, Sending]) -> None:
        """By rid. What was sent until now belongs to another connection."""
        self._films = {rid: Film(sending, self.face.layers[rid]) for rid, sending in sendings.items()}

    @property
    def wanted(self) -> tuple[str, ...]:
        return self._wanted

    @wanted.setter
    def wanted(self, rids: tuple[str, ...]) -> None:
        for rid in set(self._films) - set(rids):
            self._films[rid].rewind()
        self._wanted = rids

    def ask_key(self, sending: Sending) -> None:
        if sending.rid in self._films:
            self._films[sending.rid].ask_key()

    def beat(self, number: int) -> None:
        for rid in self._wanted:
            if film := self._films.get(rid):
                film.beat(number)


class Film:
    """One layer on one connection."""

    def __init__(self, sending: Sending, frames: Sequence[Frame]) -> None:
        self._sending = sending
        self._frames = frames
        self._queue: deque[tuple[bytes, int, bool]] = deque()
        """Payload, timestamp, whether it is the last of its frame."""
        self._at = 0
        self._picture = -1

    def rewind(self) -> None:
        self._queue.clear()
        self._at = 0

    def ask_key(self) -> None:
        """The loop begins anew, unless it just has."""
        if self._at * FRAME_BEATS > KEY_AGAIN_BEATS:
            self._at = 0

    def beat(self, number: int) -> None:
        if number % FRAME_BEATS == 0:
            self._expose(number)
        for _ in range(min(PIECES_A_BEAT, len(self._queue))):
            payload, timestamp, is_last = self._queue.popleft()
            self._sending.send(payload, timestamp, marker=is_last)

    def _expose(self, number: int) -> None:
        frame = self._frames[self._at]
        self._at = (self._at + 1) % len(self._frames)
        self._picture += 1
        last = len(frame) - 1
        for at, piece in enumerate(frame):
            self._queue.append((described(piece, at == 0, self._picture), number * BEAT_TICKS, at == last))


def described(piece: bytes, is_first: bool, picture: int) -> bytes:
    """After a payload descriptor as browsers write it in simulcast: one temporal layer (RFC 7741 section 4.2)."""
    return struct.pack("!BBHBB", 0x90 if is_first else 0x80, 0xE0, 0x8000 | picture & 0x7FFF, picture & 0xFF, 0) + piece
