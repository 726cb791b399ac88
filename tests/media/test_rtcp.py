from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media import rtcp
from media.rtcp import Remb, ReportBlock, SenderReport
from tests.media import recorded

words = st.integers(0, 0xFFFF_FFFF)
blocks = st.builds(
    ReportBlock,
    ssrc=words,
    fraction_lost=st.integers(0, 255),
    lost=st.integers(-0x800000, 0x7FFFFF),
    highest=words,
    jitter=words,
    last_report=words,
    delay=words,
)


def only(data: bytes) -> tuple[int, int, bytes]:
    """The one packet that these bytes are."""
    (packet,) = rtcp.each(data)
    assert len(data) % 4 == 0
    return packet


def test_packets_of_a_compound_come_one_by_one() -> None:
    data = rtcp.receiver_report([]) + rtcp.pli(7) + rtcp.nack(8, [1, 2])
    kinds = [(kind, count) for kind, count, _ in rtcp.each(data)]
    assert kinds == [
        (rtcp.RECEIVER_REPORT, 0),
        (rtcp.PAYLOAD_FEEDBACK, rtcp.PLI),
        (rtcp.TRANSPORT_FEEDBACK, rtcp.NACK),
    ]


def test_padding_is_taken_off() -> None:
    assert only(b"\xa1\xce\0\4" + struct.pack("!LL", 1, 2) + b"\0\0\0\0\0\0\0\x08") == (
        206,
        1,
        struct.pack("!LL", 1, 2),
    )


@pytest.mark.parametrize(
    "broken",
    [
        b"\x81\xce",
        b"\x41\xce\0\2" + bytes(8),
        b"\x81\xce\xff\xff" + bytes(8),
        b"\xa1\xce\0\0",
        b"\xa1\xce\0\1\0\0\0\0",
        b"\xa1\xce\0\1\0\0\0\5",
    ],
    ids=["a short head", "another version", "a length past the end", "padding of no body", "padding of 0", "too much"],
)
def test_reading_ends_before_what_is_malformed(broken: bytes) -> None:
    assert [kind for kind, _, _ in rtcp.each(rtcp.pli(7) + broken + rtcp.pli(8))] == [206]


@given(st.lists(blocks, max_size=31), words)
def test_a_receiver_report_is_read_as_written(told: list[ReportBlock], ssrc: int) -> None:
    kind, count, body = only(rtcp.receiver_report(told, ssrc))
    assert rtcp.report_blocks(kind, count, body) == told
    assert struct.unpack_from("!L", body) == (ssrc,)


@given(words, st.floats(0, 4e9), words, st.integers(0, 1 << 40), st.integers(0, 1 << 40), st.lists(blocks, max_size=31))
def test_a_sender_report_is_read_as_written(
    ssrc: int, wall: float, timestamp: int, packets: int, octets: int, told: list[ReportBlock]
) -> None:
    kind, count, body = only(rtcp.sender_report(ssrc, wall, timestamp, packets, octets, told))
    assert rtcp.sender_report_of(body) == SenderReport(
        ssrc, rtcp.ntp(wall), timestamp, packets & 0xFFFF_FFFF, octets & 0xFFFF_FFFF
    )
    assert rtcp.report_blocks(kind, count, body) == told


def test_a_report_tells_of_31_streams_at_most_and_of_no_impossible_loss() -> None:
    block = ReportBlock(1, 0, 1 << 30, 0, 0, 0, 0)
    kind, count, body = only(rtcp.receiver_report([block] * 40))
    assert rtcp.report_blocks(kind, count, body) == [block._replace(lost=0x7FFFFF)] * 31


def test_blocks_that_are_promised_and_missing_are_not_read() -> None:
    _, _, body = only(rtcp.receiver_report([ReportBlock(1, 2, 3, 4, 5, 6, 7)]))
    assert len(rtcp.report_blocks(rtcp.RECEIVER_REPORT, 31, body)) == 1
    assert rtcp.report_blocks(rtcp.RECEIVER_REPORT, 31, body[:-1]) == []
    assert rtcp.report_blocks(rtcp.SENDER_REPORT, 1, body) == []
    assert rtcp.sender_report_of(b"short") is None


def test_the_time_of_a_sender_report_counts_from_1900() -> None:
    assert rtcp.ntp(0) >> 32 == 2_208_988_800
    assert rtcp.ntp(1.5) & 0xFFFF_FFFF == 1 << 31
    assert 0 < rtcp.ntp(2_085_978_496 + 5.0) >> 32 <= 5, "the era that begins in 2036"


@given(st.sets(st.integers(0, 0xFFFF), max_size=200), st.integers(0, 0xFFFF))
def test_a_nack_names_exactly_what_is_missing(missing: set[int], first: int) -> None:
    asked = sorted(missing, key=lambda sequence: (sequence - first) & 0xFFFF)
    kind, count, body = only(rtcp.nack(9, asked))
    assert (kind, count) == (rtcp.TRANSPORT_FEEDBACK, rtcp.NACK)
    assert rtcp.media_ssrc(body) == 9
    assert rtcp.nacked(body) == asked


def test_seventeen_in_a_row_cost_one_pair_across_the_wrap() -> None:
    asked = [sequence & 0xFFFF for sequence in range(65530, 65530 + 17)]
    data = rtcp.nack(9, asked)
    assert len(data) == 16
    assert rtcp.nacked(only(data)[2]) == asked


@given(st.lists(st.integers(0, 0xFFFF), max_size=100))
def test_a_nack_in_any_order_names_nothing_else(asked: list[int]) -> None:
    assert set(rtcp.nacked(only(rtcp.nack(9, asked))[2])) == set(asked)


def test_a_nack_never_outgrows_a_packet() -> None:
    data = rtcp.nack(9, range(0, 60_000, 20))
    assert len(data) <= rtcp.PACKET_MAX
    named = rtcp.nacked(only(data)[2])
    assert named == list(range(0, 20 * len(named), 20))


def test_key_frames_are_asked_for_in_two_ways() -> None:
    _, count, body = only(rtcp.pli(5))
    assert rtcp.key_frames_asked(count, body) == [5]
    _, count, body = only(rtcp.fir(6, 300))
    assert rtcp.key_frames_asked(count, body) == [6]
    assert body[12] == 300 & 0xFF
    assert rtcp.key_frames_asked(rtcp.FIR, body + struct.pack("!LL", 7, 0)) == [6, 7]


@pytest.mark.parametrize("count", [rtcp.PLI, rtcp.FIR, rtcp.REMB, 9])
def test_feedback_too_short_asks_for_nothing(count: int) -> None:
    assert rtcp.key_frames_asked(count, b"\0\0\0\1") == []
    assert rtcp.media_ssrc(b"\0\0\0\1") is None
    assert rtcp.nacked(b"\0\0\0\1") == []


@given(st.integers(0, 1 << 50), st.lists(words, max_size=20))
def test_a_remb_is_read_to_18_bits(bitrate: int, ssrcs: list[int]) -> None:
    kind, count, body = only(rtcp.remb(bitrate, ssrcs))
    assert (kind, count) == (rtcp.PAYLOAD_FEEDBACK, rtcp.REMB)
    found = rtcp.remb_of(body)
    assert found
    assert found.ssrcs == tuple(ssrcs)
    assert found.bitrate <= bitrate <= found.bitrate + (found.bitrate >> 17)


def test_other_uses_of_its_number_are_no_remb() -> None:
    _, _, body = only(rtcp.remb(1000, [1]))
    assert rtcp.remb_of(body) == Remb(1000, (1,))
    assert rtcp.remb_of(body[:-1]) is None
    assert rtcp.remb_of(body.replace(b"REMB", b"RMEB")) is None
    assert rtcp.remb_of(body[:15]) is None


@pytest.mark.parametrize("cname", ["", "a", "ab", "abc", "abcd", "palabre", "é" * 127])
def test_a_name_ends_with_zeros_on_a_whole_word(cname: str) -> None:
    kind, count, body = only(rtcp.sdes(5, cname))
    item = cname.encode()
    assert (kind, count) == (rtcp.SDES, 1)
    assert body[:6] == struct.pack("!LBB", 5, 1, len(item))
    assert body[6 : 6 + len(item)] == item
    assert 1 <= len(body) - 6 - len(item) <= 4
    assert not any(body[6 + len(item) :])


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_what_browsers_send_is_read(browser: str) -> None:
    nacks, bitrates, reports = 0, [], 0
    for what, data in recorded.packets(browser, "rtcp"):
        found = list(rtcp.each(data))
        kinds = [f"{kind}/{count}" if kind in (205, 206) else str(kind) for kind, count, _ in found]
        assert "+".join(kinds) == what
        for kind, count, body in found:
            if kind == rtcp.TRANSPORT_FEEDBACK:
                nacks += len(rtcp.nacked(body))
            elif kind == rtcp.PAYLOAD_FEEDBACK and (remb := rtcp.remb_of(body)):
                bitrates.append(remb.bitrate)
            elif kind == rtcp.SENDER_REPORT:
                assert rtcp.sender_report_of(body)
                reports += 1
            elif kind == rtcp.RECEIVER_REPORT:
                assert len(rtcp.report_blocks(kind, count, body)) == count
    assert nacks > 0
    assert reports > 0
    assert all(10_000 < bitrate < 10_000_000 for bitrate in bitrates)
    assert bitrates
