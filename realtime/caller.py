"""One person's voice and video from Python: calls, calls again whenever that ends, knows what it was told of it."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import msgspec

from facilitation.stage import media_of
from media.control import Device, Fed, LineRole, Shown, Wish
from media.light import Crowd, LightClient
from media.light.offer import Candidate, read_answer
from realtime.client import Client, Gone
from realtime.messages import (
    MediaOffer,
    MediaOpened,
    MediaPeople,
    MediaSlots,
    MediaSpeaking,
    MediaStanding,
    MediaWanted,
    MediaWish,
)
from rooms.agenda import Media
from rooms.ids import ParticipantId, RoomId
from rooms.refusal import Refused

RETRY_S = 2.0
AGAIN_S = 0.5
CONNECT_S = 18.0
"""The worker gives up after 20."""
UDP_TRIES = 2
OVER = ("gone", "replaced", "cut")
NOTHING = MediaWanted(connection="", microphone=False, camera=(), screen=())


@dataclass(slots=True)
class Scene:
    """Of a room, as was told."""

    voices: tuple[ParticipantId, ...] = ()
    dominant: ParticipantId | None = None
    people: dict[ParticipantId, Shown] = field(default_factory=dict)


class Caller:
    """`light` is the connection while there is one. What is wished may be changed at any time."""

    def __init__(self, client: Client, crowd: Crowd, roles: Sequence[LineRole], device: Device = "desktop") -> None:
        self.on_connected: Callable[[LightClient], None] = lambda light: None
        self.on_ended: Callable[[LightClient], None] = lambda light: None
        self.on_wanted: Callable[[], None] = lambda: None
        self.light: LightClient | None = None
        self.slots: Mapping[str, Fed] = {}
        """By mid, who is behind it."""
        self.wanted = NOTHING
        self.scenes: dict[RoomId, Scene] = {}
        self.is_off = False
        """There are no calls in this installation."""
        self.calls = 0
        self.waits_since: float | None = None
        """When it began to want a connection that it does not have yet, by the monotonic clock."""
        self.failures: Counter[str] = Counter()
        """Why calls were refused, or never reached the worker."""
        self._client = client
        self._crowd = crowd
        self._roles = roles
        self._device: Device = device
        self._wish = Wish()
        self._connection = ""
        self._is_over = False
        self._stirred = asyncio.Event()
        client.on_media = self._hear
        client.on_welcome = self._stirred.set

    @property
    def wish(self) -> Wish:
        return self._wish

    @wish.setter
    def wish(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self._stirred.set()

    def scene(self, room: RoomId) -> Scene:
        return self.scenes.setdefault(room, Scene())

    # -- calling --------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Until cancelled, or it turns out that nobody calls here. While the workshop is in writing it waits."""
        while not self.is_off:
            await self._client.is_here.wait()
            pause_s = RETRY_S
            if media_of(self._client.store.state) is Media.TEXT:
                self.waits_since = None
            else:
                self.waits_since = self.waits_since or monotonic()
                try:
                    await self._call()
                    pause_s = AGAIN_S
                except Refused as refused:
                    self.failures[refused.code] += 1
                    pause_s = refused.details.get("retry_ms", RETRY_S * 1000) / 1000
                except (Gone, ConnectionError) as error:
                    self.failures["not_reached" if isinstance(error, ConnectionError) else "not_answered"] += 1
            await asyncio.sleep(pause_s)

    async def _call(self) -> None:
        """From the first question to the end of the connection. Raises Refused, Gone, ConnectionError."""
        if await self._is_text():
            return
        light = LightClient(self._crowd, self._roles)
        self._connection, self._is_over = secrets.token_hex(16), False
        try:
            offer = MediaOffer(connection=self._connection, sdp=light.offer, lines=light.lines, device=self._device)
            answer = await self._client.ask("media.offer", msgspec.to_builtins(offer))
            await self._connect(light, answer["sdp"])
            light.on_closed = self._end
            self.light, self.waits_since = light, None
            self.calls += 1
            self.on_connected(light)
            await self._keep()
        finally:
            self._connection, self.slots, self.wanted = "", {}, NOTHING
            light.close()
            if self.light is not None:
                self.light = None
                self.on_ended(light)

    async def _is_text(self) -> bool:
        try:
            opened = msgspec.convert(await self._client.ask("media.open", {}), MediaOpened)
        except Refused as refused:
            if refused.code != "media_off":
                raise
            self.is_off, self.waits_since = True, None
            return True
        return opened.media is Media.TEXT

    async def _connect(self, light: LightClient, answer: str) -> None:
        try:
            async with asyncio.timeout(CONNECT_S):
                for candidate in self._ways(read_answer(answer).candidates):
                    try:
                        return await light.connect(answer, candidate.protocol, candidate.address)
                    except ConnectionError:
                        if light.is_closed:
                            raise
        except TimeoutError:
            pass
        raise ConnectionError("no way leads to the media worker")

    def _ways(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Where the web server is, if the worker is there too; then elsewhere; and by TCP at last."""
        near = self._client.address
        for protocol, most in (("udp", UDP_TRIES), ("tcp", 1)):
            offered = [candidate for candidate in candidates if candidate.protocol == protocol]
            yield from sorted(offered, key=lambda candidate: candidate.address != near)[:most]

    async def _keep(self) -> None:
        """Say what is wished, again after each interruption, until the connection is over."""
        self._stirred.set()
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            if self._is_over:
                return
            wish = {name: getattr(self._wish, name) for name in Wish.__struct_fields__}
            said = MediaWish(connection=self._connection, **wish)
            try:
                await self._client.ask("media.wish", msgspec.to_builtins(said))
            except (Gone, Refused) as problem:
                if isinstance(problem, Refused) and problem.code == "unknown":
                    return
                await asyncio.sleep(AGAIN_S)
                self._stirred.set()

    def _end(self) -> None:
        self._is_over = True
        self._stirred.set()

    # -- what the server says -------------------------------------------------------------------------------------

    def _hear(self, event: str, value: Any) -> None:
        match event:
            case "media.speaking":
                speaking = msgspec.convert(value, MediaSpeaking)
                scene = self.scene(speaking.room)
                scene.voices, scene.dominant = speaking.voices, speaking.dominant
            case "media.people":
                self._hear_of_people(msgspec.convert(value, MediaPeople))
            case "media.restart":
                self._end()
            case _ if value["connection"] != self._connection:
                return
            case "media.slots":
                self.slots = msgspec.convert(value, MediaSlots).slots
            case "media.wanted":
                self.wanted = msgspec.convert(value, MediaWanted)
                self.on_wanted()
            case "media.standing" if msgspec.convert(value, MediaStanding).standing in OVER:
                self._end()

    def _hear_of_people(self, told: MediaPeople) -> None:
        people = self.scene(told.room).people
        if told.all:
            people.clear()
        people.update((shown.participant, shown) for shown in told.put)
        for id in told.drop:
            people.pop(id, None)
