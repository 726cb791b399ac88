from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.cache import Cache
from media.packet import Packet


def packet(sequence: int) -> Packet:
    return Packet(sequence & 0xFFFF, 0, 0, sequence.to_bytes(4, "big", signed=True), 0.0)


def filled(*sequences: int, size: int = 16) -> Cache:
    cache = Cache(size)
    for sequence in sequences:
        cache.put(packet(sequence))
    return cache


def test_a_packet_is_found_by_its_sequence_only() -> None:
    cache = filled(13, 17)
    assert (kept := cache.get(13)) is not None
    assert kept.body == (13).to_bytes(4, "big")
    assert cache.get(17) is not None
    assert cache.get(42) is None
    assert cache.get(13 + 16) is None


def test_the_oldest_make_room() -> None:
    cache = filled(*range(32))
    assert [sequence for sequence in range(32) if cache.get(sequence)] == list(range(16, 32))


def test_what_was_there_a_round_ago_is_not_taken_for_what_is_there_now() -> None:
    cache = filled(5)
    cache.put(packet(5 + 0x10000))
    assert (kept := cache.get(5)) is not None
    assert kept.body == (5 + 0x10000).to_bytes(4, "big")


def test_a_run_is_whole_or_nothing() -> None:
    cache = filled(65534, 65535, 0, 1, 3)
    assert [each.sequence for each in cache.run(65534, 4) or []] == [65534, 65535, 0, 1]
    assert cache.run(65534, 6) is None
    assert cache.run(3, 0) == []


def test_nothing_is_left_after_clearing() -> None:
    cache = filled(1, 2, 3)
    cache.clear()
    assert [cache.get(sequence) for sequence in (1, 2, 3)] == [None, None, None]
    cache.put(packet(2))
    assert cache.get(2) is not None


@pytest.mark.parametrize("size", [0, 3, 100, 0x10000])
def test_a_size_over_which_numbers_do_not_wrap_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="power of two"):
        Cache(size)


@given(st.integers(0, 65535), st.sets(st.integers(0, 63), min_size=1))
def test_the_newest_are_all_there_over_the_wrap_around(start: int, came: set[int]) -> None:
    cache = filled(*(start + each for each in sorted(came)), size=64)
    assert {each for each in range(64) if cache.get((start + each) & 0xFFFF)} == came
