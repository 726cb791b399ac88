/** Which polls are put to a room, and how many are asked. Reactive, decides nothing. */
import type { Live } from "../../live/live.svelte";
import type { Activity, Poll } from "../../protocol";

/** Those of the activity, and those asked in every room since its step began; not yet opened ones aside. */
export function pollsIn(live: Live, activity: Activity | undefined): Poll[] {
  const own = activity ? live.store.under(activity.id, "poll") : [];
  const asked = [...own, ...fromElsewhere(live, activity)].filter((poll) => poll.state !== "created");
  return asked.filter((poll) => !isBesideText(activity, poll, asked));
}

/** Where texts are shown, a result about one stands with it; above them it stays for as long as it is the last. */
export function isBesideText(activity: Activity | undefined, poll: Poll, all: Poll[]): boolean {
  const isSettled = activity?.type === "report_out_activity" && poll.about !== null && poll.state === "published";
  return isSettled && all.some((other) => (other.opened_at ?? 0) > (poll.opened_at ?? 0));
}

export function fromElsewhere(live: Live, activity: Activity | undefined): Poll[] {
  const since = live.step?.started_at ?? 0;
  return live.store
    .all("poll")
    .filter((poll) => poll.everywhere && poll.activity !== activity?.id && (poll.opened_at ?? 0) >= since && poll.opened_at !== null);
}

/** Of fewer, a result can give away who chose what. It is said beforehand, and shown: a small group decides too. */
export const FEW = 5;

/** How many people are there to answer, or were when it closed. */
export function asked(live: Live, poll: Poll): number {
  if (poll.present !== null) return poll.present;
  if (!poll.everywhere) return live.store.get("room", poll.room)?.people ?? 0;
  return live.store.all("room").reduce((sum, room) => sum + room.people, 0);
}

export function isCounted(poll: Poll): boolean {
  return poll.options.every((option) => option.votes !== null);
}
