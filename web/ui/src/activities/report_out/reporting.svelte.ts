/** A report out as it is seen: whose turn it is, what each room brings, and the text that is made of it. */
import { inOrder, type Live } from "../../live/live.svelte";
import type { Conclusion, Poll, ReportOut, Room, Stand, Statement, Turn } from "../../protocol";

/** A turn whose room is known. */
export interface RoomTurn extends Omit<Turn, "room"> {
  room: Room;
}

export class Reporting {
  readonly live: Live;
  readonly #activity: () => ReportOut;

  constructor(live: Live, activity: () => ReportOut) {
    this.live = live;
    this.#activity = activity;
  }

  get activity(): ReportOut {
    return this.#activity();
  }

  readonly turns = $derived.by((): RoomTurn[] =>
    this.#activity().turns.flatMap((turn) => {
      const room = this.live.store.get("room", turn.room);
      return room ? [{ ...turn, room }] : [];
    }),
  );
  readonly presenting = $derived.by(() => this.turns.find((turn) => turn.state === "presenting"));
  /** Who follows: the first that waits. */
  readonly next = $derived.by(() => this.turns.find((turn) => turn.state === "waiting"));
  readonly isBegun = $derived.by(() => this.turns.some((turn) => turn.state !== "waiting"));
  readonly statements = $derived.by(() => this.live.store.under(this.#activity().id, "statement").sort(inOrder));

  /** As far as one may see it: a room's own, or one that was shown. */
  conclusion(turn: RoomTurn): Conclusion | undefined {
    return this.live.store.get("conclusion", turn.conclusion);
  }

  /** The rooms that stand so on a statement, in the order in which they present. */
  standing(statement: Statement, stand: Stand): Room[] {
    return this.turns.map(({ room }) => room).filter((room) => (statement.stands[room.id] ?? "not_discussed") === stand);
  }
}

/** The vote behind a text, but for one that is written anew. */
export function publishedPoll(live: Live, text: Conclusion | Statement): Poll | undefined {
  const poll = text.state === "drafting" ? undefined : live.store.get("poll", text.poll);
  return poll?.state === "published" ? poll : undefined;
}

/** Whether there is anything to read in what a conclusion says. */
export function isEmpty({ texts }: Conclusion): boolean {
  return Object.values(texts).every((text) => !text.trim());
}
