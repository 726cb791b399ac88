/** A plan while it is being filled in: what is typed for one kind is kept when another is looked at. */
import type { Column, Plan, PlanDraft, Question, QuestionDraft, Sorting, Way } from "../protocol";
import type { PlanKind } from "./activity";

const COLUMNS_MAX = 8;
const QUESTIONS_MAX = 20;

export class QuestionSketch {
  text = $state("");
  /** One answer on each line. */
  lines = $state("");
  isMultiple = $state(false);
  most = $state(2);
  way = $state<Way>("named");
  readonly options = $derived(this.lines.split("\n").map((line) => line.trim()).filter(Boolean));

  constructor(question?: Question) {
    if (!question) return;
    this.text = question.text;
    this.lines = question.options.join("\n");
    this.isMultiple = question.most > 1;
    this.most = Math.max(2, question.most);
    this.way = question.way;
  }

  draft(): QuestionDraft {
    const most = this.isMultiple ? Math.min(this.most, this.options.length) : 1;
    return { text: this.text, options: this.options, most, way: this.way };
  }
}

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
  dots = $state(3);
  dots_per_note = $state(1);

  questions = $state<QuestionSketch[]>([]);

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
      this.columns = plan.columns.map((column) => ({ ...column }));
      this.hidden = plan.hidden;
      this.anonymous = plan.anonymous;
      this.sorting = plan.sorting;
      this.comments = plan.comments;
      this.dots = plan.dots;
      this.dots_per_note = plan.dots_per_note;
    } else if (plan.kind === "poll") {
      this.questions = plan.questions.map((question) => new QuestionSketch(question));
    }
  }

  get isFullOfColumns(): boolean {
    return this.columns.length >= COLUMNS_MAX;
  }

  get isFullOfQuestions(): boolean {
    return this.questions.length >= QUESTIONS_MAX;
  }

  addColumn(): void {
    const taken = new Set(this.columns.map((column) => column.id));
    let number = 1;
    while (taken.has(`c${number}`)) number++;
    this.columns.push({ id: `c${number}`, title: "" });
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
          dots: this.dots,
          dots_per_note: this.dots_per_note,
        };
      case "poll":
        return { kind: "poll", title, instructions, questions: this.questions.map((question) => question.draft()) };
      default:
        return { kind: this.kind, title, instructions };
    }
  }
}
