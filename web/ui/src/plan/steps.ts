/** What one can plan with a step of the agenda. */
import type { Action } from "../live/action";
import type { Activity, Step } from "../protocol";
import { t } from "../text/text.svelte";
import { activityIn } from "./activity";
import type { Planning } from "./planner.svelte";

export function stepActions(planner: Planning): Action<Step>[] {
  const { live } = planner;
  const place = (step: Step): number => live.steps.findIndex((each) => each.id === step.id);
  /** After the step two places up, or to the head. */
  const up = (step: Step): void => move(planner, step, live.steps[place(step) - 2]);
  const down = (step: Step): void => move(planner, step, live.steps[place(step) + 1]);
  return [
    { id: "step.edit", icon: "edit", label: () => t("step-edit"), perform: (step) => planner.open({ name: "step", step }) },
    {
      id: "activity.plan",
      icon: "people",
      label: () => t("plan-plenary"),
      perform: (step) => planner.open({ name: "plan", step, room: planner.plenary }),
    },
    {
      id: "activity.plan.groups",
      icon: "stack",
      label: () => t("plan-groups"),
      perform: (step) => planner.open({ name: "plan", step }),
    },
    { id: "step.up", icon: "up", label: () => t("move-up"), applies: (step) => place(step) > 0, perform: up },
    {
      id: "step.down",
      icon: "down",
      label: () => t("move-down"),
      applies: (step) => place(step) < live.steps.length - 1,
      perform: down,
    },
    {
      id: "activity.clear",
      icon: "close",
      label: () => t("plan-clear"),
      applies: (step) => step.id !== live.workshop?.step && plenaryOf(planner, step) !== undefined,
      perform: (step) => {
        const activity = plenaryOf(planner, step);
        if (activity) void live.do({ type: "activity.clear", activity: activity.id });
      },
    },
    {
      id: "step.drop",
      icon: "trash",
      label: () => t("step-drop"),
      applies: (step) => step.started_at === null,
      isDangerous: true,
      perform: (step) =>
        planner.open({
          name: "sure",
          title: t("step-drop-title", { title: step.title }),
          text: t("step-drop-text"),
          submit: t("step-drop"),
          command: { type: "step.drop", step: step.id },
        }),
    },
  ];
}

export function move(planner: Planning, step: Step, after: Step | undefined): void {
  void planner.live.do({ type: "step.move", step: step.id, after: after?.id ?? null });
}

function plenaryOf(planner: Planning, step: Step): Activity | undefined {
  return planner.plenary && activityIn(planner.live.store, step, planner.plenary);
}
