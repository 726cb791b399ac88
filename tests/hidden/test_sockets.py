"""Whatever anybody says on a socket: what is not for them is refused, changes nothing, and tells them no secret."""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect

from facilitation.actions import ACTIONS, FREE
from media.control import Fed, People, Shown, Slots, Speaking
from realtime.client import Socket, Unwelcome
from rooms.activities.board import Board, Note
from rooms.ids import RoomId
from rooms.people import Participant
from rooms.permissions import Role
from tests import wishes
from tests.hidden.world import KNOWERS, NAMES, World, acts, text_of, told_too_much
from tests.realtime.raw import Raw
from tests.serving import WORKSHOP

RANK = list(Role)
ROUNDS = 3
LEAST: dict[Role, str] = {
    Role.VIEWER: """
        registration.forget person.rename person.erase text.flag
    """,
    Role.PARTICIPANT: """
        ready.set group.choose registration.answer preference.rank hand.raise hand.lower floor.take turn.write
        turn.say person.mute person.unmute speech.measure nudge.dismiss message.send note.write note.edit note.move
        note.drop note.stack note.unstack stack.title dot.place comment.write comment.drop citation.add citation.drop
        ballot.cast remark.write remark.drop
    """,
    Role.FACILITATOR: """
        step.add step.edit step.move step.drop step.start step.extend step.pause step.resume agenda.shorten
        step.merge step.skip workshop.put_off activity.plan activity.clear room.release room.recall room.advance
        step.opening rotation.propose rotation.apply rotation.drop rotation.undo step.back room.add room.edit room.drop
        room.merge room.keep
        room.assign workshop.lead groups.open groups.close groups.rank draw.move draw.rule draw.keep draw.drop
        registration.ask registration.edit registration.drop person.move workshop.doors door.admit door.turn_away
        person.remove person.ban person.readmit flag.settle text.hide text.show room.moderate workshop.media
        room.stage hand.decline hand.move floor.give floor.pause floor.resume floor.set room.mute person.interpret
        workshop.nudge message.mark message.settle board.reveal board.vote poll.add poll.drop poll.open poll.withdraw
        poll.close poll.count poll.publish conclusion.freeze conclusion.reopen report_out.present report_out.show
        report_out.skip report_out.extend report_out.arrange gallery.turn gallery.extend statement.add statement.edit
        statement.cite statement.stand statement.move statement.merge statement.drop statement.freeze
        statement.report conclusion.put_to_vote statement.put_to_vote steps.insert steps.drop
    """,
    Role.ORGANIZER: """
        workshop.edit workshop.close workshop.retain workshop.identity
    """,
}
"""Which role a command takes at least. A new one is named here, and then tried by those below."""


class Ear:
    """A connection that keeps every byte it is sent, unpacked."""

    def __init__(self, websocket: ClientConnection) -> None:
        self._websocket = websocket
        self.heard: list[bytes] = []

    async def send(self, message: str | bytes) -> None:
        await self._websocket.send(message)

    async def recv(self, decode: bool | None = None) -> str | bytes:
        return self._kept(await self._websocket.recv(decode=decode))

    async def __aiter__(self) -> AsyncIterator[str | bytes]:
        async for message in self._websocket:
            yield self._kept(message)

    def _kept(self, message: str | bytes) -> str | bytes:
        body = message.encode() if isinstance(message, str) else message
        self.heard.append(gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body)
        return message


@asynccontextmanager
async def listening(world: World, who: str, session: str | None = None) -> AsyncIterator[tuple[Raw, Ear]]:
    """Raises Unwelcome."""
    address = world.server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    async with connect(address, compression=None, max_size=None) as websocket:
        ear = Ear(websocket)
        opened = Raw(Socket(ear))  # type: ignore[arg-type]
        await opened.socket.open({"session": session or world.sessions.get(who, ""), "client": 1})
        async with asyncio.TaskGroup() as group:
            listening = group.create_task(opened.listen())
            await opened.socket.call("join", {})
            await opened.first("welcome")
            yield opened, ear
            listening.cancel()


def assert_told_no_more(who: str, ear: Ear) -> None:
    for body in ear.heard:
        assert not told_too_much(who, body), (who, body[:500])


def messages(world: World) -> dict[str, list[Any]]:
    """What may be said beside commands, each about what is hidden from whoever says it here."""
    north, backstage, text = world.room("Nord"), world.room("backstage"), text_of(world)
    board = next(one.id for one in world.state.all(Board) if one.room == north)
    note = next(one.id for one in world.state.all(Note) if one.room == north)
    call = {"connection": "c" * 16}
    return {
        "join": [{"look": north}, {"since": 0, "epoch": "x", "audience": f"staff@{north}", "look": backstage}],
        "do": [],
        "look": [{"room": north}, {"room": backstage}, {"room": "none"}],
        "tower": [{"watch": True}],
        "signal": [{"kind": kind, "entity": id} for kind in ("typing", "words") for id in (north, board, note, text)],
        "media.open": [{}],
        "media.offer": [{**call, "sdp": "v=0", "lines": {"0": "microphone"}, "device": "phone"}],
        "media.wish": [{**call, "listen": north}, {**call, "pinned": "none"}],
        "media.leave": [call],
        "doc.open": [{"conclusion": text}],
        "doc.update": [{"conclusion": text, "client": 1, "update": b"\0\0"}],
        "doc.close": [{"conclusion": text}],
        "doc.cursor": [{"conclusion": text, "field": "agreed"}],
        "doc.authors": [{"conclusion": text}],
        "doc.history": [{"conclusion": text}],
        "doc.at": [{"conclusion": text, "seq": world.state.head}],
        "doc.restore": [{"conclusion": text, "seq": world.state.head}],
    }


UNANSWERED = ("signal", "doc.cursor")
HARMLESS = ("join", "doc.close", "media.open", "media.leave")
"""Answered whatever is said: with what is everybody's, or one's own."""
OWN = {("bo", "media.offer"), ("far", "media.offer"), ("far", "tower")}
"""A voice is heard in one's own room; an organizer of another workshop sees all rooms of theirs."""


def test_every_message_and_every_command_is_tried(world: World) -> None:
    handled = set(world.server.realtime.sio.handlers["/"]) - {"connect", "disconnect"}
    assert set(messages(world)) == handled, "say in this file how somebody would misuse it"
    named = [kind for kinds in LEAST.values() for kind in kinds.split()]
    assert sorted(named) == sorted(wishes.KINDS), "say in this file who may give it at least"


def test_every_command_of_citizens_says_whether_they_show_who_they_are_for_it() -> None:
    citizens = {kind for role in (Role.VIEWER, Role.PARTICIPANT) for kind in LEAST[role].split()}
    given_for_them = {"document.open", "document.write"}
    named = [str(command.__struct_config__.tag) for command in (*FREE, *ACTIONS)]
    assert sorted(named) == sorted(citizens | given_for_them), "say so in facilitation/actions.py"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("nobody", "session_unknown"),
        ("out", "removed"),
        ("ban", "banned"),
        ("rev", "link_revoked"),
        ("wait", "session_unknown"),
    ],
)
async def test_whoever_is_not_in_gets_no_connection(world: World, who: str, code: str) -> None:
    with pytest.raises(Unwelcome, match=code):
        async with listening(world, who):
            pass


async def test_a_session_that_was_changed_is_none(world: World) -> None:
    for session in (world.sessions["or"][:-1], "x" + world.sessions["or"], world.sessions["or"].replace(".", "A", 1)):
        with pytest.raises(Unwelcome, match="session_unknown"):
            async with listening(world, "or", session):
                pass


@pytest.mark.parametrize("who", ["vi", "bo", "far"])
async def test_what_is_said_beside_commands_reaches_nothing_hidden(world: World, who: str) -> None:
    done = await asyncio.to_thread(acts, world)
    async with AsyncExitStack() as stack:
        others = {one: await stack.enter_async_context(listening(world, one)) for one in ("ana", "vi", "bo")}
        opened, ear = await stack.enter_async_context(listening(world, who))
        for event, message in [(event, message) for event, tried in messages(world).items() for message in tried]:
            if event in UNANSWERED:
                await opened.socket.emit(event, message)
                continue
            answer = await opened.socket.call(event, message)
            assert "refused" in answer or event in HARMLESS or (who, event) in OWN, (event, answer)
        for one, (_, heard) in {**others, who: (opened, ear)}.items():
            assert_told_no_more(one, heard)
            # Nobody types or points where they are not.
            assert not any(b'"signal"' in body for body in heard.heard), one
    assert await asyncio.to_thread(acts, world) == done


async def test_who_is_behind_a_slot_is_told_to_one_person_and_who_speaks_to_their_room(world: World) -> None:
    ana, north, connection = world.ids["ana"], RoomId(world.room("Nord")), "canari-connexion"
    shown = Shown(participant=ana, microphone=True, camera=True, screen=False, quality=3)
    async with AsyncExitStack() as stack:
        all = {one: await stack.enter_async_context(listening(world, one)) for one in ("ana", "bo", "vi", "fa", "far")}
        offer = {"connection": connection, "sdp": "v=0", "lines": {"0": "voice"}, "device": "phone"}
        assert "sdp" in await all["ana"][0].socket.call("media.offer", offer)
        for _, ear in all.values():
            ear.heard.clear()
        fed = {"0": Fed(participant=world.ids["fa"], source="microphone")}
        world.media.hear(Slots(workshop=WORKSHOP, participant=ana, connection=connection, slots=fed))
        world.media.hear(People(workshop=WORKSHOP, room=north, all=False, put=(shown,)))
        world.media.hear(Speaking(workshop=WORKSHOP, room=north, voices=(ana,), dominant=ana))
        for opened, _ in all.values():
            await opened.socket.call("look", {"room": None})
        told = {one: b"".join(ear.heard).decode() for one, (_, ear) in all.items()}
    assert {one for one, heard in told.items() if connection in heard} == {"ana"}
    assert {one for one, heard in told.items() if ana in heard} == {"ana"}


async def storm(world: World, who: str, role: Role, dice: random.Random) -> None:
    """Every command there is, about whatever is there: those above one's role are refused and leave nothing behind."""
    least = {kind: role for role, kinds in LEAST.items() for kind in kinds.split()}
    person = world.ids[who]
    async with listening(world, who) as (opened, ear):
        for kind in sorted(wishes.KINDS):
            for _ in range(ROUNDS):
                live = world.server.house.gateway.live[WORKSHOP]
                room = live.state.find(Participant, person).room
                wish = wishes.wish(kind, wishes.Moment(live.state, world.server.house.now(), room, dice))
                if kind == "person.erase" and wish.get("person") == person:
                    continue  # Nothing is answered to whoever is nobody any more.
                head = live.state.head
                answer = await opened.socket.call("do", {"id": secrets.token_hex(16), **wish})
                if "refused" not in answer and live.state.head != head:
                    assert RANK.index(least[kind]) <= RANK.index(role), (who, wish)
                assert answer.get("refused", {}).get("code") != "internal", wish
        assert_told_no_more(who, ear)


async def test_no_command_tells_or_does_what_is_not_for_whoever_gives_it(world: World) -> None:
    dice = random.Random(6)
    async with listening(world, "ana") as (_, ear):
        await storm(world, "vi", Role.VIEWER, dice)
        await storm(world, "bo", Role.PARTICIPANT, dice)
        assert_told_no_more("ana", ear)


async def test_the_log_of_all_this_names_nobody_and_quotes_nothing(world: World) -> None:
    log = world.log.getvalue()
    lines = [json.loads(line) for line in log.splitlines()]
    assert {"request", "command"} <= {line["event"] for line in lines}
    assert len({line["type"] for line in lines if line["event"] == "command"}) > 50
    tokens = [*world.sessions.values(), *(link.rpartition("/")[2] for link in world.server.links.values())]
    found = {word for word in (*KNOWERS, *NAMES.values(), *tokens, "127.0.0.1") if word in log}
    assert not found
