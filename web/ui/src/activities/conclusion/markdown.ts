/** The words of a conclusion as the server keeps them: its own small Markdown, read back into what is drawn. */
import type { Block, Line, Piece } from "./delta";

const ITEM = /^(?:(-)|\d+\.) (.*)$/;
/** An escaped sign, a citation, the stars of bold and italic; all else is words. */
const SIGNS = /\\([\s\S])|\[@([\w-]+)\]|(\*{1,3})/g;

export function blocksOfMarkdown(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const part of markdown.split(/\n{2,}/)) {
    if (!part.trim()) continue;
    for (const row of part.split("\n")) {
      const [, bullet, item] = ITEM.exec(row) ?? [];
      const kind = item === undefined ? "paragraph" : bullet ? "bullet" : "ordered";
      const last = blocks.at(-1);
      const line = lineOf(item ?? row);
      if (kind !== "paragraph" && last?.kind === kind) last.lines.push(line);
      else blocks.push({ kind, lines: [line] });
    }
  }
  return blocks;
}

/** The words alone, for where only words are wanted. */
export function wordsOf(markdown: string): string {
  const rows = blocksOfMarkdown(markdown).flatMap(({ lines }) => lines);
  return rows.map((line) => line.map((piece) => (piece.kind === "text" ? piece.text : "")).join("")).join("\n");
}

function lineOf(row: string): Line {
  const line: Piece[] = [];
  let bold = false;
  let italic = false;
  let words = "";
  let at = 0;
  const flush = (): void => {
    if (words) line.push({ kind: "text", text: words, bold, italic, who: null });
    words = "";
  };
  for (const match of row.matchAll(SIGNS)) {
    const [sign, escaped, citation, stars] = match;
    words += row.slice(at, match.index);
    at = match.index + sign.length;
    if (escaped !== undefined) words += escaped;
    else if (citation) {
      flush();
      line.push({ kind: "citation", id: citation });
    } else if (stars) {
      flush();
      if (stars.length !== 1) bold = !bold;
      if (stars.length !== 2) italic = !italic;
    }
  }
  words += row.slice(at);
  flush();
  return line;
}
