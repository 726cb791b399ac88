"""What went wrong by our fault: a line in the log, and the code by which whoever met it can quote that line."""

from __future__ import annotations

import hashlib
import logging
import secrets
from contextvars import ContextVar
from typing import Any

from rooms.ids import CommandId

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The id of the HTTP request under way. A socket has none: what its person writes by name and under a pseudonym would
be joined by it."""


def about(**facts: Any) -> dict[str, Any]:
    """For the `extra` of a line: ids, types and numbers, never what anybody wrote or is called."""
    return {"about": facts}


def incident(log: logging.Logger, what: str, error: BaseException | None = None, /, **facts: Any) -> str:
    """The code of a fault that has just been caught, logged with what raised it."""
    code = secrets.token_hex(4)
    log.error(what, exc_info=error or True, extra=about(incident=code, **facts))
    return code


def mark(id: CommandId | None) -> str:
    """By which a command is known in the log. With its whole id, whoever has the database could try with whom it makes
    the key of the command's row, and find out who wrote what stands there without a name."""
    return hashlib.sha256(id.encode()).hexdigest()[:12] if id else ""
