"""The log: a line for each event, in logfmt or JSON, in which nobody is named and nothing is quoted."""

from __future__ import annotations

import logging
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from traceback import extract_tb
from typing import Any

import msgspec
import psycopg

from realtime.incidents import REQUEST

OURS = ("facilitation", "media", "persistence", "realtime", "rooms", "web")
FRAMES = 6
LINE_MAX = 200
"""Of what a library says."""


class Form(StrEnum):
    LOGFMT = "logfmt"
    JSON = "json"


def log_to_stderr(form: Form = Form.LOGFMT, level: str = "info") -> None:
    """Ours from `level` on; of libraries warnings and worse, for at lower levels some of them quote whole messages."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(form))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())
    # It names each client's address.
    logging.getLogger("uvicorn.access").disabled = True


class Lines(logging.Formatter):
    def __init__(self, form: Form) -> None:
        super().__init__()
        self._write: Callable[[dict[str, Any]], str] = logfmt if form is Form.LOGFMT else json

    def format(self, record: logging.LogRecord) -> str:
        facts: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": words(record),
            "request": REQUEST.get(),
            **getattr(record, "about", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            facts |= {"error": " < ".join(map(said, causes(record.exc_info[1]))), "where": where(record.exc_info[1])}
        return self._write({name: value for name, value in facts.items() if value not in ("", None)})


def words(record: logging.LogRecord) -> str:
    """Of a library's, the first line only: asyncio's next ones quote what an exception says."""
    message = record.getMessage()
    return message if record.name.partition(".")[0] in OURS else message.partition("\n")[0][:LINE_MAX]


def causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def said(error: BaseException) -> str:
    """Its kind. What it says only where that is about a machine: other exceptions quote what somebody typed."""
    kind = type(error).__name__
    match error:
        case OSError():
            return f"{kind} ({error.strerror or error.errno})"
        case sqlite3.OperationalError() | psycopg.OperationalError():
            return f"{kind} ({str(error).partition(chr(10))[0]})"
    return kind


def where(error: BaseException) -> str:
    frames = extract_tb(error.__traceback__)[-FRAMES:]
    return " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames))


def json(facts: dict[str, Any]) -> str:
    return msgspec.json.encode(facts, enc_hook=str).decode()


def logfmt(facts: dict[str, Any]) -> str:
    return " ".join(f"{name}={value_of(value)}" for name, value in facts.items())


def value_of(value: Any) -> str:
    """In quotes where it would not be read back as one word; a new line in it begins no line of the log."""
    text = str(value)
    bare = text.isascii() and text.isprintable() and not set(text) & set(' "=\\')
    return text if bare else msgspec.json.encode(text).decode()
