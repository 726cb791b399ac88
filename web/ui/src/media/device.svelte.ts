/** A microphone, a camera or a screen of this person: what is wished, what is there, what is wrong with it. */
import type { SourceName } from "./wire";

/**
 * `denied` by the person or their browser; `missing`: there is none; `busy`: another program has it; `ended`: it died
 * or was pulled out and nothing could take its place; `insecure`: browsers give no device to a page on plain http.
 */
export type DeviceTrouble = "denied" | "missing" | "busy" | "ended" | "insecure";

export class Device {
  readonly kind: SourceName;
  /** What the person wishes. Kept while it is not allowed, and over a reload. */
  on = $state(false);
  /** Whether room, workshop and role let them. */
  isAllowed = $state(true);
  trouble = $state<DeviceTrouble>();
  /** To choose from. Without permission the browser gives no names. Always empty for a screen. */
  devices = $state.raw<MediaDeviceInfo[]>([]);
  /** Id of the one in use, "" while it is the browser's choice. */
  chosen = $state("");
  /** Name of a device that went away and was replaced by another; until the next choice. */
  lost = $state<string>();
  /** What is being captured: the preview, also while it is not sent. */
  stream = $state.raw<MediaStream>();
  /** Whether others hear or see it (as far as the page can know). */
  readonly isLive = $derived(this.on && this.isAllowed && this.stream !== undefined);

  constructor(kind: SourceName) {
    this.kind = kind;
  }

  /** Phones have no screen to share. */
  get isSupported(): boolean {
    return this.kind !== "screen" || typeof navigator.mediaDevices?.getDisplayMedia === "function";
  }

  /** Takes another device, also while talking. */
  async switchTo(_id: string): Promise<void> {}
}
