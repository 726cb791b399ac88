/** What a field's shared text is, and how it is drawn: paragraphs and lists of words, citations and others' carets. */
export interface Format {
  bold?: true | null;
  italic?: true | null;
  list?: "bullet" | "ordered" | null;
}

export interface Op {
  insert: string | { citation: string };
  attributes?: Format;
}

export type Delta = Op[];

/** Where somebody else writes: between `from` and `to`, of which `head` is the end that moves. */
export interface Mark {
  who: string;
  from: number;
  to: number;
  head: number;
}

export type Piece =
  | { kind: "text"; text: string; bold: boolean; italic: boolean; who: string | null }
  | { kind: "citation"; id: string }
  | { kind: "caret"; who: string };

export type Line = Piece[];

export interface Block {
  kind: "paragraph" | "bullet" | "ordered";
  /** One for a paragraph, one per item of a list. */
  lines: Line[];
}

/** As Yjs gives it: whatever else a text may bear is not drawn. */
export function deltaOf(ops: { insert?: unknown; attributes?: object }[]): Delta {
  return ops.flatMap(({ insert, attributes }): Op[] => {
    if (typeof insert === "string") return [{ insert, attributes }];
    const citation = insert && typeof insert === "object" && "citation" in insert ? insert.citation : undefined;
    return typeof citation === "string" ? [{ insert: { citation } }] : [];
  });
}

export function lengthOf(delta: Delta): number {
  return delta.reduce((sum, { insert }) => sum + (typeof insert === "string" ? insert.length : 1), 0);
}

export function citationsIn(delta: Delta): string[] {
  return delta.flatMap(({ insert }) => (typeof insert === "string" ? [] : [insert.citation]));
}

/** Nothing to read, though there may be lines. */
export function isBlank(delta: Delta): boolean {
  return delta.every(({ insert }) => typeof insert === "string" && !insert.trim());
}

export function blocksOf(delta: Delta, marks: Mark[] = []): Block[] {
  const drawing = new Drawing(marks);
  for (const { insert, attributes } of delta) {
    if (typeof insert !== "string") drawing.cite(insert.citation);
    else {
      insert.split("\n").forEach((words, index) => {
        if (index) drawing.endLine(attributes?.list ?? null);
        if (words) drawing.write(words, attributes ?? {});
      });
    }
  }
  return drawing.end();
}

class Drawing {
  readonly #marks: Mark[];
  readonly #carets: Mark[];
  readonly #blocks: Block[] = [];
  #line: Line = [];
  #at = 0;

  constructor(marks: Mark[]) {
    this.#marks = marks;
    this.#carets = [...marks].sort((a, b) => a.head - b.head);
  }

  write(words: string, { bold, italic }: Format): void {
    for (let rest = words; rest; ) {
      this.#drawCarets();
      const length = Math.min(rest.length, ...this.#borders(rest.length));
      const who = this.#marks.find(({ from, to }) => from <= this.#at && this.#at < to)?.who ?? null;
      this.#line.push({ kind: "text", text: rest.slice(0, length), bold: !!bold, italic: !!italic, who });
      rest = rest.slice(length);
      this.#at += length;
    }
  }

  cite(id: string): void {
    this.#drawCarets();
    this.#line.push({ kind: "citation", id });
    this.#at += 1;
  }

  endLine(list: Format["list"]): void {
    this.#drawCarets();
    const kind = list === "bullet" || list === "ordered" ? list : "paragraph";
    const last = this.#blocks.at(-1);
    if (kind !== "paragraph" && last?.kind === kind) last.lines.push(this.#line);
    else this.#blocks.push({ kind, lines: [this.#line] });
    this.#line = [];
    this.#at += 1;
  }

  end(): Block[] {
    // Whoever writes at the very end, or beyond what has come so far.
    this.#at = Infinity;
    this.#drawCarets();
    if (this.#line.length) this.endLine(null);
    while (this.#blocks.at(-1)?.lines.every((line) => !line.length)) this.#blocks.pop();
    return this.#blocks;
  }

  #drawCarets(): void {
    while (this.#carets[0] && this.#carets[0].head <= this.#at) {
      this.#line.push({ kind: "caret", who: (this.#carets.shift() as Mark).who });
    }
  }

  /** How far to the next place where something begins or ends. */
  #borders(within: number): number[] {
    return this.#marks
      .flatMap(({ from, to, head }) => [from, to, head])
      .map((place) => place - this.#at)
      .filter((distance) => distance > 0 && distance < within);
  }
}
