"""How well one incoming stream arrives: its numbers, losses and jitter (RFC 3550 §6.4.1, A.1, A.3, A.8).

What was lost is counted as lost even if it came after all as a repair: the sender's estimator asks for the truth.
"""

from __future__ import annotations

from media.rtcp import ReportBlock, SenderReport

DROPOUT = 3000
MISORDER = 1000
"""A jump of so many forward or back is not believed of one packet: it is a stray, or the sender begins anew."""
ROUND = 0x10000


class Reception:
    """Of one SSRC. `highest` is the newest sequence, rising over wrap-arounds and over new beginnings; 0 before any."""

    __slots__ = (
        "_begin",
        "_clock_rate",
        "_cycle",
        "_expected_told",
        "_jumped_to",
        "_received",
        "_received_told",
        "_report_at",
        "_report_ntp",
        "_transit",
        "highest",
        "jitter",
    )

    def __init__(self, clock_rate: int) -> None:
        self.highest = 0
        self.jitter = 0.0
        self._clock_rate = clock_rate
        self._cycle = 0
        """What wrap-arounds are counted from."""
        self._begin = 0
        self._received = 0
        self._expected_told = 0
        self._received_told = 0
        self._jumped_to = -1
        self._transit: float | None = None
        self._report_ntp = 0
        self._report_at = 0.0

    def receive(self, sequence: int, timestamp: int, now: float) -> int:
        """The number of the packet, comparable with `highest`; 0 for one that cannot belong here."""
        ahead = ((sequence - self.highest + 0x8000) & 0xFFFF) - 0x8000
        if self.highest and -MISORDER < ahead < DROPOUT:
            number = self.highest + ahead
            if ahead > 0:
                self.highest = number
        elif self.highest and sequence != self._jumped_to:
            # Two in a row make a new beginning, one alone is a stray.
            self._jumped_to = (sequence + 1) & 0xFFFF
            return 0
        else:
            number = self._restart(sequence)
        self._received += 1
        transit = now * self._clock_rate - timestamp
        if self._transit is not None and ahead:
            # Timestamps come round, and so does their difference.
            change = ((transit - self._transit + 0x80000000) % 0x100000000) - 0x80000000
            self.jitter += (abs(change) - self.jitter) / 16
        self._transit = transit
        return number

    def _restart(self, sequence: int) -> int:
        # Two rounds further: nothing from before can be taken for what comes now, and all is above zero.
        self._cycle = (self.highest // ROUND + 2) * ROUND
        self._begin = self.highest = self._cycle + sequence
        self._received = self._expected_told = self._received_told = 0
        self._jumped_to = -1
        self._transit = None
        return self.highest

    def sender_report(self, report: SenderReport, now: float) -> None:
        self._report_ntp = report.ntp >> 16 & 0xFFFFFFFF
        self._report_at = now

    def report_block(self, ssrc: int, now: float) -> ReportBlock:
        """For a receiver report; what was lost since the one before."""
        expected = self.highest - self._begin + 1 if self.highest else 0
        expected_since = expected - self._expected_told
        lost_since = expected_since - (self._received - self._received_told)
        self._expected_told, self._received_told = expected, self._received
        fraction = min(255, lost_since * 256 // expected_since) if expected_since > 0 and lost_since > 0 else 0
        delay = min(int((now - self._report_at) * 0x10000), 0xFFFFFFFF) if self._report_ntp else 0
        return ReportBlock(
            ssrc=ssrc,
            fraction_lost=fraction,
            lost=expected - self._received,
            highest=self.highest - self._cycle,
            jitter=int(self.jitter),
            last_report=self._report_ntp,
            delay=delay,
        )
