/** The server's time, told by its ticks; a second hand that moves only while somebody looks at it. */
import { createSubscriber } from "svelte/reactivity";

const SAMPLES = 8;
/** No tick is as late as that: the server's clock, or ours, was set. */
const SET_MS = 10_000;

export class Clock {
  #offset = 0;
  #samples: number[] = [];
  readonly #everySecond = createSubscriber((update) => {
    const timer = setInterval(update, 1000);
    return () => clearInterval(timer);
  });

  /** A tick is always late, never early: the greatest offset heard lately is the nearest to the truth. */
  hear(serverNow: number): void {
    const sample = serverNow - Date.now();
    const known = Math.abs(this.#offset - sample) > SET_MS ? [] : this.#samples;
    this.#samples = [...known, sample].slice(-SAMPLES);
    this.#offset = Math.max(...this.#samples);
  }

  /** Epoch milliseconds on the server, as of this second when read by a page. */
  get now(): number {
    this.#everySecond();
    return Date.now() + this.#offset;
  }
}
