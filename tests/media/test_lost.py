from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from media.lost import AGAIN_MIN_S, AT_ONCE, MOST, TRIES, WAIT_S, WELCOME_S, Lost

RTT = 0.1


def lost(*gaps: tuple[int, int], reach: int = 3000) -> Lost:
    """Each (first missing, the packet that came after)."""
    missing = Lost(2.0, reach)
    for first, newest in gaps:
        assert missing.notice(first, newest, 0.0)
    return missing


def test_nothing_is_asked_for_when_nothing_is_missing() -> None:
    assert Lost(2.0).due(100, 10.0, RTT) == []


def test_a_packet_that_may_just_be_late_is_waited_for() -> None:
    missing = lost((2382, 2383))
    assert missing.due(2383, 0.001, RTT) == []
    assert missing.due(2383, WAIT_S, RTT) == [2382]


def test_one_that_several_have_overtaken_is_asked_for_at_once() -> None:
    missing = lost((2382, 2383))
    assert missing.due(2384, 0.001, RTT) == []
    assert missing.due(2385, 0.002, RTT) == [2382]


def test_over_the_wrap_around_sequences_are_asked_for_as_they_are_written() -> None:
    assert lost((0xFFFF, 0x10002)).due(0x10010, 0.0, RTT) == [65535, 0, 1]


def test_gaps_one_after_the_other_are_asked_for_oldest_first() -> None:
    assert lost((2, 3), (4, 7), (8, 9)).due(20, 0.0, RTT) == [2, 4, 5, 6, 8]


def test_what_has_come_is_not_asked_for() -> None:
    missing = lost((2, 300))
    assert [missing.found(number) for number in (3, 4, 5, 3)] == [True, True, True, False]
    assert len(missing) == 295
    assert missing.due(300, WAIT_S, RTT)[:3] == [2, 6, 7]


def test_it_is_asked_for_again_once_an_answer_could_have_come() -> None:
    missing = lost((5, 6))
    assert missing.due(9, 0.0, RTT) == [5]
    assert missing.due(9, 0.09, RTT) == []
    assert missing.due(9, 0.1, RTT) == [5]


def test_however_near_the_sender_is_it_is_not_asked_without_pause() -> None:
    missing = lost((5, 6))
    assert missing.due(9, 0.0, 0.001) == [5]
    assert missing.due(9, AGAIN_MIN_S / 2, 0.001) == []
    assert missing.due(9, AGAIN_MIN_S, 0.001) == [5]


def test_asking_ends_after_some_tries() -> None:
    missing = lost((5, 6))
    asked = [missing.due(9, tick * 0.05, 0.04) for tick in range(100)]
    assert asked.count([5]) == TRIES
    assert asked.count([]) == 100 - TRIES


def test_it_is_taken_in_when_it_comes_after_the_last_asking_and_forgotten_later() -> None:
    missing = Lost(0.15)
    missing.notice(5, 7, 0.0)
    assert missing.due(9, 0.1, RTT) == [5, 6]
    assert missing.due(9, 0.2, RTT) == []
    assert missing.found(5)
    assert missing.due(9, 0.15 + WELCOME_S + 0.01, RTT) == []
    assert not missing.found(6)


def test_only_those_near_the_newest_are_asked_for_where_old_ones_are_worth_nothing() -> None:
    assert lost((10, 100), reach=8).due(100, WAIT_S, RTT) == list(range(92, 100))


def test_a_key_frame_makes_what_was_missing_before_it_worthless() -> None:
    missing = lost((2, 5), (8, 9))
    missing.give_up_before(6)
    assert missing.due(20, 0.0, RTT) == [8]
    assert not missing.found(2)


def test_when_too_many_are_missing_all_are_given_up() -> None:
    missing = Lost(2.0, 3000)
    assert not missing.notice(2, 3000, 0.0)
    assert missing.due(3000, 1.0, RTT) == []
    assert missing.notice(3001, 3001 + MOST, 0.0)
    assert not missing.notice(5000, 5001, 0.0)
    assert len(missing) == 0


def test_so_many_as_one_packet_can_ask_for_are_asked_for_at_once_and_the_others_next() -> None:
    missing = lost((0, MOST))
    first = missing.due(MOST + 10, 0.02, 1.0)
    second = missing.due(MOST + 10, 0.04, 1.0)
    assert first == list(range(AT_ONCE))
    assert second == list(range(AT_ONCE, MOST))


@given(st.integers(0, 0x30000), st.lists(st.integers(1, 20), min_size=1, max_size=25), st.floats(0.0, 1.0))
def test_whatever_is_missing_is_asked_for_no_more_than_so_often_in_order_and_then_forgotten(
    start: int, steps: list[int], round_trip: float
) -> None:
    missing = Lost(2.0)
    wanted: list[int] = []
    newest = start
    for step in steps:
        assert missing.notice(newest + 1, newest + step, 0.0)
        wanted += range(newest + 1, newest + step)
        newest += step
    asked = [missing.due(newest, 0.02 * tick, round_trip) for tick in range(1, 200)]
    counts = {each & 0xFFFF: 0 for each in wanted}
    for row in asked:
        assert len(row) <= AT_ONCE
        positions = [(each - start) & 0xFFFF for each in row]
        assert positions == sorted(set(positions))
        for each in row:
            counts[each] += 1
    assert all(1 <= count <= TRIES for count in counts.values())
    assert len(missing) == 0
