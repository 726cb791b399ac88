"""What is true of every workshop after every command, whatever was asked of it."""

from __future__ import annotations

from collections import Counter

from facilitation.stage import seats
from rooms.activities.board import Board, Note, Stack, Voting
from rooms.activities.conclusion import Citation, Conclusion, Writing
from rooms.activities.dots import Dot
from rooms.activities.poll import Ballot, Poll, PollState, Roll
from rooms.activities.question import Way
from rooms.activities.remark import Remark
from rooms.activity import Activity
from rooms.agenda import Groups, Media, Room, RoomKind, Stage, Step, Workshop
from rooms.people import Attendance, Participant
from rooms.speech import Speech
from rooms.state import State


def assert_sound(state: State) -> None:
    for check in (
        nothing_hangs_in_the_air,
        people_are_counted,
        notes_lie_in_order,
        dots_are_counted,
        polls_are_counted,
        conclusions_are_one_to_an_activity,
        only_those_who_may_are_heard,
    ):
        check(state)


def nothing_hangs_in_the_air(state: State) -> None:
    for entity in state:
        assert entity.rev <= state.head, entity
        for named in ("room", "step", "activity", "note", "poll", "participant", "group", "stack"):
            id = getattr(entity, named, None)
            if isinstance(entity, Citation | Remark) and named == "note":
                continue  # words outlive the note they were taken from, or said of
            assert id is None or state.get(id) is not None, (entity, named)
        if (parent := entity.under()) is not None:
            assert state.get(parent) is not None, entity
    cells = Counter((activity.step, activity.room) for activity in state if isinstance(activity, Activity))
    assert all(count == 1 for count in cells.values()), cells


def people_are_counted(state: State) -> None:
    people = list(state.all(Participant))
    for room in state.all(Room):
        seated = [person for person in people if person.room == room.id]
        assert room.people == sum(person.is_counted for person in seated), room
        if room.room_kind is RoomKind.BACKSTAGE:
            assert all(person.role.is_staff for person in seated)
    here = Counter(stay.participant for stay in state.all(Attendance) if stay.left_at is None)
    assert all(count == 1 for count in here.values()), here
    for workshop in state.all(Workshop):
        if workshop.groups is Groups.CLOSED:
            assert workshop.groups_close_at is None
        running = [step.id for step in state.all(Step) if step.started_at is not None and step.ended_at is None]
        assert running == ([workshop.step] if workshop.step and workshop.closed_at is None else [])


def notes_lie_in_order(state: State) -> None:
    places = Counter(note.lane() for note in state.all(Note))
    assert all(count == 1 for count in places.values()), "two notes in one place"
    piles = Counter(note.stack for note in state.all(Note) if note.stack)
    assert set(piles) == {stack.id for stack in state.all(Stack)}
    assert all(count > 1 for count in piles.values()), "a stack of one"
    for note in state.all(Note):
        board = state.find(Board, note.activity)
        assert note.column in {column.id for column in board.plan.columns}
        assert note.is_shown or note.stack is None, "what nobody sees lies in a stack"
        if note.stack:
            lying = {(other.activity, other.column) for other in state.all(Note) if other.stack == note.stack}
            assert len(lying) == 1, "a stack in two columns"


def dots_are_counted(state: State) -> None:
    if state.get("purge-votes") is not None:
        return
    totals: Counter[str] = Counter()
    spent: Counter[tuple[str, str]] = Counter()
    for dot in state.all(Dot):
        assert dot.count > 0
        totals[dot.note] += dot.count
        spent[dot.activity, dot.author] += dot.count
    for note in state.all(Note):
        if state.find(Board, note.activity).voting is not Voting.OPEN:
            assert note.dots == totals[note.id], note
    assert all(count <= 50 for count in spent.values())


def polls_are_counted(state: State) -> None:
    ballots = Counter(ballot.poll for ballot in state.all(Ballot))
    is_purged = state.get("purge-votes") is not None
    rolls = Counter(roll.poll for roll in state.all(Roll))
    for poll in state.all(Poll):
        if poll.way is Way.NAMED and not is_purged:
            assert poll.turnout == ballots[poll.id], poll
        if poll.way is Way.SECRET:
            assert not ballots[poll.id], poll
            # Told now and then while it is open.
            assert poll.turnout == rolls[poll.id] or (poll.state is PollState.OPEN and poll.turnout < rolls[poll.id])
        if poll.state in (PollState.CLOSED, PollState.PUBLISHED):
            assert poll.present is not None
            assert poll.closed_at is not None


def conclusions_are_one_to_an_activity(state: State) -> None:
    written = Counter(conclusion.activity for conclusion in state.all(Conclusion))
    assert all(count == 1 for count in written.values()), written
    gone_on = {activity.plan.goes_on for activity in state.all(Writing)} - {None}
    for activity in state.all(Writing):
        assert written[activity.id] or activity.step in gone_on, activity
    for remark in state.all(Remark):
        assert remark.place == state.entities[remark.about].place, remark
    for citation in state.all(Citation):
        conclusion = state.find(Conclusion, citation.conclusion)
        assert citation.place == conclusion.place, citation
        assert citation.field in {field.id for field in conclusion.fields}


def only_those_who_may_are_heard(state: State) -> None:
    totals = Counter((speech.participant, speech.room, speech.step) for speech in state.all(Speech))
    assert all(count == 1 for count in totals.values()), "two totals of one person in one place"
    assert all(speech.ms > 0 for speech in state.all(Speech))
    (workshop,) = state.all(Workshop)
    for seat in seats(state):
        person, room = state.find(Participant, seat.participant), state.find(Room, seat.room)
        may_speak = person.role.is_staff or person.has_floor or room.stage is Stage.OPEN
        is_on = workshop.closed_at is None and workshop.media is not Media.TEXT and not seat.is_viewer
        assert not seat.microphone or (is_on and (may_speak or seat.interprets)), seat
        assert not (seat.camera or seat.screen) or (is_on and may_speak and workshop.media is Media.VIDEO), seat
        assert not (seat.is_viewer and (seat.muted or seat.interprets)), seat
