/** What this person may send from where they are: the rule of the server, known here before it says no. */
import type { Live } from "../live/live.svelte";
import type { Participant, Room, Workshop } from "../protocol";
import type { SourceName } from "./wire";

export type Allowed = Record<SourceName, boolean>;

const NOTHING: Allowed = { microphone: false, camera: false, screen: false };

/** Whether one stands before a stage, and is not on it. */
export function watches({ store, you, person }: Live): boolean {
  const isOnStage = person?.role !== "participant" || person.has_floor;
  return store.get("room", you.room)?.stage === "stream" && !isOnStage;
}

export function allowed(workshop: Workshop | undefined, room: Room | undefined, person: Participant | undefined): Allowed {
  if (!workshop || !room || !person) return NOTHING;
  if (person.role === "viewer" || workshop.closed_at !== null || workshop.media === "text") return NOTHING;
  const isOnStage = room.stage === "open" || person.role !== "participant" || person.has_floor;
  const isSeen = isOnStage && workshop.media === "video";
  // An interpreter's voice lies over the room, and needs no floor in it.
  return { microphone: isOnStage || person.interprets !== "", camera: isSeen, screen: isSeen };
}
