"""Sessions over real sockets: an aged token brings the next one along, and whoever leaves everywhere is sent away."""

from __future__ import annotations

import httpx2
import pytest

from realtime.client import Unwelcome
from realtime.connection import Session
from rooms.permissions import Role
from tests.realtime.raw import raw, session
from tests.serving import Served


def aged(server: Served, token: str) -> str:
    """As of a time when tokens had no age."""
    read = server.house.tokens.read_session(token)
    assert read is not None
    return server.house.tokens.session(Session(read.workshop, read.participant, read.link))


async def test_a_socket_is_told_the_next_token_once_it_is_time(server: Served) -> None:
    old = aged(server, await session(server, Role.PARTICIPANT))
    async with raw(server, old) as opened:
        fresh = (await opened.first("session"))["session"]
    async with raw(server, fresh) as opened:
        assert "seq" in await opened.do("message.send", text="Bonjour")
        await opened.until(lambda: "Bonjour" in str(opened.events))
        assert not any(event == "session" for event, _ in opened.events)


async def test_who_leaves_on_all_devices_is_sent_away_and_nobody_else(server: Served) -> None:
    token, other = await session(server, Role.PARTICIPANT), await session(server, Role.PARTICIPANT, "Bo")
    async with raw(server, token) as here, raw(server, aged(server, token)) as there, raw(server, other) as bo:
        async with httpx2.AsyncClient(base_url=server.url, headers={"Authorization": f"Bearer {token}"}) as http:
            assert (await http.post("/api/mine/sessions/end", json={})).is_success
            refused = (await http.get("/api/mine")).json()["refused"]
        for opened in (here, there):
            bye = await opened.first("bye")
            assert (bye["reason"], bye["retry_ms"]) == ("session_unknown", None)
            await opened.until(opened.is_over.is_set)
        assert "seq" in await bo.do("message.send", text="Bonjour")
    assert refused["code"] == "session_unknown"
    for ended in (token, aged(server, token)):
        with pytest.raises((Unwelcome, ExceptionGroup)):
            async with raw(server, ended):
                pass
