/** In which order people are shown: everybody keeps their place, as long as those who matter have one in sight. */
import type { Shown } from "../protocol";

export interface Seen {
  /** Everybody else in the call in the room. */
  people: readonly Shown[];
  /** Those whose picture comes. */
  pictured: ReadonlySet<string>;
  voices: readonly string[];
  dominant: string | null;
  pinned: string | null;
  /** How many places are in sight. */
  tiles: number;
  /** Whether the first place is the large one, for who speaks. */
  hasSpeaker: boolean;
}

/** The order of participants, given the one before. */
export function arrange(before: readonly string[], seen: Seen): string[] {
  const here = new Set(seen.people.map((each) => each.participant));
  const kept = before.filter((id) => here.has(id));
  const known = new Set(kept);
  const came = [...seen.people].filter((each) => !known.has(each.participant)).sort(byPresence);
  const order = [...kept, ...came.map((each) => each.participant)];
  if (seen.hasSpeaker) bringToFront(order, main(order, seen));
  return inSight(order, seen);
}

/** Who has the large place: whoever is pinned, else who speaks, else who had it. */
function main(order: readonly string[], { pinned, dominant }: Seen): string | undefined {
  if (pinned && order.includes(pinned)) return pinned;
  if (dominant && order.includes(dominant)) return dominant;
  return order[0];
}

/** Its old place is taken by the one who had the large one: nobody else moves. */
function bringToFront(order: string[], id: string | undefined): void {
  if (id !== undefined) swap(order, 0, order.indexOf(id));
}

/** Out of sight are those who neither speak nor show a picture, as far as that goes. */
function inSight(order: string[], seen: Seen): string[] {
  const worth = (id: string): number => {
    if (id === seen.pinned) return 4;
    if (id === seen.dominant) return 3;
    if (seen.pictured.has(id)) return 2;
    return seen.voices.includes(id) ? 1 : 0;
  };
  const first = seen.hasSpeaker ? 1 : 0;
  for (let at = seen.tiles; at < order.length; at++) {
    const least = leastWorth(order, first, seen.tiles, worth);
    if (least === undefined) break;
    if (worth(order[at]!) > worth(order[least]!)) swap(order, at, least);
  }
  return order;
}

/** Of several the last: it was there for the shortest time. */
function leastWorth(order: readonly string[], from: number, to: number, worth: (id: string) => number): number | undefined {
  let least: number | undefined;
  for (let at = from; at < Math.min(to, order.length); at++) {
    if (least === undefined || worth(order[at]!) <= worth(order[least]!)) least = at;
  }
  return least;
}

function swap(order: string[], a: number, b: number): void {
  [order[a], order[b]] = [order[b]!, order[a]!];
}

function byPresence(a: Shown, b: Shown): number {
  return Number(b.camera) - Number(a.camera) || Number(b.microphone) - Number(a.microphone) || (a.participant < b.participant ? -1 : 1);
}
