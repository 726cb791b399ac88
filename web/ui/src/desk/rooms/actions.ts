/** What the desk can do with a room as it goes on. */
import type { Action } from "../../live/action";
import { getMedia } from "../../media/media.svelte";
import { roomActions } from "../../plan/rooms";
import type { Room } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";
import { paceOf } from "./release";
import { voicesOf } from "./voices";

/** Call while a component starts. */
export function cardActions(desk: Desk): Action<Room>[] {
  const { live } = desk;
  const media = getMedia();
  const isLooked = (room: Room): boolean => desk.looked?.id === room.id;
  const isMine = (room: Room): boolean => live.you.room === room.id;
  const canListen = (): boolean => media.call !== undefined && media.call.standing !== "off";
  return [
    { id: "room.look", icon: "eye", label: () => t("room-look"), applies: (room) => !isLooked(room), perform: (room) => desk.show(room) },
    { id: "room.go", icon: "leave", label: () => t("room-go"), applies: (room) => !isMine(room) && !live.isClosed, perform: (room) => desk.go(room) },
    {
      id: "room.listen",
      icon: "sound",
      label: () => t("desk-listen"),
      applies: (room) => canListen() && !isMine(room) && !(isLooked(room) && desk.listens),
      perform: (room) => {
        desk.show(room);
        desk.listens = true;
      },
    },
    { id: "room.message", icon: "megaphone", label: () => t("room-message"), applies: () => !live.isClosed, perform: (room) => desk.open({ name: "message", room }) },
    ...paceOf(desk),
    ...voicesOf(desk),
    { id: "room.assign", icon: "people", label: () => t("assign"), applies: (room) => room.room_kind === "group" && !live.isClosed, perform: (room) => desk.open({ name: "assign", room }) },
    // Here a group may have people in it, and what they wrote.
    ...roomActions(desk).filter(({ id }) => id !== "room.drop"),
    { id: "room.keep", icon: "undo", label: () => t("room-keep"), applies: (room) => room.closes_at !== null, perform: (room) => void live.do({ type: "room.keep", room: room.id }) },
    {
      id: "room.end",
      icon: "trash",
      label: () => t("room-end"),
      applies: (room) => room.room_kind === "group" && room.closes_at === null && !live.isClosed,
      isDangerous: true,
      perform: (room) => desk.open({ name: "end", room }),
    },
  ];
}
