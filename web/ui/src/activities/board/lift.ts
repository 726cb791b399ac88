/** Moving a note with the keys: Space lifts, arrows move, Space drops, Escape cancels; each move is told. */
import { t } from "../../text/text.svelte";
import type { Note } from "../../protocol";
import type { BoardView } from "./board.svelte";

/** Whether the key was for moving. */
export function liftWithKeys(view: BoardView, note: Note, event: KeyboardEvent): boolean {
  const lifted = view.lift?.by === "keys" && view.lift.note.id === note.id;
  if (event.key === " " && !lifted && view.maySort(note)) return take(view, note);
  if (!lifted) return false;
  switch (event.key) {
    case " ":
    case "Enter":
      return drop(view);
    case "Escape":
      return cancel(view);
    case "ArrowUp":
      return shift(view, -1);
    case "ArrowDown":
      return shift(view, 1);
    case "ArrowLeft":
    case "ArrowRight":
      return cross(view, event.key);
  }
  return event.key === "Tab";
}

function take(view: BoardView, note: Note): boolean {
  const place = { note: note.id, column: note.column, after: view.before(note, note.id) };
  view.lift = { note, place, onto: null, by: "keys" };
  view.live.announcer.interrupt(t("move-lifted"));
  return true;
}

function drop(view: BoardView): boolean {
  const place = view.lift?.place;
  if (place) view.move(place);
  view.lift = null;
  view.live.announcer.interrupt(t("move-dropped"));
  return true;
}

function cancel(view: BoardView): boolean {
  view.lift = null;
  view.live.announcer.interrupt(t("move-cancelled"));
  return true;
}

function shift(view: BoardView, by: number): boolean {
  const lift = view.lift;
  if (!lift?.place) return true;
  const others = othersIn(view, lift.place.column, lift.note.id);
  const at = lift.place.after == null ? 0 : others.indexOf(lift.place.after) + 1;
  return put(view, lift.place.column, others, Math.min(others.length, Math.max(0, at + by)));
}

/** Arrows follow the eye: in Arabic the next column is on the left. */
function cross(view: BoardView, arrow: string): boolean {
  const lift = view.lift;
  if (!lift?.place) return true;
  const columns = view.board.plan.columns.map((column) => column.id);
  const forward = (arrow === "ArrowRight") === (document.documentElement.dir !== "rtl");
  const column = columns[columns.indexOf(lift.place.column) + (forward ? 1 : -1)];
  if (!column) return true;
  view.column = column;
  const others = othersIn(view, column, lift.note.id);
  return put(view, column, others, others.length);
}

function put(view: BoardView, column: string, others: string[], at: number): boolean {
  const lift = view.lift;
  if (!lift) return true;
  view.lift = { ...lift, place: { note: lift.note.id, column, after: others[at - 1] ?? null } };
  const where = { position: at + 1, count: others.length + 1, column: view.columnTitle(column) };
  view.live.announcer.interrupt(t("move-position", where));
  return true;
}

function othersIn(view: BoardView, column: string, moving: string): string[] {
  return view
    .piles(column)
    .flatMap((pile) => pile.notes.map((note) => note.id))
    .filter((id) => id !== moving);
}
