/** What the cells of the agenda hold, and what to call it. */
import type { Store } from "../live/store.svelte";
import type { Activity, Plan, Room, Step } from "../protocol";
import { t, type MessageId } from "../text/text.svelte";

const TYPES = ["info", "discussion", "board", "conclusion_activity", "poll_activity", "report_out_activity", "gallery", "break"] as const satisfies readonly Activity["type"][];

export type PlanKind = Plan["kind"];
export const KINDS: readonly PlanKind[] = ["info", "discussion", "board", "conclusion", "poll", "report_out", "gallery", "break"];

export function activityIn(store: Store, step: Step, room: Room): Activity | undefined {
  return activitiesIn(store, step).find((activity) => activity.room === room.id);
}

export function activitiesIn(store: Store, step: Step): Activity[] {
  return TYPES.flatMap((type): Activity[] => store.under(step.id, type));
}

const NAMES: Record<PlanKind, MessageId> = {
  info: "kind-info",
  discussion: "kind-discussion",
  board: "kind-board",
  conclusion: "kind-conclusion",
  poll: "kind-poll",
  report_out: "kind-report_out",
  gallery: "kind-gallery",
  break: "kind-break",
};

export function nameOf(kind: PlanKind): string {
  return t(NAMES[kind]);
}
