/** All rooms at once, as the server tells it each second to whoever watches, and how one wants to see them. */
import type { Live } from "../../live/live.svelte";
import type { RoomFigures, TowerView } from "../../protocol";

/** By what rooms are ordered; by their own order unless one wishes otherwise. */
export const SORTS = ["order", "need", "silent", "notes", "time"] as const;
export type Sort = (typeof SORTS)[number];

export class Tower {
  #view = $state.raw<TowerView>();
  /** Whether it takes the place of what citizens see. */
  isOpen = $state(false);
  sort = $state<Sort>("order");
  /** Only the rooms that need somebody. */
  isNarrowed = $state(false);
  readonly #byRoom = $derived(new Map(this.#view?.rooms.map((figures) => [figures.room, figures])));
  readonly #looks = $derived(new Map(this.#view?.staff.map(({ participant, look }) => [participant, look])));

  constructor(live: Live) {
    const { socket } = live.connection;
    socket.on("tower", (view) => (this.#view = view));
    // What it was told of is forgotten with the connection, on both sides.
    live.accompany({ goOnline: () => socket.emit("tower", { watch: true }, () => undefined), goOffline: () => undefined });
  }

  of(room: string): RoomFigures | undefined {
    return this.#byRoom.get(room);
  }

  /** The room that somebody of staff looks at, beside the one they are in. */
  lookOf(participant: string): string | null {
    return this.#looks.get(participant) ?? null;
  }
}
