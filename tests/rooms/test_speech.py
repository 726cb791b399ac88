"""How long people speak is added up, and known to staff and to themselves."""

from __future__ import annotations

import pytest

from facilitation.groups import CloseGroups
from facilitation.merging import DropRoom
from facilitation.shares import AddSpeech
from rooms.activities.discussion import DiscussionPlan
from rooms.agenda import Room, Step
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.speech import Speech, Spoken
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to
from tests.table import Person


def said(cast: Cast, person: Person, ms: int, room: RoomId | None = None, step: StepId | None = None) -> Spoken:
    return Spoken(participant=person.id, room=room or cast.record(person).room, step=step or cast.workshop.step, ms=ms)


def add(cast: Cast, *spoken: Spoken) -> None:
    cast.do(None, AddSpeech(spoken=spoken))


def totals(cast: Cast) -> dict[tuple[str, str, str | None], int]:
    return {(speech.participant, speech.room, speech.step): speech.ms for speech in cast.state.all(Speech)}


def test_there_is_one_total_for_each_person_room_and_step(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    before = said(cast, cast.ana, 900)
    first = cast.run(plenary=DiscussionPlan())
    in_plenary = said(cast, cast.ana, 1_000)
    add(cast, before, in_plenary, said(cast, cast.bob, 10))
    add(cast, in_plenary, in_plenary, said(cast, cast.ana, 500, group.id))
    second = cast.run()
    add(cast, said(cast, cast.ana, 7))
    assert totals(cast) == {
        (cast.ana.id, cast.plenary, None): 900,
        (cast.ana.id, cast.plenary, first.id): 3_000,
        (cast.bob.id, cast.plenary, first.id): 10,
        (cast.ana.id, group.id, first.id): 500,
        (cast.ana.id, cast.plenary, second.id): 7,
    }


def test_a_total_is_known_to_staff_and_to_the_person_alone(cast: Cast) -> None:
    cast.groups("Un")
    add(cast, said(cast, cast.ana, 31_415_926))
    add(cast, said(cast, cast.bob, 27_182_818))
    for person, ms in ((cast.ana, "31415926"), (cast.bob, "27182818")):
        (speech,) = (speech for speech in cast.state.all(Speech) if speech.participant == person.id)
        assert_known_only_to(cast, ms, people=[person], audiences=all_staff(cast))
        assert_known_only_to(cast, speech.id, people=[person], audiences=all_staff(cast))


def test_a_total_is_still_ones_own_in_another_room(cast: Cast) -> None:
    cast.groups("Un")
    add(cast, said(cast, cast.ana, 31_415_926))
    cast.part()
    add(cast, said(cast, cast.ana, 5))
    cast.do(cast.farid, CloseGroups(at=cast.now))
    assert_known_only_to(cast, "31415926", people=[cast.ana], audiences=all_staff(cast))


@pytest.mark.parametrize("gone", ["participant", "room", "step"])
def test_what_was_said_where_nothing_is_any_more_is_left_out_and_the_rest_counts(cast: Cast, gone: str) -> None:
    fields = {"participant": cast.ana.id, "room": cast.plenary, "step": None} | {gone: "gone"}
    nowhere = Spoken(
        participant=ParticipantId(str(fields["participant"])),
        room=RoomId(str(fields["room"])),
        step=StepId("gone") if gone == "step" else None,
        ms=1,
    )
    add(cast, nowhere, said(cast, cast.bob, 2))
    assert list(totals(cast).values()) == [2]
    assert not cast.do(None, AddSpeech(spoken=(nowhere,)))


def test_what_was_said_last_still_counts_when_the_workshop_has_closed(cast: Cast) -> None:
    last = said(cast, cast.ana, 400)
    cast.do(cast.odile, {"type": "workshop.close"})
    add(cast, last)
    assert list(totals(cast).values()) == [400]


def test_an_empty_group_goes_with_what_was_said_in_it(cast: Cast) -> None:
    group, _ = cast.groups("Un", "Deux")
    add(cast, said(cast, cast.ana, 500, group.id), said(cast, cast.ana, 600))
    cast.do(cast.farid, DropRoom(room=group.id))
    assert cast.state.maybe(Room, group.id) is None
    assert list(totals(cast).values()) == [600]


def test_nothing_is_counted_in_a_step_that_has_not_begun_and_may_be_dropped(cast: Cast) -> None:
    later = cast.made(Step, cast.farid, {"type": "step.add", "title": "Plus tard"})
    add(cast, said(cast, cast.ana, 500, step=later.id), said(cast, cast.bob, 2))
    assert list(totals(cast).values()) == [2]
    cast.do(cast.farid, {"type": "step.drop", "step": later.id})
