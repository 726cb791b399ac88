/** A length of time in words: minutes, and hours where there are any. */
import { t } from "../text/text.svelte";

export function duration(minutes: number): string {
  if (minutes < 60) return t("minutes-short", { minutes });
  return t("duration", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") });
}
