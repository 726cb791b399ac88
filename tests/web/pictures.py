"""Small pictures of every kind, as the server would draw them."""

from __future__ import annotations

import io

from PIL import Image

from web.redrawing import redraw

SEEN = Image.new("RGB", (8, 6), (31, 58, 138))


def picture(kind: str, seen: Image.Image = SEEN, **more: object) -> bytes:
    """As some program wrote it."""
    out = io.BytesIO()
    seen.save(out, kind, **more)
    return out.getvalue()


PNG = redraw(picture("PNG"), "PNG")
