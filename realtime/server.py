"""The Socket.IO server: connections, acknowledgements and everything personal. Rules are elsewhere."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import msgspec
import socketio
from engineio.packet import MESSAGE
from engineio.packet import Packet as EnginePacket
from msgspec import Struct

from facilitation.workshop import decode
from persistence.journal import Busy, UnknownWorkshop
from realtime.asking import command_id, convert, size_of, take
from realtime.broadcast import EXTENSION, DirectWire, Packet, PlainWire, Wire
from realtime.clockwork import Clockwork
from realtime.connection import Connection, Session
from realtime.documents import SharedDocuments
from realtime.forwarding import Forwarding
from realtime.gateway import Gateway, Live, internal
from realtime.intake import PacketsOnly, end_by_what_is_no_packet
from realtime.messages import PROTOCOL, Accepted, Bye, Join, LookAt, Refusal, Renewed, SendSignal
from realtime.neighbours import Alone, Ended, Neighbours
from realtime.openings import Openings
from realtime.reading import Reader
from realtime.signals import pass_on, stamped
from realtime.together import Together
from realtime.tower import Towers
from rooms.agenda import Room
from rooms.deciding import Actor
from rooms.people import Participant
from rooms.refusal import Refused

MESSAGE_MAX = 64 * 1024
"""Of one command, in bytes of JSON."""
PACKET_MAX = 256 * 1024
"""Past this the connection is closed before the packet is read whole."""
LEAVING_PER_S = 200
"""So many are asked to come back at a time, when a process ends,"""
FAREWELL_S = 4.0
"""or as many as there must be for all to be asked within this time,"""
RETRY_MS = 300
"""each so soon: another process has room, or this one is started again."""
ABUSE = 200
"""So many commands refused for haste in a row, and the connection is closed with a reason."""
log = logging.getLogger(__name__)


class Server:
    """`authenticate` turns a session token into a Session, or raises Refused. `may_poll`: where WebSockets may fail."""

    def __init__(
        self,
        gateway: Gateway,
        authenticate: Callable[[str], Awaitable[Session]],
        forwarding: Forwarding,
        documents: SharedDocuments,
        may_poll: bool = False,
        neighbours: Neighbours | None = None,
    ) -> None:
        self.gateway = gateway
        self.authenticate = authenticate
        self.forwarding = forwarding
        self.documents = documents
        self.towers = Towers(gateway, forwarding)
        self.clockwork = Clockwork(gateway)
        self.together = Together(
            gateway, neighbours or Alone(), self.clockwork, documents, self._cut, self._end_sessions
        )
        self.connections: dict[str, Connection] = {}
        self.is_draining = False
        self._openings = Openings()
        self._closing: set[asyncio.Task[None]] = set()
        self._timers: asyncio.Task[None] | None = None
        self.sio = socketio.AsyncServer(
            async_mode="asgi",
            transports=["websocket", "polling"] if may_poll else ["websocket"],
            async_handlers=False,  # one command of a browser at a time, in its order, finished before shutdown
            ping_interval=20,
            ping_timeout=15,
            max_http_buffer_size=PACKET_MAX,
            cors_allowed_origins=is_own,
        )
        end_by_what_is_no_packet(self.sio)
        self.sio.on("connect", self._connect)
        self.sio.on("disconnect", self._disconnect)
        self.handlers = {
            "join": self._answered(self._join),
            "do": self._answered(self._do),
            "look": self._answered(self._look),
            "tower": self._answered(self.towers.watch),
            "signal": self._signal,
            "media.open": self._answered(forwarding.open),
            "media.offer": self._answered(forwarding.offer),
            "media.wish": self._answered(forwarding.wish),
            "media.leave": self._answered(forwarding.leave),
            "doc.open": self._answered(documents.open),
            "doc.update": self._answered(documents.update),
            "doc.close": self._answered(documents.close),
            "doc.cursor": self._cursor,
            "doc.authors": self._answered(documents.authors),
            "doc.history": self._answered(documents.history),
            "doc.at": self._answered(documents.at),
            "doc.restore": self._answered(documents.restore),
        }
        for event, handle in self.handlers.items():
            self.sio.on(event, handle)
        self.app = PacketsOnly(socketio.ASGIApp(self.sio, socketio_path=None))

    async def start(self) -> None:
        self._timers = asyncio.create_task(self.clockwork.run(), name="clockwork")
        self.towers.start()
        self.documents.start()
        await self.together.start()
        await self.forwarding.start()

    async def drain(self) -> None:
        """Take nobody in any more, and say goodbye to one after the other while the rest still works. An ASGI server
        closes connections before it calls `stop`."""
        self.is_draining = True
        leaving = list(self.connections.values())
        pause = min(1 / LEAVING_PER_S, FAREWELL_S / (len(leaving) or 1))
        for connection in leaving:
            self._end(connection, "draining", retry_ms=RETRY_MS)
            await asyncio.sleep(pause)

    async def stop(self) -> None:
        """Say goodbye to whoever is left, finish what was asked, stop."""
        self.is_draining = True
        for number, connection in enumerate(list(self.connections.values())):
            self._end(connection, "draining", retry_ms=RETRY_MS + 1000 * number // LEAVING_PER_S)
        if self._timers is not None:
            self._timers.cancel()
            with suppress(asyncio.CancelledError):
                await self._timers
        await self.towers.stop()
        await self.forwarding.stop()
        await self.documents.stop()
        await self.gateway.close()
        await self.together.stop()
        await self.sio.shutdown()

    def cut(self, link: str) -> None:
        """A join link was revoked: close every connection that came through it."""
        self._cut(link)
        self.together.cut(link)

    def _cut(self, link: str) -> None:
        """Here."""
        self.forwarding.cut(link)
        for connection in list(self.connections.values()):
            if connection.session.link == link:
                self._end(connection, "link_revoked")

    def end_sessions(self, ended: Ended) -> None:
        """Somebody left on all their devices: close what they had open."""
        self._end_sessions(ended)
        self.together.end(ended)

    def _end_sessions(self, ended: Ended) -> None:
        """Here."""
        for connection in list(self.connections.values()):
            session = connection.session
            is_theirs = (session.workshop, session.participant) == (ended.workshop, ended.participant)
            if is_theirs and session.issued_at < ended.before:
                self._end(connection, "session_unknown")

    # -- connections ----------------------------------------------------------------------------------------------

    async def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Raises what python-socketio turns into a refusal to connect: {code, details}."""
        if self.is_draining:
            raise refuse_connection("busy", {"retry_ms": RETRY_MS})
        try:
            self._openings.take(environ["asgi.scope"])
            session = await self._session(auth)
            live = await self.gateway.open(session.workshop)
            person = await self.gateway.person(live, session.participant)
            if person is None:
                raise Refused("session_unknown")
            person.require_in()
        except Refused as refused:
            raise refuse_connection(refused.code, refused.details) from refused
        except UnknownWorkshop as error:
            raise refuse_connection("unknown", {"kind": "workshop"}) from error
        except Busy as error:
            raise refuse_connection("busy", {"retry_ms": 1_000}) from error
        connection = Connection(sid, session, self._wire(sid, environ), self._end, live.paces[person.id])
        self.connections[sid] = connection
        if isinstance(connection.wire, DirectWire):
            connection.reader = Reader(self.handlers, sid, connection.wire, connection.send)
            connection.wire.hear(connection.reader.take)

    async def _session(self, auth: Any) -> Session:
        if not isinstance(auth, dict) or not isinstance(auth.get("session"), str):
            raise Refused("session_unknown")
        if auth.get("client") != PROTOCOL:
            raise Refused("client_outdated", protocol=PROTOCOL)
        return await self.authenticate(auth["session"])

    def _wire(self, sid: str, environ: dict[str, Any]) -> Wire:
        lent: Wire | None = environ["asgi.scope"].get("extensions", {}).get(EXTENSION)
        return lent or self._plain_wire(sid)

    def _plain_wire(self, sid: str) -> PlainWire:
        eio_sid = self.sio.manager.eio_sid_from_sid(sid, "/")
        socket = self.sio.eio.sockets[eio_sid]

        async def emit(data: str | bytes) -> None:
            await socket.send(EnginePacket(MESSAGE, data=data))

        return PlainWire(emit, socket.queue.qsize)

    async def _disconnect(self, sid: str, reason: str | None = None) -> None:
        connection = self.connections.get(sid)
        if connection is None:
            return
        if connection.reader is not None:
            connection.reader.end(lambda: self._gone(connection))
        else:
            self._gone(connection)

    def _gone(self, connection: Connection) -> None:
        """Closed from afar, and all that was said before is handled."""
        if self.connections.pop(connection.sid, None) is None:
            return
        if isinstance(connection.wire, PlainWire):
            connection.wire.abort()
        self._leave(connection)

    def _leave(self, connection: Connection) -> None:
        """A connection is over; with their last one a person has left, unless they come back soon."""
        workshop, person = connection.session.workshop, connection.session.participant
        self.towers.leave(connection)
        if live := self.gateway.live.get(workshop):
            live.telling.leave(connection)
            self.documents.gone(connection, live)
            if person not in live.telling.people:
                self.clockwork.left(workshop, person)
                self.forwarding.gone(workshop, person)

    def _end(self, connection: Connection, reason: Any, retry_ms: int | None = None) -> None:
        """Say why, then close; a reader too slow to hear it is closed all the same."""
        if self.connections.pop(connection.sid, None) is None:
            if reason == "slow":
                # It has had its goodbye, goes on asking, and does not read the answers.
                connection.wire.abort()
            return
        self._leave(connection)
        if reason in ("abuse", "erased", "removed", "banned", "session_unknown"):
            self.forwarding.put_out(connection.session.workshop, connection.session.participant, reason)
        if reason == "slow":
            retry_ms = 0
        bye = Bye(reason=reason, retry_ms=retry_ms, details=self._why(connection))
        connection.wire.send(Packet("bye", msgspec.json.encode(bye)))
        if reason == "slow":
            connection.wire.abort()
        task = asyncio.get_running_loop().create_task(self._close(connection.sid))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    def _why(self, connection: Connection) -> dict[str, Any]:
        """What somebody who was put out is told of it."""
        live = self.gateway.live.get(connection.session.workshop)
        person = live.state.maybe(Participant, connection.session.participant) if live else None
        try:
            if person is not None:
                person.require_in()
        except Refused as refused:
            return refused.details
        return {}

    async def _close(self, sid: str) -> None:
        await asyncio.sleep(0)
        await self.sio.disconnect(sid)

    # -- what browsers say ----------------------------------------------------------------------------------------

    def _answered(self, handle: Callable[[Connection, Live, Any], Any]) -> Callable[..., Any]:
        """Every message gets an answer: an acknowledgement, a refusal, or the id of our bug in the log."""

        async def answered(sid: str, message: Any = None, *rest: Any) -> dict[str, Any]:
            connection = self.connections.get(sid)
            live = self.gateway.live.get(connection.session.workshop) if connection else None
            if connection is None:
                # It has had its goodbye, and was on its way to us already: to be asked again.
                return acknowledgement(Refusal(code="busy", details={"retry_ms": RETRY_MS}))
            if live is None:
                return acknowledgement(Refusal(code="session_unknown"))
            try:
                answer = await handle(connection, live, message)
            except Refused as refused:
                answer = Refusal(code=refused.code, details=refused.details)
            except Busy:
                answer = Refusal(code="busy", details={"retry_ms": 1_000})
            except Exception:
                answer = internal("a message failed", workshop=live.id)
            return acknowledgement(answer)

        return answered

    async def _join(self, connection: Connection, live: Live, message: Any) -> Accepted:
        take(connection.paces.joins)
        join = convert(message or {}, Join)
        person = live.state.find(Participant, connection.session.participant)
        person.require_in()
        connection.look = join.look if person.role.is_staff and live.state.maybe(Room, join.look) else None
        is_first = connection.session.participant not in live.telling.people
        live.telling.welcome(connection, join)
        if connection.session.renewal is not None:
            connection.send(Packet("session", msgspec.json.encode(Renewed(session=connection.session.renewal))))
        self.forwarding.entered(connection, live)
        if is_first:
            await self.clockwork.arrived(live.id, connection.session.participant)
        return Accepted(seq=live.state.head)

    async def _do(self, connection: Connection, live: Live, message: Any) -> Accepted | Refusal:
        if connection.paces.commands.refused > ABUSE:
            # Counted for the person, who may come back.
            connection.paces.commands.refused = 0
            self._end(connection, "abuse")
        take(connection.paces.commands)
        take(live.commands)
        if not isinstance(message, dict):
            raise Refused("invalid", reason="a command is an object")
        if size_of(message) > MESSAGE_MAX:
            raise Refused("too_large", most=MESSAGE_MAX)
        id = command_id(message)
        command = decode({key: value for key, value in message.items() if key != "id"})
        return await self.gateway.do(live.id, Actor(connection.session.participant), command, id)

    async def _look(self, connection: Connection, live: Live, message: Any) -> Accepted:
        """Staff look at a room without leaving theirs."""
        take(connection.paces.joins)
        person = live.state.find(Participant, connection.session.participant)
        if not person.role.is_staff:
            raise Refused("not_allowed", permission="steer")
        room = convert(message or {}, LookAt).room
        connection.look = live.state.find(Room, room).id if room else None
        live.telling.follow(connection)
        self.forwarding.looks(connection)
        return Accepted(seq=live.state.head)

    async def _signal(self, sid: str, message: Any = None, *rest: Any) -> None:
        connection = self.connections.get(sid)
        live = self.gateway.live.get(connection.session.workshop) if connection else None
        if connection and live and connection.paces.signals.take(time.monotonic()):
            with suppress(Refused):
                said = stamped(live.telling, connection, convert(message, SendSignal))
                if said is not None:
                    pass_on(live.telling, said, but=connection)
                    self.together.signalled(live.id, said)

    async def _cursor(self, sid: str, message: Any = None, *rest: Any) -> None:
        connection = self.connections.get(sid)
        live = self.gateway.live.get(connection.session.workshop) if connection else None
        if connection and live and connection.paces.cursors.take(time.monotonic()):
            with suppress(Refused):
                self.documents.cursor(connection, live, message)


def is_own(origin: str | None, environ: dict[str, Any]) -> bool:
    """Whether a page of this server asks; python-engineio alone would not know that we speak TLS ourselves."""
    scheme = "https" if environ["asgi.scope"].get("scheme") in ("https", "wss") else "http"
    said = environ.get("HTTP_X_FORWARDED_PROTO", scheme).partition(",")[0].strip()
    hosts = [environ.get(name, "").partition(",")[0].strip() for name in ("HTTP_HOST", "HTTP_X_FORWARDED_HOST")]
    return origin in [f"{one}://{host}" for one in (scheme, said) for host in hosts if host]


def acknowledgement(answer: Struct | None) -> dict[str, Any]:
    if isinstance(answer, Refusal):
        return {"refused": {"code": answer.code, "details": answer.details}}
    return msgspec.to_builtins(answer, builtin_types=(bytes,)) if answer is not None else {}


def refuse_connection(code: str, details: dict[str, Any]) -> socketio.exceptions.ConnectionRefusedError:
    return socketio.exceptions.ConnectionRefusedError(code, {"code": code, "details": details})
