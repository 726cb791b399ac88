"""A robot's face and voice in browsers: they decode them as they do anybody's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest_asyncio

from media.control import Wish
from media.light import Crowd, LightClient
from media.synthetic import Camera, Metronome, Microphone
from media.synthetic.face import LAYERS
from media.synthetic.face import record as record_face
from media.synthetic.voice import WORD_PACKETS
from media.synthetic.voice import record as record_voice
from rooms.ids import ParticipantId
from tests.e2e.callers import WORKSHOP, Caller, Studio, seat, studio
from tests.e2e.tabs import Tabs

ROBOT = ParticipantId("robot")
CONNECTION = "a-connection-of-the-robot"
SPEECH = 0.01
A_TENTH = 4_800
"""Of a second, in samples."""
"""Of energy, by the browser's count: much less than a second of words."""


class Robot:
    def __init__(self) -> None:
        self.microphone = Microphone(record_voice(140))
        self.camera = Camera(record_face("Robot", 0.3))

    @asynccontextmanager
    async def calling(self, hall: Studio) -> AsyncIterator[None]:
        metronome = Metronome()
        metronome.add(self.microphone)
        metronome.add(self.camera)
        async with Crowd() as crowd, asyncio.TaskGroup() as group:
            light = LightClient(crowd, ("microphone", "camera"))
            worker = hall.worker
            answer = await worker.offer(WORKSHOP, ROBOT, CONNECTION, light.offer, light.lines, "desktop")
            await light.connect(answer)
            self.microphone.sending = light.sending["microphone", ""]
            self.camera.connect({rid: light.sending["camera", rid] for rid in LAYERS})
            light.on_key_asked = self.camera.ask_key
            await worker.wish(WORKSHOP, ROBOT, CONNECTION, Wish(microphone=True, camera=True))
            self.camera.wanted = tuple(LAYERS)
            self.microphone.is_on = self.microphone.speaks = True
            beating = group.create_task(metronome.run())
            yield
            beating.cancel()


class Listener(Caller):
    async def has_got(self, mid: str, packets: int) -> Any:
        return (await self.sees(lambda stats: bool(stats["in"][mid]["packetsReceived"] >= packets)))["in"][mid]


@pytest_asyncio.fixture(loop_scope="session")
async def hall() -> AsyncIterator[Studio]:
    async with studio() as opened:
        opened.sit(seat(ROBOT), seat("bruno"))
        yield opened


async def test_a_browser_sees_and_hears_a_robot(hall: Studio, tabs: Tabs) -> None:
    robot = Robot()
    async with robot.calling(hall):
        bruno = Listener(hall, await tabs(), "bruno")
        await bruno.call(captures=False)
        await bruno.wish(layout="grid", faces=4)
        face, voice = await asyncio.gather(bruno.is_fed("camera", by=ROBOT), bruno.is_fed("microphone", by=ROBOT))

        def plays(stats: dict[str, Any]) -> bool:
            seen, heard = stats["in"].get(face, {}), stats["in"].get(voice, {})
            return bool(seen.get("framesDecoded", 0) > 30 and heard.get("totalAudioEnergy", 0) > SPEECH)

        await bruno.sees(plays)
        await bruno.sees(lambda stats: bool(stats["in"][face]["frameWidth"] == LAYERS["f"][0]))

        robot.microphone.speaks = False
        word_is_over = (await bruno.stats())["in"][voice]["packetsReceived"] + WORD_PACKETS + 5
        before = await bruno.has_got(voice, word_is_over)
        after = await bruno.has_got(voice, word_is_over + 10)
        assert after["totalAudioEnergy"] - before["totalAudioEnergy"] < SPEECH / 100
        concealed = after["concealedSamples"] - before["concealedSamples"]
        assert concealed < A_TENTH, "what DTX leaves out is not taken for lost, but for a moment on a busy machine"
