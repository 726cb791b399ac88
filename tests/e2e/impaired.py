"""A bad network between browsers and a media worker: it loses, delays, narrows and cuts, by UDP and TCP, without root.

Browsers are told of the relay instead of the worker, by `WorkerArguments.announced`. What is lost depends on a seed.
"""

from __future__ import annotations

import asyncio
import random
import socket
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic, time

from tests.e2e.network import Network

DATAGRAM_MAX = 65_536
PER_WAKE = 64
BUFFER = 1024 * 1024
HEADERS = 28
"""Bytes of IP and UDP around each datagram, which a narrow line carries too."""
Address = tuple[str, int]
Deliver = Callable[[bytes], None]


@dataclass(slots=True)
class Conditions:
    """Of one direction, for each browser by itself. `queue_s`: what waits before a narrow line; more is dropped."""

    loss: float = 0.0
    rate_bps: int = 0
    queue_s: float = 0.3
    delay_s: float = 0.0
    carried: int = 0
    lost: int = 0
    dropped: int = 0
    """For want of room in the queue."""
    dropped_at: float = 0.0

    def clear(self) -> None:
        self.loss, self.rate_bps, self.delay_s = 0.0, 0, 0.0


class Lane:
    """One direction of one browser's way. Nothing overtakes."""

    def __init__(self, conditions: Conditions, dice: random.Random, deliver: Deliver) -> None:
        self._conditions = conditions
        self._dice = dice
        self._deliver = deliver
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._free_at = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def carry(self, data: bytes) -> None:
        conditions, now = self._conditions, monotonic()
        if conditions.loss and self._dice.random() < conditions.loss:
            conditions.lost += 1
            return
        self._free_at = max(self._free_at, now)
        if conditions.rate_bps:
            if self._free_at - now > conditions.queue_s:
                conditions.dropped += 1
                conditions.dropped_at = time()
                return
            self._free_at += (len(data) + HEADERS) * 8 / conditions.rate_bps
        conditions.carried += 1
        due = self._free_at + conditions.delay_s
        if due <= now and not self._waiting:
            self._deliver(data)
            return
        self._waiting.append((due, data))
        if self._timer is None:
            self._wait()

    def _wait(self) -> None:
        delay = max(0.0, self._waiting[0][0] - monotonic())
        self._timer = asyncio.get_running_loop().call_later(delay, self._due)

    def _due(self) -> None:
        self._timer = None
        now = monotonic()
        while self._waiting and self._waiting[0][0] <= now:
            self._deliver(self._waiting.popleft()[1])
        if self._waiting:
            self._wait()

    def close(self) -> None:
        self._waiting.clear()
        if self._timer is not None:
            self._timer.cancel()


class Browser:
    """One address of a browser. The worker sees it come from a port of the relay."""

    def __init__(self, relay: Relay, address: Address) -> None:
        self._relay = relay
        self._address = address
        self.up = Lane(relay.up, relay.dice, self._to_worker)
        self.down = Lane(relay.down, relay.dice, self._to_browser)
        self._far = self._opened()

    def move(self) -> None:
        self._shut()
        self._far = self._opened()

    def close(self) -> None:
        self.up.close()
        self.down.close()
        self._shut()

    def _opened(self) -> socket.socket:
        far = bound(self._relay.address, 0)
        asyncio.get_running_loop().add_reader(far, self._read, far)
        return far

    def _shut(self) -> None:
        asyncio.get_running_loop().remove_reader(self._far)
        self._far.close()

    def _read(self, far: socket.socket) -> None:
        for data, _ in arrived(far):
            if not self._relay.loses_udp:
                self.down.carry(data)

    def _to_worker(self, data: bytes) -> None:
        with suppress(OSError):
            self._far.sendto(data, (self._relay.address, self._relay.worker_port))

    def _to_browser(self, data: bytes) -> None:
        self._relay.send(data, self._address)


@dataclass
class Relay:
    """`up` is from browsers to the worker, `down` the way back. `loses_udp`: it lets nothing through but TCP."""

    address: str
    seed: int = 1
    worker_port: int = 0
    port: int = 0
    up: Conditions = field(default_factory=Conditions)
    down: Conditions = field(default_factory=Conditions)
    loses_udp: bool = False
    _browsers: dict[Address, Browser] = field(default_factory=dict)

    @property
    def announced(self) -> str:
        return f"{self.address}:{self.port}"

    async def start(self) -> None:
        """On one port of both protocols."""
        self.dice = random.Random(self.seed)
        self._near = bound(self.address, self.port)
        self.port = self._near.getsockname()[1]
        self._tcp = Network(self.address, 0, self.address, self.port)
        await self._tcp.mend()
        asyncio.get_running_loop().add_reader(self._near, self._read)

    def lead_to(self, port: int) -> None:
        """From now on people come through to the worker."""
        self.worker_port = self._tcp.port = port

    async def close(self) -> None:
        await self._tcp.cut()
        asyncio.get_running_loop().remove_reader(self._near)
        for browser in self._browsers.values():
            browser.close()
        self._near.close()

    async def cut(self) -> None:
        """Nothing passes any more."""
        self.loses_udp = True
        await self._tcp.cut()

    async def mend(self) -> None:
        self.loses_udp = False
        await self._tcp.mend()

    def move(self) -> None:
        """To the worker everybody comes from somewhere else at once, as after a change of network."""
        for browser in self._browsers.values():
            browser.move()

    def send(self, data: bytes, address: Address) -> None:
        with suppress(OSError):
            self._near.sendto(data, address)

    def _read(self) -> None:
        for data, address in arrived(self._near):
            if self.loses_udp:
                continue
            if address not in self._browsers:
                self._browsers[address] = Browser(self, address)
            self._browsers[address].up.carry(data)


def bound(address: str, port: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM)
    opened.setblocking(False)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
    opened.bind((address, port))
    return opened


def arrived(opened: socket.socket) -> list[tuple[bytes, Address]]:
    """What a socket holds now, a part of it if that is much."""
    found: list[tuple[bytes, Address]] = []
    with suppress(OSError):
        while len(found) < PER_WAKE:
            found.append(opened.recvfrom(DATAGRAM_MAX))
    return found


@asynccontextmanager
async def relay(address: str, seed: int = 1) -> AsyncIterator[Relay]:
    opened = Relay(address, seed)
    await opened.start()
    try:
        yield opened
    finally:
        await opened.close()
