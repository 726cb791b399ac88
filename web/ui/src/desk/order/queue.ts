/** What waits for somebody of staff to let it through, who or what has waited longest first. */
import type { Live } from "../../live/live.svelte";
import type { Text } from "../../parts/order/words";
import type { Knock } from "../../protocol";

/** A page that waits asks at least once a minute, and that is told within another. */
const GONE_MS = 3 * 60_000;

export function waiting(live: Live): Knock[] {
  return live.store
    .all("knock")
    .filter(({ admitted_at, refused_at, seen_at }) => admitted_at === null && refused_at === null && live.clock.now - seen_at < GONE_MS)
    .sort((a, b) => a.at - b.at);
}

export function pending(live: Live): Text[] {
  return withheld(live).filter(({ moderation }) => moderation === "pending");
}

export function hidden(live: Live): Text[] {
  return withheld(live).filter(({ moderation }) => moderation === "hidden");
}

function withheld(live: Live): Text[] {
  const texts: Text[] = [...live.store.all("note"), ...live.store.all("comment"), ...live.store.all("message"), ...live.store.all("remark")];
  return texts.filter(({ moderation }) => moderation !== "shown").sort((a, b) => a.at - b.at);
}
