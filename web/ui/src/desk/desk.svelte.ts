/** The desk of one facilitator: where it looks, what is open on it, and who is where. */
import { createContext } from "svelte";
import type { Live } from "../live/live.svelte";
import { activityIn } from "../plan/activity";
import { Planner, setPlanner } from "../plan/planner.svelte";
import type { Activity, Knock, Participant, Poll, Room, Step } from "../protocol";
import { t } from "../text/text.svelte";
import { ranked } from "./alerts/alert";
import { SOURCES } from "./alerts/sources";
import type { ReportForm } from "./report/forms";
import { listed } from "./tower/facts";
import { arranged, type Row } from "./tower/rows";
import { Tower } from "./tower/tower.svelte";
import { Acts } from "./undo/acts.svelte";

/** What a phone shows one at a time. */
export const PANELS = ["agenda", "screen", "groups", "people"] as const;
export type Panel = (typeof PANELS)[number];

export type DeskForm =
  | { name: "groups" | "compose" }
  | { name: "rotate"; step?: Step }
  | { name: "release"; room?: Room }
  | { name: "message"; room?: Room; person?: Participant }
  | { name: "move"; person: Participant }
  | { name: "rename"; person: Participant }
  | { name: "erase"; person: Participant }
  | { name: "interpret"; person: Participant }
  | { name: "question"; activity: Activity }
  | { name: "hands"; poll: Poll }
  | { name: "deadline"; poll: Poll }
  | { name: "floor"; room: Room }
  | { name: "report"; form: ReportForm }
  | { name: "put_out"; person: Participant }
  | { name: "turn_away"; knock: Knock }
  | { name: "end" | "assign"; room: Room }
  | { name: "order" | "exports" | "keys" | "acts" | "team" };

export class Desk extends Planner<DeskForm> {
  panel = $state<Panel>("agenda");
  search = $state("");
  /** Only people who are offline, or only those of one room; everybody when empty. */
  only = $state("");
  /** Whether one hears the room looked at, without being in it. */
  listens = $state(false);
  #wish = $state.raw<string>();

  readonly tower: Tower;
  readonly acts: Acts;

  constructor(live: Live) {
    super(live);
    this.tower = new Tower(live);
    this.acts = new Acts(live);
  }

  readonly #people = $derived.by(() => this.live.store.all("participant").filter(({ erased_at, removed_at }) => erased_at === null && removed_at === null));
  readonly citizens = $derived.by(() => this.#people.filter((person) => person.role === "participant"));
  readonly staff = $derived.by(() => this.#people.filter((person) => isStaff(person)));
  readonly viewers = $derived.by(() => this.#people.filter((person) => person.role === "viewer"));

  /** The room shown in the middle. Backstage has nothing citizens could see: plenary then. */
  get looked(): Room | undefined {
    const { look, room } = this.live.you;
    const id = this.#wish ?? look ?? room;
    return this.shown.find((each) => each.id === id) ?? this.plenary;
  }

  /** The rooms citizens can be in, the one they share first. */
  get shown(): Room[] {
    return this.plenary ? [this.plenary, ...this.groups] : this.groups;
  }

  look(room: Room): void {
    this.#wish = room.id;
    this.live.connection.look(room.id);
  }

  /** Turn to a room and nothing else. */
  show(room: Room): void {
    this.look(room);
    this.panel = "screen";
    this.tower.isOpen = false;
  }

  go(room: Room): void {
    void this.live.do({ type: "person.move", person: this.live.you.participant, room: room.id });
    if (room.room_kind !== "backstage") this.look(room);
  }

  /** All rooms, in the order in which one thinks of them. */
  get rooms(): Room[] {
    return this.backstage ? [...this.shown, this.backstage] : this.shown;
  }

  /** The step the room looked at is in. */
  get step(): Step | undefined {
    return this.live.stepIn(this.looked);
  }

  /** What it does there. */
  get activity(): Activity | undefined {
    return this.step && this.looked && activityIn(this.live.store, this.step, this.looked);
  }

  isHere(person: Participant): boolean {
    return this.live.here.has(person.id);
  }

  peopleIn(room: Room): Participant[] {
    return this.#people.filter((person) => person.room === room.id && person.role !== "viewer");
  }

  /** What people have asked staff for and nobody has dealt with, who has waited longest first. */
  readonly asked = $derived.by(() =>
    this.live.store
      .all("message")
      .filter(({ reach, author_is_staff, settled_at }) => reach === "staff" && !author_is_staff && settled_at === null)
      .sort((a, b) => a.at - b.at),
  );
  readonly rows: Row[] = $derived.by(() =>
    this.shown.map((room) => ({
      room,
      figures: this.tower.of(room.id),
      needs: this.alerts.filter((alert) => alert.room?.id === room.id && alert.rank !== "lost").length,
      ends_at: this.live.stepIn(room)?.ends_at ?? null,
    })),
  );
  /** The rooms as this facilitator wishes to see them. */
  readonly arranged = $derived.by(() => arranged(this.rows, this.tower.sort, this.tower.isNarrowed));

  /** Who of staff is in a room, by name; nothing where nobody is. */
  staffOf(room: Room): string {
    const names = this.staff.filter((person) => person.room === room.id && this.isHere(person)).map(({ name }) => name);
    return names.length ? t("tower-with", { names: listed(names) }) : "";
  }

  readonly alerts = $derived.by(() => ranked(SOURCES.flatMap((source) => source(this))));
}

export function isStaff({ role }: Participant): boolean {
  return role === "facilitator" || role === "organizer";
}

const [getDesk, keepDesk] = createContext<Desk>();
export { getDesk };

/** The desk is also where the workshop is planned. */
export function setDesk(desk: Desk): void {
  keepDesk(desk);
  setPlanner(desk);
}
