/** One conclusion as one person writes it: its words, whose carets stand in them, and how far they are saved. */
import { untrack } from "svelte";
import { createSubscriber } from "svelte/reactivity";
import * as Y from "yjs";
import type { Live } from "../../live/live.svelte";
import { randomId } from "../../live/random";
import { keys, lasting } from "../../live/storage";
import { heldNow, hold } from "../../live/tabs";
import type { Citation, Conclusion, Refusal } from "../../protocol";
import { mustShow } from "../../parts/showing.svelte";
import { t } from "../../text/text.svelte";
import { Carets, type Caret } from "./carets.svelte";
import { citationsIn, deltaOf, type Delta, type Mark } from "./delta";
import { Document } from "./document";
import { Kept } from "./kept";
import { lostOf } from "./lost.svelte";
import { placeIn, rangeOf } from "./place";
import { titleOf } from "./titles";
import { Wire } from "./wire";

export type Standing = "saved" | "saving" | "waiting";

const TAB = randomId();
/** Whoever one does not see: all of them are one. */
const SOMEBODY = "";

export class Writing {
  readonly live: Live;
  readonly id: string;
  readonly wire: Wire;
  readonly carets: Carets;
  readonly #document: Document;
  readonly #watchers = new WeakMap<Y.Text, () => void>();
  readonly #stops: (() => void)[];
  /** Raised when the document has changed otherwise than in its words. */
  #revision = $state(0);
  #undo: Y.UndoManager | undefined;
  #isLeft = false;

  /** Within an effect of its own: it outlives the view it was made for. */
  constructor(live: Live, id: string) {
    this.live = live;
    this.id = id;
    this.wire = new Wire(live.connection, id);
    this.carets = new Carets((place) => this.wire.cursor(place));
    const prefix = `palabre.document.${live.you.participant}.${id}.`;
    const key = prefix + TAB;
    this.#document = new Document(this.wire, new Kept(lasting, key), () => this.#fields, {
      changed: () => this.#heed(),
      lost: (words, code) => this.#lose(words, code),
    });
    this.#stops = [
      this.wire.hear("doc.update", ({ update }) => this.#document.hear(new Uint8Array(update))),
      this.wire.hear("doc.cursor", ({ who, ...cursor }) => who !== live.you.participant && this.carets.hear({ who: who ?? SOMEBODY, ...cursor })),
      this.wire.hear("doc.reset", ({ code }) => this.#document.heedReset(code)),
      live.accompany(this.#document),
    ];
    let was = this.#canBeWritten;
    $effect(() => {
      if (this.#canBeWritten && !was) untrack(() => this.#document.askAgain());
      was = this.#canBeWritten;
    });
    hold(key);
    void this.#adopt(prefix, key);
  }

  get conclusion(): Conclusion | undefined {
    return this.live.store.get("conclusion", this.id);
  }

  readonly #isDraft = $derived.by(() => this.conclusion?.state === "drafting");
  readonly #canBeWritten = $derived.by(() => this.#isDraft && !mustShow(this.live, "write"));

  /** Whether its words have come. */
  readonly isThere = $derived.by(() => this.#see(() => this.#document.isThere));
  readonly refusal = $derived.by((): Refusal | undefined => this.#see(() => this.#document.refusal));
  readonly isSaved = $derived.by(() => this.#see(() => this.#document.isSaved));
  readonly mayWrite = $derived.by(
    () => this.#see(() => this.#document.mayWrite) && this.conclusion?.state === "drafting" && !this.live.isClosed,
  );
  readonly standing = $derived.by((): Standing => {
    if (this.isSaved) return "saved";
    return this.live.connection.standing === "online" ? "saving" : "waiting";
  });

  // -- words

  /** The shared text of a field; another one after the document was begun anew. */
  text(field: string): Y.Text {
    return this.#see(() => this.#document.field(field));
  }

  delta(field: string): Delta {
    return this.#read(field, (text) => deltaOf(text.toDelta() as object[]));
  }

  readonly length = $derived.by(() => this.#fields.reduce((sum, field) => sum + this.#read(field, (text) => text.length), 0));
  readonly left = $derived.by(() => Math.max(0, this.#most - this.length));

  /** At the end of a field, as a paragraph of its own. */
  append(field: string, words: string): void {
    const text = this.text(field);
    const start = text.length && !text.toString().endsWith("\n") ? "\n" : "";
    text.insert(text.length, start + words);
  }

  /** Who writes; in what is frozen nobody does, and nobody who has gone elsewhere. */
  get writers(): Caret[] {
    if (this.conclusion?.state !== "drafting") return [];
    return this.carets.all.filter(({ who }) => who === SOMEBODY || this.live.store.get("participant", who));
  }

  /** Others' carets in a field, where they are now. */
  marks(field: string): Mark[] {
    return this.#read(field, (text) =>
      this.writers.flatMap((caret): Mark[] => {
        const range = caret.field === field ? rangeOf(text, caret.place) : undefined;
        if (!range) return [];
        const { anchor, head } = range;
        return [{ who: caret.who, from: Math.min(anchor, head), to: Math.max(anchor, head), head }];
      }),
    );
  }

  /** Tells others where one's own caret is. */
  point(field: string, anchor: number, head: number): void {
    this.carets.say({ field, ...placeIn(this.text(field), anchor, head) });
  }

  // -- undoing what one has written oneself

  /** `origin` is who writes: the editor that is open. */
  undoing(origin: object): Y.UndoManager {
    const doc = this.#see(() => this.#document.doc);
    if (this.#undo?.doc !== doc) {
      this.#undo?.destroy();
      this.#undo = new Y.UndoManager(this.#fields.map((field) => this.text(field)), { doc, trackedOrigins: new Set() });
    }
    this.#undo.addTrackedOrigin(origin);
    return this.#undo;
  }

  // -- citing

  citations(field: string): Citation[] {
    return this.live.store.under(this.id, "citation").filter((citation) => citation.field === field);
  }

  /** Cited here and nowhere in the words. */
  unplaced(field: string): Citation[] {
    const placed = new Set(citationsIn(this.delta(field)));
    return this.citations(field).filter(({ id }) => !placed.has(id));
  }

  /** Undefined when it was refused; the outbox says why. */
  async cite(field: string, note: string): Promise<Citation | undefined> {
    const answer = await this.live.do({ type: "citation.add", conclusion: this.id, field, note });
    if ("refused" in answer) return undefined;
    await this.live.outbox.seen(answer.seq);
    return this.citations(field).find((citation) => citation.note === note);
  }

  /** Out of the words, and for good. */
  uncite(citation: Citation): void {
    const text = this.text(citation.field);
    let at = 0;
    for (const { insert } of deltaOf(text.toDelta() as object[])) {
      if (typeof insert !== "string" && insert.citation === citation.id) text.delete(at, 1);
      else at += typeof insert === "string" ? insert.length : 1;
    }
    void this.live.do({ type: "citation.drop", citation: citation.id });
  }

  /** The view is gone: so are we, once all is saved. */
  leave(): void {
    this.#isLeft = true;
    this.carets.say(null);
    if (this.#document.isSaved) this.#stop();
  }

  return(): void {
    this.#isLeft = false;
  }

  get #fields(): string[] {
    return this.conclusion?.fields.map((field) => field.id) ?? [];
  }

  get #most(): number {
    return this.live.store.get("conclusion_activity", this.conclusion?.activity)?.plan.most ?? Infinity;
  }

  #see<T>(look: () => T): T {
    void this.#revision;
    return look();
  }

  #read<T>(field: string, look: (text: Y.Text) => T): T {
    const text = this.text(field);
    let watch = this.#watchers.get(text);
    if (!watch) {
      watch = createSubscriber((update) => {
        text.observe(update);
        return () => text.unobserve(update);
      });
      this.#watchers.set(text, watch);
    }
    watch();
    return look(text);
  }

  #heed(): void {
    this.#revision++;
    if (this.#isLeft && this.#document.isSaved) this.#stop();
  }

  #lose(words: Map<string, string>, code: string): void {
    const lost = lostOf(this.live);
    for (const [field, text] of words) {
      const known = this.conclusion?.fields.find((each) => each.id === field);
      lost.keep({ conclusion: this.id, field, title: known ? titleOf(known) : t("field-untitled"), text, code });
    }
  }

  async #adopt(prefix: string, own: string): Promise<void> {
    const alive = await heldNow();
    for (const key of keys(lasting, prefix)) if (key !== own && !alive.has(key)) this.#document.adopt(key);
  }

  #stop(): void {
    // Closing is a change too, and must not be taken for a reason to close.
    this.#isLeft = false;
    writings.get(this.id)?.end();
    writings.delete(this.id);
    for (const stop of this.#stops) stop();
    this.carets.stop();
    this.#undo?.destroy();
    this.#document.close();
  }
}

/** Those of this page. One whose last words have not arrived outlives its view. */
const writings = new Map<string, { writing: Writing; end: () => void }>();

export function writingOf(live: Live, conclusion: string): Writing {
  const known = writings.get(conclusion);
  if (known) {
    known.writing.return();
    return known.writing;
  }
  let writing: Writing | undefined;
  const end = $effect.root(() => {
    writing = new Writing(live, conclusion);
  });
  const made = writing as unknown as Writing;
  writings.set(conclusion, { writing: made, end });
  return made;
}
