/** Tells when a vote opens, closes, is published in the room one is in or looks at. */
import type { Live } from "../../live/live.svelte";
import { t, type MessageId } from "../../text/text.svelte";

const WORDS: Record<string, MessageId> = { open: "news-poll-open", closed: "news-poll-closed", published: "news-poll-published" };

/** Returns how to stop. */
export function announcePolls(live: Live): () => void {
  return live.store.listen((changes) => {
    for (const { before, after } of changes) {
      if (after?.type !== "poll" || (before?.type === "poll" && before.state === after.state)) continue;
      if (!after.everywhere && after.room !== live.room?.id) continue;
      const id = WORDS[after.state];
      if (id) live.announcer.say(`poll.${after.id}`, () => t(id, { question: after.question }));
    }
  });
}
