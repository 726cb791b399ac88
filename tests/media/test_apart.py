"""Whatever people do, and in whatever order: each packet that leaves is one that its listener may have.

The rules are those of tests/media/play.py, which looks at every packet on its way out.
"""

from __future__ import annotations

import asyncio
from itertools import cycle
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.media.play import Play, playing, seat

NAMES = ("ana", "bo", "cy", "di")
ROOMS = ("plenary", "one", "two")
names, rooms, either = st.sampled_from(NAMES), st.sampled_from(ROOMS), st.booleans()
somebody = st.one_of(st.none(), names)

acts = st.one_of(
    st.tuples(st.just("beat"), st.integers(1, 15)),
    st.tuples(st.just("send"), names),
    st.tuples(st.just("key"), names, st.sampled_from(("camera", "screen"))),
    st.tuples(st.just("lose"), names),
    st.tuples(st.just("repair"), names),
    st.tuples(st.just("loop")),
    st.tuples(st.just("tick"), st.sampled_from((0.02, 0.3, 2.0))),
    st.tuples(st.just("move"), st.dictionaries(names, rooms, min_size=1)),
    st.tuples(st.just("may"), names, st.sampled_from(("microphone", "camera", "screen", "muted", "is_staff")), either),
    st.tuples(st.just("may"), names, st.just("interprets"), st.sampled_from(("", "fr"))),
    st.tuples(st.just("wish"), names, st.sampled_from(("microphone", "camera", "screen", "hidden")), either),
    st.tuples(st.just("wish"), names, st.just("layout"), st.sampled_from(("speaker", "grid", "none"))),
    st.tuples(st.just("wish"), names, st.just("faces"), st.integers(0, 4)),
    st.tuples(st.just("wish"), names, st.sampled_from(("pinned", "interpreter")), somebody),
    st.tuples(st.just("wish"), names, st.just("listen"), st.one_of(st.none(), rooms)),
    st.tuples(st.just("ask"), names, st.integers(3, 11), st.integers(1, 60)),
    st.tuples(st.just("enter"), names),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, min_size=10, max_size=60), st.sampled_from((0.0, 0.0004)))
def test_nobody_ever_gets_what_is_not_for_them(story: list[Any], step: float) -> None:
    asyncio.run(told(story, step))


async def told(story: list[Any], step: float) -> None:
    """`step`: what a look at the clock takes, so that work is cut into slices."""
    async with playing(*(seat(name, room) for name, room in zip(NAMES, cycle(ROOMS[:2])))) as play:
        for name in NAMES:
            (await play.enter(name)).wants(microphone=True, camera=True, layout="grid", faces=4)
        for _ in range(4):
            play.beat()
        play.clock.step = step
        for act in story:
            await perform(play, *act)


async def perform(play: Play, act: str, *told: Any) -> None:
    match act, *told:
        case ["beat", count]:
            for _ in range(count):
                play.beat()
        case ["send", who]:
            play.actors[who].act()
        case ["key", who, source]:
            for name, rid in play.actors[who].sending:
                if name == source:
                    play.actors[who].show(name, rid, is_key=True)
        case ["lose", who]:
            for sending in play.actors[who].sending.values():
                sending.skip(2)
        case ["repair", who]:
            play.actors[who].repair()
        case ["loop"]:
            play.loop()
        case ["tick", passed]:
            play.tick(passed)
        case ["move", where]:
            seats = play.hall.seats
            play.sit(*(msgspec.structs.replace(seats[who], room=room) for who, room in where.items()))
        case ["may", who, field, value]:
            play.change(who, **{field: value})
        case ["wish", who, field, value]:
            play.actors[who].wants(**{field: value})
        case ["ask", who, mid, back]:
            actor = play.actors[who]
            came = [sequence for ssrc, sequence in actor.wires if actor.ssrcs[ssrc] == str(mid)]
            actor.asks(str(mid), came[-back:])
        case ["enter", who]:
            await play.enter(who)
