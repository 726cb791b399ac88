/** How long somebody waits, how long a turn has taken, where a sentence ends. Pure. */
import type { Floor, FloorTurn } from "../protocol";

const MINUTE_MS = 60_000;
const USUAL_MS = 2 * MINUTE_MS;

/** How long turns take here: as they have so far, else as they should. */
export function usualTurn(floor: Pick<Floor, "ended" | "spoken_ms" | "turn_s">): number {
  if (floor.ended) return floor.spoken_ms / floor.ended;
  return floor.turn_s * 1000 || USUAL_MS;
}

/** Milliseconds spoken until now, pauses aside. */
export function spokenIn(turn: Pick<FloorTurn, "ms" | "running_since">, now: number): number {
  return turn.ms + (turn.running_since === null ? 0 : Math.max(0, now - turn.running_since));
}

/** In how many minutes it is the turn of who stands at this place (from 1): what is left of the turns under way, and those before. */
export function waitOf(place: number, floor: Floor, underWay: FloorTurn[], now: number, seats = 1): number {
  const usual = usualTurn(floor);
  const left = underWay.map((turn) => Math.max(0, usual - spokenIn(turn, now)));
  const free = seats - underWay.length;
  if (place <= free) return 0;
  const first = seats === 1 ? left.reduce((sum, each) => sum + each, 0) : Math.min(...left);
  return Math.round((first + (usual * (place - 1 - Math.max(0, free))) / seats) / MINUTE_MS);
}

/** Minutes and seconds, as a clock shows them. */
export function digits(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const END = /[.!?…؟](?=\s)|\n/g;

/** Where the last whole sentence ends that was not told yet, or `told` when none has come: words are read aloud by the sentence. */
export function endOfSentences(text: string, told: number): number {
  let end = Math.min(told, text.length);
  for (const found of text.matchAll(END)) if (found.index + 1 > end) end = found.index + 1;
  return end;
}
