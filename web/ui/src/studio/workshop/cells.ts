/** The grid of a workshop, steps × rooms: what stands in each cell, and what a glance should tell of it. */
import { activityIn, nameOf } from "../../plan/activity";
import type { Planning } from "../../plan/planner.svelte";
import type { Plan, Room, Step } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { SignName } from "../frame/Sign.svelte";

export interface Cell {
  room: Room;
  plan: Plan | undefined;
}

export interface Row {
  step: Step;
  plenary: Plan | undefined;
  /** A cell for each group; none where the step has nothing for groups. */
  groups: Cell[];
}

export function rowOf(planning: Planning, step: Step): Row {
  const { store } = planning.live;
  const planOf = (room: Room): Plan | undefined => activityIn(store, step, room)?.plan;
  const groups = planning.groups.map((room) => ({ room, plan: planOf(room) }));
  const isApart = step.groups !== null || groups.some((cell) => cell.plan);
  return { step, plenary: planning.plenary && planOf(planning.plenary), groups: isApart ? groups : [] };
}

export function signOf(plan: Plan): SignName {
  switch (plan.kind) {
    case "board":
      return "board";
    case "poll":
      return "poll";
    case "break":
      return "pause";
    case "discussion":
      return "present";
    default:
      return "text";
  }
}

/** The second line of a cell: its question, or how much it holds. */
export function wordsOf(plan: Plan): string {
  if (plan.title) return plan.title;
  if (plan.kind === "poll") return plan.questions[0]?.text ?? "";
  return plan.instructions;
}

/** What people would find missing when the step begins. */
export function lackOf(plan: Plan): string {
  switch (plan.kind) {
    case "poll":
      return plan.questions.length ? "" : t("cell-no-question");
    case "info":
      return plan.text || plan.file ? "" : t("cell-no-text");
    case "board":
    case "discussion":
      return plan.title ? "" : t("cell-no-title");
    default:
      return "";
  }
}

export function tagsOf(plan: Plan): string[] {
  switch (plan.kind) {
    case "board":
      return [...(plan.anonymous ? [t("cell-anonymous")] : []), ...(plan.dots ? [t("cell-dots", { count: plan.dots })] : [])];
    case "conclusion":
      return [t("cell-fields", { count: plan.fields.length })];
    case "poll":
      return [
        ...(plan.questions.some(({ way }) => way === "secret") ? [t("cell-secret")] : []),
        ...(plan.questions.length > 1 ? [t("cell-questions", { count: plan.questions.length })] : []),
      ];
    default:
      return [];
  }
}

/** For those who do not see the grid: which cell this is, and what is in it. */
export function labelOf(step: Step, room: string, plan: Plan | undefined): string {
  const what = plan ? [nameOf(plan.kind), wordsOf(plan) || lackOf(plan)].filter(Boolean).join(", ") : t("cell-empty");
  return t("cell-label", { step: step.title, room, what });
}
