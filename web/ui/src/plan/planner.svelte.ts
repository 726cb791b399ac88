/** Where a workshop is planned: its rooms, the form that is open, and what a form asks for. */
import { createContext } from "svelte";
import type { Live } from "../live/live.svelte";
import type { Command, Refusal, Room, Step } from "../protocol";

/** The forms by which a workshop is planned, wherever that is. */
export type PlanForm =
  | { name: "step"; step?: Step }
  | { name: "plan"; step: Step; room?: Room }
  | { name: "room"; room?: Room }
  | { name: "sure"; title: string; text: string; submit: string; command: Command }
  | { name: "insert" | "share" | "ending" | "workshop" | "media" | "retention" | "rehearsal" | "registration" };

export class Planner<More = never> {
  readonly live: Live;
  opened = $state.raw<PlanForm | More>();

  readonly groups = $derived.by(() => this.live.rooms.filter((room) => room.room_kind === "group"));
  readonly plenary = $derived.by(() => this.live.rooms.find((room) => room.room_kind === "plenary"));
  readonly backstage = $derived.by(() => this.live.rooms.find((room) => room.room_kind === "backstage"));

  constructor(live: Live) {
    this.live = live;
  }

  open(opened: PlanForm | More): void {
    this.opened = opened;
  }

  close(): void {
    this.opened = undefined;
  }

  /** Why it was refused, for whoever tried it and says so on the spot; the outbox is then done with it. */
  async ask(command: Command): Promise<Refusal | undefined> {
    const answer = await this.live.do(command);
    return "refused" in answer ? answer.refused : undefined;
  }

  forget(command: Command): void {
    const { outbox } = this.live;
    const item = outbox.refused.find((each) => each.command === command);
    if (item) outbox.discard(item);
  }
}

/** What the forms themselves see of it: whatever else can be opened there. */
export type Planning = Omit<Planner, "opened">;

export const [getPlanner, setPlanner] = createContext<Planning>();
