/** Tells whoever cannot see the desk what has changed: the step at once, calls for help and the groups politely. */
import { untrack } from "svelte";
import { t, type MessageId } from "../text/text.svelte";
import type { Desk } from "./desk.svelte";

const GROUPS: Record<string, MessageId> = { closed: "news-groups-closed", choosing: "news-groups-choosing", open: "news-groups-open" };

/** Call while a component starts. */
export function announce(desk: Desk): void {
  const { live } = desk;
  let step: string | undefined;
  let groups: string | undefined;
  $effect(() => {
    const now = { step: live.running?.id ?? "", groups: live.workshop?.groups };
    untrack(() => {
      if (step !== undefined && now.step !== step && live.running) live.announcer.interrupt(t("news-now", { title: live.running.title }));
      const words = now.groups && GROUPS[now.groups];
      if (groups !== undefined && now.groups !== groups && words) live.announcer.say("groups", () => t(words));
      ({ step, groups } = now);
    });
  });
  $effect(() =>
    live.store.listen((changes) => {
      for (const { before, after } of changes) {
        if (before || after?.type !== "message" || after.author_is_staff) continue;
        if (after.reach === "staff") live.announcer.say("asked", (count) => t("news-asked", { count }));
      }
    }),
  );
}
