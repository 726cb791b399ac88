"""An organization's colour on every page: what is derived from it, and whether all of that can be read."""

from __future__ import annotations

from dataclasses import dataclass

from web.colour import READABLE, STEP, Oklch, apart, contrast, oklch, until_readable

DEFAULT = "#0e5a47"
WHITE, INK = "#ffffff", "#15221c"
GROUND, NIGHT, NIGHT_INK = "#eef2ea", "#111a16", "#0b120f"
MARIGOLD, BRICK = "#f3b23c", "#a8321f"
NEAR = 25
"""Degrees of hue within which a brand would be taken for attention or danger: then buttons are ink."""
GREY = 0.04


@dataclass(frozen=True, slots=True)
class Palette:
    """Tier 1 of the tokens by day, and what changes at night."""

    day: dict[str, str]
    night: dict[str, str]

    @property
    def action(self) -> str:
        return self.day["action"]

    def pairs(self) -> list[tuple[str, str]]:
        """Every text and its ground."""
        day, night = self.day, self.night
        return [
            (day["brand-ink"], day["brand"]),
            (day["brand-ink"], day["brand-strong"]),
            (day["brand-ink-soft"], day["brand"]),
            (day["brand-ink-soft"], day["brand-strong"]),
            (day["brand-tint-ink"], day["brand-tint"]),
            (day["action-ink"], day["action"]),
            (day["link"], GROUND),
            (night["action-ink"], night["action"]),
            (night["link"], NIGHT),
            (night["brand-tint-ink"], night["brand-tint"]),
        ]

    @property
    def is_readable(self) -> bool:
        return all(contrast(text, ground) >= READABLE for text, ground in self.pairs())


def palette(hex: str) -> Palette:
    brand = oklch(hex)
    strong = brand.at(brand.light - 0.09)
    ink = max((WHITE, INK), key=lambda ink: contrast(ink, hex))
    tint = Oklch(0.93, brand.chroma / 3, brand.hue).hex()
    night_tint = Oklch(0.32, brand.chroma / 3, brand.hue).hex()
    action = until_readable(brand, WHITE, -STEP)
    is_meaning = brand.chroma > GREY and any(apart(brand.hue, oklch(other).hue) < NEAR for other in (MARIGOLD, BRICK))
    if is_meaning:
        action = INK
    pressed = oklch(action)
    by_night = WHITE if is_meaning else brand.at(0.80).hex()
    return Palette(
        day={
            "brand": hex,
            "brand-strong": strong.hex(),
            "brand-ink": ink,
            "brand-ink-soft": soft(brand, ink, hex, strong.hex()),
            "brand-tint": tint,
            "brand-tint-ink": until_readable(brand.at(min(brand.light, 0.4)), tint, -STEP),
            "action": action,
            "action-strong": pressed.at(pressed.light - 0.09).hex(),
            "action-ink": WHITE,
            "link": until_readable(oklch(action), GROUND, -STEP),
        },
        night={
            "brand-tint": night_tint,
            "brand-tint-ink": until_readable(brand.at(0.90), night_tint, STEP),
            "action": by_night,
            "action-strong": oklch(by_night).at(oklch(by_night).light - 0.14).hex(),
            "action-ink": NIGHT_INK,
            "link": until_readable(brand.at(0.84), NIGHT, STEP),
        },
    )


def soft(brand: Oklch, ink: str, *grounds: str) -> str:
    """A second voice on the brand: nearer to it than the ink, as long as it can be read."""
    light = 0.90 if ink == WHITE else 0.30
    second = Oklch(light, brand.chroma / 3, brand.hue).hex()
    return second if all(contrast(second, ground) >= READABLE for ground in grounds) else ink


def nearest(hex: str) -> str:
    """The nearest colour of the same hue, lighter or darker, on which everything can be read."""
    brand = oklch(hex)
    for step in range(int(1 / STEP) + 1):
        for light in (brand.light - step * STEP, brand.light + step * STEP):
            if 0 <= light <= 1 and palette(candidate := brand.at(light).hex()).is_readable:
                return candidate
    return DEFAULT


def style_sheet(hex: str) -> str:
    """The tokens it changes; nothing where the colour is the house's own, whose tokens were chosen by hand."""
    if hex == DEFAULT:
        return ""
    found = palette(hex)
    day, night = lines(found.day), lines(found.night)
    return f":root {{\n{day}}}\n@media (prefers-color-scheme: dark) {{\n:root {{\n{night}}}\n}}\n"


def lines(tokens: dict[str, str]) -> str:
    return "".join(f"  --{name}: {value};\n" for name, value in tokens.items())
