/** The usual evening: a workshop to begin from, with its words in the language of the page. */
import type { PlanDraft } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { TemplateDraft } from "../api";

export function evening(title: string): TemplateDraft {
  const board: PlanDraft = {
    kind: "board",
    title: t("evening-ideas-question"),
    instructions: t("evening-ideas-instructions"),
    columns: [
      { id: "c1", title: t("evening-column-1") },
      { id: "c2", title: t("evening-column-2") },
    ],
    hidden: true,
    anonymous: false,
    sorting: "everyone",
    comments: true,
    dots: 3,
    dots_per_note: 1,
  };
  return {
    title,
    rooms: [
      { name: t("evening-group", { number: 1 }), paper: "sky" },
      { name: t("evening-group", { number: 2 }), paper: "linden" },
      { name: t("evening-group", { number: 3 }), paper: "peach" },
    ],
    steps: [
      { title: t("evening-welcome"), minutes: 15, plenary: { kind: "discussion", title: t("evening-welcome-question"), instructions: "" } },
      { title: t("evening-ideas"), minutes: 35, groups: board },
      { title: t("evening-break"), minutes: 10, plenary: { kind: "break", title: "", instructions: "" } },
      { title: t("evening-share"), minutes: 30, plenary: { kind: "discussion", title: t("evening-share-question"), instructions: "" } },
    ],
  };
}
