/** Tells, over anything being read, that the step or one's room has changed; politely, what was written to one. */
import { untrack } from "svelte";
import type { Live } from "../live/live.svelte";
import { t } from "../text/text.svelte";

/** Call while a component starts. */
export function announceMoves(live: Live): void {
  let step: string | undefined;
  let room: string | undefined;
  $effect(() => {
    const now = { step: live.step?.id, room: live.you.room };
    untrack(() => {
      const words = [
        room !== undefined && now.room !== room ? t("news-room", { name: live.room?.name ?? "" }) : "",
        step !== undefined && now.step !== step && live.step ? t("news-step", { title: live.step.title }) : "",
      ];
      if (words.some(Boolean)) live.announcer.interrupt(words.filter(Boolean).join(" "));
      ({ step = "", room } = now);
    });
  });
  announceTime(live);
  $effect(() =>
    live.store.listen((changes) => {
      for (const { before, after } of changes) {
        if (before || after?.type !== "message" || after.author === live.you.participant) continue;
        if (after.reach === "room") live.announcer.say("messages", (count) => t("news-messages", { count }));
        else live.announcer.say(after.id, () => `${t("announcement")} ${after.text}`);
      }
    }),
  );
}

/** Seconds before the end at which time is spoken; the clock itself is silent. */
const MARKS = [300, 60, 10];

function announceTime(live: Live): void {
  const mark = $derived.by(() => {
    const ends_at = live.step?.ends_at;
    const left = ends_at ? (ends_at - live.clock.now) / 1000 : Infinity;
    return left > 0 ? MARKS.findLast((each) => left <= each) : undefined;
  });
  let wasAbove = false;
  $effect(() => {
    // Whoever comes late is not told of a mark long past.
    if (mark && wasAbove) live.announcer.say("time", () => t("news-time", { seconds: mark, minutes: Math.round(mark / 60) }));
    wasAbove = true;
  });
  $effect(() => {
    const closes_at = live.store.get("room", live.you.room)?.closes_at ?? live.workshop?.groups_close_at;
    if (!closes_at || untrack(() => live.room?.room_kind) !== "group") return;
    const seconds = Math.round((closes_at - untrack(() => live.clock.now)) / 1000);
    if (seconds > 0) live.announcer.interrupt(t("groups-closing", { seconds }));
  });
}
