"""All workshops of one worker: the web processes that serve them, the connections of their people, and the time."""

from __future__ import annotations

import asyncio
import hmac
import logging
import secrets
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial

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
    Slots,
    Spoken,
    Stands,
    Wanted,
    Wished,
    frame,
    from_web,
)
from media.hall import Hall
from media.mux import Mux
from media.offer import BadOffer
from media.peer import USUAL, Peer, Silence
from media.pump import Pump
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused

TICK_S = 0.02
PARTS = 12
"""Each connection is looked after once in so many ticks, a part of them at a time."""
METRICS_S = 5.0
HELLO_S, HELLO_MAX = 5.0, 4096
"""A stranger may wait and write for so long only."""
HANG_UP_S = 1.0
UNREAD_MAX = 16 * 1024 * 1024
"""A web process that reads so slowly is cut; it comes back and is told everything."""
log = logging.getLogger("media")


Home = tuple[WorkshopId, ParticipantId, str]


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


class Halls:
    def __init__(self, mux: Mux, secret: str, viewers_max: int, silence: Silence = USUAL) -> None:
        self.id = secrets.token_hex(4)
        self.mux = mux
        self.halls: dict[WorkshopId, Hall] = {}
        self.links: dict[Link, None] = {}
        self.homes: dict[Home, Link] = {}
        """Through which web process a connection's person is reached."""
        self.pump = Pump(asyncio.get_running_loop().call_soon)
        self.viewers_max = viewers_max
        self.silence = silence
        self.late_s = 0.0
        self._secret = secret
        self._lines: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._certificates = Certificates()
        mux.drained = self.pump.run

    # -- web processes --------------------------------------------------------------------------------------------

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One web process, until it hangs up."""
        link, line = Link(writer), asyncio.current_task()
        assert line is not None
        self._lines[line] = writer
        try:
            await self._greet(reader)
            self.links[link] = None
            link.tell(Ready(worker=self.id, port=self.mux.port))
            while True:
                self.heed(link, await from_web(reader))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except (BadFrame, TimeoutError) as error:
            log.warning("hung up on a web process: %s", error or type(error).__name__)
        finally:
            self.links.pop(link, None)
            del self._lines[line]
            writer.close()

    async def _greet(self, reader: asyncio.StreamReader) -> None:
        """Raises BadFrame on a stranger, and on who speaks another version."""
        async with asyncio.timeout(HELLO_S):
            hello = await from_web(reader, HELLO_MAX)
        if not isinstance(hello, Hello) or not hmac.compare_digest(hello.secret.encode(), self._secret.encode()):
            raise BadFrame("it does not know the secret")
        if hello.version != VERSION:
            raise BadFrame(f"it speaks version {hello.version} of the control, not {VERSION}")

    def heed(self, link: Link, message: FromWeb) -> None:
        """One that fails is told in the log, and the next is heeded: the calls of others go on."""
        if isinstance(message, Hello):
            raise BadFrame("a second hello")
        try:
            self._heed(link, message)
        except Exception:
            log.exception("could not heed %s", type(message).__name__)

    def _heed(self, link: Link, message: Open | Reseat | Offered | Wished | Left) -> None:
        match message:
            case Open():
                self._open(link, message)
            case Reseat():
                self._reseat(link, message)
            case Offered() | Wished():
                link.tell(self._answer(link, message))
            case Left():
                self._leave(message)

    def _open(self, link: Link, message: Open) -> None:
        if not message.seats:
            self._close(link, message)
            return
        hall = self._hall(link, message.workshop)
        hall.open(message.epoch, message.generation, message.seats)
        for each in hall.describe():
            link.tell(each)

    def _close(self, link: Link, message: Open) -> None:
        """A web process serves the workshop no more. It ends with the last one that does."""
        link.workshops.pop(message.workshop, None)
        hall = self.halls.get(message.workshop)
        if hall is not None and not self._is_served(message.workshop):
            hall.open(message.epoch, message.generation, ())
            del self.halls[message.workshop]

    def _reseat(self, link: Link, message: Reseat) -> None:
        hall = self.halls.get(message.workshop)
        if hall is None:
            # It was opened before anybody had a seat.
            hall = self._hall(link, message.workshop)
            hall.epoch = message.epoch
        hall.reseat(message.epoch, message.generation, message.put, message.drop)

    def _is_served(self, workshop: WorkshopId) -> bool:
        return any(workshop in link.workshops for link in self.links)

    def _hall(self, link: Link, workshop: WorkshopId) -> Hall:
        link.workshops[workshop] = None
        if workshop not in self.halls:
            self.halls[workshop] = Hall(workshop, self.pump, self.tell, self.silence)
        return self.halls[workshop]

    def _answer(self, link: Link, message: Offered | Wished) -> Answered | Declined:
        try:
            if isinstance(message, Offered):
                return Answered(request=message.request, sdp=self._offer(link, message))
            self._wish(link, message)
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
            answer = peer.restart(message.sdp)
            self._move_home(link, message, peer)
            return answer
        if seat.is_viewer and peer is None and self._viewers(hall) >= self.viewers_max:
            raise Refused("viewers_full", most=self.viewers_max)
        peer = Peer(hall, seat, message.connection, message.device, self.mux, self._certificates.current(), self.pump)
        try:
            answer = peer.accept(message.sdp, message.lines)
            self.homes[home_of(message)] = link
            hall.enter(peer)
        except BaseException:
            peer.end("gone", "refused")
            raise
        return answer

    def _wish(self, link: Link, message: Wished) -> None:
        peer = self._peer(message.workshop, message.participant)
        if peer is None or peer.connection != message.connection:
            raise Refused("unknown", kind="connection")
        self._move_home(link, message, peer)
        self.halls[message.workshop].wish(peer, message.wish)

    def _move_home(self, link: Link, message: Offered | Wished, peer: Peer) -> None:
        """They came back through another web process, or it was started again: it is told all that is so."""
        home = home_of(message)
        if self.homes.get(home) is not link:
            self.homes[home] = link
            peer.say_again()

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
        if isinstance(message, Slots | Wanted | Stands):
            home = self.homes.get(home_of(message))
            links = [home] if home in self.links and home is not None else []
        else:
            workshop = getattr(message, "workshop", None)
            links = [link for link in self.links if workshop in link.workshops]
            if isinstance(message, Spoken):
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
                self._guarded(partial(self._tick, hall, count, now))
            if count % int(METRICS_S / TICK_S) == 0:
                self._guarded(self._measure)

    def _guarded(self, look: Callable[[], None]) -> None:
        try:
            look()
        except Exception:
            log.exception("a look after people failed")

    def _tick(self, hall: Hall, count: int, now: float) -> None:
        hall.repair(now)
        if count % 2 == 0:
            hall.listen(now)
        hall.tick(now, count % PARTS, PARTS)
        if count % 50 == 0:
            hall.report()
        if not hall.peers and not self._is_served(hall.workshop):
            del self.halls[hall.workshop]

    def _measure(self) -> None:
        for home in [home for home in self.homes if not self._is_lived_in(home)]:
            del self.homes[home]
        peers = [peer for hall in self.halls.values() for peer in hall.peers.values()]
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

    def _is_lived_in(self, home: Home) -> bool:
        workshop, participant, connection = home
        peer = self._peer(workshop, participant)
        return peer is not None and peer.connection == connection

    def _counts(self, peers: list[Peer]) -> dict[str, float]:
        """Of the connections there are: what they sent and were sent."""
        counts: Counter[str] = Counter()
        for peer in peers:
            counts.update(peer.counts())
        return dict(counts)

    def close(self) -> None:
        for hall in self.halls.values():
            for peer in list(hall.peers.values()):
                peer.end("gone", "worker_ends")
        self.mux.close()

    async def hang_up(self) -> None:
        """On every web process, once it has what was told it. A line that is cut is a fault in the log."""
        lines = dict(self._lines)
        for writer in lines.values():
            writer.close()
        if lines:
            await asyncio.wait(lines, timeout=HANG_UP_S)


def home_of(message: Offered | Wished | Slots | Wanted | Stands) -> Home:
    return message.workshop, message.participant, message.connection
