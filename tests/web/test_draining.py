"""A process that is about to end: whoever is in is asked to come back, whoever comes is sent to another."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import httpx2
import pytest
from websockets.exceptions import InvalidStatus

from realtime import server as realtime
from realtime.server import RETRY_MS
from rooms.permissions import Role
from tests.realtime.raw import Raw, raw, session
from tests.serving import Served


async def came(stack: AsyncExitStack, server: Served, count: int) -> list[Raw]:
    sessions = [await session(server, Role.PARTICIPANT, f"Ana {number}") for number in range(count)]
    return [await stack.enter_async_context(raw(server, each)) for each in sessions]


def byes(person: Raw) -> list[Any]:
    return [value for event, value in person.events if event == "bye"]


async def test_people_are_asked_one_after_the_other_and_the_rest_still_works(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(realtime, "LEAVING_PER_S", 2)
    async with AsyncExitStack() as stack:
        people = await came(stack, server, 3)
        draining = asyncio.create_task(server.realtime.drain())
        asked = [asyncio.create_task(person.first("bye")) for person in people]
        await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
        first = next(person for person in people if byes(person))
        (last, *_) = (person for person in people if not byes(person))
        assert byes(first) == [{"reason": "draining", "retry_ms": RETRY_MS, "details": {}}]
        assert "seq" in await last.do("hand.raise")
        await draining
        for person in people:
            await person.is_over.wait()
        await asyncio.gather(*asked)


async def test_whoever_comes_is_told_to_try_again(server: Served, caplog: pytest.LogCaptureFixture) -> None:
    ana = await session(server, Role.PARTICIPANT)
    await server.realtime.drain()
    with pytest.raises(InvalidStatus) as refused:
        async with raw(server, ana):
            pass
    assert refused.value.response.status_code == 503
    assert refused.value.response.headers["Retry-After"] == "1"
    assert refused.value.response.body == b'{"refused":{"code":"busy","details":{"retry_ms":300}}}'
    async with httpx2.AsyncClient(base_url=server.url) as http:
        answer = await http.post("/api/join", json={"token": server.links[Role.VIEWER].rpartition("/")[2]})
        assert (answer.status_code, answer.json()["refused"]["code"]) == (503, "busy")
        assert (await http.get("/readyz")).status_code == 503
        assert (await http.get("/")).status_code == 200
    assert [line for line in caplog.records if line.levelname == "ERROR"] == []
