/** The connection to the media worker, kept: made, led over other networks, made again, whatever gets lost. */
import { untrack } from "svelte";
import type { Connection } from "../live/connection.svelte";
import type { Fed, MediaStanding, MediaWanted } from "../protocol";
import { listen, watchNetwork } from "./network";
import { Forgotten, Peer, planOf } from "./peer";
import { Declined, hear, isFinal, MediaServer } from "./server";
import { tryOut, type Reach } from "./trial";
import type { DeviceClass, Wish } from "./wire";

/**
 * `interrupted`: it was there and comes back by itself. `failed`: see `reason`; it goes on trying by itself when
 * `isTrying`. `elsewhere`: another tab or device of this person took the call over.
 */
export type Standing = "off" | "connecting" | "connected" | "interrupted" | "failed" | "elsewhere";

/** A refusal code of `media.open` or `media.offer`; or why the server hung up; or `unreachable`. */
export type Reason = "unreachable" | "media_off" | "offer_invalid" | "viewers_full" | "only_watches" | (string & {});

export interface Hearer {
  /** There is a new connection, without anything on it yet; undefined: none any more. */
  peer(peer: Peer | undefined): void;
  slots(slots: Record<string, Fed>): void;
  wanted(wanted: MediaWanted): void;
}

/** Worth telling at once, though it may pass. */
const FULL = "viewers_full";
/** A path that fell silent often comes back by itself. */
const SILENCE_MS = 3_000;
const CONNECT_MS = 10_000;
const WAIT_MAX_MS = 10_000;
const WISH_AGAIN_MS = 1_000;
/** So many in vain, and the person is told that media does not get through. */
const PATIENCE = 3;

export class Lifeline {
  standing = $state<Standing>("off");
  reason = $state<Reason>();
  isTrying = $state(false);
  reach = $state<Reach>("unknown");

  readonly #server: MediaServer;
  readonly #hearer: Hearer;
  readonly #device: DeviceClass;
  #sends = false;
  #peer: Peer | undefined;
  #wish: Wish | undefined;
  #isTelling = false;
  #isNegotiating = false;
  /** The server hears nothing of us, whatever the browser believes. */
  #isUnheard = false;
  /** Raised whenever what was begun is given up for something newer. */
  #turn = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What to do once the server can be asked again. */
  #due: "build" | "restart" | undefined;

  constructor(connection: Connection, device: DeviceClass, hearer: Hearer) {
    this.#server = new MediaServer(connection);
    this.#device = device;
    this.#hearer = hearer;
  }

  /** Within an effect. Returns how to stop. */
  start(): () => void {
    const { connection } = this.#server;
    const onNetwork = (): void => this.#lookAgain(true);
    const stops = [
      hear(connection, "media.slots", (message) => this.#isOurs(message) && this.#hearer.slots(message.slots)),
      hear(connection, "media.wanted", (message) => this.#isOurs(message) && this.#hearer.wanted(message)),
      hear(connection, "media.standing", (message) => this.#isOurs(message) && this.#hear(message)),
      hear(connection, "media.restart", () => this.isOpen && void this.#build()),
      watchNetwork(onNetwork),
      listen(window, "online", onNetwork),
      listen(document, "visibilitychange", () => this.#lookAgain(false)),
      listen(window, "pagehide", () => this.#takeLeave()),
      listen(window, "pageshow", (event) => (event as PageTransitionEvent).persisted && this.isOpen && void this.#build()),
    ];
    $effect(() => {
      const { standing } = connection;
      untrack(() => (standing === "online" ? this.#reachServer() : standing === "ended" && this.close()));
    });
    this.#server.greet();
    return () => {
      this.close();
      for (const stop of stops) stop();
    };
  }

  get isOpen(): boolean {
    return this.standing !== "off" && this.standing !== "elsewhere" && (this.standing !== "failed" || this.isTrying);
  }

  async open(sends: boolean): Promise<void> {
    this.#sends = sends;
    this.#failures = 0;
    this.reason = undefined;
    this.standing = "connecting";
    await this.#build();
  }

  close(): void {
    this.#takeLeave();
    this.#end("off");
  }

  /** The latest counts. It is told again whenever it could have got lost. */
  wish(wish: Wish): void {
    this.#wish = wish;
    void this.#tellWish();
  }

  /** Tries whether anything gets through, without joining. */
  async check(): Promise<void> {
    if (this.isOpen) return;
    const turn = this.#turn;
    this.reach = "trying";
    this.reach = await tryOut(this.#server, this.#device, () => turn === this.#turn);
  }

  // -- making ---------------------------------------------------------------------------------------------------

  async #build(): Promise<void> {
    const turn = this.#begin();
    this.#drop();
    if (!this.#server.isThere) return this.#postpone("build");
    try {
      const iceServers = await this.#server.iceServers();
      if (turn !== this.#turn) return;
      const peer: Peer = new Peer(planOf(this.#device, this.#sends), iceServers, () => this.#look(peer));
      this.#peer = peer;
      await this.#negotiate(peer);
      if (turn !== this.#turn) return;
      this.#hearer.peer(peer);
      void this.#tellWish();
      this.#expectConnection(peer);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** A new way for the same packets: those on the old one go on meanwhile. */
  async #restart(): Promise<void> {
    const peer = this.#peer;
    if (!peer || this.#isNegotiating) return;
    const turn = this.#begin();
    if (peer.state !== "connected") this.#interrupt();
    if (!this.#server.isThere) return this.#postpone("restart");
    try {
      peer.restart(await this.#server.iceServers());
      if (turn !== this.#turn) return;
      await this.#negotiate(peer);
      if (turn === this.#turn) this.#expectConnection(peer);
    } catch (error) {
      if (turn !== this.#turn) return;
      if (isLost(error)) void this.#build();
      else if (peer.state === "connected") this.#after(this.#pause(), () => void this.#restart());
      else this.#fail(error);
    }
  }

  async #negotiate(peer: Peer): Promise<void> {
    this.#isNegotiating = true;
    try {
      await peer.negotiate((offer) => this.#server.answer(offer));
    } finally {
      this.#isNegotiating = false;
    }
  }

  // -- watching -------------------------------------------------------------------------------------------------

  #look(peer: Peer): void {
    if (peer !== this.#peer) return;
    if (peer.state === "connected") this.#expectConnection(peer);
    else if (peer.state === "failed") void this.#restart();
    else if (peer.state === "disconnected") this.#wait();
  }

  /** The browser has been patient before it said so. */
  #wait(): void {
    this.#interrupt();
    this.#after(SILENCE_MS, () => void this.#restart());
  }

  #expectConnection(peer: Peer): void {
    // An ICE restart beside a path that works changes no state: it is there.
    if (peer.state === "connected" && !this.#isUnheard) this.#succeed();
    else this.#after(CONNECT_MS, () => this.#fail(new Error("no way through")));
  }

  #succeed(): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.isTrying = false;
    this.reason = undefined;
    this.standing = "connected";
  }

  #interrupt(): void {
    if (this.standing === "connected") this.standing = "interrupted";
    this.isTrying = true;
  }

  #fail(error: unknown): void {
    const refusal = error instanceof Declined ? error.refusal : undefined;
    if (refusal && isFinal(refusal)) return this.#end("failed", refusal.code);
    this.#interrupt();
    this.#drop();
    this.#failures += 1;
    if (this.#failures >= PATIENCE || refusal?.code === FULL) {
      this.standing = "failed";
      this.reason = refusal?.code ?? "unreachable";
    }
    this.#after(this.#pause(), () => void this.#build());
  }

  #pause(): number {
    return Math.min(WAIT_MAX_MS, 500 * 2 ** this.#failures) * (0.75 + Math.random() / 2);
  }

  /** The socket is back: what waited for it is done, what may have been missed is asked again. */
  #reachServer(): void {
    if (!this.isOpen) return;
    if (this.#due === "build") void this.#build();
    else if (this.#due === "restart") void this.#restart();
    else void this.#tellWish();
  }

  /** Another network, or back in sight: is it still there? */
  #lookAgain(isOtherNetwork: boolean): void {
    if (!this.isOpen || document.visibilityState === "hidden" || !this.#peer?.isNegotiated) return;
    if (isOtherNetwork || this.#peer.state !== "connected") void this.#restart();
  }

  #hear({ standing, reason }: MediaStanding): void {
    if (standing === "replaced") this.#end("elsewhere");
    else if (standing === "cut") this.#end("failed", reason || "cut");
    else if (standing === "gone") void this.#build();
    else this.#beHeard(standing === "connected");
  }

  /** Sooner known there than here. */
  #beHeard(isHeard: boolean): void {
    this.#isUnheard = !isHeard;
    if (isHeard && this.#peer?.state === "connected") return this.#succeed();
    if (isHeard) return;
    this.#interrupt();
    void this.#restart();
  }

  /** One at a time, and the last of those that were wished meanwhile. */
  async #tellWish(): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (let told: Wish | undefined; told !== this.#wish && this.#peer?.isNegotiated; ) {
        told = this.#wish;
        if (told) await this.#server.wish(this.#peer.id, told);
      }
    } catch (error) {
      const isUnknown = error instanceof Declined && error.refusal.code === "unknown";
      // Not known there: this connection has ended. Without a socket it is told once there is one again.
      if (isUnknown && this.isOpen) void this.#build();
      else if (this.#server.isThere) setTimeout(() => void this.#tellWish(), WISH_AGAIN_MS);
    } finally {
      this.#isTelling = false;
    }
  }

  // -- ending ---------------------------------------------------------------------------------------------------

  #isOurs({ connection }: { connection: string }): boolean {
    return connection === this.#peer?.id;
  }

  #begin(): number {
    clearTimeout(this.#timer);
    this.#due = undefined;
    return ++this.#turn;
  }

  #after(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }

  #postpone(due: "build" | "restart"): void {
    this.#due = due;
  }

  #drop(): void {
    if (this.standing === "connected") this.#interrupt();
    this.#peer?.close();
    this.#peer = undefined;
    this.#isUnheard = false;
    this.#hearer.peer(undefined);
    this.#hearer.slots({});
  }

  #end(standing: Standing, reason?: Reason): void {
    this.#begin();
    this.#drop();
    this.isTrying = false;
    this.standing = standing;
    this.reason = reason;
  }

  #takeLeave(): void {
    if (!this.#peer) return;
    this.#peer.close();
    this.#server.leave(this.#peer.id);
  }
}

/** Nothing of this connection can be saved, or the server would not have it any more. */
function isLost(error: unknown): boolean {
  if (error instanceof Declined) return isFinal(error.refusal) || error.refusal.code === "unknown";
  return error instanceof Forgotten || error instanceof DOMException;
}
