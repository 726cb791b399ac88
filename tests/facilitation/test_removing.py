"""Doors, and who is put out: who comes in, who waits, who may not come back."""

from __future__ import annotations

from typing import Any

import pytest

from facilitation.doors import GONE_MS, RENEWED_MS, Admit, KnockAtDoor, SetDoors, TurnAway, still_waits
from facilitation.floor import GiveFloor
from facilitation.founding import CloseWorkshop
from facilitation.groups import MovePerson
from facilitation.people import Join
from facilitation.removing import BanPerson, ComeBack, ReadmitPerson, RemovePerson
from facilitation.stage import Interpret, Mute
from rooms.activities.discussion import SendMessage
from rooms.agenda import Doors, Room
from rooms.floor import turns_in
from rooms.ids import ParticipantId
from rooms.moderation import Act, Moderation, Reason
from rooms.people import Knock, Participant
from rooms.permissions import Role
from rooms.refusal import Refused
from tests.cast import OPEN_BOARD, Cast
from tests.secrecy import all_staff, assert_known_only_to

LOU = ParticipantId("lou")
JOIN = Join(participant=LOU, name="Lou")
KNOCK = KnockAtDoor(person=LOU, name="Lou-qui-attend", role=Role.PARTICIPANT)


def waits(cast: Cast) -> Knock:
    cast.do(cast.farid, SetDoors(doors=Doors.WAITING))
    return cast.made(Knock, None, KNOCK)


# -- doors --------------------------------------------------------------------------------------------------------


def test_whoever_waits_is_nobody_yet_and_known_to_staff_alone(cast: Cast) -> None:
    waits(cast)
    assert cast.code(None, JOIN) == "doors_waiting"
    assert cast.state.maybe(Participant, LOU) is None
    assert_known_only_to(cast, "Lou-qui-attend", audiences=all_staff(cast))


def test_whoever_is_admitted_comes_in_once(cast: Cast) -> None:
    knock = waits(cast)
    cast.do(cast.farid, Admit(knocks=(knock.id, "knock-gone")))
    cast.do(None, JOIN)
    assert cast.state.maybe(Knock, knock.id) is None
    assert cast.code(None, Join(participant=ParticipantId("max"), name="Max")) == "doors_waiting"


def test_whoever_is_turned_away_is_told_so_in_the_words_of_staff(cast: Cast) -> None:
    knock = waits(cast)
    cast.do(cast.farid, TurnAway(knocks=(knock.id,), words="Une autre fois"))
    refused = cast.refused(None, JOIN)
    assert (refused.code, refused.details) == ("turned_away", {"words": "Une autre fois"})
    assert [act.act for act in cast.state.all(Moderation)] == [Act.TURNED_AWAY]


def test_locked_doors_let_in_staff_and_whoever_knocked_before_and_was_admitted(cast: Cast) -> None:
    knock = waits(cast)
    cast.do(cast.farid, SetDoors(doors=Doors.LOCKED))
    assert cast.code(None, Join(participant=ParticipantId("max"), name="Max")) == "doors_locked"
    assert cast.code(None, KnockAtDoor(person=ParticipantId("max"), name="Max", role=Role.VIEWER)) == "doors_locked"
    assert cast.code(None, JOIN) == "doors_waiting"
    cast.do(cast.farid, Admit(knocks=(knock.id,)))
    cast.do(None, JOIN)
    cast.do(None, Join(participant=ParticipantId("gus"), name="Gus", role=Role.FACILITATOR))


def test_open_doors_let_in_whoever_waited(cast: Cast) -> None:
    waits(cast)
    cast.do(cast.farid, SetDoors(doors=Doors.OPEN))
    cast.do(None, JOIN)
    assert list(cast.state.all(Knock)) == []


def test_a_page_that_asks_on_is_written_down_now_and_then_and_one_that_is_silent_forgotten(cast: Cast) -> None:
    knock = waits(cast)
    assert still_waits(cast.state, LOU, cast.now) is not None
    assert not cast.do(None, KNOCK)
    cast.wait(RENEWED_MS)
    assert still_waits(cast.state, LOU, cast.now) is None
    cast.do(None, KNOCK)
    assert cast.again(knock).seen_at == cast.now
    cast.wait(GONE_MS + 1)
    cast.do(None, KnockAtDoor(person=ParticipantId("max"), name="Max", role=Role.PARTICIPANT))
    assert cast.state.maybe(Knock, knock.id) is None


def test_closing_forgets_who_waited(cast: Cast) -> None:
    waits(cast)
    cast.do(cast.odile, CloseWorkshop())
    assert list(cast.state.all(Knock)) == []
    assert cast.code(None, KNOCK) == "workshop_closed"


# -- people -------------------------------------------------------------------------------------------------------


def test_whoever_is_removed_leaves_the_room_and_its_count_and_keeps_what_they_wrote(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    people = cast.state.find(Room, cast.plenary).people
    cast.do(cast.farid, RemovePerson(person=cast.ana.id, reason=Reason.DISRUPTION, words="raison-de-farid"))
    assert cast.state.find(Room, cast.plenary).people == people - 1
    assert not cast.record(cast.ana).has_floor
    assert cast.sees(cast.bob, cast.record(cast.ana)) is None
    assert cast.sees(cast.bob, note) is not None
    assert cast.code(cast.ana, SendMessage(text="Encore")) == "removed"
    assert_known_only_to(cast, "raison-de-farid", [cast.ana], all_staff(cast))


def test_whoever_was_removed_comes_back_through_the_door_as_themselves(cast: Cast) -> None:
    cast.do(cast.farid, RemovePerson(person=cast.ana.id))
    cast.do(cast.farid, SetDoors(doors=Doors.LOCKED))
    assert cast.code(None, ComeBack(participant=cast.ana.id)) == "doors_locked"
    cast.do(cast.farid, SetDoors(doors=Doors.OPEN))
    cast.do(None, ComeBack(participant=cast.ana.id))
    cast.do(cast.ana, SendMessage(text="Me revoici"))
    assert not cast.do(None, ComeBack(participant=cast.ana.id))


def test_a_ban_says_why_and_holds_until_it_is_lifted(cast: Cast) -> None:
    cast.do(cast.farid, RemovePerson(person=cast.ana.id))
    cast.do(cast.farid, BanPerson(person=cast.ana.id, reason=Reason.INSULT, words="Trois fois"))
    refused = cast.refused(None, ComeBack(participant=cast.ana.id))
    assert (refused.code, refused.details) == ("banned", {"reason": "insult", "words": "Trois fois"})
    cast.do(cast.farid, ReadmitPerson(person=cast.ana.id))
    cast.do(cast.ana, SendMessage(text="Me revoici"))
    assert [act.act for act in cast.state.all(Moderation)] == [Act.REMOVED, Act.BANNED, Act.READMITTED]


def test_whoever_is_let_back_where_their_group_is_full_goes_to_plenary(cast: Cast) -> None:
    room, _ = cast.groups("Un", "Deux", capacity=1)
    cast.do(cast.farid, {"type": "person.move", "person": cast.ana.id, "room": room.id})
    cast.do(cast.farid, RemovePerson(person=cast.ana.id))
    cast.do(cast.farid, {"type": "person.move", "person": cast.bob.id, "room": room.id})
    cast.do(cast.farid, ReadmitPerson(person=cast.ana.id))
    assert cast.record(cast.ana).room == cast.plenary


def test_whoever_is_let_back_while_groups_are_open_goes_where_late_comers_go(cast: Cast) -> None:
    rooms = cast.groups("Un", "Deux")
    cast.do(cast.farid, RemovePerson(person=cast.ana.id))
    cast.part()
    cast.do(cast.farid, ReadmitPerson(person=cast.ana.id))
    back = cast.record(cast.ana)
    (free,) = {room.id for room in rooms} - {cast.record(cast.bob).room}
    assert (back.room, back.group) == (free, free)
    assert cast.state.find(Room, free).people == 1


@pytest.mark.parametrize("command", [RemovePerson, ReadmitPerson])
def test_nobody_puts_out_their_equals(cast: Cast, command: type[RemovePerson | ReadmitPerson]) -> None:
    gus = cast.join("Gus", Role.FACILITATOR)
    for by, whom in ((cast.farid, gus), (cast.farid, cast.odile), (cast.odile, cast.odile)):
        assert cast.code(by, command(person=whom.id)) == "not_outranked"
    cast.do(cast.odile, command(person=gus.id))
    assert cast.code(cast.bob, command(person=cast.ana.id)) == "not_allowed"


def test_whoever_was_put_out_may_still_be_forgotten_and_what_was_said_of_them_with_them(cast: Cast) -> None:
    cast.do(cast.farid, BanPerson(person=cast.ana.id, reason=Reason.INSULT, words="Ana Andrade"))
    cast.do(cast.ana, {"type": "person.erase", "person": cast.ana.id})
    assert "Ana" not in repr([*cast.state.all(Participant), *cast.state.all(Moderation)])
    with pytest.raises(Refused):
        cast.record(cast.ana).require_in()


def test_a_microphone_muted_by_staff_is_in_the_journal_and_ones_own_is_not(cast: Cast) -> None:
    cast.do(cast.ana, Mute(person=cast.ana.id))
    cast.do(cast.farid, Mute(person=cast.bob.id))
    cast.do(cast.farid, Mute(person=cast.bob.id))
    assert [(act.act, act.about) for act in cast.state.all(Moderation)] == [(Act.MUTED, cast.bob.id)]


@pytest.mark.parametrize(
    "out", [{"type": "person.remove"}, {"type": "person.ban", "reason": "insult"}, {"type": "person.erase"}]
)
def test_whoever_is_out_is_given_no_floor_and_is_neither_muted_nor_moved(cast: Cast, out: dict[str, Any]) -> None:
    (one,) = cast.groups("Un")
    cast.do(cast.odile, {**out, "person": cast.ana.id})
    for command in (
        GiveFloor(person=cast.ana.id),
        Mute(person=cast.ana.id),
        Interpret(person=cast.ana.id, language="fr"),
        MovePerson(person=cast.ana.id, room=one.id),
    ):
        assert cast.code(cast.farid, command) == "unknown"
    assert not turns_in(cast.plenary, cast.state)
