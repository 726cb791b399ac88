/**
 * A field as plain text: what a text area shows, and what a change of it means for the shared text. A citation is one
 * place in the shared text and a mark of several letters here, `[1]`, which goes as a whole.
 */
import type { Delta } from "./delta";

/** A stretch of the shared text and how it is shown. Places are those of the shared text, as UTF-16 counts. */
interface Stretch {
  at: number;
  length: number;
  shown: string;
  isMark: boolean;
}

export interface Plain {
  text: string;
  stretches: Stretch[];
  /** The citations in the order of their marks. */
  citations: string[];
}

/** Take away `removed` places at `at`, then put `added` there. */
export interface Edit {
  at: number;
  removed: number;
  added: string;
}

export function plainOf(delta: Delta): Plain {
  const stretches: Stretch[] = [];
  const citations: string[] = [];
  let at = 0;
  for (const { insert } of delta) {
    const isMark = typeof insert !== "string";
    if (isMark) citations.push(insert.citation);
    const shown = isMark ? `[${citations.length}]` : insert;
    const length = isMark ? 1 : insert.length;
    stretches.push({ at, length, shown, isMark });
    at += length;
  }
  return { text: stretches.map(({ shown }) => shown).join(""), stretches, citations };
}

/** The smallest change that makes one text of the other; undefined when there is none. `caret` is where typing ended. */
export function editOf(plain: Plain, text: string, caret: number = text.length): Edit | undefined {
  if (text === plain.text) return undefined;
  const { text: before } = plain;
  // What stands behind the caret was not typed: of two equal letters side by side, the one at the caret is the new one.
  const behind = Math.min(text.length - caret, before.length);
  let end = common(behind, (i) => before[before.length - 1 - i] === text[text.length - 1 - i]);
  const start = common(Math.min(before.length, text.length) - end, (i) => before[i] === text[i]);
  end += common(Math.min(before.length, text.length) - start - end, (i) => {
    return before[before.length - 1 - end - i] === text[text.length - 1 - end - i];
  });
  const [from, to] = whole(before, start, before.length - end);
  const added = text.slice(from, to - (before.length - text.length));
  // Typed into a mark: it stays, and the words go behind it.
  const at = placeOf(plain, from, from === to ? "after" : "before");
  return { at, removed: from === to ? 0 : placeOf(plain, to, "after") - at, added };
}

/** Where a place of the shared text is shown. */
export function shownAt(plain: Plain, place: number): number {
  let shown = 0;
  for (const stretch of plain.stretches) {
    if (place < stretch.at + stretch.length) return shown + (stretch.isMark ? 0 : place - stretch.at);
    shown += stretch.shown.length;
  }
  return shown;
}

/** The place in the shared text of something shown; a place within a mark counts as behind it, or before it. */
export function placeOf(plain: Plain, shown: number, side: "before" | "after" = "after"): number {
  let passed = 0;
  for (const stretch of plain.stretches) {
    const within = shown - passed;
    if (within < stretch.shown.length || (within === stretch.shown.length && !stretch.isMark)) {
      if (!stretch.isMark) return stretch.at + within;
      return within > 0 && side === "after" ? stretch.at + 1 : stretch.at;
    }
    passed += stretch.shown.length;
  }
  const last = plain.stretches.at(-1);
  return last ? last.at + last.length : 0;
}

/** Where a place has gone after a change by somebody else. */
export function moved(place: number, change: { insert?: unknown; delete?: number; retain?: number }[]): number {
  let at = 0;
  let now = place;
  for (const { insert, delete: removed, retain } of change) {
    if (at > now) break;
    if (retain) at += retain;
    else if (removed) now -= Math.min(removed, Math.max(0, now - at));
    else if (insert !== undefined) {
      const length = typeof insert === "string" ? insert.length : 1;
      if (at < now) now += length;
      at += length;
    }
  }
  return now;
}

function common(most: number, isSame: (index: number) => boolean): number {
  let count = 0;
  while (count < most && isSame(count)) count++;
  return count;
}

/** Half of an emoji is not text: a pair of surrogates changes as a whole. */
function whole(text: string, from: number, to: number): [number, number] {
  const splits = (at: number): boolean => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
  return [splits(from) ? from - 1 : from, splits(to) ? to + 1 : to];
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
