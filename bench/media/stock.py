"""The stock aiortc relay beside us."""

from __future__ import annotations

import asyncio
import json
import sys
from functools import partial
from typing import Self

from bench.media.filling import Filled, roles_of, several
from bench.media.full import FullClient
from bench.media.measuring import MEASURED_S, WARM_S, Process, on_server_core
from bench.media.scenes import Person, Scene
from media.control import LineRole
from media.light import Crowd, LightClient

ANSWER_S = 20.0
ANSWER_MOST = 1 << 20


class Stock:
    """Use it as a context."""

    def __init__(self, crowd: Crowd, address: str) -> None:
        self._crowd = crowd
        self._address = address

    async def __aenter__(self) -> Self:
        with on_server_core():
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bench.media.relay", limit=ANSWER_MOST,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            )  # fmt: skip
        self.process = Process(self._process.pid)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._process.kill()
        await self._process.wait()

    async def warmed(self) -> None:
        await asyncio.sleep(WARM_S)

    async def passed(self) -> None:
        await asyncio.sleep(MEASURED_S)

    async def fill(self, scene: Scene) -> Filled:
        speaking = await several(partial(self._enter, scene), scene.speakers, 1)
        return Filled(speaking, await several(partial(self._enter, scene), scene.listeners, 1))

    async def _enter(self, scene: Scene, person: Person) -> LightClient:
        """Or speak; nobody does both here."""
        heard = scene.others(person) if person.listens else []
        voices: list[LineRole] = ["voice" for each in heard if each.microphone]
        faces: list[LineRole] = ["face" for each in heard if each.camera]
        client = FullClient(self._crowd, self._address, [*roles_of(person), *voices, *faces])
        asked = {"sdp": client.offer, "name": person.name, "heard": [each.name for each in heard]}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        answer = json.loads(await asyncio.wait_for(self._process.stdout.readline(), ANSWER_S))
        await client.connect(answer["sdp"], address=self._address)
        return client
