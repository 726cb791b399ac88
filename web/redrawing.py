"""Draws one picture anew, from standard input to standard output: `python -m web.redrawing JPEG`.

Only what is seen is kept: no EXIF, no place, no comment, no preview, nothing behind the end of the picture.
"""

from __future__ import annotations

import io
import resource
import sys
from typing import Any

from PIL import Image, ImageOps, ImageSequence

PIXELS_MAX = 50_000_000
MEMORY_MAX = 1536 * 1024 * 1024
"""A picture of a few bytes can ask for all the memory there is."""


def redraw(body: bytes, kind: str) -> bytes:
    """Raises whatever Pillow raises for what it cannot read."""
    Image.MAX_IMAGE_PIXELS = PIXELS_MAX // 2
    with Image.open(io.BytesIO(body), formats=[kind]) as picture:
        out = io.BytesIO()
        # Of a photograph with another behind it (its depth, say), the first is the one.
        if kind != "JPEG" and getattr(picture, "is_animated", False):
            save_moving(picture, out, kind)
        else:
            # A phone says in EXIF which side is up.
            upright = ImageOps.exif_transpose(picture)
            upright.info = dict(colours(picture))
            upright.save(out, kind, **(as_sharp(kind) | colours(picture)))
        return out.getvalue()


def save_moving(picture: Image.Image, out: io.BytesIO, kind: str) -> None:
    frames, durations = [], []
    for frame in ImageSequence.Iterator(picture):
        durations.append(frame.info.get("duration", 100))
        copy = frame.convert("RGBA")
        copy.info = {}
        frames.append(copy)
    frames[0].save(
        out, kind, save_all=True, append_images=frames[1:], duration=durations, loop=picture.info.get("loop", 0)
    )


def as_sharp(kind: str) -> dict[str, Any]:
    return {"quality": 92} if kind in ("JPEG", "WEBP") else {}


def colours(picture: Image.Image) -> dict[Any, Any]:
    """What its numbers mean, and which of them is transparent."""
    return {name: picture.info[name] for name in ("icc_profile", "transparency") if picture.info.get(name) is not None}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    sys.stdout.buffer.write(redraw(sys.stdin.buffer.read(), sys.argv[1]))


if __name__ == "__main__":
    main()
