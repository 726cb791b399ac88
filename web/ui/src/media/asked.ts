/** Whether the person of this tab has said how they come; a reload does not ask again. */
import type { Live } from "../live/live.svelte";
import { ofTab, read, write } from "../live/storage";
import type { Call } from "./call.svelte";

export function isAsked(call: Call): boolean {
  return call.way !== undefined || read<boolean>(ofTab, keyOf(call.live)) === true;
}

export function rememberAsked(live: Live): void {
  write(ofTab, keyOf(live), true);
}

const keyOf = (live: Live): string => `palabre.asked.${live.session.workshop}`;
