/** Days and hours of a time zone, and back to the instants they mean. Pure. */

const DAY_MS = 86_400_000;

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** As `<input type="datetime-local">` writes it: "2026-05-21T18:30". */
export function localOf(at: number, zone: string): string {
  const { year, month, day, hour, minute } = partsOf(at, zone);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;
}

/** Nothing for what is not a date. An hour that a change of clocks skips is taken as the one after it. */
export function instantOf(local: string, zone: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(local);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map((digits) => Number(digits ?? 0));
  const naive = Date.UTC(year, month - 1, day, hour, minute);
  // What is ahead of UTC here may be another on the other side of a change: the second look settles it.
  const first = naive - offsetOf(naive, zone);
  const second = naive - offsetOf(first, zone);
  return Math.max(second, naive - offsetOf(second, zone));
}

/** So many days later at the same hour, also across a change of clocks. */
export function daysLater(at: number, days: number, zone: string): number {
  const { year, month, day, hour, minute } = partsOf(at, zone);
  const naive = new Date(Date.UTC(year, month - 1, day + days, hour, minute)).toISOString().slice(0, 16);
  return (instantOf(naive, zone) ?? at) + (at % 60_000);
}

export function monthStart(at: number, zone: string, later = 0): number {
  const { year, month } = partsOf(at, zone);
  const naive = new Date(Date.UTC(year, month - 1 + later, 1)).toISOString().slice(0, 16);
  return instantOf(naive, zone) ?? at;
}

/** How many days of the calendar lie between two instants: none on the same day. */
export function daysBetween(from: number, to: number, zone: string): number {
  return Math.round((dayOf(to, zone) - dayOf(from, zone)) / DAY_MS);
}

function dayOf(at: number, zone: string): number {
  const { year, month, day } = partsOf(at, zone);
  return Date.UTC(year, month - 1, day);
}

function offsetOf(at: number, zone: string): number {
  const { year, month, day, hour, minute } = partsOf(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: number, zone: string): Parts {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    formats.set(zone, format);
  }
  const found = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return found as unknown as Parts;
}

function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}
