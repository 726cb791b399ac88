/** Bringing everybody back from the groups, with a warning that every room sees. */
import type { Live } from "../../live/live.svelte";

export function bringBack(live: Live, seconds: number): void {
  void live.do({ type: "groups.close", at: Math.round(live.clock.now) + seconds * 1000 });
}

export function keepApart(live: Live): void {
  void live.do({ type: "groups.close", at: null });
}

/** A time past means now. */
export function bringBackNow(live: Live): void {
  void live.do({ type: "groups.close", at: 0 });
}

export function giveMore(live: Live, seconds: number): void {
  const asked = live.outbox.pending.map(({ command }) => command).findLast((command) => command.type === "groups.close");
  const from = (asked?.type === "groups.close" ? asked.at : undefined) ?? live.workshop?.groups_close_at ?? live.clock.now;
  void live.do({ type: "groups.close", at: Math.round(from) + seconds * 1000 });
}
