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
import hmac
import logging
import os
import secrets
import signal
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence

import msgspec

from media.addresses import own_addresses
from media.certificate import Certificates
from media.control import (
    VERSION,
    Answered,
    BadFrame,
    Declined,
    FromWeb,
    Hello,
    Left,
    Message,
    Metrics,
    Offered,
    Open,
    Ready,
    Reseat,
    Spoken,
    Wished,
    frame,
    from_web,
    read_frame,
)
from media.hall import Hall
from media.host import SECRET
from media.mux import Mux
from media.offer import BadOffer
from media.peer import Peer
from media.pump import Pump
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused

TICK_S = 0.02
PARTS = 12
"""Each connection is looked after once in so many ticks, a part of them at a time."""
METRICS_S = 5.0
PORT_TRIES, PORT_WAIT_S = 5, 0.2
UNREAD_MAX = 16 * 1024 * 1024
"""A web process that reads so slowly is cut; it comes back and is told everything."""
log = logging.getLogger("media")


class Link:
    """One web process."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self.workshops: dict[WorkshopId, None] = {}

    def tell(self, message: Message) -> None:
        if self._writer.transport.get_write_buffer_size() > UNREAD_MAX:
            self._writer.transport.abort()
        elif not self._writer.is_closing():
            self._writer.write(frame(message))


class Worker:
    def __init__(self, mux: Mux, secret: str, viewers_max: int) -> None:
        self.id = secrets.token_hex(4)
        self.mux = mux
        self.halls: dict[WorkshopId, Hall] = {}
        self.links: dict[Link, None] = {}
        self.homes: dict[tuple[WorkshopId, str], Link] = {}
        """Through which web process a connection's person is reached."""
        self.pump = Pump(asyncio.get_running_loop().call_soon)
        self.viewers_max = viewers_max
        self.late_s = 0.0
        self._secret = secret
        self._certificates = Certificates()
        mux.drained = self.pump.run

    # -- web processes --------------------------------------------------------------------------------------------

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One web process, until it hangs up."""
        link = Link(writer)
        try:
            hello = from_web.decode(await read_frame(reader))
            if not isinstance(hello, Hello) or not hmac.compare_digest(hello.secret, self._secret):
                log.warning("a stranger asked for the control of this worker")
                return
            if hello.version != VERSION:
                log.warning("a web process speaks version %d of the control, not %d", hello.version, VERSION)
                return
            self.links[link] = None
            link.tell(Ready(worker=self.id, port=self.mux.port))
            while True:
                self.heed(link, from_web.decode(await read_frame(reader)))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except (BadFrame, msgspec.ValidationError, msgspec.DecodeError) as error:
            log.warning("a web process said what cannot be read: %s", error)
        finally:
            self.links.pop(link, None)
            writer.close()

    def heed(self, link: Link, message: FromWeb) -> None:
        match message:
            case Open():
                self._open(link, message)
            case Reseat():
                if hall := self.halls.get(message.workshop):
                    hall.reseat(message.epoch, message.generation, message.put, message.drop)
            case Offered() | Wished():
                link.tell(self._answer(link, message))
            case Left():
                self._leave(message)
            case Hello():
                raise BadFrame("a second hello")

    def _open(self, link: Link, message: Open) -> None:
        hall = self.halls.get(message.workshop)
        if hall is None:
            hall = self.halls[message.workshop] = Hall(message.workshop, self.pump, self.tell)
        link.workshops[message.workshop] = None
        hall.open(message.epoch, message.generation, message.seats)
        for each in hall.describe():
            link.tell(each)

    def _answer(self, link: Link, message: Offered | Wished) -> Answered | Declined:
        try:
            if isinstance(message, Offered):
                return Answered(request=message.request, sdp=self._offer(link, message))
            peer = self._peer(message.workshop, message.participant)
            if peer is None or peer.connection != message.connection:
                raise Refused("unknown", kind="connection")
            self.homes[message.workshop, message.connection] = link
            self.halls[message.workshop].wish(peer, message.wish)
            return Answered(request=message.request)
        except Refused as refused:
            return Declined(request=message.request, code=refused.code, details=refused.details)
        except BadOffer as bad:
            return Declined(request=message.request, code="offer_invalid", details={"reason": str(bad)})
        except Exception:
            id = secrets.token_hex(4)
            log.exception("an answer failed, id %s", id)
            return Declined(request=message.request, code="internal", details={"id": id})

    def _offer(self, link: Link, message: Offered) -> str:
        """A new connection, or the same one on another network (RFC 8839 §4.4.1.1.1, ICE restart)."""
        hall = self.halls.get(message.workshop)
        seat = hall.seats.get(message.participant) if hall else None
        if hall is None or seat is None:
            raise Refused("unknown", kind="participant")
        peer = hall.peers.get(message.participant)
        if peer is not None and peer.connection == message.connection:
            return peer.restart(message.sdp)
        if seat.is_viewer and not isinstance(peer, Peer) and self._viewers(hall) >= self.viewers_max:
            raise Refused("viewers_full", most=self.viewers_max)
        peer = Peer(hall, seat, message.connection, message.device, self.mux, self._certificates.current(), self.pump)
        answer = peer.accept(message.sdp, message.lines)
        self.homes[message.workshop, message.connection] = link
        hall.enter(peer)
        return answer

    def _viewers(self, hall: Hall) -> int:
        return sum(peer.seat.is_viewer for peer in hall.peers.values())

    def _leave(self, message: Left) -> None:
        peer = self._peer(message.workshop, message.participant)
        if peer is not None and message.connection in (None, peer.connection):
            peer.end("gone", "left")

    def _peer(self, workshop: WorkshopId, participant: ParticipantId) -> Peer | None:
        hall = self.halls.get(workshop)
        return hall.peers.get(participant) if hall else None

    def tell(self, message: Message) -> None:
        """To whom it is for: one person's web process, one that counts, or all that serve the workshop."""
        workshop = getattr(message, "workshop", None)
        connection = getattr(message, "connection", None)
        links = [link for link in self.links if workshop in link.workshops]
        if connection is not None:
            home = self.homes.get((workshop, connection)) if workshop else None
            links = [home] if home in self.links and home is not None else []
        elif isinstance(message, Spoken):
            links = links[:1]
        for link in links:
            link.tell(message)

    # -- time -----------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Look after connections and rooms. Whatever fails is logged, and the next look is taken all the same."""
        due = time.monotonic()
        for count in range(sys.maxsize):
            due = max(due + TICK_S, time.monotonic() - TICK_S)
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            now = time.monotonic()
            self.late_s = max(self.late_s, now - due)
            for hall in list(self.halls.values()):
                try:
                    self._tick(hall, count, now)
                except Exception:
                    log.exception("looking after a workshop failed")
            if count % int(METRICS_S / TICK_S) == 0:
                self._measure()

    def _tick(self, hall: Hall, count: int, now: float) -> None:
        hall.repair(now)
        if count % 2 == 0:
            hall.listen(now)
        hall.tick(now, count % PARTS, PARTS)
        if count % 50 == 0:
            hall.report()
        if not hall.seats and not hall.peers:
            del self.halls[hall.workshop]

    def _measure(self) -> None:
        peers = [peer for hall in self.halls.values() for peer in hall.peers.values()]
        for key in [key for key in self.homes if (peer := self._by_connection(key)) is None or peer.has_ended]:
            del self.homes[key]
        values = {
            "connections": len(peers),
            "loop_late_s": self.late_s,
            "slice_longest_s": self.pump.longest_s,
            "packets_dropped_late": self.pump.dropped,
            "threads": threading.active_count(),
            "datagrams_in": self.mux.received,
            "datagrams_strange": self.mux.strange,
            **self._counts(peers),
        }
        self.late_s = self.pump.longest_s = 0.0
        for link in self.links:
            link.tell(Metrics(values={name: float(value) for name, value in values.items()}))

    def _counts(self, peers: list[Peer]) -> dict[str, float]:
        """Of the connections there are: what they sent and were sent."""
        counts: Counter[str] = Counter()
        for peer in peers:
            counts.update(peer.counts())
        return dict(counts)

    def _by_connection(self, key: tuple[WorkshopId, str]) -> Peer | None:
        hall = self.halls.get(key[0])
        return next((peer for peer in hall.peers.values() if peer.connection == key[1]), None) if hall else None

    def close(self) -> None:
        for hall in self.halls.values():
            for peer in list(hall.peers.values()):
                peer.end("gone", "worker_ends")
        self.mux.close()


# -- the process ------------------------------------------------------------------------------------------------------


def parser() -> argparse.ArgumentParser:
    words = argparse.ArgumentParser(prog="palabre media", description="Forward audio and video for web processes.")
    words.add_argument("--control", required=True, help="where web processes reach it: HOST:PORT, or a socket's path")
    words.add_argument("--port", type=int, default=10_000, help="UDP and TCP port for browsers (10000)")
    words.add_argument("--another-port", action="store_true", help="take a free one when that is in use")
    words.add_argument("--address", action="append", default=[], help="local address to use (all of the machine)")
    words.add_argument("--announce", action="append", default=[], help="ADDRESS or ADDRESS:PORT that browsers are told")
    words.add_argument("--viewers-max", type=int, default=200, help="connected viewers of one workshop (200)")
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
    worker = Worker(mux, secret, words.viewers_max)
    server = await listen(words.control, worker)
    ticking = asyncio.create_task(worker.run())
    # What exists now lives as long as the process: no collector need ever look at it again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    await ends.wait()
    ticking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await ticking
    worker.close()
    server.close()


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


async def listen(control: str, worker: Worker) -> asyncio.Server:
    """Bound here, by address: a name would be looked up in a thread."""
    if "/" in control:
        return await asyncio.start_unix_server(worker.serve, control)
    host, _, port = control.rpartition(":")
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host.strip("[]"), int(port)))
    return await asyncio.start_server(worker.serve, sock=listening)


if __name__ == "__main__":
    main()
