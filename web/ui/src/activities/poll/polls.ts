/** Which polls are put to a room, and how many are asked. Reactive, decides nothing. */
import type { Live } from "../../live/live.svelte";
import type { Activity, Poll } from "../../protocol";

/** Those of the activity, and those asked in every room since its step began; not yet opened ones aside. */
export function pollsIn(live: Live, activity: Activity | undefined): Poll[] {
  const own = activity ? live.store.under(activity.id, "poll") : [];
  return [...own, ...fromElsewhere(live, activity)].filter((poll) => poll.state !== "created");
}

export function fromElsewhere(live: Live, activity: Activity | undefined): Poll[] {
  const since = live.step?.started_at ?? 0;
  return live.store
    .all("poll")
    .filter((poll) => poll.everywhere && poll.activity !== activity?.id && (poll.opened_at ?? 0) >= since && poll.opened_at !== null);
}

/** How many people are there to answer, or were when it closed. */
export function asked(live: Live, poll: Poll): number {
  if (poll.present !== null) return poll.present;
  if (!poll.everywhere) return live.store.get("room", poll.room)?.people ?? 0;
  return live.store.all("room").reduce((sum, room) => sum + room.people, 0);
}

export function isCounted(poll: Poll): boolean {
  return poll.options.every((option) => option.votes !== null);
}
