"""A step that began too soon: plenary goes back to the one it left, as if it had not."""

from __future__ import annotations

from facilitation.agenda import following, leave
from facilitation.releasing import clear_ready, place, recall, released
from facilitation.stage import set_stage
from rooms.activities.conclusion import Writing, give_back, thaw
from rooms.agenda import Step
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.ids import StepId
from rooms.permissions import Permission
from rooms.refusal import Refused


class GoBack(Command, frozen=True, tag="step.back"):
    """To the step plenary has just left for the one `seen`, with the time it had left; what froze is written again.

    Rooms that were called back stay with plenary, and what was written meanwhile stays where it was written.
    """

    step: StepId
    seen: StepId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        before, begun = on.find(Step, self.step), on.find(Step, self.seen)
        if on.workshop.step != begun.id:
            raise Refused("already_moved", step=on.workshop.step)
        if before.ended_at is None or before.ended_at != begun.started_at:
            raise Refused("not_left", step=before.id)
        for room in on.rooms():
            if not room.is_released:
                clear_ready(on, room.id)
        leave(on, begun)
        for activity in following(on, begun):
            if isinstance(activity, Writing):
                give_back(on, activity)
            thaw(on, activity.id)
        on.change(on.find(Step, begun.id), started_at=None, ends_at=None, ended_at=None)
        left_ms = max((before.ends_at or before.ended_at) - before.ended_at, 0)
        on.change(before, ended_at=None, ends_at=on.now + left_ms)
        on.change(on.workshop, step=before.id)
        for room in released(on):
            if place(on, room.last) < place(on, before.id):
                recall(on, room)
        for activity in following(on, before):
            if before.stage is not None:
                set_stage(on, on.room(activity.room), before.stage)
            activity.begin(on)
