/** What `/api/minutes` answers, see docs/protocol.md. */
import type { Paper, Refusal } from "../protocol";

export type State = "generated" | "edited" | "amendable" | "approved" | "published" | "superseded";
export type Action = "reword" | "refresh" | "open" | "approve" | "reopen" | "publish" | "discard" | "propose";

export interface Summary {
  number: number;
  state: State;
  edition: number;
  language: string;
  names: boolean;
  made_at: number;
  amend_until: number | null;
  approved_at: number | null;
  published_at: number | null;
  checksum: string;
}

export interface Wording {
  lead: string;
  summary: string;
  notes: Record<string, string>;
}

export interface Amendment {
  id: string;
  section: string;
  text: string;
  at: number;
  state: "proposed" | "accepted" | "refused";
  reason: string;
  by: string;
  is_mine: boolean;
}

export interface Whole extends Summary {
  wording: Wording;
  facts_lead: string;
  document: Document;
  sections: string[];
  amendments: Amendment[];
  is_behind: boolean;
  blocked: Record<Action, Refusal | null>;
}

export interface All {
  versions: Summary[];
  languages: Record<string, string>;
  may_organize: boolean;
  is_staff: boolean;
}

export interface Progress {
  stage: "waiting" | "reading" | "writing";
  done: number;
  of: number;
  format: string | null;
}

export interface Table {
  head: string[];
  rows: string[][];
  numbers: number[];
}

export interface Quote {
  text: string;
  by: string;
  details: string[];
  replies: Quote[];
  paper: Paper;
  anchor: string;
}

export interface Section {
  type: "section";
  title: string;
  parts: Part[];
  paper: Paper | null;
  key: string;
  note: string;
  amendments: Quote[];
}

export type Part =
  | { type: "paragraph"; text: string; soft: boolean }
  | { type: "figures"; items: [string, string][] }
  | { type: "bullets"; items: string[] }
  | ({ type: "table" } & Table)
  | { type: "chart"; table: Table; shares: number[]; values: string[] }
  | ({ type: "quote" } & Quote)
  | { type: "pile"; title: string; quotes: Quote[] }
  | { type: "sources"; label: string; items: { text: string; anchor: string }[] }
  | Section;

export interface Document {
  title: string;
  language: string;
  date: string;
  lead: string;
  parts: Part[];
  summary: string;
  made: string;
}
