"""The media worker: one single-threaded process that forwards packets and keeps nothing it cannot lose.

`python -m media.worker --control PATH` (or `HOST:PORT`) waits there for web processes. A second busy thread would
cost 99.9 % of the throughput, so nothing here may start one.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence

from media.addresses import own_addresses
from media.halls import Halls
from media.host import SECRET
from media.mux import Mux
from media.peer import Silence

PORT_TRIES, PORT_WAIT_S = 5, 0.2
log = logging.getLogger("media")


def parser() -> argparse.ArgumentParser:
    words = argparse.ArgumentParser(prog="palabre media", description="Forward audio and video for web processes.")
    words.add_argument("--control", required=True, help="where web processes reach it: HOST:PORT, or a socket's path")
    words.add_argument("--port", type=int, default=10_000, help="UDP and TCP port for browsers (10000)")
    words.add_argument("--another-port", action="store_true", help="take a free one when that is in use")
    words.add_argument("--address", action="append", default=[], help="local address to use (all of the machine)")
    words.add_argument("--announce", action="append", default=[], help="ADDRESS or ADDRESS:PORT that browsers are told")
    words.add_argument("--viewers-max", type=int, default=200, help="connected viewers of one workshop (200)")
    words.add_argument("--interrupted-after", type=float, default=8, help="seconds of silence of a connection (8)")
    words.add_argument("--gone-after", type=float, default=30, help="seconds of silence that end a connection (30)")
    words.add_argument("--with-parent", action="store_true", help="end when standard input closes")
    return words


def main(arguments: Sequence[str] | None = None) -> None:
    words = parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    log.setLevel(logging.INFO)
    secret = os.environ.get(SECRET, "")
    if not secret:
        sys.exit(f"palabre media: set {SECRET} to the same secret here and where Palabre is served")
    try:
        with _runner() as runner:
            runner.run(run(words, secret))
    except OSError as error:
        sys.exit(f"palabre media: {error}")


def _runner() -> asyncio.Runner:
    try:
        import uvloop  # an optional extra where there is none for the system
    except ImportError:
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


async def run(words: argparse.Namespace, secret: str) -> None:
    """Until SIGTERM, or the parent's end."""
    loop = asyncio.get_running_loop()
    ends = asyncio.Event()
    if words.with_parent:
        loop.add_reader(sys.stdin.fileno(), ends.set)
    for number in (signal.SIGTERM, signal.SIGINT):
        # Ctrl-C and a service manager's stop reach the parent too, which says goodbye first and ends us then.
        loop.add_signal_handler(number, (lambda: None) if words.with_parent else ends.set)
    mux = await opened_mux(words)
    halls = Halls(mux, secret, words.viewers_max, Silence(words.interrupted_after, words.gone_after))
    server = await listen(words.control, halls)
    ticking = asyncio.create_task(halls.run())
    # What exists now lives as long as the process: no collector need ever look at it again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    await ends.wait()
    ticking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await ticking
    halls.close()
    server.close()
    await halls.hang_up()


async def opened_mux(words: argparse.Namespace) -> Mux:
    """A worker that takes over from a dead one may find its port still held for a moment."""
    addresses = words.address or own_addresses()
    for left in reversed(range(PORT_TRIES)):
        mux = Mux(addresses, words.port, words.announce)
        try:
            await mux.start()
            return mux
        except OSError as error:
            if error.errno != errno.EADDRINUSE or not (left or words.another_port):
                raise
        await asyncio.sleep(PORT_WAIT_S)
    mux = Mux(addresses, 0, words.announce)
    await mux.start()
    log.warning("port %d is in use; media takes %d", words.port, mux.port)
    return mux


async def listen(control: str, halls: Halls) -> asyncio.Server:
    """Bound here, by address: a name would be looked up in a thread."""
    if "/" in control:
        return await asyncio.start_unix_server(halls.serve, control)
    host, _, port = control.rpartition(":")
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host.strip("[]"), int(port)))
    return await asyncio.start_server(halls.serve, sock=listening)


if __name__ == "__main__":
    main()
