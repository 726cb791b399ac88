/** A table as spreadsheets write it: commas, semicolons or tabs, quotes, and whatever ends a line. Pure. */

const SEPARATORS = [",", ";", "\t"] as const;

/** Rows without an empty one at the end; every row as wide as the widest. */
export function tableOf(text: string): string[][] {
  const rows = rowsOf(text.replace(/^\uFEFF/, ""), separatorOf(text)).filter((row) => row.some((cell) => cell.trim()));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}

/** The one that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counted = SEPARATORS.map((separator) => [separator, first.split(separator).length] as const);
  return counted.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === separator) {
      rows.at(-1)?.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at++;
      rows.at(-1)?.push(cell);
      cell = "";
      rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

export type Column = "text" | "title" | "author";

/** As people head such columns in our languages. */
const HEADS: Record<Column, RegExp> = {
  text: /^(texte?|text|body|id[ée]e|idea|contribution|proposition|proposal|message|commentaire|comment|contenu|content|نص|النص|فكرة|مقترح)$/i,
  title: /^(titre|title|objet|subject|عنوان|العنوان)$/i,
  author: /^(auteur|autrice|author|nom|name|pseudo|المؤلف|الاسم)$/i,
};

export interface Guess {
  hasHead: boolean;
  columns: Record<Column, number | undefined>;
}

/** Which column is which, by its head; without one the longest texts are the text. */
export function guess(rows: string[][]): Guess {
  const head = (rows[0] ?? []).map((cell) => cell.trim());
  const found = (column: Column): number | undefined => {
    const at = head.findIndex((cell) => HEADS[column].test(cell));
    return at < 0 ? undefined : at;
  };
  const columns = { text: found("text"), title: found("title"), author: found("author") };
  const hasHead = Object.values(columns).some((at) => at !== undefined);
  return { hasHead, columns: { ...columns, text: columns.text ?? longest(rows) } };
}

function longest(rows: string[][]): number | undefined {
  const sums = (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0));
  return sums.length ? sums.indexOf(Math.max(...sums)) : undefined;
}

/** Files of older spreadsheets are not in UTF-8. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
