/** What one can do with a note: the same objects behind its menu, its keys and its buttons. */
import { key, type Action } from "../../live/action";
import { judging } from "../../parts/order/judging";
import type { Note } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { BoardView } from "./board.svelte";

export interface OnNote {
  view: BoardView;
  note: Note;
}

export const comment: Action<OnNote> = {
  id: "note.comment",
  icon: "chat",
  label: () => t("note-comment"),
  applies: ({ view }) => view.mayComment,
  perform: ({ view, note }) => (view.opened = { kind: "comments", note }),
  keyTest: key("c"),
};

export const edit: Action<OnNote> = {
  id: "note.edit",
  icon: "edit",
  label: () => t("note-edit"),
  applies: ({ view, note }) => view.mayChange(note),
  perform: ({ view, note }) => (view.opened = { kind: "edit", note }),
  keyTest: key("e"),
};

export const move: Action<OnNote> = {
  id: "note.move",
  icon: "move",
  label: () => t("note-move"),
  applies: ({ view, note }) => view.maySort(note),
  perform: ({ view, note }) => (view.opened = { kind: "move", note }),
  keyTest: key("d"),
};

export const unstack: Action<OnNote> = {
  id: "note.unstack",
  icon: "undo",
  label: () => t("note-unstack"),
  applies: ({ view, note }) => note.stack !== null && view.maySort(note),
  perform: ({ view, note }) => void view.live.do({ type: "note.unstack", note: note.id }),
};

export const title: Action<OnNote> = {
  id: "stack.title",
  icon: "stack",
  label: () => t("stack-title"),
  applies: ({ view, note }) => note.stack !== null && view.maySortAll,
  perform: ({ view, note }) => {
    const stack = view.live.store.get("stack", note.stack);
    if (stack) view.opened = { kind: "title", stack };
  },
};

export const drop: Action<OnNote> = {
  id: "note.drop",
  icon: "trash",
  label: () => t("note-drop"),
  applies: ({ view, note }) => view.mayChange(note),
  perform: ({ view, note }) => void view.live.do({ type: "note.drop", note: note.id }),
  isDangerous: true,
};

export const order = judging<OnNote>(({ view, note }) => ({ live: view.live, text: note, isMine: view.isMine(note) }));

export const NOTE_ACTIONS: Action<OnNote>[] = [comment, edit, move, unstack, title, ...order, drop];
