/** The messages one may read: the room's, the announcements, and those between oneself and the staff. */
import type { Live } from "../live/live.svelte";
import { lasting, read, write } from "../live/storage";
import type { Message } from "../protocol";

export class Messages {
  readonly #live: Live;
  readonly #key: string;
  #readUntil = $state<Record<string, number>>({});

  constructor(live: Live) {
    this.#live = live;
    this.#key = `palabre.read.${live.you.participant}`;
    this.#readUntil = read<Record<string, number>>(lasting, this.#key) ?? {};
  }

  readonly #all = $derived.by(() => this.#live.store.all("message").sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));

  /** What is said in a room, with what is said to all. */
  inRoom(room: string): Message[] {
    return this.#all.filter((message) => (message.reach === "room" && message.room === room) || message.reach === "all");
  }

  /** What this person asked the staff, and was answered. */
  readonly withStaff = $derived.by(() =>
    this.#all.filter(
      ({ reach, author, to }) =>
        (reach === "staff" && author === this.#live.you.participant) || (reach === "person" && to === this.#live.you.participant),
    ),
  );

  /** From staff to all or to oneself, not yet put aside, the latest last. */
  readonly announcements = $derived.by(() => {
    const since = Math.max(this.#readUntil.announcements ?? 0, this.#live.person?.joined_at ?? 0);
    return this.#all.filter(
      ({ reach, author, at, to }) =>
        at > since &&
        author !== this.#live.you.participant &&
        (reach === "all" || (reach === "person" && to === this.#live.you.participant)),
    );
  });

  unread(place: string, messages: Message[]): number {
    const since = Math.max(this.#readUntil[place] ?? 0, this.#live.person?.joined_at ?? 0);
    const announced = this.#readUntil.announcements ?? 0;
    return messages.filter(
      ({ at, author, reach }) =>
        at > (reach === "all" ? Math.max(since, announced) : since) && author !== this.#live.you.participant,
    ).length;
  }

  markRead(place: string, messages: Message[]): void {
    const last = messages.at(-1)?.at ?? 0;
    if (last <= (this.#readUntil[place] ?? 0)) return;
    this.#readUntil = { ...this.#readUntil, [place]: last };
    write(lasting, this.#key, this.#readUntil);
  }
}

const known = new WeakMap<Live, Messages>();

/** One for the page, whatever panel asks. */
export function messagesOf(live: Live): Messages {
  const found = known.get(live) ?? new Messages(live);
  known.set(live, found);
  return found;
}
