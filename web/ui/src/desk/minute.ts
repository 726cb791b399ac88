/** What the agenda calls a minute: in a rehearsal, where time passes faster, less than one. */
import type { Live } from "../live/live.svelte";

export function minuteOf({ workshop }: Live): number {
  return 60_000 / (workshop?.pace ?? 1);
}
