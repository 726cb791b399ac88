"""Drives a headless Firefox over WebDriver BiDi: as much of it as a test of voice and video asks for.

async with Firefox.start() as firefox:
    await firefox.open("http://192.0.2.7:8000/")
    assert await firefox.evaluate("document.title") == "Palabre"
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import re
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any, Literal

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

STARTING_S = 30.0
ANSWERING_S = 30.0
STOPPING_S = 10.0

PREFERENCES: Mapping[str, bool | int | str] = {
    # A camera and a microphone that are always there and always granted, without https too.
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "media.devices.insecure.enabled": True,
    "media.getusermedia.insecure.enabled": True,
    "media.autoplay.default": 0,
    # Real addresses in candidates, no names that only multicast would resolve.
    "media.peerconnection.ice.obfuscate_host_addresses": False,
    # Asks nobody but our server for anything.
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
}


class FirefoxFailed(Exception):
    """A command was refused, or the script it ran threw."""


class Firefox:
    """One browser of its own profile. `complaints` is what its pages logged as errors and left uncaught."""

    def __init__(self, process: asyncio.subprocess.Process, socket: ClientConnection) -> None:
        self.complaints: list[str] = []
        self._process = process
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._page = ""
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    @contextlib.asynccontextmanager
    async def start(cls, preferences: Mapping[str, bool | int | str] = {}) -> AsyncIterator[Firefox]:
        with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
            _write(profile, {**PREFERENCES, **preferences})
            process = await _launched(profile)
            drained = None
            try:
                address = await asyncio.wait_for(_address(process), STARTING_S)
                drained = asyncio.create_task(_drain(process))
                async with connect(f"{address}/session", max_size=None, proxy=None) as socket:
                    firefox = cls(process, socket)
                    try:
                        await firefox.command("session.new", capabilities={})
                        await firefox.command("session.subscribe", events=["log.entryAdded"])
                        yield firefox
                    finally:
                        await firefox.stop()
            finally:
                await _ended(process, drained)

    async def open(self, url: str = "about:blank", place: Literal["tab", "window"] = "tab") -> str:
        """Loads a page where `evaluate` runs from now on. Its id leads back to it.

        Of tabs only the newest is seen, and the others' clocks are slowed down; in windows all pages are awake.
        """
        created = await self.command("browsingContext.create", type=place)
        self._page = created["context"]
        await self.command("browsingContext.navigate", context=self._page, url=url, wait="complete")
        return self._page

    async def evaluate(self, expression: str, page: str = "") -> Any:
        """The value of a JavaScript expression, or of its promise, as JSON would carry it."""
        answer = await self.command(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})) ?? 'null')()",
            target={"context": page or self._page},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise FirefoxFailed(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    async def close(self, page: str = "") -> None:
        await self.command("browsingContext.close", context=page or self._page)

    async def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            await self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
            return await asyncio.wait_for(answer, ANSWERING_S)
        finally:
            del self._waiting[number]

    async def stop(self) -> None:
        """Asks it to close. Leaving `start` ends it in any case."""
        with contextlib.suppress(FirefoxFailed, ConnectionClosed, TimeoutError):
            await self.command("browser.close")
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)

    async def _listen(self) -> None:
        try:
            async for text in self._socket:
                said = json.loads(text)
                if said["type"] == "event":
                    self._hear(said["params"])
                elif (waiting := self._waiting.get(said["id"])) and not waiting.done():
                    if said["type"] == "success":
                        waiting.set_result(said["result"])
                    else:
                        waiting.set_exception(FirefoxFailed(f"{said['error']}: {said['message']}"))
        finally:
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(FirefoxFailed("Firefox is gone"))

    def _hear(self, entry: dict[str, Any]) -> None:
        if entry.get("level") == "error":
            self.complaints.append(str(entry.get("text")))


def _write(profile: str, preferences: Mapping[str, bool | int | str]) -> None:
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    Path(profile, "user.js").write_text("".join(lines), "utf-8")


async def _launched(profile: str) -> asyncio.subprocess.Process:
    found = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if not found:
        pytest.fail("no Firefox: install it, or set FIREFOX=/path/to/it")
    return await asyncio.create_subprocess_exec(
        *(found, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        # Its own group, so that the processes it starts end with it.
        start_new_session=True,
        env={**os.environ, "MOZ_CRASHREPORTER_DISABLE": "1", "HOME": profile},
    )


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stderr
    async for line in process.stderr:
        if found := re.search(rb"WebDriver BiDi listening on (ws://\S+)", line):
            return found[1].decode()
    raise FirefoxFailed("Firefox ended before it listened")


async def _drain(process: asyncio.subprocess.Process) -> None:
    """Until it ends: a full pipe would halt it."""
    assert process.stderr
    while await process.stderr.read(65_536):
        pass


async def _ended(process: asyncio.subprocess.Process, drained: asyncio.Task[None] | None) -> None:
    try:
        if drained:
            await asyncio.wait_for(drained, STOPPING_S)
    except TimeoutError:
        pass
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
