"""Voice and video over real sockets, with a twin of the worker: asked for, told of, ended with their person."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest

from media.control import Fed, Slots
from realtime.client import Client
from realtime.server import is_own
from rooms.ids import ParticipantId
from rooms.people import Participant
from rooms.permissions import Role
from rooms.refusal import Refused
from tests.realtime.raw import code, raw, session
from tests.realtime.twin import Twin
from tests.serving import WORKSHOP, Served, serving
from web.settings import Settings

CONNECTION = "a-connection-of-ana"
OFFER = {"connection": CONNECTION, "sdp": "v=0", "lines": {"0": "microphone", "1": "voice"}, "device": "phone"}


class Leaving(Twin):
    """Says when a connection is given up."""

    def __init__(self) -> None:
        super().__init__()
        self.is_left = asyncio.Event()

    def leave(self, *about: Any) -> None:
        super().leave(*about)
        self.is_left.set()


@pytest.fixture
def twin() -> Leaving:
    return Leaving()


@pytest.fixture
async def server(settings: Settings, twin: Leaving) -> AsyncIterator[Served]:
    async with serving(settings, media=twin) as served:
        yield served


def person(server: Served, name: str) -> ParticipantId:
    return next(each.id for each in server.state.all(Participant) if each.name == name)


async def test_a_call_from_beginning_to_end(server: Served, twin: Leaving) -> None:
    async with raw(server, await session(server, Role.PARTICIPANT)) as ana:
        assert await ana.socket.call("media.open", {}) == {"media": "video", "ice_servers": []}
        assert await ana.socket.call("media.offer", OFFER) == {"sdp": "answer to v=0"}
        who = person(server, "Ana")
        fed = {"1": Fed(participant=who, source="microphone")}
        twin.hear(Slots(workshop=WORKSHOP, participant=who, connection=CONNECTION, slots=fed))
        told = {"connection": CONNECTION, "slots": {"1": {"participant": who, "source": "microphone"}}}
        assert await ana.first("media.slots") == told
        assert await ana.socket.call("media.wish", {"connection": CONNECTION, "microphone": True}) == {}
        wish = twin.peers[who].wish
        assert wish is not None
        assert wish.microphone
        assert await ana.socket.call("media.leave", {"connection": CONNECTION}) == {}
        assert not twin.peers


async def test_a_robot_calls_as_a_page_does(server: Served, twin: Leaving) -> None:
    client = Client(server.url, await session(server, Role.PARTICIPANT))
    told: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
    client.on_media = lambda event, value: told.put_nowait((event, value))
    running = asyncio.create_task(client.run())
    assert await client.ask("media.offer", OFFER) == {"sdp": "answer to v=0"}
    with pytest.raises(Refused, match="unknown"):
        await client.ask("media.wish", {"connection": "another-connection"})
    who = person(server, "Ana")
    twin.hear(Slots(workshop=WORKSHOP, participant=who, connection=CONNECTION, slots={}))
    async with asyncio.timeout(10):
        while (event := await told.get())[0] != "media.slots":
            pass
    assert event[1] == {"connection": CONNECTION, "slots": {}}
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


@pytest.mark.parametrize("event", ["media.offer", "media.wish", "media.leave"])
@pytest.mark.parametrize("message", [None, [], "x", {}, {"connection": 1}, {"connection": "a" * 20, "sdp": 1}])
async def test_what_is_not_understood_is_refused(server: Served, twin: Leaving, event: str, message: Any) -> None:
    async with raw(server, await session(server, Role.PARTICIPANT)) as ana:
        assert code(await ana.socket.call(event, message)) == "invalid"
        assert "seq" in await ana.do("message.send", text="toujours là")
    assert not twin.peers


async def test_a_refusal_says_what_it_is_about(server: Served) -> None:
    async with raw(server, await session(server, Role.VIEWER, "")) as viewer:
        answer = await viewer.socket.call("media.offer", OFFER)
        assert answer == {"refused": {"code": "only_watches", "details": {}}}


async def test_with_their_last_socket_a_person_is_given_up_after_a_while(server: Served, twin: Leaving) -> None:
    server.realtime.forwarding.gone_s = 0
    async with raw(server, await session(server, Role.PARTICIPANT)) as ana:
        await ana.socket.call("media.offer", OFFER)
        assert twin.peers
    async with asyncio.timeout(10):
        await twin.is_left.wait()
    assert not twin.peers


async def test_a_revoked_link_ends_the_call_with_the_connection(server: Served, twin: Leaving) -> None:
    async with raw(server, await session(server, Role.PARTICIPANT)) as ana:
        await ana.socket.call("media.offer", OFFER)
        (connection,) = server.realtime.connections.values()
        server.cut(connection.session.link)
        assert not twin.peers
        assert (await ana.first("media.standing"))["reason"] == "link_revoked"
        assert (await ana.first("bye"))["reason"] == "link_revoked"


async def test_who_is_closed_for_abuse_is_heard_no_more(server: Served, twin: Leaving) -> None:
    async with raw(server, await session(server, Role.PARTICIPANT)) as ana:
        await ana.socket.call("media.offer", OFFER)
        (connection,) = server.realtime.connections.values()
        connection.cut(connection, "abuse")
        await ana.first("bye")
        assert not twin.peers


async def test_a_reader_that_was_too_slow_keeps_its_sound(server: Served, twin: Leaving) -> None:
    async with raw(server, await session(server, Role.PARTICIPANT)) as ana:
        await ana.socket.call("media.offer", OFFER)
        (connection,) = server.realtime.connections.values()
        connection.cut(connection, "slow")
        await ana.until(ana.is_over.is_set)
        assert twin.peers


@pytest.mark.parametrize(
    ("origin", "scheme", "headers", "is_ours"),
    [
        ("http://localhost:8000", "ws", {"HTTP_HOST": "localhost:8000"}, True),
        ("https://192.168.1.20:8000", "wss", {"HTTP_HOST": "192.168.1.20:8000"}, True),
        ("http://192.168.1.20:8000", "wss", {"HTTP_HOST": "192.168.1.20:8000"}, False),
        ("https://a.example", "ws", {"HTTP_HOST": "a.example", "HTTP_X_FORWARDED_PROTO": "https"}, True),
        ("https://a.example", "ws", {"HTTP_HOST": "in", "HTTP_X_FORWARDED_HOST": "a.example"}, False),
        ("https://b.example", "wss", {"HTTP_HOST": "a.example"}, False),
        ("null", "wss", {"HTTP_HOST": "a.example"}, False),
        ("https://", "wss", {}, False),
    ],
)
def test_sockets_are_for_our_own_pages(origin: str, scheme: str, headers: dict[str, str], is_ours: bool) -> None:
    assert is_own(origin, {"asgi.scope": {"scheme": scheme}, **headers}) is is_ours
