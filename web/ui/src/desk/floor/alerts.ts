/** Points of order: they do not wait for their turn. */
import { t } from "../../text/text.svelte";
import type { Alert } from "../alerts/alert";
import type { Desk } from "../desk.svelte";
import { give } from "./actions";

export function pointsOfOrder(desk: Desk): Alert[] {
  const { live } = desk;
  const hands = live.store.all("hand").filter(({ hand_kind }) => hand_kind === "point_of_order");
  return hands.map((hand) => ({
    id: hand.id,
    rank: "help",
    at: hand.at,
    title: t("alert-point", { name: live.store.get("participant", hand.participant)?.name ?? t("somebody") }),
    words: hand.reason,
    room: live.store.get("room", hand.room),
    actions: [
      { id: "floor.give", icon: "hand", label: () => t("floor-turn"), perform: () => give(desk, hand.participant, hand.room) },
      { id: "hand.decline", icon: "close", label: () => t("hand-decline"), perform: () => void live.do({ type: "hand.decline", person: hand.participant }) },
    ],
  }));
}
