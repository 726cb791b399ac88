"""What the light clients of a process share: one reader of all their sockets, one clock, one certificate."""

from __future__ import annotations

import asyncio
import select
import socket
from collections.abc import Callable
from time import monotonic
from typing import Protocol, Self

from media.certificate import Certificates

TICK_S = 0.1
PER_WAKE = 256
Drain = Callable[[float], None]


class Ticked(Protocol):
    def tick(self, now: float) -> None: ...

    def close(self) -> None: ...


class Crowd:
    """Use it as a context. A socket's `drain` is called with the time as long as there is something to read.

    An event loop takes several microseconds to call the reader of one socket. Here it watches one epoll for all of
    them, where the system has that.
    """

    def __init__(self) -> None:
        self.certificates = Certificates()
        self._loop = asyncio.get_running_loop()
        self._drains: dict[int, Drain] = {}
        self._ticked: dict[Ticked, None] = {}
        self._epoll = select.epoll() if hasattr(select, "epoll") else None
        self._timer: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> Self:
        if self._epoll is not None:
            self._loop.add_reader(self._epoll.fileno(), self._read)
        self._tick()
        return self

    async def __aexit__(self, *_: object) -> None:
        for client in list(self._ticked):
            client.close()
        if self._timer is not None:
            self._timer.cancel()
        if self._epoll is not None:
            self._loop.remove_reader(self._epoll.fileno())
            self._epoll.close()

    def watch(self, watched: socket.socket, drain: Drain) -> None:
        if self._epoll is None:
            self._loop.add_reader(watched, lambda: drain(monotonic()))
            return
        self._drains[watched.fileno()] = drain
        self._epoll.register(watched.fileno(), select.EPOLLIN)

    def unwatch(self, watched: socket.socket) -> None:
        if self._epoll is None:
            self._loop.remove_reader(watched)
            return
        if self._drains.pop(watched.fileno(), None) is not None:
            self._epoll.unregister(watched.fileno())

    def add(self, client: Ticked) -> None:
        self._ticked[client] = None

    def remove(self, client: Ticked) -> None:
        self._ticked.pop(client, None)

    def _read(self) -> None:
        assert self._epoll is not None
        read = 0
        while read < PER_WAKE and (ready := self._epoll.poll(0, PER_WAKE)):
            read += len(ready)
            now = monotonic()
            for number, _ in ready:
                drain = self._drains.get(number)
                if drain is not None:
                    drain(now)

    def _tick(self) -> None:
        now = monotonic()
        for client in list(self._ticked):
            client.tick(now)
        self._timer = self._loop.call_later(TICK_S, self._tick)
