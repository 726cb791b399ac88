"""The client that robots and measurements use keeps what it is told, and does not give up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from urllib.parse import urlsplit

import msgspec
import pytest
from websockets.asyncio.server import ServerConnection, serve

from realtime.client import Client, Store, Unwelcome
from realtime.messages import Accepted, Frame, Mine, Refusal, Welcome, You
from rooms.activities.board import WriteNote
from rooms.activities.discussion import Message, Reach, SendMessage
from rooms.ids import ActivityId, ColumnId, MessageId, ParticipantId, RoomId, WorkshopId
from rooms.permissions import Role
from tests.serving import Served, serving
from tests.stranger import join_by_link
from web.settings import Settings

YOU = You(
    workshop=WorkshopId("w"),
    participant=ParticipantId("p"),
    role=Role.PARTICIPANT,
    room=RoomId("r"),
    look=None,
    audience="participant:r",
    permissions=(),
)


def message(id: str, text: str) -> Message:
    return Message(id=MessageId(id), reach=Reach.ALL, author=ParticipantId("p"), text=text, at=1)


def welcomed(**fields: object) -> Store:
    store = Store()
    store.welcome(Welcome(mode="snapshot", epoch="e", seq=5, now=0, you=YOU, **fields))  # type: ignore[arg-type]
    return store


def texts(store: Store) -> dict[str, str]:
    return {message.id: message.text for message in store.state.all(Message)}


def test_ones_own_record_is_shown_before_what_others_see() -> None:
    store = welcomed(mine=(message("m", "whole"),))
    store.frame(Frame(since=5, to=6, put=(message("m", "reduced"),)))
    assert texts(store) == {"m": "whole"}
    store.mine(Mine(to=7, drop=("m",)))
    assert texts(store) == {"m": "reduced"}
    store.frame(Frame(since=6, to=8, drop=("m",)))
    assert texts(store) == {}


def test_what_one_says_when_joining_again_is_where_one_stands() -> None:
    assert Store().join().since is None
    store = welcomed()
    store.frame(Frame(since=3, to=9))
    assert msgspec.to_builtins(store.join()) == {
        "since": 9,
        "epoch": "e",
        "audience": "participant:r",
        "look": None,
    }


@asynccontextmanager
async def client(server: Served) -> AsyncIterator[Client]:
    joined = await asyncio.to_thread(join_by_link, server.links[Role.PARTICIPANT], "Amina")
    client = Client(server.url, joined["session"])
    running = asyncio.create_task(client.run())
    await client.is_here.wait()
    try:
        yield client
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_an_answer_is_a_seq_or_a_refusal(server: Served) -> None:
    async with client(server) as amina:
        assert isinstance(await amina.do(SendMessage(text="Bonjour")), Accepted)
        refused = await amina.do(WriteNote(activity=ActivityId("x"), column=ColumnId("x"), text="x"))
        assert isinstance(refused, Refusal)
        assert refused.code == "unknown"


async def test_commands_given_while_the_server_restarts_are_done_once(settings: Settings) -> None:
    async with AsyncExitStack() as stack:
        async with serving(settings) as before:
            amina = await stack.enter_async_context(client(before))
            await amina.do(SendMessage(text="Avant"))
        given = asyncio.create_task(amina.do(SendMessage(text="Après")))
        after = await stack.enter_async_context(serving(replace(settings, port=urlsplit(before.url).port or 0)))
        assert isinstance(await given, Accepted)
        assert sorted(message.text for message in after.state.all(Message)) == ["Après", "Avant"]
        assert (amina.reconnections, amina.store.holes) == (1, 0)


async def test_whoever_is_sent_away_while_coming_in_does_not_try_again() -> None:
    async def send_away(websocket: ServerConnection) -> None:
        await websocket.send("0{}")
        await websocket.recv()
        await websocket.send('42["bye",{"reason":"removed","retry_ms":null,"details":{}}]')

    async with serve(send_away, "127.0.0.1", 0) as server:
        (listening,) = server.sockets
        with pytest.raises(Unwelcome, match="removed"):
            await Client(f"http://127.0.0.1:{listening.getsockname()[1]}", "session").run()


async def test_a_session_that_is_none_is_not_tried_again(server: Served) -> None:
    with pytest.raises(Unwelcome, match="session_unknown"):
        await Client(server.url, "nonsense").run()


async def test_who_is_cancelled_as_the_connection_ends_does_not_go_on(server: Served) -> None:
    joined = await asyncio.to_thread(join_by_link, server.links[Role.PARTICIPANT], "Amina")
    client = Client(server.url, joined["session"])
    running = asyncio.create_task(client.run())
    await client.is_here.wait()
    asking = asyncio.create_task(client.ask("media.open", {}))
    # It has asked; no answer comes in the same turn.
    await asyncio.sleep(0)
    for task in (running, asking):
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
