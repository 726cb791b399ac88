/** The floor of a room as a page shows it: who waits, whose turn it is, what one asks it for. */
import { inOrder, type Live } from "../live/live.svelte";
import type { Store } from "../live/store.svelte";
import type { IconName } from "../parts/icons";
import { type Floor, type FloorTurn, type Hand, HandKind } from "../protocol";
import type { MessageId } from "../text/text.svelte";

export const KINDS: { kind: HandKind; icon: IconName; label: MessageId; hint: MessageId }[] = [
  { kind: "contribution", icon: "hand", label: "hand-contribution", hint: "hand-contribution-hint" },
  { kind: "question", icon: "help", label: "hand-question", hint: "hand-question-hint" },
  { kind: "point_of_order", icon: "alert", label: "hand-point", hint: "hand-point-hint" },
];

export function floorIn(store: Store, room: string): Floor {
  return store.get("floor", `floor-${room}`) ?? { ...blank, id: `floor-${room}`, room };
}

/** As the server takes it to be until something is said of it. */
const blank: Omit<Floor, "id" | "room"> = {
  type: "floor",
  rev: 0,
  policy: "first_come",
  policy_at: 0,
  turn_s: 120,
  seats: 4,
  waiting: 0,
  turns: [],
  ended: 0,
  spoken_ms: 0,
  arranged_at: null,
  alternate_by: null,
};

export function queueIn(store: Store, room: string): Hand[] {
  return store.all("hand").filter((hand) => hand.room === room).sort(inOrder);
}

/** Whoever was interrupted comes before who interrupts. */
export function turnsIn(store: Store, room: string): FloorTurn[] {
  return floorIn(store, room).turns.flatMap((id) => store.get("floor_turn", id) ?? []);
}

export function ownHand({ store, you }: Live): Hand | undefined {
  return store.get("hand", `hand-${you.participant}`);
}

export function ownTurn({ store, you }: Live): FloorTurn | undefined {
  return turnsIn(store, you.room).find((turn) => turn.participant === you.participant);
}
