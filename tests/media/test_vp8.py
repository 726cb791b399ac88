from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.rtp import Header, parse
from media.vp8 import Descriptor, describe, is_narrow, widened
from tests.media import recorded
from tests.media.writing import key_frame, vp8

pictures = st.integers(0, 0x7FFF)


def described(payload: bytes, before: int = 0, after: int = 0) -> Descriptor:
    """Of a payload in the midst of a buffer that goes on before and after it."""
    descriptor = Descriptor()
    assert describe(b"\xff" * before + payload + b"\xff" * after, before, before + len(payload), descriptor)
    return descriptor


def is_refused(payload: bytes) -> bool:
    return not describe(payload + b"\xff" * 20, 0, len(payload), Descriptor())


@given(
    frame=st.binary(min_size=1).map(lambda rest: b"\x01" + rest),
    is_start=st.booleans(),
    partition=st.integers(0, 7),
    picture_id=st.none() | pictures,
    tl0=st.none() | st.integers(0, 255),
    tid=st.none() | st.integers(0, 3),
    is_sync=st.booleans(),
    key_index=st.none() | st.integers(0, 31),
    before=st.integers(0, 40),
)
def test_all_that_is_written_is_read(
    frame: bytes,
    is_start: bool,
    partition: int,
    picture_id: int | None,
    tl0: int | None,
    tid: int | None,
    is_sync: bool,
    key_index: int | None,
    before: int,
) -> None:
    payload = vp8(
        frame,
        is_start=is_start,
        partition=partition,
        picture_id=picture_id,
        tl0=tl0,
        tid=tid,
        is_sync=is_sync,
        key_index=key_index,
    )
    found = described(payload, before, after=8)
    assert payload[found.payload_at - before :] == frame
    assert (found.picture_id, found.tl0, found.tid) == (picture_id, tl0, tid or 0)
    assert found.is_sync == (is_sync and tid is not None)
    assert not found.is_key
    if picture_id is not None:
        at = found.picture_at - before
        assert int.from_bytes(payload[at : at + 2], "big") == picture_id | 0x8000
        assert not is_narrow(b"\xff" * before + payload, found)
    if tl0 is not None:
        assert payload[found.tl0_at - before] == tl0


@given(st.integers(0, 127))
def test_a_narrow_picture_id_is_told_from_a_wide_one(picture_id: int) -> None:
    payload = vp8(picture_id=picture_id, is_wide=False, tl0=9)
    found = described(payload)
    assert (found.picture_id, found.tl0) == (picture_id, 9)
    assert is_narrow(payload, found)


@given(st.integers(0, 0x3FFF), st.integers(0, 0x3FFF), st.integers(0, 3))
def test_a_key_frame_says_its_size(width: int, height: int, scale: int) -> None:
    found = described(vp8(key_frame(width, height, scale), picture_id=1))
    assert found.is_key
    assert (found.width, found.height) == (width, height)


@pytest.mark.parametrize(
    "payload",
    [
        vp8(b"\x11\0\0\x9d\x01\x2a\x40\1\xb4\0"),
        vp8(key_frame(320, 180), is_start=False),
        vp8(key_frame(320, 180), partition=1),
    ],
    ids=["a later frame", "the middle of a key frame", "its second partition"],
)
def test_only_the_first_packet_of_a_key_frame_is_one(payload: bytes) -> None:
    found = described(payload)
    assert not found.is_key
    assert found.width == found.height == 0


@given(st.data())
def test_a_payload_cut_within_its_descriptor_is_refused(data: st.DataObject) -> None:
    whole = vp8(b"", picture_id=data.draw(pictures), tl0=3, tid=1, key_index=2)
    assert is_refused(whole[: data.draw(st.integers(0, len(whole)))])


@pytest.mark.parametrize("broken", [key_frame(320, 180)[:9], b"\x10\0\0\x9d\x01\x2b" + bytes(8)])
def test_a_key_frame_without_its_header_is_refused(broken: bytes) -> None:
    assert is_refused(vp8(broken))


@given(pictures, st.integers(-63, 63))
def test_a_picture_id_of_seven_bits_is_read_as_the_nearest(near: int, steps: int) -> None:
    picture_id = (near + steps) & 0x7FFF
    assert widened(picture_id & 0x7F, near) == picture_id


def test_counting_in_seven_bits_goes_on_in_fifteen() -> None:
    near = 64
    for picture_id in range(100_000):
        near = widened(picture_id & 0x7F, near)
        assert near == picture_id & 0x7FFF


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_what_browsers_send_is_read(browser: str) -> None:
    widths = set()
    header = Header()
    for what, packet in recorded.packets(browser, "rtp"):
        if not what.startswith(str(recorded.VP8[browser])):
            continue
        assert parse(packet, len(packet), recorded.NAMES[browser], header)
        found = described(packet[header.start : header.end])
        assert found.picture_id is not None
        assert found.is_key == ("key" in what)
        if found.is_key:
            widths.add((found.width, found.height))
    assert widths >= {(320, 180), (640, 360)}
