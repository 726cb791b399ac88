"""Made-up names and sentences. They compress less well than what people write, so sizes are on the safe side."""

from __future__ import annotations

import random

LETTERS = "eeeeeeeeeeeeeeeaaaaaaaasssssssiiiiiiittttttnnnnnnnrrrrrruuuuuullllloooodddddccpppmmmvvqfgbhéèàjxyz"


def word(dice: random.Random) -> str:
    return "".join(dice.choices(LETTERS, k=dice.choice((2, 2, 3, 4, 5, 6, 7, 8, 9, 11))))


def sentence(dice: random.Random) -> str:
    """70 characters on average, as the proposals of a consultation are long."""
    return " ".join(word(dice) for _ in range(dice.randint(4, 20))).capitalize()


def name(dice: random.Random) -> str:
    return f"{word(dice)} {word(dice)}".title()
