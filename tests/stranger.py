"""A client written from docs/protocol.md alone: python tests/stranger.py https://host/j/TOKEN "A name" "A note"."""

from __future__ import annotations

import asyncio
import gzip
import json
import secrets
import sys
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

VERSION = 1
ANSWER_S = 10
Json = dict[str, Any]


class Refused(Exception):
    """Section 8: a stable code, and details."""

    def __init__(self, refused: Json) -> None:
        super().__init__(refused["code"])
        self.code: str = refused["code"]
        self.details: Json = refused.get("details", {})


def join_by_link(link: str, name: str, session: str | None = None) -> Json:
    """Section 1. With a session: continue as before."""
    address, _, token = link.partition("/j/")
    wish = {"token": token} if session else {"token": token, "name": name, "attempt": secrets.token_urlsafe(12)}
    headers = {"Content-Type": "application/json"}
    if session:
        headers["Authorization"] = f"Bearer {session}"
    try:
        with urlopen(Request(f"{address}/api/join", json.dumps(wish).encode(), headers)) as answer:
            joined: Json = json.load(answer)
    except HTTPError as error:
        with error:
            raise Refused(json.load(error)["refused"]) from None
    return joined


class Store:
    """Section 4, "Keeping a store"."""

    def __init__(self) -> None:
        self.seen: dict[str, Json] = {}
        self.own: dict[str, Json] = {}
        self.here: set[str] = set()
        self.head = 0
        self.epoch: str | None = None
        self.you: Json = {}

    def join(self) -> Json:
        if self.epoch is None:
            return {}
        return {"since": self.head, "epoch": self.epoch, "audience": self.you["audience"], "look": self.you["look"]}

    def welcome(self, message: Json) -> None:
        if message["mode"] == "snapshot":
            parts = [json.loads(gzip.decompress(part)) for part in message["snapshot"]]
            self.seen = {entity["id"]: entity for part in parts for entity in part}
        for frame in message["frames"]:
            change(self.seen, frame)
        self.own = {entity["id"]: entity for entity in message["mine"]}
        self.here = set(message["here"])
        self.head, self.epoch, self.you = message["seq"], message["epoch"], message["you"]

    def frame(self, message: Json) -> bool:
        """False when something was missed."""
        if message["from"] > self.head:
            return False
        change(self.seen, message)
        self.head = max(self.head, message["to"])
        return True

    def of(self, type: str) -> list[Json]:
        shown = self.seen | self.own
        return [entity for entity in shown.values() if entity["type"] == type]


def change(held: dict[str, Json], message: Json) -> None:
    for entity in message["put"]:
        held[entity["id"]] = entity
    for id in message["drop"]:
        held.pop(id, None)


def filled(value: Any, attachments: list[bytes]) -> Any:
    if isinstance(value, dict):
        if value.get("_placeholder"):
            return attachments[value["num"]]
        return {key: filled(item, attachments) for key, item in value.items()}
    return [filled(item, attachments) for item in value] if isinstance(value, list) else value


class Stranger:
    """One person. `link` is an address with /j/ in it."""

    def __init__(self, link: str, name: str) -> None:
        self.link = link
        self.name = name
        self.session = ""
        self.store = Store()
        self.modes: list[str] = []
        self._websocket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._answers: dict[int, asyncio.Future[Json]] = {}
        self._calls = 0
        self._resyncing = False
        self._changed = asyncio.Condition()

    async def enter(self) -> None:
        joined = await asyncio.to_thread(join_by_link, self.link, self.name, self.session or None)
        self.session = joined["session"]

    async def connect(self) -> None:
        """Section 2. Returns once welcomed. Raises Refused."""
        server = self.link.partition("/j/")[0].replace("http", "ws", 1)
        self._websocket = websocket = await connect(
            f"{server}/socket.io/?EIO=4&transport=websocket", max_size=None, compression=None
        )
        await websocket.recv()
        await websocket.send("40" + json.dumps({"session": self.session, "client": VERSION}))
        answer = str(await websocket.recv())
        if answer.startswith("44"):
            await websocket.close()
            raise Refused(json.loads(answer[2:])["data"])
        self._reader = asyncio.create_task(self._read(websocket))
        welcomes = len(self.modes)
        await self.ask("join", self.store.join())
        await self.until(lambda: len(self.modes) > welcomes)

    @property
    def is_connected(self) -> bool:
        return self._reader is not None and not self._reader.done()

    async def disconnect(self) -> None:
        if self._websocket and self._reader:
            await self._websocket.close()
            await self._reader

    async def _read(self, websocket: ClientConnection) -> None:
        try:
            async for message in websocket:
                text = str(message)
                if text == "2":
                    await websocket.send("3")
                elif text.startswith("43"):
                    number = text[2 : text.index("[")]
                    self._answers[int(number)].set_result(json.loads(text[2 + len(number) :])[0])
                elif text.startswith("42"):
                    await self._hear(*json.loads(text[2:]))
                elif text.startswith("45"):
                    count, _, body = text[2:].partition("-")
                    attachments = [await websocket.recv(decode=False) for _ in range(int(count))]
                    await self._hear(*filled(json.loads(body), attachments))
                elif text.startswith("41"):
                    break
        except ConnectionClosed:
            pass
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(ConnectionError("gone before the answer"))

    async def emit(self, event: str, value: Json, number: str = "") -> None:
        assert self._websocket is not None
        await self._websocket.send(f"42{number}" + json.dumps([event, value]))

    async def ask(self, event: str, value: Json) -> Json:
        self._calls += 1
        number = self._calls
        self._answers[number] = asyncio.get_running_loop().create_future()
        try:
            await self.emit(event, value, str(number))
            return await asyncio.wait_for(self._answers[number], ANSWER_S)
        except (ConnectionClosed, TimeoutError) as error:
            raise ConnectionError("no answer") from error
        finally:
            del self._answers[number]

    async def _hear(self, event: str, message: Json) -> None:
        store = self.store
        if event == "welcome":
            store.welcome(message)
            self.modes.append(message["mode"])
            self._resyncing = False
        elif self._resyncing:
            return
        elif event == "frame":
            if not store.frame(message):
                await self._resync()
        elif event == "mine":
            change(store.own, message)
        elif event == "you":
            store.you = message
        elif event == "tick":
            if message["epoch"] != store.epoch or message["head"] > store.head:
                await self._resync()
        elif event == "presence":
            store.here = (store.here | set(message["came"])) - set(message["left"])
        async with self._changed:
            self._changed.notify_all()

    async def _resync(self) -> None:
        self._resyncing = True
        await self.emit("join", self.store.join())

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what the server is about to tell."""
        async with asyncio.timeout(ANSWER_S), self._changed:
            await self._changed.wait_for(is_so)

    async def do(self, type: str, id: str | None = None, **fields: Any) -> int:
        """Section 3. The seq of a command, sent again with the same id until it is answered. Raises Refused."""
        command = {"id": id or secrets.token_urlsafe(18), "type": type, **fields}
        while True:
            try:
                if not self.is_connected:
                    await self.connect()
                answer = await self.ask("do", command)
            except OSError:
                await asyncio.sleep(0.2)
                continue
            if "refused" not in answer:
                return int(answer["seq"])
            if answer["refused"]["code"] not in ("busy", "too_fast"):
                raise Refused(answer["refused"])
            await asyncio.sleep(answer["refused"]["details"]["retry_ms"] / 1000)


async def main(link: str, name: str, text: str) -> None:
    me = Stranger(link, name)
    await me.enter()
    await me.connect()
    step = me.store.of("workshop")[0]["step"]
    boards = [board for board in me.store.of("board") if board["step"] == step]
    for board in boards:
        await me.do("note.write", activity=board["id"], column=board["plan"]["columns"][0]["id"], text=text)
    await me.disconnect()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
