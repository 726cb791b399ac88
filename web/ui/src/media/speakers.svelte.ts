/** Where the voices come out: one audio element per voice slot, made and kept here. */
import { audio, wakeAudio } from "./audio";
import { likeDevice, likedDevice } from "./kept";

/** What is left of the other voices beside an interpreter's. */
const BESIDE_INTERPRETER = 0.2;
const NOTES = [523.25, 783.99];
const NOTE_S = 0.35;

interface Voice {
  element: HTMLAudioElement;
  volume: number;
}

export class Speakers {
  /** Empty where the browser does not let a page choose. */
  devices = $state.raw<MediaDeviceInfo[]>([]);
  /** "" is the system's choice. */
  chosen = $state(likedDevice("speakers"));
  /** The browser plays nothing before the person touches the page: `Call.resumeSound` on a press. */
  needsGesture = $state(false);
  /** By mid. */
  readonly #voices = new Map<string, Voice>();

  get canChoose(): boolean {
    return "setSinkId" in HTMLMediaElement.prototype;
  }

  async refresh(): Promise<void> {
    if (!this.canChoose) return;
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    this.devices = all.filter((each) => each.kind === "audiooutput" && each.deviceId && each.deviceId !== "communications");
    if (this.chosen && !this.devices.some((each) => each.deviceId === this.chosen)) await this.#use("");
  }

  async switchTo(id: string): Promise<void> {
    likeDevice("speakers", id);
    await this.#use(id);
  }

  /** The voices of a new connection, or none. */
  play(streams: ReadonlyMap<string, MediaStream>): void {
    for (const { element } of this.#voices.values()) {
      element.srcObject = null;
      element.remove();
    }
    this.#voices.clear();
    this.needsGesture = false;
    for (const [mid, stream] of streams) this.#voices.set(mid, { element: this.#elementOf(stream), volume: 1 });
    this.resume();
  }

  /** The voice of this slot is the interpreter's: the others step back. Undefined: nobody interprets. */
  favour(mid: string | undefined): void {
    for (const [each, voice] of this.#voices) {
      voice.volume = mid === undefined || each === mid ? 1 : BESIDE_INTERPRETER;
      voice.element.volume = voice.volume;
      // Some phones let nobody but their buttons set a volume: there the others fall silent.
      voice.element.muted = voice.element.volume !== voice.volume;
    }
  }

  /** To be called in a press when `needsGesture`. */
  resume(): void {
    wakeAudio();
    for (const { element } of this.#voices.values()) void this.#start(element);
  }

  /** Two notes, to hear whether one hears; resolves when they are over. */
  async test(): Promise<void> {
    const context = audio();
    await context.resume();
    const output = context.createMediaStreamDestination();
    const element = this.#elementOf(output.stream);
    await element.play();
    const end = ring(context, output);
    await new Promise((resolve) => setTimeout(resolve, (end - context.currentTime) * 1000));
    element.srcObject = null;
    element.remove();
  }

  #elementOf(stream: MediaStream): HTMLAudioElement {
    const element = document.createElement("audio");
    element.srcObject = stream;
    element.autoplay = true;
    // Outside the page some browsers pause or forget it.
    element.hidden = true;
    document.body.append(element);
    if (this.chosen && this.canChoose) void element.setSinkId(this.chosen).catch(() => undefined);
    return element;
  }

  async #start(element: HTMLAudioElement): Promise<void> {
    try {
      await element.play();
      this.needsGesture = false;
    } catch (error) {
      if ((error as Error).name === "NotAllowedError") this.needsGesture = true;
    }
  }

  async #use(id: string): Promise<void> {
    this.chosen = id;
    for (const { element } of this.#voices.values()) {
      // Gone between the choice and now: the system's own stays.
      await element.setSinkId(id).catch(() => (this.chosen = ""));
    }
  }
}

/** Returns when it is over, on the clock of the context. */
function ring(context: AudioContext, output: AudioNode): number {
  const start = context.currentTime + 0.1;
  for (const [at, frequency] of NOTES.entries()) {
    const note = context.createOscillator();
    const gain = context.createGain();
    const from = start + at * NOTE_S;
    note.frequency.value = frequency;
    gain.gain.setValueAtTime(0.3, from);
    gain.gain.exponentialRampToValueAtTime(0.001, from + NOTE_S);
    note.connect(gain).connect(output);
    note.start(from);
    note.stop(from + NOTE_S);
  }
  return start + NOTES.length * NOTE_S + 0.2;
}
