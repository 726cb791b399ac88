/** What one can do about words that somebody else wrote: report them, or, for staff, hide and show them. */
import { mount, unmount } from "svelte";
import type { Action } from "../../live/action";
import type { Live } from "../../live/live.svelte";
import { part } from "../../live/part";
import { t } from "../../text/text.svelte";
import type { Text } from "./words";

/** Asks for a reason. The form is fetched when it is first needed. */
export function judge(live: Live, about: string, isConclusion = false): void {
  void part(() => import("./JudgeForm.svelte")).then(({ default: JudgeForm }) => {
    const form = mount(JudgeForm, { target: document.body, props: { live, about, isConclusion, onclose: () => void unmount(form) } });
  });
}

export function judging<On>(of: (on: On) => { live: Live; text: Text; isMine: boolean }): Action<On>[] {
  const isOpen = ({ live }: { live: Live }): boolean => !live.isClosed || live.may("organize");
  return [
    {
      id: "text.show",
      icon: "eye",
      label: (on) => t(of(on).text.moderation === "pending" ? "text-approve" : "text-restore"),
      applies: (on) => of(on).live.may("moderate") && isOpen(of(on)) && of(on).text.moderation !== "shown",
      perform: (on) => void of(on).live.do({ type: "text.show", about: of(on).text.id }),
    },
    {
      id: "text.judge",
      icon: "alert",
      label: (on) => t(of(on).live.may("moderate") ? "text-hide" : "text-report"),
      applies: (on) => {
        const { live, text, isMine } = of(on);
        if (live.may("moderate")) return isOpen(of(on)) && text.moderation !== "hidden";
        return live.may("write") && !live.isClosed && !isMine && text.moderation === "shown" && !live.store.under(text.id, "flag").length;
      },
      perform: (on) => judge(of(on).live, of(on).text.id),
    },
  ];
}
