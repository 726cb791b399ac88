/** When each step is meant to begin, counted from the hour a workshop is announced for. Pure. */

export interface Planned {
  starts: (number | undefined)[];
  ends_at: number | undefined;
  minutes: number;
  /** By how much the steps exceed what is announced; negative where time is left. */
  over: number;
}

const MINUTE_MS = 60_000;

export function planned(steps: { minutes: number }[], starts_at: number | null, ends_at: number | null): Planned {
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  let at = starts_at ?? undefined;
  const starts = steps.map((step) => {
    const start = at;
    if (at !== undefined) at += step.minutes * MINUTE_MS;
    return start;
  });
  const over = at === undefined || ends_at === null ? 0 : Math.round((at - ends_at) / MINUTE_MS);
  return { starts, ends_at: at, minutes, over };
}
