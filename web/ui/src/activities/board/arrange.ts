/** Which note lies where: columns of piles, with what is being moved shown where it was put. Pure. */
import { inOrder } from "../../live/live.svelte";
import type { MoveNote, Note } from "../../protocol";

/** A note alone, or the notes of a stack, first one on top. */
export interface Pile {
  id: string;
  stack: string | null;
  notes: Note[];
}

export type Place = Pick<MoveNote, "note" | "column" | "after">;

/** Piles that are as they were before are the same objects, so that a change redraws what has changed and no more. */
export function arrange(
  notes: Note[],
  columns: string[],
  moves: Place[],
  before: Map<string, Pile[]> = new Map(),
): Map<string, Pile[]> {
  const lists = new Map<string, Note[]>(columns.map((column) => [column, []]));
  for (const note of [...notes].sort(inOrder)) lists.get(note.column)?.push(note);
  for (const move of moves) put(lists, move);
  const known = new Map([...before.values()].flat().map((pile) => [pile.id, pile]));
  return new Map([...lists].map(([column, list]) => [column, piles(list).map((pile) => same(pile, known.get(pile.id)))]));
}

function same(pile: Pile, before: Pile | undefined): Pile {
  const isSame =
    before?.stack === pile.stack &&
    before.notes.length === pile.notes.length &&
    pile.notes.every((note, index) => note === before.notes[index]);
  return isSame && before ? before : pile;
}

function put(lists: Map<string, Note[]>, move: Place): void {
  const target = lists.get(move.column);
  const source = [...lists.values()].find((list) => list.some((note) => note.id === move.note));
  const note = source?.find((each) => each.id === move.note);
  if (!target || !source || !note) return;
  source.splice(source.indexOf(note), 1);
  const after = target.findIndex((each) => each.id === move.after);
  const place = move.after == null ? 0 : after < 0 ? target.length : after + 1;
  // A moved note leaves its stack.
  target.splice(place, 0, { ...note, column: move.column, stack: null });
}

function piles(notes: Note[]): Pile[] {
  const found: Pile[] = [];
  const stacks = new Map<string, Pile>();
  for (const note of notes) {
    const stack = note.stack ? stacks.get(note.stack) : undefined;
    if (stack) {
      stack.notes.push(note);
    } else {
      const pile: Pile = { id: note.stack ?? note.id, stack: note.stack, notes: [note] };
      if (note.stack) stacks.set(note.stack, pile);
      found.push(pile);
    }
  }
  return found;
}
