/** A plan while it is being filled in: what is typed for one kind is kept when another is looked at. */
import type { Column, Field, Plan, PlanDraft, Sorting } from "../protocol";
import type { PlanKind } from "./activity";
import { QuestionSketch } from "./question.svelte";

const COLUMNS_MAX = 8;
const QUESTIONS_MAX = 20;
const FIELDS_MAX = 12;
/** The usual parts of a conclusion; their titles are the page's, in everybody's language. */
const KNOWN_FIELDS: readonly Field[] = ["agreed", "disagreed", "proposals", "questions", "minority"].map((id) => ({
  id,
  title: "",
  hint: "",
  kind: id === "minority" ? "minority" : "text",
}));

export class Sketch {
  kind = $state<PlanKind>("board");
  title = $state("");
  instructions = $state("");

  text = $state("");
  file = $state<string | null>(null);
  media_type = $state("");
  alt = $state("");

  columns = $state<Column[]>([{ id: "c1", title: "" }]);
  hidden = $state(true);
  anonymous = $state(false);
  sorting = $state<Sorting>("everyone");
  comments = $state(true);
  moderated = $state(false);
  dots = $state(3);
  dots_per_note = $state(1);

  questions = $state<QuestionSketch[]>([]);

  fields = $state<Field[]>(KNOWN_FIELDS.map((field) => ({ ...field })));
  most = $state(20_000);
  /** Whose conclusions are reported out or visited; empty for the last step that has any. */
  of = $state("");
  minutes_each = $state(3);
  /** The step whose board or conclusion this one goes on from; empty for none. */
  goes_on = $state("");
  visit_minutes = $state(5);

  constructor(plan?: Plan | null) {
    if (!plan) return;
    this.kind = plan.kind;
    this.title = plan.title;
    this.instructions = plan.instructions;
    if (plan.kind === "info") {
      this.text = plan.text;
      this.file = plan.file;
      this.media_type = plan.media_type;
      this.alt = plan.alt;
    } else if (plan.kind === "board") {
      this.goes_on = plan.goes_on ?? "";
      this.columns = plan.columns.map((column) => ({ ...column }));
      this.hidden = plan.hidden;
      this.anonymous = plan.anonymous;
      this.sorting = plan.sorting;
      this.comments = plan.comments;
      this.moderated = plan.moderated;
      this.dots = plan.dots;
      this.dots_per_note = plan.dots_per_note;
    } else if (plan.kind === "poll") {
      this.questions = plan.questions.map((question) => new QuestionSketch(question));
    } else if (plan.kind === "conclusion") {
      this.goes_on = plan.goes_on ?? "";
      this.fields = plan.fields.map((field) => ({ ...field }));
      this.most = plan.most;
    } else if (plan.kind === "report_out") {
      this.of = plan.of ?? "";
      this.minutes_each = plan.minutes_each;
    } else if (plan.kind === "gallery") {
      this.of = plan.of ?? "";
      this.visit_minutes = plan.minutes_each;
      this.anonymous = plan.anonymous;
    }
  }

  get isFullOfColumns(): boolean {
    return this.columns.length >= COLUMNS_MAX;
  }

  get isFullOfQuestions(): boolean {
    return this.questions.length >= QUESTIONS_MAX;
  }

  addColumn(): void {
    this.columns.push({ id: free("c", this.columns), title: "" });
  }

  get isFullOfFields(): boolean {
    return this.fields.length >= FIELDS_MAX;
  }

  /** Usual parts that were taken out. */
  get fieldsLeft(): Field[] {
    return KNOWN_FIELDS.filter((known) => !this.fields.some(({ id }) => id === known.id));
  }

  addField(known?: Field): void {
    this.fields.push(known ? { ...known } : { id: free("f", this.fields), title: "", hint: "", kind: "text" });
  }

  isKnown({ id }: Field): boolean {
    return KNOWN_FIELDS.some((known) => known.id === id);
  }

  moveField(index: number, by: 1 | -1): void {
    const [field] = this.fields.splice(index, 1);
    if (field) this.fields.splice(index + by, 0, field);
  }

  draft(): PlanDraft {
    const { title, instructions } = this;
    switch (this.kind) {
      case "info":
        return { kind: "info", title, instructions, text: this.text, file: this.file, media_type: this.media_type, alt: this.alt };
      case "board":
        return {
          kind: "board",
          title,
          instructions,
          columns: this.columns.map(({ id, title }) => ({ id, title })),
          hidden: this.hidden,
          anonymous: this.anonymous,
          sorting: this.sorting,
          comments: this.comments,
          moderated: this.moderated,
          dots: this.dots,
          dots_per_note: this.dots_per_note,
          goes_on: this.goes_on || null,
        };
      case "poll":
        return { kind: "poll", title, instructions, questions: this.questions.map((question) => question.draft()) };
      case "conclusion":
        return { kind: "conclusion", title, instructions, fields: this.fields.map((field) => ({ ...field })), most: this.most, goes_on: this.goes_on || null };
      case "report_out":
        return { kind: "report_out", title, instructions, of: this.of || null, minutes_each: this.minutes_each };
      case "gallery":
        return { kind: "gallery", title, instructions, of: this.of || null, minutes_each: this.visit_minutes, anonymous: this.anonymous };
      default:
        return { kind: this.kind, title, instructions };
    }
  }
}

/** An id that none of them has. */
function free(letter: string, taken: { id: string }[]): string {
  let number = 1;
  while (taken.some(({ id }) => id === `${letter}${number}`)) number++;
  return `${letter}${number}`;
}
