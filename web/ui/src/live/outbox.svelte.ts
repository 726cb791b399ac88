/**
 * What this person has done and the server has not yet answered. One command is in flight at a time, sent again with
 * the same id until there is an answer, and mirrored to storage: a lost network, a reload or a crash loses nothing.
 */
import type { Answer, Command, Do, Refusal } from "../protocol";
import { Horizon } from "./horizon";
import { randomId } from "./random";
import { keys, lasting, read, write } from "./storage";
import { heldNow, hold } from "./tabs";

export interface Item {
  id: string;
  command: Command;
  at: number;
  /** Accepted items stay until their change has been seen, so that nothing blinks between the two. */
  state: "waiting" | "accepted" | "refused";
  seq?: number;
  refusal?: Refusal;
}

/** Sends a command and waits for its answer; rejects when none came in time. */
export type Post = (command: Do) => Promise<Answer>;

const RETRIED = new Set(["busy", "too_fast"]);
const INTERNAL_TRIES = 3;
const WAIT_MAX_MS = 15_000;
/** An accepted command may change nothing this person sees. */
const SETTLE_MS = 3_000;

export class Outbox {
  #items = $state.raw<Item[]>([]);
  /** Whether this tab has been waiting for an answer for long enough to say so. */
  readonly pending = $derived(this.#items.filter((item) => item.state !== "refused"));
  readonly refused = $derived(this.#items.filter((item) => item.state === "refused"));
  readonly #answered = new Map<string, (answer: Answer) => void>();
  readonly #tab = randomId();
  readonly #post: Post;
  #owner: string | undefined;
  #isOnline = false;
  #isSending = false;
  readonly #horizon = new Horizon();

  constructor(post: Post) {
    this.#post = post;
  }

  /** Whose outbox it is, known once the server has said so; takes over what closed tabs of theirs have left. */
  async open(owner: string): Promise<void> {
    this.#owner = owner;
    hold(this.#key(this.#tab));
    await this.#adopt();
    void this.#pump();
  }

  goOnline(): void {
    this.#isOnline = true;
    void this.#pump();
  }

  goOffline(): void {
    this.#isOnline = false;
  }

  /** Resolves with the answer, however long the network takes. */
  send(command: Command): Promise<Answer> {
    const item: Item = { id: randomId(), command, at: Date.now(), state: "waiting" };
    return new Promise((resolve) => {
      this.#answered.set(item.id, resolve);
      this.#keep([...this.#items, item]);
      void this.#pump();
    });
  }

  /** A refused command as it was, once more; under a new id, for the old one has its answer. */
  retry(item: Item): void {
    this.discard(item);
    void this.send(item.command);
  }

  /** To be given as somebody else, from the next page on. */
  hand(items: Item[], owner: string): void {
    const given = items.map((item) => ({ ...item, id: randomId(), state: "waiting" }));
    if (given.length) write(lasting, `palabre.outbox.${owner}.${randomId()}`, given);
    for (const item of items) this.discard(item);
  }

  discard(item: Item): void {
    this.#keep(this.#items.filter((other) => other.id !== item.id));
  }

  /** Resolves when everything up to `seq` is on screen, or cannot be told any more. */
  seen(seq: number): Promise<void> {
    return this.#horizon.reached(seq);
  }

  /** Everything up to `seq` is on screen. */
  settle(seq: number): void {
    this.#horizon.move(seq);
    if (this.#items.some((item) => this.#isSettled(item))) {
      this.#keep(this.#items.filter((item) => !this.#isSettled(item)));
    }
  }

  #isSettled(item: Item): boolean {
    return item.state === "accepted" && (item.seq ?? 0) <= this.#horizon.seq;
  }

  async #pump(): Promise<void> {
    const item = this.#items.find((each) => each.state === "waiting");
    if (!item || !this.#isOnline || this.#isSending) return;
    this.#isSending = true;
    try {
      this.#take(item, await this.#ask(item));
    } catch {
      // No answer: the connection says when to try again, and a lost answer is asked for again at once.
      await pause(300);
    }
    this.#isSending = false;
    void this.#pump();
  }

  /** The final answer; what is only a matter of time is asked again. */
  async #ask(item: Item): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const answer = await this.#post({ ...item.command, id: item.id });
      if (!("refused" in answer)) return answer;
      const { code } = answer.refused;
      if (!RETRIED.has(code) && (code !== "internal" || tries >= INTERNAL_TRIES)) return answer;
      await pause(Math.min(WAIT_MAX_MS, 400 * 2 ** tries) * (0.75 + Math.random() / 2));
    }
  }

  #take(item: Item, answer: Answer): void {
    const change: Partial<Item> =
      "refused" in answer ? { state: "refused", refusal: answer.refused } : { state: "accepted", seq: answer.seq };
    this.#keep(this.#items.map((each) => (each.id === item.id ? { ...each, ...change } : each)));
    this.settle(this.#horizon.seq);
    if (!("refused" in answer)) setTimeout(() => this.settle(answer.seq), SETTLE_MS);
    this.#answered.get(item.id)?.(answer);
    this.#answered.delete(item.id);
  }

  #keep(items: Item[]): void {
    this.#items = items;
    if (!this.#owner) return;
    const kept = items.filter((item) => item.state !== "accepted");
    write(lasting, this.#key(this.#tab), kept.length ? kept : undefined);
  }

  async #adopt(): Promise<void> {
    const alive = await heldNow();
    const known = new Set(this.#items.map((item) => item.id));
    const orphans = keys(lasting, this.#key("")).filter((key) => key !== this.#key(this.#tab) && !alive.has(key));
    const items = orphans.flatMap((key) => read<Item[]>(lasting, key) ?? []).filter((item) => !known.has(item.id));
    this.#keep([...items, ...this.#items].sort((a, b) => a.at - b.at));
    for (const key of orphans) write(lasting, key, undefined);
  }

  #key(tab: string): string {
    return `palabre.outbox.${this.#owner}.${tab}`;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
