"""One robot's voice and face: what it sends, by its script, and what it gets of the others."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import replace
from time import monotonic

from facilitation.robots import Script, Sending, Sight, sending
from media.control import Device, LineRole, Wish
from media.light import LightClient, Received
from media.synthetic import Camera, Microphone
from realtime.caller import Caller
from realtime.client import Client
from realtime.messages import You
from rooms.ids import ParticipantId
from rooms.people import Participant
from rooms.permissions import Role
from web.robots.plan import Plan
from web.robots.studio import Studio
from web.robots.summary import Reception

TURN_S = 1.0
VOICE_BYTES = 12 + 15
"""A packet with its header. Silence is smaller, words are larger."""
LATEST_S = 15.0
"""After which a robot without a call is one too many."""
FACES: dict[Device, int] = {"phone": 4, "desktop": 9}
DOWNLINK: dict[Device, int] = {"phone": 1_500_000, "desktop": 5_000_000}
"""Bits a second, as a browser estimates them."""


class Calling:
    def __init__(
        self, plan: Plan, number: int, studio: Studio, client: Client, script: Script, dice: random.Random
    ) -> None:
        self.studio = studio
        self.client = client
        self.dice = dice
        self.has_face = number < plan.faces
        self.script = replace(script, has_camera=self.has_face)
        self.device: Device = "phone" if number % 2 else "desktop"
        self.sees = plan.faces > 0
        self.microphone = Microphone(studio.voice(number))
        self.camera = Camera(studio.face(number)) if self.has_face else None
        self.caller = Caller(client, studio.crowd, self._roles(), self.device)
        self.caller.on_connected = self._connected
        self.caller.on_ended = self._ended
        self.caller.on_wanted = self._switch
        self.now = Sending()
        self.began = monotonic()
        self.kinds: dict[str, str] = {}
        """Of what comes, by mid: sound or pictures."""
        self.first_ms: dict[str, float] = {}
        self.counts: Counter[str] = Counter()
        self.heard: set[ParticipantId] = set()
        self.seen: set[ParticipantId] = set()

    @property
    def you(self) -> You:
        assert self.client.store.you is not None
        return self.client.store.you

    def _roles(self) -> list[LineRole]:
        roles: list[LineRole] = []
        if self.you.role is not Role.VIEWER:
            roles += ["microphone", "camera"] if self.has_face else ["microphone"]
        roles += ["voice"] * 4
        return roles + ["face"] * FACES[self.device] + ["shared"] if self.sees else roles

    async def run(self) -> None:
        """Until cancelled, or nobody calls here."""
        self.began = monotonic()
        self.studio.metronome.add(self.microphone)
        if self.camera is not None:
            self.studio.metronome.add(self.camera)
        try:
            async with asyncio.TaskGroup() as group:
                turns = group.create_task(self._turns())
                await self.caller.run()
                turns.cancel()
        finally:
            self._leave()

    async def _turns(self) -> None:
        while True:
            self._turn()
            await asyncio.sleep(TURN_S)

    def _leave(self) -> None:
        self.studio.metronome.remove(self.microphone)
        if self.camera is not None:
            self.studio.metronome.remove(self.camera)
        self.studio.hearing.speaks(self.you.participant, None)
        self.studio.hearing.listens(self.you.participant, None)

    # -- what it sends --------------------------------------------------------------------------------------------

    def _turn(self) -> None:
        """Once a second: look around, and decide whether to speak."""
        you, store = self.you, self.client.store
        sight = Sight(you.participant, you.room, store.state, store.own)
        voices = self.caller.scene(you.room).voices
        self.now = sending(sight, self.script, self.now, voices, self.dice)
        self.caller.wish = Wish(
            microphone=self.now.microphone,
            camera=self.now.camera,
            layout=("speaker" if self.device == "phone" else "grid") if self.sees else "none",
            faces=FACES[self.device] if self.sees else 0,
        )
        self._switch()
        self._note(you, sight)

    def _note(self, you: You, sight: Sight) -> None:
        """Who speaks and who listens, as the robots know it themselves. Interpreters are for those who want them."""
        hearing = self.studio.hearing
        is_calling = self.caller.light is not None and self.client.is_here.is_set()
        seat = sight.seat()
        is_for_all = self.now.speaks and seat is not None and not seat.interprets
        hearing.speaks(you.participant, you.room if is_calling and is_for_all else None)
        others = [who for who in self.caller.scene(you.room).voices if not hearing.is_robot(who)]
        hearing.listens(you.participant, you.room if is_calling else None, len(others))

    def _switch(self) -> None:
        """On and off by what is wanted, as a page does."""
        wanted = self.caller.wanted
        self.microphone.is_on = self.now.microphone and wanted.microphone
        self.microphone.speaks = self.now.speaks
        if self.camera is not None:
            self.camera.wanted = wanted.camera if self.now.camera else ()

    # -- what it gets ---------------------------------------------------------------------------------------------

    def _connected(self, light: LightClient) -> None:
        light.estimate = DOWNLINK[self.device]
        light.on_packet = self._take
        self.kinds = {mid: "sound" if role == "voice" else "pictures" for mid, role in light.lines.items()}
        self.microphone.sending = light.sending.get(("microphone", ""))
        if self.camera is not None:
            self.camera.connect({rid: each for (role, rid), each in light.sending.items() if role == "camera"})
            light.on_key_asked = self.camera.ask_key

    def _ended(self, light: LightClient) -> None:
        self.microphone.sending = None
        if self.camera is not None:
            self.camera.connect({})
        self._count(light)

    def _take(self, received: Received, data: bytes) -> None:
        kind = self.kinds[received.mid]
        if kind not in self.first_ms:
            self.first_ms[kind] = (monotonic() - self.began) * 1000
        fed = self.caller.slots.get(received.mid)
        if fed is None:
            return
        if kind == "pictures":
            self.seen.add(fed.participant)
        elif len(data) > VOICE_BYTES:
            self.heard.add(fed.participant)
            self.studio.hearing.hears(fed.participant, self.you.participant, self.you.room)

    def _count(self, light: LightClient) -> None:
        for mid, received in light.received.items():
            self.counts[self.kinds[mid]] += received.packets
            self.counts["lost"] += received.lost + len(received.missing)

    # -- afterwards -----------------------------------------------------------------------------------------------

    @property
    def is_without(self) -> bool:
        """It should have reached the media worker by now."""
        return self.caller.waits_since is not None and monotonic() - self.caller.waits_since > LATEST_S

    def reception(self) -> Reception:
        return Reception(
            name=self.name,
            sound=self.counts["sound"],
            pictures=self.counts["pictures"],
            lost=self.counts["lost"],
            first_sound_ms=self.first_ms.get("sound"),
            first_picture_ms=self.first_ms.get("pictures"),
            heard=len(self.heard),
            seen=len(self.seen),
            calls=self.caller.calls,
        )

    @property
    def name(self) -> str:
        person = self.client.store.state.maybe(Participant, self.you.participant)
        return person.name if person is not None else self.you.participant
