/** What one can do with a step of the agenda. */
import type { Action } from "../../live/action";
import { stepActions as planActions } from "../../plan/steps";
import type { Step } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";
import { minuteOf } from "../minute";

export function stepActions(desk: Desk): Action<Step>[] {
  return [
    {
      id: "step.start",
      icon: "next",
      label: () => t("step-go"),
      applies: (step) => desk.live.workshop?.step !== step.id,
      perform: (step) => start(desk, step),
    },
    {
      id: "step.skip",
      icon: "close",
      label: () => t("step-skip"),
      applies: (step) => !step.skipped && step.started_at === null,
      perform: (step) => void desk.live.do({ type: "step.skip", step: step.id }),
    },
    {
      id: "step.unskip",
      icon: "undo",
      label: () => t("step-unskip"),
      applies: (step) => step.skipped,
      perform: (step) => void desk.live.do({ type: "step.skip", step: step.id, skipped: false }),
    },
    ...planActions(desk),
  ];
}

/** The one move that takes everybody along. Somebody who was faster is no fault, and is told apart from one. */
export async function start(desk: Desk, step: Step): Promise<"moved" | "elsewhere" | "refused"> {
  const { live } = desk;
  const command = { type: "step.start", step: step.id, seen: live.workshop?.step ?? null } as const;
  const refusal = await desk.ask(command);
  if (!refusal) return "moved";
  if (refusal.code !== "already_moved") return "refused";
  desk.forget(command);
  live.announcer.say("already-moved", () => t("already-moved", { title: live.running?.title ?? "" }));
  return "elsewhere";
}

/** Minutes more or less, on top of those asked for a moment ago. Who saw another end is told, and nothing changes. */
export function extend(desk: Desk, minutes: number): void {
  const { live } = desk;
  const step = live.running;
  if (!step) return;
  const asked = live.outbox.pending.map(({ command }) => command).findLast((command) => command.type === "step.extend" && command.room == null);
  const isAsked = asked?.type === "step.extend";
  const seen = isAsked ? asked.ends_at : step.ends_at;
  const from = Math.max(seen ?? 0, step.paused_at ?? live.clock.now);
  void live.do({ type: "step.extend", step: step.id, ends_at: Math.round(from + minutes * minuteOf(live)), seen });
}

/** The time of the running step stands still, or runs again. */
export function pause(desk: Desk): void {
  const step = desk.live.running;
  if (step) void desk.live.do({ type: step.paused_at === null ? "step.pause" : "step.resume", step: step.id });
}
