from facilitation.agenda import AddStep, ClearActivity, DropStep, MoveStep, StartStep
from facilitation.catching_up import SkipStep
from facilitation.founding import CloseWorkshop
from facilitation.groups import CloseGroups, MovePerson
from facilitation.people import Arrive, Leave
from facilitation.releasing import AdvanceRoom, RecallRooms, ReleaseRooms, SetReady
from facilitation.shares import AddSpeech
from rooms.activities.board import Board, WriteNote
from rooms.activities.discussion import DiscussionPlan, Message, SendMessage
from rooms.agenda import AnyPlan, Room, Step, step_of
from rooms.ids import ParticipantId
from rooms.readiness import Duties, Duty, duties_id, ready_in
from rooms.speech import Speech, Spoken
from tests.cast import GOOD, OPEN_BOARD, Cast
from tests.table import MINUTE, Person


def step(cast: Cast, title: str, groups: AnyPlan | None = OPEN_BOARD, plenary: AnyPlan | None = None) -> Step:
    steps = sorted(cast.state.all(Step), key=lambda each: each.order)
    after = steps[-1].id if steps else None
    return cast.made(Step, cast.farid, AddStep(title=title, after=after, groups=groups, plenary=plenary))


class Afternoon:
    """Two groups, three steps for them and one for all; the first runs and the groups are apart."""

    def __init__(self, cast: Cast) -> None:
        self.north, self.south = cast.groups("Nord", "Sud")
        self.ideas, self.choice, self.words = step(cast, "Idées"), step(cast, "Choix"), step(cast, "Mots")
        self.together = step(cast, "Ensemble", None, DiscussionPlan())
        cast.part()
        cast.do(cast.farid, StartStep(step=self.ideas.id, seen=None))


def release(cast: Cast, afternoon: Afternoon, last: Step | None = None) -> Room:
    last = last or afternoon.words
    cast.do(cast.farid, ReleaseRooms(rooms=(afternoon.north.id,), last=last.id))
    return cast.again(afternoon.north)


def advance(cast: Cast, room: Room, to: Step) -> Room:
    room = cast.again(room)
    assert room.step is not None
    cast.do(cast.farid, AdvanceRoom(room=room.id, step=to.id, seen=room.step))
    return cast.again(room)


def may_write(cast: Cast, step: Step, room: Room) -> str | None:
    board = cast.in_cell(step, room.id)
    assert isinstance(board, Board)
    person = next(each for each in (cast.ana, cast.bob) if cast.record(each).room == room.id)
    answer = cast.give(person, WriteNote(activity=board.id, column=GOOD, text="Un banc"))
    return getattr(answer, "code", None)


def test_a_released_room_works_in_its_own_step_while_others_stay(cast: Cast) -> None:
    day = Afternoon(cast)
    room = release(cast, day)
    assert (room.step, room.ends_at) == (day.ideas.id, cast.again(day.ideas).ends_at)
    room = advance(cast, day.north, day.choice)
    assert (room.step, room.ends_at) == (day.choice.id, cast.now + 10 * MINUTE)
    assert (step_of(cast.state, day.north.id), step_of(cast.state, day.south.id)) == (day.choice.id, day.ideas.id)
    assert may_write(cast, day.choice, day.north) is None
    assert may_write(cast, day.ideas, day.north) == "step_closed"
    assert may_write(cast, day.ideas, day.south) is None
    assert may_write(cast, day.choice, day.south) == "step_closed"


def test_plenary_moves_on_without_who_is_released(cast: Cast) -> None:
    day = Afternoon(cast)
    release(cast, day)
    cast.do(cast.farid, StartStep(step=day.choice.id, seen=day.ideas.id))
    assert may_write(cast, day.ideas, day.north) is None
    assert may_write(cast, day.choice, day.south) is None


def test_who_is_recalled_is_where_plenary_is(cast: Cast) -> None:
    day = Afternoon(cast)
    release(cast, day)
    advance(cast, day.north, day.words)
    cast.do(cast.farid, RecallRooms(rooms=(day.north.id, day.south.id)))
    assert may_write(cast, day.ideas, day.north) is None
    assert not cast.again(day.north).is_released
    assert not cast.do(cast.farid, RecallRooms(rooms=(day.north.id,)))


def test_a_stretch_that_is_over_recalls(cast: Cast) -> None:
    day = Afternoon(cast)
    release(cast, day, day.choice)
    cast.do(cast.farid, StartStep(step=day.choice.id, seen=day.ideas.id))
    assert cast.again(day.north).is_released
    cast.do(cast.farid, StartStep(step=day.words.id, seen=day.choice.id))
    assert not cast.again(day.north).is_released
    assert may_write(cast, day.words, day.north) is None


def test_a_room_goes_no_further_than_its_stretch(cast: Cast) -> None:
    day = Afternoon(cast)
    north = (day.north.id,)
    assert cast.code(cast.farid, ReleaseRooms(rooms=(cast.plenary,), last=day.words.id)) == "not_a_group"
    not_yet = AdvanceRoom(room=day.north.id, step=day.choice.id, seen=day.ideas.id)
    assert cast.code(cast.farid, not_yet) == "not_released"
    release(cast, day, day.choice)
    far = AdvanceRoom(room=day.north.id, step=day.words.id, seen=day.ideas.id)
    assert cast.code(cast.farid, far) == "step_passed"
    cast.do(cast.farid, ReleaseRooms(rooms=north, last=day.words.id))
    cast.do(cast.farid, far)
    assert cast.code(cast.farid, far) == "already_moved"
    assert cast.code(cast.farid, ReleaseRooms(rooms=north, last=day.choice.id)) == "step_passed"
    assert cast.code(cast.ana, ReleaseRooms(rooms=north, last=day.words.id)) == "not_allowed"


def test_a_step_that_a_released_room_has_begun_stays(cast: Cast) -> None:
    day = Afternoon(cast)
    release(cast, day, day.words)
    cast.do(cast.farid, DropStep(step=day.words.id))
    assert cast.again(day.north).last == day.choice.id
    advance(cast, day.north, day.choice)
    assert cast.code(cast.farid, DropStep(step=day.choice.id)) == "step_started"


def test_a_stretch_whose_end_is_moved_before_its_room_ends_where_the_room_is(cast: Cast) -> None:
    day = Afternoon(cast)
    release(cast, day, day.words)
    cast.do(cast.farid, MoveStep(step=day.words.id, after=None))
    assert cast.again(day.north).last == day.ideas.id
    cast.do(cast.farid, DropStep(step=day.words.id))


def test_what_is_said_counts_for_the_step_of_its_room(cast: Cast) -> None:
    day = Afternoon(cast)
    release(cast, day)
    advance(cast, day.north, day.choice)
    person = next(each for each in (cast.ana, cast.bob) if cast.record(each).room == day.north.id)
    assert cast.made(Message, person, SendMessage(text="Allons-y")).step == day.choice.id
    spoken = Spoken(participant=person.id, room=day.north.id, step=day.choice.id, ms=500)
    assert cast.made(Speech, None, AddSpeech(spoken=(spoken,))).step == day.choice.id


def test_whoever_comes_back_to_plenary_is_released_no_more(cast: Cast) -> None:
    day = Afternoon(cast)
    release(cast, day)
    cast.do(cast.farid, CloseGroups(at=cast.now))
    assert not cast.again(day.north).is_released
    release(cast, day)
    advance(cast, day.north, day.choice)
    cast.do(cast.odile, CloseWorkshop())
    assert not cast.again(day.north).is_released


# -- ready --------------------------------------------------------------------------------------------------------


def crowd(cast: Cast, day: Afternoon, size: int) -> list[Person]:
    """So many people more, all there and all in the first group."""
    people = [cast.join(f"Citoyen {number}") for number in range(size)]
    for person in people:
        cast.do(None, Arrive(participant=person.id))
        cast.do(cast.farid, MovePerson(person=person.id, room=day.north.id))
    return people


def empty(cast: Cast, day: Afternoon) -> None:
    for person in (cast.ana, cast.bob):
        cast.do(cast.farid, MovePerson(person=person.id, room=day.south.id))


def is_done(cast: Cast, person: Person, ready: bool = True) -> None:
    step = step_of(cast.state, cast.record(person).room)
    assert step is not None
    cast.do(person, SetReady(step=step, ready=ready))


def test_a_released_room_goes_on_once_half_of_those_who_are_there_are_ready(cast: Cast) -> None:
    day = Afternoon(cast)
    empty(cast, day)
    one, two, three, _ = crowd(cast, day, 4)
    away = cast.join("Absente")
    cast.do(cast.farid, MovePerson(person=away.id, room=day.north.id))
    release(cast, day, day.choice)
    is_done(cast, one)
    assert cast.again(day.north).step == day.ideas.id
    is_done(cast, two)
    assert cast.again(day.north).step == day.choice.id
    assert cast.code(three, SetReady(step=day.ideas.id)) == "already_moved"
    assert not ready_in(cast.state, day.north.id)


def test_at_the_end_of_its_stretch_a_room_has_finished_and_waits(cast: Cast) -> None:
    day = Afternoon(cast)
    empty(cast, day)
    (one,) = crowd(cast, day, 1)
    release(cast, day, day.ideas)
    is_done(cast, one)
    assert cast.again(day.north).finished_at == cast.now
    is_done(cast, one, ready=False)
    assert cast.again(day.north).finished_at is None
    is_done(cast, one)
    cast.do(cast.farid, ReleaseRooms(rooms=(day.north.id,), last=day.choice.id))
    assert cast.again(day.north).step == day.choice.id


def test_who_leaves_is_waited_for_no_more(cast: Cast) -> None:
    day = Afternoon(cast)
    empty(cast, day)
    one, two, three, four, five = crowd(cast, day, 5)
    release(cast, day)
    is_done(cast, one)
    is_done(cast, two)
    cast.do(None, Leave(participant=five.id, at=cast.now))
    assert cast.again(day.north).step == day.choice.id
    is_done(cast, three)
    cast.do(cast.farid, MovePerson(person=three.id, room=day.south.id))
    assert not ready_in(cast.state, day.south.id)
    cast.do(cast.farid, MovePerson(person=four.id, room=day.south.id))
    cast.do(cast.farid, {"type": "person.remove", "person": two.id})
    is_done(cast, one)
    assert cast.again(day.north).step == day.words.id


def test_a_group_knows_how_many_are_ready_and_staff_who(cast: Cast) -> None:
    day = Afternoon(cast)
    empty(cast, day)
    one, two, _ = crowd(cast, day, 3)
    is_done(cast, one)
    (ready,) = ready_in(cast.state, day.north.id)
    assert (cast.sees(two, ready) or {})["participant"] is None
    assert (cast.owns(one, ready) or {})["participant"] == one.id
    assert (cast.sees(cast.farid, ready) or {})["participant"] == one.id
    assert cast.sees(cast.ana, ready) is None
    cast.do(cast.farid, StartStep(step=day.choice.id, seen=day.ideas.id))
    assert not ready_in(cast.state, day.north.id)


def test_steps_that_hold_nothing_for_a_room_or_are_skipped_are_passed_over(cast: Cast) -> None:
    day = Afternoon(cast)
    empty(cast, day)
    (one,) = crowd(cast, day, 1)
    cast.do(cast.farid, SkipStep(step=day.choice.id))
    cast.do(cast.farid, ClearActivity(activity=cast.in_cell(day.words, day.north.id).id))
    release(cast, day, day.words)
    is_done(cast, one)
    assert cast.again(day.north).finished_at == cast.now


# -- duties -------------------------------------------------------------------------------------------------------


def held(cast: Cast, day: Afternoon) -> dict[Duty, ParticipantId]:
    return cast.state.find(Duties, duties_id(day.north.id)).held


def test_duties_are_drawn_for_each_step_and_pass_on(cast: Cast) -> None:
    day = Afternoon(cast)
    empty(cast, day)
    people = {person.id for person in crowd(cast, day, 6)}
    release(cast, day)
    first = held(cast, day)
    assert first.keys() == set(Duty)
    assert len({*first.values()}) == 3
    advance(cast, day.north, day.choice)
    assert {*held(cast, day).values()} == people - {*first.values()}
    assert cast.sees(cast.ana, cast.state.find(Duties, duties_id(day.north.id))) is None


def test_somebody_else_takes_over_from_who_goes(cast: Cast) -> None:
    day = Afternoon(cast)
    empty(cast, day)
    one, two = crowd(cast, day, 2)
    release(cast, day)
    assert {*held(cast, day).values()} == {one.id, two.id}
    cast.do(None, Leave(participant=two.id, at=cast.now))
    assert {*held(cast, day).values()} == {one.id}
    (three,) = crowd(cast, day, 1)
    assert three.id in held(cast, day).values()
    for person in (one, three):
        cast.do(cast.farid, MovePerson(person=person.id, room=day.south.id))
    assert not held(cast, day)
