"""The agenda: steps in order, the plan of each cell, and the one move that takes every room along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

from facilitation.naming import forget_step
from facilitation.releasing import MINUTE_MS, clear_ready, place, recall, released
from facilitation.stage import set_stage
from rooms.activities.board import Board, BoardPlan, Note
from rooms.activities.conclusion import (
    Conclusion,
    ConclusionPlan,
    Writing,
    conclusion_of,
    is_written,
    lay_out_writing,
)
from rooms.activities.gallery import Gallery, remarks_in
from rooms.activities.poll import Poll, Polling, PollPlan, PollState, poll_of
from rooms.activity import Activity
from rooms.agenda import AnyPlan, Moves, Room, RoomKind, Stage, Step
from rooms.anonymity import pseudonyms_id
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.ids import ActivityId, RoomId, StepId
from rooms.order import key_between
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import Line, one_line
from rooms.visit import Visit

STEPS_MAX = 60
DAY_MS = 24 * 60 * 60 * 1000

Minutes = Annotated[int, Meta(ge=1, le=600)]


def order_after(things: Iterable[Step | Room], after: str | None) -> str:
    """The order between the thing named (None: the head) and the one that follows it."""
    rows = sorted((thing.order, thing.id) for thing in things)
    place = next((i + 1 for i, (_, id) in enumerate(rows) if id == after), 0 if after is None else len(rows))
    return key_between(rows[place - 1][0] if place else None, rows[place][0] if place < len(rows) else None)


def cell(on: Deciding, step: StepId, room: RoomId) -> Activity | None:
    return next((activity for activity in on.under(step, Activity) if activity.room == room), None)


def furnish(on: Deciding, step: StepId, room: RoomId, plan: AnyPlan) -> Activity:
    """Put an activity into an empty cell, with the polls its plan has prepared."""
    activity = on.put(plan.activity(ActivityId(on.chance.id()), room, step))
    if isinstance(activity, Polling):
        for question in activity.plan.questions:
            poll_of(on, activity, question)
    if isinstance(activity, Writing):
        on.put(conclusion_of(activity))
    if on.step_of(room) == step:
        activity.begin(on)
    return activity


def contents(on: Deciding, activity: Activity) -> list[Entity]:
    """What was put into an activity: no polls nobody has seen yet, no conclusion nobody has begun."""
    elsewhere = remarks_in(on, activity.id) if isinstance(activity, Gallery) else []
    return [entity for entity in on.shelf("under", activity.id) if not is_prepared(on, entity)] + list(elsewhere)


def is_prepared(on: Deciding, entity: Entity) -> bool:
    match entity:
        case Poll():
            return entity.state is PollState.CREATED
        case Conclusion():
            return not is_written(on, entity)
        case Visit():
            return True
    return False


def clear(on: Deciding, activity: Activity) -> None:
    """Take an activity away. Raises Refused("has_contents") when people have put something into it."""
    if contents(on, activity):
        raise Refused("has_contents", activity=activity.id)
    for prepared in list(on.shelf("under", activity.id)):
        for hanging in list(on.shelf("under", prepared.id)):
            on.drop(hanging.id)
        on.drop(prepared.id)
    on.drop(pseudonyms_id(activity.id))
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
        plenary = self.plenary.tidied() if self.plenary else None
        groups_plan = self.groups.tidied() if self.groups else None
        every = on.steps()
        if len(every) >= STEPS_MAX:
            raise Refused("too_many_steps", most=STEPS_MAX)
        step = on.put(
            Step(
                id=StepId(on.chance.id()),
                title=one_line(self.title),
                order=order_after(every, self.after),
                minutes=self.minutes,
                groups=groups_plan,
            )
        )
        if plenary:
            furnish(on, step.id, on.plenary.id, plenary)
        if groups_plan:
            for room in groups(on):
                furnish(on, step.id, room.id, groups_plan)


class EditStep(Command, frozen=True, tag="step.edit"):
    step: StepId
    title: Line
    minutes: Minutes

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        retime(on, on.change(on.find(Step, self.step), title=one_line(self.title)), self.minutes)


def retime(on: Deciding, step: Step, minutes: int) -> Step:
    """Other minutes for a step; under way it remembers those it was planned with."""
    if minutes == step.minutes or on.workshop.step is None:
        return on.change(step, minutes=minutes)
    return on.change(step, minutes=minutes, planned=step.planned or step.minutes)


class OpenStepWith(Command, frozen=True, tag="step.opening"):
    """How people change tables before it, which staff are reminded of; and who is heard once it starts."""

    step: StepId
    moves: Moves | None = None
    stage: Stage | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(on.find(Step, self.step), moves=self.moves, stage=self.stage)


class MoveStep(Command, frozen=True, tag="step.move"):
    """After another step, or to the head of the agenda when `after` is None.

    A released room whose stretch would end before the step it is in goes no further than that.
    """

    step: StepId
    after: StepId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        if self.after == step.id:
            return
        on.change(step, order=order_after((s for s in on.all(Step) if s.id != step.id), self.after))
        for room in released(on):
            if place(on, room.last) < place(on, room.step):
                on.change(room, last=room.step)


class DropStep(Command, frozen=True, tag="step.drop"):
    """Only a step that has not begun and holds nothing people wrote."""

    step: StepId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        if step.has_begun:
            raise Refused("step_started", step=step.id)
        for activity in list(on.under(step.id, Activity)):
            clear(on, activity)
        before = [each.id for each in on.steps()][: place(on, step.id)]
        for room in released(on):
            if room.last == step.id:
                on.change(room, last=before[-1])
        forget_step(on, step.id)


class DropSteps(Command, frozen=True, tag="steps.drop"):
    """Several at once, all of them or none: what was inserted is taken out again."""

    steps: Annotated[tuple[StepId, ...], Meta(min_length=1, max_length=STEPS_MAX)]

    def decide(self, on: Deciding) -> None:
        for step in dict.fromkeys(self.steps):
            DropStep(step=step).decide(on)


class PlanActivity(Command, frozen=True, tag="activity.plan"):
    """What a cell holds. Without a room: every group's cell. The kind cannot change once people have written."""

    step: StepId
    plan: AnyPlan
    room: RoomId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        plan = self.plan.tidied()
        if self.room is not None:
            lay_out(on, step, on.room(self.room), plan)
            return
        on.change(step, groups=plan)
        for room in groups(on):
            lay_out(on, step, room, plan)


def lay_out(on: Deciding, step: Step, room: Room, plan: AnyPlan) -> None:
    """Give a cell this plan, keeping what people have put into it where the new plan has a place for it."""
    activity = cell(on, step.id, room.id)
    if activity is None:
        furnish(on, step.id, room.id, plan)
    elif isinstance(activity, Board) and isinstance(plan, BoardPlan):
        lay_out_board(on, activity, plan)
    elif isinstance(activity, Writing) and isinstance(plan, ConclusionPlan):
        lay_out_writing(on, activity, plan)
    elif type(getattr(activity, "plan", None)) is type(plan) and not isinstance(plan, PollPlan):
        changed = on.change(activity, plan=plan)
        if on.step_of(room.id) == step.id:
            changed.begin(on)
    else:
        clear(on, activity)
        furnish(on, step.id, room.id, plan)


def lay_out_board(on: Deciding, board: Board, plan: BoardPlan) -> None:
    notes = list(on.under(board.id, Note))
    lost = {note.column for note in notes} - {column.id for column in plan.columns}
    if lost:
        raise Refused("column_in_use", columns=sorted(lost))
    if notes and plan.anonymous != board.plan.anonymous:
        raise Refused("has_contents", activity=board.id)
    revealed = board.revealed if plan.hidden == board.plan.hidden else not plan.hidden
    on.change(board, plan=plan, revealed=revealed)


class ClearActivity(Command, frozen=True, tag="activity.clear"):
    """Empty a cell of the agenda."""

    activity: ActivityId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        clear(on, on.find_activity(self.activity))


class StartStep(Command, frozen=True, tag="step.start"):
    """Take every room to this step, but for released ones whose stretch goes on.

    `seen` is the step one is leaving: of two who press at once, one moves.
    """

    step: StepId
    seen: StepId | None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        workshop = on.workshop
        step = on.find(Step, self.step)
        if workshop.step != self.seen or workshop.step == step.id:
            raise Refused("already_moved", step=workshop.step)
        for room in on.rooms():
            if not room.is_released:
                clear_ready(on, room.id)
        if left := on.maybe(Step, workshop.step):
            leave(on, left)
        elif workshop.ends_at is None:
            workshop = on.change(workshop, ends_at=on.now + workshop.span(ahead(on, step) * MINUTE_MS))
        ends_at = on.now + workshop.span(step.minutes * MINUTE_MS)
        on.change(step, started_at=on.now, ends_at=ends_at, ended_at=None, skipped=False)
        on.change(workshop, step=step.id)
        beginning = following(on, step)
        # First, for what begins takes what rooms have left behind.
        for room in released(on):
            if place(on, room.last) < place(on, step.id):
                recall(on, room)
        for activity in beginning:
            if step.stage is not None:
                set_stage(on, on.room(activity.room), step.stage)
            activity.begin(on)


def ahead(on: Deciding, step: Step) -> int:
    """Minutes planned from a step to the end."""
    return sum(each.minutes for each in on.steps()[place(on, step.id) :] if not each.skipped)


def leave(on: Deciding, step: Step) -> None:
    """Leave a step, with what is under way in the rooms that follow plenary. What time it had left stands in it."""
    paused_ms = max(on.now - (step.paused_at or on.now), 0)
    on.change(step, ended_at=on.now, paused_at=None, ends_at=step.ends_at and step.ends_at + paused_ms)
    for activity in following(on, step):
        activity.end(on)


def following(on: Deciding, step: Step) -> list[Activity]:
    """What a step holds for the rooms that are where plenary is."""
    return [activity for activity in on.under(step.id, Activity) if not on.room(activity.room).is_released]


class ExtendStep(Command, frozen=True, tag="step.extend"):
    """When the running step ends now, in epoch ms, or a released `room`'s. Time that is up deletes and closes nothing.

    `seen` is when it was to end so far: of two who give more time at once, one does.
    """

    step: StepId
    ends_at: int
    room: RoomId | None = None
    seen: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = on.find(Step, self.step)
        own = on.room(self.room) if self.room is not None else None
        if step.id != (own.step if own else on.workshop.step):
            raise Refused("step_closed", step=step.id)
        ends_at = own.ends_at if own else step.ends_at
        if self.seen is not None and ends_at not in (self.seen, self.ends_at):
            raise Refused("agenda_changed")
        now = on.now if own else step.paused_at or on.now
        if not now < self.ends_at < now + DAY_MS:
            raise Refused("too_late", at=self.ends_at)
        if own:
            on.change(own, ends_at=self.ends_at)
        else:
            on.change(step, ends_at=self.ends_at)


class PauseStep(Command, frozen=True, tag="step.pause"):
    """The time of the running step stands still, in plenary and in the rooms that follow it. People may go on."""

    step: StepId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = running(on, self.step)
        on.change(step, paused_at=step.paused_at or on.now)


class ResumeStep(Command, frozen=True, tag="step.resume"):
    """It runs again, with the time it had left."""

    step: StepId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        step = running(on, self.step)
        if step.paused_at is None:
            return
        # A server's clock may have been set back meanwhile.
        paused_ms = max(on.now - step.paused_at, 0)
        on.change(step, paused_at=None, ends_at=step.ends_at and step.ends_at + paused_ms)
        for activity in following(on, step):
            activity.put_off(on, paused_ms)


def running(on: Deciding, id: StepId) -> Step:
    """Raises Refused("step_closed") for any step but the one plenary is in."""
    step = on.find(Step, id)
    if on.workshop.step != step.id:
        raise Refused("step_closed", step=step.id)
    return step


def groups(on: Deciding) -> list[Room]:
    return [room for room in on.rooms() if room.room_kind is RoomKind.GROUP]
