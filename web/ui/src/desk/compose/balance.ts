/** How far groups are from their share of all, as the server counts it: in whole numbers. Pure. */

/** The group of each person, by id; empty for none. */
export type Seats = ReadonlyMap<string, string>;

export interface Row {
  answer: string;
  counts: number[];
  /** The places where a group is a person or more off its share. */
  off: boolean[];
}

/** Summed over groups and answers, in parts of a person: as many as there are people. */
export function deviation(seats: Seats, rooms: readonly string[], answer: (person: string) => string): number {
  return table(seats, rooms, answer).reduce((sum, { parts }) => sum + parts.reduce((all, part) => all + Math.abs(part), 0), 0);
}

export function rows(seats: Seats, rooms: readonly string[], answer: (person: string) => string): Row[] {
  return table(seats, rooms, answer).map(({ kind, counts, parts }) => ({
    answer: kind,
    counts,
    off: parts.map((part) => Math.abs(part) > seats.size),
  }));
}

function table(seats: Seats, rooms: readonly string[], answer: (person: string) => string) {
  const kinds = new Map<string, number[]>();
  const totals = new Map<string, number>();
  const sizes = rooms.map(() => 0);
  for (const [person, room] of seats) {
    const kind = answer(person);
    const place = rooms.indexOf(room);
    const counts = kinds.get(kind) ?? rooms.map(() => 0);
    kinds.set(kind, counts);
    totals.set(kind, (totals.get(kind) ?? 0) + 1);
    if (place < 0) continue;
    counts[place] = (counts[place] ?? 0) + 1;
    sizes[place] = (sizes[place] ?? 0) + 1;
  }
  return [...kinds].map(([kind, counts]) => ({
    kind,
    counts,
    parts: counts.map((count, place) => seats.size * count - (sizes[place] ?? 0) * (totals.get(kind) ?? 0)),
  }));
}
