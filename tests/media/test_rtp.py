from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.rtp import Header, distance, extend, newer, parse
from tests.media import recorded
from tests.media.writing import Extension, one_byte_form, rtp, two_byte_form

NAMES = {1: "level", 2: "absolute_time", 3: "transport_sequence", 4: "mid", 10: "rid", 11: "repaired_rid"}
sequences = st.integers(0, 0xFFFF)


def read(packet: bytes, names: dict[int, str] = NAMES) -> Header:
    header = Header()
    assert parse(packet, len(packet), names, header)
    return header


def is_refused(packet: bytes) -> bool:
    return not parse(packet, len(packet), NAMES, Header())


@pytest.mark.parametrize(("a", "b"), [(1, 0), (0, 65535), (3, 65533), (32767, 0), (0, 32769)])
def test_the_newer_of_two_sequences_is_known_across_the_wrap(a: int, b: int) -> None:
    assert newer(a, b)
    assert not newer(b, a)
    assert distance(a, b) == -distance(b, a) > 0


@given(sequences, st.integers(-0x7FFF, 0x7FFF))
def test_distance_counts_steps_either_way(sequence: int, steps: int) -> None:
    moved = (sequence + steps) & 0xFFFF
    assert distance(moved, sequence) == steps
    assert newer(moved, sequence) == (steps > 0)


def test_half_the_circle_away_is_neither_newer() -> None:
    assert not newer(0x8000, 0)
    assert not newer(0, 0x8000)


@given(st.integers(0, 1 << 40), st.integers(-0x7FFF, 0x7FFF))
def test_an_extended_sequence_survives_any_number_of_wraps(near: int, steps: int) -> None:
    assert extend((near + steps) & 0xFFFF, near) == near + steps


@given(
    payload=st.binary(max_size=40),
    payload_type=st.integers(0, 127),
    sequence=sequences,
    timestamp=st.integers(0, 0xFFFF_FFFF),
    ssrc=st.integers(0, 0xFFFF_FFFF),
    marker=st.booleans(),
    sources=st.lists(st.integers(0, 0xFFFF_FFFF), max_size=15),
    level=st.integers(0, 255),
    arrival=sequences,
    is_two_byte=st.booleans(),
    between=st.integers(0, 5),
    padding=st.integers(0, 255),
)
def test_all_that_is_written_is_read(
    payload: bytes,
    payload_type: int,
    sequence: int,
    timestamp: int,
    ssrc: int,
    marker: bool,
    sources: list[int],
    level: int,
    arrival: int,
    is_two_byte: bool,
    between: int,
    padding: int,
) -> None:
    extensions: list[Extension] = [
        (1, bytes((level,))),
        (2, b"\1\2\3"),
        (3, struct.pack("!H", arrival)),
        (4, b"7"),
        (7, b"unknown"),
        (10, b"q"),
        (11, b"half"),
    ]
    form = two_byte_form if is_two_byte else one_byte_form
    packet = rtp(
        payload,
        payload_type=payload_type,
        sequence=sequence,
        timestamp=timestamp,
        ssrc=ssrc,
        marker=marker,
        sources=sources,
        extension=form(extensions, between),
        padding=padding,
    )
    header = read(packet)
    assert packet[header.start : header.end] == payload
    assert (header.payload_type, header.sequence, header.timestamp, header.ssrc, header.marker) == (
        payload_type,
        sequence,
        timestamp,
        ssrc,
        0x80 if marker else 0,
    )
    assert (header.level, header.voice, header.transport_sequence) == (level & 0x7F, level > 0x7F, arrival)
    assert (header.mid, header.rid, header.repaired_rid) == ("7", "q", "half")


def test_what_lies_behind_the_packet_in_the_buffer_is_not_read() -> None:
    packet = rtp(b"short", extension=one_byte_form([(4, b"0")]))
    header = Header()
    assert parse(bytearray(packet + b"left from before"), len(packet), NAMES, header)
    assert packet[header.start : header.end] == b"short"
    assert not parse(bytearray(packet), 11, NAMES, header)


def test_a_header_filled_again_forgets_what_it_held() -> None:
    header = Header()
    full = rtp(extension=one_byte_form([(1, b"\x85"), (3, b"\0\1"), (4, b"0"), (10, b"q"), (11, b"q")]), marker=True)
    assert parse(full, len(full), NAMES, header)
    bare = rtp()
    assert parse(bare, len(bare), NAMES, header)
    assert (header.level, header.transport_sequence) == (None, None)
    assert (header.mid, header.rid, header.repaired_rid) == (None, None, None)
    assert not header.voice
    assert header.marker == 0


def test_extensions_nobody_agreed_upon_are_passed_over() -> None:
    header = read(rtp(b"x", extension=one_byte_form([(1, b"\x85"), (4, b"0")])), {4: "mid"})
    assert header.level is None
    assert header.mid == "0"


def test_extensions_of_another_form_are_passed_over() -> None:
    assert read(rtp(b"x", extension=struct.pack("!HHL", 0xABCD, 1, 0x10850000))).level is None


@pytest.mark.parametrize("ending", [0xF0, 0xF3, 0x02], ids=["id 15", "id 15 with a length", "id 0 with a length"])
def test_the_one_byte_form_ends_at_a_reserved_id(ending: int) -> None:
    block = bytes((0x10, 0x85, ending, 0x40, 0x30, 0, 0, 0))
    header = read(rtp(b"x", extension=struct.pack("!HH", 0xBEDE, 2) + block))
    assert header.level == 5
    assert header.mid is None


def test_values_too_short_to_mean_anything_are_passed_over() -> None:
    header = read(rtp(b"x", extension=one_byte_form([(3, b"\1")])))
    assert header.transport_sequence is None
    header = read(rtp(b"x", extension=two_byte_form([(3, b"\1"), (1, b""), (4, b"0")])))
    assert (header.transport_sequence, header.level) == (None, None)
    assert header.mid == "0"


def test_a_name_of_strange_bytes_is_nobody() -> None:
    assert read(rtp(b"x", extension=one_byte_form([(4, b"\xff\xfe")]))).mid == "\xff\xfe"


def test_a_packet_of_padding_alone_has_no_payload() -> None:
    header = read(rtp(b"", padding=200))
    assert header.start == header.end == 12


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        rtp()[:11],
        b"\x40" + rtp()[1:],
        rtp(sources=[1, 2], payload=b"")[:-1],
        rtp(payload=b"", extension=one_byte_form([(1, b"\1")]))[:-1],
        rtp(payload=b"", extension=one_byte_form([(1, b"\1")]))[:14],
        rtp(b"x", extension=struct.pack("!HHL", 0xBEDE, 1, 0x10850043)),
        rtp(b"x", extension=struct.pack("!HHL", 0x1000, 1, 0x01018502)),
        rtp(b"x", extension=struct.pack("!HHL", 0x1000, 1, 0x01038502)),
        rtp(b"ends with 0\0", padding=0).replace(b"\x80", b"\xa0", 1),
        rtp(b"x" * 20 + b"\x20").replace(b"\x80", b"\xa0", 1),
    ],
    ids=[
        "nothing",
        "a short header",
        "another version",
        "sources cut",
        "extensions cut",
        "extension length cut",
        "a one-byte element past the end",
        "a two-byte element without length",
        "a two-byte element past the end",
        "padding of nothing",
        "more padding than packet",
    ],
)
def test_malformed_packets_are_refused(packet: bytes) -> None:
    assert is_refused(packet)


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_what_browsers_send_is_read(browser: str) -> None:
    names = dict(recorded.NAMES[browser])
    for what, packet in recorded.packets(browser, "rtp"):
        header = read(packet, names)
        said = what.split()
        assert header.payload_type == int(said[0])
        assert header.transport_sequence is not None
        assert (header.mid is not None) == ("mid" in said)
        assert header.rid == next((each for each in said if each in "qhf"), None)
        assert (header.repaired_rid or "") == "".join(each[8:] for each in said if each.startswith("repairs-"))
        assert (header.start == header.end) == ("padding" in said)
        assert (header.level is not None) == (header.payload_type == recorded.OPUS[browser])
