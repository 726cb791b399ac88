"""Who may be heard and seen, in every room, stage and medium."""

from __future__ import annotations

import pytest

from facilitation.agenda import AddStep, OpenStepWith, StartStep
from facilitation.floor import GiveFloor, TakeFloor
from facilitation.groups import CloseGroups, MovePerson
from facilitation.stage import (
    Interpret,
    Mute,
    MuteRoom,
    Seat,
    SetStage,
    SwitchMedia,
    Unmute,
    seat_of,
    seats,
    seats_touched,
)
from rooms.activities.discussion import DiscussionPlan
from rooms.agenda import Media, Room, Stage, Step
from rooms.command import Command
from rooms.ids import RoomId
from rooms.people import Participant
from rooms.permissions import Role
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import Person


def seat(cast: Cast, person: Person) -> Seat:
    return seat_of(cast.record(person), cast.state)


def sends(cast: Cast, person: Person) -> str:
    """M, C and S for what the person may send."""
    sits = seat(cast, person)
    return "".join(
        letter for letter, may in zip("MCS", (sits.microphone, sits.camera, sits.screen), strict=True) if may
    )


def narrow(cast: Cast, room: RoomId | None = None, stage: Stage = Stage.SPEAKERS) -> None:
    cast.do(cast.farid, SetStage(room=room or cast.plenary, stage=stage))


# -- who may send what --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("media", "stage", "staff", "speaker", "others"),
    [
        (Media.VIDEO, Stage.OPEN, "MCS", "MCS", "MCS"),
        (Media.VIDEO, Stage.SPEAKERS, "MCS", "MCS", ""),
        (Media.AUDIO, Stage.OPEN, "M", "M", "M"),
        (Media.AUDIO, Stage.SPEAKERS, "M", "M", ""),
        (Media.TEXT, Stage.OPEN, "", "", ""),
        (Media.TEXT, Stage.SPEAKERS, "", "", ""),
    ],
)
def test_what_people_may_send_by_medium_and_stage(
    cast: Cast, media: Media, stage: Stage, staff: str, speaker: str, others: str
) -> None:
    cast.do(cast.farid, MovePerson(person=cast.farid.id, room=cast.plenary))
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    cast.do(cast.farid, SwitchMedia(media=media))
    narrow(cast, stage=stage)
    assert [sends(cast, person) for person in (cast.farid, cast.ana, cast.bob)] == [staff, speaker, others]
    assert sends(cast, cast.vera) == ""


def test_a_workshop_has_everything_on_until_somebody_switches_it_off(cast: Cast) -> None:
    assert cast.workshop.media is Media.VIDEO
    assert sends(cast, cast.ana) == "MCS"


def test_nobody_sends_anything_once_the_workshop_is_closed(cast: Cast) -> None:
    cast.do(cast.odile, {"type": "workshop.close"})
    assert {sends(cast, person) for person in (cast.odile, cast.ana, cast.vera)} == {""}


def test_an_interpreter_is_heard_without_the_floor_and_not_seen(cast: Cast) -> None:
    narrow(cast)
    cast.do(cast.farid, Interpret(person=cast.ana.id, language="ar"))
    assert sends(cast, cast.ana) == "M"
    assert seat(cast, cast.ana).interprets == "ar"
    cast.do(cast.farid, SwitchMedia(media=Media.TEXT))
    assert sends(cast, cast.ana) == ""


def test_a_seat_says_who_watches_and_who_is_staff_and_nobodys_name(cast: Cast) -> None:
    flags = {person.role: (seat(cast, person).is_staff, seat(cast, person).is_viewer) for person in everybody(cast)}
    assert flags == {
        Role.ORGANIZER: (True, False),
        Role.FACILITATOR: (True, False),
        Role.PARTICIPANT: (False, False),
        Role.VIEWER: (False, True),
    }
    assert "name" not in Seat.__struct_fields__


def everybody(cast: Cast) -> list[Person]:
    return [cast.odile, cast.farid, cast.ana, cast.bob, cast.vera]


def test_a_stage_is_a_rooms_own(cast: Cast) -> None:
    one, _ = cast.groups("Un", "Deux")
    narrow(cast, one.id)
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=one.id))
    assert (sends(cast, cast.ana), sends(cast, cast.bob)) == ("", "MCS")


# -- the floor ----------------------------------------------------------------------------------------------------


def test_the_floor_is_given_and_taken(cast: Cast) -> None:
    narrow(cast)
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    assert (sends(cast, cast.ana), sends(cast, cast.bob)) == ("MCS", "")
    cast.do(cast.farid, TakeFloor(person=cast.ana.id))
    assert sends(cast, cast.ana) == ""


def test_who_has_the_floor_keeps_it_while_everybody_may_speak(cast: Cast) -> None:
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    narrow(cast)
    narrow(cast, stage=Stage.OPEN)
    narrow(cast)
    assert (sends(cast, cast.ana), sends(cast, cast.bob)) == ("MCS", "")


def test_the_floor_opens_no_microphone(cast: Cast) -> None:
    cast.do(cast.farid, Mute(person=cast.ana.id))
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    assert seat(cast, cast.ana).muted


# -- muting -------------------------------------------------------------------------------------------------------


def test_people_mute_themselves_and_staff_anybody(cast: Cast) -> None:
    cast.do(cast.ana, Mute(person=cast.ana.id))
    cast.do(cast.farid, Mute(person=cast.bob.id))
    assert seat(cast, cast.ana).muted
    assert seat(cast, cast.bob).muted
    assert cast.code(cast.ana, Mute(person=cast.farid.id)) == "not_allowed"


def test_nobody_but_oneself_opens_a_microphone(cast: Cast) -> None:
    cast.do(cast.farid, Mute(person=cast.ana.id))
    for other in (cast.farid, cast.odile, cast.bob, None):
        refused = cast.refused(other, Unmute(person=cast.ana.id))
        assert (refused.code, refused.details) == ("not_yours", {"kind": "microphone"})
    cast.do(cast.ana, Unmute(person=cast.ana.id))
    assert not seat(cast, cast.ana).muted


def test_a_room_is_muted_but_for_staff_speakers_and_interpreters(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    chloe, dan, emil = cast.join("Chloé"), cast.join("Dan"), cast.join("Emil")
    cast.do(cast.farid, MovePerson(person=cast.farid.id, room=cast.plenary))
    cast.do(cast.farid, GiveFloor(person=cast.bob.id))
    cast.do(cast.farid, Interpret(person=chloe.id, language="ar"))
    cast.do(cast.farid, MovePerson(person=dan.id, room=group.id))
    cast.do(cast.farid, MuteRoom(room=cast.plenary))
    muted = {seat.participant for seat in seats(cast.state) if seat.muted}
    assert muted == {cast.ana.id, emil.id}


# -- interpreting -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["AR", "arabic", "a", "ar-tn", " "])
def test_a_language_is_named_by_its_tag(cast: Cast, language: str) -> None:
    wish = {"type": "person.interpret", "person": cast.ana.id, "language": language}
    assert cast.code(cast.farid, wish) == "invalid"


def test_who_interprets_stops_when_told(cast: Cast) -> None:
    for language in ("fr", "pt-BR", ""):
        cast.do(cast.farid, Interpret(person=cast.ana.id, language=language))
        assert cast.record(cast.ana).interprets == language


# -- what holds for all of them -----------------------------------------------------------------------------------


def test_viewers_are_never_heard(cast: Cast) -> None:
    vera = cast.vera.id
    for command in (
        GiveFloor(person=vera),
        TakeFloor(person=vera),
        Mute(person=vera),
        Interpret(person=vera, language="fr"),
    ):
        assert cast.code(cast.farid, command) == "only_watches"
    for wish in (Mute(person=vera), Unmute(person=vera)):
        assert cast.code(cast.vera, wish) == "not_allowed"


def test_everything_asked_twice_is_done_once(cast: Cast) -> None:
    ana = cast.ana.id
    wishes: list[tuple[Person, Command]] = [
        (cast.farid, SwitchMedia(media=Media.AUDIO)),
        (cast.farid, SetStage(room=cast.plenary, stage=Stage.SPEAKERS)),
        (cast.farid, GiveFloor(person=ana)),
        (cast.farid, Interpret(person=ana, language="fr")),
        (cast.farid, MuteRoom(room=cast.plenary)),
        (cast.farid, Mute(person=ana)),
        (cast.ana, Unmute(person=ana)),
        (cast.farid, TakeFloor(person=ana)),
    ]
    for by, command in wishes:
        assert cast.do(by, command)
        assert not cast.do(by, command)


def test_a_microphone_is_as_it_was_in_every_room_one_comes_to(cast: Cast) -> None:
    one, _ = cast.groups("Un", "Deux")
    cast.do(cast.farid, Mute(person=cast.ana.id))
    cast.do(cast.farid, Interpret(person=cast.bob.id, language="ar"))
    held = kept(cast)
    cast.part()
    assert kept(cast) == held
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=one.id))
    assert kept(cast) == held
    cast.do(cast.farid, CloseGroups(at=cast.now))
    assert kept(cast) == held


def kept(cast: Cast) -> list[tuple[bool, str]]:
    people = (cast.record(person) for person in (cast.ana, cast.bob))
    return [(person.muted, person.interprets) for person in people]


def test_who_comes_in_late_has_no_floor_and_is_not_muted(cast: Cast) -> None:
    narrow(cast)
    cast.do(cast.farid, MuteRoom(room=cast.plenary))
    late = seat(cast, cast.join("Late"))
    assert (late.microphone, late.muted) == (False, False)


def test_a_room_sees_who_is_muted_who_has_the_floor_and_who_interprets(cast: Cast) -> None:
    cast.do(cast.farid, Mute(person=cast.ana.id))
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    cast.do(cast.farid, Interpret(person=cast.ana.id, language="ar"))
    seen = cast.sees(cast.bob, cast.state.find(Participant, cast.ana.id))
    assert seen is not None
    assert (seen["muted"], seen["has_floor"], seen["interprets"]) == (True, True, "ar")


def test_another_room_does_not(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=group.id))
    cast.do(cast.farid, Interpret(person=cast.ana.id, language="xxx-XX"))
    room = {audience for audience in those_in(cast, group.id) if audience.seat == "participant"}
    assert_known_only_to(cast, "xxx-XX", people=[cast.ana], audiences={*room, *all_staff(cast)})


# -- whose seats a change touches ---------------------------------------------------------------------------------


def test_a_change_touches_the_seats_that_hang_on_it_and_no_others(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    cast.do(cast.farid, MovePerson(person=cast.ana.id, room=group.id))

    def touched(*ids: str) -> set[str]:
        return {sits.participant for sits in seats_touched(ids, cast.state)}

    assert touched(cast.bob.id) == {cast.bob.id}
    assert touched(group.id) == {cast.ana.id}
    assert touched(group.id, cast.bob.id, cast.ana.id) == {cast.ana.id, cast.bob.id}
    assert touched(cast.workshop.id) == {person.id for person in everybody(cast)}
    assert touched("none", cast.backstage) == {cast.odile.id, cast.farid.id}
    assert touched() == set()


# -- a plenary that is watched ------------------------------------------------------------------------------------


def test_who_watches_a_stage_sends_nothing_and_is_shown_to_nobody_until_they_have_the_floor(cast: Cast) -> None:
    cast.do(cast.farid, SetStage(room=cast.plenary, stage=Stage.STREAM))
    assert (sends(cast, cast.ana), seat(cast, cast.ana).watches) == ("", True)
    assert seat(cast, cast.vera).watches
    cast.do(cast.farid, MovePerson(person=cast.farid.id, room=cast.plenary))
    assert (sends(cast, cast.farid), seat(cast, cast.farid).watches) == ("MCS", False)
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    assert (sends(cast, cast.ana), seat(cast, cast.ana).watches) == ("MCS", False)
    cast.do(cast.farid, TakeFloor(person=cast.ana.id))
    assert seat(cast, cast.ana).watches


def test_a_group_is_never_watched(cast: Cast) -> None:
    (room,) = cast.groups("Un")
    assert cast.code(cast.farid, SetStage(room=room.id, stage=Stage.STREAM)) == "not_plenary"


def test_a_plenary_of_more_people_than_it_holds_is_not_opened_to_all(cast: Cast) -> None:
    cast.do(cast.farid, SwitchMedia(media=Media.VIDEO, plenary_most=1))
    cast.do(cast.farid, SetStage(room=cast.plenary, stage=Stage.STREAM))
    refused = cast.refused(cast.farid, SetStage(room=cast.plenary, stage=Stage.OPEN))
    assert (refused.code, refused.details) == ("plenary_too_large", {"most": 1, "people": 2})
    cast.do(cast.farid, SwitchMedia(media=Media.VIDEO, plenary_most=2))
    cast.do(cast.farid, SetStage(room=cast.plenary, stage=Stage.OPEN))
    cast.do(cast.farid, SwitchMedia(media=Media.AUDIO))
    assert cast.workshop.plenary_most == 2


def test_a_step_that_would_open_too_large_a_plenary_has_it_watched(cast: Cast) -> None:
    cast.do(cast.farid, SwitchMedia(media=Media.VIDEO, plenary_most=1))
    step = cast.made(Step, cast.farid, AddStep(title="Débat", plenary=DiscussionPlan(), groups=DiscussionPlan()))
    (room,) = cast.groups("Un")
    cast.do(cast.farid, OpenStepWith(step=step.id, stage=Stage.OPEN))
    cast.do(cast.farid, StartStep(step=step.id, seen=None))
    assert cast.state.find(Room, cast.plenary).stage is Stage.STREAM
    assert cast.again(room).stage is Stage.OPEN
