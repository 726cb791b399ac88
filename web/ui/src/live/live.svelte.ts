/** A workshop as one person lives it in this tab: what they see, who they are, what they do. */
import { createContext } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import type { Answer, Command, Entity, Participant, Permission, Room, Step, Workshop, You } from "../protocol";
import { t } from "../text/text.svelte";
import { Announcer } from "./announcer.svelte";
import { Clock } from "./clock.svelte";
import { Connection } from "./connection.svelte";
import { worded } from "./erased";
import { Outbox } from "./outbox.svelte";
import type { Session } from "./session";
import { Signs } from "./signs.svelte";
import { Store } from "./store.svelte";

const inWords = (entity: Entity): Entity => worded(entity, t);

/** What sends things of its own, and has to know whether that is possible. */
export interface Sender {
  goOnline(): void;
  goOffline(): void;
}

export class Live {
  readonly store = new Store();
  readonly clock = new Clock();
  readonly announcer = new Announcer();
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly #senders = new Set<Sender>();
  readonly signs = new Signs((signal) => this.connection.signal(signal));
  /** Those connected now, among the people one sees. */
  readonly here = new SvelteSet<string>();
  #you = $state.raw<You>();

  constructor(readonly session: Session) {
    this.outbox = new Outbox((command) => this.connection.post(command));
    this.#senders.add(this.outbox);
    this.connection = new Connection(session, {
      welcome: (welcome, snapshot) => {
        if (snapshot) this.store.replace(snapshot.map(inWords));
        this.store.replaceMine(welcome.mine.map(inWords));
        this.#you = welcome.you;
        this.#gather(welcome.here);
        void this.outbox.open(welcome.you.participant);
        this.outbox.settle(welcome.seq);
      },
      frame: (frame) => {
        this.store.apply(frame.put.map(inWords), frame.drop);
        this.signs.settle(frame.put);
        this.outbox.settle(frame.to);
      },
      mine: (mine) => {
        this.store.applyMine(mine.put.map(inWords), mine.drop);
        this.outbox.settle(mine.to);
      },
      you: (you) => {
        this.#you = you;
      },
      time: (now) => this.clock.hear(now),
      presence: ({ came, left }) => {
        for (const id of came) this.here.add(id);
        for (const id of left) this.here.delete(id);
      },
      signal: (signal) => this.signs.hear(signal),
      online: () => {
        for (const sender of this.#senders) sender.goOnline();
      },
      gone: () => {
        for (const sender of this.#senders) sender.goOffline();
      },
    });
  }

  open(): void {
    this.connection.open();
  }

  /** Tells it from now on when the connection comes and goes. Returns how to stop. */
  accompany(sender: Sender): () => void {
    this.#senders.add(sender);
    if (this.connection.standing === "online") sender.goOnline();
    return () => this.#senders.delete(sender);
  }

  close(): void {
    this.connection.close();
  }

  /** Told of each command: the desk keeps how to put it back. */
  heed: ((command: Command, answer: Promise<Answer>) => void) | undefined;

  do(command: Command): Promise<Answer> {
    const answer = this.outbox.send(command);
    this.heed?.(command, answer);
    return answer;
  }

  /** Known once the first welcome has come, and for good. */
  get isReady(): boolean {
    return this.#you !== undefined;
  }

  get you(): You {
    if (!this.#you) throw new Error("nobody yet: wait for isReady");
    return this.#you;
  }

  get person(): Participant | undefined {
    return this.store.get("participant", this.you.participant);
  }

  get workshop(): Workshop | undefined {
    return this.store.all("workshop")[0];
  }

  /** The step plenary is in, and with it the rooms that are not released. */
  get running(): Step | undefined {
    return this.store.get("step", this.workshop?.step);
  }

  /** The step of the room one is in, or that staff look at. */
  get step(): Step | undefined {
    return this.stepIn(this.room);
  }

  /** The step a room is in, with the times it has there: its own while it is released. */
  stepIn(room: Room | undefined): Step | undefined {
    const own = this.store.get("step", room?.step);
    return own ? { ...own, started_at: room!.began_at, ends_at: room!.ends_at, paused_at: null } : this.running;
  }

  get steps(): Step[] {
    return this.store.all("step").sort(inOrder);
  }

  /** The room one is in, or the one staff look at. */
  get room(): Room | undefined {
    return this.store.get("room", this.you.look ?? this.you.room);
  }

  get rooms(): Room[] {
    return this.store.all("room").sort(inOrder);
  }

  may(permission: Permission): boolean {
    return this.you.permissions.includes(permission);
  }

  get isClosed(): boolean {
    return this.workshop?.closed_at != null;
  }

  #gather(here: string[]): void {
    const now = new Set(here);
    for (const id of this.here) if (!now.has(id)) this.here.delete(id);
    for (const id of here) this.here.add(id);
  }
}

/** By fractional index, then by id: as the server sorts them. Code units, never a language's collation. */
export function inOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export const [getLive, setLive] = createContext<Live>();
