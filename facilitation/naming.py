"""Plans that name other steps: what these are called elsewhere, and once one of them is gone."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rooms.activity import Activity, Plan
from rooms.agenda import AnyPlan
from rooms.deciding import Deciding
from rooms.ids import StepId

Named = Mapping[StepId, StepId]
"""What steps are called elsewhere: their places in a template, their ids in a workshop."""


def renamed(plan: AnyPlan | None, names: Named) -> AnyPlan | None:
    """With the steps it names called otherwise; without those that are not known."""
    for field in ("of", "goes_on"):
        if plan is not None and (step := getattr(plan, field, None)) is not None:
            plan = msgspec.structs.replace(plan, **{field: names.get(step)})
    return plan


def plan_of(activity: Activity) -> AnyPlan | None:
    plan = getattr(activity, "plan", None)
    return plan if isinstance(plan, Plan) else None  # type: ignore[return-value]


def forget_step(on: Deciding, gone: StepId, instead: StepId | None = None) -> None:
    """Drop a step, which plans name no more, or the one that takes its place."""
    on.drop(gone)
    steps = on.steps()
    names = {step.id: step.id for step in steps} | ({gone: instead} if instead else {})
    for step in steps:
        on.change(step, groups=renamed(step.groups, names))
        for activity in list(on.under(step.id, Activity)):
            if plan := plan_of(activity):
                on.change(activity, plan=renamed(plan, names))
