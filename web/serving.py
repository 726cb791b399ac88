"""Running the server in this process: one socket prepared by us, one uvicorn around the application."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

BACKLOG = 4096
UNSENT_MS = 30_000
"""A reader that acknowledges nothing for so long is gone: a phone that went into a tunnel leaves no trace but this."""
CLOSE_S = 2
"""For requests under way, once everybody was asked to come back."""
END_S = 9.5
"""After being asked to end, a process is gone."""
log = logging.getLogger(__name__)


class CannotListen(Exception):
    """One line for whoever runs the server."""


class Server(uvicorn.Server):
    """Says goodbye to browsers before their connections are closed, and ends in time whatever it waits for."""

    def __init__(
        self, config: uvicorn.Config, drain: Callable[[], Awaitable[None]], started: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._drain = drain
        self._started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._started()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        last = threading.Timer(END_S, give_up)
        last.daemon = True
        last.start()
        leaving = asyncio.ensure_future(self._drain())
        # A second Ctrl-C does not wait for people to leave.
        while not leaving.done() and not self.force_exit:
            await asyncio.wait({leaving}, timeout=0.1)
        leaving.cancel()
        await super().shutdown(sockets)


def give_up() -> None:
    """A database may hang. What was acknowledged is durable, and the rest is asked again."""
    log.warning("still busy after %d seconds; ending all the same", END_S)
    os._exit(1)


def serve(
    app: Starlette,
    listening: socket.socket,
    proxies: str,
    started: Callable[[], None],
    certificate: Path | None = None,
) -> None:
    """Until SIGINT or SIGTERM. `started` is called once browsers can come; over https with a `certificate` and key."""
    config = uvicorn.Config(
        app,
        ws="realtime.broadcast:Protocol",
        ws_per_message_deflate=False,
        ws_max_size=256 * 1024,
        ws_ping_interval=None,
        proxy_headers=True,
        forwarded_allow_ips=proxies,
        server_header=False,
        access_log=False,
        log_config=None,
        backlog=BACKLOG,
        timeout_graceful_shutdown=CLOSE_S,
        ssl_certfile=certificate,
    )
    with suppress(KeyboardInterrupt):
        Server(config, app.state.realtime.drain, started).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """Raises CannotListen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named, not 0: asyncio sets TCP_NODELAY only on sockets that say they are TCP, and without it
    # each small message waits for the acknowledgement of the one before, 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNSENT_MS)
    try:
        listening.bind((host, port))
        # Now, not when the application is up: of two servers on one port the second learns it at once.
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        raise CannotListen(reason(host, port, error)) from error
    listening.setblocking(False)
    return listening


def reason(host: str, port: int, error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"Port {port} of {host} is in use. Stop what uses it, or add --port {port + 1}"
        case errno.EACCES:
            return f"Port {port} is reserved. Take one above 1023: --port 8000"
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}"
