"""A step that began too soon: back to the one before, with its time and its texts."""

from __future__ import annotations

import pytest

from facilitation.agenda import AddStep, PauseStep, StartStep
from facilitation.going_back import GoBack
from rooms.activities.adoption import Standing
from rooms.activities.conclusion import Conclusion, ConclusionPlan
from rooms.activities.gallery import GalleryPlan
from rooms.activities.report_out import ReportOutPlan
from rooms.agenda import Step
from tests.cast import Cast
from tests.rooms.reporting import Evening
from tests.table import MINUTE


def begin(cast: Cast, step: Step) -> None:
    cast.do(cast.farid, StartStep(step=step.id, seen=cast.workshop.step))


def test_a_step_goes_on_with_the_time_it_had_left(cast: Cast) -> None:
    one = cast.run()
    two = cast.made(Step, cast.farid, AddStep(title="Deux"))
    cast.wait(4 * MINUTE)
    begin(cast, two)
    cast.wait(MINUTE)
    cast.do(cast.farid, GoBack(step=one.id, seen=two.id))
    back, left = cast.again(one), cast.again(two)
    assert (cast.workshop.step, back.started_at, back.ends_at) == (one.id, one.started_at, cast.now + 6 * MINUTE)
    assert (back.ended_at, left.started_at, left.has_begun) == (None, None, False)


def test_time_that_stood_still_was_not_spent(cast: Cast) -> None:
    one = cast.run()
    two = cast.made(Step, cast.farid, AddStep(title="Deux"))
    cast.do(cast.farid, PauseStep(step=one.id))
    cast.wait(4 * MINUTE)
    begin(cast, two)
    cast.do(cast.farid, GoBack(step=one.id, seen=two.id))
    assert cast.again(one).ends_at == cast.now + 10 * MINUTE


def test_there_is_no_way_back_once_another_step_has_begun(cast: Cast) -> None:
    one, two, three = cast.run(), cast.run(), cast.run()
    assert cast.code(cast.farid, GoBack(step=one.id, seen=two.id)) == "already_moved"
    cast.wait(MINUTE)
    begin(cast, two)
    assert cast.code(cast.farid, GoBack(step=one.id, seen=two.id)) == "not_left"
    assert cast.code(cast.ana, GoBack(step=three.id, seen=two.id)) == "not_allowed"


@pytest.mark.parametrize("plan", [ReportOutPlan(), GalleryPlan()])
def test_conclusions_that_froze_with_it_are_written_again(cast: Cast, plan: ReportOutPlan | GalleryPlan) -> None:
    evening = Evening(cast)
    evening.start(evening.writing)
    conclusion = evening.conclusion(evening.green)
    cast.do(cast.farid, {"type": "conclusion.reopen", "conclusion": conclusion.id})
    step = evening.go_on(evening.writing, plenary=plan)
    assert cast.again(conclusion).state is Standing.FROZEN
    cast.do(cast.farid, GoBack(step=evening.writing.id, seen=step.id))
    assert cast.again(conclusion).state is Standing.DRAFTING


def test_what_was_shown_to_all_meanwhile_stays_as_it_is(cast: Cast) -> None:
    evening = Evening(cast)
    evening.start(evening.writing)
    for room in (evening.green, evening.ways):
        cast.do(cast.farid, {"type": "conclusion.reopen", "conclusion": evening.conclusion(room).id})
    evening.start(evening.step)
    cast.do(cast.farid, evening.show(evening.green))
    cast.do(cast.farid, GoBack(step=evening.writing.id, seen=evening.step.id))
    assert evening.conclusion(evening.green).state is Standing.FROZEN
    assert evening.conclusion(evening.ways).state is Standing.DRAFTING


def test_a_conclusion_that_was_taken_up_goes_back_to_where_it_was_written(cast: Cast) -> None:
    cast.groups("Un")
    cast.part()
    one = cast.run(groups=ConclusionPlan())
    (written,) = cast.state.all(Conclusion)
    two = cast.run(groups=ConclusionPlan(goes_on=one.id))
    assert cast.again(written).step == two.id
    cast.do(cast.farid, GoBack(step=one.id, seen=two.id))
    assert (cast.again(written).step, cast.again(written).activity) == (one.id, written.activity)
    assert sum(1 for _ in cast.state.all(Conclusion)) == 2
