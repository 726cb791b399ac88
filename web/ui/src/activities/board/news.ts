/** Tells what others have put on the board, merged by column. */
import type { Change } from "../../live/store.svelte";
import type { Board } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { BoardView } from "./board.svelte";

/** Returns how to stop. */
export function announceNotes(view: BoardView): () => void {
  const { id } = view.board;
  return view.live.store.listen((changes) => {
    // A change of step is heard of here before the page has turned: there may be another board now, or none.
    const board: Board | undefined = view.board;
    if (board?.id !== id) return;
    // A board that has just been revealed, or entered, is no news note by note.
    if (changes.some(({ after }) => after?.id === id)) return;
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
