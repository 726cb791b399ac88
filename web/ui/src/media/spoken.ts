/** How long people have spoken, from the totals the server keeps. */
import type { Live } from "../live/live.svelte";
import type { Speech } from "../protocol";
import { t } from "../text/text.svelte";

/** By person, in milliseconds, of what `counts`. */
export function spokenBy(live: Live, counts: (speech: Speech) => boolean = () => true): Map<string, number> {
  const totals = new Map<string, number>();
  for (const speech of live.store.all("speech")) {
    if (counts(speech)) totals.set(speech.participant, (totals.get(speech.participant) ?? 0) + speech.ms);
  }
  return totals;
}

export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return t("duration-spoken", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
