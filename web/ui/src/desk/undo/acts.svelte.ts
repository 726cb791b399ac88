/** What this facilitator did lately and can put back: at once from a bar, later from a list. */
import type { Live } from "../../live/live.svelte";
import type { Answer, Command } from "../../protocol";
import { refusalText, t } from "../../text/text.svelte";
import { backOf, type Back } from "./back";

/** How long the bar offers it. */
const FRESH_MS = 10_000;
const KEPT = 20;

export class Act {
  isFresh = $state(true);
  isBack = $state(false);
  /** It is on its way back. */
  isAsked = false;
  /** Why it could not be put back. */
  refusal = $state("");

  constructor(
    readonly back: Back,
    readonly at: number,
    /** The change it made. */
    readonly seq: number,
  ) {}

  get title(): string {
    return t(this.back.words, { name: this.back.name ?? "" });
  }
}

export class Acts {
  /** The last first. */
  all = $state.raw<Act[]>([]);
  readonly fresh = $derived(this.all.find((act) => act.isFresh));
  readonly #live: Live;
  /** What puts something back is no act of its own. */
  readonly #backs = new Set<Command>();

  constructor(live: Live) {
    this.#live = live;
    live.heed = (command, answer) => this.#hear(command, answer);
  }

  async undo(act: Act): Promise<void> {
    act.isFresh = false;
    if (act.isBack || act.isAsked) return;
    act.isAsked = true;
    const { back, seq } = act;
    const { store } = this.#live;
    if (!back.holds(store, seq)) {
      act.refusal = t("undo-stale");
    } else {
      const command = typeof back.command === "function" ? back.command(store, seq) : back.command;
      this.#backs.add(command);
      const answer = await this.#live.do(command);
      this.#backs.delete(command);
      if ("refused" in answer) {
        act.refusal = refusalText(answer.refused);
        this.#forget(command);
      } else {
        await this.#live.outbox.seen(answer.seq);
        act.isBack = true;
      }
    }
    act.isAsked = false;
    this.#live.announcer.say("undo", () => act.refusal || t("undo-done", { what: act.title }));
  }

  async #hear(command: Command, answer: Promise<Answer>): Promise<void> {
    if (this.#backs.has(command)) return;
    const back = backOf(command, this.#live.store, this.#live.clock.now);
    if (!back) return;
    const answered = await answer;
    if ("refused" in answered) return;
    // Whether it can still be put back is asked of what is on screen.
    await this.#live.outbox.seen(answered.seq);
    const act = new Act(back, this.#live.clock.now, answered.seq);
    for (const before of this.all) before.isFresh = false;
    this.all = [act, ...this.all].slice(0, KEPT);
    setTimeout(() => (act.isFresh = false), FRESH_MS);
  }

  /** It is said where it was tried. */
  #forget(command: Command): void {
    const { outbox } = this.#live;
    const item = outbox.refused.find((each) => each.command === command);
    if (item) outbox.discard(item);
  }
}
