/** A conclusion on the table: which field one writes in and how, where the next citation goes, who is who. */
import { createContext } from "svelte";
import type { Live } from "../../live/live.svelte";
import { lasting, read, write } from "../../live/storage";
import type { Conclusion, Note, Paper, Participant } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Writing } from "./writing.svelte";

/** The editor that is open. */
export interface Hand {
  /** Where the caret is. */
  insert(citation: string): void;
  focus(): void;
}

export interface Person {
  name: string;
  paper: Paper;
}

/** Where a text was pressed, from its upper corner. */
export interface Spot {
  x: number;
  y: number;
}

const PLAIN = "palabre.plain";
/** Chalk is for those who are gone. */
const INKS: readonly Paper[] = ["lilac", "peach", "linden", "sky", "straw"];

export class Sheet {
  readonly live: Live;
  readonly writing: Writing;
  /** The field one writes in. */
  field = $state<string | null>(null);
  /** Where it was pressed to write there, if it was. */
  spot: Spot | null = null;
  /** The field the next citation goes to. */
  target = $state("");
  panel = $state<"cite" | "history" | null>(null);
  showsAuthors = $state(false);
  hand: Hand | undefined;
  #isPlain = $state(read<boolean>(lasting, PLAIN) ?? false);

  constructor(live: Live, writing: Writing, conclusion: Conclusion) {
    this.live = live;
    this.writing = writing;
    this.target = conclusion.fields[0]?.id ?? "";
  }

  get isPlain(): boolean {
    return this.#isPlain;
  }

  set isPlain(isPlain: boolean) {
    this.#isPlain = isPlain;
    write(lasting, PLAIN, isPlain || undefined);
  }

  write(field: string, spot: Spot | null = null): void {
    this.showsAuthors = false;
    this.spot = spot;
    this.field = this.target = field;
  }

  /** The pen is put down; the focus stays where one wrote. */
  rest(): void {
    const { field } = this;
    this.field = null;
    this.writing.carets.say(null);
    requestAnimationFrame(() => document.getElementById(`write-${field}`)?.focus());
  }

  async cite(note: Note): Promise<void> {
    const field = this.target;
    const citation = await this.writing.cite(field, note.id);
    if (!citation || !this.writing.mayWrite) return;
    if (this.hand && this.field === field) return this.hand.insert(citation.id);
    const text = this.writing.text(field);
    text.insertEmbed(text.length, { citation: citation.id });
  }

  // -- who is who

  readonly #people = $derived.by(() =>
    this.live.store.all("participant").sort((a, b) => a.joined_at - b.joined_at || (a.id < b.id ? -1 : 1)),
  );
  readonly #inks = $derived.by(() => new Map(this.#people.map(({ id }, index) => [id, INKS[index % INKS.length] ?? "chalk"])));

  /** People come and go; those who are here have a colour of their own as long as there are enough. */
  person(id: string | null): Person {
    const person = this.live.store.get("participant", id);
    return { name: this.#name(id, person), paper: this.#inks.get(id ?? "") ?? "chalk" };
  }

  #name(id: string | null, person: Participant | undefined): string {
    if (id === this.live.you.participant) return t("you");
    return person?.name || t("author-elsewhere");
  }
}

export const [getSheet, setSheet] = createContext<Sheet>();
