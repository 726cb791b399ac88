/** A conclusion on the table: which field one writes in and how, and where the next citation goes. */
import { createContext } from "svelte";
import type { Live } from "../../live/live.svelte";
import { lasting, read, write } from "../../live/storage";
import type { Conclusion, Note } from "../../protocol";
import type { Look } from "./look.svelte";
import { People, type Person } from "./people.svelte";
import type { Writing } from "./writing.svelte";

/** The editor that is open. */
export interface Hand {
  /** Where the caret is. */
  insert(citation: string): void;
  focus(): void;
}

/** Where a text was pressed, from its upper corner. */
export interface Spot {
  x: number;
  y: number;
}

const PLAIN = "palabre.plain";

/** Where one wrote when the sheet was taken away: a text that goes on in the next step is on the table again at once. */
let left: { conclusion: string; field: string; at: number } | undefined;
const AT_ONCE_MS = 5_000;

export class Sheet {
  readonly live: Live;
  readonly writing: Writing;
  readonly people: People;
  readonly look: Look;
  /** The field one writes in. */
  field = $state<string | null>(null);
  /** Where it was pressed to write there, if it was. */
  spot: Spot | null = null;
  /** The field the next citation goes to. */
  target = $state("");
  hand: Hand | undefined;
  #isPlain = $state(read<boolean>(lasting, PLAIN) ?? false);

  constructor(live: Live, writing: Writing, conclusion: Conclusion, look: Look) {
    this.live = live;
    this.writing = writing;
    this.look = look;
    this.people = new People(live);
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
    this.look.showsAuthors = false;
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

  leave(): void {
    left = this.field ? { conclusion: this.writing.id, field: this.field, at: performance.now() } : undefined;
  }

  /** Go on writing where one was. */
  goOn(): void {
    if (left?.conclusion === this.writing.id && performance.now() - left.at < AT_ONCE_MS) this.write(left.field);
    left = undefined;
  }

  async cite(note: Note): Promise<void> {
    const field = this.target;
    const citation = await this.writing.cite(field, note.id);
    if (!citation || !this.writing.mayWrite) return;
    if (this.hand && this.field === field) return this.hand.insert(citation.id);
    const text = this.writing.text(field);
    text.insertEmbed(text.length, { citation: citation.id });
  }

  person(id: string | null): Person {
    return this.people.person(id);
  }
}

export const [getSheet, setSheet] = createContext<Sheet>();
