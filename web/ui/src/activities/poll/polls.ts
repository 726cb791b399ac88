/** Which polls are put to a room, and how many are asked. Reactive, decides nothing. */
import type { Live } from "../../live/live.svelte";
import type { Activity, Poll } from "../../protocol";

/** Those of the activity, and those put to the room from elsewhere; not yet opened ones aside. */
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

/** Asked in every room since the step began; and what earlier steps left open here, with what came of it in this one. */
export function fromElsewhere(live: Live, activity: Activity | undefined): Poll[] {
  const since = live.step?.started_at ?? 0;
  const here = live.room?.id;
  const movedAt = (poll: Poll): number => Math.max((poll.everywhere && poll.opened_at) || 0, poll.closed_at ?? 0, poll.published_at ?? 0);
  return live.store
    .all("poll")
    .filter((poll) => poll.opened_at !== null && poll.activity !== activity?.id && (poll.everywhere || poll.room === here))
    .filter((poll) => poll.state === "open" || movedAt(poll) >= since);
}

/** Whether one is asked and has given nothing yet. */
export function isUnanswered(live: Live, poll: Poll): boolean {
  const isAsked = poll.state === "open" && poll.way !== "hands" && live.may("vote") && !live.isClosed;
  const isSending = live.outbox.pending.some(({ command }) => command.type === "ballot.cast" && command.poll === poll.id);
  const own = live.store.under(poll.id, "ballot").some((given) => given.participant === live.you.participant);
  return isAsked && !isSending && !own && !live.store.under(poll.id, "roll").length;
}

/** How many people are there to answer, or were when it closed. */
export function asked(live: Live, poll: Poll): number {
  if (poll.present !== null && poll.state !== "open") return poll.present;
  if (!poll.everywhere) return Math.max(live.store.get("room", poll.room)?.people ?? 0, poll.present ?? 0);
  return live.store.all("room").reduce((sum, room) => sum + room.people, 0);
}

export function isCounted(poll: Poll): boolean {
  return poll.options.every((option) => option.votes !== null);
}
