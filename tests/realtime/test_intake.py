"""What is no packet ends its connection at once, and no other; it is no fault of ours."""

from __future__ import annotations

import pytest
from websockets.asyncio.client import connect

from rooms.permissions import Role
from tests.realtime.raw import raw, session
from tests.serving import Served

DEEP = "[" * 50_000


@pytest.mark.parametrize(
    "said", ["", "x", "4", "4" + DEEP, "42" + DEEP, "49", "2" + DEEP, b"half of a packet", "461-0[]"]
)
async def test_what_is_no_packet_ends_its_connection_alone(
    said: str | bytes, server: Served, caplog: pytest.LogCaptureFixture
) -> None:
    address = server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    async with raw(server, await session(server, Role.PARTICIPANT)) as ana:
        async with connect(address) as websocket:
            await websocket.send(said)
            await websocket.wait_closed()
        assert "seq" in await ana.do("message.send", text="toujours là")
    assert [record.name for record in caplog.records if record.levelname == "ERROR"] == []
