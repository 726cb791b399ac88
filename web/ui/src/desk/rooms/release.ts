/** Rooms at their own pace: how far they are, and what staff can do about it. */
import type { Action } from "../../live/action";
import type { Room, Step } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";
import { minuteOf } from "../minute";

export function releasedRooms(desk: Desk): Room[] {
  return desk.groups.filter(({ step }) => step !== null);
}

/** Whether the stretch it was released for is over once plenary is in this step. */
export function isPast(desk: Desk, room: Room, step: Step): boolean {
  const place = (id: string | null): number => desk.live.steps.findIndex((each) => each.id === id);
  return place(room.last) < place(step.id);
}

/** The next step of its stretch. */
export function nextFor(desk: Desk, room: Room): Step | undefined {
  const { steps } = desk.live;
  const place = (id: string | null): number => steps.findIndex((each) => each.id === id);
  return steps.find((step, index) => index > place(room.step) && index <= place(room.last) && !step.skipped);
}

export function recall(desk: Desk, rooms: Room[]): void {
  void desk.live.do({ type: "room.recall", rooms: rooms.map(({ id }) => id) });
}

export function paceOf(desk: Desk): Action<Room>[] {
  const { live } = desk;
  return [
    {
      id: "room.release",
      icon: "leave",
      label: () => t("release-button"),
      applies: (room) => room.room_kind === "group" && !live.isClosed && live.running !== undefined,
      perform: (room) => desk.open({ name: "release", room }),
    },
    {
      id: "room.advance",
      icon: "next",
      label: () => t("room-advance"),
      applies: (room) => !live.isClosed && nextFor(desk, room) !== undefined,
      perform: (room) => {
        const next = nextFor(desk, room);
        if (next && room.step) void live.do({ type: "room.advance", room: room.id, step: next.id, seen: room.step });
      },
    },
    {
      id: "room.extend",
      icon: "clock",
      label: () => t("room-extend"),
      applies: (room) => !live.isClosed && room.step !== null && room.ends_at !== null,
      perform: (room) => {
        if (!room.step || room.ends_at === null) return;
        const ends_at = Math.round(Math.max(room.ends_at, live.clock.now) + 5 * minuteOf(live));
        void live.do({ type: "step.extend", step: room.step, room: room.id, ends_at, seen: room.ends_at });
      },
    },
    {
      id: "room.recall",
      icon: "undo",
      label: () => t("room-recall"),
      applies: (room) => !live.isClosed && room.step !== null,
      perform: (room) => recall(desk, [room]),
    },
  ];
}
