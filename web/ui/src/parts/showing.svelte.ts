/** Whether one has yet to show who one is before doing something, and what one is asked for now. */
import type { Live } from "../live/live.svelte";
import type { Action } from "../protocol";

class Showing {
  /** Set by whatever asks for it; the room's dialog takes it from here. */
  asked = $state<Action>();
}

export const showing = new Showing();

export function mustShow(live: Live, action: Action): boolean {
  const { workshop, person } = live;
  if (!workshop || workshop.identity === "none" || person?.role !== "participant") return false;
  return workshop.identity_for.includes(action) && person.known_by !== workshop.identity;
}
