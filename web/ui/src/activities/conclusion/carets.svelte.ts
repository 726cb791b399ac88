/** Whose carets stand where in one conclusion: told by signals, named for two seconds, forgotten when not heard of. */
import { SvelteMap } from "svelte/reactivity";
import type { Place } from "./place";

export interface Caret {
  who: string;
  field: string;
  place: Place;
  /** Just moved: the name stands beside it. Afterwards its colour says enough. */
  isNamed: boolean;
}

/** As it comes; without a field the pen was put down. */
interface Heard {
  who: string;
  field: string | null;
  anchor: string | null;
  head: string | null;
}

type Said = { field: string } & Place;
type Timer = ReturnType<typeof setTimeout>;

const NAMED_MS = 2_000;
const FORGET_MS = 30_000;
const REPEAT_MS = 10_000;
const PAUSE_MS = 100;

export class Carets {
  readonly #carets = new SvelteMap<string, Caret>();
  readonly #timers = new Map<string, Timer[]>();
  readonly #send: (said: Said | null) => void;
  #mine: Said | null = null;
  #saying: Timer | undefined;
  #repeating: Timer | undefined;
  #saidAt = 0;

  constructor(send: (said: Said | null) => void) {
    this.#send = send;
  }

  get all(): Caret[] {
    return [...this.#carets.values()];
  }

  hear({ who, field, anchor, head }: Heard): void {
    if (field === null || anchor === null || head === null) return this.forget(who);
    this.#clear(who);
    this.#carets.set(who, { who, field, place: { anchor, head }, isNamed: true });
    this.#timers.set(who, [
      setTimeout(() => this.#rest(who), NAMED_MS),
      setTimeout(() => this.forget(who), FORGET_MS),
    ]);
  }

  forget(who: string): void {
    this.#clear(who);
    this.#carets.delete(who);
  }

  /** Where one writes now, said again for those who come later; null: nowhere. */
  say(said: Said | null): void {
    if (!said && !this.#mine) return;
    this.#mine = said;
    this.#saying ??= setTimeout(() => this.#tell(), Math.max(0, this.#saidAt + PAUSE_MS - performance.now()));
  }

  stop(): void {
    for (const who of [...this.#carets.keys()]) this.forget(who);
    if (this.#mine) this.#send(null);
    this.#mine = null;
    clearTimeout(this.#saying);
    clearInterval(this.#repeating);
  }

  #tell(): void {
    this.#saying = undefined;
    this.#saidAt = performance.now();
    this.#send(this.#mine);
    clearTimeout(this.#repeating);
    if (this.#mine) this.#repeating = setTimeout(() => this.#tell(), REPEAT_MS);
  }

  #rest(who: string): void {
    const caret = this.#carets.get(who);
    if (caret) this.#carets.set(who, { ...caret, isNamed: false });
  }

  #clear(who: string): void {
    for (const timer of this.#timers.get(who) ?? []) clearTimeout(timer);
    this.#timers.delete(who);
  }
}
