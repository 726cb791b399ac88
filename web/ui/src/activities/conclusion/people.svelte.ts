/** Who is who on a sheet: the name and the colour of each person. */
import type { Live } from "../../live/live.svelte";
import type { Paper, Participant } from "../../protocol";
import { t } from "../../text/text.svelte";

export interface Person {
  name: string;
  paper: Paper;
}

/** Chalk is for those who are gone. */
const INKS: readonly Paper[] = ["lilac", "peach", "linden", "sky", "straw"];

export class People {
  readonly #live: Live;

  constructor(live: Live) {
    this.#live = live;
  }

  readonly #inks = $derived.by(() => {
    const people = this.#live.store.all("participant").sort((a, b) => a.joined_at - b.joined_at || (a.id < b.id ? -1 : 1));
    return new Map(people.map(({ id }, index) => [id, INKS[index % INKS.length] ?? "chalk"]));
  });

  /** People come and go; those who are here have a colour of their own as long as there are enough. */
  person(id: string | null): Person {
    const person = this.#live.store.get("participant", id);
    return { name: this.#name(id, person), paper: this.#inks.get(id ?? "") ?? "chalk" };
  }

  #name(id: string | null, person: Participant | undefined): string {
    if (id === this.#live.you.participant) return t("you");
    return person?.name || t("author-elsewhere");
  }
}
