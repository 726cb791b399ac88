from __future__ import annotations

import pytest

from media import rtcp
from media.allocation import SETTLE_S, Rank, Want
from media.downlink import Downlink, Portion
from media.packet import Kind
from media.rtp import distance
from tests.media.outgoing import SSRC, Scene


class Way(Scene):
    """Frames of one packet to a page that loses some, and says so five times a second."""

    def __init__(self, kind: Kind = "video") -> None:
        super().__init__(kind)
        self.downlink = Downlink()
        self.feed(0)
        self.lost = 0
        self.send(0, is_key=True)
        self.report()

    def report(self) -> None:
        sent = distance(self.stream[-1].sequence, self.stream[0].sequence) + 1
        block = rtcp.ReportBlock(SSRC, 0, self.lost, self.stream[-1].sequence, 0, 0, 0)
        assert sent < 30_000
        self.downlink.reported(self.slot, block, self.now)

    def run(self, count: int, every: int = 0, asks: bool = False) -> None:
        """Packets at 100 a second, of which each so manieth is lost."""
        for index in range(1, count + 1):
            self.send(0)
            if every and index % every == 0:
                self.lost += 1
                if asks:
                    self.slot.resend([self.stream[-1].sequence], self.now, 0.02)
            if index % 20 == 0:
                self.report()
                self.downlink.look([self.slot], self.now)


def test_one_packet_lost_of_two_is_no_half_of_everything() -> None:
    portion = Portion(100, 4.0)
    assert portion.take(1.0) is None
    portion.add(1, 2)
    assert portion.take(1.2) is None
    portion.add(4, 98)
    assert portion.take(2.0) == pytest.approx(0.05)
    assert portion.take(2.2) is None


def test_after_a_while_what_there_is_has_to_do_and_very_few_mean_nothing() -> None:
    portion = Portion(100, 4.0)
    portion.take(1.0)
    portion.add(3, 30)
    assert portion.take(4.9) is None
    assert portion.take(5.0) == pytest.approx(0.1)
    portion.add(3, 5)
    assert portion.take(9.0) == 0
    assert portion.take(13.0) == 0


def test_loss_is_measured_over_many_packets() -> None:
    way = Way()
    way.run(240, every=20)
    assert way.downlink.loss == pytest.approx(0.05, abs=0.02)


def test_sound_is_doubled_when_pictures_are_lost_on_the_same_way() -> None:
    way = Way()
    assert not way.downlink.doubling.is_on(way.now)
    way.run(240, every=20)
    assert way.downlink.doubling.is_on(way.now)


def test_sound_alone_tells_too() -> None:
    way = Way("audio")
    way.run(120, every=20)
    assert way.downlink.doubling.is_on(way.now)


def test_what_was_asked_for_in_numbers_is_believed_before_any_report_of_loss() -> None:
    way = Way()
    wants = [Want((150_000, 500_000, 1_700_000), 2, Rank.SPEAKER, 1)]
    assert way.downlink.estimate.share(wants, way.now) == [1]
    way.run(40, every=2, asks=True)
    assert way.downlink.estimate.share(wants, way.now) == [0]


def test_reports_on_the_time_before_less_was_sent_mean_nothing() -> None:
    way = Way()
    wants = [Want((150_000, 500_000, 1_700_000), 2, Rank.SPEAKER, 1)]
    way.downlink.estimate.share(wants, way.now)
    way.downlink.estimate.loss(0.3, way.now)
    way.run(int(100 * SETTLE_S) - 20, every=3)
    assert way.downlink.loss == 0
    way.run(200)
    assert way.downlink.loss == 0
