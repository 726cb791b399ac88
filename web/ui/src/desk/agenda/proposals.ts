/** Ways to make up for a delay, each with all that it would do. Pure; nothing happens until somebody presses. */
import type { Store } from "../../live/store.svelte";
import { activitiesIn } from "../../plan/activity";
import type { Command, Step } from "../../protocol";
import type { Schedule } from "./schedule";

export type Proposal =
  | { kind: "shorten"; gained: number; steps: { step: Step; minutes: number }[]; command: Command }
  | { kind: "merge"; gained: number; first: Step; later: Step; minutes: number; command: Command }
  | { kind: "skip"; gained: number; step: Step; command: Command }
  | { kind: "extend"; gained: number; ends_at: number; command: Command };

/** No step is made shorter than this, nor than half of what it is. */
const LEAST_MINUTES = 3;
const MINUTE_MS = 60_000;

export function proposalsFor(schedule: Schedule, store: Store, told: { ends_at: number | null; pace: number }): Proposal[] {
  const late = schedule.late_minutes;
  if (late < 1) return [];
  const ahead = schedule.slots.filter(({ standing }) => standing === "next" || standing === "later").map(({ step }) => step).filter(({ started_at }) => started_at === null);
  return [...shorten(ahead, late), ...merge(ahead, late, store), ...skip(ahead, late), ...extend(schedule, told)];
}

/** Each in proportion to what it has; what rounding leaves is taken where there is most. */
export function shortened(minutes: number[], by: number): number[] {
  const least = minutes.map((each) => Math.min(each, Math.max(LEAST_MINUTES, Math.ceil(each / 2))));
  const spare = minutes.map((each, index) => each - least[index]!);
  const all = spare.reduce((sum, each) => sum + each, 0);
  const wanted = Math.min(by, all);
  const cut = spare.map((each) => (all ? Math.floor((each * wanted) / all) : 0));
  for (let left = wanted - cut.reduce((sum, each) => sum + each, 0); left > 0; left--) {
    const most = spare.reduce((best, each, index) => (each - cut[index]! > spare[best]! - cut[best]! ? index : best), 0);
    cut[most]!++;
  }
  return minutes.map((each, index) => each - cut[index]!);
}

function shorten(ahead: Step[], late: number): Proposal[] {
  const minutes = shortened(ahead.map((step) => step.minutes), late);
  const steps = ahead.map((step, index) => ({ step, minutes: minutes[index]! })).filter(({ step, minutes }) => minutes < step.minutes);
  if (!steps.length) return [];
  const command: Command = { type: "agenda.shorten", steps: steps.map(({ step, minutes }) => ({ step: step.id, minutes, seen: step.minutes })) };
  return [{ kind: "shorten", gained: steps.reduce((sum, { step, minutes }) => sum + step.minutes - minutes, 0), steps, command }];
}

/** The first two that follow one another and do not ask a room for two things at once. */
function merge(ahead: Step[], late: number, store: Store): Proposal[] {
  for (const [index, first] of ahead.entries()) {
    const later = ahead[index + 1];
    // Where a released room is, nothing is moved under its hands.
    if (!later || first.entered_at !== null || later.entered_at !== null || !goTogether(first, later, store)) continue;
    const both = first.minutes + later.minutes;
    const minutes = Math.max(first.minutes, later.minutes, both - late);
    const command: Command = { type: "step.merge", step: later.id, into: first.id, title: `${first.title} + ${later.title}`.slice(0, 200), minutes, seen: both };
    return [{ kind: "merge", gained: both - minutes, first, later, minutes, command }];
  }
  return [];
}

function goTogether(first: Step, later: Step, store: Store): boolean {
  const there = new Map(activitiesIn(store, first).map((activity) => [activity.room, activity]));
  const isTalk = (type: string | undefined): boolean => type === undefined || type === "discussion";
  return activitiesIn(store, later).every((activity) => isTalk(activity.type) || isTalk(there.get(activity.room)?.type));
}

/** The one whose minutes come nearest to the delay. */
function skip(ahead: Step[], late: number): Proposal[] {
  const [step] = [...ahead].sort((a, b) => Math.abs(a.minutes - late) - Math.abs(b.minutes - late));
  if (!step) return [];
  return [{ kind: "skip", gained: step.minutes, step, command: { type: "step.skip", step: step.id } }];
}

function extend(schedule: Schedule, { ends_at, pace }: { ends_at: number | null; pace: number }): Proposal[] {
  if (ends_at === null) return [];
  const later = ends_at + (schedule.late_minutes * MINUTE_MS) / pace;
  return [{ kind: "extend", gained: schedule.late_minutes, ends_at: later, command: { type: "workshop.put_off", ends_at: Math.round(later), seen: ends_at } }];
}
