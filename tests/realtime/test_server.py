"""The socket server over real sockets: what is refused and how, what is closed and why, who hears what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import httpx2
import pytest
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.asyncio.client import connect

from realtime import broadcast
from realtime.client import Socket, Unwelcome
from realtime.server import ABUSE, MESSAGE_MAX
from rooms.activities.board import Board
from rooms.agenda import Room, RoomKind, Step
from rooms.permissions import Role
from tests.realtime.raw import Raw, code, raw, session
from tests.serving import WORKSHOP, Served, serving
from web.settings import Settings

BOARD = {"kind": "board", "title": "Quoi ?", "columns": [{"id": "keep", "title": "Garder"}]}


@pytest.fixture
async def ana(server: Served) -> AsyncIterator[Raw]:
    async with raw(server, await session(server, Role.PARTICIPANT)) as opened:
        yield opened


async def board_of(server: Served, **plan: Any) -> Board:
    await server.do("step.add", title="Idées", plenary=BOARD | plan)
    step = next(server.state.all(Step))
    await server.do("step.start", step=step.id, seen=None)
    return next(server.state.all(Board))


@pytest.mark.parametrize(
    "message",
    [
        None,
        "note.write",
        [],
        {},
        {"id": "short", "type": "message.send", "text": "x"},
        {"id": "é" * 20, "type": "message.send", "text": "x"},
        {"id": "a" * 20, "type": "no.such", "text": "x"},
        {"id": "a" * 20, "type": "message.send"},
        {"id": "a" * 20, "type": "message.send", "text": 3},
        {"id": "a" * 20, "type": "message.send", "text": "x", "extra": 1},
        {"id": "a" * 20, "type": "message.send", "text": "nul \x00"},
        {"id": "a" * 20, "type": "participant.join", "participant": "x", "name": "x", "role": "organizer"},
    ],
)
async def test_what_is_not_understood_is_refused_and_nothing_else_happens(
    server: Served, ana: Raw, message: Any
) -> None:
    head = server.state.head
    assert code(await ana.socket.call("do", message)) == "invalid"
    assert server.state.head == head
    assert "seq" in await ana.do("message.send", text="toujours là")


async def test_a_lone_surrogate_is_refused_not_our_bug(ana: Raw) -> None:
    """JSON can escape what no text can be; no client library of ours would send it."""
    answer = ana.socket._answers[99] = asyncio.get_running_loop().create_future()
    command = '{"id":"bbbbbbbbbbbbbbbbbbbb","type":"message.send","text":"\\ud800"}'
    await ana.socket._websocket.send(f'4299["do",{command}]')
    assert code(await answer) == "invalid"


async def test_a_command_too_large_is_refused_and_the_connection_kept(ana: Raw) -> None:
    answer = await ana.do("message.send", text="x" * (MESSAGE_MAX + 1))
    assert code(answer) == "too_large"
    assert "seq" in await ana.do("message.send", text="plus court")


async def test_haste_is_refused_then_ended_with_a_reason_and_not_again_when_one_comes_back(server: Served) -> None:
    token = await session(server, Role.PARTICIPANT)
    answers: list[dict[str, Any]] = []
    async with raw(server, token) as ana, asyncio.timeout(20):
        while not ana.is_over.is_set() and len(answers) < ABUSE * 4:
            try:
                answers.append(await ana.do("message.send", text="x"))
            except Exception:
                break
        assert any("refused" in answer and code(answer) == "too_fast" for answer in answers)
        assert (await ana.first("bye"))["reason"] == "abuse"
    async with raw(server, token) as again:
        for _ in range(2):
            await again.do("message.send", text="plus lentement")
        assert "bye" not in [event for event, _ in again.events]


async def test_a_revoked_link_ends_its_connections_and_opens_no_other(server: Served) -> None:
    token = await session(server, Role.PARTICIPANT)
    organizer = await session(server, Role.ORGANIZER)
    async with raw(server, token) as opened, httpx2.AsyncClient(base_url=server.url) as http:
        http.headers["Authorization"] = f"Bearer {organizer}"
        links = (await http.get("/api/links")).json()["links"]
        link = next(link for link in links if link["role"] == "participant")
        assert (await http.post(f"/api/links/{link['id']}/revoke")).status_code < 300
        assert (await opened.first("bye"))["reason"] == "link_revoked"
        await opened.until(opened.is_over.is_set)
    with pytest.raises((Unwelcome, ExceptionGroup)):
        async with raw(server, token):
            pass


@pytest.mark.parametrize("token", ["", "nonsense", "a.b.c"])
async def test_a_foreign_session_does_not_connect(server: Served, token: str) -> None:
    with pytest.raises(Unwelcome):
        async with raw(server, token):
            pass


async def test_a_client_of_another_version_is_told_to_reload(server: Served) -> None:
    with pytest.raises(Unwelcome, match="client_outdated"):
        async with raw(server, await session(server, Role.PARTICIPANT), client=0):
            pass


async def test_nothing_hidden_reaches_a_socket_it_is_not_for(server: Served) -> None:
    """Secrecy on the bytes of real sockets, in every role."""
    board = await board_of(server, hidden=True, anonymous=True)
    author = await session(server, Role.PARTICIPANT, "Autrice")
    others = {role: await session(server, role, role.value) for role in Role}
    async with raw(server, author) as ana, AsyncExitStack() as stack:
        heard = {role: await stack.enter_async_context(raw(server, token)) for role, token in others.items()}
        await ana.do("note.write", activity=board.id, column="keep", text="MARQUEUR-CACHE")
        await ana.do("message.send", text="MARQUEUR-AIDE", reach="staff")
        assert "seq" in await heard[Role.ORGANIZER].do("message.send", text="FIN", reach="all")
        for role, other in heard.items():
            await other.until(lambda other=other: "FIN" in str(other.events))  # type: ignore[misc]
            assert "MARQUEUR-CACHE" not in str(other.events), role
            assert ("MARQUEUR-AIDE" in str(other.events)) == role.is_staff
        await heard[Role.FACILITATOR].do("board.reveal", activity=board.id)
        citizen = heard[Role.PARTICIPANT]
        await citizen.until(lambda: "MARQUEUR-CACHE" in str(citizen.events))
        frames = [value for event, value in citizen.events if event == "frame"]
        notes = [entity for frame in frames for entity in frame["put"] if entity["type"] == "note"]
        assert [note["author"] for note in notes] == [None]


async def test_staff_look_and_come_back_to_what_they_looked_at(server: Served) -> None:
    board = await board_of(server, hidden=False)
    async with raw(server, await session(server, Role.FACILITATOR)) as fa:
        answer = await fa.socket.call("look", {"room": board.room})
        assert "seq" in answer
        assert (await fa.first("you"))["look"] == board.room
        await fa.socket.call("join", {"look": board.room})
        assert fa.events[-1][1]["you"]["look"] == board.room


async def test_a_room_to_look_at_is_a_room_whatever_stands_in_its_stead(server: Served) -> None:
    async with raw(server, await session(server, Role.FACILITATOR)) as fa:
        instead: list[Any] = [{"room": {}}, {"room": ["none"]}, {"room": 3}, "none"]
        for message in instead:
            assert code(await fa.socket.call("look", message)) in ("invalid", "unknown"), message
        assert "seq" in await fa.socket.call("look", None)


async def test_citizens_do_not_look_into_other_rooms(ana: Raw, server: Served) -> None:
    room = next(iter(server.state.shelf("kind", "room")))
    assert code(await ana.socket.call("look", {"room": room.id})) == "not_allowed"


async def test_signals_reach_those_who_see_the_entity_with_the_sender_stamped(server: Served, ana: Raw) -> None:
    board = await board_of(server, hidden=False)
    async with raw(server, await session(server, Role.PARTICIPANT, "Bo")) as bo:
        await ana.until(lambda: board.id in str(ana.events))
        await ana.socket.emit("signal", {"kind": "typing", "entity": board.id, "who": "forged"})
        await ana.socket.emit("signal", {"kind": "typing", "entity": board.id})
        signal = await bo.first("signal")
    you = (await ana.first("welcome"))["you"]
    assert signal == {
        "kind": "typing",
        "entity": board.id,
        "who": you["participant"],
        "x": None,
        "y": None,
        "text": None,
    }
    assert not any(event == "signal" for event, _ in ana.events)


async def test_words_are_passed_on_as_they_are_typed_in_a_turn_in_writing(server: Served, ana: Raw) -> None:
    """Of nobody who has no such turn."""
    you = (await ana.first("welcome"))["you"]
    async with raw(server, await session(server, Role.VIEWER, "Vi")) as viewer:
        await ana.socket.emit("signal", {"kind": "words", "entity": you["room"], "text": "Trop tôt"})
        await ana.socket.call("do", {"id": "a" * 16, "type": "hand.raise", "writes": True})
        await server.do("floor.give", person=you["participant"])
        await ana.until(lambda: "floor_turn" in str(ana.events))
        await ana.socket.emit("signal", {"kind": "words", "entity": you["room"], "text": "Des e\u0301te\u0301s\x07"})
        said = await viewer.first("signal")
    assert (said["who"], said["text"]) == (you["participant"], "Des étés")


async def test_words_typed_where_messages_wait_for_approval_are_for_staff_alone(server: Served, ana: Raw) -> None:
    you = (await ana.first("welcome"))["you"]
    await server.do("room.moderate", room=you["room"], moderated=True)
    await ana.socket.call("do", {"id": "a" * 16, "type": "hand.raise", "writes": True})
    await server.do("floor.give", person=you["participant"])
    await ana.until(lambda: "floor_turn" in str(ana.events))
    async with (
        raw(server, await session(server, Role.PARTICIPANT, "Bo")) as bo,
        raw(server, await session(server, Role.FACILITATOR, "Fa")) as staff,
    ):
        own = (await staff.first("welcome"))["you"]["participant"]
        await server.do("person.move", person=own, room=you["room"])
        await bo.until(lambda: own in str(bo.events))
        await ana.socket.emit("signal", {"kind": "words", "entity": you["room"], "text": "Des étés"})
        await ana.socket.emit("signal", {"kind": "typing", "entity": you["room"]})
        assert (await staff.first("signal"))["text"] == "Des étés"
        assert (await bo.first("signal"))["kind"] == "typing"


async def test_what_happens_in_a_room_is_signalled_to_those_in_it(server: Served, ana: Raw) -> None:
    """All see that the groups are there; who types in one is the group's."""
    await server.do("room.add", name="Les ruelles")
    plenary, group = (
        next(room.id for room in server.state.all(Room) if room.room_kind is kind)
        for kind in (RoomKind.PLENARY, RoomKind.GROUP)
    )
    async with raw(server, await session(server, Role.PARTICIPANT, "Bo")) as bo:
        await ana.socket.emit("signal", {"kind": "typing", "entity": group})
        await ana.socket.emit("signal", {"kind": "typing", "entity": plenary})
        assert (await bo.first("signal"))["entity"] == plenary


async def test_a_reader_that_falls_behind_is_cut(server: Served) -> None:
    """Its socket is open and nobody reads it: the server does not gather a crowd's worth of frames for it."""
    token = await session(server, Role.PARTICIPANT)
    address = server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    async with connect(address, compression=None, max_size=None, max_queue=1, close_timeout=0.2) as websocket:
        silent = Socket(websocket)
        await silent.open({"session": token, "client": 1})
        await silent.emit("join", {})
        live = server.house.gateway.live[WORKSHOP]
        async with asyncio.timeout(10):
            while not live.telling.people:
                await websocket.ping()
                await asyncio.sleep(0)
            (connection,) = next(iter(live.telling.people.values()))
            for _ in range(100):
                connection.send(broadcast.Packet("frame", b'"' + b"x" * 1_000_000 + b'"'))
        assert not live.telling.people


def test_what_we_use_of_uvicorn_is_still_there() -> None:
    """The contract behind the direct way: rename any of these upstream and the wire must be looked at again."""
    assert issubclass(broadcast.Protocol, WebSocketsSansIOProtocol)
    made = WebSocketsSansIOProtocol.__init__.__code__.co_names
    for name in (
        "close_sent",
        "disconnected",
        "transport",
        "conn",
        "tasks",
        "frames",
        "curr_msg_data_type",
        "read_paused",
    ):
        assert name in made
    for handle in (WebSocketsSansIOProtocol.handle_text, WebSocketsSansIOProtocol.handle_bytes):
        assert "send_receive_event_to_app" in handle.__code__.co_names


@pytest.mark.parametrize(("size", "head"), [(5, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)])
def test_frames_bear_the_length_that_rfc_6455_asks_for(size: int, head: int) -> None:
    framed = broadcast.frame(0x1, b"x" * size)
    assert len(framed) == head + size
    assert framed[0] == 0x81


async def test_under_another_protocol_class_the_same_is_told(settings: Settings) -> None:
    """The plain path: no transport is lent, python-socketio carries everything."""
    async with serving(settings, ws="websockets-sansio") as server:
        board = await board_of(server, hidden=False)
        async with raw(server, await session(server, Role.PARTICIPANT)) as opened:
            welcome = await opened.first("welcome")
            assert len(welcome["snapshot"]) == 2
            await opened.do("note.write", activity=board.id, column="keep", text="par la voie simple")
            await opened.until(lambda: "par la voie simple" in str([e for e in opened.events if e[0] == "frame"]))
