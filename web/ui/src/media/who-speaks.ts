/** Who is heard, in a few words. */
import type { Live } from "../live/live.svelte";
import { t } from "../text/text.svelte";
import type { Call } from "./call.svelte";
import { nameOf } from "./names";

export function whoSpeaks(live: Live, call: Call): string {
  const [first, second, third] = call.voices.filter((id) => id !== live.you.participant).map((id) => nameOf(live, id));
  if (first === undefined) return t("speaks-nobody");
  if (second === undefined) return t("speaks-one", { name: first });
  return third === undefined ? t("speaks-two", { first, second }) : t("speaks-many", { name: first });
}
