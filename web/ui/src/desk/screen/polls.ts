/** The polls of an activity in the order in which they were prepared. Pure. */
import type { Activity, Poll } from "../../protocol";

export function inPlan(activity: Activity, polls: Poll[]): Poll[] {
  const texts = activity.plan.kind === "poll" ? activity.plan.questions.map((question) => question.text) : [];
  const rank = ({ question }: Poll): number => (texts.includes(question) ? texts.indexOf(question) : texts.length);
  return [...polls].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
