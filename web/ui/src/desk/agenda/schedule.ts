/** When each step was meant to begin, began, or will begin if nothing changes. Pure. */
import type { Step } from "../../protocol";

export type Standing = "past" | "now" | "next" | "later" | "skipped";

/** What of the workshop the times hang on: how fast it goes, and the end people were told. */
export interface Told {
  pace: number;
  ends_at: number | null;
}

export interface Slot {
  step: Step;
  standing: Standing;
  /** Had every step lasted as planned. Undefined before the workshop has begun. */
  planned_at: number | undefined;
  /** When it did begin, or will. */
  starts_at: number | undefined;
  /** How much longer than planned it took; less than nothing: shorter. Undefined until it is over. */
  drift_minutes: number | undefined;
}

export interface Schedule {
  slots: Slot[];
  next: Step | undefined;
  ends_at: number | undefined;
  /** Against the end people were told; less than nothing: early. */
  late_minutes: number;
  total_minutes: number;
}

const MINUTE_MS = 60_000;

export function scheduleOf(steps: Step[], running: Step | undefined, now: number, { pace, ends_at }: Told): Schedule {
  const minute = MINUTE_MS / pace;
  const at = steps.findIndex((step) => step.id === running?.id);
  const begun = steps.flatMap((step) => step.started_at ?? []);
  let planned = begun.length ? Math.min(...begun) : undefined;
  let expected = running ? Math.max((running.ends_at ?? now) + pausedFor(running, now), now) : undefined;
  let late = 0;
  const next = steps.find((step, index) => index > at && !step.skipped);
  const slots = steps.map((step, index): Slot => {
    const standing = standingOf(step, index, at, next);
    const slot: Slot = { step, standing, planned_at: planned, starts_at: step.started_at ?? undefined, drift_minutes: driftOf(step, minute) };
    // A step jumped over takes no time of the plan.
    if (planned !== undefined && (standing !== "past" || step.started_at !== null)) planned += plannedFor(step) * minute;
    if (standing === "now" && expected !== undefined && planned !== undefined) late = expected - planned;
    if (index > at && at >= 0 && expected !== undefined && !step.skipped) {
      slot.starts_at = expected;
      expected += step.minutes * minute;
    }
    return slot;
  });
  return {
    slots,
    next,
    ends_at: expected,
    late_minutes: Math.round((expected !== undefined && ends_at !== null ? expected - ends_at : late) / minute),
    total_minutes: steps.reduce((sum, step) => sum + (step.skipped ? 0 : step.minutes), 0),
  };
}

/** How long the time of a step stands still by now. */
export function pausedFor(step: Step, now: number): number {
  return step.paused_at === null ? 0 : Math.max(0, now - step.paused_at);
}

function plannedFor(step: Step): number {
  return step.planned ?? step.minutes;
}

function driftOf(step: Step, minute: number): number | undefined {
  if (step.started_at === null || step.ended_at === null || step.ended_at < step.started_at) return undefined;
  return Math.round((step.ended_at - step.started_at) / minute) - plannedFor(step);
}

function standingOf(step: Step, index: number, running: number, next: Step | undefined): Standing {
  if (index === running) return "now";
  if (step.skipped) return "skipped";
  if (step === next) return "next";
  return index < running ? "past" : "later";
}
