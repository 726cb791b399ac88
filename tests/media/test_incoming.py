from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.control import SourceName
from media.incoming import BITRATES, KEY_FRAME_MAX, MENDED_S, SINCE_KEY_MAX, Layer, Source
from media.lost import MOST
from media.packet import EXTENSION_SIZE, Packet
from media.rtcp import SenderReport
from media.rtp import Header
from media.slot import Slot
from rooms.ids import ParticipantId

ANA = ParticipantId("ana")
SSRC = 0x1234
RTT = 0.1


def source(name: SourceName = "camera", rids: tuple[str, ...] = (), is_open: bool = True) -> Source:
    made = Source(ANA, name, "audio" if name == "microphone" else "video", rids, 97)
    made.is_open = is_open
    for index, layer in enumerate(made.layers):
        layer.begin(SSRC + index)
    return made


class Uplink:
    """Packets of one layer, sent one after the other at 100 a second."""

    def __init__(self, layer: Layer, first: int = 100) -> None:
        self.layer = layer
        self.sequence = first
        self.picture = 1
        self.now = 50.0

    def header(self, sequence: int, size: int) -> Header:
        header = Header()
        header.ssrc = self.layer.ssrc
        header.sequence = sequence & 0xFFFF
        header.timestamp = self.picture * 3000
        header.start, header.end = 20, 20 + size
        return header

    def payload(self, is_key: bool = False, begins: bool = False) -> bytes:
        if self.layer.kind == "audio":
            return bytes(60)
        descriptor = bytes((0x90 if begins or is_key else 0x80, 0x80, 0x80 | self.picture >> 8, self.picture & 0xFF))
        if is_key:
            return descriptor + bytes((0x10, 0, 0, 0x9D, 0x01, 0x2A, 320 & 0xFF, 320 >> 8, 180, 0)) + bytes(50)
        return descriptor + bytes((0x11,)) + bytes(50)

    def lose(self, count: int = 1) -> None:
        self.sequence += count

    def send(self, count: int = 1, *, is_key: bool = False) -> list[Packet | None]:
        return [self.one(is_key=is_key and not index) for index in range(count)]

    def one(self, *, is_key: bool = False, sequence: int | None = None, payload: bytes | None = None) -> Packet | None:
        """The next packet, or that of `sequence`."""
        if sequence is None:
            sequence = self.sequence
            self.sequence += 1
            self.now += 0.01
        body = self.payload(is_key) if payload is None else payload
        return self.layer.take(self.header(sequence, len(body)), bytes(20) + body, self.now)

    def frame(self, count: int, *, is_key: bool = False) -> list[Packet | None]:
        self.picture += 1
        return self.send(count, is_key=is_key)

    def repair(self, sequence: int, payload: bytes | None = None) -> Packet | None:
        body = (sequence & 0xFFFF).to_bytes(2, "big") + (self.payload() if payload is None else payload)
        header = self.header(7777, len(body))
        header.ssrc = 0x9999
        return self.layer.take_repaired(header, bytes(20) + body, self.now)

    def nacks(self) -> list[int]:
        self.now += 0.02
        return self.layer.nacks(self.now, RTT)


def uplink(name: SourceName = "camera", first: int = 100) -> Uplink:
    return Uplink(source(name).layers[0], first)


def sequences(packets: list[Packet | None]) -> list[int]:
    return [packet.sequence for packet in packets if packet]


class Line:
    """Where a slot sends; nothing is kept but how much."""

    def __init__(self) -> None:
        self.out = bytearray(2048)
        self.sent: list[bytes] = []

    def send(self, size: int) -> bool:
        self.sent.append(bytes(self.out[:size]))
        return True


def slot(line: Line) -> Slot:
    return Slot(line, "5", "video", 96, 97, 3, 90_000, 11, 12)


# -- sources ----------------------------------------------------------------------------------------------------------


def test_layers_stand_small_to_large_whatever_the_offer_says() -> None:
    assert [layer.rid for layer in source(rids=("f", "h", "q")).layers] == ["q", "h", "f"]
    assert [layer.rid for layer in source("screen", ("f", "h")).layers] == ["h", "f"]
    assert [layer.rid for layer in source(rids=("small", "large")).layers] == ["small", "large"]
    assert [layer.rid for layer in source("microphone").layers] == [None]


def test_a_layer_is_found_by_its_rid() -> None:
    camera = source(rids=("q", "h"))
    assert camera.layer("h") is camera.layers[1]
    assert camera.layer("x") is None
    assert camera.layer(None) is None
    microphone = source("microphone")
    assert microphone.layer(None) is microphone.layers[0]


def test_a_source_is_closed_until_it_is_opened() -> None:
    assert not Source(ANA, "microphone", "audio").is_open


# -- packets ----------------------------------------------------------------------------------------------------------


def test_packets_go_through_as_they_come_and_are_kept() -> None:
    up = uplink()
    packets = up.send(5)
    assert sequences(packets) == [100, 101, 102, 103, 104]
    assert up.layer.cache.get(102) is packets[2]
    assert (first := packets[0]) is not None
    assert first.body[EXTENSION_SIZE:] == up.payload()
    assert up.nacks() == []


def test_what_comes_twice_goes_through_once() -> None:
    up = uplink()
    up.send(3)
    assert up.one(sequence=101) is None
    assert up.one(sequence=102) is None


def test_what_is_late_goes_through_once() -> None:
    up = uplink()
    up.send(3)
    up.lose()
    up.send(1)
    assert up.one(sequence=103) is not None
    assert up.one(sequence=103) is None
    assert up.nacks() == []


def test_what_is_far_too_late_does_not_go_through() -> None:
    up = uplink()
    up.lose()
    up.send(3)
    up.lose()
    up.send(600)
    up.now += 10
    assert up.nacks() == []
    assert up.one(sequence=104) is None
    assert up.one(sequence=100) is None


def test_a_stream_that_is_not_the_layers_does_not_get_in() -> None:
    up = uplink()
    header = up.header(100, 60)
    header.ssrc = 0x7777
    assert up.layer.take(header, bytes(80), 1.0) is None
    assert up.layer.report_block(1.0).highest == 0


def test_video_without_a_descriptor_is_dropped() -> None:
    up = uplink()
    assert up.one(payload=b"\x90") is None
    assert sequences(up.send(1)) == [101]


def test_padding_leaves_no_hole_for_listeners_to_ask_about() -> None:
    up = uplink(first=65534)
    assert sequences(up.send(1)) == [65534]
    assert [up.one(payload=b"") for _ in range(3)] == [None, None, None]
    assert sequences(up.send(2)) == [65535, 0]
    assert up.nacks() == []
    assert [up.layer.cache.get(each) is not None for each in (65534, 65535, 0, 1)] == [True, True, True, False]


def test_padding_keeps_its_number_while_something_before_it_is_missing() -> None:
    up = uplink()
    up.send(1)
    up.lose()
    up.one(payload=b"")
    assert sequences(up.send(1)) == [103]
    assert up.nacks() == [101]
    assert (repaired := up.repair(101)) is not None
    assert repaired.sequence == 101


def test_what_is_repaired_after_padding_gets_the_number_that_was_kept_for_it() -> None:
    up = uplink()
    up.send(1)
    up.one(payload=b"")
    up.send(1)
    up.lose()
    up.send(1)
    assert up.nacks() == [103]
    assert (repaired := up.repair(103)) is not None
    assert repaired.sequence == 102
    assert up.layer.cache.run(100, 4) is not None


# -- repairs ----------------------------------------------------------------------------------------------------------


def test_what_is_lost_is_asked_for_and_goes_through_when_it_is_repaired() -> None:
    up = uplink()
    up.send(2)
    up.lose(2)
    up.send(1)
    assert up.nacks() == [102, 103]
    assert sequences([up.repair(103), up.repair(102)]) == [103, 102]
    assert up.nacks() == []
    assert up.layer.cache.run(100, 5) is not None


def test_repairs_that_only_fill_the_line_are_dropped() -> None:
    up = uplink()
    up.send(3)
    up.lose()
    up.send(1)
    assert up.repair(101) is None
    assert up.repair(104) is None
    assert up.repair(103, b"") is None
    assert up.repair(103) is not None
    assert up.repair(103) is None


def test_repairs_too_short_to_name_a_packet_are_dropped() -> None:
    up = uplink()
    for size in (0, 1, 2):
        assert up.layer.take_repaired(up.header(1, size), bytes(20 + size), up.now) is None


def test_a_repaired_packet_still_counts_as_lost_for_its_sender() -> None:
    up = uplink()
    up.send(3)
    up.lose()
    up.send(1)
    up.nacks()
    assert up.repair(103) is not None
    assert up.layer.report_block(up.now).lost == 1


def test_an_old_audio_packet_is_not_worth_asking_for() -> None:
    up = uplink("microphone")
    up.send(1)
    up.lose(50)
    up.send(1)
    assert up.nacks() == list(range(143, 151))
    up.now += 0.2
    assert up.nacks() == []


def test_a_key_frame_ends_asking_for_what_was_before() -> None:
    up = uplink()
    up.send(2)
    up.lose(2)
    up.frame(2, is_key=True)
    up.lose()
    up.send(1)
    assert up.nacks() == [106]


# -- muted, moved, begun anew -----------------------------------------------------------------------------------------


def test_of_a_closed_source_nothing_goes_through_but_its_sender_hears_how_it_arrives() -> None:
    up = uplink("microphone")
    up.send(3)
    up.layer.source.is_open = False
    assert up.send(10) == [None] * 10
    up.lose()
    assert up.send(1) == [None]
    assert up.nacks() == []
    assert up.repair(113) is None
    assert up.layer.cache.get(101) is None
    told = up.layer.report_block(up.now)
    assert (told.highest, told.lost) == (114, 1)
    assert up.layer.is_alive(up.now)


def test_after_unmuting_nothing_of_what_was_said_before_can_come_through() -> None:
    up = uplink("microphone")
    up.layer.source.is_open = False
    up.send(2)
    up.lose(2)
    up.layer.source.is_open = True
    assert sequences(up.send(1)) == [104]
    assert up.nacks() == []
    assert up.one(sequence=103) is None
    assert up.repair(102) is None
    assert sequences(up.send(1)) == [105]


def test_what_was_shown_in_one_room_cannot_be_had_in_another() -> None:
    up = uplink()
    up.frame(4, is_key=True)
    up.lose()
    up.send(2)
    up.lose()
    up.layer.source.forget()
    assert up.layer.since_key() is None
    assert [up.layer.cache.get(sequence) for sequence in range(100, 110)] == [None] * 10
    assert up.nacks() == []
    assert up.one(sequence=104) is None
    assert sequences(up.send(1)) == [108]
    assert up.one(sequence=107) is None
    assert up.nacks() == []
    up.lose()
    up.send(1)
    assert up.nacks() == [109]


def test_a_long_mute_breaks_nothing() -> None:
    up = uplink("microphone")
    up.send(1)
    up.layer.source.is_open = False
    up.send(40_000)
    up.layer.source.is_open = True
    assert sequences(up.send(2)) == [40_101, 40_102]
    assert up.nacks() == []


def carried(up: Uplink) -> tuple[Slot, Line]:
    line = Line()
    listener = slot(line)
    listener.feed(up.layer, up.now)
    forward(up, listener, up.frame(3, is_key=True))
    assert len(line.sent) == 3
    assert listener.layer is up.layer
    return listener, line


def forward(up: Uplink, listener: Slot, packets: list[Packet | None]) -> None:
    for packet in packets:
        assert packet is not None
        listener.forward(up.layer, packet)


def test_when_too_much_is_lost_listeners_wait_for_a_key_frame_and_go_on_without_a_gap() -> None:
    up = uplink()
    listener, line = carried(up)
    up.lose(MOST + 1)
    forward(up, listener, up.frame(2))
    assert len(line.sent) == 3
    assert listener.waiting is up.layer
    assert up.nacks() == []
    forward(up, listener, up.frame(2, is_key=True))
    assert listener.layer is up.layer
    outgoing = [int.from_bytes(packet[2:4], "big") for packet in line.sent]
    assert outgoing[3] - outgoing[2] in (1, 2)
    assert outgoing[4] - outgoing[3] == 1


def test_another_stream_of_the_same_layer_is_taken_up_like_another_source() -> None:
    up = uplink()
    listener, line = carried(up)
    up.layer.begin(0xABCD)
    up.sequence = 40_000
    assert up.layer.cache.get(101) is None
    forward(up, listener, up.frame(2))
    assert len(line.sent) == 3
    forward(up, listener, up.frame(2, is_key=True))
    assert len(line.sent) == 5
    assert up.layer.report_block(up.now).lost == 0


def test_a_sender_that_begins_anew_is_taken_up_after_two_packets() -> None:
    up = uplink()
    listener, line = carried(up)
    up.sequence = 30_000
    assert up.one() is None
    packets = up.frame(2, is_key=True)
    forward(up, listener, packets)
    assert sequences(packets) == [30_001, 30_002]
    assert len(line.sent) == 5


# -- key frames -------------------------------------------------------------------------------------------------------


def test_who_comes_late_gets_the_last_key_frame_and_all_since() -> None:
    up = uplink(first=65_530)
    up.frame(3)
    up.frame(4, is_key=True)
    up.frame(3)
    assert sequences(list(up.layer.since_key() or [])) == [65_533, 65_534, 65_535, 0, 1, 2, 3]


def test_a_key_frame_of_which_something_is_missing_is_of_no_use_until_it_is_repaired() -> None:
    up = uplink()
    up.frame(2, is_key=True)
    up.lose()
    up.send(2)
    assert up.layer.since_key() is None
    assert up.nacks() == [102]
    up.repair(102)
    assert sequences(list(up.layer.since_key() or [])) == [100, 101, 102, 103, 104]


def test_an_old_key_frame_is_not_sent_again() -> None:
    up = uplink()
    up.frame(10, is_key=True)
    up.frame(SINCE_KEY_MAX - 1)
    assert up.layer.since_key() is not None
    up.send(1)
    assert up.layer.since_key() is None


def test_a_large_key_frame_alone_is_sent_again_up_to_a_measure() -> None:
    up = uplink("screen")
    up.frame(KEY_FRAME_MAX, is_key=True)
    assert len(up.layer.since_key() or []) == KEY_FRAME_MAX
    up.frame(KEY_FRAME_MAX + SINCE_KEY_MAX + 1, is_key=True)
    assert up.layer.since_key() is None


def test_without_a_key_frame_there_is_nothing_to_send_again() -> None:
    up = uplink()
    assert up.layer.since_key() is None
    up.send(3)
    assert up.layer.since_key() is None


def test_a_key_frame_that_is_repaired_late_does_not_stand_for_a_newer_one() -> None:
    up = uplink()
    up.send(1)
    up.lose()
    up.frame(2)
    repaired = up.repair(101, up.payload(is_key=True))
    assert repaired is not None
    assert repaired.is_key
    assert sequences(list(up.layer.since_key() or [])) == [101, 102, 103]
    up.frame(2, is_key=True)
    assert sequences(list(up.layer.since_key() or [])) == [104, 105]


def test_a_picture_is_as_large_as_its_key_frame_says() -> None:
    up = uplink()
    up.frame(1, is_key=True)
    assert (up.layer.width, up.layer.height) == (320, 180)


def test_key_frames_are_asked_for_once_however_many_want_one() -> None:
    small, large = source(rids=("q", "f")).layers
    assert [small.request_key(10.0) for _ in range(100)] == [True] + [False] * 99
    assert large.request_key(10.0)


@pytest.mark.parametrize(("at", "interval"), [(0, 0.5), (1, 0.5), (2, 1.0)])
def test_a_key_frame_that_did_not_come_is_asked_for_again_after_a_while(at: int, interval: float) -> None:
    layer = source(rids=("q", "h", "f")).layers[at]
    times = [tick / 10 for tick in range(30) if layer.request_key(tick / 10)]
    steps = {round(later - earlier, 3) for earlier, later in pairwise(times)}
    assert steps == {interval}


def test_no_key_frame_is_asked_for_of_what_is_closed_or_was_never_sent() -> None:
    assert not source(is_open=False).layers[0].request_key(1.0)
    unsent = Source(ANA, "camera", "video")
    unsent.is_open = True
    assert not unsent.layers[0].request_key(1.0)


# -- life and measure -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "silence"), [("camera", 1.5), ("screen", 4.0), ("microphone", 5.0)])
def test_a_layer_is_dead_after_silence_and_alive_again_with_a_packet(name: SourceName, silence: float) -> None:
    up = uplink(name)
    assert not up.layer.is_alive(up.now)
    up.send(1)
    assert up.layer.is_alive(up.now + silence - 0.01)
    assert not up.layer.is_alive(up.now + silence)
    up.now += 60
    up.send(1)
    assert up.layer.is_alive(up.now)


def test_padding_and_repairs_are_no_sign_of_life() -> None:
    up = uplink()
    up.send(1)
    up.lose()
    up.send(1)
    up.now += 1.49
    up.one(payload=b"")
    assert up.repair(101) is not None
    assert not up.layer.is_alive(up.now)


def test_a_layer_that_misses_a_packet_for_long_is_dead_until_it_came_whole_for_a_while() -> None:
    up = Uplink(source(rids=("q", "h")).layers[1])
    up.send(1)
    up.lose()
    for _ in range(15):
        up.send(4)
        up.nacks()
    assert not up.layer.is_alive(up.now)
    assert up.repair(101) is not None
    mended_at = up.now
    while up.now < mended_at + MENDED_S - 0.1:
        up.send(1)
        up.nacks()
        assert not up.layer.is_alive(up.now)
    up.now += 0.2
    up.send(1)
    assert up.layer.is_alive(up.now)


def test_a_packet_that_is_soon_repaired_is_no_harm() -> None:
    up = Uplink(source(rids=("q", "h")).layers[1])
    up.send(1)
    up.lose()
    for _ in range(9):
        up.send(2)
        up.nacks()
    assert up.layer.is_alive(up.now)
    assert up.repair(101) is not None
    for _ in range(30):
        up.send(2)
        up.nacks()
    assert up.layer.is_alive(up.now)


def test_there_is_nothing_better_than_the_smallest_layer_however_it_comes() -> None:
    up = Uplink(source(rids=("q", "h")).layers[0])
    up.send(1)
    up.lose()
    for _ in range(30):
        up.send(4)
        up.nacks()
    assert up.layer.is_alive(up.now)


def test_a_bitrate_is_taken_for_granted_until_it_is_measured() -> None:
    assert [layer.bitrate for layer in source(rids=("q", "h", "f")).layers] == list(BITRATES.values())


def test_a_bitrate_follows_what_is_sent() -> None:
    up = uplink()
    up.send(500)
    expected = (len(up.payload()) + 20) * 8 * 100
    assert abs(up.layer.bitrate - expected) < expected * 0.1


def test_silence_says_nothing_of_the_bitrate() -> None:
    up = uplink()
    up.send(500)
    before = up.layer.bitrate
    up.now += 30
    up.send(1)
    assert up.layer.bitrate == before


def test_sender_reports_are_answered() -> None:
    up = uplink()
    up.send(1)
    up.layer.sender_report(SenderReport(SSRC, 0x0001_0002_0003_0004, 0, 1, 60), up.now)
    told = up.layer.report_block(up.now + 1)
    assert (told.ssrc, told.last_report, told.delay) == (SSRC, 0x0002_0003, 0x10000)


# -- anything ---------------------------------------------------------------------------------------------------------


@given(
    st.integers(0, 65535),
    st.lists(st.sampled_from(["send", "lose", "late", "twice", "padding", "repair", "key"]), max_size=300),
)
def test_whatever_happens_each_packet_goes_through_once_in_its_place_and_is_found_there(
    first: int, events: list[str]
) -> None:
    up = Uplink(source().layers[0], first)
    lost: list[int] = []
    out: dict[int, int] = {}
    for event in ["send", *events]:
        sent = up.sequence
        packet: Packet | None = None
        match event:
            case "send" | "key":
                up.picture += 1
                packet = up.one(is_key=event == "key")
                assert packet is not None
            case "padding":
                assert up.one(payload=b"") is None
            case "lose":
                lost.append(up.sequence)
                up.lose()
            case "twice" if up.sequence - 1 not in lost:
                assert up.one(sequence=up.sequence - 1) is None
                assert up.repair(up.sequence - 1) is None
            case "late" | "repair" if lost and up.sequence - 1 not in lost:
                sent = lost.pop(0)
                packet = up.one(sequence=sent) if event == "late" else up.repair(sent)
        if packet is not None:
            assert packet.sequence not in out.values()
            out[sent] = packet.sequence
            assert up.layer.cache.get(packet.sequence) is packet
        assert set(up.layer.nacks(up.now + 0.02, RTT)) <= {each & 0xFFFF for each in lost}
    placed = [out[sent] for sent in sorted(out)]
    gaps = [(later - earlier) & 0xFFFF for earlier, later in pairwise(placed)]
    assert all(0 < gap < 0x8000 for gap in gaps)
