/** The rooms as one wishes to see them: in which order, and whether only those that need somebody. Pure. */
import type { Room, RoomFigures } from "../../protocol";
import type { Sort } from "./tower.svelte";

export interface Row {
  room: Room;
  figures: RoomFigures | undefined;
  /** How many things wait there for somebody of staff. */
  needs: number;
  /** When its step ends there. */
  ends_at: number | null;
}

/** The greater the earlier; equals stay in the order of the rooms. */
const WEIGHT: Record<Sort, (row: Row) => number> = {
  order: () => 0,
  need: (row) => row.needs,
  silent: (row) => row.figures?.silent ?? 0,
  notes: (row) => -(row.figures?.notes ?? 0),
  time: (row) => -(row.ends_at ?? Infinity),
};

export function arranged(rows: Row[], sort: Sort, isNarrowed: boolean): Row[] {
  const shown = isNarrowed ? rows.filter(({ needs }) => needs > 0) : rows;
  return [...shown].sort((a, b) => compare(WEIGHT[sort](b), WEIGHT[sort](a)));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
