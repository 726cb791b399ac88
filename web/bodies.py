"""What browsers send: from where, and JSON of bounded size, decoded into a closed type before anything looks at it."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from starlette.requests import Request

from rooms.refusal import Refused
from rooms.text import normalized

BODY_MAX = 64 * 1024
T = TypeVar("T")


def address_of(request: Request) -> str:
    """As the proxies we trust have it."""
    return request.client.host if request.client else ""


async def decoded(request: Request, kind: type[T]) -> T:
    """Raises Refused: "too_large", "invalid"."""
    body = await received(request, BODY_MAX)
    try:
        return msgspec.convert(normalized(msgspec.json.decode(body)), kind)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise Refused("invalid", reason=str(error)) from error


async def received(request: Request, most: int) -> bytes:
    """Raises Refused("too_large")."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise Refused("too_large", most=most)
    return bytes(body)
