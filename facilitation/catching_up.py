"""Catching up when it is late: shorter steps, two in one, one passed over, or a later end. What has begun stays."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from facilitation.agenda import DAY_MS, STEPS_MAX, Minutes, clear, retime
from facilitation.naming import forget_step
from facilitation.releasing import activity_in, released
from rooms.activities.conclusion import Conclusion
from rooms.activities.discussion import Discussion, DiscussionPlan
from rooms.activity import Activity
from rooms.agenda import AnyPlan, Step
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.ids import StepId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import Line, one_line


class Retimed(Struct, frozen=True, forbid_unknown_fields=True):
    """`seen` are the minutes it had when this was proposed."""

    step: StepId
    minutes: Minutes
    seen: Minutes


class ShortenSteps(Command, frozen=True, tag="agenda.shorten"):
    """Other minutes for several steps at once, all of them or none."""

    steps: Annotated[tuple[Retimed, ...], Meta(min_length=1, max_length=STEPS_MAX)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        for change in self.steps:
            retime(on, ahead_of_us(on, change.step, change.seen), change.minutes)


class MergeSteps(Command, frozen=True, tag="step.merge"):
    """One step instead of two that follow one another: `step` goes into the one before it.

    Where a room has something in both, one of them must be a discussion, which gives way: people talk anyway.
    It is skipped where both were. `seen` are the minutes of both together.
    """

    step: StepId
    into: StepId
    title: Line
    minutes: Minutes
    seen: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        later, first = ahead_of_us(on, self.step), ahead_of_us(on, self.into)
        if later.has_begun or first.has_begun:
            raise Refused("step_started", step=self.step)
        if later.minutes + first.minutes != self.seen or not follows(on, first, later):
            raise Refused("agenda_changed")
        for activity in list(on.under(later.id, Activity)):
            bring(on, activity, first)
        for room in released(on):
            if room.last == later.id:
                on.change(room, last=first.id)
        planned = (first.planned or first.minutes) + (later.planned or later.minutes)
        plan = merged_plan(first.groups, later.groups)
        skipped = first.skipped and later.skipped
        first = on.change(first, title=one_line(self.title), groups=plan, minutes=self.minutes, skipped=skipped)
        if on.workshop.step is not None:
            on.change(first, planned=planned)
        forget_step(on, later.id, instead=first.id)


class SkipStep(Command, frozen=True, tag="step.skip"):
    """It stays in the agenda and is passed over, until somebody goes to it all the same."""

    step: StepId
    skipped: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(ahead_of_us(on, self.step), skipped=self.skipped)


class PutOffEnd(Command, frozen=True, tag="workshop.put_off"):
    """People are told another end, in epoch ms. `seen` is the one they were told so far."""

    ends_at: int
    seen: int | None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        workshop = on.workshop
        if workshop.ends_at != self.seen:
            raise Refused("agenda_changed")
        if not on.now < self.ends_at < on.now + DAY_MS:
            raise Refused("too_late", at=self.ends_at)
        on.change(workshop, ends_at=self.ends_at)


def ahead_of_us(on: Deciding, id: StepId, minutes: int | None = None) -> Step:
    """A step plenary has not begun. Raises Refused: "step_started", "agenda_changed" where its minutes are others."""
    step = on.find(Step, id)
    if step.started_at is not None:
        raise Refused("step_started", step=step.id)
    if minutes is not None and step.minutes != minutes:
        raise Refused("agenda_changed")
    return step


def follows(on: Deciding, first: Step, later: Step) -> bool:
    steps = [step.id for step in on.steps()]
    return steps.index(first.id) + 1 == steps.index(later.id)


def bring(on: Deciding, activity: Activity, step: Step) -> None:
    """An activity into another step, with what hangs on its step."""
    there = activity_in(on, step.id, on.room(activity.room))
    if there is not None and isinstance(activity, Discussion):
        clear(on, activity)
        return
    if there is not None and not isinstance(there, Discussion):
        raise Refused("steps_differ", room=activity.room)
    if there is not None:
        clear(on, there)
    on.change(activity, step=step.id)
    for conclusion in list(on.under(activity.id, Conclusion)):
        on.change(conclusion, step=step.id)


def merged_plan(first: AnyPlan | None, later: AnyPlan | None) -> AnyPlan | None:
    """What groups do in both: of two, the one that is no discussion."""
    return later if first is None or (later is not None and isinstance(first, DiscussionPlan)) else first
