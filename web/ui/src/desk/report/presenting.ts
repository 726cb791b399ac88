/** Who presents, told as what should be: whoever was faster is not overtaken. */
import type { Reporting } from "../../activities/report_out/reporting.svelte";
import type { Live } from "../../live/live.svelte";
import { minuteOf } from "../minute";

export function present(live: Live, view: Reporting, room: string | null): void {
  void live.do({ type: "report_out.present", activity: view.activity.id, room, seen: view.presenting?.room.id ?? null });
}

/** More time, or less, from what is left now. */
export function extend(live: Live, view: Reporting, minutes: number): void {
  const { presenting, activity } = view;
  if (!presenting || activity.ends_at === null) return;
  const now = live.step?.paused_at ?? live.clock.now;
  const ends_at = Math.max(now + 1_000, Math.max(activity.ends_at, now) + minutes * minuteOf(live));
  void live.do({ type: "report_out.extend", activity: activity.id, room: presenting.room.id, ends_at: Math.round(ends_at) });
}
