import pytest

from facilitation.leading import AssignRoom, LeadWorkshop
from rooms.agenda import Room
from rooms.permissions import Role
from tests.cast import Cast


def test_one_of_staff_leads_and_another_takes_over_who_knows_of_it(cast: Cast) -> None:
    cast.do(cast.farid, LeadWorkshop(person=cast.farid.id, seen=None))
    assert cast.workshop.lead == cast.farid.id
    assert cast.code(cast.odile, LeadWorkshop(person=cast.odile.id, seen=None)) == "lead_changed"
    cast.do(cast.odile, LeadWorkshop(person=cast.odile.id, seen=cast.farid.id))
    assert cast.workshop.lead == cast.odile.id


def test_leading_is_offered_and_stays_where_it_was_until_it_is_taken(cast: Cast) -> None:
    cast.do(cast.farid, LeadWorkshop(person=cast.farid.id, seen=None))
    cast.do(cast.farid, LeadWorkshop(person=cast.odile.id, seen=cast.farid.id))
    assert (cast.workshop.lead, cast.workshop.lead_offered) == (cast.farid.id, cast.odile.id)
    cast.do(cast.odile, LeadWorkshop(person=cast.odile.id, seen=cast.farid.id))
    assert (cast.workshop.lead, cast.workshop.lead_offered) == (cast.odile.id, None)
    cast.do(cast.odile, LeadWorkshop(person=None, seen=cast.odile.id))
    assert cast.workshop.lead is None


def test_citizens_neither_lead_nor_learn_who_does(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    assert cast.code(cast.farid, LeadWorkshop(person=cast.ana.id, seen=None)) == "staff_only"
    assert cast.code(cast.farid, AssignRoom(room=group.id, facilitators=(cast.ana.id,))) == "staff_only"
    cast.do(cast.farid, LeadWorkshop(person=cast.farid.id, seen=None))
    cast.do(cast.farid, AssignRoom(room=group.id, facilitators=(cast.farid.id, cast.odile.id, cast.farid.id)))
    assert cast.again(group).facilitators == (cast.farid.id, cast.odile.id)
    for person in (cast.ana, cast.vera):
        workshop, room = cast.sees(person, cast.workshop), cast.sees(person, group)
        assert workshop is not None
        assert workshop["lead"] is None
        assert room is not None
        assert room["facilitators"] == []


def test_nobody_is_with_plenary(cast: Cast) -> None:
    assert cast.code(cast.farid, AssignRoom(room=cast.plenary, facilitators=())) == "not_a_group"


@pytest.mark.parametrize("ending", ["person.erase", "person.remove"])
def test_nothing_waits_for_somebody_of_staff_who_was_erased_or_put_out(cast: Cast, ending: str) -> None:
    (group,) = cast.groups("Un")
    samira = cast.join("Samira", Role.FACILITATOR)
    cast.do(samira, LeadWorkshop(person=samira.id, seen=None))
    cast.do(cast.farid, AssignRoom(room=group.id, facilitators=(samira.id, cast.farid.id)))
    cast.do(cast.odile, {"type": ending, "person": samira.id})
    assert cast.workshop.lead is None
    assert cast.state.find(Room, group.id).facilitators == (cast.farid.id,)
