"""Datagrams over a TCP connection (RFC 6544), each behind its length in two bytes (RFC 4571)."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from typing import Any, cast

from media.secure import DATAGRAM_MOST

WAITING_MOST = 96 * 1024
"""Bytes of ours that a slow connection may hold back. What comes after is dropped: late media is of no use."""
UNSENT_MOST = 32 * 1024
_LENGTH = struct.Struct("!H")


class Frames:
    """Cuts a stream into datagrams."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """Raises ValueError for a datagram longer than any of ours or theirs may be."""
        rest = self._rest
        rest += data
        datagrams = []
        at = 0
        while len(rest) - at >= 2:
            (length,) = _LENGTH.unpack_from(rest, at)
            if length > DATAGRAM_MOST:
                raise ValueError(f"a datagram of {length} bytes")
            if len(rest) - at - 2 < length:
                break
            datagrams.append(bytes(rest[at + 2 : at + 2 + length]))
            at += 2 + length
        del rest[:at]
        return datagrams


class Framed(asyncio.Protocol):
    """One connection. `arrived` is called with the datagrams that came together."""

    def __init__(self, arrived: Callable[[list[bytes]], None]) -> None:
        self._frames = Frames()
        self._stream: asyncio.Transport | None = None
        self.address: tuple[Any, ...] = ()
        self._arrived = arrived

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Not asserted: uvloop's transports are such by their methods only.
        self._stream = cast(asyncio.Transport, transport)
        self.address = transport.get_extra_info("peername") or ()
        # Else the kernel would hold megabytes for a slow reader, and pictures would come minutes late.
        if hasattr(socket, "TCP_NOTSENT_LOWAT"):
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_MOST)

    def data_received(self, data: bytes) -> None:
        try:
            datagrams = self._frames.feed(data)
        except ValueError:
            self.close()
            return
        self._arrived(datagrams)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stream = None

    def sendto(self, data: bytes | memoryview, _: object = None) -> None:
        """As of a socket. Raises OSError when it cannot now."""
        stream = self._stream
        if stream is None or stream.get_write_buffer_size() > WAITING_MOST:
            raise BlockingIOError
        stream.write(_LENGTH.pack(len(data)) + data)

    def close(self) -> None:
        if self._stream is not None:
            self._stream.abort()
