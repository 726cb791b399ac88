/** Where somebody's caret is, said so that it holds whatever others write around it. */
import * as Y from "yjs";
import { fromBase64, toBase64 } from "../../live/bytes";

/** Base64 of Yjs relative positions: where the selection began, and its end that moves. */
export interface Place {
  anchor: string;
  head: string;
}

export function placeIn(text: Y.Text, anchor: number, head: number): Place {
  return { anchor: encode(text, anchor), head: encode(text, head) };
}

/** Undefined where it is not known, or not yet. */
export function rangeOf(text: Y.Text, { anchor, head }: Place): { anchor: number; head: number } | undefined {
  const from = decode(text, anchor);
  const to = decode(text, head);
  return from === undefined || to === undefined ? undefined : { anchor: from, head: to };
}

function encode(text: Y.Text, index: number): string {
  const place = Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length));
  return toBase64(Y.encodeRelativePosition(place));
}

function decode(text: Y.Text, place: string): number | undefined {
  try {
    const { doc } = text;
    const found = doc && Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(place)), doc);
    return found?.type === text ? found.index : undefined;
  } catch {
    // What others send is theirs: a place that cannot be read is none.
    return undefined;
  }
}
