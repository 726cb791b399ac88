"""The agenda: steps in order, the plan of each cell, and the one move that takes every room along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fractional_indexing import generate_key_between
from msgspec import Meta

from rooms.activities.poll import PollPlan, Polling, poll_of
from rooms.activity import Activity
from rooms.agenda import AnyPlan, Room, RoomKind, Step
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.ids import ActivityId, RoomId, StepId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import Line, one_line

STEPS_MAX = 60
DAY_MS = 24 * 60 * 60 * 1000

Minutes = Annotated[int, Meta(ge=1, le=600)]


def steps(on: Deciding) -> list[Step]:
    return sorted(on.all(Step), key=lambda step: (step.order, step.id))


def order_after(things: Iterable[Step | Room], after: str | None) -> str:
    """The order between the thing named (None: the head) and the one that follows it."""
    rows = sorted((thing.order, thing.id) for thing in things)
    place = next((i + 1 for i, (_, id) in enumerate(rows) if id == after), 0 if after is None else len(rows))
    return generate_key_between(rows[place - 1][0] if place else None, rows[place][0] if place < len(rows) else None)


def cell(on: Deciding, step: StepId, room: RoomId) -> Activity | None:
    return next((activity for activity in on.under(step, Activity) if activity.room == room), None)


def furnish(on: Deciding, step: StepId, room: RoomId, plan: AnyPlan) -> Activity:
    """Put an activity into an empty cell, with the polls its plan has prepared."""
    activity = on.put(plan.activity(ActivityId(on.chance.id()), room, step))
    if isinstance(activity, Polling):
        for question in activity.plan.questions:
            poll_of(on, activity, question)
    return activity


def contents(on: Deciding, activity: Activity) -> list[Entity]:
    """What lies in an activity, but for polls nobody has seen yet."""
    return [entity for entity in on.shelf("under", activity.id) if getattr(entity, "state", None) != "created"]


def clear(on: Deciding, activity: Activity) -> None:
    """Take an activity away. Raises Refused("has_contents") when people have put something into it."""
    if contents(on, activity):
        raise Refused("has_contents", activity=activity.id)
    for prepared in list(on.shelf("under", activity.id)):
        on.drop(prepared.id)
    on.drop(activity.id)


class AddStep(Command, frozen=True, tag="step.add"):
    """`plenary` is what happens in plenary, `groups` the plan every group gets an activity from."""

    title: Line
    minutes: Minutes = 10
    after: StepId | None = None
    plenary: AnyPlan | None = None
    groups: AnyPlan | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        every = steps(on)
        if len(every) >= STEPS_MAX:
            raise Refused("too_many_steps", most=STEPS_MAX)
        step = on.put(
            Step(
                id=StepId(on.chance.id()),
                title=one_line(self.title),
                order=order_after(every, self.after),
                minutes=self.minutes,
                groups=self.groups,
            )
        )
        if self.plenary:
            furnish(on, step.id, on.plenary.id, self.plenary)
        if self.groups:
            for room in groups(on):
                furnish(on, step.id, room.id, self.groups)


class EditStep(Command, frozen=True, tag="step.edit"):
    step: StepId
    title: Line
    minutes: Minutes

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(on.find(Step, self.step), title=one_line(self.title), minutes=self.minutes)


class MoveStep(Command, frozen=True, tag="step.move"):
    """After another step, or to the head of the agenda when `after` is None."""

    step: StepId
    after: StepId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        on.change(step, order=order_after((s for s in on.all(Step) if s.id != step.id), self.after))


class DropStep(Command, frozen=True, tag="step.drop"):
    """Only a step that has not begun and holds nothing people wrote."""

    step: StepId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        if step.started_at is not None:
            raise Refused("step_started", step=step.id)
        for activity in list(on.under(step.id, Activity)):
            clear(on, activity)
        on.drop(step.id)


class PlanActivity(Command, frozen=True, tag="activity.plan"):
    """What a cell holds. Without a room: every group's cell. The kind cannot change once people have written."""

    step: StepId
    plan: AnyPlan
    room: RoomId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        if self.room is not None:
            self._plan(on, step, on.room(self.room))
            return
        on.change(step, groups=self.plan)
        for room in groups(on):
            self._plan(on, step, room)

    def _plan(self, on: Deciding, step: Step, room: Room) -> None:
        activity = cell(on, step.id, room.id)
        if activity is None:
            furnish(on, step.id, room.id, self.plan)
        elif type(getattr(activity, "plan", None)) is type(self.plan) and not isinstance(self.plan, PollPlan):
            self._keep_columns(on, activity)
            on.change(activity, plan=self.plan)
        else:
            clear(on, activity)
            furnish(on, step.id, room.id, self.plan)

    def _keep_columns(self, on: Deciding, activity: Activity) -> None:
        kept = {column.id for column in getattr(self.plan, "columns", ())}
        used = {note.column for note in contents(on, activity) if hasattr(note, "column")}
        if used - kept:
            raise Refused("column_in_use", columns=sorted(used - kept))
        was = getattr(activity, "plan", None)
        if getattr(was, "anonymous", None) != getattr(self.plan, "anonymous", None) and contents(on, activity):
            raise Refused("has_contents", activity=activity.id)


class ClearActivity(Command, frozen=True, tag="activity.clear"):
    """Empty a cell of the agenda."""

    activity: ActivityId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        clear(on, on.find_activity(self.activity))


class StartStep(Command, frozen=True, tag="step.start"):
    """Take every room to this step. `seen` is the step one is leaving: of two who press at once, one moves."""

    step: StepId
    seen: StepId | None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        workshop = on.workshop
        step = on.find(Step, self.step)
        if workshop.step != self.seen or workshop.step == step.id:
            raise Refused("already_moved", step=workshop.step)
        if left := on.maybe(Step, workshop.step):
            on.change(left, ended_at=on.now)
        ends_at = on.now + step.minutes * 60_000
        on.change(step, started_at=on.now, ends_at=ends_at, ended_at=None)
        on.change(workshop, step=step.id)


class ExtendStep(Command, frozen=True, tag="step.extend"):
    """When the running step ends now, in epoch ms. Time that is up deletes nothing and closes nothing."""

    step: StepId
    ends_at: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        if on.workshop.step != step.id:
            raise Refused("step_closed", step=step.id)
        if not on.now < self.ends_at < on.now + DAY_MS:
            raise Refused("too_late", at=self.ends_at)
        on.change(step, ends_at=self.ends_at)


def groups(on: Deciding) -> list[Room]:
    rooms = (room for room in on.all(Room) if room.room_kind is RoomKind.GROUP)
    return sorted(rooms, key=lambda room: (room.order, room.id))

