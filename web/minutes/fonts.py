"""The fonts that minutes are set in: minutes look the same on every machine, and it is known what cannot be printed."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
ALWAYS = frozenset("\n\t")
INVISIBLE = frozenset(("Cf", "Zl", "Zp", "Cc"))


@cache
def covered() -> frozenset[str]:
    """Every character that one of the fonts has a shape for."""
    return frozenset(character for path in FOLDER.glob("*.ttf") for character in _characters(path.read_bytes()))


def printable(text: str) -> str:
    """The text with a sign in place of what no font has; PDF/UA lets nothing be shown without a shape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shape(character) for character in text)


def _shape(character: str) -> str:
    if character not in ALWAYS and unicodedata.category(character) == "Cc":
        # Some fonts have a shape even for U+0000, which PDF/UA does not let pass.
        return ""
    if character in covered() or character in ALWAYS:
        return character
    return "" if unicodedata.category(character) in INVISIBLE else UNPRINTABLE


def _characters(font: bytes) -> Iterator[str]:
    """From the Unicode tables of its `cmap` (OpenType 1.9, formats 4 and 12)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(tables))
    (cmap,) = (offset for tag, _, offset, _ in records if tag == b"cmap")
    for at in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * at)
        if platform in (0, 3):
            yield from _mapped(font, cmap + offset)


def _mapped(font: bytes, at: int) -> Iterator[str]:
    ranges: Iterable[tuple[int, int]]
    match struct.unpack_from(">H", font, at)[0]:
        case 4:
            count = struct.unpack_from(">H", font, at + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", font, at + 14)
            starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
            ranges = zip(starts, ends, strict=True)
        case 12:
            count = struct.unpack_from(">I", font, at + 12)[0]
            ranges = (
                (start, end) for start, end, _ in struct.iter_unpack(">III", font[at + 16 : at + 16 + 12 * count])
            )
        case _:
            return
    for start, end in ranges:
        # The last segment of format 4 is an empty one.
        yield from (chr(code) for code in range(start, end + 1) if code != 0xFFFF)
