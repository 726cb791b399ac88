/** The votes that are not done with. Reactive, decides nothing. */
import type { Live } from "../live/live.svelte";
import type { Poll, Step } from "../protocol";
import { activitiesIn } from "./activity";

/** Open, or closed without its result being known; in whichever room. */
export function unpublished(live: Live): Poll[] {
  return live.store
    .all("poll")
    .filter(({ state }) => state === "open" || state === "closed")
    .sort((a, b) => (a.opened_at ?? 0) - (b.opened_at ?? 0));
}

/** Those of earlier steps; once the workshop is closed, all there are. */
export function leftBehind(live: Live): Poll[] {
  return unpublished(live).filter((poll) => live.isClosed || stepOf(live, poll)?.id !== live.stepIn(live.store.get("room", poll.room))?.id);
}

export function stepOf(live: Live, poll: Poll): Step | undefined {
  return live.steps.find((step) => activitiesIn(live.store, step).some(({ id }) => id === poll.activity));
}
