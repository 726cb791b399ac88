"""One outgoing stream made of runs of incoming ones: how each follows the one before, and which packet was of which."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from media.packet import Packet

if TYPE_CHECKING:
    from media.incoming import Layer

STRETCHES_MAX = 64
IDLE_MAX_S = 3600.0
"""Longer silences count as this: at 90 kHz a timestamp seems to go back after 6.6 hours."""


class Stretch:
    """A run, from the outgoing number `first` on. Numbers go out as they came, moved by these amounts."""

    __slots__ = ("ended_at", "first", "layer", "pictures", "sequences", "times", "tl0s")

    def __init__(self, layer: Layer, first: int, sequences: int, times: int, pictures: int, tl0s: int) -> None:
        self.layer = layer
        self.first = first
        self.ended_at: float | None = None
        """When the last packet of it came. None: the layer is carried still."""
        self.sequences = sequences
        self.times = times
        self.pictures = pictures
        self.tl0s = tl0s

    def moved(self, first: int, elapsed: int) -> Stretch:
        """The same from `first` on, with timestamps moved by so much more."""
        return Stretch(self.layer, first, self.sequences, self.times + elapsed, self.pictures, self.tl0s)

    def body(self, packet: Packet) -> bytearray:
        """As it goes out, but for its extension."""
        body = bytearray(packet.body)
        if packet.picture_id is not None:
            picture = (packet.picture_id + self.pictures) & 0x7FFF | 0x8000
            body[packet.picture_at : packet.picture_at + 2] = picture.to_bytes(2, "big")
        if packet.tl0 is not None:
            body[packet.tl0_at] = (packet.tl0 + self.tl0s) & 0xFF
        return body

    def packet(self, index: int) -> Packet | None:
        packet = self.layer.cache.get((index - self.sequences) & 0xFFFF)
        # Its stream goes on elsewhere, and its numbers come round: what came after the end was not for this page.
        if packet is not None and self.ended_at is not None and packet.at > self.ended_at:
            return None
        return packet


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an outgoing stream has come. `index` is its sequence, counted without wrap-around."""

    index: int
    timestamp: int
    at: float | None = None
    picture: int | None = None
    tl0: int | None = None
    is_cut: bool = False

    @classmethod
    def start(cls, randbits: Callable[[int], int]) -> Mark:
        """At random (RFC 3550 §5.1), in the lower half: else a loss at the start could set both ends at odds about how
        often the sequence came round, and the other could read nothing (RFC 3711 §3.3.1)."""
        return cls(randbits(15) - 1, randbits(32))

    def after(self, packet: Packet, stretch: Stretch, is_video: bool) -> Mark:
        return Mark(
            index=packet.sequence + stretch.sequences,
            timestamp=packet.timestamp + stretch.times,
            at=packet.at,
            picture=self.picture if packet.picture_id is None else packet.picture_id + stretch.pictures,
            tl0=self.tl0 if packet.tl0 is None else packet.tl0 + stretch.tl0s,
            is_cut=is_video and not packet.marker,
        )

    def follow(self, layer: Layer, packet: Packet, at: float, clock_rate: int) -> Stretch:
        """Let `packet` and what comes after it go on from here, its time being `at`."""
        # If the end of a frame was not sent, a number is left out, lest this be taken for the rest of it.
        first = self.index + 1 + self.is_cut
        elapsed = 0.0 if self.at is None else min(at - self.at, IDLE_MAX_S)
        times = self.timestamp + max(1, round(elapsed * clock_rate)) - packet.timestamp
        pictures = _onward(self.picture, packet.picture_id, 0x7FFF)
        return Stretch(layer, first, first - packet.sequence, times, pictures, _onward(self.tl0, packet.tl0, 0xFF))


def _onward(last: int | None, first: int | None, mask: int) -> int:
    return 0 if last is None or first is None else (last + 1 - first) & mask


class Stretches:
    """The last runs of a stream. Only the newest can go on."""

    __slots__ = ("_stretches",)

    def __init__(self) -> None:
        self._stretches: deque[Stretch] = deque(maxlen=STRETCHES_MAX)

    def begin(self, stretch: Stretch) -> None:
        self._stretches.append(stretch)

    def end(self, at: float) -> None:
        """The layer is carried no more."""
        for stretch in reversed(self._stretches):
            if stretch.ended_at is not None:
                break
            stretch.ended_at = at

    def find(self, index: int) -> Stretch | None:
        return next((stretch for stretch in reversed(self._stretches) if stretch.first <= index), None)

    def forget(self) -> None:
        self._stretches.clear()
