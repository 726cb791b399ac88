/** Sentences of a conclusion, letter for letter as its Markdown has them, so that the server finds them again. Pure. */
import { wordsOf } from "../../activities/conclusion/markdown";

const ITEM = /^(?:-|\d+\.) /;
/** Up to what ends a sentence, which Markdown may escape, and the spaces after it. */
const SENTENCE = /.+?(?:\\?[.!?…؟]+(?=\s|$)|$)/g;

export function phrasesOf(markdown: string): string[] {
  return markdown
    .split("\n")
    .flatMap((row) => row.replace(ITEM, "").match(SENTENCE) ?? [])
    .map((phrase) => phrase.trim())
    .filter((phrase) => wordsOf(phrase).trim());
}
