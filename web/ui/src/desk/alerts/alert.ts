/** Something that waits for somebody of staff, and the one thing that helps. */
import type { Action } from "../../live/action";
import type { Room } from "../../protocol";

/** In the order in which they are dealt with: what people wait for before what figures say. */
export const RANKS = ["lead", "help", "failed", "door", "crowded", "flagged", "reported", "silent", "behind", "unled", "lost"] as const;

export interface Alert {
  /** The same for as long as it is the same thing. */
  id: string;
  rank: (typeof RANKS)[number];
  /** Since when, in epoch milliseconds. */
  at: number;
  title: string;
  /** What else is known of it. */
  detail?: string;
  /** What somebody said. */
  words?: string;
  room?: Room;
  /** First the one that helps. */
  actions: Action[];
}

/** What is dealt with first comes first, and of equals what has waited longest. */
export function ranked(alerts: Alert[]): Alert[] {
  return alerts.sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || a.at - b.at);
}
