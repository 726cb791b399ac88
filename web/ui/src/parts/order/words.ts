/** How order is spoken of: reasons, and where words stand that not everybody reads. */
import { t, type MessageId } from "../../text/text.svelte";
import type { Live } from "../../live/live.svelte";
import type { Comment, Message, Note, Reason, Remark } from "../../protocol";

export type Text = Note | Comment | Message | Remark;

export const reason = (which: Reason): string => t(`reason-${which}` as MessageId);

/** What became of one's own report of a text, or nothing where one has not reported it. */
export function answerTo(live: Live, about: string): string {
  const flag = live.store.under(about, "flag").find(({ author }) => author !== null);
  return flag ? t(`report-answer-${flag.outcome}`) : "";
}

/** Why one still reads what others do not, or nothing where everybody reads it. */
export function standing(text: Text, isMine: boolean): string {
  if (text.moderation === "pending") return t(isMine ? "text-pending" : "text-to-read");
  if (text.moderation === "shown") return "";
  const why = text.hidden_for ? t("text-hidden-for", { reason: reason(text.hidden_for), words: text.hidden_words }) : "";
  return `${t(isMine ? "text-hidden" : "text-hidden-staff")} ${why}`;
}
