/** How loud one's own microphone is. */
import { audio, mayBegin } from "./audio";
import { loudness } from "./loudness";

const EVERY_MS = 100;
const SAMPLES = 4_096;

export class Meter {
  /** 0 to 1. */
  level = $state(0);
  #stop: (() => void) | undefined;

  /** `heard` is told each level. Before the first press on the page there is none. */
  listen(stream: MediaStream | undefined, heard: (level: number) => void): void {
    this.#stop?.();
    this.#stop = undefined;
    this.level = 0;
    if (!stream) return;
    let measure: Measure | undefined;
    const timer = setInterval(() => {
      if (!measure && !mayBegin()) return;
      measure ??= new Measure(stream);
      this.level = measure.level();
      heard(this.level);
    }, EVERY_MS);
    this.#stop = () => {
      clearInterval(timer);
      measure?.end();
    };
  }
}

class Measure {
  readonly #analyser = audio().createAnalyser();
  readonly #source: MediaStreamAudioSourceNode;
  readonly #samples = new Float32Array(SAMPLES);

  constructor(stream: MediaStream) {
    this.#analyser.fftSize = SAMPLES;
    this.#source = audio().createMediaStreamSource(stream);
    this.#source.connect(this.#analyser);
  }

  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return loudness(this.#samples);
  }

  end(): void {
    this.#source.disconnect();
  }
}
