/** Co-writing over the socket: what is asked, and what is told. */
import type { Socket } from "socket.io-client";
import type { Connection } from "../../live/connection.svelte";
import type { DocAuthors, DocCursor, DocHistory, DocMoment, DocOpened, DocReset, DocTexts, DocUpdate, Refusal } from "../../protocol";
import { Declined } from "./declined";
import type { DocumentServer, Opened } from "./document";
import type { Place } from "./place";

const ANSWER_MS = 8_000;

interface Told {
  "doc.update": DocUpdate;
  "doc.cursor": DocCursor;
  "doc.reset": DocReset;
}

export class Wire implements DocumentServer {
  readonly #connection: Connection;
  readonly #conclusion: string;

  constructor(connection: Connection, conclusion: string) {
    this.#connection = connection;
    this.#conclusion = conclusion;
  }

  /** Returns how to stop. */
  hear<E extends keyof Told>(event: E, listener: (told: Told[E]) => void): () => void {
    const [socket, name]: [Socket, string] = [this.#connection.socket as Socket, event];
    const heard = (told: Told[E]): void => void (told.conclusion === this.#conclusion && listener(told));
    socket.on(name, heard);
    return () => socket.off(name, heard);
  }

  async open(vector: Uint8Array, client: number | undefined): Promise<Opened> {
    const opened = await this.#ask<DocOpened>("doc.open", { vector, client: client ?? null });
    return {
      client: opened.client ?? undefined,
      update: new Uint8Array(opened.update),
      vector: new Uint8Array(opened.vector),
      epoch: opened.epoch,
      mayWrite: opened.can_write,
    };
  }

  async update(client: number, update: Uint8Array): Promise<void> {
    await this.#ask("doc.update", { client, update });
  }

  close(): void {
    this.#ask("doc.close", {}).catch(() => undefined);
  }

  cursor(place: ({ field: string } & Place) | null): void {
    if (!this.#isThere) return;
    (this.#connection.socket as Socket).volatile.emit("doc.cursor", { conclusion: this.#conclusion, ...place });
  }

  async authors(): Promise<DocAuthors["fields"]> {
    return (await this.#ask<DocAuthors>("doc.authors", {})).fields;
  }

  async moments(): Promise<DocMoment[]> {
    return (await this.#ask<DocHistory>("doc.history", {})).moments;
  }

  /** Markdown by field, as it was then. */
  async at(seq: number): Promise<Record<string, string>> {
    return (await this.#ask<DocTexts>("doc.at", { seq })).texts;
  }

  async restore(seq: number): Promise<void> {
    await this.#ask("doc.restore", { seq });
  }

  get #isThere(): boolean {
    return this.#connection.standing === "online";
  }

  async #ask<T>(event: string, message: object): Promise<T> {
    // Before the page has joined again nobody there knows whose question it is.
    if (!this.#isThere) throw new Error("offline");
    const socket = this.#connection.socket as Socket;
    const wish = { conclusion: this.#conclusion, ...message };
    const answer = (await socket.timeout(ANSWER_MS).emitWithAck(event, wish)) as T | { refused: Refusal };
    if (answer && typeof answer === "object" && "refused" in answer) throw new Declined(answer.refused);
    return answer as T;
  }
}
