/** Who leads: taken over, offered and given up. It binds nobody. */
import type { Participant } from "../../protocol";
import type { Desk } from "../desk.svelte";

/** Whoever leads, where somebody does. */
export function leaderOf({ live }: Desk): Participant | undefined {
  return live.store.get("participant", live.workshop?.lead);
}

/** Oneself takes over, another is offered it, nobody leads any more. */
export function lead({ live }: Desk, person: string | null): void {
  void live.do({ type: "workshop.lead", person, seen: live.workshop?.lead ?? null });
}
