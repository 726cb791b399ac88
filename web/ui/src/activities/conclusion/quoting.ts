/** A note as it is quoted: the words it had, where it is now, and whose it is. */
import type { Live } from "../../live/live.svelte";
import type { Note, Paper } from "../../protocol";
import { t } from "../../text/text.svelte";

export interface Quoted {
  /** What stands in the text. */
  label: string;
  author: string;
  paper: Paper;
  text: string;
  /** As it is today, if it can be seen from here. */
  note: Note | undefined;
}

export function quoted(live: Live, id: string): Quoted {
  const citation = live.store.get("citation", id);
  const note = live.store.get("note", citation?.note);
  const author = note ? authorOf(live, note) : "";
  return {
    label: author.split(" ")[0] || t("citation"),
    author,
    paper: note?.paper ?? "chalk",
    text: citation?.text ?? note?.text ?? "",
    note,
  };
}

export function authorOf(live: Live, note: Note): string {
  const board = live.store.get("board", note.activity);
  if (board?.plan.anonymous || !note.author) return t("note-anonymous");
  return live.store.get("participant", note.author)?.name || t("author-elsewhere");
}
