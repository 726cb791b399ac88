"""Whatever comes on a socket in a packet's stead ends that connection, and is no fault of ours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

import msgspec
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from realtime.messages import PROTOCOL
from tests.fuzz import COUNT
from tests.hidden.world import World
from tests.media.mutants import mutants
from tests.realtime.raw import raw

PACKETS = [
    b'42["do",{"id":"0123456789abcdef","type":"message.send","text":"a"}]',
    b'420["join",{"since":1}]',
    b'451-["doc.update",{"update":{"_placeholder":true,"num":0}}]',
    b'461-0[{"_placeholder":true,"num":0}]',
    b'42/other,["do",{}]',
    b"430[{}]",
    b'44{"message":"no"}',
    b"41",
    b"3probe",
    b"5",
    b"4" + b"[" * 50_000,
    b"42" + b"[" * 50_000,
]
PER_CONNECTION = 20


def hostile() -> Iterator[str | bytes]:
    dice = Random(11)
    for body in mutants(PACKETS, COUNT, seed=11):
        yield body if dice.random() < 0.3 else body.decode(errors="replace")


async def test_what_is_no_packet_is_no_fault_of_ours(world: World) -> None:
    address = world.server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    come_in = "40" + msgspec.json.encode({"session": world.sessions["ana"], "client": PROTOCOL}).decode()
    messages = hostile()
    async with raw(world.server, world.sessions["or"]) as other:
        while some := list(islice(messages, PER_CONNECTION)):
            async with connect(address, compression=None) as websocket:
                await websocket.send(come_in)
                try:
                    for message in some:
                        await websocket.send(message)
                except ConnectionClosed:
                    continue
        assert "seq" in await other.do("message.send", text="toujours là", reach="staff")
    assert '"level":"error"' not in world.log.getvalue()
