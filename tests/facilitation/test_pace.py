"""In a rehearsal time passes faster: what is planned in minutes takes a part of them."""

from __future__ import annotations

from rooms.activities.conclusion import ConclusionPlan
from rooms.activities.report_out import PresentRoom, ReportOut, ReportOutPlan
from tests.cast import Cast
from tests.table import MINUTE


def test_steps_and_turns_of_a_rehearsal_last_a_part_of_what_is_planned() -> None:
    cast = Cast(pace=12)
    assert cast.workshop.rehearsal
    (group,) = cast.groups("Un")
    first = cast.run(groups=ConclusionPlan())
    assert first.ends_at == cast.now + 10 * MINUTE // 12
    report = cast.in_cell(cast.run(plenary=ReportOutPlan(minutes_each=3)), cast.plenary)
    cast.do(cast.farid, PresentRoom(activity=report.id, room=group.id, seen=None))
    assert isinstance(report, ReportOut)
    assert cast.again(report).ends_at == cast.now + 15_000
