"""All rooms at once, told to staff who watch and to nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Engine

from media.control import People, Shown, Speaking
from realtime.forwarding import Forwarding
from realtime.tower import Towers
from rooms.ids import ParticipantId
from rooms.refusal import Refused
from tests.realtime.hall import WORKSHOP, Hall, hall
from tests.realtime.reader import Reader
from tests.realtime.twin import Twin


@pytest.fixture
async def a_hall(engine: Engine) -> AsyncIterator[Hall]:
    async with hall(engine) as opened:
        yield opened


async def watch(towers: Towers, reader: Reader, on: bool = True) -> None:
    await towers.watch(reader.connection, reader.live, {"watch": on})


async def test_staff_who_watch_are_told_at_once_and_then_what_is_not_as_it_was(a_hall: Hall) -> None:
    towers = Towers(a_hall.gateway, Forwarding(a_hall.gateway))
    fa, ana = a_hall.read("fa"), a_hall.read("ana")
    await watch(towers, fa)
    (plenary,) = fa.tower["rooms"]
    assert (plenary["people"], plenary["here"], plenary["notes"]) == (2, 1, 0)
    towers.tell()
    told = len(fa.events)
    towers.tell()
    assert len(fa.events) == told
    await a_hall.note("ana", await a_hall.board(hidden=True), "un secret")
    towers.tell()
    (plenary,) = fa.tower["rooms"]
    assert (plenary["notes"], plenary["silent"]) == (1, 0)
    assert b"un secret" not in fa.bytes
    assert "tower" not in ana.events


async def test_only_staff_may_watch_and_only_while_they_wish_to(a_hall: Hall) -> None:
    towers = Towers(a_hall.gateway, Forwarding(a_hall.gateway))
    for person in ("ana", "vi"):
        with pytest.raises(Refused, match="not_allowed"):
            await watch(towers, a_hall.read(person))
    fa = a_hall.read("fa")
    await watch(towers, fa)
    await watch(towers, fa, on=False)
    told = len(fa.events)
    await a_hall.do("fa", "room.add", name="Un")
    towers.tell()
    assert "tower" not in fa.events[told:]


async def test_staff_know_where_the_others_of_staff_look(a_hall: Hall) -> None:
    towers = Towers(a_hall.gateway, Forwarding(a_hall.gateway))
    fa = a_hall.read("fa", look=a_hall.room("plenary").id)
    await watch(towers, fa)
    assert fa.tower["staff"] == [{"participant": "fa", "look": a_hall.room("plenary").id}]


async def test_voices_tell_who_is_reached_badly_and_where_somebody_speaks(a_hall: Hall) -> None:
    twin = Twin()
    forwarding = Forwarding(a_hall.gateway, twin)
    towers = Towers(a_hall.gateway, forwarding)
    await forwarding.start()
    ana, fa = a_hall.read("ana"), a_hall.read("fa")
    forwarding.entered(ana.connection, a_hall.live)
    await watch(towers, fa)
    room = a_hall.room("plenary").id
    shown = Shown(participant=ParticipantId("ana"), microphone=True, camera=False, screen=False, quality=1)
    twin.hear(People(workshop=WORKSHOP, room=room, all=True, put=(shown,)))
    twin.hear(Speaking(workshop=WORKSHOP, room=room, voices=(ParticipantId("ana"),), dominant=None))
    towers.tell()
    (plenary,) = fa.tower["rooms"]
    assert (plenary["weak"], plenary["sign_at"]) == (1, a_hall.now)
    await forwarding.stop()


async def test_a_state_that_was_read_anew_is_watched_anew(a_hall: Hall) -> None:
    towers = Towers(a_hall.gateway, Forwarding(a_hall.gateway))
    fa = a_hall.read("fa")
    await watch(towers, fa)
    await a_hall.do("fa", "room.add", name="Un")
    await a_hall.gateway._reload(a_hall.live)
    await a_hall.do("fa", "room.add", name="Deux")
    towers.tell()
    assert len(fa.tower["rooms"]) == 3
