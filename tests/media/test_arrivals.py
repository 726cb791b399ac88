"""What a sender reads in our feedback, by a reader of the draft that shares nothing with the writer."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from media.arrivals import Arrivals, chunks
from media.rtcp import PACKET_MAX, TRANSPORT_ARRIVALS, TRANSPORT_FEEDBACK

STEP_S = 0.00025


def statuses_of(packet: bytes) -> tuple[int, list[int], int]:
    """The first sequence, the status of each from there on, and where the deltas begin."""
    first, count = struct.unpack_from("!HH", packet, 12)
    statuses: list[int] = []
    at = 20
    while len(statuses) < count:
        (chunk,) = struct.unpack_from("!H", packet, at)
        at += 2
        if not chunk & 0x8000:
            statuses += [chunk >> 13 & 3] * (chunk & 0x1FFF)
        elif not chunk & 0x4000:
            statuses += [chunk >> shift & 1 for shift in range(13, -1, -1)]
        else:
            statuses += [chunk >> shift & 3 for shift in range(12, -1, -2)]
    return first, statuses[:count], at


def read(packet: bytes) -> list[tuple[int, float | None]]:
    """(sequence, seconds or None for missing)."""
    first, statuses, at = statuses_of(packet)
    time = (struct.unpack_from("!L", packet, 16)[0] >> 8) * 0.064
    told: list[tuple[int, float | None]] = []
    for index, status in enumerate(statuses):
        sequence = (first + index) & 0xFFFF
        if not status:
            told.append((sequence, None))
            continue
        size, form = (1, "!B") if status == 1 else (2, "!h")
        time += struct.unpack_from(form, packet, at)[0] * STEP_S
        at += size
        told.append((sequence, time))
    padding = packet[-1] if packet[0] & 0x20 else 0
    assert at == len(packet) - padding
    return told


def told(arrivals: Arrivals) -> list[tuple[int, int | None]]:
    """In whole milliseconds, of all packets of one feedback."""
    return [
        (sequence, None if at is None else round(at * 1000))
        for packet in arrivals.feedback(1, 2)
        for sequence, at in read(packet)
    ]


def come(arrivals: Arrivals, *packets: tuple[int, int]) -> list[tuple[int, int | None]]:
    for sequence, at in packets:
        arrivals.add(sequence & 0xFFFF, at / 1000)
    return told(arrivals)


def test_nothing_is_told_when_nothing_came() -> None:
    assert Arrivals().feedback(1, 2) == []


def test_each_feedback_goes_on_where_the_last_one_ended() -> None:
    arrivals = Arrivals()
    assert come(arrivals, (1, 1000), (2, 1050)) == [(1, 1000), (2, 1050)]
    assert come(arrivals, (3, 1100), (4, 1150)) == [(3, 1100), (4, 1150)]
    assert come(arrivals, (5, 1200)) == [(5, 1200)]


def test_lost_packets_are_told_even_between_two_feedbacks() -> None:
    arrivals = Arrivals()
    assert come(arrivals, (1, 1000), (3, 1050)) == [(1, 1000), (2, None), (3, 1050)]
    assert come(arrivals, (5, 1100), (6, 1150)) == [(4, None), (5, 1100), (6, 1150)]


def test_of_a_packet_that_came_twice_the_first_time_counts() -> None:
    arrivals = Arrivals()
    assert come(arrivals, (1, 1000), (1, 1050)) == [(1, 1000)]
    assert come(arrivals, (2, 1100), (3, 1150), (2, 1160)) == [(2, 1100), (3, 1150)]
    assert come(arrivals, (3, 1200), (4, 1250)) == [(4, 1250)]
    assert come(arrivals, (4, 1300)) == []


def test_a_packet_told_as_missing_is_told_again_with_all_since_when_it_comes_after_all() -> None:
    arrivals = Arrivals()
    assert come(arrivals, (1, 1000), (2, 1050)) == [(1, 1000), (2, 1050)]
    assert come(arrivals, (4, 1100), (5, 1150)) == [(3, None), (4, 1100), (5, 1150)]
    assert come(arrivals, (3, 1200), (6, 1250)) == [(3, 1200), (4, 1100), (5, 1150), (6, 1250)]


def test_the_very_first_packets_may_come_out_of_order() -> None:
    assert come(Arrivals(), (0, 1000), (65535, 1001), (1, 1002)) == [(65535, 1001), (0, 1000), (1, 1002)]


def test_a_packet_too_late_to_matter_is_not_told() -> None:
    arrivals = Arrivals()
    come(arrivals, (1, 1000), (3, 1050))
    come(arrivals, (4, 2000))
    assert come(arrivals, (2, 2050), (5, 2060)) == [(5, 2060)]


def test_numbers_wrap_around() -> None:
    arrivals = Arrivals()
    assert come(arrivals, (65534, 10), (65535, 20)) == [(65534, 10), (65535, 20)]
    assert come(arrivals, (1, 30)) == [(0, None), (1, 30)]


def test_a_pause_longer_than_a_delta_can_say_begins_another_packet() -> None:
    arrivals = Arrivals()
    arrivals.add(1, 1.0)
    arrivals.add(3, 20.0)
    first, second = arrivals.feedback(1, 2)
    assert [sequence for sequence, _ in read(first)] == [1]
    assert [(sequence, at if at is None else round(at)) for sequence, at in read(second)] == [(2, None), (3, 20)]


def test_over_a_wide_jump_no_losses_are_told() -> None:
    arrivals = Arrivals()
    assert come(arrivals, (1, 10), (2, 20), (20_000, 30)) == [(1, 10), (2, 20), (20_000, 30)]
    assert come(arrivals, (40_000, 40)) == [(40_000, 40)]


def test_a_feedback_names_both_ends_its_count_and_fits_its_words() -> None:
    arrivals = Arrivals()
    for count in range(258):
        arrivals.add(count, count / 100)
        (packet,) = arrivals.feedback(0x01020304, 0xFFFEFDFC)
        assert packet[0] & 0xDF == 0x80 | TRANSPORT_ARRIVALS
        assert packet[1] == TRANSPORT_FEEDBACK
        assert 4 * (int.from_bytes(packet[2:4], "big") + 1) == len(packet)
        assert packet[4:12] == bytes((1, 2, 3, 4, 0xFF, 0xFE, 0xFD, 0xFC))
        assert packet[19] == count & 0xFF


def test_what_does_not_fit_into_one_packet_goes_into_several_and_nothing_is_left_out() -> None:
    arrivals = Arrivals()
    came = [(number, number * 70 + (number % 3) * 7) for number in range(0, 3000, 2)]
    for sequence, at in came:
        arrivals.add(sequence, at / 1000)
    packets = arrivals.feedback(1, 2)
    assert len(packets) > 1
    assert max(map(len, packets)) <= PACKET_MAX
    everything = [each for packet in packets for each in read(packet)]
    assert [sequence for sequence, _ in everything] == list(range(2999))
    assert [(sequence, round(at * 1000)) for sequence, at in everything if at is not None] == came


def test_steady_packets_take_a_chunk_in_all() -> None:
    assert len(chunks(b"1" * 500)) == 2
    assert len(chunks(b"0" * 9000)) == 4
    assert len(chunks(b"10" * 7)) == 2
    assert len(chunks(b"1021021")) == 2


def test_whoever_floods_costs_no_memory() -> None:
    arrivals = Arrivals()
    for count in range(200_000):
        arrivals.add(count * 31 & 0xFFFF, count / 100_000)
    assert max(map(len, arrivals.feedback(1, 2))) <= PACKET_MAX
    assert arrivals.feedback(1, 2) == []


@given(st.lists(st.sampled_from([b"0", b"1", b"2"]), min_size=1, max_size=200), st.integers(1, 40))
def test_chunks_are_read_as_they_were_written(row: list[bytes], times: int) -> None:
    statuses = b"".join(each * (times if index % 3 else 1) for index, each in enumerate(row))
    packet = struct.pack("!12xHH4x", 7, len(statuses)) + chunks(statuses)
    assert statuses_of(packet) == (7, [int(chr(each)) for each in statuses], len(packet))


@given(
    st.integers(0, 65535),
    st.lists(st.tuples(st.integers(-40, 60), st.integers(0, 400)), min_size=1, max_size=300),
    st.integers(1, 60),
)
def test_in_any_order_all_that_came_is_told_at_its_time_and_nothing_else(
    start: int, steps: list[tuple[int, int]], each: int
) -> None:
    arrivals = Arrivals()
    came: dict[int, float] = {}
    heard: dict[int, float] = {}
    number, ticks = 100, 0
    for index, (step, wait) in enumerate(steps):
        number = max(0, number + step)
        ticks += wait % 6  # in all less than what counts as too late
        sequence = (start + number) & 0xFFFF
        arrivals.add(sequence, (ticks + 0.5) * STEP_S)
        came.setdefault(sequence, ticks * STEP_S)
        if index % each == 0 or index == len(steps) - 1:
            for packet in arrivals.feedback(1, 2):
                assert len(packet) <= PACKET_MAX
                heard |= {sequence: at for sequence, at in read(packet) if at is not None}
    assert heard.keys() == came.keys()
    assert all(abs(heard[sequence] - at) < STEP_S for sequence, at in came.items())
