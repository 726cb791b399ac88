"""The way to one page: what its browser says of it, gathered until it means something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from media.allocation import SETTLE_S, Estimate
from media.doubling import Doubling

if TYPE_CHECKING:
    from media.rtcp import ReportBlock
    from media.slot import Slot


class Portion:
    """Of how many packets, how many: told once `least` were counted, or what there is after `patience_s`."""

    __slots__ = ("_least", "_part", "_patience_s", "_since", "_whole")

    def __init__(self, least: int, patience_s: float) -> None:
        self._least = least
        self._patience_s = patience_s
        self._part = self._whole = 0
        self._since: float | None = None

    def add(self, part: int, whole: int) -> None:
        self._part += part
        self._whole += whole

    def clear(self) -> None:
        self._part = self._whole = 0

    def take(self, now: float) -> float | None:
        """Of 1; None before it can be told. Of very few, nothing."""
        if self._since is None:
            self._since = now
        if self._whole < self._least and now - self._since < self._patience_s:
            return None
        told = self._part / self._whole if self._whole * 4 >= self._least else 0.0
        self.clear()
        self._since = now
        return min(1.0, max(0.0, told))


class Downlink:
    """`loss` is what was last lost on it, of 1."""

    __slots__ = ("_asked", "_missed", "_pictures", "_sent", "_voices", "doubling", "estimate", "loss")

    def __init__(self) -> None:
        self.estimate = Estimate()
        self.doubling = Doubling()
        self.loss = 0.0
        # Reports come five times a second, of a packet or two of each stream: a single one lost would be a half.
        self._pictures = Portion(100, 4.0)
        self._voices = Portion(50, 6.0)
        self._asked = Portion(20, 1.0)
        self._missed = self._sent = 0

    def reported(self, slot: Slot, block: ReportBlock, now: float) -> None:
        """By the page, of one stream to it."""
        sent, lost = slot.heard(block)
        if slot.kind == "audio":
            self._voices.add(lost, sent)
        elif now - self.estimate.lowered_at > SETTLE_S:
            self._pictures.add(lost, sent)
        else:
            # Of the time before less was sent.
            self._pictures.clear()

    def look(self, slots: Sequence[Slot], now: float) -> None:
        """About four times a second, at the slots of all pictures."""
        missed, sent = sum(slot.missed for slot in slots), sum(slot.packets for slot in slots)
        self._asked.add(missed - self._missed, sent - self._sent)
        self._missed, self._sent = missed, sent
        asked = self._asked.take(now)
        if asked is not None:
            self.estimate.asked(asked, now)
        self.estimate.sent(sum(slot.octets for slot in slots), now)
        pictures, voices = self._pictures.take(now), self._voices.take(now)
        if pictures is not None:
            self.estimate.loss(pictures, now)
        for lost in (pictures, voices):
            if lost is not None:
                self.loss = lost
                self.doubling.heard(lost, now)
