/** Which language one listens in, where somebody in the room interprets. */
import type { Live } from "../live/live.svelte";
import { ofTab, read, write } from "../live/storage";
import type { Participant } from "../protocol";
import type { Call } from "./call.svelte";

const KEY = "palabre.interpreter";

export class Interpreting {
  /** "" is the voice of the room. Kept from room to room: the next may have an interpreter too. */
  #language = $state(read<string>(ofTab, KEY) ?? "");
  readonly #live: Live;
  readonly #call: Call;

  constructor(live: Live, call: Call) {
    this.#live = live;
    this.#call = call;
  }

  get interpreters(): Participant[] {
    const room = this.#call.listen ?? this.#live.you.room;
    return this.#live.store
      .all("participant")
      .filter((person) => person.interprets && person.room === room && person.id !== this.#live.you.participant);
  }

  get current(): Participant | undefined {
    return this.interpreters.find((person) => person.interprets === this.#language);
  }

  get language(): string {
    return this.current?.interprets ?? "";
  }

  choose(language: string): void {
    this.#language = language;
    write(ofTab, KEY, language || undefined);
  }
}

const known = new WeakMap<Live, Interpreting>();

export function interpretingOf(live: Live, call: Call): Interpreting {
  const found = known.get(live) ?? new Interpreting(live, call);
  known.set(live, found);
  return found;
}
