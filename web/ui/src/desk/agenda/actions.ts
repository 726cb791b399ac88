/** What one can do with a step of the agenda. */
import type { Action } from "../../live/action";
import type { Step } from "../../protocol";
import { t } from "../../text/text.svelte";
import { activityIn } from "../activity";
import type { Desk } from "../desk.svelte";

export function stepActions(desk: Desk): Action<Step>[] {
  const { live } = desk;
  const place = (step: Step): number => live.steps.findIndex((each) => each.id === step.id);
  /** After the step two places up, or to the head. */
  const up = (step: Step): void => move(desk, step, live.steps[place(step) - 2]);
  const down = (step: Step): void => move(desk, step, live.steps[place(step) + 1]);
  return [
    {
      id: "step.start",
      icon: "next",
      label: () => t("step-go"),
      applies: (step) => live.workshop?.step !== step.id,
      perform: (step) => start(desk, step),
    },
    { id: "step.edit", icon: "edit", label: () => t("step-edit"), perform: (step) => desk.open({ name: "step", step }) },
    {
      id: "activity.plan",
      icon: "people",
      label: () => t("plan-plenary"),
      perform: (step) => desk.open({ name: "plan", step, room: desk.plenary }),
    },
    {
      id: "activity.plan.groups",
      icon: "stack",
      label: () => t("plan-groups"),
      perform: (step) => desk.open({ name: "plan", step }),
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
      applies: (step) => step.id !== live.workshop?.step && plenaryOf(desk, step) !== undefined,
      perform: (step) => {
        const activity = plenaryOf(desk, step);
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
        desk.open({
          name: "sure",
          title: t("step-drop-title", { title: step.title }),
          text: t("step-drop-text"),
          submit: t("step-drop"),
          command: { type: "step.drop", step: step.id },
        }),
    },
  ];
}

export function move(desk: Desk, step: Step, after: Step | undefined): void {
  void desk.live.do({ type: "step.move", step: step.id, after: after?.id ?? null });
}

/** The one move that takes everybody along. Somebody who was faster is no fault, and is told apart from one. */
export async function start(desk: Desk, step: Step): Promise<"moved" | "elsewhere" | "refused"> {
  const { live } = desk;
  const command = { type: "step.start", step: step.id, seen: live.workshop?.step ?? null } as const;
  const refusal = await desk.ask(command);
  if (!refusal) return "moved";
  if (refusal.code !== "already_moved") return "refused";
  desk.forget(command);
  live.announcer.say("already-moved", () => t("already-moved", { title: live.step?.title ?? "" }));
  return "elsewhere";
}

/** A minute more, on top of those asked for a moment ago. */
export function extend(desk: Desk, minutes: number): void {
  const { live } = desk;
  const { step } = live;
  if (!step) return;
  const asked = live.outbox.pending.map(({ command }) => command).findLast((command) => command.type === "step.extend");
  const from = Math.max(asked?.type === "step.extend" ? asked.ends_at : (step.ends_at ?? 0), live.clock.now);
  void live.do({ type: "step.extend", step: step.id, ends_at: from + minutes * 60_000 });
}

function plenaryOf(desk: Desk, step: Step) {
  return desk.plenary && activityIn(desk.live.store, step, desk.plenary);
}
