"""RFC 3550: appendices A.1 (sequences), A.3 (losses), A.8 (jitter)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from media.reception import DROPOUT, MISORDER, Reception
from media.rtcp import ReportBlock, SenderReport


def received(*sequences: int) -> Reception:
    reception = Reception(90_000)
    for index, sequence in enumerate(sequences):
        reception.receive(sequence & 0xFFFF, index * 900, index * 0.01)
    return reception


def block(reception: Reception, now: float = 100.0) -> ReportBlock:
    return reception.report_block(7, now)


def test_numbers_rise_over_the_wrap_around() -> None:
    reception = Reception(90_000)
    numbers = [reception.receive(sequence, 0, 0.0) for sequence in (65534, 65535, 0, 1, 65533, 2)]
    first = numbers[0]
    assert [number - first for number in numbers] == [0, 1, 2, 3, -1, 4]
    assert [number & 0xFFFF for number in numbers] == [65534, 65535, 0, 1, 65533, 2]
    assert reception.highest == numbers[-1]


def test_nothing_lost_is_reported_as_nothing_lost() -> None:
    told = block(received(*range(100)))
    assert (told.ssrc, told.fraction_lost, told.lost, told.highest) == (7, 0, 0, 99)


def test_a_quarter_lost_is_reported_as_a_quarter_once() -> None:
    reception = received(*(each for each in range(101) if each % 4 != 1))
    told = block(reception)
    assert told.fraction_lost in (63, 64)
    assert told.lost == 25
    for sequence in range(101, 201):
        reception.receive(sequence, 0, 2.0)
    told = block(reception)
    assert (told.fraction_lost, told.lost) == (0, 25)


def test_a_packet_that_is_only_late_is_not_lost() -> None:
    assert block(received(1, 2, 4, 5, 3, 6)).lost == 0


def test_packets_that_came_twice_are_told_as_fewer_than_none_lost() -> None:
    told = block(received(1, 2, 2, 2, 3))
    assert (told.fraction_lost, told.lost) == (0, -2)


def test_wrap_arounds_are_told_above_the_sixteen_bits() -> None:
    reception = received(*range(65000, 65000 + 2000))
    assert block(reception).highest == 67000 - 1
    assert block(reception).lost == 0


def test_without_packets_there_is_nothing_to_report() -> None:
    assert block(Reception(90_000)) == ReportBlock(7, 0, 0, 0, 0, 0, 0)
    reception = received(1, 2, 4)
    assert block(reception).fraction_lost > 0
    assert block(reception).fraction_lost == 0


def test_one_stray_changes_nothing() -> None:
    reception = received(1, 2, 3)
    assert reception.receive(3 + DROPOUT, 0, 1.0) == 0
    assert reception.receive(4, 0, 1.0) == reception.highest
    assert reception.receive((4 - MISORDER) & 0xFFFF, 0, 1.0) == 0
    assert block(reception).lost == 0


def test_two_in_a_row_elsewhere_make_a_new_beginning_above_all_before() -> None:
    reception = received(50_000, 50_001, 50_003)
    before = reception.highest
    assert reception.receive(7, 0, 1.0) == 0
    number = reception.receive(8, 0, 1.0)
    assert number - before > DROPOUT
    assert number & 0xFFFF == 8
    assert reception.receive(9, 0, 1.0) == number + 1
    told = block(reception)
    assert (told.highest, told.lost) == (9, 0)


def test_even_jitter_is_none() -> None:
    reception = Reception(48_000)
    for count in range(100):
        reception.receive(count, count * 960, 5.0 + count * 0.02)
    assert block(reception).jitter == 0


def test_jitter_follows_how_much_packets_come_apart() -> None:
    reception = Reception(48_000)
    for count in range(500):
        reception.receive(count, count * 960, 5.0 + count * 0.02 + (count % 2) * 0.005)
    assert abs(block(reception).jitter - 240) <= 1


def test_timestamps_that_come_round_are_no_jitter() -> None:
    reception = Reception(48_000)
    for count in range(20):
        reception.receive(count, (0xFFFFFFFF - 9_600 + count * 960) & 0xFFFFFFFF, 5.0 + count * 0.02)
    assert block(reception).jitter == 0


def test_the_sender_learns_when_its_report_came() -> None:
    reception = received(1)
    assert (block(reception).last_report, block(reception).delay) == (0, 0)
    reception.sender_report(SenderReport(7, 0x0102_0304_0506_0708, 0, 0, 0), 10.0)
    told = block(reception, 10.5)
    assert (told.last_report, told.delay) == (0x0304_0506, 0x8000)


@given(st.integers(0, 65535), st.lists(st.integers(-20, 30), max_size=300))
def test_numbers_are_those_the_sender_counts_without_wrapping(start: int, steps: list[int]) -> None:
    reception = Reception(90_000)
    first = reception.receive(start, 0, 0.0)
    at = 0
    for step in steps:
        at = max(0, at + step)
        assert reception.receive((start + at) & 0xFFFF, 0, 0.0) == first + at
    assert first > 0x10000


@given(st.integers(0, 65535), st.sets(st.integers(0, 2000)))
def test_losses_told_are_those_that_were(start: int, lost: set[int]) -> None:
    reception = Reception(90_000)
    for each in range(2002):
        if each == 0 or each == 2001 or each not in lost:
            reception.receive((start + each) & 0xFFFF, 0, 0.0)
    missing = len(lost - {0, 2001})
    told = block(reception)
    assert told.lost == missing
    assert abs(told.fraction_lost - missing * 256 / 2002) < 1
