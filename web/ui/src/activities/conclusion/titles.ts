/** What the fields of a conclusion are called where nobody has called them otherwise. */
import type { Field } from "../../protocol";
import { t, type MessageId } from "../../text/text.svelte";

const TITLES: Record<string, MessageId> = {
  agreed: "field-agreed",
  disagreed: "field-disagreed",
  proposals: "field-proposals",
  questions: "field-questions",
  minority: "field-minority",
};
const HINTS: Record<string, MessageId> = {
  agreed: "field-agreed-hint",
  disagreed: "field-disagreed-hint",
  proposals: "field-proposals-hint",
  questions: "field-questions-hint",
  minority: "field-minority-hint",
};

export function titleOf({ id, title }: Pick<Field, "id" | "title">): string {
  return title || t(TITLES[id] ?? "field-untitled");
}

/** What is asked for, in a sentence. */
export function hintOf({ id, title, hint }: Pick<Field, "id" | "title" | "hint">): string {
  const known = title ? undefined : HINTS[id];
  return hint || (known ? t(known) : "");
}
