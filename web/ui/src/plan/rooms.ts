/** What one can plan with a room. */
import type { Action } from "../live/action";
import type { Room } from "../protocol";
import { t } from "../text/text.svelte";
import type { Planning } from "./planner.svelte";

export function roomActions(planning: Planning): Action<Room>[] {
  const isOpen = (): boolean => !planning.live.isClosed;
  return [
    { id: "room.edit", icon: "edit", label: () => t("room-edit"), applies: isOpen, perform: (room) => planning.open({ name: "room", room }) },
    {
      id: "room.drop",
      icon: "trash",
      label: () => t("room-drop"),
      applies: (room) => room.room_kind === "group" && isOpen(),
      isDangerous: true,
      perform: (room) =>
        planning.open({
          name: "sure",
          title: t("room-drop-title", { name: room.name }),
          text: t("room-drop-text"),
          submit: t("room-drop"),
          command: { type: "room.drop", room: room.id },
        }),
    },
  ];
}
