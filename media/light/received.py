"""What a light client counts of one stream that it receives."""

from __future__ import annotations

from time import monotonic

from media.rtcp import ReportBlock, SenderReport
from media.rtp import distance

GAP_MOST = 1000
"""A jump of more is another beginning, not a loss."""
MISSING_MOST = 1000
TRIES_MOST = 8
AGAIN_S = 0.08


class Received:
    """`lost` are the packets given up on, `missing` those that may still come."""

    __slots__ = (
        "_asked",
        "_expected_before",
        "_first",
        "_heard",
        "_packets_before",
        "_report",
        "bytes",
        "duplicates",
        "highest",
        "late",
        "lost",
        "mid",
        "missing",
        "packets",
        "repaired",
        "ssrc",
    )

    def __init__(self, mid: str, ssrc: int) -> None:
        self.mid = mid
        self.ssrc = ssrc
        self.packets = 0
        self.bytes = 0
        self.highest = -1
        """Sequence of the newest, not wrapped. -1: none came yet."""
        self.late = 0
        self.duplicates = 0
        self.repaired = 0
        self.lost = 0
        self.missing: dict[int, float] = {}
        """When it was last asked for, by sequence (not wrapped)."""
        self._asked: dict[int, int] = {}
        self._first = 0
        self._expected_before = self._packets_before = 0
        self._report: SenderReport | None = None
        self._heard = 0.0

    def take(self, sequence: int, size: int) -> bool:
        """False for a packet that came before."""
        step = (sequence - self.highest) & 0xFFFF
        if step == 1 and self.highest >= 0:
            self.highest += 1
        elif not self._take_odd(sequence):
            return False
        self.packets += 1
        self.bytes += size
        return True

    def take_repaired(self, sequence: int, size: int) -> bool:
        if self.highest < 0:
            return False
        number = self.highest + distance(sequence, self.highest & 0xFFFF)
        if number > self.highest or not self._fill(number):
            self.duplicates += 1
            return False
        self.repaired += 1
        self.packets += 1
        self.bytes += size
        return True

    def to_ask(self, now: float) -> list[int]:
        """Sequences worth a NACK now."""
        asking = []
        for number, asked in list(self.missing.items()):
            if now - asked < AGAIN_S:
                continue
            tries = self._asked.get(number, 0)
            if tries == TRIES_MOST:
                self._fill(number)
                self.lost += 1
                continue
            self._asked[number] = tries + 1
            self.missing[number] = now
            asking.append(number & 0xFFFF)
        return asking

    def reported(self, report: SenderReport, now: float) -> None:
        self._report, self._heard = report, now

    def block(self, now: float) -> ReportBlock:
        """RFC 3550 section 6.4.1, without jitter."""
        expected = self.highest - self._first + 1
        asked, came = expected - self._expected_before, self.packets - self._packets_before
        self._expected_before, self._packets_before = expected, self.packets
        fraction = min(255, (asked - came) * 256 // asked) if 0 < asked > came else 0
        last, delay = 0, 0
        if self._report is not None:
            last, delay = (self._report.ntp >> 16) & 0xFFFFFFFF, int((now - self._heard) * 65536)
        return ReportBlock(self.ssrc, fraction, max(0, expected - self.packets), self.highest, 0, last, delay)

    def _take_odd(self, sequence: int) -> bool:
        if self.highest < 0:
            self._begin(sequence)
            return True
        step = distance(sequence, self.highest & 0xFFFF)
        if abs(step) > GAP_MOST:
            self._begin(sequence)
            return True
        if step <= 0:
            if not self._fill(self.highest + step):
                self.duplicates += 1
                return False
            self.late += 1
            return True
        self._miss(self.highest + 1, self.highest + step)
        self.highest += step
        return True

    def _begin(self, sequence: int) -> None:
        self.lost += len(self.missing)
        self.missing.clear()
        self._asked.clear()
        self.highest = self._first = sequence
        self._expected_before = 0
        self._packets_before = self.packets

    def _miss(self, start: int, end: int) -> None:
        now = monotonic()
        for number in range(start, end):
            if len(self.missing) == MISSING_MOST:
                self._fill(next(iter(self.missing)))
                self.lost += 1
            # As if asked for already, a while ago: what is only out of order has a moment to come by itself.
            self.missing[number] = now - AGAIN_S * 0.75

    def _fill(self, number: int) -> bool:
        self._asked.pop(number, None)
        return self.missing.pop(number, None) is not None
