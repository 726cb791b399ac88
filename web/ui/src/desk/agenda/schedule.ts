/** When each step was meant to begin, began, or will begin if nothing changes. Pure. */
import type { Step } from "../../protocol";

export type Standing = "past" | "now" | "next" | "later";

export interface Slot {
  step: Step;
  standing: Standing;
  /** Had every step lasted as planned. Undefined before the workshop has begun. */
  planned_at: number | undefined;
  /** When it did begin, or will. */
  starts_at: number | undefined;
}

export interface Schedule {
  slots: Slot[];
  next: Step | undefined;
  ends_at: number | undefined;
  late_minutes: number;
  total_minutes: number;
}

const MINUTE_MS = 60_000;

export function scheduleOf(steps: Step[], running: Step | undefined, now: number): Schedule {
  const at = steps.findIndex((step) => step.id === running?.id);
  const begun = steps.flatMap((step) => step.started_at ?? []);
  let planned = begun.length ? Math.min(...begun) : undefined;
  let expected = running ? Math.max(running.ends_at ?? now, now) : undefined;
  let late = 0;
  const slots = steps.map((step, index): Slot => {
    const standing = standingOf(index, at);
    const slot: Slot = { step, standing, planned_at: planned, starts_at: step.started_at ?? undefined };
    // A step jumped over takes no time of the plan.
    if (planned !== undefined && (standing !== "past" || step.started_at !== null)) planned += step.minutes * MINUTE_MS;
    if (standing === "now" && expected !== undefined && planned !== undefined) late = expected - planned;
    if (index > at && at >= 0 && expected !== undefined) {
      slot.starts_at = expected;
      expected += step.minutes * MINUTE_MS;
    }
    return slot;
  });
  return {
    slots,
    next: steps[at + 1],
    ends_at: expected,
    late_minutes: Math.round(late / MINUTE_MS),
    total_minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
  };
}

function standingOf(index: number, running: number): Standing {
  if (index === running) return "now";
  if (index === running + 1) return "next";
  return index < running ? "past" : "later";
}
