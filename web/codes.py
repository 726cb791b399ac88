"""Short codes as people say and type them: six characters in two groups, K7Q 42M."""

from __future__ import annotations

import re

from persistence.links import CODE_LENGTH, plain_code
from rooms.chance import ALPHABET

SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015]+")


def read_code(typed: str) -> str | None:
    """The code meant: spaces, dashes, small letters, O for 0, I and L for 1 are forgiven. None when it is none."""
    code = plain_code(SEPARATORS.sub("", typed))
    return code if len(code) == CODE_LENGTH and all(character in ALPHABET for character in code) else None


def spoken(code: str) -> str:
    return f"{code[:3]} {code[3:]}"
