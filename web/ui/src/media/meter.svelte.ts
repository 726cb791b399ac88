/** How loud one's own microphone is. */
import { loudness } from "./loudness";

const EVERY_MS = 100;
const SAMPLES = 4_096;

let shared: AudioContext | undefined;

/** One for the page: browsers count them. It may be asleep until a press. */
export function audio(): AudioContext {
  shared ??= new AudioContext();
  return shared;
}

export class Meter {
  /** 0 to 1. */
  level = $state(0);
  #stop: (() => void) | undefined;

  /** `heard` is told each level. */
  listen(stream: MediaStream | undefined, heard: (level: number) => void): void {
    this.#stop?.();
    this.#stop = undefined;
    this.level = 0;
    if (!stream) return;
    const analyser = audio().createAnalyser();
    analyser.fftSize = SAMPLES;
    const source = audio().createMediaStreamSource(stream);
    source.connect(analyser);
    const samples = new Float32Array(SAMPLES);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      this.level = loudness(samples);
      heard(this.level);
    }, EVERY_MS);
    this.#stop = () => {
      clearInterval(timer);
      source.disconnect();
    };
  }
}
