from facilitation.agenda import DropStep, EditStep, ExtendStep, PauseStep, ResumeStep, StartStep
from facilitation.catching_up import MergeSteps, PutOffEnd, Retimed, ShortenSteps, SkipStep
from facilitation.releasing import ReleaseRooms
from rooms.activities.conclusion import Conclusion, ConclusionPlan
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.gallery import GalleryPlan
from rooms.activities.report_out import ExtendTurn, PresentRoom, ReportOutPlan
from rooms.activity import Activity
from rooms.agenda import Step
from rooms.ids import StepId
from tests.cast import OPEN_BOARD, Cast
from tests.facilitation.test_releasing import Afternoon, step
from tests.table import MINUTE

# -- pausing ------------------------------------------------------------------------------------------------------


def test_a_paused_step_has_the_time_it_had_left(cast: Cast) -> None:
    day = Afternoon(cast)
    ends_at = cast.again(day.ideas).ends_at or 0
    cast.do(cast.farid, PauseStep(step=day.ideas.id))
    paused_at = cast.now
    cast.wait(20 * MINUTE)
    assert not cast.do(cast.odile, PauseStep(step=day.ideas.id))
    assert cast.again(day.ideas).paused_at == paused_at
    cast.do(cast.farid, ExtendStep(step=day.ideas.id, ends_at=ends_at + MINUTE, seen=ends_at))
    cast.do(cast.farid, ResumeStep(step=day.ideas.id))
    assert (cast.again(day.ideas).paused_at, cast.again(day.ideas).ends_at) == (None, ends_at + 21 * MINUTE)
    assert not cast.do(cast.farid, ResumeStep(step=day.ideas.id))
    assert cast.code(cast.farid, PauseStep(step=day.choice.id)) == "step_closed"


def test_a_clock_that_was_set_back_takes_no_time_from_anybody(cast: Cast) -> None:
    day = Afternoon(cast)
    ends_at = cast.again(day.ideas).ends_at
    cast.do(cast.farid, PauseStep(step=day.ideas.id))
    cast.now -= 60 * MINUTE
    cast.do(cast.farid, ResumeStep(step=day.ideas.id))
    assert cast.again(day.ideas).ends_at == ends_at


def test_who_presents_is_paused_too(cast: Cast) -> None:
    (north,) = cast.groups("Nord")
    shown = cast.run(plenary=ReportOutPlan())
    report = cast.in_cell(shown, cast.plenary)
    cast.do(cast.farid, PresentRoom(activity=report.id, room=north.id, seen=None))
    ends_at = getattr(cast.again(report), "ends_at")  # noqa: B009
    cast.do(cast.farid, PauseStep(step=shown.id))
    cast.wait(5 * MINUTE)
    cast.do(cast.farid, ResumeStep(step=shown.id))
    assert getattr(cast.again(report), "ends_at") == ends_at + 5 * MINUTE  # noqa: B009


def test_who_begins_to_present_during_a_pause_has_the_time_of_their_turn(cast: Cast) -> None:
    (north,) = cast.groups("Nord")
    shown = cast.run(plenary=ReportOutPlan(minutes_each=3))
    report = cast.in_cell(shown, cast.plenary)
    cast.do(cast.farid, PauseStep(step=shown.id))
    cast.wait(10 * MINUTE)
    cast.do(cast.farid, PresentRoom(activity=report.id, room=north.id, seen=None))
    ends_at = getattr(cast.again(report), "ends_at") + MINUTE  # noqa: B009
    cast.do(cast.farid, ExtendTurn(activity=report.id, room=north.id, ends_at=ends_at))
    cast.do(cast.farid, ResumeStep(step=shown.id))
    assert getattr(cast.again(report), "ends_at") == cast.now + 4 * MINUTE  # noqa: B009


def test_a_pause_ends_with_its_step_and_leaves_released_rooms_alone(cast: Cast) -> None:
    day = Afternoon(cast)
    cast.do(cast.farid, PauseStep(step=day.ideas.id))
    cast.wait(3 * MINUTE)
    cast.do(cast.farid, ReleaseRooms(rooms=(day.north.id,), last=day.choice.id))
    assert cast.again(day.north).ends_at == cast.now + 10 * MINUTE
    cast.do(cast.farid, StartStep(step=day.choice.id, seen=day.ideas.id))
    assert cast.again(day.ideas).paused_at is None


def test_of_two_who_give_more_time_at_once_one_does(cast: Cast) -> None:
    day = Afternoon(cast)
    ends_at = cast.again(day.ideas).ends_at or 0
    cast.do(cast.farid, ExtendStep(step=day.ideas.id, ends_at=ends_at + 5 * MINUTE, seen=ends_at))
    late = ExtendStep(step=day.ideas.id, ends_at=ends_at - MINUTE, seen=ends_at)
    assert cast.code(cast.odile, late) == "agenda_changed"


def test_a_released_room_is_given_time_of_its_own(cast: Cast) -> None:
    day = Afternoon(cast)
    cast.do(cast.farid, ReleaseRooms(rooms=(day.north.id,), last=day.choice.id))
    cast.do(cast.farid, ExtendStep(step=day.ideas.id, room=day.north.id, ends_at=cast.now + MINUTE))
    assert cast.again(day.north).ends_at == cast.now + MINUTE
    assert cast.again(day.ideas).ends_at != cast.now + MINUTE
    elsewhere = ExtendStep(step=day.ideas.id, room=day.south.id, ends_at=cast.now + MINUTE)
    assert cast.code(cast.farid, elsewhere) == "step_closed"


# -- catching up --------------------------------------------------------------------------------------------------


def test_the_end_people_were_told_is_the_one_planned_when_it_began(cast: Cast) -> None:
    day = Afternoon(cast)
    assert cast.workshop.ends_at == cast.now + 40 * MINUTE
    seen = cast.workshop.ends_at
    cast.do(cast.farid, PutOffEnd(ends_at=cast.now + 50 * MINUTE, seen=seen))
    assert cast.workshop.ends_at == cast.now + 50 * MINUTE
    assert cast.code(cast.odile, PutOffEnd(ends_at=cast.now + 45 * MINUTE, seen=seen)) == "agenda_changed"
    past = PutOffEnd(ends_at=cast.now, seen=cast.workshop.ends_at)
    assert cast.code(cast.farid, past) == "too_late"
    assert not cast.again(day.ideas).planned


def test_steps_to_come_are_shortened_together_or_not_at_all(cast: Cast) -> None:
    day = Afternoon(cast)
    shorter = [Retimed(step=each.id, minutes=6, seen=10) for each in (day.choice, day.words)]
    cast.do(cast.farid, ShortenSteps(steps=tuple(shorter)))
    assert [(step.minutes, step.planned) for step in map(cast.again, (day.choice, day.words))] == [(6, 10), (6, 10)]
    again = (Retimed(step=day.together.id, minutes=5, seen=10), shorter[0])
    assert cast.code(cast.odile, ShortenSteps(steps=again)) == "agenda_changed"
    assert cast.again(day.together).minutes == 10
    begun = (Retimed(step=day.ideas.id, minutes=5, seen=10),)
    assert cast.code(cast.farid, ShortenSteps(steps=begun)) == "step_started"
    cast.do(cast.farid, EditStep(step=day.choice.id, title="Choix", minutes=8))
    assert (cast.again(day.choice).minutes, cast.again(day.choice).planned) == (8, 10)


def test_a_step_that_is_skipped_stays_and_is_begun_all_the_same(cast: Cast) -> None:
    day = Afternoon(cast)
    cast.do(cast.farid, SkipStep(step=day.choice.id))
    cast.do(cast.farid, StartStep(step=day.choice.id, seen=day.ideas.id))
    assert not cast.again(day.choice).skipped
    assert cast.code(cast.farid, SkipStep(step=day.choice.id)) == "step_started"


def merge(later: Step, first: Step, minutes: int = 12, seen: int = 20) -> MergeSteps:
    return MergeSteps(step=later.id, into=first.id, title="Les deux", minutes=minutes, seen=seen)


def test_two_steps_are_made_one(cast: Cast) -> None:
    day = Afternoon(cast)
    talk = step(cast, "En parler", DiscussionPlan())
    write = step(cast, "Écrire", ConclusionPlan())
    cast.do(cast.farid, merge(write, talk))
    one = cast.again(talk)
    assert (one.title, one.minutes, one.planned) == ("Les deux", 12, 20)
    assert isinstance(one.groups, ConclusionPlan)
    assert [each.kind for each in cast.state.under(talk.id, Activity)] == ["conclusion_activity"] * 2
    assert {conclusion.step for conclusion in cast.state.all(Conclusion)} == {talk.id}
    assert cast.state.maybe(Step, write.id) is None
    assert day.together.id in {each.id for each in cast.state.all(Step)}


def test_a_discussion_gives_way_to_anything(cast: Cast) -> None:
    Afternoon(cast)
    board, talk = step(cast, "Noter", OPEN_BOARD), step(cast, "En parler", DiscussionPlan(), DiscussionPlan())
    cast.do(cast.farid, merge(talk, board))
    kinds = {each.room: each.kind for each in cast.state.under(board.id, Activity)}
    assert sorted(kinds.values()) == ["board", "board", "discussion"]
    assert kinds[cast.plenary] == "discussion"


def test_plans_name_the_step_that_took_the_place_of_another_or_none(cast: Cast) -> None:
    day = Afternoon(cast)
    write = step(cast, "Écrire", ConclusionPlan())
    walk = step(cast, "Visite", GalleryPlan(of=write.id), ReportOutPlan(of=write.id))

    def named() -> set[StepId | None]:
        plans = [cast.again(walk).groups, *(getattr(each, "plan") for each in cast.state.under(walk.id, Activity))]  # noqa: B009
        return {getattr(plan, "of") for plan in plans}  # noqa: B009

    cast.do(cast.farid, DropStep(step=day.words.id))
    cast.do(cast.farid, merge(write, day.together))
    assert named() == {day.together.id}
    cast.do(cast.farid, DropStep(step=day.together.id))
    assert named() == {None}


def test_what_is_to_come_is_not_skipped_with_the_step_it_goes_into(cast: Cast) -> None:
    Afternoon(cast)
    first, later, last = (step(cast, title, None, DiscussionPlan()) for title in ("Un", "Deux", "Trois"))
    for each in (first, last):
        cast.do(cast.farid, SkipStep(step=each.id))
    cast.do(cast.farid, merge(later, first))
    assert not cast.again(first).skipped
    cast.do(cast.farid, SkipStep(step=first.id))
    cast.do(cast.farid, merge(last, first, seen=22))
    assert cast.again(first).skipped


def test_what_does_not_go_together_is_not_merged(cast: Cast) -> None:
    day = Afternoon(cast)
    assert cast.code(cast.farid, merge(day.words, day.choice)) == "steps_differ"
    assert cast.code(cast.farid, merge(day.words, day.choice, seen=21)) == "agenda_changed"
    assert cast.code(cast.farid, merge(day.together, day.choice)) == "agenda_changed"
    assert cast.code(cast.farid, merge(day.choice, day.ideas)) == "step_started"
