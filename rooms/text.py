"""What people write, made safe to keep: one Unicode form, no control characters, lengths in characters."""

import re
import unicodedata
from typing import Annotated, Any

from msgspec import Meta

from rooms.refusal import Refused

NAME_MAX = 80
LINE_MAX = 200
NOTE_MAX = 500
MESSAGE_MAX = 2_000
BODY_MAX = 20_000

Name = Annotated[str, Meta(max_length=NAME_MAX)]
Line = Annotated[str, Meta(max_length=LINE_MAX)]
NoteText = Annotated[str, Meta(max_length=NOTE_MAX)]
MessageText = Annotated[str, Meta(max_length=MESSAGE_MAX)]
Body = Annotated[str, Meta(max_length=BODY_MAX)]

# Marks that turn the direction of what follows: in a name they could disguise the sentence around it.
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{DIRECTION}]")
LINE_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{DIRECTION}]+")


def normalized(value: Any) -> Any:
    """The same JSON value with every text in NFC.

    Raises Refused("invalid") for U+0000 and lone surrogates: PostgreSQL and UTF-8 cannot hold them.
    """
    match value:
        case str():
            if "\x00" in value or any("\ud800" <= c <= "\udfff" for c in value):
                raise Refused("invalid", reason="text has characters that cannot be kept")
            return value if value.isascii() else unicodedata.normalize("NFC", value)
        case list():
            return [normalized(item) for item in value]
        case dict():
            return {normalized(key): normalized(item) for key, item in value.items()}
    return value


def one_line(text: str) -> str:
    """A name or a title: controls and runs of space become one space. Raises Refused("empty")."""
    line = " ".join(LINE_CONTROLS.sub(" ", text).split())
    if not any(c.isprintable() and not c.isspace() and unicodedata.category(c) not in ("Cf", "Mn", "Me") for c in line):
        raise Refused("empty")
    return line


def prose(text: str) -> str:
    """A text of several lines without control characters. Raises Refused("empty")."""
    kept = CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not kept:
        raise Refused("empty")
    return kept
