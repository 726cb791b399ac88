"""A plenary of hundreds: what is done for everybody grows with their number, not with its square."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from media.hall import Hall
from media.peer import Peer
from rooms.ids import RoomId
from tests.media.house import LISTENING, LOUD
from tests.media.play import Play, entered, playing, seat

MANY = 300
GROUPS = (MANY + 7) // 8
CROWD = [f"p{count}" for count in range(MANY)]


class Counted:
    """How often a method is called."""

    def __init__(self, patch: pytest.MonkeyPatch, owner: type, name: str) -> None:
        self.calls = 0
        wrapped: Callable[..., object] = getattr(owner, name)

        def counting(*args: object) -> object:
            self.calls += 1
            return wrapped(*args)

        patch.setattr(owner, name, counting)

    def since(self) -> int:
        calls, self.calls = self.calls, 0
        return calls


async def filled(play: Play) -> None:
    for name in CROWD:
        (await play.enter(name, LISTENING)).wants(layout="grid", faces=4)
    await entered(play, "ana", "bo", camera=True, microphone=True)
    play.rest()


@pytest.fixture
def fed(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch, Hall, "feed")


async def test_what_changes_in_one_go_is_decided_once_for_each(fed: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Counted(monkeypatch, Hall, "_watched")
    async with playing(*map(seat, (*CROWD, "ana", "bo"))) as play:
        await filled(play)
        fed.since(), watched.since()

        play.sit(*(seat(name, muted=True) for name in CROWD), seat("ana", camera=False), seat("bo", camera=False))
        play.rest()
        assert fed.since() <= MANY + 2 + GROUPS
        assert watched.since() <= 4

        play.sit(*(seat(name, f"room {count // 8}") for count, name in enumerate(CROWD)))
        play.rest()
        # Whoever is the first in a room is decided for again with the others who came.
        assert fed.since() <= MANY + 2 + GROUPS
        play.sit(*map(seat, CROWD))
        play.rest()
        assert fed.since() <= MANY + 2 + GROUPS


async def test_a_new_speaker_costs_one_decision_for_each_and_one_for_their_layers(
    fed: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Counted(monkeypatch, Hall, "_watched")
    async with playing(*map(seat, (*CROWD, "ana", "bo"))) as play:
        await filled(play)
        for _ in range(30):
            for actor in (play.actors[each.name] for each in play.actors.values() if each.name in ("ana", "bo")):
                actor.say(LOUD if actor.name == "ana" else 127)
            play.hall.listen(play.clock.now)
            play.clock.now += 0.02
            play.loop()
        fed.since(), watched.since()

        for _ in range(60):
            play.actors[play.hall.peers[seat("bo").participant].participant].say(LOUD)
            play.hall.listen(play.clock.now)
            play.clock.now += 0.02
            play.loop()

        assert play.hall.rooms[RoomId("plenary")].loudest.dominant == "bo"
        assert fed.since() <= 2 * (MANY + 2)
        assert watched.since() <= 8


async def test_a_layer_that_comes_to_life_costs_its_watchers_alone(fed: Counted) -> None:
    async with playing(*map(seat, (*CROWD, "ana", "bo"))) as play:
        await filled(play)
        fed.since()

        for rid in ("q", "h", "f"):
            play.actors[seat("ana").participant].show("camera", rid)
            play.loop()

        assert fed.since() == 0
        assert all(play.actors[seat(name).participant].heard("camera") == {"ana"} for name in CROWD)


async def test_everybody_is_looked_after_once_in_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(*map(seat, (*CROWD, "ana", "bo"))) as play:
        await filled(play)
        spread = Counted(monkeypatch, Peer, "spread")

        for part in range(12):
            play.clock.now += 0.02
            for actor in play.actors.values():
                actor.way.last_heard = play.clock.now
            play.hall.repair(play.clock.now)
            play.hall.tick(play.clock.now, part, 12)

        assert spread.since() == MANY + 2
