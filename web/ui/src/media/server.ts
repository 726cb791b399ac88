/** What the page asks the server about its media. */
import type { Connection } from "../live/connection.svelte";
import type { MediaOffer, Refusal } from "../protocol";
import type { Granted, MediaRequest, MessageOf, Wish } from "./wire";

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

/** Each rejects when there is no answer in time, with Declined when there is one. */
export class MediaServer {
  constructor(readonly connection: Connection) {}

  get isThere(): boolean {
    return this.connection.standing === "online";
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
    const answer = await this.connection.ask(event, message);
    if ("refused" in answer) throw new Declined(answer.refused);
    return answer as Granted<E>;
  }
}
