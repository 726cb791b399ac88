"""Janus beside us: its own room plugin on one core, driven over its Unix socket."""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
import socket
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from bench.media.filling import Filled, roles_of, several
from bench.media.full import Answering, FullClient
from bench.media.measuring import MEASURED_S, WARM_S, Process, on_server_core
from bench.media.scenes import Person, Scene
from media.light import Crowd, LightClient

Answer = dict[str, Any]
PROGRAM = "janus"
AT_ONCE = 8
"""People who come at the same time."""
ANSWER_S = 20.0
CONFIGURATION = {
    # One loop for all, as is best on one core: by default each connection has a thread and a loop of its own.
    "janus.jcfg": """
general: {{ configs_folder = "{folder}"; plugins_folder = "{folder}/plugins"; transports_folder = "{folder}/transports"
  debug_level = 2; session_timeout = 0; event_loops = 1; log_to_stdout = true }}
media: {{ rtp_port_range = "20000-40000" }}
nat: {{ ice_enforce_list = "{address}"; ignore_mdns = true }}
""",
    "janus.transport.pfunix.jcfg": """
general: {{ enabled = true; json = "compact"; path = "{folder}/control"; type = "SOCK_SEQPACKET" }}
admin: {{ admin_enabled = false }}
""",
    "janus.plugin.videoroom.jcfg": "general: {{ }}\n",
}
ROOM = {
    "publishers": 100,
    "bitrate": 8_000_000,
    "fir_freq": 0,
    "audiocodec": "opus",
    "videocodec": "vp8",
    "transport_wide_cc_ext": False,
    "notify_joining": False,
}
"""What it need not do is switched off."""


def is_here() -> bool:
    return shutil.which(PROGRAM) is not None and modules() is not None


def modules() -> Path | None:
    return next(Path("/usr/lib").glob("*/janus/plugins/libjanus_videoroom.so"), None)


class Janus:
    """Use it as a context."""

    def __init__(self, crowd: Crowd, address: str) -> None:
        self._crowd = crowd
        self._address = address
        self._temporary = TemporaryDirectory(prefix="palabre-bench-janus-")
        self._folder = Path(self._temporary.name)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.setblocking(False)
        self._numbers = map(str, itertools.count(1))
        self._asked: dict[str, asyncio.Future[Answer]] = {}
        self._session = 0
        self._feeds: dict[str, int] = {}

    async def __aenter__(self) -> Self:
        self._configure()
        # It gives up when the thread of its socket is quicker than its own start, which happens on one core.
        while not await self._starts():
            pass
        self.process = Process(self._process.pid)
        asyncio.get_running_loop().add_reader(self._socket, self._read)
        self._session = (await self._ask(janus="create"))["data"]["id"]
        return self

    async def __aexit__(self, *_: object) -> None:
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()
        self._process.kill()
        await self._process.wait()
        self._temporary.cleanup()

    def _configure(self) -> None:
        """A folder of its own, with nothing in it but what is needed."""
        plugin = modules()
        assert plugin is not None
        for kind, file in (("plugins", plugin), ("transports", plugin.parents[1] / "transports/libjanus_pfunix.so")):
            (self._folder / kind).mkdir()
            (self._folder / kind / file.name).symlink_to(file)
        for name, text in CONFIGURATION.items():
            (self._folder / name).write_text(text.format(folder=self._folder, address=self._address))

    async def _starts(self) -> bool:
        with on_server_core():
            self._process = await asyncio.create_subprocess_exec(
                PROGRAM, "-F", str(self._folder), "-C", str(self._folder / "janus.jcfg"),
                stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
            )  # fmt: skip
        async with asyncio.timeout(ANSWER_S):
            while self._process.returncode is None:
                await asyncio.sleep(0.2)
                with suppress(OSError):
                    self._socket.connect(str(self._folder / "control"))
                    return True
        return False

    # -- people -------------------------------------------------------------------------------------------------------

    async def warmed(self) -> None:
        await asyncio.sleep(WARM_S)

    async def passed(self) -> None:
        await asyncio.sleep(MEASURED_S)

    async def fill(self, scene: Scene) -> Filled:
        """A speaker who listens is there twice, as with any client of this plugin."""
        handle = await self._attach()
        for room in range(scene.rooms):
            await self._say(handle, {"request": "create", "room": room + 1, **ROOM})
        speaking = await several(self._speak, scene.speakers, AT_ONCE)
        return Filled(speaking, await several(partial(self._listen, scene), scene.listeners, AT_ONCE))

    async def _speak(self, person: Person) -> LightClient:
        client = FullClient(self._crowd, self._address, roles_of(person))
        handle = await self._attach()
        joining = {"request": "joinandconfigure", "ptype": "publisher", "room": person.room + 1}
        event = await self._say(handle, joining, {"type": "offer", "sdp": client.offer, "trickle": False})
        self._feeds[person.name] = event["plugindata"]["data"]["id"]
        await client.connect(event["jsep"]["sdp"])
        return client

    async def _listen(self, scene: Scene, person: Person) -> LightClient:
        client = Answering(self._crowd, self._address)
        handle = await self._attach()
        streams = [{"feed": self._feeds[other.name]} for other in scene.others(person)]
        joining = {"request": "join", "ptype": "subscriber", "room": person.room + 1, "streams": streams}
        event = await self._say(handle, joining)
        answer = client.answer(event["jsep"]["sdp"])
        await self._say(handle, {"request": "start"}, {"type": "answer", "sdp": answer, "trickle": False})
        await client.reached()
        return client

    # -- its messages -------------------------------------------------------------------------------------------------

    async def _attach(self) -> int:
        asked = await self._ask(janus="attach", session_id=self._session, plugin="janus.plugin.videoroom")
        return int(asked["data"]["id"])

    async def _say(self, handle: int, body: dict[str, Any], jsep: dict[str, Any] | None = None) -> Answer:
        more = {} if jsep is None else {"jsep": jsep}
        return await self._ask(janus="message", session_id=self._session, handle_id=handle, body=body, **more)

    async def _ask(self, **message: Any) -> Answer:
        transaction = next(self._numbers)
        self._asked[transaction] = asked = asyncio.get_running_loop().create_future()
        self._socket.send(json.dumps({"transaction": transaction, **message}).encode())
        answer: Answer = await asyncio.wait_for(asked, ANSWER_S)
        data = answer.get("plugindata", {}).get("data", {})
        if answer["janus"] == "error" or "error" in data:
            raise ConnectionError(f"Janus: {answer.get('error') or data['error']}")
        return answer

    def _read(self) -> None:
        message = json.loads(self._socket.recv(1 << 20))
        # What it acknowledges it answers later.
        if message["janus"] != "ack" and (asked := self._asked.pop(message.get("transaction", ""), None)):
            asked.set_result(message)
