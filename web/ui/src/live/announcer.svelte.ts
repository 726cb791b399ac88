/**
 * What screen readers are told. Polite messages wait, merge and leave at most one at a time; VoiceOver drops those
 * that follow too fast. Assertive ones are for a change of step or room.
 */
const PAUSE_MS = 2_500;

type Words = (count: number) => string;

export class Announcer {
  polite = $state("");
  assertive = $state("");
  readonly #waiting = new Map<string, { count: number; words: Words }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAt = 0;

  /** Messages with the same key become one, with their count: "3 new notes in Safety". */
  say(key: string, words: Words, count = 1): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.set(key, { count: (waiting?.count ?? 0) + count, words });
    this.#timer ??= setTimeout(() => this.#speak(), Math.max(300, this.#lastAt + PAUSE_MS - Date.now()));
  }

  /** At once, over anything being read. */
  interrupt(words: string): void {
    this.assertive = "";
    requestAnimationFrame(() => (this.assertive = words));
  }

  #speak(): void {
    this.#timer = undefined;
    this.#lastAt = Date.now();
    const words = [...this.#waiting.values()].map(({ count, words }) => words(count));
    this.#waiting.clear();
    // The same words twice would not be a change, and a region tells changes only.
    this.polite = words.join(". ") + (this.polite.endsWith("\u00a0") ? "" : "\u00a0");
  }
}
