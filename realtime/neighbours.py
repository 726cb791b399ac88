"""The other web processes of an installation, and what they say to each other. All of it may be lost."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

import msgspec
from msgspec import Struct
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from realtime.messages import DocCursor, Looking, Signal
from rooms.ids import ParticipantId, WorkshopId

SILENT_S = 5.0
"""All hear themselves each second: after so long without a word it is the way to the others that is cut."""
RETRY_S = 1.0
WAITING_MAX = 5_000
log = logging.getLogger(__name__)


class Word(Struct, frozen=True, kw_only=True, tag_field="type"):
    pass


class Changed(Word, frozen=True, tag="changed"):
    """Look at the journal: a workshop is at `head` now."""

    workshop: WorkshopId
    head: int


class Gathering(Struct, frozen=True, kw_only=True):
    """Who is connected through one process, and where those of staff look."""

    people: frozenset[ParticipantId] = frozenset()
    looking: tuple[Looking, ...] = ()


class Present(Word, frozen=True, tag="present"):
    """Said each second, of all workshops with people in them; where one is not named nobody is connected any more."""

    workshops: dict[WorkshopId, Gathering]


class Signalled(Word, frozen=True, tag="signalled"):
    """A signal as its sender's process stamped it."""

    workshop: WorkshopId
    signal: Signal
    for_staff: bool


class Pointed(Word, frozen=True, tag="pointed"):
    """Where somebody writes in a text."""

    workshop: WorkshopId
    cursor: DocCursor


class Cut(Word, frozen=True, tag="cut"):
    """A link was revoked."""

    link: str


class Ended(Word, frozen=True, tag="ended"):
    """Somebody left on all their devices: what was issued before (epoch ms) is over."""

    workshop: WorkshopId
    participant: ParticipantId
    before: int


AnyWord = Changed | Present | Signalled | Pointed | Cut | Ended


class Neighbours(Protocol):
    """`hear` is told which process says what, never one's own words."""

    hear: Callable[[str, AnyWord], None]

    heard_since: float | None
    """Since when (the loop's time) there is a way to them, so that silence means that they are gone; None without."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    def say(self, word: AnyWord) -> None: ...


class Alone:
    """One process serves: there is nobody to talk to."""

    def __init__(self) -> None:
        self.hear: Callable[[str, AnyWord], None] = lambda process, word: None
        self.heard_since: float | None = 0.0

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        pass

    def say(self, word: AnyWord) -> None:
        pass


class Said(Struct, frozen=True, array_like=True):
    process: str
    word: AnyWord


class ByRedis:
    """Over one channel of Redis, which keeps none of it. `channel` is the installation's own: several may share one."""

    def __init__(self, url: str, channel: str) -> None:
        self.hear: Callable[[str, AnyWord], None] = lambda process, word: None
        self.heard_since: float | None = None
        self._me = secrets.token_hex(6)
        self._channel = channel
        # Retrying is ours: what waited is worth nothing when it gets through late.
        self._redis = Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2, retry=Retry(NoBackoff(), 0))
        self._waiting: deque[bytes] = deque(maxlen=WAITING_MAX)
        self._stirred = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._decoder = msgspec.msgpack.Decoder(Said)
        self._encoder = msgspec.msgpack.Encoder()

    async def start(self) -> None:
        """Returns at once, whether there is a Redis or not."""
        self._tasks = [
            asyncio.create_task(self._listen(), name="hear neighbours"),
            asyncio.create_task(self._speak(), name="tell neighbours"),
        ]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        with suppress(RedisError, OSError):
            await self._redis.aclose()

    def say(self, word: AnyWord) -> None:
        if self.heard_since is not None:
            self._waiting.append(self._encoder.encode(Said(self._me, word)))
            self._stirred.set()

    async def _speak(self) -> None:
        """All that has gathered at once."""
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            words = list(self._waiting)
            self._waiting.clear()
            try:
                async with self._redis.pipeline(transaction=False) as pipeline:
                    for word in words:
                        pipeline.publish(self._channel, word)
                    await pipeline.execute()
            except (RedisError, OSError):
                # Who listens notices too, and says so.
                await asyncio.sleep(RETRY_S)

    async def _listen(self) -> None:
        while True:
            try:
                async with self._redis.pubsub() as listening:
                    await listening.subscribe(self._channel)
                    while (message := await listening.get_message(timeout=SILENT_S)) is not None:
                        self._take(message)
            except (RedisError, OSError) as error:
                log.warning("other web processes are not heard: %s", type(error).__name__)
            self.heard_since = None
            self._waiting.clear()
            await asyncio.sleep(RETRY_S)

    def _take(self, message: dict[str, Any]) -> None:
        """What a neighbour of another version says may be strange."""
        if message["type"] == "subscribe":
            self.heard_since = asyncio.get_running_loop().time()
            log.info("other web processes are heard by Redis")
        if message["type"] != "message":
            return
        try:
            said = self._decoder.decode(message["data"])
            if said.process != self._me:
                self.hear(said.process, said.word)
        except msgspec.ValidationError:
            pass
        except Exception:
            log.exception("a neighbour could not be heard")
