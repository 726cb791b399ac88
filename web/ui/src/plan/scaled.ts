/** How long steps take each when they take so many minutes together: as the server will share them out. Pure. */

export function scaled(minutes: readonly number[], together: number): number[] {
  const whole = minutes.reduce((sum, each) => sum + each, 0);
  let past = 0;
  let given = 0;
  return minutes.map((each) => {
    past += each;
    const share = Math.max(1, toEven((together * past) / whole) - given);
    given += share;
    return share;
  });
}

/** Halves go to the even number, as the server's do. */
function toEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
