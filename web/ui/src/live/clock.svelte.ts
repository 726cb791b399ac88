/** The server's time, told by its ticks; a second hand that moves only while somebody looks at it. */
import { createSubscriber } from "svelte/reactivity";

const SAMPLES = 8;

export class Clock {
  #offset = 0;
  #samples: number[] = [];
  readonly #everySecond = createSubscriber((update) => {
    const timer = setInterval(update, 1000);
    return () => clearInterval(timer);
  });

  /** A tick is always late, never early: the greatest offset heard lately is the nearest to the truth. */
  hear(serverNow: number): void {
    this.#samples = [...this.#samples, serverNow - Date.now()].slice(-SAMPLES);
    this.#offset = Math.max(...this.#samples);
  }

  /** Epoch milliseconds on the server, as of this second when read by a page. */
  get now(): number {
    this.#everySecond();
    return Date.now() + this.#offset;
  }
}
