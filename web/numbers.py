"""Numbers in addresses: no larger than any that the database could hold."""

from __future__ import annotations

from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import Request

from rooms.refusal import Refused

DIGITS = 9
LARGEST = 10**DIGITS - 1


class Number(IntegerConvertor):
    regex = f"[0-9]{{1,{DIGITS}}}"


def bound_numbers() -> None:
    """From now on, where `:int` stands in an address: with a larger one it names nothing."""
    register_url_convertor("int", Number())


def number_in(request: Request, name: str) -> int | None:
    """What may stand behind an address. Raises Refused("invalid")."""
    text = request.query_params.get(name, "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > DIGITS:
        raise Refused("invalid", reason=f"{name} is no number")
    return int(text)
