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
UNSEEN = ("Cf", "Mn", "Me")
"""Kinds of characters that show nothing by themselves: format marks, and marks that combine with what precedes."""
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
LINE_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{DIRECTION}]+")


def normalized(value: Any) -> Any:
    """The same JSON value with every text in NFC.

    Raises Refused("invalid") for U+0000 and lone surrogates: PostgreSQL and UTF-8 cannot hold them.
    """
    match value:
        case str():
            if UNKEEPABLE.search(value):
                raise Refused("invalid", reason="text has characters that cannot be kept")
            return value if value.isascii() else unicodedata.normalize("NFC", value)
        case list():
            return [normalized(item) for item in value]
        case dict():
            return {normalized(key): normalized(item) for key, item in value.items()}
    return value


def one_line(text: str) -> str:
    """A name or a title: controls and runs of space become one space. Raises Refused("empty")."""
    if not shows(text):
        raise Refused("empty")
    return " ".join(LINE_CONTROLS.sub(" ", text).split())


def shows(text: str) -> bool:
    """Whether there is anything to see in it."""
    return any(c.isprintable() and not c.isspace() and unicodedata.category(c) not in UNSEEN for c in text)


def line_or_nothing(text: str) -> str:
    """One line, where it may be left out."""
    return one_line(text) if shows(text) else ""


def prose(text: str) -> str:
    """A text of several lines without control characters. Raises Refused("empty")."""
    if not shows(text):
        raise Refused("empty")
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def prose_or_nothing(text: str) -> str:
    """Prose, where it may be left out."""
    return prose(text) if shows(text) else ""
