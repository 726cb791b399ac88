/** What people type in their turn, as they type it: heard, kept while it is fresh, read aloud by the sentence. */
import { SvelteMap } from "svelte/reactivity";
import type { Live } from "../live/live.svelte";
import { nameOf } from "../media/names";
import type { Signal } from "../protocol";
import { t } from "../text/text.svelte";
import { turnsIn } from "./queue";
import { endOfSentences } from "./wait";

/** Who writes says it again every two seconds; who is silent for longer has gone. */
const FRESH_MS = 6_000;
export const AGAIN_MS = 2_000;
/** At most so often, of the ten a second that are passed on. */
export const SEND_MS = 120;
/** Characters that nobody types within the first signal. */
const LATE = 80;

export interface Writer {
  who: string;
  text: string;
}

export class Words {
  readonly #live: Live;
  readonly #heard = new SvelteMap<string, string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #told = new Map<string, number>();
  #sentences = 0;

  constructor(live: Live) {
    this.#live = live;
    live.signs.onwords = (signal) => this.#hear(signal);
  }

  /** Those who write in a room now, oneself aside. Viewers are not told whose turn it is, and see whatever comes. */
  in(room: string): Writer[] {
    const me = this.#live.you.participant;
    const heard = (who: string): string => this.#heard.get(keyOf(room, who)) ?? "";
    if (this.#live.may("write")) {
      const turns = turnsIn(this.#live.store, room).filter(({ writes, participant }) => writes && participant !== me);
      return turns.map(({ participant }) => ({ who: participant, text: heard(participant) }));
    }
    const keys = [...this.#heard.keys()].filter((key) => key.startsWith(`${room} `));
    return keys.map((key) => ({ who: key.slice(room.length + 1), text: this.#heard.get(key) ?? "" }));
  }

  #hear({ entity, who, text }: Signal): void {
    if (!who || text === null) return;
    const key = keyOf(entity, who);
    const before = this.#heard.get(key);
    this.#heard.set(key, text);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => this.#end(key, who), FRESH_MS));
    // Who comes while somebody writes is not read all of it at once.
    const isLate = before === undefined && text.length > LATE;
    const told = isLate ? text.length : (this.#told.get(key) ?? 0);
    const end = endOfSentences(text, told);
    this.#told.set(key, end);
    this.#say(who, text.slice(Math.min(told, end), end));
  }

  /** What was left without a full stop is told too. */
  #end(key: string, who: string): void {
    this.#say(who, (this.#heard.get(key) ?? "").slice(this.#told.get(key) ?? 0));
    this.#heard.delete(key);
    this.#told.delete(key);
    this.#timers.delete(key);
  }

  #say(who: string, words: string): void {
    if (!words.trim()) return;
    const name = nameOf(this.#live, who);
    this.#live.announcer.say(`words-${++this.#sentences}`, () => t("words-said", { name, words: words.trim() }));
  }
}

function keyOf(room: string, who: string): string {
  return `${room} ${who}`;
}

const known = new WeakMap<Live, Words>();

/** One for the page. */
export function wordsOf(live: Live): Words {
  const found = known.get(live) ?? new Words(live);
  known.set(live, found);
  return found;
}
