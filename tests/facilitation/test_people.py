import pytest

from facilitation import people as rules
from facilitation.founding import CloseWorkshop
from facilitation.people import Arrive, Join, Leave, Rename
from rooms.ids import ParticipantId
from rooms.people import Attendance, Participant
from rooms.permissions import Role
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import Person


def stays(cast: Cast, person: Person) -> list[tuple[int, int | None]]:
    return [(stay.came_at, stay.left_at) for stay in cast.state.under(person.id, Attendance)]


def test_citizens_and_viewers_begin_in_plenary_and_staff_backstage(cast: Cast) -> None:
    rooms = {person.role: cast.record(person).room for person in (cast.odile, cast.farid, cast.ana, cast.vera)}
    assert rooms[Role.PARTICIPANT] == rooms[Role.VIEWER] == cast.plenary
    assert rooms[Role.ORGANIZER] == rooms[Role.FACILITATOR] == cast.backstage


def test_nobody_joins_twice(cast: Cast) -> None:
    assert cast.code(None, Join(participant=cast.ana.id, name="Ana", role=Role.ORGANIZER)) == "already_joined"


def test_a_name_is_needed(cast: Cast) -> None:
    assert cast.code(None, Join(participant=ParticipantId("x"), name=" \u200b")) == "empty"


def test_a_workshop_holds_only_so_many(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "PEOPLE_MAX", 5)
    refused = cast.refused(None, Join(participant=ParticipantId("x"), name="X"))
    assert (refused.code, refused.details) == ("workshop_full", {"most": 5})


def test_staff_only_come_to_a_closed_workshop(cast: Cast) -> None:
    cast.do(cast.odile, CloseWorkshop())
    for role in (Role.PARTICIPANT, Role.VIEWER):
        assert cast.code(None, Join(participant=ParticipantId("x"), name="X", role=role)) == "workshop_closed"
    cast.join("Olga", Role.ORGANIZER)


def test_a_name_is_known_in_the_room_and_to_staff(cast: Cast) -> None:
    cast.groups("Un")
    zoe = cast.join("Zoraïde")
    room = {audience for audience in those_in(cast, cast.plenary) if audience.seat == "participant"}
    assert_known_only_to(cast, "Zoraïde", people=[zoe], audiences={*room, *all_staff(cast)})


def test_viewers_are_seen_by_staff_only(cast: Cast) -> None:
    viktor = cast.join("Viktor", Role.VIEWER)
    assert_known_only_to(cast, "Viktor", people=[viktor], audiences=all_staff(cast))


def test_people_who_move_are_seen_where_they_are(cast: Cast) -> None:
    cast.groups("Un", "Deux")
    cast.part()
    ana = cast.state.find(Participant, cast.ana.id)
    assert cast.sees(cast.ana, ana) is not None
    assert cast.sees(cast.bob, ana) is None
    assert cast.sees(cast.farid, ana) is not None


def test_an_address_is_for_staff_and_its_owner(cast: Cast) -> None:
    """Whatever else is told of a person."""
    ana = cast.state.find(Participant, cast.ana.id)
    held = Participant(
        id=ana.id, rev=ana.rev, name="Ana", role=ana.role, room=ana.room, joined_at=1, email="ana@example.org"
    )
    for audience in those_in(cast, cast.plenary):
        seen = held.seen_by(audience, cast.state)
        address = seen.email if isinstance(seen, Participant) else ""
        assert address == ("ana@example.org" if audience.is_staff else "")


def test_people_rename_themselves_and_staff_anybody(cast: Cast) -> None:
    cast.do(cast.ana, Rename(person=cast.ana.id, name="Anna"))
    cast.do(cast.farid, Rename(person=cast.bob.id, name="Robert"))
    assert (cast.record(cast.ana).name, cast.record(cast.bob).name) == ("Anna", "Robert")
    for person in (cast.ana, cast.vera):
        assert cast.code(person, Rename(person=cast.bob.id, name="x")) == "not_allowed"
    assert cast.code(cast.vera, Rename(person=cast.vera.id, name="x")) == "not_allowed"
    assert cast.code(cast.farid, Rename(person=ParticipantId("none"), name="x")) == "unknown"


def test_a_stay_begins_once_and_ends_once(cast: Cast) -> None:
    cast.do(None, Arrive(participant=cast.ana.id))
    came_at = cast.now
    cast.wait(1_000)
    assert not cast.do(None, Arrive(participant=cast.ana.id))
    cast.do(None, Leave(participant=cast.ana.id, at=cast.now))
    assert not cast.do(None, Leave(participant=cast.ana.id, at=cast.now))
    assert stays(cast, cast.ana) == [(came_at, cast.now)]


def test_who_comes_back_stays_anew(cast: Cast) -> None:
    for _ in range(2):
        cast.do(None, Arrive(participant=cast.ana.id))
        cast.wait(1_000)
        cast.do(None, Leave(participant=cast.ana.id, at=cast.now))
    assert len(stays(cast, cast.ana)) == 2


def test_nobody_leaves_before_they_came(cast: Cast) -> None:
    cast.do(None, Arrive(participant=cast.ana.id))
    assert not cast.do(None, Leave(participant=cast.ana.id, at=cast.now - 1))
    assert stays(cast, cast.ana) == [(cast.now, None)]


def test_stays_are_for_staff(cast: Cast) -> None:
    stay = cast.made(Attendance, None, Arrive(participant=cast.ana.id))
    assert_known_only_to(cast, stay.id, audiences=all_staff(cast))
    assert cast.code(None, Arrive(participant=ParticipantId("none"))) == "unknown"
