/**
 * A conclusion's words as this browser has them: a Yjs document kept in step with the server's. What is written here
 * leaves one update at a time, is kept until the server has it for good, and merges when the network comes back.
 */
import * as Y from "yjs";
import type { Refusal } from "../../protocol";
import { Declined } from "./declined";
import { merged, type Kept } from "./kept";
import { unsaid } from "./unsaid";

export interface Opened {
  /** The Yjs client one writes as; undefined where one only reads. */
  client: number | undefined;
  /** What one has not. */
  update: Uint8Array;
  /** What the server has. */
  vector: Uint8Array;
  /** Changes when the document was written anew: nothing of an earlier one fits it. */
  epoch: string;
  mayWrite: boolean;
}

/** Each rejects when there is no answer in time, with Declined when there is one. */
export interface DocumentServer {
  open(vector: Uint8Array, client: number | undefined): Promise<Opened>;
  update(client: number, update: Uint8Array): Promise<void>;
  close(): void;
}

export interface Hearer {
  /** Something else than the words has changed: where the document stands, whether all is saved, or it is another. */
  changed(): void;
  /** By field, what was written here and will never arrive. */
  lost(words: Map<string, string>, code: string): void;
}

/** The origin of what comes from the server, or lies in storage already. */
const ELSEWHERE = Symbol("elsewhere");
const RETRIED = new Set(["busy", "too_fast", "internal"]);
/** Keys struck together leave together; nobody sees the difference. */
const GATHER_MS = 40;
const AGAIN_MS = 1_000;
const AGAIN_MAX_MS = 10_000;
const SEND_MAX = 24 * 1024;

export class Document {
  doc = new Y.Doc();
  mayWrite = false;
  /** Why it cannot be opened; it goes on trying. */
  refusal: Refusal | undefined;
  /** Whether the words are there to be read. */
  isThere = false;
  readonly #server: DocumentServer;
  readonly #kept: Kept;
  readonly #fields: () => string[];
  readonly #hearer: Hearer;
  #client: number | undefined;
  #epoch: string | undefined;
  #isOnline = false;
  #isOpen = false;
  #isSending = false;
  /** Raised whenever what was begun is given up for something newer. */
  #turn = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: DocumentServer, kept: Kept, fields: () => string[], hearer: Hearer) {
    this.#server = server;
    this.#kept = kept;
    this.#fields = fields;
    this.#hearer = hearer;
    this.#begin();
  }

  get isSaved(): boolean {
    return this.#kept.isEmpty;
  }

  field(id: string): Y.Text {
    return this.doc.getText(id);
  }

  goOnline(): void {
    if (this.#isOnline) return;
    this.#isOnline = true;
    void this.#open();
  }

  goOffline(): void {
    this.#isOnline = false;
    this.#isOpen = false;
    this.#turn++;
    clearTimeout(this.#timer);
    this.#hearer.changed();
  }

  /** One may write again, perhaps: what the server said when it was opened was said of then. */
  askAgain(): void {
    if (this.#isOnline && !this.mayWrite) void this.#open();
  }

  /** What others have written. */
  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, ELSEWHERE);
  }

  /** The server took something back: what is here fits it no more. Until it is open there is nothing to take back. */
  heedReset(code: string): void {
    if (this.#isOpen) this.#reset(code);
  }

  /** What another tab of this person has left. */
  adopt(key: string): void {
    for (const batch of this.#kept.adopt(key)) if (this.isThere) Y.applyUpdate(this.doc, merged(batch), ELSEWHERE);
    void this.#pump();
  }

  close(): void {
    if (this.#isOnline) this.#server.close();
    this.goOffline();
    this.doc.destroy();
  }

  #begin(): void {
    this.doc = new Y.Doc();
    this.#client = undefined;
    this.isThere = false;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === ELSEWHERE) return;
      this.#kept.add(this.doc.clientID, update);
      this.#hearer.changed();
      setTimeout(() => void this.#pump(), GATHER_MS);
    });
  }

  async #open(): Promise<void> {
    const turn = ++this.#turn;
    this.#isOpen = this.#isSending = false;
    try {
      const opened = await this.#server.open(Y.encodeStateVector(this.doc), this.#client);
      if (turn !== this.#turn) return;
      // Without one nobody had written yet.
      if (this.isThere && this.#epoch && opened.epoch !== this.#epoch) return this.#reset("rewritten");
      this.#take(opened);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #take(opened: Opened): void {
    Y.applyUpdate(this.doc, opened.update, ELSEWHERE);
    // Words kept over a reload are shown again before they have arrived.
    if (!this.isThere) for (const batch of this.#kept.all) Y.applyUpdate(this.doc, merged(batch), ELSEWHERE);
    this.#client = opened.client;
    if (opened.client !== undefined) this.doc.clientID = opened.client;
    this.#epoch = opened.epoch;
    this.#kept.trim(opened.vector);
    this.mayWrite = opened.mayWrite;
    this.refusal = undefined;
    this.isThere = this.#isOpen = true;
    this.#failures = 0;
    this.#hearer.changed();
    void this.#pump();
  }

  #fail(error: unknown): void {
    if (error instanceof Declined) {
      this.refusal = error.refusal;
      this.mayWrite = false;
    }
    this.#hearer.changed();
    this.#later(() => this.#open());
  }

  async #pump(): Promise<void> {
    const batch = this.#kept.first;
    if (!batch || !this.#isOpen || this.#isSending) return;
    const turn = this.#turn;
    const updates = some(batch.updates);
    this.#isSending = true;
    try {
      await this.#server.update(batch.client, merged({ ...batch, updates }));
      if (turn !== this.#turn) return;
      this.#kept.settle(updates.length);
      this.#failures = 0;
    } catch (error) {
      if (turn === this.#turn) this.#answer(error);
      return;
    }
    this.#isSending = false;
    this.#hearer.changed();
    void this.#pump();
  }

  #answer(error: unknown): void {
    // Without an answer nobody knows whether it arrived: the server says what it has.
    if (!(error instanceof Declined)) return void this.#open();
    if (!RETRIED.has(error.refusal.code)) return this.#reset(error.refusal.code);
    this.#later(async () => {
      this.#isSending = false;
      await this.#pump();
    });
  }

  #reset(code: string): void {
    const lost = unsaid(this.doc, this.#fields(), this.#kept.all);
    this.#kept.clear();
    this.doc.destroy();
    this.#begin();
    if (lost.size) this.#hearer.lost(lost, code);
    this.#hearer.changed();
    if (this.#isOnline) void this.#open();
  }

  #later(task: () => Promise<void>): void {
    clearTimeout(this.#timer);
    const wait = Math.min(AGAIN_MAX_MS, AGAIN_MS * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.#isOnline && void task(), wait);
  }
}

/** As many as travel together; what is written meanwhile is not among them. */
function some(updates: Uint8Array[]): Uint8Array[] {
  let size = 0;
  const fit = updates.findIndex((update, index) => (size += update.length) > SEND_MAX && index > 0);
  return updates.slice(0, fit < 0 ? updates.length : fit);
}
