"""All connections over one port: a UDP socket and a TCP listener for each address, and whose each datagram is."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import re
import socket
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from media import stun
from media.framing import Framed
from media.secure import DATAGRAM_MOST, RECEIVED, RECEIVED_VIEWS, Address
from media.sockets import bind

if TYPE_CHECKING:
    from media.transport import Endpoint, Transport

PER_WAKE = 128
"""Datagrams read before everything else has its turn."""
BACKLOG = 512
UNKNOWN_MOST = 512
"""TCP connections on which no authentic check has come yet. One more, and the oldest goes."""
UNKNOWN_S = 10.0
_ANNOUNCED = re.compile(r"(?:\[(?P<v6>[^\]]+)\]|(?P<v4>[0-9.]+))(?::(?P<port>[0-9]{1,5}))?", re.ASCII)
log = logging.getLogger(__name__)


class UdpPort:
    """A UDP socket, and whose datagrams come from where."""

    def __init__(self, bound: socket.socket) -> None:
        self.socket = bound
        self.sendto = bound.sendto
        self.owners: dict[Address, Transport] = {}
        self.name = "udp"

    def release(self, address: Address) -> None:
        del self.owners[address]


class TcpConnection(Framed):
    """One TCP connection. It is closed when nobody owns it any more."""

    def __init__(self, mux: Mux) -> None:
        super().__init__(self._take)
        self.owners: dict[Address, Transport] = {}
        self.name = "tcp"
        self._mux = mux

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._mux.met(self)

    def release(self, address: Address) -> None:
        del self.owners[address]
        self.close()

    def _take(self, datagrams: list[bytes]) -> None:
        now = monotonic()
        for data in datagrams:
            size = len(data)
            RECEIVED[:size] = data
            self._mux.take(self, self.address, size, now)
        self._mux.drained()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._mux.parted(self)
        for address, owner in list(self.owners.items()):
            owner.lost(self, address)


class Mux:
    """`announced` are the addresses (`ip` or `ip:port`) others reach us by, where they are not those we listen on.

    Raises ValueError for what is no address.
    """

    def __init__(self, addresses: Sequence[str], port: int, announced: Sequence[str] = ()) -> None:
        self.drained: Callable[[], None] = lambda: None
        """Called after what came together was read."""
        self.received = 0
        self.strange = 0
        """Datagrams that belong to nobody, or are none of ours by their form."""
        self.port = port
        self.port = port
        self._addresses = [str(ipaddress.ip_address(address)) for address in addresses]
        self._announced = [announce(address) for address in announced]
        self._listening: list[str] = []
        self._ports: list[UdpPort] = []
        self._servers: list[asyncio.Server] = []
        self._transports: dict[str, Transport] = {}
        self._connections: set[TcpConnection] = set()
        self._unknown: dict[TcpConnection, asyncio.TimerHandle] = {}

    async def start(self) -> None:
        """Raises OSError when the port is taken, or no address is this machine's. `port` is known from then on."""
        sockets = bind(self._addresses, self.port)
        self.port, self._listening = sockets.port, sockets.addresses
        loop = asyncio.get_running_loop()
        for bound in sockets.udp:
            port = UdpPort(bound)
            self._ports.append(port)
            loop.add_reader(bound, partial(self._drain, port))
        for bound in sockets.tcp:
            server = await loop.create_server(partial(TcpConnection, self), sock=bound, backlog=BACKLOG)
            self._servers.append(server)

    def close(self) -> None:
        """Transports are closed before, by whoever has them."""
        loop = asyncio.get_running_loop()
        for port in self._ports:
            loop.remove_reader(port.socket)
            port.socket.close()
        for server in self._servers:
            server.close()
        for connection in list(self._connections):
            connection.close()

    def candidates(self) -> list[str]:
        """Values of `a=candidate` (RFC 8839 section 5.1, RFC 6544 section 4.5)."""
        reached = self._announced or [(address, 0) for address in self._listening]
        lines = []
        for index, (address, port) in enumerate(reached):
            lines.append(_candidate(f"u{index}", "udp", index, address, port or self.port))
        for index, (address, port) in enumerate(reached):
            lines.append(_candidate(f"t{index}", "tcp", index, address, port or self.port) + " tcptype passive")
        return lines

    # -- whose it is ------------------------------------------------------------------------------------------------

    def register(self, fragment: str, transport: Transport) -> None:
        self._transports[fragment] = transport

    def unregister(self, fragment: str) -> None:
        self._transports.pop(fragment, None)

    def _drain(self, port: UdpPort) -> None:
        receive = port.socket.recvfrom_into
        owner_of = port.owners.get
        now = monotonic()
        received = 0
        for _ in range(PER_WAKE):
            try:
                size, address = receive(RECEIVED)
            except BlockingIOError:
                break
            except OSError:
                # Some systems tell here that an earlier datagram did not arrive.
                continue
            received += 1
            owner = owner_of(address)
            if owner is not None and RECEIVED[0] & 0xC0 == 0x80 and 0 < size <= DATAGRAM_MOST:
                try:
                    owner.take(size, now)
                except Exception:
                    log.exception("a packet from %s", address)
            else:
                self.take(port, address, size, now)
        self.received += received
        self.drained()

    def take(self, endpoint: Endpoint, address: Address, size: int, now: float) -> None:
        """The datagram in `RECEIVED[:size]`, told apart by its first byte (RFC 7983 section 7)."""
        owner = endpoint.owners.get(address)
        first = RECEIVED[0]
        try:
            if not 0 < size <= DATAGRAM_MOST:
                self.strange += 1
            elif first < 4:
                self._check(endpoint, address, bytes(RECEIVED_VIEWS[size]), now)
            elif owner is None:
                self.strange += 1
            elif 19 < first < 64:
                owner.take_handshake(bytes(RECEIVED_VIEWS[size]))
            elif 127 < first < 192:
                owner.take(size, now)
        except Exception:
            log.exception("a datagram from %s", address)

    def _check(self, endpoint: Endpoint, address: Address, data: bytes, now: float) -> None:
        check = stun.read(data)
        transport = None if check is None else self._transports.get(check.fragment)
        if check is None or transport is None or check.kind != stun.REQUEST:
            self.strange += 1
            return
        password = transport.password_of(check.fragment)
        if not check.is_by(password):
            self.strange += 1
            return
        owner = endpoint.owners.get(address)
        if owner is not None and owner is not transport:
            # Else whoever can write a false sender could take away the datagrams of another.
            if owner.holds(endpoint, address, now):
                return
            owner.lost(endpoint, address)
        try:
            endpoint.sendto(stun.answer(check, password, address), address)
        except OSError:
            return
        if isinstance(endpoint, TcpConnection):
            self._known(endpoint)
        transport.checked(endpoint, address, check.fragment, check.is_nominating, now)

    # -- TCP connections --------------------------------------------------------------------------------------------

    def met(self, connection: TcpConnection) -> None:
        self._connections.add(connection)
        loop = asyncio.get_running_loop()
        self._unknown[connection] = loop.call_later(UNKNOWN_S, connection.close)
        if len(self._unknown) > UNKNOWN_MOST:
            # The newest may be somebody; those that said nothing for longer are less likely to.
            next(iter(self._unknown)).close()

    def parted(self, connection: TcpConnection) -> None:
        self._connections.discard(connection)
        self._known(connection)

    def _known(self, connection: TcpConnection) -> None:
        timer = self._unknown.pop(connection, None)
        if timer is not None:
            timer.cancel()


def announce(value: str) -> tuple[str, int]:
    """An address and its port, 0 for ours. Raises ValueError."""
    written = _ANNOUNCED.fullmatch(value)
    if written is None:
        return str(ipaddress.ip_address(value)), 0
    port = int(written["port"] or 0)
    if written["port"] and not 0 < port < 65536:
        raise ValueError(f"{value!r} has a port that cannot be")
    return str(ipaddress.ip_address(written["v6"] or written["v4"])), port


def _candidate(foundation: str, protocol: str, index: int, address: str, port: int) -> str:
    """A host candidate with its priority (RFC 8445 section 5.1.2, RFC 6544 section 4.2): UDP before TCP."""
    kind, local = (126, 65535 - index) if protocol == "udp" else (90, (4 << 13) + 8191 - index)
    priority = (kind << 24) + (local << 8) + 255
    return f"{foundation} 1 {protocol} {priority} {address} {port} typ host"
