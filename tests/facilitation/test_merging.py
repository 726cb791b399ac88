from __future__ import annotations

from typing import Any

from facilitation.groups import CLOSING_MAX_MS, CloseGroups, EditRoom, MovePerson
from facilitation.leading import AssignRoom
from facilitation.merging import DropRoom, KeepRoom, MergeRoom
from facilitation.minutes import build, encoded
from facilitation.shares import AddSpeech
from rooms.activities.board import Board, Note, RevealBoard, StackNote, Voting, WriteNote
from rooms.activities.comments import WriteComment
from rooms.activities.conclusion import Conclusion, ConclusionPlan
from rooms.activities.discussion import Message, SendMessage
from rooms.activities.dots import SetVoting
from rooms.agenda import Room, Step
from rooms.ids import RoomId
from rooms.speech import Speech, Spoken
from tests.cast import ANONYMOUS_BOARD, GOOD, HIDDEN_BOARD, OPEN_BOARD, Cast
from tests.facilitation.test_minutes import spoken
from tests.sample import held
from tests.table import MINUTE, Person


def apart(cast: Cast, plan: Any = OPEN_BOARD) -> tuple[Room, Room, Step]:
    """Ana in one group, Bob in another, at work."""
    one, two = cast.groups("Un", "Deux")
    step = cast.run(groups=plan)
    for person, room in ((cast.ana, one), (cast.bob, two)):
        cast.do(cast.farid, MovePerson(person=person.id, room=room.id))
    return one, two, step


def write(cast: Cast, person: Person, step: Step, room: Room, text: str) -> Note:
    board = cast.in_cell(step, room.id)
    assert isinstance(board, Board)
    return cast.note(person, board, text)


# -- dropped ------------------------------------------------------------------------------------------------------


def test_an_empty_group_is_dropped_with_its_empty_cells(cast: Cast) -> None:
    room, _ = cast.groups("Un", "Deux")
    cast.run(groups=OPEN_BOARD)
    cast.do(cast.farid, DropRoom(room=room.id))
    assert cast.state.get(room.id) is None
    assert list(cast.state.in_room(room.id)) == []


def test_people_forget_a_group_that_is_dropped(cast: Cast) -> None:
    room, _ = cast.groups("Un", "Deux")
    cast.part()
    cast.do(cast.farid, CloseGroups(at=cast.now))
    cast.do(cast.farid, DropRoom(room=room.id))
    assert room.id not in {cast.record(person).group for person in (cast.ana, cast.bob)}


def test_who_is_in_a_group_that_is_dropped_goes_home(cast: Cast) -> None:
    room, _, _ = apart(cast)
    cast.do(cast.farid, MovePerson(person=cast.farid.id, room=room.id))
    cast.do(cast.farid, DropRoom(room=room.id))
    assert {cast.record(person).room for person in (cast.ana, cast.farid)} == {cast.plenary}
    assert cast.state.find(Room, cast.plenary).people == 1


def test_a_group_in_which_something_was_written_stays(cast: Cast) -> None:
    one, two, step = apart(cast)
    write(cast, cast.ana, step, one, "a")
    cast.do(cast.farid, SendMessage(text="a", room=two.id))
    for room in (one, two):
        assert cast.code(cast.farid, DropRoom(room=room.id)) == "has_contents"


def test_plenary_and_backstage_stay(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    for room in (cast.plenary, cast.backstage):
        assert cast.code(cast.farid, DropRoom(room=room)) == "not_a_group"
        assert cast.code(cast.farid, MergeRoom(room=room, into=group.id)) == "not_a_group"
        assert cast.code(cast.farid, MergeRoom(room=group.id, into=room)) == "not_a_group"
    assert cast.code(cast.farid, DropRoom(room=RoomId("none"))) == "unknown"


# -- announced ----------------------------------------------------------------------------------------------------


def test_people_are_warned_before_their_group_ends(cast: Cast) -> None:
    room, _, _ = apart(cast)
    cast.do(cast.farid, DropRoom(room=room.id, at=cast.now + MINUTE))
    seen = cast.sees(cast.ana, room)
    assert seen is not None
    assert seen["closes_at"] == cast.now + MINUTE
    assert cast.record(cast.ana).room == room.id
    cast.wait(MINUTE)
    assert cast.record(cast.ana).room == cast.plenary
    assert cast.state.get(room.id) is None


def test_a_group_that_is_kept_after_all_does_not_end(cast: Cast) -> None:
    one, two, _ = apart(cast)
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id, at=cast.now + MINUTE))
    assert cast.again(one).into == two.id
    cast.do(cast.farid, KeepRoom(room=one.id))
    cast.wait(MINUTE)
    assert cast.record(cast.ana).room == one.id


def test_what_was_written_meanwhile_keeps_a_group(cast: Cast) -> None:
    room, _, step = apart(cast)
    cast.do(cast.farid, DropRoom(room=room.id, at=cast.now + MINUTE))
    write(cast, cast.ana, step, room, "Attendez")
    cast.wait(MINUTE)
    left = cast.again(room)
    assert (left.closes_at, cast.record(cast.ana).room) == (None, room.id)
    assert left.failed_end is not None
    assert (left.failed_end.code, left.failed_end.into) == ("has_contents", None)
    for person, failed in ((cast.farid, True), (cast.ana, False)):
        seen = cast.sees(person, room)
        assert seen is not None
        assert (seen["failed_end"] is not None) is failed


def test_why_a_group_did_not_end_is_kept_until_staff_see_to_it(cast: Cast) -> None:
    one, two, _ = apart(cast)
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id, at=cast.now + MINUTE))
    cast.do(cast.farid, EditRoom(room=two.id, name="Deux", capacity=1))
    cast.wait(MINUTE)
    failed = cast.again(one).failed_end
    assert failed is not None
    assert (failed.into, failed.code, failed.details) == (two.id, "room_full", {"most": 1, "people": 2})
    cast.do(cast.farid, KeepRoom(room=one.id))
    assert cast.again(one).failed_end is None


def test_a_group_that_is_to_end_anew_has_failed_no_more(cast: Cast) -> None:
    one, two, step = apart(cast)
    cast.do(cast.farid, DropRoom(room=one.id, at=cast.now + MINUTE))
    write(cast, cast.ana, step, one, "Attendez")
    cast.wait(MINUTE)
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id, at=cast.now + MINUTE))
    assert cast.again(one).failed_end is None


def test_a_group_does_not_end_too_far_ahead(cast: Cast) -> None:
    room, _, _ = apart(cast)
    assert cast.code(cast.farid, DropRoom(room=room.id, at=cast.now + CLOSING_MAX_MS + 1)) == "too_late"


# -- merged -------------------------------------------------------------------------------------------------------


def test_a_group_takes_its_people_and_all_they_wrote_along(cast: Cast) -> None:
    one, two, step = apart(cast)
    first, second = (write(cast, cast.ana, step, one, text) for text in ("Un banc", "Un arbre"))
    there = write(cast, cast.bob, step, two, "Une fontaine")
    cast.do(cast.ana, WriteComment(note=first.id, text="Où ?"))
    cast.do(cast.ana, StackNote(note=second.id, onto=first.id))
    said = cast.made(Message, cast.ana, SendMessage(text="Bonjour"))
    cast.do(cast.farid, AssignRoom(room=one.id, facilitators=(cast.farid.id,)))
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id))
    assert cast.state.get(one.id) is None
    assert (cast.record(cast.ana).room, cast.record(cast.ana).group) == (two.id, two.id)
    board = cast.in_cell(step, two.id)
    assert isinstance(board, Board)
    assert cast.column(board) == ["Une fontaine", "Un banc", "Un arbre"]
    assert [cast.again(note).came_from for note in (there, first, second)] == ["", "Un", "Un"]
    assert cast.again(first).stack == cast.again(second).stack is not None
    assert cast.again(said).room == two.id
    into = cast.again(two)
    assert (into.people, into.merged, into.facilitators) == (2, ("Un",), (cast.farid.id,))
    assert cast.sees(cast.bob, first) is not None


def test_what_only_one_of_them_wrote_comes_as_it_is(cast: Cast) -> None:
    one, two, step = apart(cast, ANONYMOUS_BOARD)
    note = write(cast, cast.ana, step, one, "Un banc")
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id))
    assert cast.in_cell(step, two.id).id == note.activity
    assert cast.owns(cast.ana, note) is not None


def test_a_conclusion_comes_along_where_there_is_no_other(cast: Cast) -> None:
    one, two, step = apart(cast, ConclusionPlan())
    mine, theirs = (next(cast.state.under(cast.in_cell(step, room.id).id, Conclusion)) for room in (one, two))
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id))
    assert cast.state.get(mine.id) is None
    assert cast.again(theirs).room == two.id


def test_speech_is_added_to_what_was_said_there(cast: Cast) -> None:
    one, two, step = apart(cast)
    for room, ms in ((one, 500), (two, 200)):
        said = Spoken(participant=cast.ana.id, room=room.id, step=step.id, ms=ms)
        cast.do(None, AddSpeech(spoken=(said,)))
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id))
    assert [(speech.room, speech.ms) for speech in cast.state.all(Speech)] == [(two.id, 700)]


def test_minutes_tell_what_was_written_once() -> None:
    story = held()
    story.do("olga", "room.add", name="Bancs")
    board = {"kind": "board", "hidden": False, "columns": [{"id": "for", "title": "Pour"}]}
    story.do("olga", "step.add", title="Encore", groups=board)
    story.do("olga", "groups.open", filling="again")
    story.start("Encore")
    story.do("olga", "person.move", person="ana", room=story.room("Bancs"))
    story.write("ana", "Encore", "Bancs", "Un banc très long")
    story.do("olga", "room.merge", room=story.room("Bancs"), into=story.room("Végétal"))
    assert encoded(build(story.state, story.journal, spoken, "fr")).count("Un banc très long".encode()) == 1


def test_a_group_that_has_no_place_for_both_refuses_with_the_number(cast: Cast) -> None:
    one, two, _ = apart(cast)
    cast.do(cast.farid, EditRoom(room=two.id, name="Deux", capacity=1))
    refused = cast.refused(cast.farid, MergeRoom(room=one.id, into=two.id))
    assert (refused.code, refused.details) == ("room_full", {"most": 1, "people": 2})


def test_what_cannot_lie_together_keeps_two_groups_apart(cast: Cast) -> None:
    one, two, step = apart(cast, ANONYMOUS_BOARD)
    for person, room in ((cast.ana, one), (cast.bob, two)):
        cast.do(person, WriteNote(activity=cast.in_cell(step, room.id).id, column=GOOD, text="a"))
    refused = cast.refused(cast.farid, MergeRoom(room=one.id, into=two.id))
    assert (refused.code, refused.details) == ("cannot_merge", {"what": "board"})
    assert cast.code(cast.farid, MergeRoom(room=one.id, into=one.id)) == "unknown"


def test_what_is_hidden_and_what_is_in_a_vote_is_not_brought_into_the_open(cast: Cast) -> None:
    one, two, step = apart(cast, HIDDEN_BOARD)
    for person, room in ((cast.ana, one), (cast.bob, two)):
        write(cast, person, step, room, "a")
    cast.do(cast.farid, RevealBoard(activity=cast.in_cell(step, two.id).id))
    assert cast.code(cast.farid, MergeRoom(room=one.id, into=two.id)) == "cannot_merge"
    for room in (one, two):
        board = cast.in_cell(step, room.id).id
        cast.do(cast.farid, RevealBoard(activity=board))
        cast.do(cast.farid, SetVoting(activity=board, voting=Voting.OPEN))
    assert cast.code(cast.farid, MergeRoom(room=one.id, into=two.id)) == "cannot_merge"


def test_a_closed_workshop_stays_as_it_is(cast: Cast) -> None:
    one, two, step = apart(cast)
    write(cast, cast.ana, step, one, "a")
    cast.do(cast.farid, MergeRoom(room=one.id, into=two.id, at=cast.now + MINUTE))
    cast.do(cast.odile, {"type": "workshop.close"})
    cast.wait(MINUTE)
    assert cast.again(one).closes_at is None
