"""Who should have been heard and was not."""

from __future__ import annotations

from rooms.ids import ParticipantId, RoomId
from web.robots import Summary
from web.robots.hearing import PATIENCE, SETTLED, Hearing
from web.robots.summary import Reception

ANA, BO, CELESTE, DIA, EVE = (ParticipantId(name) for name in ("ana", "bo", "celeste", "dia", "eve"))
HALL, GROUP = RoomId("hall"), RoomId("group")
LONG = SETTLED + PATIENCE


def listening(hearing: Hearing, room: RoomId | None = HALL, others: int = 0, times: int = LONG) -> None:
    for _ in range(times):
        hearing.listens(BO, room, others)


def test_a_voice_that_never_comes_is_missed() -> None:
    hearing = Hearing()
    hearing.speaks(ANA, HALL)
    listening(hearing)
    assert list(hearing.unheard()) == [(ANA, BO, HALL)]


def test_a_voice_that_came_once_is_not() -> None:
    hearing = Hearing()
    hearing.speaks(ANA, HALL)
    hearing.hears(ANA, BO, HALL)
    listening(hearing)
    assert list(hearing.unheard()) == []


def test_it_takes_a_moment_until_one_is_heard() -> None:
    hearing = Hearing()
    hearing.speaks(ANA, HALL)
    listening(hearing, times=LONG - 1)
    assert list(hearing.unheard()) == []


def test_short_words_are_not_added_up() -> None:
    hearing = Hearing()
    for _ in range(LONG):
        hearing.speaks(ANA, HALL)
        listening(hearing, times=SETTLED)
        hearing.speaks(ANA, None)
        listening(hearing, times=1)
    assert list(hearing.unheard()) == []


def test_one_does_not_hear_other_rooms_nor_oneself() -> None:
    hearing = Hearing()
    hearing.speaks(ANA, GROUP)
    hearing.speaks(BO, HALL)
    listening(hearing)
    assert list(hearing.unheard()) == []


def test_who_was_heard_in_one_room_is_missed_in_another() -> None:
    hearing = Hearing()
    hearing.speaks(ANA, HALL)
    hearing.hears(ANA, BO, HALL)
    listening(hearing)
    hearing.speaks(ANA, GROUP)
    listening(hearing, GROUP)
    assert list(hearing.unheard()) == [(ANA, BO, GROUP)]


def test_who_has_no_connection_misses_nobody() -> None:
    hearing = Hearing()
    hearing.speaks(ANA, HALL)
    listening(hearing, None)
    assert list(hearing.unheard()) == []


def test_of_more_voices_than_are_heard_at_once_any_may_be_left_out() -> None:
    hearing = Hearing()
    for who in (ANA, CELESTE, DIA):
        hearing.speaks(who, HALL)
    listening(hearing, others=1)
    assert list(hearing.unheard()) == []
    hearing.speaks(EVE, HALL)
    listening(hearing)
    assert list(hearing.unheard()) == []
    hearing.speaks(EVE, None)
    listening(hearing)
    assert len(list(hearing.unheard())) == 3


def test_an_unheard_voice_makes_the_rehearsal_fail() -> None:
    reception = Reception(
        name="Bo", sound=90, pictures=0, lost=10, first_sound_ms=20.0, first_picture_ms=None, heard=1, seen=0, calls=1
    )
    assert Summary(joined=2, receptions=[reception]).is_sound
    summary = Summary(joined=2, receptions=[reception], unheard=["Ana by Bo"])
    assert not summary.is_sound
    told = str(summary)
    assert "not heard  Ana by Bo" in told
    assert "packets lost  10 of 100 (10.0 %)" in told
    assert "20 ms     never" in told


def test_a_robot_without_a_call_makes_it_fail_too() -> None:
    assert not Summary(joined=1, without_call=1).is_sound
