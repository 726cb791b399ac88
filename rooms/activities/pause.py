"""Break: nobody is asked for anything until the step ends."""

from __future__ import annotations

from rooms.activity import Activity, Plan
from rooms.ids import ActivityId, RoomId, StepId


class BreakPlan(Plan, frozen=True, kw_only=True, tag="break"):
    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return Break(id=id, room=room, step=step, plan=self)


class Break(Activity, frozen=True, kw_only=True, tag="break"):
    plan: BreakPlan
