"""Connectivity checks of ICE (RFC 8445 section 7): STUN (RFC 8489) as far as they need it, read, answered and made."""

from __future__ import annotations

import hmac
import socket
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zlib import crc32

REQUEST, RESPONSE = 0x0001, 0x0101
_USERNAME, _INTEGRITY, _MAPPED, _PRIORITY, _USE_CANDIDATE = 0x0006, 0x0008, 0x0020, 0x0024, 0x0025
_CONTROLLING = 0x802A
_COOKIE = b"\x21\x12\xa4\x42"
_COOKIE_TOP = 0x2112
_FINGERPRINT_XOR = 0x5354554E
_FINGERPRINT_HEAD = b"\x80\x28\x00\x04"
_head = struct.Struct("!HH4s12s")
_attribute = struct.Struct("!HH")
_number = struct.Struct("!L")


@dataclass(slots=True)
class Message:
    """One that is whole, but not yet known to be authentic."""

    kind: int
    transaction: bytes
    username: str
    is_nominating: bool
    _signed: bytes
    _signature: bytes

    @property
    def fragment(self) -> str:
        """The username fragment of whom it is for (RFC 8445 section 7.2.2)."""
        return self.username.partition(":")[0]

    def is_by(self, password: str) -> bool:
        return hmac.compare_digest(self._signature, _signature(self._signed, password))


def read(data: bytes) -> Message | None:
    """None for what is not a signed message with a right fingerprint: a check must have both."""
    size = len(data)
    if size < 28 or size & 3 or data[4:8] != _COOKIE or data[-8:-4] != _FINGERPRINT_HEAD:
        return None
    kind, length, _, transaction = _head.unpack_from(data)
    if length + 20 != size or crc32(data[:-8]) ^ _FINGERPRINT_XOR != _number.unpack_from(data, size - 4)[0]:
        return None
    username = b""
    is_nominating = False
    at = 20
    while at < size - 8:
        name, length = _attribute.unpack_from(data, at)
        start = at + 4
        if start + length > size - 8:
            return None
        if name == _INTEGRITY:
            # What follows is not signed, and means nothing.
            if length != 20:
                return None
            signature = data[start : start + 20]
            return Message(kind, transaction, username.decode(errors="replace"), is_nominating, data[:at], signature)
        if name == _USERNAME:
            username = data[start : start + length]
        elif name == _USE_CANDIDATE:
            is_nominating = True
        at = start + (length + 3 & ~3)
    return None


def answer(check: Message, password: str, address: tuple[Any, ...]) -> bytes:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    mask = _COOKIE + check.transaction
    host = bytes(each ^ hidden for each, hidden in zip(socket.inet_pton(family, address[0]), mask, strict=False))
    mapped = struct.pack("!HH", 2 if family == socket.AF_INET6 else 1, address[1] ^ _COOKIE_TOP) + host
    return _written(RESPONSE, check.transaction, password, [(_MAPPED, mapped)])


def make_check(username: str, password: str, priority: int, tie_breaker: int, transaction: bytes) -> bytes:
    """By the controlling side, which nominates with every check. `username` is theirs, a colon, ours."""
    attributes = [
        (_USERNAME, username.encode()),
        (_PRIORITY, _number.pack(priority)),
        (_CONTROLLING, struct.pack("!Q", tie_breaker)),
        (_USE_CANDIDATE, b""),
    ]
    return _written(REQUEST, transaction, password, attributes)


def _written(kind: int, transaction: bytes, password: str, attributes: Iterable[tuple[int, bytes]]) -> bytes:
    body = b"".join(_attribute.pack(name, len(value)) + value + bytes(-len(value) % 4) for name, value in attributes)
    message = _head.pack(kind, len(body) + 32, _COOKIE, transaction) + body
    message += _attribute.pack(_INTEGRITY, 20) + _signature(message, password)
    return message + _FINGERPRINT_HEAD + _number.pack(crc32(message) ^ _FINGERPRINT_XOR)


def _signature(before: bytes, password: str) -> bytes:
    """Of what comes before it, as if the message ended after it (RFC 8489 section 14.5)."""
    length = _attribute.pack(0, len(before) + 4)[2:]
    return hmac.digest(password.encode(), before[:2] + length + before[4:], "sha1")
