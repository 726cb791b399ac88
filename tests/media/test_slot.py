from __future__ import annotations

import os
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylibsrtp import Policy, Session

from media import rtcp
from media.packet import Kind
from media.rtp import distance
from media.slot import Slot
from tests.media.outgoing import (
    DEEDS,
    EXTENSION,
    KEY,
    PAYLOAD_TYPE,
    SSRC,
    Arrived,
    Deed,
    Scene,
    Story,
    Stream,
    Wire,
    slot_to,
    source,
)


def test_a_packet_goes_out_with_the_numbers_of_this_page() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    (packet,) = scene.stream
    assert (packet.first, packet.payload_type, packet.ssrc, packet.marker) == (0x90, PAYLOAD_TYPE, SSRC, True)
    assert packet.extension[:5] == bytes((0xBE, 0xDE, 0, 1, EXTENSION << 4 | 2))
    assert packet.extension[5:] == (int(scene.now * 2**18) & 0xFFFFFF).to_bytes(3, "big")
    assert packet.came_as == 1000


def test_audio_goes_out_without_an_extension() -> None:
    scene = Scene("audio")
    scene.feed(0)
    scene.send(0)
    (packet,) = scene.stream
    assert (packet.first, packet.extension, packet.came_as) == (0x80, b"", 1000)


def test_a_page_that_wants_no_extension_reads_none() -> None:
    scene = Scene()
    scene.slot = slot_to(scene.wire, extension=None)
    scene.feed(0)
    scene.send(0, is_key=True)
    assert scene.stream[0].extension[4] >> 4 == 15


def test_the_sequence_begins_in_the_lower_half() -> None:
    firsts = []
    for _ in range(20):
        wire, layer = Wire(), source().layers[0]
        slot = Slot(wire, "0", "video", 96, 97, 3, 90_000, SSRC, 2)
        slot.feed(layer, 0)
        slot.forward(layer, Stream(layer).packet(0.0, is_key=True))
        firsts.append(wire.stream[0].sequence)
    assert max(firsts) < 0x8000
    assert len(set(firsts)) > 10


def test_video_begins_with_a_key_frame() -> None:
    scene = Scene()
    assert scene.feed(0)
    scene.send(0, 3)
    assert scene.stream == []
    scene.send(0, 2, is_key=True)
    assert [packet.came_as for packet in scene.stream] == [1003, 1004]
    assert not scene.feed(0)


def test_another_layer_is_waited_for_while_the_old_one_goes_on() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, 2, is_key=True)
    assert scene.feed(2)
    scene.send(2)
    scene.send(0)
    assert [packet.layer for packet in scene.stream] == [0, 0, 0]
    scene.send(2, 2, is_key=True)
    scene.send(0)
    assert [packet.layer for packet in scene.stream] == [0, 0, 0, 2, 2]
    assert [len(layer.fed) for layer in scene.layers] == [0, 0, 1, 0, 0, 0]
    assert scene.slot.switch_s == pytest.approx(0.03)


def test_another_source_stops_the_old_one_at_once() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, 2, is_key=True)
    scene.feed(3)
    scene.send(0, is_key=True)
    assert len(scene.stream) == 2
    scene.send(3, is_key=True)
    assert [packet.layer for packet in scene.stream] == [0, 0, 3]


def test_nothing_comes_once_nobody_is_fed() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    scene.feed(1)
    assert not scene.feed(None)
    scene.send(0, is_key=True)
    scene.send(1, is_key=True)
    assert len(scene.stream) == 1
    assert all(layer.fed == [] for layer in scene.layers)
    assert scene.slot.report(scene.now, 0.0) is None


def test_a_wish_taken_back_is_no_longer_waited_for() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    scene.feed(1)
    assert not scene.feed(0)
    scene.send(1, is_key=True)
    scene.send(0)
    assert [packet.layer for packet in scene.stream] == [0, 0]


def test_a_voice_changes_with_the_next_packet() -> None:
    scene = Scene("audio")
    scene.feed(0)
    scene.send(0, 2)
    assert not scene.feed(1)
    scene.send(0)
    scene.send(1, 2)
    assert [packet.layer for packet in scene.stream] == [0, 0, 1, 1]
    assert steps(scene.stream) == [1, 1, 1]


def test_a_frame_cut_off_leaves_a_number_out() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True, ends=False)
    scene.feed(3)
    scene.send(3, is_key=True)
    scene.feed(1)
    scene.send(1, is_key=True)
    assert steps(scene.stream) == [2, 1]


def test_time_passes_between_two_sources_as_it_did() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    scene.now += 4.99
    scene.feed(3)
    scene.send(3, is_key=True)
    before, after = scene.stream
    assert (after.timestamp - before.timestamp) & 0xFFFFFFFF == 5 * 90_000


def test_a_day_of_silence_does_not_turn_time_back() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    scene.now += 86_400
    scene.feed(3)
    scene.send(3, is_key=True)
    before, after = scene.stream
    assert 0 < (after.timestamp - before.timestamp) & 0xFFFFFFFF < 1 << 31


def test_pictures_are_numbered_on_from_source_to_source() -> None:
    scene = Scene()
    scene.streams[0] = Stream(scene.layers[0], 0, picture=0x7FFE, tl0=254)
    scene.feed(0)
    scene.send(0, is_key=True)
    scene.feed(3)
    scene.send(3, 2, is_key=True)
    assert [packet.picture for packet in scene.stream] == [0x7FFF, 0, 1]
    assert [packet.tl0 for packet in scene.stream] == [255, 0, 1]
    assert all(packet.payload[2] & 0x80 for packet in scene.stream)


def test_the_base_layer_is_numbered_on_even_if_pictures_happen_to_be_already() -> None:
    scene = Scene()
    scene.streams[3].picture += 1
    scene.streams[3].tl0 = 99
    scene.feed(0)
    scene.send(0, is_key=True)
    scene.feed(3)
    scene.send(3, is_key=True)
    assert [packet.picture for packet in scene.stream] == [51, 52]
    assert [packet.tl0 for packet in scene.stream] == [21, 22]


def test_a_stream_without_picture_ids_passes_between_two_that_have_them() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    scene.feed(3)
    bare = scene.make(3, is_key=True)
    bare.picture_id = bare.tl0 = None
    scene.give(3, bare)
    scene.streams[1].picture = 7000
    scene.feed(1)
    scene.send(1, is_key=True)
    first, between, last = scene.stream
    assert between.payload == bare.body[8:]
    assert (last.picture, last.tl0) == (first.picture + 1, first.tl0 + 1)


def test_what_is_lost_on_the_way_in_leaves_a_gap_that_it_fills_when_it_comes_late() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    late = scene.make(0)
    scene.send(0, 2)
    assert steps(scene.stream) == [2, 1]
    scene.give(0, late)
    scene.give(0, late)
    assert steps(scene.stream) == [2, 1, -2]
    scene.send(0)
    assert sorted(packet.came_as for packet in scene.stream) == [1000, 1001, 1002, 1003, 1004]


def test_what_comes_late_from_before_the_switch_is_dropped() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    late_of_old = scene.make(0)
    scene.send(0)
    scene.feed(1)
    late_of_new = [scene.make(1), scene.make(1)]
    scene.send(1, is_key=True)
    # One of them would come to stand where the other is missed.
    for packet in late_of_new:
        scene.give(1, packet)
    scene.slot.forward(scene.layers[0], late_of_old)
    assert [packet.came_as for packet in scene.stream] == [1000, 1002, 1002]


def test_a_late_packet_is_not_where_the_stream_goes_on_from() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    late = scene.make(0)
    scene.send(0, 2)
    scene.give(0, late)
    scene.feed(3)
    scene.send(3, is_key=True)
    assert steps(scene.stream) == [2, 1, -2, 3]
    assert scene.stream[-1].timestamp == (scene.stream[2].timestamp + 900) & 0xFFFFFFFF


def test_two_voices_of_one_moment_do_not_share_a_timestamp() -> None:
    scene = Scene("audio")
    scene.feed(0)
    scene.send(0)
    scene.feed(1)
    scene.now -= 0.01
    scene.send(1)
    assert times(scene.stream) == [1]


def test_a_sender_that_begins_anew_is_followed_without_a_gap() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, 2, is_key=True)
    for jump in (5000, -20_000):
        scene.streams[0].sequence += jump
        scene.streams[0].timestamp -= 900_000
        scene.send(0, 2)
    assert steps(scene.stream) == [1] * 5
    assert all(0 < step < 90_000 for step in times(scene.stream))


def test_frames_sent_at_once_to_a_latecomer_lie_close_together_and_end_now() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, is_key=True)
    frames = [scene.make(3, is_key=not index, ends=bool(index % 2)) for index in range(6)]
    scene.feed(3)
    scene.slot.replay(frames)
    scene.send(3, 2)
    assert [packet.layer for packet in scene.stream] == [0] + [3] * 8
    assert steps(scene.stream) == [1] * 8
    # The key frame and each frame after it follow each other within milliseconds; what is live has its own pace again.
    assert times(scene.stream)[1:] == [0, 90, 0, 90, 0, 3000, 3000]
    assert sum(times(scene.stream)[:6]) == 5400
    scene.give(3, frames[3])
    assert len(scene.stream) == 9


def test_nothing_is_replayed_that_is_not_waited_for() -> None:
    scene = Scene()
    scene.slot.replay([scene.make(0, is_key=True)])
    scene.feed(0)
    scene.slot.replay([scene.make(0), scene.make(0)])
    scene.slot.replay([])
    assert scene.stream == []


def test_a_sender_report_tells_the_time_of_the_stream() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, 3, is_key=True)
    data = scene.slot.report(scene.now + 0.5, 1_700_000_000.25)
    assert data is not None
    ((kind, _, body),) = rtcp.each(data)
    report = rtcp.sender_report_of(body)
    assert kind == rtcp.SENDER_REPORT
    assert report is not None
    assert (report.ssrc, report.packets) == (SSRC, 3)
    assert report.octets == sum(len(packet.payload) for packet in scene.stream)
    assert (report.timestamp - scene.stream[-1].timestamp) & 0xFFFFFFFF == 45_000
    assert report.ntp == rtcp.ntp(1_700_000_000.25)


class Reports:
    """Of a page that gets all it is sent but what it is told to lose."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.lost = 0

    def next(self, lost: int = 0) -> tuple[int, int]:
        """What the slot makes of the next one."""
        self.lost += lost
        numbers = {packet.sequence for packet in self.scene.stream}
        first, highest = self.scene.stream[0].sequence, self.scene.stream[-1].sequence
        missing = distance(highest, first) + 1 - len(numbers) + self.lost
        return self.scene.slot.heard(rtcp.ReportBlock(SSRC, 0, missing, highest, 0, 0, 0))


def test_what_never_came_here_is_not_lost_on_the_way_to_the_page() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, 8, is_key=True)
    reports = Reports(scene)
    assert reports.next() == (0, 0)
    scene.send(0, 6)
    lost = [scene.make(0) for _ in range(4)]
    scene.send(0, 6)
    assert reports.next() == (12, 0)
    for packet in lost[:2]:
        scene.give(0, packet)
    scene.send(0, 8)
    assert reports.next() == (10, 0)
    scene.send(0, 8)
    assert reports.next(4) == (8, 4)
    assert reports.next() == (0, 0)


def test_only_what_was_sent_counts_as_asked_for_again() -> None:
    scene = Scene()
    scene.feed(0)
    scene.send(0, 3, is_key=True)
    scene.make(0)
    scene.send(0, 2)
    first = scene.stream[0].sequence
    asked = [first + 1, first + 3, first + 4]
    for _ in range(2):
        scene.now += 1
        scene.slot.resend(asked, scene.now, 0.02)
    assert scene.slot.missed == 2


def test_the_other_end_of_srtp_reads_every_packet_past_two_rounds_of_sequences() -> None:
    key = os.urandom(44)
    made = {"key": key, "srtp_profile": Policy.SRTP_PROFILE_AEAD_AES_256_GCM}
    ours = Session(Policy(ssrc_type=Policy.SSRC_ANY_OUTBOUND, **made))
    theirs = Session(Policy(ssrc_type=Policy.SSRC_ANY_INBOUND, **made))
    scene = Scene("audio")
    scene.feed(0)
    for index in range(1_500):
        scene.streams[0].sequence += 90
        scene.send(0)
        (data,) = scene.wire.sent
        assert theirs.unprotect(ours.protect(data)) == data
        scene.wire.sent.clear()
        if not index % 500:
            scene.feed(1)
            scene.feed(0)
    assert scene.streams[0].sequence > 2 * 65_536


# -- any order of things ----------------------------------------------------------------------------------------------


@given(st.sampled_from(["video", "audio"]), st.integers(65_500, 65_560), DEEDS)
def test_whatever_happens_the_page_sees_one_stream(kind: Kind, begins: int, deeds: list[Deed]) -> None:
    story = Story(kind, begins)
    for deed in [("feed", 0, 0), ("send", 0, KEY), *deeds]:
        already = len(story.stream)
        may = {story.slot.layer, story.slot.waiting}
        story.do(deed)
        assert all(story.layers[packet.layer] in may for packet in story.stream[already:])
    no_number_with_other_bytes(story.stream)
    newest = in_order(story.stream)
    no_gap_of_our_own(newest, kind)
    numbers_move_on(newest, kind)
    assert sum(len(layer.fed) for layer in story.layers) == len({story.slot.layer, story.slot.waiting} - {None})


def no_number_with_other_bytes(stream: list[Arrived]) -> None:
    bytes_of = {packet.sequence: packet.data for packet in stream}
    assert all(bytes_of[packet.sequence] == packet.data for packet in stream)


def in_order(stream: list[Arrived]) -> list[Arrived]:
    """Without those that came late."""
    newest = stream[:1]
    for packet in stream[1:]:
        if distance(packet.sequence, newest[-1].sequence) > 0:
            newest.append(packet)
    return newest


def no_gap_of_our_own(newest: list[Arrived], kind: str) -> None:
    for before, after in pairwise(newest):
        step = distance(after.sequence, before.sequence)
        came = distance(after.came_as, before.came_as)
        is_cut = kind == "video" and not before.marker
        is_same = before.layer == after.layer and step == came
        assert is_same or step == 1 + is_cut


def numbers_move_on(newest: list[Arrived], kind: str) -> None:
    for before, after in pairwise(newest):
        assert (after.timestamp - before.timestamp) & 0xFFFFFFFF < 1 << 31
        if kind == "video":
            is_new = after.timestamp != before.timestamp
            assert 0 <= (after.picture - before.picture) & 0x7FFF < 1000
            assert (after.picture != before.picture) == is_new
            assert 0 <= (after.tl0 - before.tl0) & 0xFF < 128 or after.picture - before.picture > 100


def steps(stream: list[Arrived]) -> list[int]:
    return [distance(after.sequence, before.sequence) for before, after in pairwise(stream)]


def times(stream: list[Arrived]) -> list[int]:
    return [(after.timestamp - before.timestamp) & 0xFFFFFFFF for before, after in pairwise(stream)]
