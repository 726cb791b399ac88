"""What is said of a room: who speaks, who has what switched on, who has spoken for how long."""

from __future__ import annotations

from media.control import People, Speaking, Spoken
from rooms.ids import RoomId
from tests.media.house import LOUD, SILENT
from tests.media.play import Play, beats, entered, last, playing, seat


def shown(play: Play, room: str) -> dict[str, tuple[bool, bool, bool]]:
    """As a web process has it that has heard everything."""
    people: dict[str, tuple[bool, bool, bool]] = {}
    for said in play.told:
        if isinstance(said, People) and said.room == room:
            people = {} if said.all else people
            people |= {each.participant: (each.microphone, each.camera, each.screen) for each in said.put}
            people = {each: value for each, value in people.items() if each not in said.drop}
    return people


async def test_the_room_is_told_who_speaks() -> None:
    async with playing(seat("ana"), seat("bo"), seat("cy", "one")) as play:
        ana, bo, _cy = await entered(play, "ana", "bo", "cy", microphone=True)

        def talk(level: int, count: int) -> None:
            for _ in range(count):
                ana.say(level)
                bo.say(SILENT)
                play.tick()
                play.loop()

        talk(LOUD, 15)
        assert last(play, Speaking) == Speaking(
            workshop=play.hall.workshop, room=RoomId("plenary"), voices=(ana.name,), dominant=ana.name
        )
        talk(SILENT, 30)
        said = last(play, Speaking)
        assert said
        assert said.voices == ()

        talk(LOUD, 15)
        ana.peer.end("gone", "")
        bo.peer.end("gone", "")
        said = last(play, Speaking)
        assert said
        assert (said.voices, said.dominant) == ((), None)


async def test_the_room_is_told_who_has_what_switched_on() -> None:
    async with playing(seat("ana"), seat("bo", muted=True), seat("cy", "one")) as play:
        ana, bo, _cy = await entered(play, "ana", "bo", "cy", microphone=True, camera=True)
        beats(play)
        assert shown(play, "plenary") == {"ana": (True, True, False), "bo": (False, True, False)}
        assert shown(play, "one") == {"cy": (True, True, False)}

        ana.wants(camera=False)
        play.sit(seat("cy"))
        bo.peer.end("gone", "")
        beats(play)

        assert shown(play, "plenary") == {"ana": (True, False, False), "cy": (True, True, False)}
        assert shown(play, "one") == {}


async def test_a_room_that_comes_to_be_watched_is_told_once_who_is_shown_no_more() -> None:
    async with playing(seat("ana"), seat("bo"), seat("cy")) as play:
        await entered(play, "ana", "bo", "cy", microphone=True)
        beats(play)
        before = len(play.told)
        play.sit(seat("ana"), seat("bo", watches=True), seat("cy", watches=True))
        play.loop()
        (said,) = [each for each in play.told[before:] if isinstance(each, People)]
        assert (said.put, said.drop) == ((), ("bo", "cy"))


async def test_a_web_process_that_comes_later_is_told_all_of_it() -> None:
    async with playing(seat("ana"), seat("bo", "one")) as play:
        _ana, _bo = await entered(play, "ana", "bo", microphone=True)
        beats(play)

        told = list(play.hall.describe())

        people = {each.room: each.put for each in told if isinstance(each, People) and each.all}
        assert [put.participant for room in ("plenary", "one") for put in people[RoomId(room)]] == ["ana", "bo"]
        speaking = {each.room: each.voices for each in told if isinstance(each, Speaking)}
        assert speaking == {"plenary": ("ana",), "one": ("bo",)}


async def test_what_is_said_is_counted_and_never_while_muted() -> None:
    async with playing(seat("ana"), seat("bo", muted=True), seat("ines", interprets="fr")) as play:
        _ana, _bo, _ines = await entered(play, "ana", "bo", "ines", microphone=True)

        beats(play, 100)
        play.hall.report()
        (spoken,) = (said for said in play.told if isinstance(said, Spoken))
        (said,) = spoken.spoken
        assert (said.participant, said.room) == ("ana", "plenary")
        assert 1500 < said.ms <= 2000

        play.sit(seat("ana", muted=True))
        beats(play, 50)
        play.hall.report()
        assert last(play, Spoken) is spoken

        play.sit(seat("ana", "one"))
        beats(play, 50)
        play.hall.report()
        later = last(play, Spoken)
        assert later
        assert {(said.participant, said.room) for said in later.spoken} == {("ana", "one")}
