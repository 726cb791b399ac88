/** Tells what others have put on the board, merged by column. */
import type { Change } from "../../live/store.svelte";
import { t } from "../../text/text.svelte";
import type { BoardView } from "./board.svelte";

/** Returns how to stop. */
export function announceNotes(view: BoardView): () => void {
  return view.live.store.listen((changes) => {
    // A board that has just been revealed, or entered, is no news note by note.
    if (changes.some(({ after }) => after?.id === view.board.id)) return;
    for (const change of changes) announce(view, change);
  });
}

function announce(view: BoardView, { before, after }: Change): void {
  if (before || !after) return;
  const { announcer } = view.live;
  if (after.type === "note" && after.activity === view.board.id && !view.isMine(after)) {
    const column = view.columnTitle(after.column);
    announcer.say(`notes.${after.column}`, (count) => t("news-notes", { count, column }));
  }
  if (after.type === "comment" && after.activity === view.board.id && !view.live.store.isMine(after.id)) {
    announcer.say("comments", (count) => t("news-comments", { count }));
  }
}
