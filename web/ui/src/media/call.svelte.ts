/** The call of one person: what they send, whom they hear and see, and how well. Loaded when it is needed. */
import type { Live } from "../live/live.svelte";
import { Device } from "./device.svelte";
import type { NetworkTrouble, Report } from "./report";
import { Speakers } from "./speakers.svelte";
import type { Shown } from "./wire";

/**
 * `interrupted`: it was there and comes back by itself. `failed`: see `reason`; it goes on trying by itself when
 * `isTrying`. `elsewhere`: another tab or device of this person took the call over: `useHere`.
 */
export type Standing = "off" | "connecting" | "connected" | "interrupted" | "failed" | "elsewhere";

/** A refusal code of `media.open` or `media.offer`; or why the server hung up; or `unreachable`. */
export type Reason = "unreachable" | "media_off" | "busy" | "offer_invalid" | "viewers_full" | "only_watches" | "cut" | string;

export type Way = "video" | "audio" | "listen";
export type Layout = "speaker" | "grid";

/** Whether the media server can be reached from this network, as tried before joining. */
export type Reach = "unknown" | "trying" | "direct" | "tcp" | "relay" | "blocked";

/** One tile. The same `key` is the same tile. */
export interface Face {
  key: string;
  participant: string;
  source: "camera" | "screen";
  /** The picture; without one their initials are shown. */
  stream: MediaStream | undefined;
  isOwn: boolean;
  isSpeaking: boolean;
  isPinned: boolean;
  hasMicrophone: boolean;
  hasCamera: boolean;
  /** 0 cut off, 1 bad, 2 fair, 3 good. */
  quality: number;
}

export class Call {
  readonly live: Live;
  standing = $state<Standing>("off");
  reason = $state<Reason>();
  isTrying = $state(false);
  /** How one came or wants to come; kept over a reload. */
  way = $state<Way>();

  readonly microphone = new Device("microphone");
  readonly camera = new Device("camera");
  readonly screen = new Device("screen");
  readonly speakers = new Speakers();

  /** One's own voice, 0 to 1, some ten times a second while a microphone is captured. */
  level = $state(0);
  talksWhileMuted = $state(false);
  /** While the key or button is held. */
  isHeld = $state(false);

  // -- whom one sees and hears: to read --

  /** Oneself, mirrored where it is the camera; not among `faces`. */
  readonly own: Face = $derived.by(() => this.#ownFace());
  /** Everybody else in the call in the room one hears, in display order; with `speaker` the first is the large one. */
  readonly faces: Face[] = $derived.by(() => []);
  /** The screen somebody shares. */
  readonly shared: Face | undefined = $derived.by(() => undefined);
  /** Those who are heard speaking. */
  readonly voices: readonly string[] = $derived.by(() => []);
  readonly dominant: string | null = $derived.by(() => null);
  /** Everybody in the call in the room one hears, oneself included. */
  readonly people: ReadonlyMap<string, Shown> = $derived.by(() => new Map());

  // -- what one wants: to set --

  layout = $state<Layout>("speaker");
  /** How many tiles the page has room for, own one not counted. */
  tiles = $state(1);
  pinned = $state<string | null>(null);
  /** No pictures at all. */
  audioOnly = $state(false);
  /** Somebody who interprets, heard over all others. */
  interpreter = $state<string | null>(null);
  /** Small pictures only, both ways. */
  savesData = $state(false);
  /** Staff: a room heard and seen without leaving one's own. */
  listen = $state<string | null>(null);

  // -- how it does --

  report = $state.raw<Report>();
  readonly quality: number = $derived(this.report?.quality ?? 3);
  readonly troubles: readonly NetworkTrouble[] = $derived(this.report?.troubles ?? []);
  reach = $state<Reach>("unknown");

  constructor(live: Live) {
    this.live = live;
  }

  /** Follows the workshop from here on, and comes back into a call that a reload interrupted. Returns how to stop. */
  start(): () => void {
    return () => {};
  }

  /** Asks for the devices of this way, and shows them: the preview before joining. */
  async prepare(_way: Way): Promise<void> {}

  /** The preview was closed without joining: devices are released. */
  release(): void {}

  /** Tries whether media gets through from here; `reach` says. */
  async check(): Promise<void> {}

  async join(_way: Way): Promise<void> {}

  leave(): void {}

  /** After `elsewhere`. */
  useHere(): void {}

  /** Asks for permission where needed. Muted from afar, turning it on says so first. */
  async toggleMicrophone(): Promise<void> {}

  async toggleCamera(): Promise<void> {}

  async toggleScreen(): Promise<void> {}

  /** Push to talk. */
  hold(_on: boolean): void {}

  pin(_participant: string | null): void {}

  /** To be called in a press, when `speakers.needsGesture`. */
  resumeSound(): void {}

  #ownFace(): Face {
    const participant = this.live.you.participant;
    return {
      key: `${participant} own`,
      participant,
      source: "camera",
      stream: this.camera.isLive ? this.camera.stream : undefined,
      isOwn: true,
      isSpeaking: this.voices.includes(participant),
      isPinned: false,
      hasMicrophone: this.microphone.isLive,
      hasCamera: this.camera.isLive,
      quality: this.quality,
    };
  }
}
