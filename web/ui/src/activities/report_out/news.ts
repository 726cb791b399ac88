/** Tells who begins to present, and how the common text grows and is decided. */
import { t, type MessageId } from "../../text/text.svelte";
import type { Reporting } from "./reporting.svelte";

const DECIDED: Record<string, MessageId> = { adopted: "news-adopted", rejected: "news-rejected" };

/** Returns how to stop. */
export function announceReports(view: Reporting): () => void {
  const { id } = view.activity;
  const { announcer, store } = view.live;
  return store.listen((changes) => {
    for (const { before, after } of changes) {
      if (after?.type === "report_out_activity" && after.id === id && before?.type === after.type) {
        const now = after.turns.find((turn) => turn.state === "presenting")?.room;
        const was = before.turns.find((turn) => turn.state === "presenting")?.room;
        const room = now === was ? undefined : store.get("room", now);
        if (room) announcer.say("presents", () => t("report-presents", { room: room.name }));
      }
      if (after?.type !== "statement" || after.activity !== id) continue;
      if (!before) announcer.say("statements", (count) => t("news-statements", { count }));
      else if (before.type === "statement" && before.state !== after.state) {
        const word = DECIDED[after.state];
        if (word) announcer.say(`statement.${after.id}`, () => t(word, { text: after.text }));
      }
    }
  });
}
