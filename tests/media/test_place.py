"""Behind the slots of a page: the loudest, an interpreter, faces by layout; and which layers are wanted for it."""

from __future__ import annotations

import pytest

from media.control import Speaking, Wanted
from media.hall import UNWANTED_S
from rooms.ids import ParticipantId
from tests.media.house import LISTENING, LOUD, LOUDER, SILENT
from tests.media.play import ALL, beats, entered, given, last, playing, seat, slots

# -- voices -----------------------------------------------------------------------------------------------------------


async def test_the_three_loudest_are_heard_and_a_pinned_interpreter_besides() -> None:
    crowd = ["ana", "bo", "cy", "di", "ed"]
    async with playing(*(seat(name) for name in (*crowd, "ear")), seat("ines", interprets="fr")) as play:
        everybody = await entered(play, *crowd, "ines", microphone=True)
        (ear,) = await entered(play, "ear", interpreter=ParticipantId("ines"))

        def talk(*loud: str) -> set[ParticipantId]:
            before = len(ear.got)
            for _ in range(40):
                for actor in everybody:
                    actor.say(LOUDER if actor.name in loud or actor.name == "ines" else SILENT)
                play.tick()
                play.loop()
            return ear.heard(since=before + (len(ear.got) - before) // 2)

        assert talk("ana", "bo", "cy") == {"ana", "bo", "cy", "ines"}
        ear.wants(interpreter=ParticipantId("di"))
        assert talk("ana", "bo", "cy") == {"ana", "bo", "cy"}, "who does not interpret has no place of their own"
        ear.wants(interpreter=ParticipantId("ines"))
        for _ in range(3):
            talk("cy", "di", "ed")
        assert talk("cy", "di", "ed") == {"cy", "di", "ed", "ines"}
        assert len(slots(play, ear)) == 4
        last_voice = ear.peer.voices[-1].slot.mid
        assert slots(play, ear)[last_voice].participant == "ines"


async def test_an_interpreter_is_heard_only_by_who_asked_for_them() -> None:
    async with playing(seat("ana"), seat("bo"), seat("ines", interprets="fr")) as play:
        ana, bo, ines = await entered(play, "ana", "bo", "ines", microphone=True)
        bo.wants(interpreter=ParticipantId("ines"))
        ana.wants(interpreter=ParticipantId("bo"))

        beats(play)

        assert bo.heard() == {"ana", "ines"}
        assert ana.heard() == {"bo"}
        assert ines.heard() == {"ana", "bo"}
        assert not any(isinstance(said, Speaking) and "ines" in said.voices for said in play.told)


async def test_who_begins_to_interpret_is_heard_by_nobody_else_from_that_moment_on() -> None:
    async with playing(seat("ana"), seat("bo"), seat("cy")) as play:
        ana, bo, cy = await entered(play, "ana", "bo", "cy", microphone=True)
        bo.wants(interpreter=ParticipantId("ana"))
        beats(play)
        assert cy.heard() == {"ana", "bo"}

        play.change(ana.name, interprets="ar")
        before = beats(play)
        assert cy.heard(since=before["cy"]) == {"bo"}
        assert bo.heard(since=before["bo"]) == {"ana", "cy"}

        play.change(ana.name, interprets="")
        before = beats(play)
        assert cy.heard(since=before["cy"]) == {"ana", "bo"}
        assert given(play, bo, "microphone") == {"ana", "cy"}


async def test_a_page_without_voices_may_ask_for_an_interpreter_in_vain() -> None:
    async with playing(seat("ana"), seat("ines", interprets="fr")) as play:
        eye = await play.enter("ana", ("face",))
        single = await play.enter("ines", ("microphone", "camera"))
        single.wants(**ALL)

        eye.wants(interpreter=ParticipantId("ines"), layout="grid", faces=1)
        beats(play)

        assert eye.heard("camera") == {"ines"}


async def test_on_a_page_with_one_voice_the_interpreter_has_it() -> None:
    async with playing(seat("ana"), seat("bo"), seat("ines", interprets="fr")) as play:
        ana = await play.enter("ana", ("voice",))
        await entered(play, "bo", "ines", microphone=True)
        beats(play)
        assert ana.heard() == {"bo"}

        ana.wants(interpreter=ParticipantId("ines"))
        before = beats(play)

        assert ana.heard(since=before["ana"]) == {"ines"}


# -- faces ------------------------------------------------------------------------------------------------------------

CROWD = tuple("abcdefgh")


@pytest.mark.parametrize(("wish", "count"), [
    ({"layout": "grid", "faces": 4}, 4),
    ({"layout": "grid", "faces": 2}, 2),
    ({"layout": "speaker", "faces": 1}, 1),
    ({"layout": "grid", "faces": 24}, 4),
    ({"layout": "grid", "faces": 0}, 0),
    ({"layout": "none", "faces": 4}, 0),
    ({"layout": "grid", "faces": 4, "hidden": True}, 0),
])  # fmt: skip
async def test_as_many_faces_are_sent_as_are_shown(wish: dict[str, object], count: int) -> None:
    async with playing(*(seat(name) for name in (*CROWD, "eye"))) as play:
        await entered(play, *CROWD, camera=True, screen=True)
        eye = await play.enter("eye", LISTENING)
        eye.wants(**wish)

        beats(play)

        assert len(eye.heard("camera")) == len(given(play, eye, "camera")) == count
        assert bool(eye.heard("screen")) is (wish["layout"] != "none" and not wish.get("hidden"))


async def test_pictures_stop_at_once_when_a_page_is_hidden_and_come_back() -> None:
    async with playing(seat("ana"), seat("eye")) as play:
        ana, eye = await entered(play, "ana", "eye")
        beats(play)

        eye.wants(hidden=True)
        at_once = len(eye.got)
        ana.act()
        play.loop()
        for mid in eye.ssrcs.values():
            eye.asks(mid, [sequence for ssrc, sequence in eye.wires if eye.ssrcs[ssrc] == mid])
        before = beats(play)
        assert eye.heard("camera", since=at_once) == eye.heard("screen", since=at_once) == set()
        assert eye.heard(since=before["eye"]) == {"ana"}

        eye.wants(hidden=False)
        before = beats(play)
        assert eye.heard("camera", since=before["eye"]) == eye.heard("screen", since=before["eye"]) == {"ana"}


async def test_the_pinned_face_is_always_there_and_large() -> None:
    async with playing(*(seat(name) for name in (*CROWD, "eye"))) as play:
        await entered(play, *CROWD, camera=True, microphone=True)
        eye = await play.enter("eye", LISTENING)
        for pinned in "hgf":
            eye.wants(layout="speaker", faces=2, pinned=ParticipantId(pinned))
            before = beats(play)
            assert pinned in eye.heard("camera", since=before["eye"])
            (place,) = (place for place in eye.peer.faces if place.participant == pinned)
            assert place.ceiling == 2
            assert all(other.ceiling == 0 for other in eye.peer.faces if other is not place)


async def test_who_speaks_is_seen() -> None:
    async with playing(*(seat(name) for name in (*CROWD, "eye"))) as play:
        actors = await entered(play, *CROWD, camera=True, microphone=True)
        eye = await play.enter("eye", LISTENING)
        eye.wants(layout="speaker", faces=1)
        for speaker in actors[3:5]:
            for _ in range(60):
                for actor in actors:
                    actor.say(LOUD if actor is speaker else SILENT)
                    for rid in ("q", "h", "f"):
                        actor.answer()
                        actor.show("camera", rid)
                play.tick()
                play.loop()
            assert given(play, eye, "camera") == {speaker.name}
            assert eye.got[-1][1].who == speaker.name


async def test_a_face_appears_with_its_first_packet() -> None:
    async with playing(seat("ana"), seat("eye")) as play:
        ana, eye = await entered(play, "ana", "eye", camera=True, layout="grid", faces=4)
        play.loop()
        assert given(play, eye, "camera") == {"ana"}

        ana.show("camera", "q")
        play.loop()

        assert eye.heard("camera") == {"ana"}


async def test_one_screen_is_shared_and_the_next_takes_its_place() -> None:
    async with playing(seat("ana"), seat("bo"), seat("eye")) as play:
        ana, bo = await entered(play, "ana", "bo", screen=True)
        (eye,) = await entered(play, "eye", layout="grid")
        beats(play)
        first = given(play, eye, "screen")
        assert len(first) == 1

        (sharing,) = (actor for actor in (ana, bo) if actor.name in first)
        sharing.wants(screen=False)
        beats(play)

        assert given(play, eye, "screen") == {"ana", "bo"} - first


# -- what is wanted -------------------------------------------------------------------------------------------------


async def test_wanted_layers_are_those_that_somebody_watches() -> None:
    async with playing(*(seat(f"a{count}") for count in range(17)), seat("eye")) as play:
        (ana,) = await entered(play, "a0", camera=True, screen=True)
        await entered(play, *(f"a{count}" for count in range(1, 17)), layout="none")
        eye = await play.enter("eye", LISTENING)
        eye.wants(layout="none")

        def wanted() -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
            said = last(play, Wanted, connection=ana.connection)
            assert said
            return said.microphone, said.camera, said.screen

        for _ in range(int(UNWANTED_S / 0.1) + 10):
            play.tick(0.1)
        assert wanted() == (False, (), ())

        eye.wants(layout="speaker", pinned=ana.name)
        play.loop()
        assert "q" in wanted()[1]
        assert "h" in wanted()[2]
        for _ in range(120):
            play.beat(0.1)
        assert wanted() == (False, ("f",), ("f",)), "what comes is large enough for all who watch"

        eye.wants(quality="low")
        play.tick(UNWANTED_S / 2)
        assert "f" in wanted()[1], "people come back to a face"
        for _ in range(int(UNWANTED_S / 0.1)):
            play.beat(0.1)
        assert wanted() == (False, ("q",), ("h",))

        ana.wants(microphone=True, screen=False)
        assert wanted() == (True, ("q",), ())


async def test_in_a_small_room_the_smallest_layer_is_wanted_of_everybody() -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        ana, _bo = await entered(play, "ana", "bo", camera=True, layout="none")

        beats(play)

        said = last(play, Wanted, connection=ana.connection)
        assert said
        assert said.camera == ("q",)
