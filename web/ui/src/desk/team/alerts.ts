/** Leading is offered or hangs in the air, or nobody is with a group who should be. */
import type { Action } from "../../live/action";
import { t } from "../../text/text.svelte";
import type { Alert } from "../alerts/alert";
import type { Desk } from "../desk.svelte";
import { listed } from "../tower/facts";
import { lead, leaderOf } from "./lead";

export function leading(desk: Desk): Alert[] {
  const { live } = desk;
  const { workshop } = live;
  const leader = leaderOf(desk);
  const me = live.you.participant;
  if (!workshop || !leader || live.isClosed) return [];
  const take: Action = { id: "lead.take", icon: "hand", label: () => t("lead-take"), perform: () => lead(desk, me) };
  if (workshop.lead_offered === me) {
    const refuse: Action = { id: "lead.refuse", icon: "close", label: () => t("alert-lead-refuse"), perform: () => lead(desk, leader.id) };
    return [{ id: "lead-offered", rank: "lead", at: live.clock.now, title: t("alert-lead-offered", { name: leader.name }), actions: [take, refuse] }];
  }
  if (leader.id === me || desk.isHere(leader)) return [];
  return [{ id: "lead-lost", rank: "lead", at: leftAt(desk, leader.id), title: t("alert-lead-lost", { name: leader.name }), actions: [take] }];
}

/** Groups whose facilitators are all gone. */
export function roomsAlone(desk: Desk): Alert[] {
  const { live } = desk;
  if (live.workshop?.groups !== "open" || live.isClosed) return [];
  return desk.groups.flatMap((room) => {
    const those = room.facilitators.flatMap((id) => live.store.get("participant", id) ?? []);
    const isLed = those.some((person) => desk.isHere(person)) || desk.staffOf(room) !== "";
    if (!those.length || isLed || !room.people) return [];
    const at = Math.max(...those.map((person) => leftAt(desk, person.id)));
    const go: Action = { id: "room.go", icon: "leave", label: () => t("alert-go"), perform: () => desk.go(room) };
    const detail = t("alert-unled-detail", { names: listed(those.map(({ name }) => name)) });
    return [{ id: `unled-${room.id}`, rank: "unled" as const, at, title: t("alert-unled", { room: room.name }), detail, room, actions: [go] }];
  });
}

/** When somebody who is not here went, as far as it is known by now. */
function leftAt({ live }: Desk, person: string): number {
  const left = live.store.under(person, "attendance").flatMap(({ left_at }) => left_at ?? []);
  return left.length ? Math.max(...left) : live.clock.now;
}
