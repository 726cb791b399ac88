/** How loud one's own microphone is, and whether one talks into it while it is off. */

const EVERY_MS = 100;
const SAMPLES = 4_096;
/** A quiet room is below, a voice well above; from -60 dB, silence, to -10 dB, loud. */
const FLOOR_DB = -60;
const CEILING_DB = -10;
const VOICE = 0.45;

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

/** Of a moment of sound, 0 to 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length || 1e-12);
  return Math.min(1, Math.max(0, (decibels - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));
}

/** A cough is no speech: said after four loud tenths of a second out of ten, and shown for some seconds. */
export class MutedTalk {
  static readonly SHOWN_MS = 4_000;
  #recent: boolean[] = [];
  #until = 0;

  hear(level: number, now: number): boolean {
    this.#recent = [...this.#recent, level > VOICE].slice(-10);
    if (this.#recent.filter(Boolean).length >= 4) this.#until = now + MutedTalk.SHOWN_MS;
    return now < this.#until;
  }

  forget(): void {
    this.#recent = [];
    this.#until = 0;
  }
}
