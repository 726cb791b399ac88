from __future__ import annotations

from media.doubling import HOLD_S, Doubling
from tests.media.outgoing import Scene


def begun() -> Scene:
    scene = Scene("audio")
    scene.feed(0)
    scene.send(0, 3)
    scene.slot.doubles = True
    return scene


def test_sound_is_doubled_once_some_of_it_is_lost() -> None:
    doubling = Doubling()
    assert not doubling.is_on(1.0)
    doubling.heard(0.01, 1.0)
    assert not doubling.is_on(1.1)
    doubling.heard(0.05, 2.0)
    assert doubling.is_on(2.1)


def test_a_page_that_gets_all_twice_and_misses_nothing_is_not_believed_for_a_while() -> None:
    doubling = Doubling()
    doubling.heard(0.05, 1.0)
    doubling.heard(0.0, 2.0)
    assert doubling.is_on(0.9 + HOLD_S)
    assert not doubling.is_on(1.1 + HOLD_S)


def test_pictures_lost_on_the_same_way_keep_it_on() -> None:
    doubling = Doubling()
    doubling.heard(0.05, 1.0)
    doubling.heard(0.04, HOLD_S)
    assert doubling.is_on(2 * HOLD_S - 1)


def test_a_full_way_is_not_filled_further() -> None:
    doubling = Doubling()
    doubling.heard(0.6, 1.0)
    assert not doubling.is_on(1.1)


def test_who_asks_for_lost_sound_is_sent_nothing_twice() -> None:
    doubling = Doubling()
    doubling.asked()
    doubling.heard(0.05, 1.0)
    assert not doubling.is_on(1.1)


def test_each_packet_follows_a_second_time_after_the_next_byte_for_byte() -> None:
    scene = begun()
    scene.send(0, 4)
    assert [packet.came_as for packet in scene.stream] == [
        1000,
        1001,
        1002,
        1003,
        1002,
        1004,
        1003,
        1005,
        1004,
        1006,
        1005,
    ]
    assert all(
        len({each.data for each in scene.stream if each.came_as == packet.came_as}) == 1 for packet in scene.stream
    )


def test_doubles_go_on_over_the_end_of_the_numbers() -> None:
    scene = Scene("audio", begins=0xFFFE)
    scene.feed(0)
    scene.slot.doubles = True
    scene.send(0, 4)
    assert [packet.came_as for packet in scene.stream] == [0xFFFE, 0xFFFF, 0xFFFE, 0, 0xFFFF, 1, 0]
    numbers = [packet.sequence for packet in scene.stream]
    assert [(each - numbers[0]) & 0xFFFF for each in numbers] == [0, 1, 0, 2, 1, 3, 2]


def test_nothing_of_another_voice_is_sent_twice() -> None:
    scene = begun()
    scene.feed(1)
    before = len(scene.stream)
    scene.send(1, 2)
    assert {packet.layer for packet in scene.stream[before:]} == {1}


def test_nothing_of_the_room_of_before_is_sent_twice() -> None:
    scene = begun()
    scene.slot.forget()
    before = len(scene.stream)
    scene.send(0, 2)
    assert [packet.came_as for packet in scene.stream[before:]] == [1003, 1004, 1003]
