/** A question while it is being filled in: what is typed for one kind is kept when another is looked at. */
import type { Question, QuestionDraft, QuestionKind, Way } from "../protocol";

export const OPTIONS_MAX = 20;
export const WORDS_MAX = 5;
export const SCORE_MAX = 10;

export class QuestionSketch {
  text = $state("");
  kind = $state<QuestionKind>("choice");
  /** One answer on each line. */
  lines = $state("");
  isMultiple = $state(false);
  most = $state(2);
  words = $state(1);
  lowest = $state(1);
  highest = $state(5);
  way = $state<Way>("named");
  quorum = $state<number | null>(null);
  required = $state<number | null>(null);
  abstains = $state(false);
  everywhere = $state(false);
  byRoom = $state(false);
  readonly options = $derived(this.lines.split("\n").map((line) => line.trim()).filter(Boolean));
  readonly isSingle = $derived(this.kind === "choice" && !this.isMultiple);
  /** A ballot in secret bears no room, and words add up to nothing by room. */
  readonly mayBeByRoom = $derived(this.everywhere && this.way !== "secret" && this.kind !== "words");

  constructor(question?: Question) {
    if (!question) return;
    this.text = question.text;
    this.kind = question.kind;
    this.lines = question.options.join("\n");
    this.isMultiple = question.kind === "choice" && question.most > 1;
    this.most = Math.max(2, question.most);
    this.words = Math.min(question.most, WORDS_MAX);
    this.lowest = question.lowest;
    this.highest = question.highest;
    this.way = question.way;
    this.quorum = question.quorum || null;
    this.required = question.required || null;
    this.abstains = question.abstains;
    this.everywhere = question.everywhere;
    this.byRoom = question.by_room;
  }

  draft(): QuestionDraft {
    return {
      text: this.text,
      kind: this.kind,
      options: this.kind === "words" ? [] : this.options,
      most: this.#most(),
      lowest: this.lowest,
      highest: this.highest,
      way: this.kind === "choice" || this.way !== "hands" ? this.way : "named",
      quorum: this.quorum ?? 0,
      required: this.isSingle ? (this.required ?? 0) : 0,
      abstains: this.isSingle && this.abstains,
      everywhere: this.everywhere,
      by_room: this.mayBeByRoom && this.byRoom,
    };
  }

  #most(): number {
    if (this.kind === "words") return this.words;
    return this.kind === "choice" && this.isMultiple ? Math.min(this.most, this.options.length) : 1;
  }
}
