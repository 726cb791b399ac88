/** Who waits at the door, what waits to be read, and what was reported. */
import type { Action } from "../../live/action";
import { judge } from "../../parts/order/judging";
import { reason } from "../../parts/order/words";
import type { Entity, Flag, Knock } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Alert } from "../alerts/alert";
import type { Desk } from "../desk.svelte";
import { pending, waiting } from "./queue";

export function atTheDoor(desk: Desk): Alert[] {
  const knocks = waiting(desk.live);
  const everybody: Action = {
    id: "door.admit.all",
    icon: "people",
    label: () => t("door-admit-all", { count: knocks.length }),
    perform: () => void desk.live.do({ type: "door.admit", knocks: knocks.map(({ id }) => id) }),
  };
  return knocks.map((knock, index) => ({
    id: knock.id,
    rank: "door",
    at: knock.at,
    title: t("alert-door", { name: knock.name }),
    actions: desk.live.isClosed ? [] : [...ofKnock(desk, knock), ...(knocks.length > 1 && !index ? [everybody] : [])],
  }));
}

function ofKnock(desk: Desk, knock: Knock): Action[] {
  return [
    { id: "door.admit", icon: "check", label: () => t("door-admit"), perform: () => void desk.live.do({ type: "door.admit", knocks: [knock.id] }) },
    { id: "door.turn_away", icon: "close", label: () => t("door-turn-away"), perform: () => desk.open({ name: "turn_away", knock }) },
  ];
}

export function toBeRead(desk: Desk): Alert[] {
  const { live } = desk;
  return pending(live).map((text) => {
    const room = live.store.get("room", text.room);
    return {
      id: text.id,
      rank: "door",
      at: text.at,
      title: t("alert-pending"),
      detail: room?.name,
      words: text.text,
      room,
      actions: [
        { id: "text.show", icon: "check", label: () => t("text-approve"), perform: () => void live.do({ type: "text.show", about: text.id }) },
        { id: "text.hide", icon: "close", label: () => t("text-hide"), perform: () => judge(live, text.id) },
      ],
    };
  });
}

/** One alert to a text, however many have reported it. */
export function reported(desk: Desk): Alert[] {
  const open = desk.live.store.all("flag").filter(({ outcome }) => outcome === "open");
  const texts = new Map<string, Flag[]>();
  for (const flag of open) texts.set(flag.about, [...(texts.get(flag.about) ?? []), flag]);
  return [...texts.values()].map((flags) => ofFlags(desk, flags));
}

function ofFlags(desk: Desk, flags: Flag[]): Alert {
  const { live } = desk;
  const [first] = flags as [Flag];
  const room = live.store.get("room", first.room);
  const said = flags.map((flag) => [reason(flag.reason), flag.words].filter(Boolean).join(": "));
  const isConclusion = first.kind_of === ("conclusion" satisfies Entity["type"]);
  const settle = (corrected: boolean): void => void live.do({ type: "flag.settle", about: first.about, corrected });
  const hide: Action = { id: "text.hide", icon: "close", label: () => t("text-hide"), perform: () => judge(live, first.about) };
  const correct: Action = { id: "flag.correct", icon: "edit", label: () => t("report-corrected"), perform: () => settle(true) };
  const read: Action[] = room && room.id !== desk.looked?.id ? [{ id: "text.read", icon: "eye", label: () => t("report-read"), perform: () => desk.look(room) }] : [];
  return {
    id: first.about,
    rank: "flagged",
    at: Math.min(...flags.map(({ at }) => at)),
    title: t("alert-flagged", { count: flags.length }),
    detail: [room?.name, ...said, first.now && t("alert-rewritten", { text: first.now })].filter(Boolean).join(" · "),
    words: first.text,
    room,
    actions: [isConclusion ? correct : hide, { id: "flag.keep", icon: "check", label: () => t("report-keep"), perform: () => settle(false) }, ...read],
  };
}
