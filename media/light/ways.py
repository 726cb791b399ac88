"""Sockets of a light client to the server, over UDP or TCP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from media.framing import Framed
from media.light.crowd import Crowd
from media.light.offer import Candidate
from media.secure import RECEIVED, Address

PER_WAKE = 1
"""Datagrams. Most sockets of a crowd hold one, and to find out that there is no second costs as much as reading it."""
BUFFER = 1024 * 1024
"""Bytes that may wait to be read: what is lost in a busy process of clients is no fault of the server's."""
Take = Callable[[int, float], None]
"""Told that a datagram of so many bytes is in RECEIVED, and when."""


@dataclass(slots=True)
class Way:
    sendto: Callable[[Any, Any], object]
    address: Address
    close: Callable[[], None]


async def open_way(crowd: Crowd, candidate: Candidate, take: Take) -> Way:
    """Raises ConnectionError."""
    family = socket.AF_INET6 if ":" in candidate.address else socket.AF_INET
    target = (candidate.address, candidate.port)
    if candidate.protocol == "tcp":
        return await _open_tcp(family, target, take)
    return _open_udp(crowd, family, target, take)


def _open_udp(crowd: Crowd, family: int, target: Address, take: Take) -> Way:
    opened = socket.socket(family, socket.SOCK_DGRAM)
    opened.setblocking(False)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
    opened.bind(("::" if family == socket.AF_INET6 else "0.0.0.0", 0))
    receive = opened.recv_into

    def drain(now: float) -> None:
        for _ in range(PER_WAKE):
            try:
                size = receive(RECEIVED)
            except OSError:
                return
            take(size, now)

    def close() -> None:
        crowd.unwatch(opened)
        opened.close()

    crowd.watch(opened, drain)
    return Way(opened.sendto, target, close)


async def _open_tcp(family: int, target: Address, take: Take) -> Way:
    loop = asyncio.get_running_loop()
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setblocking(False)
    try:
        # A number, no name: nothing is looked up, so no thread is started.
        await loop.sock_connect(opened, target)
    except OSError as problem:
        opened.close()
        raise ConnectionError(str(problem)) from problem
    except asyncio.CancelledError:
        opened.close()
        raise

    def arrived(datagrams: list[bytes]) -> None:
        now = monotonic()
        for data in datagrams:
            RECEIVED[: len(data)] = data
            take(len(data), now)

    framed = Framed(arrived)
    await loop.create_connection(lambda: framed, sock=opened)
    return Way(framed.sendto, (), framed.close)
