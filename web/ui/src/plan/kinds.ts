/** What each kind of activity is for, in a line. */
import type { MessageId } from "../text/text.svelte";
import type { PlanKind } from "./activity";

export const DESCRIPTIONS: Record<PlanKind, MessageId> = {
  info: "kind-info-hint",
  discussion: "kind-discussion-hint",
  board: "kind-board-hint",
  conclusion: "kind-conclusion-hint",
  poll: "kind-poll-hint",
  report_out: "kind-report_out-hint",
  gallery: "kind-gallery-hint",
  break: "kind-break-hint",
};
