"""A client written from the document alone meets the real server."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from rooms.permissions import Role
from tests.serving import Served, serving
from tests.stranger import Refused, Stranger, join_by_link
from web.settings import Settings

STRANGER = Path(__file__).parent / "stranger.py"
BOARD = {"kind": "board", "title": "Quoi ?", "columns": [{"id": "keep", "title": "Garder"}]}
COMMAND = "a-random-command-id"


@asynccontextmanager
async def person(server: Served, role: Role = Role.PARTICIPANT, name: str = "Amina") -> AsyncIterator[Stranger]:
    stranger = Stranger(server.links[role], name)
    await stranger.enter()
    await stranger.connect()
    try:
        yield stranger
    finally:
        await stranger.disconnect()


async def at_board(staff: Stranger) -> str:
    """Start a step with a board in plenary; its id."""
    await staff.do("step.add", title="Idées", plenary=BOARD)
    await staff.until(lambda: bool(staff.store.of("board")))
    await staff.do("step.start", step=staff.store.of("step")[0]["id"], seen=None)
    return str(staff.store.of("board")[0]["id"])


def texts(stranger: Stranger) -> list[str]:
    return sorted(note["text"] for note in stranger.store.of("note"))


def test_the_stranger_is_short_and_imports_nothing_of_ours() -> None:
    source = STRANGER.read_text()
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {
        (alias.name if isinstance(node, ast.Import) else node.module or "") for node in nodes for alias in node.names
    }
    ours = {"rooms", "facilitation", "persistence", "realtime", "web", "tests"}
    assert not {name.partition(".")[0] for name in names} & ours
    assert len(source.splitlines()) <= 250


async def test_a_stranger_joins_and_sees_the_workshop(server: Served) -> None:
    async with person(server) as amina:
        store = amina.store
        assert amina.modes == ["snapshot"]
        assert store.of("workshop")[0]["title"] == "Atelier"
        assert {room["room_kind"] for room in store.of("room")} == {"plenary"}
        assert [someone["name"] for someone in store.of("participant")] == ["Amina"]
        assert store.you["permissions"] == ["vote", "write"]
        assert store.you["participant"] in store.here


async def test_what_one_writes_is_ones_own_until_it_is_revealed(server: Served) -> None:
    async with person(server, Role.FACILITATOR, "Fa") as fa, person(server) as amina, person(server, name="Bo") as bo:
        board = await at_board(fa)
        await amina.until(lambda: bool(amina.store.of("board")))
        await amina.do("note.write", activity=board, column="keep", text="Un banc")
        await amina.until(lambda: texts(amina) == ["Un banc"])
        assert not texts(bo)
        await fa.do("board.reveal", activity=board)
        await bo.until(lambda: texts(bo) == ["Un banc"])


async def test_a_stranger_who_was_away_is_told_what_it_missed(server: Served) -> None:
    async with person(server, Role.FACILITATOR, "Fa") as fa, person(server) as amina:
        await at_board(fa)
        await amina.until(lambda: amina.store.of("workshop")[0]["step"] is not None)
        await amina.disconnect()
        await fa.do("message.send", text="On commence", reach="all")
        await amina.connect()
        assert amina.modes == ["snapshot", "tail"]
        assert [message["text"] for message in amina.store.of("message")] == ["On commence"]


async def test_staff_come_back_to_the_room_they_looked_at(server: Served) -> None:
    async with person(server, Role.FACILITATOR, "Fa") as fa, person(server) as amina:
        await amina.do("message.send", text="En plénière")
        assert not fa.store.of("message")
        await fa.ask("look", {"room": amina.store.you["room"]})
        await fa.until(lambda: bool(fa.store.of("message")))
        await fa.disconnect()
        await fa.connect()
        assert fa.modes == ["snapshot", "tail"]
        assert fa.store.you["look"] == amina.store.you["room"]
        await fa.ask("look", {"room": None})
        await fa.until(lambda: not fa.store.of("message"))


async def test_a_tail_and_a_snapshot_lead_to_the_same(server: Served) -> None:
    async with person(server, Role.FACILITATOR, "Fa") as fa, person(server) as amina:
        board = await at_board(fa)
        await amina.disconnect()
        await fa.do("board.reveal", activity=board)
        await amina.connect()
        kept, amina.store.epoch = dict(amina.store.seen), None
        await amina.disconnect()
        await amina.connect()
        assert amina.modes == ["snapshot", "tail", "snapshot"]
        assert amina.store.seen == kept


async def test_a_command_sent_again_is_done_once(server: Served) -> None:
    async with person(server, Role.FACILITATOR, "Fa") as fa, person(server) as amina:
        board = await at_board(fa)
        wish = {"activity": board, "column": "keep", "text": "Une seule fois"}
        first = await amina.do("note.write", COMMAND, **wish)
        await amina.disconnect()
        assert await amina.do("note.write", COMMAND, **wish) == first
        assert texts(amina) == ["Une seule fois"]


async def test_a_stranger_follows_into_its_group_and_sees_nothing_of_the_other(server: Served) -> None:
    async with person(server, Role.FACILITATOR, "Fa") as fa, person(server) as amina, person(server, name="Bo") as bo:
        await fa.do("room.add", name="Un")
        await fa.do("room.add", name="Deux")
        await fa.do("groups.open", filling="draw")
        for stranger in (amina, bo):
            await stranger.until(lambda stranger=stranger: "group" in kind_of_room(stranger))  # type: ignore[misc]
        await amina.do("message.send", text="Entre nous")
        await amina.until(lambda: bool(amina.store.of("message")))
        await fa.do("groups.close", at=0)
        await bo.until(lambda: "plenary" in kind_of_room(bo))
        assert not bo.store.of("message")


def kind_of_room(stranger: Stranger) -> str:
    room = stranger.store.seen.get(stranger.store.you["room"], {})
    return str(room.get("room_kind"))


async def test_a_stranger_comes_back_as_the_same_person(server: Served) -> None:
    async with person(server) as amina:
        again = Stranger(amina.link, "")
        again.session = amina.session
        await again.enter()
        await again.connect()
        assert again.store.you["participant"] == amina.store.you["participant"]
        await again.disconnect()


async def test_a_stranger_outlives_a_restart_of_the_server(settings: Settings) -> None:
    async with serving(settings) as before:
        fa, amina = Stranger(before.links[Role.FACILITATOR], "Fa"), Stranger(before.links[Role.PARTICIPANT], "Amina")
        for stranger in (fa, amina):
            await stranger.enter()
            await stranger.connect()
        board = await at_board(fa)
        await amina.do("note.write", COMMAND, activity=board, column="keep", text="Avant")
        port = int(before.url.rpartition(":")[2])
    assert not amina.is_connected
    async with serving(replace(settings, port=port)):
        await amina.do("note.write", COMMAND, activity=board, column="keep", text="Avant")
        await amina.do("note.write", activity=board, column="keep", text="Après")
        await amina.until(lambda: texts(amina) == ["Après", "Avant"])
        for stranger in (fa, amina):
            await stranger.disconnect()


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"type": "note.write"}, "invalid"),
        ({"type": "no.such"}, "invalid"),
        ({"type": "step.add", "title": "Non"}, "not_allowed"),
        ({"type": "participant.join", "participant": "x", "name": "x"}, "invalid"),
        ({"type": "note.write", "activity": "x", "column": "keep", "text": "x"}, "unknown"),
        ({"type": "message.send", "text": " "}, "empty"),
        ({"type": "message.send", "text": "\u0000"}, "invalid"),
        ({"type": "message.send", "text": "x" * 2001}, "invalid"),
        ({"type": "message.send", "text": "x" * 70_000}, "too_large"),
        ({"type": "message.send", "text": "x", "id": "short"}, "invalid"),
    ],
)
async def test_what_cannot_be_done_is_refused_with_a_code(server: Served, wish: dict[str, str], code: str) -> None:
    async with person(server) as amina:
        with pytest.raises(Refused) as refused:
            await amina.do(**wish)
        assert refused.value.code == code
        assert await amina.do("message.send", text="Toujours là") > 0


@pytest.mark.parametrize(("session", "code"), [("nonsense", "session_unknown"), ("", "session_unknown")])
async def test_nobody_comes_in_without_a_session(server: Served, session: str, code: str) -> None:
    stranger = Stranger(server.links[Role.PARTICIPANT], "Amina")
    stranger.session = session
    with pytest.raises(Refused) as refused:
        await stranger.connect()
    assert refused.value.code == code


async def test_a_link_that_leads_nowhere_is_refused(server: Served) -> None:
    with pytest.raises(Refused) as refused:
        await asyncio.to_thread(join_by_link, f"{server.url}/j/nowhere", "Amina")
    assert refused.value.code == "link_unknown"


async def test_a_name_must_have_something_to_read(server: Served) -> None:
    with pytest.raises(Refused) as refused:
        await asyncio.to_thread(join_by_link, server.links[Role.PARTICIPANT], " ")
    assert refused.value.code == "empty"
