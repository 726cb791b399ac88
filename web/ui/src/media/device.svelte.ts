/** A microphone, a camera or a screen of this person: what is wished, what is there, what is wrong with it. */
import { capture, CaptureCancelled, troubleOf, type Choice, type DeviceTrouble, type Facing } from "./capture";
import { likeDevice, likedDevice } from "./kept";
import type { SourceName } from "./wire";

export type { DeviceTrouble } from "./capture";

const INPUTS: Record<SourceName, MediaDeviceKind | undefined> = {
  microphone: "audioinput",
  camera: "videoinput",
  screen: undefined,
};
/** A phone gives devices back a moment after its page does. */
const WAKING_MS = 1_000;

export class Device {
  readonly kind: SourceName;
  /** What the person wishes. Kept while it is not allowed, and over a reload. */
  on = $state(false);
  /** Whether room, workshop and role let them. */
  isAllowed = $state(true);
  trouble = $state<DeviceTrouble>();
  /** To choose from, once the browser gives names. Always empty for a screen. */
  devices = $state.raw<MediaDeviceInfo[]>([]);
  /** Id of the one in use, "" while it is the browser's choice. */
  chosen = $state("");
  /** Name of a device that went away and was replaced by another; until the next choice. */
  lost = $state<string>();
  /** What is being captured: the preview, also while it is not sent. */
  stream = $state.raw<MediaStream>();
  /** Which camera of a phone. */
  facing = $state<Facing>("user");
  /** Whether others hear or see it, as far as the page can know. */
  readonly isLive = $derived.by(() => this.on && this.isAllowed && !this.#isPreviewed && this.stream !== undefined);

  /** Tried before others hear or see it, also within a call. */
  #isPreviewed = $state(false);
  #isResting = false;
  #liked: string;
  /** Raised whenever what is captured shall be another: what an earlier question brings is then too late. */
  #turn = 0;

  constructor(kind: SourceName) {
    this.kind = kind;
    this.#liked = likedDevice(kind);
    this.chosen = this.#liked;
  }

  /** Phones have no screen to share. */
  get isSupported(): boolean {
    return this.kind !== "screen" || typeof navigator.mediaDevices?.getDisplayMedia === "function";
  }

  get choice(): Choice {
    return { id: this.#liked, facing: this.facing };
  }

  get track(): MediaStreamTrack | undefined {
    return this.stream?.getTracks()[0];
  }

  async turn(on: boolean): Promise<void> {
    this.on = on;
    if (on) await this.#acquire();
    // A microphone stays open, so that one can be told "you are muted": nothing of it leaves the page.
    else if (this.kind !== "microphone") this.release();
  }

  /** Not allowed, nothing is captured; the wish stays for when it is again. */
  allow(isAllowed: boolean): void {
    this.isAllowed = isAllowed;
    if (!this.#isNeeded) this.release();
    else if (this.on) void this.#acquire();
  }

  /** While it is tried before joining, it is captured whether or not one may send it. */
  async preview(isPreviewed: boolean): Promise<void> {
    this.#isResting = false;
    this.#isPreviewed = isPreviewed;
    if (!this.#isNeeded) this.release();
    else if (this.on) await this.#acquire();
  }

  /** The call is elsewhere: nothing is captured here until the next preview, and the wish stays. */
  rest(): void {
    this.#isResting = true;
    this.#isPreviewed = false;
    this.release();
  }

  release(): void {
    this.#turn += 1;
    stop(this.stream);
    this.stream = undefined;
  }

  /** Takes what was captured elsewhere, together with another device. */
  adopt(stream: MediaStream): void {
    this.release();
    this.on = true;
    this.#take(stream);
  }

  fail(trouble: DeviceTrouble): void {
    this.on = false;
    this.trouble = trouble;
  }

  /** Takes another device, also while talking. */
  async switchTo(id: string): Promise<void> {
    likeDevice(this.kind, id);
    this.#liked = id;
    this.chosen = id;
    this.lost = undefined;
    await this.#renew();
  }

  /** From the camera at the front of a phone to the one at its back. */
  async flip(): Promise<void> {
    this.facing = this.facing === "user" ? "environment" : "user";
    this.#liked = "";
    await this.#renew();
  }

  /** Devices came or went. */
  async refresh(): Promise<void> {
    await this.#list();
    const isBack = this.#liked !== "" && this.devices.some((each) => each.deviceId === this.#liked);
    if (this.lost && isBack) await this.switchTo(this.#liked);
    else if (this.on && !this.stream && (this.trouble === "ended" || this.trouble === "missing")) await this.#replace(this.lost);
  }

  /** Back in sight, on a phone: the system may have taken the device away meanwhile. */
  async revive(): Promise<void> {
    if (!this.track?.muted && this.track?.readyState !== "ended") return;
    await new Promise((resolve) => setTimeout(resolve, WAKING_MS));
    if (this.track?.muted || this.track?.readyState === "ended") await this.#replace(undefined);
  }

  /** The browser tells when a refusal is taken back. */
  watchPermission(): void {
    if (this.kind === "screen") return;
    void navigator.permissions
      ?.query({ name: this.kind as PermissionName })
      .then((status) => {
        status.onchange = () => {
          if (status.state !== "denied" && this.trouble === "denied") this.trouble = undefined;
        };
      })
      .catch(() => undefined);
  }

  get #isNeeded(): boolean {
    return this.#isPreviewed || (this.isAllowed && !this.#isResting);
  }

  async #list(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    this.devices = all.filter((each) => each.kind === INPUTS[this.kind] && each.deviceId && each.deviceId !== "communications");
  }

  async #acquire(): Promise<void> {
    if (this.stream || !this.#isNeeded) return;
    const turn = ++this.#turn;
    try {
      const stream = await capture(this.kind, this.choice);
      if (turn === this.#turn) this.#take(stream);
      else stop(stream);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.on = false;
      this.trouble = error instanceof CaptureCancelled ? undefined : troubleOf(error);
    }
  }

  /** The same from another device, or on other terms. */
  async #renew(): Promise<void> {
    const before = this.stream;
    if (!before) return;
    const turn = ++this.#turn;
    // Phones open one camera at a time.
    if (this.kind === "camera") stop(before);
    try {
      const stream = await capture(this.kind, this.choice);
      if (turn !== this.#turn) return stop(stream);
      stop(before);
      this.#take(stream);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#liked = "";
      if (this.kind === "camera") return this.#replace(undefined);
      this.trouble = troubleOf(error);
      this.chosen = idOf(before);
    }
  }

  /** It died: any other takes its place; without one it is missed until one comes. */
  async #replace(label: string | undefined): Promise<void> {
    this.release();
    const turn = this.#turn;
    try {
      const stream = await capture(this.kind, { ...this.choice, id: "" });
      if (turn !== this.#turn) return stop(stream);
      this.#take(stream);
      this.lost = label;
    } catch (error) {
      if (turn !== this.#turn) return;
      if (troubleOf(error) === "denied") this.fail("denied");
      else this.trouble = "ended";
    }
  }

  #take(stream: MediaStream): void {
    this.stream = stream;
    this.trouble = undefined;
    this.chosen = idOf(stream);
    this.track?.addEventListener("ended", () => this.#die(stream));
    void this.#list();
  }

  #die(stream: MediaStream): void {
    if (this.stream !== stream) return;
    if (this.kind === "screen") void this.turn(false);
    else void this.#replace(stream.getTracks()[0]?.label);
  }
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function idOf(stream: MediaStream): string {
  return stream.getTracks()[0]?.getSettings().deviceId ?? "";
}
