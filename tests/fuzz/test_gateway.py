"""Whatever is said on a socket is answered without a fault of ours, and the others go on as if nothing were."""

from __future__ import annotations

import secrets
from random import Random
from typing import Any

from rooms.people import Participant
from tests import wishes
from tests.fuzz import AGAIN, COUNT, KEPT_MOST, grown_by
from tests.fuzz.test_decoder import deep
from tests.hidden.world import World, text_of
from tests.realtime.raw import raw

LAST = ("workshop.close", "person.erase")
"""After these, nobody would be there to be asked more."""
KINDS = sorted(set(wishes.KINDS) - set(LAST))
SAID = [
    "join",
    "look",
    "tower",
    "media.open",
    "media.offer",
    "media.wish",
    "media.leave",
    "doc.open",
    "doc.update",
    "doc.close",
    "doc.authors",
    "doc.history",
    "doc.at",
    "doc.restore",
]
FIELDS = [
    "conclusion",
    "connection",
    "room",
    "watch",
    "sdp",
    "lines",
    "device",
    "update",
    "seq",
    "client",
    "since",
    "epoch",
    "vector",
    "look",
    "listen",
]


def sendable(value: Any) -> Any:
    """But for what no JSON of a browser can hold."""
    match value:
        case str():
            return value.replace("\ud800", "?")
        case float():
            return 0.5
        case dict():
            return {sendable(key): sendable(item) for key, item in value.items()}
        case list():
            return [sendable(item) for item in value]
    return value


def command(world: World, who: str, number: int, dice: Random) -> dict[str, Any]:
    """One that might be meant, but for one of its fields."""
    room = world.state.find(Participant, world.ids[who]).room
    kind = KINDS[number % len(KINDS)]
    wish = wishes.wish(kind, wishes.Moment(world.state, world.server.house.now(), room, dice))
    wish[dice.choice(list(wish))] = sendable(deep(dice))
    return wish


def message(world: World, who: str, number: int, dice: Random) -> tuple[str, Any]:
    match number % 3:
        case 0:
            wish = command(world, who, number, dice)
            return "do", {"id": secrets.token_hex(16), **wish} if wish.get("type") not in LAST else {}
        case 1:
            return "do", sendable(deep(dice))
    said = {name: sendable(deep(dice)) for name in dice.sample(FIELDS, 4)}
    return dice.choice(SAID), said | ({"conclusion": text_of(world)} if dice.random() < 0.7 else {})


async def test_nothing_that_is_said_is_a_fault_of_ours(world: World) -> None:
    dice = Random(9)
    async with raw(world.server, world.sessions["fa"]) as fa, raw(world.server, world.sessions["or"]) as other:
        refused = []
        for number in range(COUNT):
            event, said = message(world, "fa", number, dice)
            answer = await fa.socket.call(event, said)
            assert answer.get("refused", {}).get("code") != "internal", (event, said)
            if "refused" in answer:
                refused.append((event, said))
        for event in ("signal", "doc.cursor"):
            for _ in range(COUNT // 10):
                await fa.socket.emit(event, sendable(deep(dice)))

        async def again() -> None:
            for event, said in refused[-AGAIN:]:
                await fa.socket.call(event, said)

        assert await grown_by(again) < KEPT_MOST
        assert "seq" in await fa.do("message.send", text="toujours là", reach="staff")
        assert "seq" in await other.do("message.send", text="moi aussi", reach="staff")
    assert "a message failed" not in world.log.getvalue()
    assert '"level":"error"' not in world.log.getvalue()
