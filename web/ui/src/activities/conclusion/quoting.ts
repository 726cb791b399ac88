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
  return {
    label: (note && nameOf(live, note)?.split(" ")[0]) ?? t("citation"),
    author: note ? authorOf(live, note) : "",
    paper: note?.paper ?? "chalk",
    text: citation?.text ?? note?.text ?? "",
    note,
  };
}

/** Of somebody who is known from here, and was not erased. */
function nameOf(live: Live, note: Note): string | undefined {
  const isAnonymous = live.store.get("board", note.activity)?.plan.anonymous || !note.author;
  const person = isAnonymous ? undefined : live.store.get("participant", note.author);
  return person?.erased_at === null ? person.name : undefined;
}

export function authorOf(live: Live, note: Note): string {
  const board = live.store.get("board", note.activity);
  if (board?.plan.anonymous || !note.author) return t("note-anonymous");
  return live.store.get("participant", note.author)?.name || t("author-elsewhere");
}
