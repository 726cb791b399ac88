from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.packet import EXTENSION_ID_AT, EXTENSION_SIZE, Kind, Packet, extension_byte, packet_of
from media.rtp import Header, parse
from tests.media import recorded
from tests.media.writing import key_frame, one_byte_form, rtp, vp8

NAMES = {2: "absolute_time", 4: "mid", 10: "rid"}


def packet(kind: Kind, written: bytes, now: float = 100.0, near: int = 64) -> Packet | None:
    header = Header()
    assert parse(written, len(written), NAMES, header)
    return packet_of(header, bytearray(written), kind, now, near)


def taken(kind: Kind, written: bytes, now: float = 100.0, near: int = 64) -> Packet:
    found = packet(kind, written, now, near)
    assert found
    return found


def test_of_audio_the_payload_alone_is_kept() -> None:
    found = taken("audio", rtp(b"opus", sequence=7, timestamp=8, marker=True, extension=one_byte_form([(4, b"0")])))
    assert found.body == b"opus"
    assert (found.sequence, found.timestamp, found.marker, found.at) == (7, 8, 0x80, 100.0)
    assert (found.is_key, found.picture_id, found.tl0) == (False, None, None)


def test_of_video_one_extension_of_ours_stands_before_the_payload() -> None:
    payload = vp8(picture_id=300, tl0=7, tid=2)
    found = taken("video", rtp(payload, extension=one_byte_form([(4, b"0"), (10, b"q")]), padding=9), now=1.5)
    body = bytearray(found.body)
    body[EXTENSION_ID_AT] = extension_byte(5)
    header = Header()
    written = b"\x90" + rtp(b"")[1:] + body
    assert parse(written, len(written), {5: "mid"}, header)
    assert written[header.start :] == payload
    assert header.mid
    assert int.from_bytes(header.mid.encode("latin-1"), "big") == int(1.5 * (1 << 18))


@given(st.floats(0, 1e9))
def test_the_send_time_wraps_every_64_seconds(now: float) -> None:
    found = taken("video", rtp(vp8()), now=now)
    assert int.from_bytes(found.body[5:8], "big") == int(now * (1 << 18)) % (1 << 24)


@given(
    picture_id=st.none() | st.integers(0, 0x7FFF),
    is_wide=st.booleans(),
    near=st.integers(0, 0x7FFF),
    tl0=st.none() | st.integers(0, 255),
    tid=st.none() | st.integers(0, 3),
)
def test_what_a_slot_rewrites_stands_where_it_is_said_to(
    picture_id: int | None, is_wide: bool, near: int, tl0: int | None, tid: int | None
) -> None:
    if picture_id is not None and not is_wide:
        picture_id &= 0x7F
    found = taken("video", rtp(vp8(b"\x01frame", picture_id=picture_id, is_wide=is_wide, tl0=tl0, tid=tid)), near=near)
    body = found.body
    if picture_id is None:
        assert found.picture_id is None
    else:
        assert found.picture_id is not None
        assert found.picture_id & (0x7FFF if is_wide else 0x7F) == picture_id
        assert int.from_bytes(body[found.picture_at : found.picture_at + 2], "big") == found.picture_id | 0x8000
    if tl0 is not None:
        assert body[found.tl0_at] == found.tl0 == tl0
    assert found.tid == (tid or 0)
    rest = vp8(b"\x01frame", picture_id=found.picture_id, tl0=tl0, tid=tid)
    assert body[EXTENSION_SIZE:] == rest


def test_a_key_frame_says_so_with_its_size() -> None:
    found = taken("video", rtp(vp8(key_frame(640, 360), picture_id=5, is_wide=False)))
    assert found.is_key
    assert (found.width, found.height, found.picture_id) == (640, 360, 5)


@pytest.mark.parametrize(
    ("kind", "written"),
    [("audio", rtp(b"", padding=4)), ("video", rtp(b"", padding=4)), ("video", rtp(b"\x90\x80\x81"))],
    ids=["silence of padding", "video of padding", "a descriptor cut"],
)
def test_without_payload_there_is_no_packet(kind: Kind, written: bytes) -> None:
    assert packet(kind, written) is None


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_what_browsers_send_is_taken(browser: str) -> None:
    kinds: dict[int, Kind] = {recorded.OPUS[browser]: "audio", recorded.VP8[browser]: "video"}
    taken_kinds = set()
    header = Header()
    for what, written in recorded.packets(browser, "rtp"):
        assert parse(written, len(written), recorded.NAMES[browser], header)
        if (kind := kinds.get(header.payload_type)) is None:
            continue
        found = packet_of(header, written, kind, 1.0)
        assert found
        assert found.body.endswith(written[header.start + 4 : header.end])
        assert found.is_key == ("key" in what)
        taken_kinds.add(kind)
    assert taken_kinds == {"audio", "video"}
