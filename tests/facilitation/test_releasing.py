from facilitation.agenda import AddStep, DropStep, StartStep
from facilitation.founding import CloseWorkshop
from facilitation.groups import CloseGroups
from facilitation.releasing import AdvanceRoom, RecallRooms, ReleaseRooms
from facilitation.shares import AddSpeech
from rooms.activities.board import Board, WriteNote
from rooms.activities.discussion import DiscussionPlan, Message, SendMessage
from rooms.agenda import AnyPlan, Room, Step, step_of
from rooms.speech import Speech, Spoken
from tests.cast import GOOD, OPEN_BOARD, Cast
from tests.table import MINUTE


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
