/** What staff do with hands and turns: the same objects behind buttons, menus and keys. */
import { floorIn, queueIn, turnsIn } from "../../floor/queue";
import type { Action } from "../../live/action";
import type { FloorTurn, Hand, Room } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";

/** Who has the floor of a room, for the server to say no where somebody was faster. */
export function holder({ live }: Desk, room: string): string | null {
  return turnsIn(live.store, room).at(-1)?.participant ?? null;
}

export function give(desk: Desk, person: string, room: string): void {
  void desk.live.do({ type: "floor.give", person, seen: holder(desk, room) });
}

/** Gives the floor of a room to whoever is first in its queue. */
export function giveNext(desk: Desk, room: Room): void {
  const next = queueIn(desk.live.store, room.id)[0];
  if (next) give(desk, next.participant, room.id);
}

/** Puts a hand at this place of its queue, from 0. */
export function place(desk: Desk, hand: Hand, at: number): void {
  const others = queueIn(desk.live.store, hand.room).filter(({ id }) => id !== hand.id);
  const after = at > 0 ? (others[Math.min(at, others.length) - 1]?.participant ?? null) : null;
  void desk.live.do({ type: "hand.move", person: hand.participant, after });
}

export function handActions(desk: Desk): Action<Hand>[] {
  const { live } = desk;
  const queue = (hand: Hand): Hand[] => queueIn(live.store, hand.room);
  const at = (hand: Hand): number => queue(hand).findIndex(({ id }) => id === hand.id);
  return [
    { id: "floor.give", icon: "hand", label: () => t("floor-turn"), perform: (hand) => give(desk, hand.participant, hand.room) },
    { id: "hand.first", icon: "up", label: () => t("hand-first"), applies: (hand) => at(hand) > 0, perform: (hand) => place(desk, hand, 0) },
    { id: "hand.up", icon: "up", label: () => t("hand-earlier"), applies: (hand) => at(hand) > 1, perform: (hand) => place(desk, hand, at(hand) - 1) },
    {
      id: "hand.down",
      icon: "down",
      label: () => t("hand-later"),
      applies: (hand) => at(hand) < queue(hand).length - 1,
      perform: (hand) => place(desk, hand, at(hand) + 1),
    },
    {
      id: "hand.decline",
      icon: "close",
      label: () => t("hand-decline"),
      applies: (hand) => hand.hand_kind === "point_of_order",
      perform: (hand) => void live.do({ type: "hand.decline", person: hand.participant }),
    },
    { id: "hand.lower", icon: "down", label: () => t("hand-lower-other"), perform: (hand) => void live.do({ type: "hand.lower", person: hand.participant }) },
  ];
}

export function turnActions({ live }: Desk): Action<FloorTurn>[] {
  return [
    {
      id: "floor.pause",
      icon: "clock",
      label: () => t("floor-pause"),
      applies: (turn) => turn.running_since !== null,
      perform: (turn) => void live.do({ type: "floor.pause", person: turn.participant }),
    },
    {
      id: "floor.resume",
      icon: "next",
      label: () => t("floor-resume"),
      applies: (turn) => turn.running_since === null,
      perform: (turn) => void live.do({ type: "floor.resume", person: turn.participant }),
    },
    { id: "floor.take", icon: "undo", label: () => t("floor-take"), perform: (turn) => void live.do({ type: "floor.take", person: turn.participant }) },
  ];
}

/** Rooms where something is going on with the floor, the one looked at first. */
export function busyRooms(desk: Desk): Room[] {
  const { store } = desk.live;
  const busy = desk.rooms.filter(({ id }) => floorIn(store, id).turns.length > 0 || queueIn(store, id).length > 0);
  return busy.sort((a, b) => Number(b.id === desk.looked?.id) - Number(a.id === desk.looked?.id));
}
