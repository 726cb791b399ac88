"""Connectivity checks of ICE (RFC 8445, RFC 8489): reading, answering and making them."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

from aioice import stun

COOKIE = b"\x21\x12\xa4\x42"


@dataclass(slots=True)
class Check:
    """A binding request, not yet known to be authentic."""

    fragment: str
    """The username fragment of whom it is for."""
    is_nominating: bool
    _message: stun.Message

    def is_by(self, password: str) -> bool:
        return self._message.check_message_integrity(password.encode())

    def answer(self, password: str, address: tuple[Any, ...]) -> bytes:
        response = stun.Message(stun.Method.BINDING, stun.Class.RESPONSE, self._message.transaction_id)
        response.attributes["XOR-MAPPED-ADDRESS"] = (address[0], address[1])
        response.add_message_integrity(password.encode())
        return bytes(response)


def parse(data: bytes) -> stun.Message | None:
    if data[4:8] != COOKIE:
        return None
    try:
        return stun.parse_message(data)
    except (ValueError, struct.error):
        # aioice unpacks attributes of fixed length without looking how long they are.
        return None


def read_check(data: bytes) -> Check | None:
    message = parse(data)
    if message is None or message.message_class != stun.Class.REQUEST or message.message_method != stun.Method.BINDING:
        return None
    fragment, colon, _ = message.attributes.get("USERNAME", "").partition(":")
    if not colon:
        return None
    return Check(fragment, "USE-CANDIDATE" in message.attributes, message)


def make_check(username: str, password: str, priority: int, tie_breaker: int, transaction: bytes) -> bytes:
    """By the controlling side, which nominates with every check. `username` is theirs, a colon, ours."""
    request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST, transaction)
    request.attributes["USERNAME"] = username
    request.attributes["PRIORITY"] = priority
    request.attributes["ICE-CONTROLLING"] = tie_breaker
    request.attributes["USE-CANDIDATE"] = None
    request.add_message_integrity(password.encode())
    return bytes(request)


def answered(data: bytes, password: str) -> bytes | None:
    """The transaction that an authentic, good response ends."""
    message = parse(data)
    if message is None or message.message_class != stun.Class.RESPONSE:
        return None
    return message.transaction_id if message.check_message_integrity(password.encode()) else None
