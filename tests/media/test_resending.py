from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.packet import Kind
from media.resending import ASKED_MAX, KEPT, Patience, indexes
from tests.media.outgoing import (
    DEEDS,
    KEY,
    RTX,
    RTX_SSRC,
    Arrived,
    Deed,
    Scene,
    Story,
    Wire,
    slot_to,
)

RTT = 0.04


def repairs(packet: Arrived) -> int:
    """The sequence of what a packet repairs (RFC 4588 §4)."""
    return int.from_bytes(packet.payload[:2], "big")


def ask(scene: Scene, *packets: Arrived) -> int:
    return scene.slot.resend([packet.sequence for packet in packets], scene.now, RTT)


def begun(kind: Kind = "video", count: int = 4) -> Scene:
    scene = Scene(kind)
    scene.feed(0)
    scene.send(0, count, is_key=True)
    return scene


def test_lost_video_is_sent_again_in_a_stream_of_its_own() -> None:
    scene = begun()
    scene.feed(3)
    scene.send(3, 3, is_key=True)
    lost = scene.stream[2:6]
    assert ask(scene, *lost) == scene.slot.resent == 4
    repaired = scene.wire.repairs
    assert [repairs(packet) for packet in repaired] == [packet.sequence for packet in lost]
    assert [packet.payload[2:] for packet in repaired] == [packet.payload for packet in lost]
    assert [packet.timestamp for packet in repaired] == [packet.timestamp for packet in lost]
    assert [packet.marker for packet in repaired] == [packet.marker for packet in lost]
    assert {(packet.ssrc, packet.payload_type) for packet in repaired} == {(RTX_SSRC, RTX)}
    first = repaired[0].sequence
    assert [packet.sequence for packet in repaired] == [(first + each) & 0xFFFF for each in range(4)]


def test_a_repair_bears_the_time_it_is_sent_at() -> None:
    scene = begun()
    scene.now += 3
    ask(scene, scene.stream[1])
    (repaired,) = scene.wire.repairs
    assert repaired.extension[:5] == scene.stream[1].extension[:5]
    assert repaired.extension[5:] == (int(scene.now * 2**18) & 0xFFFFFF).to_bytes(3, "big")


def test_frames_replayed_at_once_are_repaired_with_the_times_they_had() -> None:
    scene = Scene()
    scene.feed(0)
    packets = [scene.make(0, is_key=not index) for index in range(6)]
    for packet in packets:
        scene.layers[0].cache.put(packet)
    scene.slot.replay(packets)
    scene.send(0, 2)
    assert ask(scene, *scene.stream) == 8
    assert [packet.timestamp for packet in scene.wire.repairs] == [packet.timestamp for packet in scene.stream]


def test_a_page_without_a_stream_for_repairs_gets_none() -> None:
    scene = Scene()
    scene.slot = slot_to(scene.wire, rtx=None)
    scene.feed(0)
    scene.send(0, 2, is_key=True)
    assert ask(scene, *scene.stream) == 0
    assert len(scene.wire.sent) == 2


def test_lost_audio_is_sent_again_byte_for_byte() -> None:
    scene = begun("audio")
    lost = scene.stream[1:3]
    assert ask(scene, *lost) == 2
    assert [packet.data for packet in scene.stream[4:]] == [packet.data for packet in lost]
    scene.send(0)
    assert scene.stream[-1].sequence == (scene.stream[3].sequence + 1) & 0xFFFF


def test_audio_of_before_a_switch_is_not_sent_again() -> None:
    scene = begun("audio")
    scene.feed(1)
    assert ask(scene, *scene.stream) == 0
    scene.send(1)
    assert ask(scene, *scene.stream[:-1]) == 0


def test_audio_that_never_came_is_not_taken_from_a_round_before() -> None:
    scene = begun("audio")
    for _ in range(65):
        scene.streams[0].sequence += 998
        scene.send(0)
    scene.streams[0].sequence = 1000 + 2 * 65_536 - 400
    scene.send(0)
    scene.streams[0].sequence = 1000 + 2 * 65_536 + 500
    scene.send(0)
    newest = scene.stream[-1]
    assert newest.came_as == 1500
    sent = len(scene.stream)
    assert scene.slot.resend([(newest.sequence - 500) & 0xFFFF], scene.now, RTT) == 0
    assert len(scene.stream) == sent


def test_audio_of_which_the_number_came_round_is_sent_again_as_it_was_last() -> None:
    scene = begun("audio", 1)
    for sequence in range(1000 + 993, 1000 + 65_536 + 993, 993):
        scene.streams[0].sequence = sequence
        scene.send(0)
    scene.streams[0].sequence = 1000 + 65_536
    assert scene.streams[0].sequence - sequence < KEPT
    scene.send(0)
    newest = scene.stream[-1]
    assert newest.came_as == scene.stream[0].came_as
    assert ask(scene, newest) == 1
    assert scene.stream[-1].data == newest.data


def test_what_was_lost_on_the_way_in_is_sent_when_it_is_there() -> None:
    scene = begun()
    late = scene.make(0)
    scene.send(0)
    hole = (scene.stream[-1].sequence - 1) & 0xFFFF
    assert scene.slot.resend([hole], scene.now, RTT) == 0
    scene.layers[0].cache.put(late)
    assert scene.slot.resend([hole], scene.now, RTT) == 1
    scene.give(0, late)
    assert [packet.came_as for packet in scene.stream] == [1000, 1001, 1002, 1003, 1005]


def test_the_number_left_out_at_a_switch_is_nobodys() -> None:
    scene = begun()
    scene.send(0, ends=False)
    rest = scene.make(0)
    scene.feed(3)
    scene.layers[0].cache.put(rest)
    scene.send(3, is_key=True)
    assert scene.slot.resend([(scene.stream[-1].sequence - 1) & 0xFFFF], scene.now, RTT) == 0
    assert scene.wire.repairs == []


def test_all_is_found_again_when_the_sequences_have_come_round() -> None:
    scene = Scene(begins=65_533)
    scene.feed(0)
    scene.send(0, 6, is_key=True)
    scene.feed(3)
    scene.send(3, 6, is_key=True)
    sent = scene.stream
    assert ask(scene, *sent) == 12
    assert [packet.payload[2:] for packet in scene.wire.repairs] == [packet.payload for packet in sent]


@pytest.mark.parametrize("kind", ["audio", "video"])
def test_what_was_never_sent_is_not_sent_again(kind: Kind) -> None:
    scene = begun(kind)
    first, newest = scene.stream[0].sequence, scene.stream[-1].sequence
    asked = [(first - 1) & 0xFFFF, (newest + 1) & 0xFFFF, (newest + 0x8000) & 0xFFFF, (newest - KEPT) & 0xFFFF]
    assert scene.slot.resend(asked, scene.now, RTT) == 0
    assert len(scene.wire.sent) == 4


def test_nothing_is_sent_again_before_anything_was_sent() -> None:
    assert slot_to(Wire()).resend(list(range(0, 65_536, 500)), 1.0, RTT) == 0


def test_a_stream_that_went_on_elsewhere_gives_nothing_of_it_away() -> None:
    scene = begun()
    scene.feed(None)
    scene.streams[0].sequence = 1000 + 65_536
    scene.send(0, 4, is_key=True)
    assert ask(scene, *scene.stream) == 0


def test_nothing_of_before_is_sent_again_once_it_is_forgotten() -> None:
    kinds: tuple[Kind, ...] = ("audio", "video")
    for kind in kinds:
        scene = Scene(kind, begins=65_533)
        scene.feed(0)
        scene.send(0, 4, is_key=True)
        scene.slot.forget()
        assert ask(scene, *scene.stream) == 0
        scene.send(0, 2)
        assert ask(scene, *scene.stream) == 2
        assert len(scene.wire.sent) == 8


def test_who_asks_again_at_once_or_over_and_over_is_not_answered() -> None:
    scene = begun()
    lost = scene.stream[1]
    answers = []
    for wait in (0, 0.05, 0.04, 0.2, 0.2, 1):
        scene.now += wait
        answers.append(ask(scene, lost))
    assert answers == [1, 0, 1, 1, 0, 0]


def test_after_a_long_round_trip_a_tenth_of_a_second_is_waited_for() -> None:
    patience = Patience()
    patience.sent(7, 1.0)
    assert not patience.allows(7, 1.09, 0.5)
    assert patience.allows(7, 1.11, 0.5)
    assert not patience.allows(7, 1.03, 0.02)
    assert patience.allows(7, 1.05, 0.02)


def test_patience_does_not_grow() -> None:
    scene = begun("audio", 1)
    for _ in range(3 * KEPT):
        scene.send(0)
        ask(scene, scene.stream[-1])
        scene.wire.sent.clear()
    assert len(scene.slot._patience._sent) <= KEPT + 1


def test_no_request_makes_more_than_its_share_of_work() -> None:
    assert len(indexes(list(range(65_536)), 70_000)) <= ASKED_MAX


@given(st.integers(-1, 1 << 40), st.integers(0, 0xFFFF))
def test_sequences_are_those_of_the_newest_packets(newest: int, sequence: int) -> None:
    for index in indexes([sequence], newest):
        assert index & 0xFFFF == sequence
        assert newest - KEPT < index <= newest


@given(st.integers(65_500, 65_560), DEEDS)
def test_a_repair_is_what_was_sent_and_nothing_of_before_the_forgetting(begins: int, deeds: list[Deed]) -> None:
    story = Story("video", begins)
    forgotten: set[int] = set()
    for deed in [("feed", 0, 0), ("send", 0, KEY), *deeds]:
        already = len(story.wire.repairs)
        story.do(deed)
        sent = {packet.sequence: packet for packet in story.stream}
        if deed[0] == "forget":
            forgotten = set(sent)
        for packet in story.wire.repairs[already:]:
            assert repairs(packet) not in forgotten
            if original := sent.get(repairs(packet)):
                assert packet.payload[2:] == original.payload
                assert (packet.timestamp, packet.marker) == (original.timestamp, original.marker)
    sequences = [packet.sequence for packet in story.wire.repairs]
    assert sequences == [(sequences[0] + each) & 0xFFFF for each in range(len(sequences))]
