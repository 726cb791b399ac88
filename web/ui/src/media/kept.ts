/** What outlives a reload: in the tab how one is in the call, in the browser which devices one likes. */
import { lasting, ofTab, read, write } from "../live/storage";
import type { SourceName } from "./wire";

export type Way = "video" | "audio" | "listen";

export interface Kept {
  way: Way;
  microphone: boolean;
  camera: boolean;
  audioOnly: boolean;
  savesData: boolean;
}

export type Liked = SourceName | "speakers";

const LIKED = "palabre.devices";

export function keptCall(workshop: string): Kept | undefined {
  return read<Kept>(ofTab, callKey(workshop));
}

export function keepCall(workshop: string, kept: Kept | undefined): void {
  write(ofTab, callKey(workshop), kept);
}

export function likedDevice(kind: Liked): string {
  return liked()[kind] ?? "";
}

export function likeDevice(kind: Liked, id: string): void {
  write(lasting, LIKED, { ...liked(), [kind]: id });
}

function liked(): Partial<Record<Liked, string>> {
  return read<Partial<Record<Liked, string>>>(lasting, LIKED) ?? {};
}

const callKey = (workshop: string): string => `palabre.call.${workshop}`;
