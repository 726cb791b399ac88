"""Voices and faces that nobody has: what is sent of them is decoded here, by others than those who encoded it."""

from __future__ import annotations

import asyncio
import math
import time
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

import av
import pytest
from av.audio.codeccontext import AudioCodecContext
from av.video.codeccontext import VideoCodecContext
from hypothesis import given
from hypothesis import strategies as st

from media import rtp, vp8
from media.light import Sending
from media.light.offer import LEVEL, MID, OPUS, RID, VP8
from media.secure import Secure
from media.speakers import QUIETEST, SMALLEST, Loudest
from media.synthetic import Camera, Metronome, Microphone
from media.synthetic.face import FRAMES, LAYERS, PIECE, Face, in_pieces
from media.synthetic.face import record as record_face
from media.synthetic.letters import letter
from media.synthetic.playing import FRAME_BEATS, KEY_AGAIN_BEATS, PIECES_A_BEAT, REST_BEATS, described
from media.synthetic.voice import PACKET_TICKS, SILENCE, VOICE, WORD_PACKETS, Voice
from media.synthetic.voice import record as record_voice
from rooms.ids import ParticipantId

PITCH = 125
NAMES = {1: "mid", 2: "rid", 3: "level"}
ANA = ParticipantId("ana")


class Taken:
    """Stands where the connection is: takes the packets."""

    def __init__(self) -> None:
        self.packets: list[tuple[rtp.Header, bytes]] = []

    def send(self, size: int) -> bool:
        header = rtp.Header()
        data = bytes(Secure.out[:size])
        assert rtp.parse(data, size, NAMES, header)
        self.packets.append((header, data[header.start : header.end]))
        return True

    def sending(self, rid: str = "") -> Sending:
        numbers = (VP8, None) if rid else (OPUS, None)
        return Sending(self, [0], "0", rid, (1, 2), numbers, {MID: 1, RID: 2, LEVEL: 3})  # type: ignore[arg-type]

    def take(self) -> list[tuple[rtp.Header, bytes]]:
        taken, self.packets = self.packets, []
        return taken


@pytest.fixture(scope="module")
def voice() -> Voice:
    return record_voice(PITCH)


@pytest.fixture(scope="module")
def face() -> Face:
    return record_face("Élise", 0.5, {"q": LAYERS["q"], "h": LAYERS["h"]})


def heard(payloads: Iterable[bytes]) -> array[int]:
    """What a listener hears, at 48 kHz."""
    decoder = AudioCodecContext.create("libopus", "r")
    decoder.sample_rate, decoder.layout = 48_000, "mono"
    samples = array("h")
    for payload in payloads:
        for frame in decoder.decode(av.Packet(payload)):
            samples.frombytes(bytes(frame.planes[0])[: frame.samples * 2])
    return samples


def loudness(samples: array[int]) -> float:
    """dBov."""
    return 10 * math.log10(max(1.0, sum(each * each for each in samples) / len(samples)) / 32_768**2)


def likeness(samples: array[int], shift: int) -> float:
    """Of a sound with itself so many samples later."""
    return sum(one * other for one, other in zip(samples, samples[shift:], strict=False))


# -- a voice ----------------------------------------------------------------------------------------------------------


def test_a_voice_is_heard_as_loud_as_its_packets_say_and_at_its_pitch(voice: Voice) -> None:
    samples = heard(sound.payload for sound in voice.talk * 2)
    assert len(samples) == len(voice.talk) * 2 * PACKET_TICKS

    word = voice.talk[:WORD_PACKETS]
    said = -10 * math.log10(sum(10 ** (-(each.level & 0x7F) / 10) for each in word) / len(word))
    assert abs(loudness(samples[: WORD_PACKETS * PACKET_TICKS]) + said) < 3
    vowel = samples[3 * PACKET_TICKS : 6 * PACKET_TICKS]
    assert max(range(150, 700), key=lambda shift: likeness(vowel, shift)) in range(
        48_000 // PITCH - 5, 48_000 // PITCH + 6
    )


def test_packets_that_say_they_hold_voice_are_large_enough_for_it(voice: Voice) -> None:
    loud = [sound for sound in voice.talk if sound.level & 0x7F <= QUIETEST]
    assert len(loud) > len(voice.talk) * 0.8
    assert all(sound.level & VOICE and len(sound.payload) > SMALLEST for sound in loud)


def test_its_silence_is_small_and_ends_as_dtx_begins(voice: Voice) -> None:
    assert [len(sound.payload) for sound in voice.rest][-1] == 1
    assert all(len(sound.payload) < SMALLEST and sound.level == SILENCE for sound in voice.rest)
    assert loudness(heard(sound.payload for sound in voice.rest * 5)) < -80


def test_a_microphone_sends_words_to_their_end_then_silence_and_nothing_when_off(voice: Voice) -> None:
    taken, microphone = Taken(), Microphone(voice)
    microphone.sending = taken.sending()
    beats = iter(range(1000, 10_000))

    def play(count: int) -> list[tuple[rtp.Header, bytes]]:
        for _ in range(count):
            microphone.beat(next(beats))
        return taken.take()

    assert play(10) == []

    microphone.is_on = microphone.speaks = True
    talk = play(WORD_PACKETS + 1)
    assert [payload for _, payload in talk] == [sound.payload for sound in voice.talk[: WORD_PACKETS + 1]]
    assert [bool(header.marker) for header, _ in talk] == [True] + [False] * WORD_PACKETS
    assert {(later.timestamp - header.timestamp) & 0xFFFFFFFF for (header, _), (later, _) in pairwise(talk)} == {960}
    assert all(header.voice == bool(sound.level & VOICE) for (header, _), sound in zip(talk, voice.talk, strict=False))

    microphone.speaks = False
    assert len(play(WORD_PACKETS - 1)) == WORD_PACKETS - 1
    rest = play(2 * REST_BEATS)
    assert [payload for _, payload in rest] == [sound.payload for sound in voice.rest] * 2
    assert (rest[2][0].timestamp - rest[0][0].timestamp) & 0xFFFFFFFF == REST_BEATS * PACKET_TICKS
    assert [header.sequence for header, _ in rest] == [(rest[0][0].sequence + at) & 0xFFFF for at in range(4)]

    microphone.speaks = True
    assert [bool(header.marker) for header, _ in play(2)] == [True, False]
    microphone.is_on = False
    assert play(10) == []


def test_who_talks_is_found_to_speak_and_who_rests_is_not(voice: Voice) -> None:
    taken, microphone, loudest = Taken(), Microphone(voice), Loudest()
    microphone.sending = taken.sending()
    microphone.is_on = microphone.speaks = True
    speaking = []
    for beat in range(300):
        now = beat * 0.02
        microphone.speaks = beat < 150
        microphone.beat(beat)
        for header, payload in taken.take():
            loudest.hear(ANA, header.level, header.voice, len(payload), now)
        loudest.tick(now)
        speaking.append(loudest.is_speaking(ANA))
    assert all(speaking[10:150])
    assert not any(speaking[165:])


# -- a face -----------------------------------------------------------------------------------------------------------


def frames(packets: Iterable[tuple[rtp.Header, bytes]]) -> Iterator[tuple[vp8.Descriptor, bytes]]:
    """Put together again as a receiver does (RFC 7741 section 4.4): the first descriptor, and the whole frame."""
    parts: list[bytes] = []
    first = vp8.Descriptor()
    for header, payload in packets:
        descriptor = vp8.Descriptor()
        assert vp8.describe(payload, 0, len(payload), descriptor)
        if not parts:
            first = descriptor
            assert payload[0] & 0x17 == 0x10, "a frame begins with the start of its first partition"
        assert (descriptor.picture_id, descriptor.tl0, descriptor.tid) == (first.picture_id, first.tl0, 0)
        parts.append(payload[descriptor.payload_at :])
        if header.marker:
            yield first, b"".join(parts)
            parts = []


def filmed(face: Face, rid: str, beats: int) -> list[tuple[rtp.Header, bytes]]:
    taken, camera = Taken(), Camera(face)
    camera.connect({rid: taken.sending(rid)})
    camera.wanted = (rid,)
    for beat in range(beats):
        camera.beat(beat)
    return taken.packets


@pytest.mark.parametrize("rid", ["q", "h"])
def test_a_face_is_seen_again_and_again(face: Face, rid: str) -> None:
    width, height, bit_rate = LAYERS[rid]
    rounds = 2
    packets = filmed(face, rid, rounds * FRAMES * FRAME_BEATS)
    sent = list(frames(packets))
    assert len(sent) == rounds * FRAMES
    assert [at for at, (first, _) in enumerate(sent) if first.is_key] == [0, FRAMES]
    assert (sent[0][0].width, sent[0][0].height) == (width, height)
    assert [first.picture_id for first, _ in sent] == list(range(rounds * FRAMES))
    assert [first.tl0 for first, _ in sent] == list(range(rounds * FRAMES))

    decoder = VideoCodecContext.create("vp8", "r")
    pictures = [picture for _, frame in sent for picture in decoder.decode(av.Packet(frame))]
    assert [(picture.width, picture.height) for picture in pictures] == [(width, height)] * rounds * FRAMES
    assert len({bytes(picture.planes[0]) for picture in pictures[:FRAMES]}) == FRAMES, "it moves"
    middle = bytes(pictures[0].planes[0])[height * 2 // 5 * pictures[0].planes[0].line_size :][:width]
    assert max(middle) > 190, "the letter"
    assert min(middle) < 100, "its ground"

    octets = sum(len(payload) for _, payload in packets)
    assert bit_rate * 0.7 < octets * 8 / (rounds * FRAMES * FRAME_BEATS * 0.02) < bit_rate * 1.2
    times = {header.timestamp for header, _ in packets}
    assert {(later - time) & 0xFFFFFFFF for time, later in pairwise(sorted(times))} <= {
        5_400,
        2**32 - max(times) + min(times),
    }


def test_faces_differ_by_letter_and_colour() -> None:
    one, other, third = (
        record_face(name, hue, {"q": (80, 48, 50_000)}) for name, hue in (("A", 0), ("B", 0), ("A", 0.5))
    )
    assert len({one.layers["q"], other.layers["q"], third.layers["q"]}) == 3


def test_letters_lose_their_accents_and_strangers_are_blocks() -> None:
    assert letter("é") == letter("E")
    assert letter("I")[1] == "00100"
    assert set(letter("7")) == {"11111"}


@given(st.binary(min_size=1, max_size=5 * PIECE))
def test_a_frame_is_cut_into_pieces_that_fit_and_are_alike(frame: bytes) -> None:
    pieces = in_pieces(frame)
    assert b"".join(pieces) == frame
    assert max(map(len, pieces)) <= PIECE
    assert max(map(len, pieces)) - min(map(len, pieces)) <= 1


@given(st.integers(0, 10**9), st.booleans())
def test_a_picture_is_numbered_in_fifteen_bits_for_ever(picture: int, is_first: bool) -> None:
    payload = described(b"\x01picture", is_first, picture)
    descriptor = vp8.Descriptor()
    assert vp8.describe(payload, 0, len(payload), descriptor)
    assert descriptor.picture_id == picture % 0x8000
    assert descriptor.tl0 == picture % 0x100
    assert not vp8.is_narrow(payload, descriptor)
    assert payload[descriptor.payload_at :] == b"\x01picture"


def test_a_key_frame_comes_when_it_is_asked_for_but_not_twice_at_once(face: Face) -> None:
    taken, camera = Taken(), Camera(face)
    sending = taken.sending("h")
    camera.connect({"h": sending})
    camera.wanted = ("h",)
    keys = []
    for beat in range(FRAMES * FRAME_BEATS):
        if beat in (6, KEY_AGAIN_BEATS + 6, KEY_AGAIN_BEATS + 12):
            camera.ask_key(sending)
        camera.beat(beat)
        keys += [beat for first, _ in frames(taken.take()) if first.is_key]
    assert keys == [0, KEY_AGAIN_BEATS + 8]


def test_a_layer_that_is_wanted_again_begins_with_a_key_frame(face: Face) -> None:
    taken, camera = Taken(), Camera(face)
    camera.connect({"q": taken.sending("q"), "h": taken.sending("h")})
    keys: dict[str, list[int]] = {"q": [], "h": []}
    for beat in range(60):
        camera.wanted = ("q", "h") if beat < 15 or beat >= 30 else ("q",)
        camera.beat(beat)
        taken_now = taken.take()
        for rid, found in keys.items():
            sent = list(frames(packet for packet in taken_now if packet[0].rid == rid))
            found += [beat for first, _ in sent if first.is_key]
    assert keys == {"q": [0], "h": [0, 30]}


def test_a_large_frame_is_not_thrown_at_the_network_at_once() -> None:
    taken = Taken()
    large = tuple(bytes([1 if at else 0]) * PIECE for at in range(20))
    camera = Camera(Face({"h": (large, (b"\x01",))}))
    camera.connect({"h": taken.sending("h")})
    camera.wanted = ("h",)
    counts = []
    for beat in range(2 * FRAME_BEATS):
        camera.beat(beat)
        counts.append(len(taken.take()))
    assert counts == [PIECES_A_BEAT, PIECES_A_BEAT, PIECES_A_BEAT, 3, 0, 0]


# -- the clock --------------------------------------------------------------------------------------------------------


class Counting:
    def __init__(self, stops_at: int = -1) -> None:
        self.numbers: list[int] = []
        self.stops_at = stops_at
        self.is_done = asyncio.Event()

    def beat(self, number: int) -> None:
        self.numbers.append(number)
        if number == self.stops_at:
            time.sleep(1.0)
        if len(self.numbers) == 12:
            self.is_done.set()


async def test_all_are_called_fifty_times_a_second() -> None:
    metronome, players = Metronome(), [Counting() for _ in range(6)]
    for player in players:
        metronome.add(player)
    began = time.monotonic()
    running = asyncio.create_task(metronome.run())
    await asyncio.gather(*(player.is_done.wait() for player in players))
    took_s = time.monotonic() - began
    running.cancel()
    assert all(later > number for player in players for number, later in pairwise(player.numbers))
    assert all(player.numbers[11] <= took_s / 0.02 + 1 for player in players)


async def test_what_was_not_sent_in_time_is_left_out() -> None:
    metronome, player = Metronome(), Counting(stops_at=3)
    metronome.add(player)
    running = asyncio.create_task(metronome.run())
    await player.is_done.wait()
    running.cancel()
    assert player.numbers[:4] == [0, 1, 2, 3]
    assert player.numbers[4] >= 3 + 50


async def test_who_left_is_called_no_more() -> None:
    metronome, stays, leaves = Metronome(), Counting(), Counting()
    metronome.add(stays)
    metronome.add(leaves)
    metronome.remove(leaves)
    running = asyncio.create_task(metronome.run())
    await stays.is_done.wait()
    running.cancel()
    assert leaves.numbers == []
