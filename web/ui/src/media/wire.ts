/** What a page and the server tell each other about the call: Socket.IO events beginning with `media.`. */
import type { Refusal } from "../protocol";

export type SourceName = "microphone" | "camera" | "screen";
export type Role = SourceName | "voice" | "face" | "shared";
export type DeviceClass = "phone" | "desktop";

export interface Opened {
  media: "text" | "audio" | "video";
  ice_servers: RTCIceServer[];
}

export interface Offer {
  connection: string;
  sdp: string;
  lines: Record<string, Role>;
  device: DeviceClass;
}

/** What the page wants now, whole each time. */
export interface Wish {
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  layout: "speaker" | "grid" | "none";
  faces: number;
  pinned: string | null;
  interpreter: string | null;
  listen: string | null;
  quality: "low" | "high";
  hidden: boolean;
}

/** Who is behind a line of the page. */
export interface Fed {
  participant: string;
  source: SourceName;
}

/** What somebody has switched on, and how well they are reached: 0 cut off, 1 bad, 2 fair, 3 good. */
export interface Shown {
  participant: string;
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  quality: number;
}

/** Everything by mid; a mid that is not named is idle. */
export interface Slots {
  connection: string;
  slots: Record<string, Fed>;
}

export interface Wanted {
  connection: string;
  microphone: boolean;
  camera: string[];
  screen: string[];
}

export interface Stands {
  connection: string;
  standing: "connected" | "interrupted" | "gone" | "replaced" | "cut";
  reason: string;
}

export interface Speaking {
  room: string;
  voices: string[];
  dominant: string | null;
}

export interface People {
  room: string;
  all: boolean;
  put: Shown[];
  drop: string[];
}

export type Refused = { refused: Refusal };

export interface MediaRequests {
  "media.open": [Record<string, never>, Opened | Refused];
  "media.offer": [Offer, { sdp: string } | Refused];
  "media.wish": [{ connection: string } & Wish, Record<string, never> | Refused];
  "media.leave": [{ connection: string }, Record<string, never> | Refused];
}

export interface MediaEvents {
  "media.slots": Slots;
  "media.wanted": Wanted;
  "media.standing": Stands;
  "media.speaking": Speaking;
  "media.people": People;
  "media.restart": Record<string, never>;
}
