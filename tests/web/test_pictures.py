"""A picture is what is seen of it: nothing else of its file is kept."""

from __future__ import annotations

import asyncio
import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageSequence

from rooms.permissions import Role
from rooms.refusal import Refused
from tests.web.pictures import PNG, SEEN, picture
from tests.web.site import Site, refusal
from web.pictures import KINDS, Pictures
from web.redrawing import redraw
from web.turns import Turns

TAIL = b"<script>canari</script>"
ORIENTATION, PLACE, MAKER = 0x0112, 0x8825, 0x010F


def exif() -> Image.Exif:
    found = Image.Exif()
    found[ORIENTATION], found[MAKER] = 6, "canari"
    found.get_ifd(PLACE)[1] = "canari"
    return found


@pytest.mark.parametrize(("media_type", "kind"), KINDS.items())
def test_what_stands_beside_a_picture_goes(media_type: str, kind: str) -> None:
    more: dict[str, Any] = {"comment": b"canari"} if kind in ("GIF", "JPEG") else {}
    body = picture(kind, exif=exif(), **more) + TAIL
    assert b"canari" in body
    drawn = redraw(body, kind)
    assert b"canari" not in drawn
    with Image.open(io.BytesIO(drawn)) as seen:
        assert seen.format == kind
        assert not seen.getexif()
        assert "exif" not in seen.info
        assert "comment" not in seen.info


def test_a_picture_stands_as_its_phone_held_it() -> None:
    with Image.open(io.BytesIO(redraw(picture("JPEG", exif=exif()), "JPEG"))) as seen:
        assert seen.size == (6, 8)


def test_of_a_photograph_with_another_behind_it_the_first_is_seen() -> None:
    body = picture("MPO", save_all=True, append_images=[Image.new("RGB", (4, 3))])
    with Image.open(io.BytesIO(redraw(body, "JPEG"))) as seen:
        assert (seen.format, seen.size) == ("JPEG", SEEN.size)


def test_what_moves_goes_on_moving() -> None:
    frames = [Image.new("RGB", (4, 4), (shade, 0, 0)) for shade in (0, 120, 240)]
    body = picture("GIF", frames[0], save_all=True, append_images=frames[1:], duration=200, loop=0)
    with Image.open(io.BytesIO(redraw(body, "GIF"))) as seen:
        assert (len(list(ImageSequence.Iterator(seen))), seen.info["duration"]) == (3, 200)


def bomb() -> bytes:
    """A picture of a few bytes that says it is forty thousand pixels wide and high."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    return PNG[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


async def test_what_no_picture_can_be_made_of_is_refused(site: Site) -> None:
    headers = await site.session(Role.ORGANIZER)
    for body in (PNG[:20], PNG[:8] + b"canari", bomb()):
        answer = await site.http.post("/api/files", files={"file": ("a.png", body)}, headers=headers)
        assert refusal(answer) == (422, "file_damaged")
    assert not site.house.settings.files.exists()


async def test_a_picture_is_drawn_by_a_process_of_its_own() -> None:
    pictures = Pictures(Turns.of(1))
    assert await pictures.clean(PNG, "image/png") == PNG
    assert await pictures.clean(b"%PDF-1.7", "application/pdf") == b"%PDF-1.7"
    with pytest.raises(Refused, match="file_damaged"):
        await pictures.clean(b"none", "image/png")


async def test_no_more_pictures_are_drawn_or_wait_than_there_is_room_for() -> None:
    turns = Turns.of(1, 2)
    pictures = Pictures(turns)
    asked = [asyncio.create_task(pictures.clean(PNG, "image/png")) for _ in range(5)]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert answers.count(PNG) == 3
    assert [answer.code for answer in answers if isinstance(answer, Refused)] == ["busy"] * 2
    assert await pictures.clean(PNG, "image/png") == PNG, "there is room again"
