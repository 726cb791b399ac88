/** What the page asks the server about its media, and hears of it. */
import type { Socket } from "socket.io-client";
import type { Connection } from "../live/connection.svelte";
import type { MediaOffer, Refusal, ServerEvents } from "../protocol";
import type { AnswerTo, Granted, MediaEvent, MediaRequest, MessageOf, Wish } from "./wire";

const ANSWER_MS = 5_000;

export class Declined extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Asking again would get the same answer; anything else is a matter of time. */
const FINAL = new Set(["media_off", "offer_invalid", "only_watches", "workshop_closed"]);

export function isFinal({ code }: Refusal): boolean {
  return FINAL.has(code);
}

/** Returns how to stop. */
export function hear<E extends MediaEvent>(connection: Connection, event: E, listener: ServerEvents[E]): () => void {
  const [socket, name]: [Socket, string] = [connection.socket as Socket, event];
  socket.on(name, listener);
  return () => socket.off(name, listener);
}

/** Each rejects when there is no answer in time, with Declined when there is one. */
export class MediaServer {
  constructor(readonly connection: Connection) {}

  get isThere(): boolean {
    return this.connection.standing === "online";
  }

  /** Whoever opens is told who is in the call: it was told before, to a page that was not yet listening. */
  greet(): void {
    this.#ask("media.open", {}).catch(() => undefined);
  }

  async iceServers(): Promise<RTCIceServer[]> {
    return (await this.#ask("media.open", {})).ice_servers;
  }

  async answer(offer: MediaOffer): Promise<string> {
    return (await this.#ask("media.offer", offer)).sdp;
  }

  async wish(connection: string, wish: Wish): Promise<void> {
    await this.#ask("media.wish", { connection, ...wish });
  }

  /** Whether or not it is heard: what is silent is forgotten. */
  leave(connection: string): void {
    this.#ask("media.leave", { connection }).catch(() => undefined);
  }

  async #ask<E extends MediaRequest>(event: E, message: MessageOf<E>): Promise<Granted<E>> {
    // Before the page has joined again nobody there knows whose question it is.
    if (!this.isThere) throw new Error("offline");
    const socket = this.connection.socket as Socket;
    const answer = (await socket.timeout(ANSWER_MS).emitWithAck(event, message)) as AnswerTo<E>;
    if ("refused" in answer) throw new Declined(answer.refused);
    return answer as Granted<E>;
  }
}
