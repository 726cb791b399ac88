from __future__ import annotations

import pytest

from facilitation.agenda import AddStep, ClearActivity, PauseStep, ResumeStep
from facilitation.groups import MovePerson
from facilitation.releasing import ReleaseRooms
from rooms.activities.adoption import Standing
from rooms.activities.board import Board, BoardPlan
from rooms.activities.conclusion import Conclusion, ReopenConclusion
from rooms.activities.gallery import DropRemark, ExtendVisit, Gallery, GalleryPlan, TurnGallery, WriteRemark
from rooms.activities.remark import Remark, Stance
from rooms.activities.report_out import ReportOutPlan
from rooms.agenda import Room, Step
from rooms.ids import FieldId
from rooms.visit import Visit, visit_id
from tests.cast import COLUMNS, Cast
from tests.law import audiences
from tests.rooms.reporting import AGREED, Evening
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import MINUTE, Person


class Walk:
    """Three groups, the last of which has concluded nothing; the step in which they walk is running."""

    def __init__(self, cast: Cast, plan: GalleryPlan | None = None) -> None:
        self.cast = cast
        self.evening = Evening(cast)
        self.green, self.ways, self.empty = self.evening.green, self.evening.ways, self.evening.empty
        self.step = self.evening.go_on(self.evening.step, groups=plan or GalleryPlan())

    def gallery(self, room: Room) -> Gallery:
        found = self.cast.in_cell(self.step, room.id)
        assert isinstance(found, Gallery)
        return found

    def turn(self, turn: int) -> None:
        seen = self.gallery(self.green).turn
        self.cast.do(self.cast.farid, TurnGallery(step=self.step.id, turn=turn, seen=seen))

    def to(self, room: Room) -> str | None:
        """The name of the room whose words are read there."""
        visit = self.cast.state.maybe(Visit, visit_id(room.id))
        return self.cast.state.find(Room, visit.to).name if visit else None

    def sit(self, person: Person, room: Room) -> None:
        self.cast.do(self.cast.farid, MovePerson(person=person.id, room=room.id))

    def wish(self, room: Room, text: str = "Et les vélos ?", field: FieldId | None = AGREED) -> WriteRemark:
        return WriteRemark(activity=self.gallery(room).id, stance=Stance.QUESTION, text=text, field=field)

    def remark(self, by: Person, room: Room, text: str = "Et les vélos ?") -> Remark:
        return self.cast.made(Remark, by, self.wish(room, text))


@pytest.fixture
def cast() -> Cast:
    return Cast(all_moves=False)


@pytest.fixture
def walk(cast: Cast) -> Walk:
    return Walk(cast)


def test_each_room_stands_before_the_next_conclusion_and_goes_on_at_every_turn(walk: Walk) -> None:
    assert [walk.to(room) for room in (walk.green, walk.ways, walk.empty)] == ["Mobilités", "Végétal", "Mobilités"]
    walk.turn(2)
    assert [walk.to(room) for room in (walk.green, walk.ways, walk.empty)] == [None, None, "Végétal"]
    walk.turn(0)
    assert walk.to(walk.empty) is None


def test_of_two_who_turn_at_once_one_does(walk: Walk) -> None:
    walk.turn(2)
    again = TurnGallery(step=walk.step.id, turn=2, seen=1)
    assert walk.cast.refused(walk.cast.farid, again).code == "already_turned"


def test_there_is_no_turn_past_the_last(walk: Walk) -> None:
    refused = walk.cast.refused(walk.cast.farid, TurnGallery(step=walk.step.id, turn=3, seen=1))
    assert (refused.code, refused.details) == ("no_such_turn", {"most": 2})


def test_a_turn_has_its_minutes_and_can_have_more(walk: Walk) -> None:
    cast, ends_at = walk.cast, walk.gallery(walk.green).ends_at
    assert ends_at == cast.now + 5 * MINUTE
    cast.do(cast.farid, ExtendVisit(step=walk.step.id, turn=1, ends_at=ends_at + MINUTE))
    assert {walk.gallery(room).ends_at for room in (walk.green, walk.ways)} == {ends_at + MINUTE}
    late = ExtendVisit(step=walk.step.id, turn=2, ends_at=ends_at)
    assert cast.refused(cast.farid, late).code == "already_turned"


def test_the_time_of_a_turn_stands_still_while_its_step_is_paused(walk: Walk) -> None:
    cast, ends_at = walk.cast, walk.gallery(walk.green).ends_at
    assert ends_at is not None
    cast.do(cast.farid, PauseStep(step=walk.step.id))
    cast.wait(4 * MINUTE)
    cast.do(cast.farid, ResumeStep(step=walk.step.id))
    assert walk.gallery(walk.green).ends_at == ends_at + 4 * MINUTE
    cast.do(cast.farid, PauseStep(step=walk.step.id))
    cast.wait(10 * MINUTE)
    walk.turn(2)
    cast.do(cast.farid, ResumeStep(step=walk.step.id))
    assert walk.gallery(walk.green).ends_at == cast.now + 5 * MINUTE


def test_a_conclusion_is_seen_in_a_room_only_while_it_visits() -> None:
    cast = Cast()
    walk = Walk(cast)
    walk.turn(2)
    knowing = {*those_in(cast, walk.green.id), *those_in(cast, walk.empty.id), *all_staff(cast)}
    assert_known_only_to(cast, "Garder le milieu", audiences={*knowing, *those_in(cast, walk.ways.id)})
    cast.law.told.clear()
    assert_known_only_to(cast, "Garder le milieu", audiences=knowing)
    walk.turn(0)
    cast.law.told.clear()
    assert_known_only_to(cast, "Garder le milieu", audiences={*those_in(cast, walk.green.id), *all_staff(cast)})


def test_a_remark_goes_to_those_whose_conclusion_it_is_about(walk: Walk) -> None:
    cast, marker = walk.cast, "Qui arrose en août ?"
    walk.sit(cast.ana, walk.ways)
    remark = walk.remark(cast.ana, walk.ways, marker)
    assert (remark.room, remark.by, remark.field) == (walk.green.id, walk.ways.id, AGREED)
    walk.turn(0)
    cast.law.told.clear()
    knowing = {*those_in(cast, walk.green.id), *all_staff(cast)}
    assert_known_only_to(cast, marker, people=[cast.ana], audiences=knowing)


def test_remarks_are_shown_with_the_conclusion_when_it_is_reported_out(walk: Walk) -> None:
    cast = walk.cast
    walk.sit(cast.ana, walk.ways)
    walk.remark(cast.ana, walk.ways, "Qui arrose en août ?")
    walk.evening.step = walk.evening.go_on(walk.step, plenary=ReportOutPlan())
    walk.evening.present(walk.green)
    assert_known_only_to(cast, "Qui arrose en août ?", people=[cast.ana], audiences=audiences(cast.state))


def test_they_are_there_while_the_room_writes_again(walk: Walk) -> None:
    cast = walk.cast
    walk.sit(cast.ana, walk.ways)
    remark = walk.remark(cast.ana, walk.ways)
    walk.sit(cast.bob, walk.green)
    cast.do(cast.farid, ReopenConclusion(conclusion=walk.evening.conclusion(walk.green).id))
    assert cast.sees(cast.bob, remark) is not None


def test_nobody_knows_who_remarked_in_an_anonymous_gallery(cast: Cast) -> None:
    walk = Walk(cast, GalleryPlan(anonymous=True))
    walk.sit(cast.ana, walk.ways)
    remark = walk.remark(cast.ana, walk.ways)
    seen = cast.sees(cast.farid, remark)
    assert seen is not None
    assert seen["author"] is None
    assert str(remark.author).startswith("anon-")


def test_a_remark_is_taken_back_by_who_wrote_it_or_a_moderator(walk: Walk) -> None:
    cast = walk.cast
    for person in (cast.ana, cast.bob):
        walk.sit(person, walk.ways)
    first, second = walk.remark(cast.ana, walk.ways), walk.remark(cast.ana, walk.ways)
    assert cast.refused(cast.bob, DropRemark(remark=first.id)).code == "unknown"
    cast.do(cast.ana, DropRemark(remark=first.id))
    cast.do(cast.farid, DropRemark(remark=second.id))
    assert list(cast.state.all(Remark)) == []


def test_one_writes_only_where_one_is_and_about_what_is_before_one(walk: Walk) -> None:
    cast = walk.cast
    walk.sit(cast.ana, walk.ways)
    assert cast.refused(cast.ana, walk.wish(walk.green)).code == "unknown"
    assert cast.refused(cast.ana, walk.wish(walk.ways, field=FieldId("none"))).details == {"kind": "field"}
    walk.turn(2)
    assert cast.refused(cast.ana, walk.wish(walk.ways)).code == "no_visit"


def test_a_gallery_with_remarks_is_not_cleared(walk: Walk) -> None:
    cast = walk.cast
    walk.sit(cast.ana, walk.ways)
    walk.remark(cast.ana, walk.ways)
    assert cast.refused(cast.farid, ClearActivity(activity=walk.gallery(walk.ways).id)).code == "has_contents"
    cast.do(cast.farid, ClearActivity(activity=walk.gallery(walk.green).id))
    assert walk.to(walk.green) is None


def test_what_a_released_room_comes_to_yet_is_not_frozen_ahead_of_it(cast: Cast) -> None:
    evening = Evening(cast)
    first = cast.made(Step, cast.farid, AddStep(title="Avant"))
    walk = cast.made(Step, cast.farid, AddStep(title="Visites", after=evening.step.id, groups=GalleryPlan()))
    for room in (evening.green, evening.ways):
        cast.do(cast.farid, ReopenConclusion(conclusion=evening.conclusion(room).id))
    evening.start(first)
    cast.do(cast.farid, ReleaseRooms(rooms=(evening.green.id,), last=walk.id))
    evening.start(walk)
    assert cast.again(evening.green).step == first.id
    assert evening.conclusion(evening.green).state is Standing.DRAFTING
    assert evening.conclusion(evening.ways).state is Standing.FROZEN


def test_conclusions_still_written_are_frozen_when_the_walk_begins(cast: Cast) -> None:
    evening = Evening(cast)
    conclusion = evening.conclusion(evening.green)
    cast.do(cast.farid, ReopenConclusion(conclusion=conclusion.id))
    evening.go_on(evening.step, groups=GalleryPlan(of=evening.writing.id))
    assert cast.state.find(Conclusion, conclusion.id).state is not Standing.DRAFTING


def test_boards_are_visited_with_their_notes_unless_these_are_hidden(cast: Cast) -> None:
    shown, hidden = cast.groups("Un", "Deux")
    cast.part()
    step = cast.run(groups=BoardPlan(title="Et la place ?", columns=COLUMNS, hidden=False))
    boards = [cast.in_cell(step, room.id) for room in (shown, hidden)]
    assert all(isinstance(board, Board) for board in boards)
    notes = [cast.note(cast.farid, board, text) for board, text in zip(boards, ("Un banc", "Un arbre"), strict=True)]  # type: ignore[arg-type]
    cast.do(cast.farid, {"type": "board.reveal", "activity": boards[1].id, "revealed": False})
    after = cast.made(Step, cast.farid, AddStep(title="Visite", after=step.id, groups=GalleryPlan()))
    cast.do(cast.farid, {"type": "step.start", "step": after.id, "seen": step.id})
    for person in (cast.ana, cast.bob):
        cast.do(cast.farid, MovePerson(person=person.id, room=hidden.id))
    assert cast.sees(cast.ana, notes[0]) is not None
    gallery = cast.in_cell(after, hidden.id)
    wish = {"type": "remark.write", "activity": gallery.id, "stance": "agree", "text": "Oui"}
    cast.do(cast.ana, {**wish, "note": notes[0].id})
    assert cast.refused(cast.ana, {**wish, "note": notes[1].id}).details == {"kind": "note"}
    assert cast.refused(cast.ana, {"type": "note.edit", "note": notes[0].id, "text": "Non"}).code == "unknown"
    assert list(cast.state.find(Gallery, cast.in_cell(after, shown.id).id).route) == []


def test_remarks_on_a_board_that_is_moderated_wait_as_its_notes_do(cast: Cast) -> None:
    visited, _ = cast.groups("Un", "Deux")
    cast.part()
    step = cast.run(groups=BoardPlan(title="Et la place ?", columns=COLUMNS, hidden=False, moderated=True))
    board = cast.in_cell(step, visited.id)
    assert isinstance(board, Board)
    cast.note(cast.farid, board)
    after = cast.made(Step, cast.farid, AddStep(title="Visite", after=step.id, groups=GalleryPlan()))
    cast.do(cast.farid, {"type": "step.start", "step": after.id, "seen": step.id})
    (walks,) = (gallery for gallery in cast.state.under(after.id, Gallery) if gallery.route)
    person = next(person for person in (cast.ana, cast.bob) if cast.record(person).room == walks.room)
    wish = WriteRemark(activity=walks.id, stance=Stance.QUESTION, text="remarque-qui-attend")
    remark = cast.made(Remark, person, wish)
    assert_known_only_to(cast, "remarque-qui-attend", [person], all_staff(cast))
    cast.do(cast.farid, {"type": "text.show", "about": remark.id})
    assert cast.sees(person, remark) is not None
