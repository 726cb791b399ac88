/** One board as one person sees and handles it: its piles, what they may do, which dialog is open, what is lifted. */
import { createContext } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import type { Live } from "../../live/live.svelte";
import type { Item } from "../../live/outbox.svelte";
import type { Board, Command, Note, Paper, Stack } from "../../protocol";
import { t } from "../../text/text.svelte";
import { arrange, type Pile, type Place } from "./arrange";

export type Opened =
  | { kind: "write"; column: string; text?: string; paper?: Paper }
  | { kind: "edit"; note: Note; text?: string }
  | { kind: "move"; note: Note }
  | { kind: "comments"; note: Note }
  | { kind: "title"; stack: Stack };

/** A note off the table. `onto` is the note it would be laid on. */
export interface Lift {
  note: Note;
  place: Place | null;
  onto: string | null;
  by: "keys" | "pointer";
}

export class BoardView {
  readonly live: Live;
  readonly #board: () => Board;
  opened = $state.raw<Opened | null>(null);
  lift = $state.raw<Lift | null>(null);
  /** The column shown on phones. */
  column = $state("");
  /** The note whose menu is open, and the button that opened it. */
  menu = $state.raw<{ note: Note; button: HTMLElement } | null>(null);
  readonly #unfolded = new SvelteMap<string, boolean>();

  constructor(live: Live, board: () => Board) {
    this.live = live;
    this.#board = board;
    this.column = board().plan.columns[0]?.id ?? "";
  }

  get board(): Board {
    return this.#board();
  }

  readonly notes = $derived.by(() => this.live.store.under(this.board.id, "note"));
  readonly #moves = $derived.by(() => {
    const sent = this.#pending("note.move");
    return this.lift?.place ? [...sent, this.lift.place] : sent;
  });
  #before = new Map<string, Pile[]>();
  readonly #arranged = $derived.by(() => {
    const columns = this.board.plan.columns.map((column) => column.id);
    return (this.#before = arrange(this.notes, columns, this.#moves, this.#before));
  });

  piles(column: string): Pile[] {
    return this.#arranged.get(column) ?? [];
  }

  count(column: string): number {
    return this.piles(column).reduce((sum, pile) => sum + pile.notes.length, 0);
  }

  /** Notes on their way to the server, shown where they will lie. */
  ghosts(column: string): Item[] {
    return this.live.outbox.pending.filter(
      ({ command }) => command.type === "note.write" && command.activity === this.board.id && command.column === column,
    );
  }

  readonly #sending = $derived.by(
    () => new Set(this.live.outbox.pending.map(({ command }) => ("note" in command ? command.note : undefined))),
  );

  isSending(note: string): boolean {
    return this.#sending.has(note);
  }

  // -- what one may do

  isMine(note: Note): boolean {
    return this.live.store.isMine(note.id) || note.author === this.live.you.participant;
  }

  readonly isRevealed = $derived.by(() => this.board.revealed);
  readonly isAtWork = $derived.by(() => !this.live.isClosed && this.live.stepIn(this.live.store.get("room", this.board.room))?.id === this.board.step);
  readonly mayWrite = $derived.by(() => this.isAtWork && this.live.may("write"));
  readonly mayVote = $derived.by(() => this.isAtWork && this.live.may("vote") && this.board.voting === "open");
  readonly mayComment = $derived.by(() => this.mayWrite && this.board.plan.comments && this.isRevealed);
  readonly #mayModerate = $derived.by(() => this.live.may("moderate"));
  readonly maySortAll = $derived.by(
    () => this.mayWrite && (this.board.plan.sorting === "everyone" || this.live.may("steer")),
  );

  mayChange(note: Note): boolean {
    return this.mayWrite && (this.#mayModerate || this.isMine(note));
  }

  maySort(note: Note): boolean {
    return this.mayWrite && (this.maySortAll || this.isMine(note));
  }

  /** Whether its menu would hold anything. */
  hasActions(note: Note): boolean {
    const mayJudge = this.isRevealed && this.live.may("write") && !this.live.isClosed;
    return mayJudge || this.maySort(note) || this.mayChange(note);
  }

  // -- who wrote

  author(note: { id: string; author: string | null }): string {
    const isMine = this.live.store.isMine(note.id) || note.author === this.live.you.participant;
    if (this.board.plan.anonymous || !note.author) return isMine ? t("note-yours") : t("note-anonymous");
    const name = this.live.store.get("participant", note.author)?.name;
    if (isMine) return t("you-are", { name: name ?? "" });
    return name ?? t("author-elsewhere");
  }

  // -- dots

  /** Dots of one's own on a note, also those still on their way. */
  dotsOn(note: string): number {
    const sent = this.#pending("dot.place").findLast((command) => command.note === note);
    return sent?.count ?? this.live.store.under(note, "dot").reduce((sum, dot) => sum + dot.count, 0);
  }

  readonly dotsLeft = $derived.by(() => {
    const here = this.live.store.all("dot").filter((dot) => dot.activity === this.board.id);
    const notes = new Set([...here.map((dot) => dot.note), ...this.#pending("dot.place").map((sent) => sent.note)]);
    return this.board.plan.dots - [...notes].reduce((sum, note) => sum + this.dotsOn(note), 0);
  });

  place(note: Note, count: number): void {
    void this.live.do({ type: "dot.place", note: note.id, count });
  }

  // -- moving

  move(place: Place): void {
    void this.live.do({ type: "note.move", ...place });
  }

  stack(note: string, onto: string): void {
    void this.live.do({ type: "note.stack", note, onto });
  }

  /** What lies before a note in its column, seen without the note being moved. */
  before(note: Note, moving: string): string | null {
    const list = this.piles(note.column).flatMap((pile) => pile.notes.map((each) => each.id));
    const rest = list.filter((id) => id !== moving);
    return rest[rest.indexOf(note.id) - 1] ?? null;
  }

  last(column: string, moving: string): string | null {
    return (
      this.piles(column)
        .flatMap((pile) => pile.notes)
        .findLast((note) => note.id !== moving)?.id ?? null
    );
  }

  // -- folding

  isUnfolded(pile: Pile): boolean {
    // While people vote every note must be in reach.
    return this.#unfolded.get(pile.id) ?? this.board.voting === "open";
  }

  fold(pile: Pile, isUnfolded: boolean): void {
    this.#unfolded.set(pile.id, isUnfolded);
  }

  columnTitle(id: string): string {
    return this.board.plan.columns.find((column) => column.id === id)?.title ?? "";
  }

  #pending<T extends Command["type"]>(type: T): Extract<Command, { type: T }>[] {
    return this.live.outbox.pending.map((item) => item.command).filter((command) => command.type === type) as Extract<
      Command,
      { type: T }
    >[];
  }
}

export const [getBoard, setBoard] = createContext<BoardView>();
