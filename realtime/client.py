"""A client of the wire in Python, for robots and measurements: connects, keeps a store, resends until answered."""

from __future__ import annotations

import asyncio
import gzip
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from facilitation.workshop import AnyEntity
from realtime.messages import PROTOCOL, Accepted, Bye, Frame, Join, Mine, Refusal, Renewed, Tick, Welcome, You
from rooms.command import Command
from rooms.entity import Entity
from rooms.refusal import Refused
from rooms.state import Overlay, State

ANSWER_S = 10.0
BACKOFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
AGAIN = ("busy", "too_fast")
"""Refusals of the moment: the same command may pass a little later."""
ENTITIES = msgspec.json.Decoder(list[AnyEntity])


class Gone(Exception):
    """The connection has ended before the answer came."""


class Unwelcome(Exception):
    """The server will not have us, now or later."""


class Socket:
    """Socket.IO 5 over one WebSocket: only what this wire needs of it."""

    def __init__(self, websocket: ClientConnection) -> None:
        self._websocket = websocket
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._calls = 0
        self._sending = asyncio.Lock()

    async def open(self, auth: dict[str, Any]) -> None:
        await self._websocket.recv()  # Engine.IO's own greeting
        await self._websocket.send("40" + msgspec.json.encode(auth).decode())
        answer = str(await self._websocket.recv())
        if answer.startswith("42"):
            # Whoever is sent away at this very moment hears the goodbye before they are told that they are in.
            raise farewell(msgspec.convert(msgspec.json.decode(answer[2:])[1], Bye))
        if not answer.startswith("40"):
            raise refused(msgspec.json.decode(answer[2:]))

    async def emit(self, event: str, value: Any, number: str = "") -> None:
        parts: list[bytes] = []
        body = msgspec.json.encode([event, parted(value, parts)]).decode()
        # One call for all: nobody else's message may come between an event and its attachments.
        async with self._sending:
            await self._websocket.send(f"45{len(parts)}-{number}{body}" if parts else f"42{number}{body}")
            for part in parts:
                await self._websocket.send(part)

    async def call(self, event: str, value: Any) -> Any:
        """The server's answer. Raises Gone when none comes."""
        self._calls += 1
        number = self._calls
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        try:
            await self.emit(event, value, str(number))
            # Not wait_for, which before Python 3.12 loses a cancellation that comes with the answer.
            async with asyncio.timeout(ANSWER_S):
                return await answer
        except (TimeoutError, WebSocketException) as error:
            raise Gone from error
        finally:
            self._answers.pop(number, None)

    async def events(self) -> AsyncIterator[tuple[str, Any]]:
        """(name, value) of each event, until the connection ends. Must be read for `call` to be answered."""
        try:
            async for message in self._websocket:
                text = str(message)
                if text == "2":
                    await self._websocket.send("3")
                elif text.startswith("43"):
                    self._answered(text[2:], [])
                elif text.startswith("46"):
                    count, _, rest = text[2:].partition("-")
                    self._answered(rest, await self._attachments(int(count)))
                elif text.startswith("42"):
                    event, value = msgspec.json.decode(text[2:])
                    yield event, value
                elif text.startswith("45"):
                    yield await self._with_attachments(text[2:])
                elif text.startswith("41"):
                    return
        except WebSocketException:
            return
        finally:
            for answer in self._answers.values():
                if not answer.done():
                    answer.set_exception(Gone())

    def _answered(self, text: str, parts: list[bytes]) -> None:
        number = text[: text.index("[")]
        answer = self._answers.get(int(number))
        if answer is not None and not answer.done():
            answer.set_result(filled(msgspec.json.decode(text[len(number) :])[0], parts))

    async def _with_attachments(self, text: str) -> tuple[str, Any]:
        count, _, body = text.partition("-")
        parts = await self._attachments(int(count))
        event, value = msgspec.json.decode(body)
        return event, filled(value, parts)

    async def _attachments(self, count: int) -> list[bytes]:
        return [await self._websocket.recv(decode=False) for _ in range(count)]


def parted(value: Any, parts: list[bytes]) -> Any:
    """The value with a numbered placeholder for each of its bytes, which go to `parts`."""
    match value:
        case bytes():
            parts.append(value)
            return {"_placeholder": True, "num": len(parts) - 1}
        case dict():
            return {key: parted(item, parts) for key, item in value.items()}
    return value


def filled(value: Any, parts: list[bytes]) -> Any:
    """The value with each numbered placeholder replaced by its attachment."""
    match value:
        case {"_placeholder": True, "num": int(number)}:
            return parts[number]
        case dict():
            return {key: filled(item, parts) for key, item in value.items()}
        case list():
            return [filled(item, parts) for item in value]
    return value


@dataclass(slots=True)
class Store:
    """What one has been told: `seen` as one's audience sees it, `own` whole; `state` is both, one's own first."""

    seen: State = field(default_factory=State)
    own: State = field(default_factory=State)
    state: Overlay = field(init=False)
    head: int = 0
    epoch: str | None = None
    you: You | None = None
    holes: int = 0

    def __post_init__(self) -> None:
        self.state = Overlay(self.seen)

    def join(self) -> Join:
        """What to say when joining: where one stands, if anywhere."""
        if self.epoch is None or self.you is None:
            return Join()
        return Join(since=self.head, epoch=self.epoch, audience=self.you.audience, look=self.you.look)

    def welcome(self, welcome: Welcome) -> None:
        if welcome.mode == "snapshot":
            self.seen = State()
            for part in welcome.snapshot:
                self._put(self.seen, ENTITIES.decode(gzip.decompress(part)))
        self.own, self.state = State(), Overlay(self.seen)
        self._put_own(welcome.mine)
        for frame in welcome.frames:
            self.frame(frame)
        self.you, self.epoch, self.head = welcome.you, welcome.epoch, welcome.seq

    def frame(self, frame: Frame) -> None:
        self._put(self.seen, frame.put)
        for id in frame.drop:
            self.seen.drop(id)
        self.head = max(self.head, frame.to)

    def mine(self, mine: Mine) -> None:
        self._put_own(mine.put)
        for id in mine.drop:
            self.own.drop(id)
            # Not Overlay's own way of dropping, which would hide what the audience sees of it.
            State.drop(self.state, id)

    def _put_own(self, entities: tuple[AnyEntity, ...]) -> None:
        self._put(self.own, entities)
        self._put(self.state, entities)

    def _put(self, state: State, entities: tuple[AnyEntity, ...] | list[AnyEntity]) -> None:
        for entity in entities:
            state.put(entity)

    def entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.state}


class Client:
    """One person's connection, made again whenever it ends; commands wait for it and are sent again as they were."""

    def __init__(self, url: str, session: str, workshop: str = "") -> None:
        """`url` is the server's, http or https; by the `workshop` a proxy knows where the others are."""
        self.server, self.workshop = url.rstrip("/"), workshop
        address = self.server.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        self.url = f"{address}&workshop={workshop}" if workshop else address
        self.session = session
        self.store = Store()
        self.reconnections = 0
        self.again = 0
        """Commands sent again, unanswered or put off."""
        self.on_media: Callable[[str, Any], None] = lambda event, value: None
        """Told what the server says of voice and video."""
        self.on_document: Callable[[str, Any], None] = lambda event, value: None
        """The same of what people write together."""
        self.on_welcome: Callable[[], None] = lambda: None
        """Called each time one has come in, again too."""
        self.on_frame: Callable[[], None] = lambda: None
        """Called when others' changes have."""
        self.is_here = asyncio.Event()
        self._away_s = 0.0
        self._socket: Socket | None = None
        self._websocket: ClientConnection | None = None
        self._outbox = asyncio.Lock()

    @property
    def address(self) -> str:
        """By which number the server was reached last."""
        remote = self._websocket.remote_address if self._websocket is not None else None
        return str(remote[0]) if remote else ""

    async def run(self) -> None:
        """Until cancelled, or Unwelcome."""
        attempt = 0
        while True:
            try:
                async with connect(self.url, compression=None, max_size=None) as websocket:
                    await self._live(websocket)
                attempt = 0
            except (Gone, OSError, WebSocketException):
                attempt += 1
            self.is_here.clear()
            away_s, self._away_s = self._away_s, 0.0
            await asyncio.sleep(max(away_s, BACKOFF_S[min(attempt, len(BACKOFF_S) - 1)]))

    async def lose(self, seconds: float) -> None:
        """The connection ends as if the network had, and comes back after so long."""
        self._away_s = seconds
        if self._websocket is not None:
            self._websocket.transport.abort()

    async def _live(self, websocket: ClientConnection) -> None:
        self._websocket = websocket
        self._socket = socket = Socket(websocket)
        await socket.open({"session": self.session, "client": PROTOCOL})
        self.reconnections += self.store.epoch is not None
        await self._join(socket)
        async for event, value in socket.events():
            await self._hear(socket, event, value)
        self.is_here.clear()

    async def _join(self, socket: Socket) -> None:
        await socket.emit("join", msgspec.to_builtins(self.store.join()))

    async def _hear(self, socket: Socket, event: str, value: Any) -> None:
        store = self.store
        match event:
            case "welcome":
                store.welcome(msgspec.convert(value, Welcome))
                self.is_here.set()
                self.on_welcome()
            case "frame" if self.is_here.is_set():
                frame = msgspec.convert(value, Frame)
                if frame.since > store.head:
                    await self._resync(socket)
                else:
                    store.frame(frame)
                    self.on_frame()
            case "mine":
                store.mine(msgspec.convert(value, Mine))
            case "you":
                store.you = msgspec.convert(value, You)
            case "session":
                self.session = msgspec.convert(value, Renewed).session
            case "tick":
                tick = msgspec.convert(value, Tick)
                if self.is_here.is_set() and (tick.epoch != store.epoch or tick.head > store.head):
                    await self._resync(socket)
            case _ if event.startswith("media."):
                self.on_media(event, value)
            case _ if event.startswith("doc."):
                self.on_document(event, value)
            case "bye":
                bye = msgspec.convert(value, Bye)
                if bye.retry_ms is None:
                    raise farewell(bye)
                self._away_s = bye.retry_ms / 1000

    async def _resync(self, socket: Socket) -> None:
        self.store.holes += 1
        self.is_here.clear()
        await self._join(socket)

    async def do(self, command: Command) -> Accepted | Refusal:
        """Give a command; comes back once it is durable or refused, however often the connection breaks."""
        wish = {"id": secrets.token_urlsafe(18), **msgspec.to_builtins(command)}
        async with self._outbox:
            while True:
                await self.is_here.wait()
                assert self._socket is not None
                try:
                    answer = read_answer(await self._socket.call("do", wish))
                except Gone:
                    self.again += 1
                    if self._websocket is not None:
                        await self._websocket.close()
                    self.is_here.clear()
                    continue
                if isinstance(answer, Accepted) or answer.code not in AGAIN:
                    return answer
                self.again += 1
                await asyncio.sleep(answer.details.get("retry_ms", 500) / 1000)

    async def ask(self, event: str, value: Any) -> dict[str, Any]:
        """What concerns voice, video and documents, which nobody sends again by itself. Raises Refused, or Gone."""
        await self.is_here.wait()
        assert self._socket is not None
        answer: dict[str, Any] = await self._socket.call(event, value)
        if "refused" in answer:
            raise Refused(answer["refused"]["code"], **answer["refused"]["details"])
        return answer


def refused(error: dict[str, Any]) -> Gone | Unwelcome:
    """What a refused connection raises: for now, or for good."""
    code = error.get("data", {}).get("code", error.get("message", ""))
    return Gone(code) if code in AGAIN else Unwelcome(code)


def farewell(bye: Bye) -> Gone | Unwelcome:
    return Unwelcome(bye.reason) if bye.retry_ms is None else Gone(bye.reason)


def read_answer(value: Any) -> Accepted | Refusal:
    if "refused" in value:
        return msgspec.convert(value["refused"], Refusal)
    return msgspec.convert(value, Accepted)
