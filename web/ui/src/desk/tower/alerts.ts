/** What figures say of rooms: nobody says anything there, time is up, the text is still empty, people are lost. */
import { activityIn } from "../../plan/activity";
import type { Action } from "../../live/action";
import type { Participant, Room, RoomFigures } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Alert } from "../alerts/alert";
import type { Desk } from "../desk.svelte";
import { minuteOf } from "../minute";

const SILENT_MINUTES = 4;
/** How late a room may be before it is said. */
const LATE_MINUTES = 1;
/** With less time than this left, somebody should have begun to write. */
const SHORT_MINUTES = 3;
/** Networks are lost at the pace of everyday. */
const LOST_MS = 5 * 60_000;
const TALKING = ["board", "discussion"];

export function roomsInNeed(desk: Desk): Alert[] {
  if (desk.live.isClosed) return [];
  return desk.shown.flatMap((room) => {
    const figures = desk.tower.of(room.id);
    return figures ? [...silence(desk, room, figures), ...lateness(desk, room, figures)] : [];
  });
}

function silence(desk: Desk, room: Room, figures: RoomFigures): Alert[] {
  const step = desk.live.stepIn(room);
  const activity = step && activityIn(desk.live.store, step, room);
  if (!activity || !TALKING.includes(activity.type) || figures.here < 2 || step.paused_at !== null) return [];
  const at = Math.max(figures.sign_at ?? 0, step.started_at ?? 0);
  if (desk.live.clock.now < at + SILENT_MINUTES * minuteOf(desk.live)) return [];
  return [{ id: `silent-${room.id}`, rank: "silent", at, title: t("alert-silent", { room: room.name }), room, actions: [look(desk, room), write(desk, room)] }];
}

function lateness(desk: Desk, room: Room, figures: RoomFigures): Alert[] {
  const { clock } = desk.live;
  const minute = minuteOf(desk.live);
  const step = desk.live.stepIn(room);
  const ends_at = step?.ends_at ?? null;
  if (ends_at === null || step?.paused_at !== null || !figures.people) return [];
  if (figures.conclusion === "drafting" && !figures.length && ends_at - clock.now < SHORT_MINUTES * minute && clock.now < ends_at) {
    return [{ id: `empty-${room.id}`, rank: "behind", at: ends_at - SHORT_MINUTES * minute, title: t("alert-empty", { room: room.name }), room, actions: [look(desk, room), write(desk, room)] }];
  }
  // Who goes along with plenary is late with everybody: the agenda says so.
  if (room.step === null || room.finished_at !== null || clock.now < ends_at + LATE_MINUTES * minute) return [];
  return [{ id: `late-${room.id}`, rank: "behind", at: ends_at, title: t("alert-late", { room: room.name }), room, actions: [write(desk, room), look(desk, room)] }];
}

/** People who were there a moment ago: one by name, more as a number. */
export function peopleLost(desk: Desk): Alert[] {
  if (desk.live.isClosed) return [];
  return desk.shown.flatMap((room) => {
    const gone = desk.tower.of(room.id)?.lost ? lostIn(desk, room) : [];
    const [first, ...more] = gone;
    if (!first) return [];
    const title = more.length
      ? t("alert-lost-many", { count: gone.length, room: room.name })
      : t("alert-lost", { name: first.person.name || t("somebody") });
    return [{ id: `lost-${room.id}`, rank: "lost" as const, at: Math.min(...gone.map(({ at }) => at)), title, detail: t("alert-lost-kept", { count: gone.length }), room, actions: [find(desk)] }];
  });
}

function lostIn(desk: Desk, room: Room): { person: Participant; at: number }[] {
  const { store, clock } = desk.live;
  return desk
    .peopleIn(room)
    .filter((person) => person.role === "participant" && !desk.isHere(person))
    .flatMap((person) => {
      const at = Math.max(...store.under(person.id, "attendance").map(({ left_at }) => left_at ?? clock.now), 0);
      return at > clock.now - LOST_MS ? [{ person, at }] : [];
    });
}

const look = (desk: Desk, room: Room): Action => ({ id: "room.look", icon: "eye", label: () => t("room-look"), perform: () => desk.show(room) });
const write = (desk: Desk, room: Room): Action => ({ id: "room.message", icon: "megaphone", label: () => t("room-message"), perform: () => desk.open({ name: "message", room }) });
const find = (desk: Desk): Action => ({
  id: "people.offline",
  icon: "people",
  label: () => t("alert-lost-show"),
  perform: () => {
    desk.only = "offline";
    desk.panel = "people";
  },
});
