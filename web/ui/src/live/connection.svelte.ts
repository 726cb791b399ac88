/** The socket: joins, follows frames without a gap, notices silence, comes back, and says where it stands. */
import { io, type Socket } from "socket.io-client";
import {
  PROTOCOL,
  type Answer,
  type Auth,
  type BrowserEvents,
  type Bye,
  type Do,
  type Entity,
  type Frame,
  type Join,
  type Mine,
  type Presence,
  type Refusal,
  type SendSignal,
  type ServerEvents,
  type Signal,
  type Tick,
  type Welcome,
  type You,
} from "../protocol";
import { latest, renew, type Session } from "./session";
import { canUnpack, unpack } from "./unpack";

export type Standing = "connecting" | "online" | "reconnecting" | "offline" | "ended";

/** Why there is no coming back; the page has a sentence for each. */
export type End = (typeof ENDS)[number];

export interface Hearer {
  welcome(welcome: Welcome, snapshot: Entity[] | undefined): void;
  frame(frame: Frame): void;
  mine(mine: Mine): void;
  you(you: You): void;
  time(now: number): void;
  presence(presence: Presence): void;
  signal(signal: Signal): void;
  online(): void;
  gone(): void;
}

const ENDS = [
  "session_unknown",
  "link_revoked",
  "client_outdated",
  "browser_too_old",
  "replaced",
  "abuse",
  "slow",
  "draining",
  "erased",
  "removed",
  "banned",
] as const;

const ANSWER_MS = 5_000;
const SILENCE_MS = 2_000;

export class Connection {
  standing = $state<Standing>("connecting");
  end = $state<End>();
  /** What whoever was put out is told of it. */
  why = $state.raw<Refusal["details"]>({});
  /** The last change seen, of which history, and as which audience: what to say when joining again. */
  #at: { since: number; epoch: string; audience: string } | undefined;
  /** The room staff look at, to be given back after an interruption. */
  #look: string | null = null;
  /** The call, which is loaded when it is needed, has events of its own on it. */
  readonly socket: Socket<ServerEvents, BrowserEvents>;
  readonly #hearer: Hearer;
  /** Events are taken in order, also while a snapshot is being unpacked. */
  #queue: Promise<void> = Promise.resolve();
  #isJoining = false;
  #silence: ReturnType<typeof setTimeout> | undefined;
  readonly #closing = new AbortController();

  constructor(session: Session, hearer: Hearer) {
    this.#hearer = hearer;
    this.socket = io({
      transports: ["websocket"],
      // For a proxy that brings the people of a workshop together; the session alone says who one is.
      query: { workshop: session.workshop },
      auth: (show: (auth: Auth) => void) => show({ session: latest(session).token, client: PROTOCOL }),
      autoConnect: false,
      reconnectionDelay: 300,
      reconnectionDelayMax: 2_000,
      timeout: 8_000,
    });
    this.socket.on("session", (renewed) => renew(session, renewed.session));
    this.#listen();
  }

  open(): void {
    if (!canUnpack) return this.#finish("browser_too_old");
    const { signal } = this.#closing;
    addEventListener("offline", () => this.#stand(), { signal });
    addEventListener("online", () => this.#hurry(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#hurry(), { signal });
    void this.#connect();
  }

  /** For a page that goes on without this workshop. */
  close(): void {
    this.#closing.abort();
    this.#quiet();
    this.standing = "ended";
    this.socket.disconnect();
  }

  async #connect(): Promise<void> {
    if (document.querySelector("[data-may-poll]")) Object.assign(this.socket.io.opts, (await import("./polling")).polling);
    this.socket.connect();
  }

  post(command: Do): Promise<Answer> {
    return this.socket.timeout(ANSWER_MS).emitWithAck("do", command) as Promise<Answer>;
  }

  look(room: string | null): void {
    this.#look = room;
    if (this.standing === "online") this.socket.emit("look", { room });
  }

  signal(signal: SendSignal): void {
    if (this.standing === "online") this.socket.volatile.emit("signal", signal);
  }

  #listen(): void {
    const socket = this.socket;
    socket.on("connect", () => this.#join());
    socket.on("disconnect", (reason) => this.#lose(reason === "io server disconnect"));
    socket.on("connect_error", (error) => this.#fail(error));
    socket.on("bye", (bye) => this.#leave(bye));
    socket.on("welcome", (welcome) => this.#then(() => this.#welcome(welcome)));
    socket.on("frame", (frame) => this.#then(() => this.#follow(frame)));
    socket.on("mine", (mine) => this.#then(() => this.#hearer.mine(mine)));
    socket.on("you", (you) => this.#then(() => this.#become(you)));
    socket.on("tick", (tick) => this.#then(() => this.#check(tick)));
    socket.on("presence", (presence) => this.#then(() => this.#hearer.presence(presence)));
    socket.on("signal", (signal) => this.#hearer.signal(signal));
  }

  #then(task: () => void | Promise<void>): void {
    this.#queue = this.#queue.then(task).catch((error: unknown) => {
      console.error(error);
      this.#join(true);
    });
  }

  #join(isAfresh = false): void {
    if (!this.socket.connected) return;
    if (isAfresh) this.#at = undefined;
    this.#isJoining = true;
    const join: Join = { ...this.#at, look: this.#look };
    this.socket.emit("join", join);
  }

  async #welcome(welcome: Welcome): Promise<void> {
    const isWhole = welcome.mode === "snapshot";
    const snapshot = isWhole ? (await Promise.all(welcome.snapshot.map(unpack))).flat() : undefined;
    this.#hearer.time(welcome.now);
    this.#hearer.welcome(welcome, snapshot);
    for (const frame of welcome.frames) this.#hearer.frame(frame);
    this.#at = { since: welcome.seq, epoch: welcome.epoch, audience: welcome.you.audience };
    this.#isJoining = false;
    this.#quiet();
    this.standing = "online";
    this.#hearer.online();
  }

  #follow(frame: Frame): void {
    // Between a join and its welcome the server's view of what one has is not known: the welcome brings it all.
    if (this.#isJoining || !this.#at) return;
    if (frame.from > this.#at.since) return this.#join();
    // Also a frame of nothing new in time: it takes one from a room's view to another's.
    this.#at.since = Math.max(this.#at.since, frame.to);
    this.#hearer.frame(frame);
  }

  #become(you: You): void {
    if (this.#at) this.#at.audience = you.audience;
    this.#hearer.you(you);
  }

  #check(tick: Tick): void {
    this.#hearer.time(tick.now);
    if (this.#isJoining || !this.#at) return;
    if (tick.epoch !== this.#at.epoch) return this.#join(true);
    if (tick.head <= this.#at.since) return this.#quiet();
    // A frame may be on its way. One that has not come after this long is lost.
    this.#silence ??= setTimeout(() => {
      this.#silence = undefined;
      if (this.#at && tick.head > this.#at.since) this.#join();
    }, SILENCE_MS);
  }

  #quiet(): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
  }

  #lose(isByServer: boolean): void {
    this.#quiet();
    this.#isJoining = false;
    this.#stand();
    // socket.io comes back by itself, unless the server closed the connection.
    if (isByServer && this.standing !== "ended") setTimeout(() => this.socket.connect(), 1_000);
    this.#hearer.gone();
  }

  #stand(): void {
    if (this.standing === "ended" || this.socket.connected) return;
    if (!navigator.onLine) this.standing = "offline";
    else if (this.standing !== "connecting") this.standing = "reconnecting";
  }

  /** The network or the person is back: no need to wait for the next attempt. */
  #hurry(): void {
    if (this.standing === "ended" || this.socket.connected) return;
    this.#stand();
    this.socket.disconnect().connect();
  }

  #fail(error: Error & { data?: Refusal }): void {
    const { code, details } = error.data ?? {};
    if (code && code !== "busy") return this.#finish(endOf(code), details);
    this.#stand();
    // A refused handshake is not tried again by socket.io.
    if (!this.socket.active) setTimeout(() => this.socket.connect(), Number(details?.retry_ms ?? 2_000));
  }

  #leave(bye: Bye): void {
    if (bye.retry_ms === null) return this.#finish(endOf(bye.reason), bye.details);
    this.socket.disconnect();
    this.#stand();
    setTimeout(() => this.socket.connect(), bye.retry_ms);
  }

  #finish(end: End, why: Refusal["details"] = {}): void {
    this.why = why;
    this.end = end;
    this.standing = "ended";
    this.socket.disconnect();
  }
}

/** What cannot be entered at all is, for the person, a session that leads nowhere. */
function endOf(code: string): End {
  return ENDS.find((end) => end === code) ?? "session_unknown";
}
