"""Colours as eyes see them, in OKLCH, and whether a text on a ground can be read (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

READABLE = 4.5
STEP = 0.005


@dataclass(frozen=True, slots=True)
class Oklch:
    """`hue` in degrees."""

    light: float
    chroma: float
    hue: float

    def hex(self) -> str:
        """The nearest that a screen shows: less chroma until it fits."""
        colour = self
        while not all(-0.0005 <= part <= 1.0005 for part in linear(colour)) and colour.chroma > 0:
            colour = replace(colour, chroma=max(0.0, colour.chroma - 0.002))
        parts = (round(255 * encoded(min(1.0, max(0.0, part)))) for part in linear(colour))
        return "#" + "".join(f"{part:02x}" for part in parts)

    def at(self, light: float) -> Oklch:
        return replace(self, light=min(1.0, max(0.0, light)))


def oklch(hex: str) -> Oklch:
    red, green, blue = (decoded(int(hex[place : place + 2], 16) / 255) for place in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def linear(colour: Oklch) -> tuple[float, float, float]:
    """Red, green and blue as light adds up; outside 0 to 1 no screen shows them."""
    a = colour.chroma * math.cos(math.radians(colour.hue))
    b = colour.chroma * math.sin(math.radians(colour.hue))
    long = (colour.light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def encoded(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(hex: str) -> float:
    red, green, blue = (decoded(int(hex[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def until_readable(colour: Oklch, on: str, by: float) -> str:
    """The nearest of the same hue, darker (`by` below 0) or lighter, that can be read on a ground, or has it on it."""
    while contrast(colour.hex(), on) < READABLE and 0 < colour.light < 1:
        colour = colour.at(colour.light + by)
    return colour.hex()


def apart(one: float, other: float) -> float:
    """Degrees between two hues."""
    return abs((one - other + 180) % 360 - 180)
