/** A gallery as one room walks it: whom it visits, what is to be read there, and what was remarked. */
import type { Live } from "../../live/live.svelte";
import type { Board, Conclusion, Gallery, Note, Remark, Room, Stance } from "../../protocol";
import { t, type MessageId } from "../../text/text.svelte";
import { titleOf } from "../conclusion/titles";

export const STANCES: Record<Stance, MessageId> = {
  agree: "stance-agree",
  question: "stance-question",
  suggestion: "stance-suggestion",
};

const START_LENGTH = 60;

/** Enough of a note to know it by. */
export function startOf({ text }: Note): string {
  const words = text.replace(/\s+/g, " ");
  return words.length > START_LENGTH ? `${words.slice(0, START_LENGTH - 1).trimEnd()}…` : words;
}

export class GalleryView {
  readonly live: Live;
  readonly #activity: () => Gallery;

  constructor(live: Live, activity: () => Gallery) {
    this.live = live;
    this.#activity = activity;
  }

  get activity(): Gallery {
    return this.#activity();
  }

  readonly visit = $derived.by(() => this.live.store.get("visit", `visit-${this.activity.room}`));
  readonly to = $derived.by((): Room | undefined => this.live.store.get("room", this.visit?.to));
  readonly board = $derived.by((): Board | undefined => this.live.store.get("board", this.visit?.shown));
  readonly conclusion = $derived.by((): Conclusion | undefined =>
    this.visit ? this.live.store.under(this.visit.shown, "conclusion")[0] : undefined,
  );
  /** What a remark is about here. */
  readonly about = $derived.by(() => this.conclusion?.id ?? this.board?.id);
  readonly isDone = $derived.by(() => this.activity.turn > this.activity.route.length);
  readonly mayRemark = $derived.by(
    () => !this.live.isClosed && this.about !== undefined && this.live.may("write") && this.live.stepIn(this.live.store.get("room", this.activity.room))?.id === this.activity.step,
  );
}

export function remarksOn(live: Live, about: string): Remark[] {
  return live.store.under(about, "remark").sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What of the whole a remark is about; nothing where it is about the whole, or where that is gone. */
export function partOf(live: Live, remark: Remark): string {
  const field = live.store.get("conclusion", remark.about)?.fields.find(({ id }) => id === remark.field);
  if (field) return titleOf(field);
  const note = live.store.get("note", remark.note);
  return note ? startOf(note) : "";
}

/** Under whose name a remark stands; nothing where nobody may know. */
export function authorOf(live: Live, remark: Remark): string {
  if (live.store.isMine(remark.id) || remark.author === live.you.participant) return t("remark-yours");
  return live.store.get("participant", remark.author)?.name ?? "";
}
