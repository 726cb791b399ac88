"""What browsers ask, before any rule looks at it: not too often, not too much, of a known form."""

from __future__ import annotations

import time
from typing import Any, TypeVar

import msgspec

from realtime.connection import Budget
from rooms.ids import CommandId
from rooms.refusal import Refused

ID_MIN, ID_MAX = 16, 64
T = TypeVar("T")


def take(budget: Budget) -> None:
    """Raises Refused("too_fast", retry_ms=…)."""
    if not budget.take(time.monotonic()):
        raise Refused("too_fast", retry_ms=budget.wait_ms())


def convert(message: Any, kind: type[T]) -> T:
    """Raises Refused("invalid", reason=…)."""
    try:
        return msgspec.convert(message, kind)
    except msgspec.ValidationError as error:
        raise Refused("invalid", reason=str(error)) from error


def size_of(message: dict[str, Any]) -> int:
    """In bytes of JSON. Raises Refused("invalid") for what JSON in UTF-8 cannot hold."""
    try:
        return len(msgspec.json.encode(message))
    except (UnicodeEncodeError, RecursionError) as error:
        raise Refused("invalid", reason=str(error)) from error


def command_id(message: dict[str, Any]) -> CommandId:
    id = message.get("id")
    if not isinstance(id, str) or not ID_MIN <= len(id) <= ID_MAX or not id.isascii():
        raise Refused("invalid", reason=f"id: {ID_MIN} to {ID_MAX} ASCII characters, random")
    return CommandId(id)
