/** Who may be heard in a room: for everybody or for whoever has the floor; and quiet, when it is needed. */
import type { Action } from "../../live/action";
import type { Room, Stage } from "../../protocol";
import { t, type MessageId } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";

/** What a stage that is not open to all is called. */
export const STAGES: Record<Exclude<Stage, "open">, MessageId> = { speakers: "stage-speakers", fishbowl: "stage-fishbowl", stream: "stage-stream" };

export function watchPlenary({ live }: Desk, room: Room): void {
  void live.do({ type: "room.stage", room: room.id, stage: "stream" });
}

export function voicesOf(desk: Desk): Action<Room>[] {
  const { live } = desk;
  const isOn = (): boolean => live.workshop?.media !== "text" && !live.isClosed;
  return [
    {
      id: "room.speakers",
      icon: "hand",
      label: () => t("stage-set-speakers"),
      applies: (room) => isOn() && room.stage !== "speakers",
      perform: (room) => void live.do({ type: "room.stage", room: room.id, stage: "speakers" }),
    },
    {
      id: "room.fishbowl",
      icon: "people",
      label: () => t("stage-set-fishbowl"),
      applies: (room) => isOn() && room.stage !== "fishbowl",
      perform: (room) => void live.do({ type: "room.stage", room: room.id, stage: "fishbowl" }),
    },
    {
      id: "room.stream",
      icon: "eye",
      label: () => t("stage-set-stream"),
      applies: (room) => isOn() && room.room_kind === "plenary" && room.stage !== "stream",
      perform: (room) => watchPlenary(desk, room),
    },
    {
      id: "room.open",
      icon: "people",
      label: () => t("stage-set-open"),
      applies: (room) => isOn() && room.stage !== "open",
      perform: (room) => void live.do({ type: "room.stage", room: room.id, stage: "open" }),
    },
    {
      id: "room.mute",
      icon: "microphone-off",
      label: () => t("room-mute"),
      applies: isOn,
      perform: (room) => void live.do({ type: "room.mute", room: room.id }),
    },
  ];
}
