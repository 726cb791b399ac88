/** What others are doing right now: who types where, who moves what. Told, shown for some seconds, forgotten. */
import { SvelteMap } from "svelte/reactivity";
import type { Entity, SendSignal, Signal } from "../protocol";

type Kind = Exclude<Signal["kind"], "cursor" | "words">;

/** By whom, null when that is not told; and the timer that forgets it. */
type Doers = ReadonlyMap<string | null, ReturnType<typeof setTimeout>>;

const SHOWN_MS: Record<Kind, number> = { typing: 4_000, drag: 3_000 };
const SEND_MS: Record<Kind, number> = { typing: 3_000, drag: 1_000 };
const NOBODY: Doers = new Map();

export class Signs {
  readonly #send: (signal: SendSignal) => void;
  readonly #doers = new SvelteMap<string, Doers>();
  readonly #sent = new Map<string, number>();
  /** Takes what somebody types in their turn; it is no sign, it is read. */
  onwords: ((signal: Signal) => void) | undefined;

  constructor(send: (signal: SendSignal) => void) {
    this.#send = send;
  }

  /** Who does it now, in the order in which they began. */
  who(kind: Kind, entity: string): (string | null)[] {
    return [...(this.#doers.get(keyOf(kind, entity)) ?? NOBODY).keys()];
  }

  /** Say that one does it; saying it again too soon says nothing. */
  tell(kind: Kind, entity: string): void {
    const key = keyOf(kind, entity);
    const now = performance.now();
    if (now - (this.#sent.get(key) ?? -Infinity) < SEND_MS[kind]) return;
    this.#sent.set(key, now);
    this.#send({ kind, entity });
  }

  /** Say it until the returned function is called. */
  keepTelling(kind: Kind, entity: string): () => void {
    this.tell(kind, entity);
    const timer = setInterval(() => this.tell(kind, entity), SEND_MS[kind]);
    return () => clearInterval(timer);
  }

  hear(signal: Signal): void {
    const { kind, entity, who } = signal;
    if (kind === "words") this.onwords?.(signal);
    if (kind === "cursor" || kind === "words") return;
    const doers = new Map(this.#doers.get(keyOf(kind, entity)) ?? NOBODY);
    clearTimeout(doers.get(who));
    doers.set(who, setTimeout(() => this.#forget(kind, entity, who), SHOWN_MS[kind]));
    this.#doers.set(keyOf(kind, entity), doers);
  }

  /** What was typed or moved has come: nobody waits for it any more. */
  settle(came: Entity[]): void {
    if (!this.#doers.size) return;
    for (const entity of came) {
      if (entity.type === "message" && entity.room) this.#forget("typing", entity.room, entity.author);
      else if (entity.type === "comment") this.#forget("typing", entity.note, entity.author);
      else if (entity.type === "note") for (const who of this.who("drag", entity.id)) this.#forget("drag", entity.id, who);
    }
  }

  #forget(kind: Kind, entity: string, who: string | null): void {
    const key = keyOf(kind, entity);
    const doers = new Map(this.#doers.get(key) ?? NOBODY);
    clearTimeout(doers.get(who));
    if (!doers.delete(who)) return;
    if (doers.size) this.#doers.set(key, doers);
    else this.#doers.delete(key);
  }
}

function keyOf(kind: Kind, entity: string): string {
  return `${kind} ${entity}`;
}
