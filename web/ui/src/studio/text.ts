/** Dates, hours and lengths of time in the words of the page, by the clock of the place they are about. */
import { LOCALES, language } from "../text/text.svelte";

function format(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language()], { ...options, timeZone: zone }).format(at);
}

export function clock(at: number, zone: string): string {
  return format(at, zone, { hour: "numeric", minute: "2-digit" });
}

export function day(at: number, zone: string): string {
  return format(at, zone, { day: "numeric", month: "long", year: "numeric" });
}

export function shortDay(at: number, zone: string): string {
  return format(at, zone, { day: "numeric", month: "short" });
}

export function weekday(at: number, zone: string): string {
  return format(at, zone, { weekday: "long", day: "numeric", month: "long" });
}

/** January names its year. */
export function month(at: number, zone: string): string {
  const isFirst = format(at, zone, { month: "numeric", calendar: "gregory", numberingSystem: "latn" }) === "1";
  return format(at, zone, { month: "long", ...(isFirst && { year: "numeric" }) });
}

export function dateRange(from: number, to: number, zone: string): string {
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: zone };
  return new Intl.DateTimeFormat(LOCALES[language()], options).formatRange(from, to);
}

/** In the units of files; a thousand bytes make the first. */
export function fileSize(bytes: number): string {
  const [unit, value] =
    bytes < 1_000_000
      ? (["kilobyte", bytes / 1_000] as const)
      : bytes < 1_000_000_000
        ? (["megabyte", bytes / 1_000_000] as const)
        : (["gigabyte", bytes / 1_000_000_000] as const);
  const options = { style: "unit", unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(LOCALES[language()], options).format(value);
}

/** Of a contrast, as designers say it. */
export function ratioText(ratio: number): string {
  return new Intl.NumberFormat(LOCALES[language()], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
}
