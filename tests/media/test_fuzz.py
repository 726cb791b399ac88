"""Hostile packets and offers: nothing escapes but what is meant to, and nothing is kept."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterable

import pytest

from media import rtcp
from media.offer import RIDS_MAX
from media.packet import EXTENSION_SIZE, Kind, packet_of
from media.rtp import Header, parse
from media.sdp import BadOffer, Receiving, Sending, read_offer, write_answer
from tests.media import recorded
from tests.media.mutants import mutants

COUNT = 10_000
# Of 10 000 inputs: what a cache that keeps one object of each would pass by far.
KEPT_MOST = 500


def fed(feed: Callable[[bytes], object], inputs: Iterable[bytes]) -> int:
    """How many objects are left once `feed` has had them all."""
    gc.collect()
    before = sys.getallocatedblocks()
    for data in inputs:
        feed(data)
    gc.collect()
    return sys.getallocatedblocks() - before


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_rtp(browser: str) -> None:
    header = Header()
    names = recorded.NAMES[browser]
    kinds: tuple[Kind, ...] = "audio", "video"
    read = taken = 0

    def feed(data: bytes) -> None:
        nonlocal read, taken
        buffer = bytearray(data) + b"left from the packet before"
        if not parse(buffer, len(data), names, header):
            return
        read += 1
        assert 12 <= header.start <= header.end <= len(data)
        for kind in kinds:
            packet = packet_of(header, buffer, kind, 1.0)
            if packet is None:
                continue
            taken += 1
            size = len(packet.body)
            assert size <= len(data) + EXTENSION_SIZE + 1
            if packet.picture_id is not None:
                assert 0 <= packet.picture_id < 0x8000
                assert EXTENSION_SIZE < packet.picture_at < size - 2
            if packet.tl0 is not None:
                assert EXTENSION_SIZE < packet.tl0_at < size

    seeds = [data for _, data in recorded.packets(browser, "rtp")]
    assert fed(feed, mutants(seeds, COUNT)) < KEPT_MOST
    assert read > COUNT / 4
    assert taken > COUNT / 4


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_rtcp(browser: str) -> None:
    read = 0

    def feed(data: bytes) -> None:
        nonlocal read
        size = 0
        for kind, count, body in rtcp.each(data):
            read += 1
            size += 4 + len(body)
            # Whatever it says it is: a reader may be asked about any of them.
            assert len(rtcp.nacked(body)) <= 17 * len(body) // 4
            assert len(rtcp.key_frames_asked(count, body)) <= len(body) // 4
            assert len(rtcp.report_blocks(kind, count, body)) <= 31
            rtcp.media_ssrc(body)
            rtcp.sender_report_of(body)
            if remb := rtcp.remb_of(body):
                assert 0 <= remb.bitrate < 1 << 81
                assert len(remb.ssrcs) <= len(body) // 4
        assert size <= len(data)

    seeds = [data for _, data in recorded.packets(browser, "rtcp")]
    seeds += [rtcp.fir(7, 1), rtcp.pli(7), rtcp.nack(7, range(0, 400, 3)), rtcp.remb(1 << 20, [1, 2, 3])]
    assert fed(feed, mutants(seeds, COUNT)) < KEPT_MOST
    assert read > COUNT / 4


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_sdp(browser: str) -> None:
    answered = 0

    def feed(data: bytes) -> None:
        nonlocal answered
        try:
            offer = read_offer(data.decode("utf-8", "replace"))
        except BadOffer:
            return
        accepted = {line.mid: Receiving() if line.sends else Sending(1, 2) for line in offer.lines}
        text = write_answer(offer, accepted, "ours", "o" * 24, "AB", [])
        assert all(re.fullmatch(r"[a-z]=[\x20-\x7e]+", line) for line in text.removesuffix("\r\n").split("\r\n"))
        assert text.count("\r\nm=") == len(offer.lines)
        assert all(len(line.rids) <= RIDS_MAX for line in offer.lines)
        answered += 1

    assert fed(feed, mutants([_short(recorded.offer(f"{browser}-phone"))], COUNT)) < KEPT_MOST
    assert answered > COUNT / 10


def _short(offer: str) -> bytes:
    """A microphone, a camera and two slots of it, without the codecs that nobody reads."""
    first, *rest = re.split(r"(?m)^(?=m=)", offer)
    sections = [rest[0], rest[1], rest[3], rest[7]]
    unread = re.compile(r"a=(?:rtpmap|rtcp-fb|fmtp|ssrc):(?!(?:96|97|111|109|120|124)\b)[^\r]*\r\n")
    return "".join([first, *(unread.sub("", section) for section in sections)]).encode()
