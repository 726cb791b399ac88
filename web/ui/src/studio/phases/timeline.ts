/** Phases on a line of months: how wide the line is, where each phase lies, in which row, and what a drag means. Pure. */
import { daysBetween, daysLater, monthStart } from "./days";

export interface Dated {
  id: string;
  track: string;
  starts_at: number | null;
  /** None: until the process ends. */
  ends_at: number | null;
}

export interface Span {
  from: number;
  to: number;
  /** Where each month begins. */
  months: number[];
}

export interface Bar<Phase extends Dated> {
  phase: Phase;
  row: number;
  /** Shares of the whole line. */
  start: number;
  size: number;
  standing: Standing;
}

export type Standing = "past" | "now" | "later";

/** What a label needs, as a share of the line: shorter phases keep this much free after them. */
export const LABEL = 0.14;
const MONTHS_MIN = 3;
const MONTHS_MAX = 60;

/** Whole months around all that is dated, and around now. */
export function spanOf(phases: Dated[], now: number, zone: string): Span {
  const dates = phases.flatMap(({ starts_at, ends_at }) => [starts_at, ends_at]).filter((date) => date !== null);
  const from = monthStart(dates.length ? Math.min(...dates) : now, zone);
  const last = dates.length ? Math.max(...dates) : now;
  const months = [from];
  let next = monthStart(from, zone, 1);
  while ((next <= last || months.length < MONTHS_MIN || overflows(phases, from, next)) && months.length < MONTHS_MAX) {
    months.push(next);
    next = monthStart(from, zone, months.length);
  }
  return { from, to: next, months };
}

/** Whether the label of a phase that begins late would leave the line. */
function overflows(phases: Dated[], from: number, to: number): boolean {
  return phases.some(({ starts_at }) => starts_at !== null && (starts_at - from) / (to - from) + LABEL > 1);
}

export function shareOf(at: number, { from, to }: Span): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** Each track takes a row, or more where the labels of short phases would lie on one another. Undated phases are left out. */
export function barsOf<Phase extends Dated>(phases: Phase[], span: Span, now: number): Bar<Phase>[] {
  const tracks = [...new Set(phases.map((phase) => phase.track))];
  const bars: Bar<Phase>[] = [];
  let first = 0;
  for (const track of tracks) {
    const ends: number[] = [];
    for (const phase of dated(phases.filter((each) => each.track === track))) {
      const start = shareOf(phase.starts_at ?? span.from, span);
      const size = Math.max(0, shareOf(phase.ends_at ?? span.to, span) - start);
      const free = ends.findIndex((end) => end <= start + 1e-9);
      const row = free < 0 ? ends.length : free;
      ends[row] = start + Math.max(size, LABEL);
      bars.push({ phase, row: first + row, start, size, standing: standingOf(phase, now) });
    }
    first += ends.length;
  }
  return bars;
}

export function rowsOf(bars: Bar<Dated>[]): number {
  return bars.reduce((most, bar) => Math.max(most, bar.row + 1), 0);
}

function dated<Phase extends Dated>(phases: Phase[]): Phase[] {
  return phases.filter((phase) => phase.starts_at !== null).sort((a, b) => (a.starts_at ?? 0) - (b.starts_at ?? 0));
}

export function standingOf({ starts_at, ends_at }: Dated, now: number): Standing {
  if (starts_at === null || now < starts_at) return "later";
  return ends_at !== null && ends_at <= now ? "past" : "now";
}

export type Edge = "start" | "end" | "both";

/** A phase moved by so many days, as a whole or by one end; an end never passes the other. */
export function shifted(phase: Dated, edge: Edge, days: number, zone: string): { starts_at: number; ends_at: number | null } {
  const { starts_at, ends_at } = phase;
  if (starts_at === null) throw new Error("a phase without dates lies nowhere");
  const room = ends_at === null ? Infinity : daysBetween(starts_at, ends_at, zone);
  if (edge === "start") return { starts_at: daysLater(starts_at, Math.min(days, Math.max(0, room - 1)), zone), ends_at };
  const end = ends_at === null ? null : daysLater(ends_at, edge === "both" ? days : Math.max(days, 1 - room), zone);
  return { starts_at: edge === "both" ? daysLater(starts_at, days, zone) : starts_at, ends_at: end };
}

/** How many days a drag over this share of the line means. */
export function daysOf(share: number, { from, to }: Span): number {
  return Math.round((share * (to - from)) / 86_400_000);
}
