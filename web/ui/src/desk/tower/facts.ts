/** What is said of a room in a few words: figures that are there, and nothing of those that are not. */
import type { Live } from "../../live/live.svelte";
import type { RoomFigures } from "../../protocol";
import { language, LOCALES, percent, t, type MessageId } from "../../text/text.svelte";

const STANDINGS: Record<NonNullable<RoomFigures["conclusion"]>, MessageId> = {
  drafting: "tower-drafting",
  frozen: "tower-frozen",
  voting: "tower-voting",
  adopted: "tower-adopted",
  rejected: "tower-rejected",
  amended: "tower-frozen",
};

export function conclusionOf({ conclusion, length }: RoomFigures): string {
  if (conclusion === null) return "";
  return conclusion === "drafting" && !length ? t("tower-empty") : t(STANDINGS[conclusion], { length });
}

/** People whom the network fails: gone a moment ago, or badly reached. */
export function networkOf({ lost, weak }: RoomFigures): string {
  const said = [lost && t("tower-lost", { count: lost }), weak && t("tower-weak", { count: weak })];
  return said.filter(Boolean).join(" · ");
}

/** How evenly people speak there, where enough do. */
export function balanceOf(live: Live, room: string): string {
  const balance = live.store.get("balance", `balance-${room}`);
  return balance ? percent(balance.evenness / 100) : "";
}

/** One, two and three, as the person's language lists them. */
export function listed(words: string[]): string {
  return new Intl.ListFormat(LOCALES[language()], { type: "conjunction" }).format(words);
}
