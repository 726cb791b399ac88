/** Words that the server did not take: found in the document they were written into before it is thrown away. */
import * as Y from "yjs";
import { merged, type Batch } from "./kept";

/** By field, what was written in these batches and not taken out again, in the order of the text. */
export function unsaid(doc: Y.Doc, fields: string[], batches: readonly Batch[]): Map<string, string> {
  const isLost = written(batches);
  const found = fields.map((field): [string, string] => [field, lostOf(doc.getText(field), isLost)]);
  return new Map(found.filter(([, words]) => words.trim()));
}

type IsLost = (client: number, clock: number) => boolean;

function written(batches: readonly Batch[]): IsLost {
  const spans = batches.flatMap((batch) =>
    Y.decodeUpdate(merged(batch)).structs.map(({ id, length }) => ({ client: id.client, from: id.clock, to: id.clock + length })),
  );
  return (client, clock) => spans.some((span) => span.client === client && span.from <= clock && clock < span.to);
}

function lostOf(text: Y.Text, isLost: IsLost): string {
  let words = "";
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const lost = [...item.content.str.split("")].filter((_, index) => isLost(client, clock + index)).join("");
    // Two stretches with others' words between them are two pieces.
    words += lost;
    if (!lost && words && !words.endsWith("\n")) words += "\n";
  }
  return words.trim();
}
