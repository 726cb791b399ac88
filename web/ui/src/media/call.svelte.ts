/** The call of one person: what they send, whom they hear and see, and how well. Loaded when it is needed. */
import { untrack } from "svelte";
import type { Live } from "../live/live.svelte";
import type { MediaWanted, Shown } from "../protocol";
import { allowed, type Allowed } from "./allowed";
import { Assembly, type Face, type Layout } from "./assembly.svelte";
import { Awake } from "./awake";
import { Device } from "./device.svelte";
import { keepCall, keptCall, type Kept, type Way } from "./kept";
import { Lifeline, type Reason, type Standing } from "./lifeline.svelte";
import { MutedTalk } from "./loudness";
import { Meter } from "./meter.svelte";
import { prepareBoth } from "./prepare";
import type { Expected, NetworkTrouble, Report } from "./report";
import { hear } from "./server";
import { Speakers } from "./speakers.svelte";
import type { Reach } from "./trial";
import { Watch } from "./watch.svelte";
import type { DeviceClass, Wish } from "./wire";

export type { Face, Layout } from "./assembly.svelte";
export type { Way } from "./kept";
export type { Reason, Standing } from "./lifeline.svelte";
export type { Reach } from "./trial";

const NO_VOICES: ReadonlyMap<string, MediaStream> = new Map();
/** Wider than any phone held upright. */
const PHONE_PX = 600;

export class Call {
  readonly live: Live;
  readonly device: DeviceClass = isPhone() ? "phone" : "desktop";
  /** How one came or wants to come; kept over a reload. */
  way = $state<Way>();

  readonly microphone = new Device("microphone");
  readonly camera = new Device("camera");
  readonly screen = new Device("screen");
  readonly speakers = new Speakers();
  readonly #devices = [this.microphone, this.camera, this.screen];

  talksWhileMuted = $state(false);
  /** While the key or button of push-to-talk is held. */
  isHeld = $state(false);
  /** No pictures at all. */
  audioOnly = $state(false);
  /** Somebody who interprets, heard over all others. */
  interpreter = $state<string | null>(null);
  /** Small pictures only, both ways. */
  savesData = $state(false);

  readonly #assembly: Assembly;
  readonly #lifeline: Lifeline;
  readonly #meter = new Meter();
  readonly #watch = new Watch();
  readonly #awake = new Awake();
  #isHidden = $state(false);
  #wanted = $state.raw<MediaWanted>();

  #preparing: Promise<void> | undefined;
  readonly #isMuted = $derived.by(() => this.live.person?.muted ?? false);
  readonly #allowed = $derived.by(() => {
    const { store, workshop, you, person } = this.live;
    return allowed(workshop, store.get("room", you.room), person);
  });
  readonly #wish: Wish = $derived.by(() => ({
    microphone: this.microphone.isLive,
    camera: this.camera.isLive,
    screen: this.screen.isLive,
    layout: this.audioOnly ? "none" : this.layout,
    faces: this.tiles,
    pinned: this.pinned,
    interpreter: this.interpreter,
    listen: this.listen,
    quality: this.savesData ? "low" : "high",
    hidden: this.#isHidden,
  }));
  /** Oneself, to be mirrored; not among `faces`. */
  readonly own: Face = $derived.by(() => this.#self());

  constructor(live: Live) {
    this.live = live;
    this.#assembly = new Assembly(live);
    this.#lifeline = new Lifeline(live.connection, this.device, {
      peer: (peer) => {
        this.#assembly.peer = peer;
        if (!peer) this.#wanted = undefined;
      },
      slots: (slots) => (this.#assembly.slots = slots),
      wanted: (wanted) => (this.#wanted = wanted),
    });
  }

  // -- whether one is in it ---------------------------------------------------------------------------------------

  get standing(): Standing {
    return this.#lifeline.standing;
  }

  /** Why it is `failed`. */
  get reason(): Reason | undefined {
    return this.#lifeline.reason;
  }

  /** Whether it comes back by itself. */
  get isTrying(): boolean {
    return this.#lifeline.isTrying;
  }

  /** Whether media gets through from here, after `check`. */
  get reach(): Reach {
    return this.#lifeline.reach;
  }

  // -- whom one hears and sees --------------------------------------------------------------------------------------

  /** Everybody else in the call in the room one hears, in display order; with `speaker` the first is the large one. */
  get faces(): Face[] {
    return this.#assembly.faces;
  }

  /** The screen somebody else shares. */
  get shared(): Face | undefined {
    return this.#assembly.shared;
  }

  /** Those who are heard speaking. */
  get voices(): readonly string[] {
    return this.#assembly.voices;
  }

  get dominant(): string | null {
    return this.#assembly.dominant;
  }

  /** Everybody in the call in the room one hears, oneself included. */
  get people(): ReadonlyMap<string, Shown> {
    return this.#assembly.people;
  }

  /** The same of another room, for staff who look at it: whether or not they are in the call. */
  peopleIn(room: string): ReadonlyMap<string, Shown> {
    return this.#assembly.peopleIn(room);
  }

  voicesIn(room: string): readonly string[] {
    return this.#assembly.voicesIn(room);
  }

  get layout(): Layout {
    return this.#assembly.layout;
  }

  set layout(layout: Layout) {
    this.#assembly.layout = layout;
  }

  /** How many tiles the page has room for, own one not counted. */
  get tiles(): number {
    return this.#assembly.tiles;
  }

  set tiles(tiles: number) {
    this.#assembly.tiles = tiles;
  }

  get pinned(): string | null {
    return this.#assembly.pinned;
  }

  /** Staff: a room heard and seen without leaving one's own. */
  get listen(): string | null {
    return this.#assembly.listen;
  }

  set listen(room: string | null) {
    this.#assembly.listen = room;
  }

  // -- how it does --------------------------------------------------------------------------------------------------

  /** One's own voice, 0 to 1, some ten times a second while a microphone is captured. */
  get level(): number {
    return this.#meter.level;
  }

  get report(): Report | undefined {
    return this.#watch.report;
  }

  get troubles(): readonly NetworkTrouble[] {
    return this.report?.troubles ?? [];
  }

  /** One's own: as seen from here and from there. */
  get quality(): number {
    return Math.min(this.report?.quality ?? 3, this.people.get(this.live.you.participant)?.quality ?? 3);
  }

  // -- to do --------------------------------------------------------------------------------------------------------

  /**
   * Follows the workshop from here on, and comes back into a call that a reload interrupted. Within an effect, with
   * which it ends; returns how to stop.
   */
  start(): () => void {
    const { connection, session } = this.live;
    const kept = keptCall(session.workshop);
    const stops = [
      hear(connection, "media.people", (people) => this.#assembly.hearPeople(people)),
      hear(connection, "media.speaking", (speaking) => this.#assembly.hearVoices(speaking)),
      this.#lifeline.start(),
      this.#watchPage(),
    ];
    this.#follow();
    for (const device of [this.microphone, this.camera]) device.watchPermission();
    if (kept) void this.#resume(kept);
    return () => {
      this.#release();
      for (const stop of stops) stop();
    };
  }

  /** Asks for the devices of this way, and shows them: the preview before joining. */
  async prepare(way: Way): Promise<void> {
    this.#preparing = this.#prepare(way);
    await this.#preparing;
  }

  async #prepare(way: Way): Promise<void> {
    this.way = way;
    await this.#refresh();
    const [hasMicrophone, hasCamera] = [way !== "listen", way === "video"];
    await Promise.all([this.microphone.preview(hasMicrophone), this.camera.preview(hasCamera)]);
    if (!hasCamera) await this.camera.turn(false);
    if (!hasMicrophone) this.#silence();
    else if (hasCamera) await prepareBoth(this.microphone, this.camera);
    else await this.microphone.turn(true);
  }

  /** The preview was closed without joining. */
  release(): void {
    if (this.standing === "off") this.leave();
  }

  /** Tries whether media gets through from here. */
  async check(): Promise<void> {
    await this.#lifeline.check();
  }

  /** As prepared, or asking now. */
  async join(way: Way, isMuted = false): Promise<void> {
    const opened = this.standing === "connected" || this.#open();
    // Who presses at once, while devices still open, would else be left in the preview, and be heard by nobody.
    if (this.way === way) await this.#preparing;
    else await this.prepare(way);
    // Before the preview ends: until then nobody hears what it captures.
    if (isMuted || this.#isMuted) await this.microphone.turn(false);
    await Promise.all([this.microphone.preview(false), this.camera.preview(false)]);
    await opened;
  }

  leave(): void {
    this.#lifeline.close();
    this.#release();
    for (const device of this.#devices) device.on = false;
    this.way = undefined;
    this.listen = null;
    this.pin(null);
  }

  /** After `elsewhere`, or again after `failed`: as it was. */
  useHere(): void {
    void this.join(this.way ?? "listen");
  }

  /** Asks for permission where needed. Muted from afar, turning it on says so first. */
  async toggleMicrophone(): Promise<void> {
    if (this.microphone.on) return this.microphone.turn(false);
    if (this.#isMuted && !(await this.#unmute())) return;
    if (this.way === "listen") this.way = "audio";
    await this.microphone.turn(true);
  }

  async toggleCamera(): Promise<void> {
    if (!this.camera.on) this.way = "video";
    await this.camera.turn(!this.camera.on);
  }

  async toggleScreen(): Promise<void> {
    await this.screen.turn(!this.screen.on);
  }

  /** Push to talk. */
  hold(on: boolean): void {
    if (on === this.isHeld || on === this.microphone.on) return;
    this.isHeld = on;
    void this.toggleMicrophone();
  }

  pin(participant: string | null): void {
    this.#assembly.pinned = participant;
  }

  /** To be called in a press, when `speakers.needsGesture`. */
  resumeSound(): void {
    this.speakers.resume();
  }

  // -- what follows by itself -----------------------------------------------------------------------------------

  #follow(): void {
    on(() => this.#allowed, (is) => this.#allow(is));
    on(() => this.microphone.stream, (stream) => this.#listenToSelf(stream));
    $effect(() => this.#send());
    $effect(() => this.#sendWhatIsWanted());
    $effect(() => this.#keep());
    on(() => this.#wish, (wish) => this.#lifeline.wish(wish));
    on(() => this.#assembly.peer, (peer) => this.speakers.play(peer?.voices ?? NO_VOICES));
    on(() => this.interpreter && this.#assembly.voiceOf(this.interpreter), (mid) => this.speakers.favour(mid ?? undefined));
    on(() => this.#assembly.peer, (peer) => this.#watch.follow(peer, () => this.#expected()));
    on(() => this.standing === "connected" && !this.#isHidden, (isWanted) => void this.#awake.keep(isWanted));
    on(() => this.#isMuted, (isMuted) => isMuted && void this.microphone.turn(false));
    on(() => this.live.workshop?.media === "text" || this.live.isClosed, (isOver) => isOver && this.leave());
    on(() => this.standing === "elsewhere" || (this.standing === "failed" && !this.isTrying), (isOut) => isOut && this.#release());
  }

  #allow(is: Allowed): void {
    for (const device of this.#devices) device.allow(is[device.kind]);
  }

  #listenToSelf(stream: MediaStream | undefined): void {
    const talk = new MutedTalk();
    this.#meter.listen(stream, (level) => {
      const isMuted = this.standing === "connected" && !this.microphone.isLive;
      if (!isMuted) talk.forget();
      this.talksWhileMuted = isMuted && talk.hear(level, performance.now());
    });
    this.talksWhileMuted = false;
  }

  #send(): void {
    const { peer } = this.#assembly;
    for (const device of this.#devices) {
      peer?.carry(device.kind, (device.isLive && device.track) || null);
    }
  }

  #sendWhatIsWanted(): void {
    const { peer } = this.#assembly;
    const wanted = this.#wanted;
    if (!peer || !wanted) return;
    const cameras = this.savesData ? wanted.camera.map((rid) => (rid === "f" ? "h" : rid)) : wanted.camera;
    peer.activate("microphone", () => wanted.microphone);
    peer.activate("camera", (rid) => rid !== undefined && cameras.includes(rid));
    peer.activate("screen", (rid) => rid !== undefined && wanted.screen.includes(rid));
  }

  #expected(): Expected {
    const { participant } = this.live.you;
    const wanted = this.#wanted;
    const isHeard = this.microphone.isLive && wanted?.microphone === true;
    const isSeen = this.camera.isLive && (wanted?.camera.length ?? 0) > 0;
    const isShown = Object.values(this.#assembly.slots).some(({ source }) => source === "camera");
    return { in: isShown || this.voices.some((id) => id !== participant), out: isHeard || isSeen };
  }

  #keep(): void {
    const { way, audioOnly, savesData } = this;
    const [microphone, camera] = [this.microphone.on, this.camera.on];
    const isIn = this.standing !== "off" && this.standing !== "elsewhere";
    keepCall(this.live.session.workshop, isIn && way ? { way, microphone, camera, audioOnly, savesData } : undefined);
  }

  #open(): Promise<void> {
    return this.#lifeline.open(this.live.you.role !== "viewer");
  }

  /** As it was before the page was loaded again. */
  async #resume({ way, microphone, camera, audioOnly, savesData }: Kept): Promise<void> {
    [this.way, this.audioOnly, this.savesData] = [way, audioOnly, savesData];
    const opened = this.#open();
    await this.#refresh();
    const speaks = microphone && !this.#isMuted;
    if (speaks && camera) await prepareBoth(this.microphone, this.camera);
    else if (speaks) await this.microphone.turn(true);
    else if (camera) await this.camera.turn(true);
    await opened;
  }

  #watchPage(): () => void {
    const onVisibility = (): void => {
      this.#isHidden = document.visibilityState === "hidden";
      if (!this.#isHidden && this.device === "phone") for (const each of [this.microphone, this.camera]) void each.revive();
    };
    const onDevices = (): void => void this.#refresh();
    const onPress = (): void => {
      if (this.speakers.needsGesture) this.resumeSound();
    };
    const onBlur = (): void => this.hold(false);
    onVisibility();
    document.addEventListener("visibilitychange", onVisibility);
    navigator.mediaDevices?.addEventListener("devicechange", onDevices);
    addEventListener("click", onPress);
    addEventListener("blur", onBlur);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      navigator.mediaDevices?.removeEventListener("devicechange", onDevices);
      removeEventListener("click", onPress);
      removeEventListener("blur", onBlur);
    };
  }

  async #refresh(): Promise<void> {
    await Promise.all([this.microphone, this.camera, this.speakers].map((each) => each.refresh()));
  }

  async #unmute(): Promise<boolean> {
    return !("refused" in (await this.live.do({ type: "person.unmute", person: this.live.you.participant })));
  }

  #silence(): void {
    void this.microphone.turn(false);
    this.microphone.release();
  }

  #release(): void {
    for (const device of this.#devices) device.rest();
  }

  #self(): Face {
    const { participant } = this.live.you;
    return {
      key: `${participant} own`,
      participant,
      source: "camera",
      stream: this.camera.on ? this.camera.stream : undefined,
      isOwn: true,
      isSpeaking: this.voices.includes(participant),
      isPinned: false,
      hasMicrophone: this.microphone.isLive,
      hasCamera: this.camera.isLive,
      quality: this.quality,
    };
  }
}

/** Whenever what is looked at is another, and for nothing that happens on its account. */
function on<T>(look: () => T, then: (found: T) => void): void {
  const found = $derived.by(look);
  $effect(() => {
    const current = found;
    untrack(() => then(current));
  });
}

function isPhone(): boolean {
  return matchMedia("(pointer: coarse)").matches && Math.min(screen.width, screen.height) < PHONE_PX;
}
