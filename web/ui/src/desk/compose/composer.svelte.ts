/** Composing groups: the proposal at hand, what it is asked for, what a move would do to it, and the way back. */
import type { Draw, DrawPlan, DrawWay, Participant, Refusal, RegistrationQuestion, Room } from "../../protocol";
import { refusalText, t } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";
import { deviation, type Seats } from "./balance";

export interface Unmatched {
  line: number;
  who: string;
  group: string;
  why: "person" | "group" | "several" | "twice";
}

type Step = { person: Participant; room: string | null } | { draw: string | undefined };
type Rules = Pick<DrawPlan, "pins" | "together" | "apart">;

export class Composer {
  way = $state<DrawWay>("balanced");
  balanced = $state<string[]>([]);
  different = $state(false);
  facilitated = $state(false);
  table = $state("");
  isBusy = $state(false);
  trouble = $state("");
  unmatched = $state.raw<Unmatched[]>([]);
  #chosen = $state<string>();
  #past = $state.raw<Step[]>([]);
  #rules = $state.raw<Rules>({ pins: {}, together: [], apart: [] });

  constructor(readonly desk: Desk) {
    this.balanced = this.questions.map(({ id }) => id);
    if (!this.questions.length) this.way = "even";
    this.different = desk.live.store.all("round").length > 0;
    const before = this.draw;
    if (before) this.#take(before);
  }

  get live() {
    return this.desk.live;
  }

  get questions(): RegistrationQuestion[] {
    return this.live.store.all("registration_question").sort((a, b) => (a.order < b.order ? -1 : 1));
  }

  readonly drafts = $derived.by(() =>
    this.live.store
      .all("draw")
      .filter(({ sent_at }) => sent_at === null)
      .sort((a, b) => b.at - a.at),
  );
  readonly draw: Draw | undefined = $derived.by(() => this.drafts.find(({ id }) => id === this.#chosen) ?? this.drafts[0]);
  readonly rules: Rules = $derived.by(() => this.draw?.plan ?? this.#rules);
  readonly answers = $derived.by(
    () => new Map(this.live.store.all("registration").map(({ participant, answers }) => [participant, answers])),
  );
  /** Those whom the table of balance counts. */
  readonly seats: Seats = $derived.by(
    () => new Map(this.desk.citizens.map(({ id }) => [id, this.draw?.seating[id] ?? ""])),
  );

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  peopleIn(room: Room | undefined): Participant[] {
    const id = room?.id;
    const seated = [...this.desk.staff, ...this.desk.citizens].filter((person) => this.draw?.seating[person.id] === id);
    return id ? seated : seated.filter(({ role }) => role === "participant");
  }

  count(room: Room): number {
    return this.peopleIn(room).filter(({ role }) => role === "participant").length;
  }

  /** What it would mean if they went there: where there is nothing to balance, how many they would be. */
  effect(person: Participant, room: Room): string {
    const now = this.count(room) + 1;
    if (room.capacity !== null && now > room.capacity) return t("compose-full");
    if (person.role !== "participant" || !this.balanced.length) return t("room-people", { count: now });
    const after = new Map(this.seats).set(person.id, room.id);
    const change = this.#off(after) - this.#off(this.seats);
    const effect = change < 0 ? "compose-better" : change > 0 ? "compose-worse" : "compose-same";
    return `${t("room-people", { count: now })} · ${t(effect)}`;
  }

  #off(seats: Seats): number {
    const rooms = this.desk.groups.map(({ id }) => id);
    const asked = this.questions.filter(({ id }) => this.balanced.includes(id));
    return asked.reduce((sum, { id }) => sum + deviation(seats, rooms, (person) => this.answers.get(person)?.[id] ?? ""), 0);
  }

  // -- asking ---------------------------------------------------------------------------------------------------

  async propose(): Promise<void> {
    if (this.isBusy) return;
    const { pins, together, apart } = this.rules;
    const plan = { way: this.way, questions: this.balanced, different: this.different, facilitated: this.facilitated, pins, together, apart };
    this.isBusy = true;
    this.trouble = "";
    this.unmatched = [];
    const before = this.draw?.id;
    const answer = await this.#post($state.snapshot({ plan, table: this.way === "file" ? this.table : "" }));
    this.isBusy = false;
    if (!answer) return;
    this.unmatched = answer.unmatched;
    this.#past = [...this.#past, { draw: before }];
    this.#chosen = answer.draw;
    this.live.announcer.say("draw", () => t("compose-proposed"));
  }

  async #post(wish: object): Promise<{ draw: string; unmatched: Unmatched[] } | undefined> {
    const headers = { Authorization: `Bearer ${this.live.session.token}`, "Content-Type": "application/json" };
    const response = await fetch("/api/draws", { method: "POST", headers, body: JSON.stringify(wish) }).catch(() => undefined);
    if (response?.ok) return (await response.json()) as { draw: string; unmatched: Unmatched[] };
    const body = (await response?.json().catch(() => undefined)) as { refused?: Refusal } | undefined;
    this.trouble = body?.refused ? this.#why(body.refused) : t("http-failed");
    return undefined;
  }

  /** With the people and groups it is about. */
  #why(refusal: Refusal): string {
    const { who = [], where = [] } = refusal.details as { who?: string[]; where?: string[] };
    const people = who.map((id) => this.live.store.get("participant", id)?.name);
    const rooms = where.map((id) => this.live.store.get("room", id)?.name);
    return [refusalText(refusal), [...people, ...rooms].filter(Boolean).join(", ")].filter(Boolean).join(" ");
  }

  // -- by hand --------------------------------------------------------------------------------------------------

  async move(person: Participant, room: Room | undefined): Promise<void> {
    if (!this.draw) return;
    const from = this.draw.seating[person.id] ?? null;
    if (from === (room?.id ?? null)) return;
    const done = await this.#do(person, room?.id ?? null);
    if (done) this.#past = [...this.#past, { person, room: from }];
  }

  async #do(person: Participant, room: string | null): Promise<boolean> {
    if (!this.draw) return false;
    return !("refused" in (await this.live.do({ type: "draw.move", draw: this.draw.id, person: person.id, room })));
  }

  async undo(): Promise<void> {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#past = this.#past.slice(0, -1);
    if ("person" in last) await this.#do(last.person, last.room);
    else if (last.draw) this.choose(last.draw);
  }

  choose(id: string): void {
    this.#chosen = id;
    if (this.draw) this.#take(this.draw);
  }

  #take({ plan }: Draw): void {
    this.way = plan.way;
    this.balanced = [...plan.questions];
    this.different = plan.different;
    this.facilitated = plan.facilitated;
  }

  // -- rules ----------------------------------------------------------------------------------------------------

  pin(person: Participant, room: Room | undefined): void {
    const { [person.id]: _, ...pins } = this.rules.pins;
    this.rule({ pins: room ? { ...pins, [person.id]: room.id } : pins });
  }

  rule(change: Partial<Rules>): void {
    const { pins, together, apart } = this.rules;
    const seen = { pins, together, apart };
    const wanted = { ...seen, ...change };
    this.#rules = wanted;
    if (this.draw) void this.live.do({ type: "draw.rule", draw: this.draw.id, ...wanted, seen });
  }

  keep(title: string): void {
    if (this.draw) void this.live.do({ type: "draw.keep", draw: this.draw.id, title });
  }

  async send(): Promise<boolean> {
    if (!this.draw) return false;
    const answer = await this.live.do({ type: "groups.open", draw: this.draw.id });
    return !("refused" in answer);
  }
}
