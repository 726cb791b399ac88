"""Sockets for both protocols on one port number of several addresses."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Sequence
from typing import NamedTuple

BUFFER = 4 * 1024 * 1024
TRIES = 16
log = logging.getLogger(__name__)


class Sockets(NamedTuple):
    port: int
    addresses: list[str]
    """Those of the asked ones that could be had."""
    udp: list[socket.socket]
    tcp: list[socket.socket]


def bind(addresses: Sequence[str], port: int) -> Sockets:
    """Port 0: any that is free for all of them. Raises OSError."""
    for left in reversed(range(TRIES)):
        try:
            return _bind(addresses, port)
        except OSError as problem:
            # A free one was found for the first socket, and is taken for another.
            if problem.errno != errno.EADDRINUSE or port or not left:
                raise
    raise AssertionError("not reached")


def _bind(addresses: Sequence[str], port: int) -> Sockets:
    sockets = Sockets(port, [], [], [])
    try:
        for address in addresses:
            try:
                bound = _bound(address, port, socket.SOCK_DGRAM)
            except OSError as problem:
                if problem.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    raise
                log.warning("cannot use %s: %s", address, problem)
                continue
            sockets.udp.append(bound)
            port = bound.getsockname()[1]
            sockets.tcp.append(_bound(address, port, socket.SOCK_STREAM))
            sockets.addresses.append(address)
        if not sockets.udp:
            raise OSError(errno.EADDRNOTAVAIL, "no address to listen on")
    except OSError:
        for bound in sockets.udp + sockets.tcp:
            bound.close()
        raise
    return sockets._replace(port=port)


def _bound(address: str, port: int, kind: socket.SocketKind) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    bound = socket.socket(family, kind)
    try:
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        if kind == socket.SOCK_DGRAM:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        else:
            # A worker that takes over from a dead one must not wait until that one's connections are forgotten.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.setblocking(False)
        bound.bind((address, port))
    except OSError:
        bound.close()
        raise
    return bound
