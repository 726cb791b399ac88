/** Words that could not be put into a conclusion any more. They are offered back until one has done with them. */
import { SvelteMap } from "svelte/reactivity";
import type { Live } from "../../live/live.svelte";
import { randomId } from "../../live/random";
import { lasting, read, write } from "../../live/storage";

export interface LostWords {
  id: string;
  conclusion: string;
  field: string;
  /** Of the field, as it was. */
  title: string;
  text: string;
  /** Why they were refused. */
  code: string;
}

type PutBack = (field: string, text: string) => void;

class Lost {
  readonly #key: string;
  #items = $state.raw<LostWords[]>([]);
  /** The conclusions one writes in now. */
  readonly #writers = new SvelteMap<string, PutBack>();

  constructor(owner: string) {
    this.#key = `palabre.lost.${owner}`;
    this.#items = read<LostWords[]>(lasting, this.#key) ?? [];
  }

  get items(): LostWords[] {
    return this.#items;
  }

  keep(words: Omit<LostWords, "id">): void {
    this.#mirror([...this.#items, { ...words, id: randomId() }]);
  }

  discard({ id }: LostWords): void {
    this.#mirror(this.#items.filter((item) => item.id !== id));
  }

  /** Returns how to stop. */
  write(conclusion: string, putBack: PutBack): () => void {
    this.#writers.set(conclusion, putBack);
    return () => this.#writers.delete(conclusion);
  }

  putsBack({ conclusion }: LostWords): PutBack | undefined {
    return this.#writers.get(conclusion);
  }

  #mirror(items: LostWords[]): void {
    this.#items = items;
    write(lasting, this.#key, items.length ? items : undefined);
  }
}

const found = new WeakMap<Live, Lost>();

export function lostOf(live: Live): Lost {
  const lost = found.get(live) ?? new Lost(live.you.participant);
  found.set(live, lost);
  return lost;
}
