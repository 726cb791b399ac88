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
