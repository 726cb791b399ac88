/** Looks at the statistics of a connection every few seconds. */
import type { Peer } from "./peer";
import { compare, sampleOf, steady, type Expected, type Report, type Sample } from "./report";

const EVERY_MS = 3_000;

export class Watch {
  report = $state.raw<Report>();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Stops with undefined. */
  follow(peer: Peer | undefined, expected: () => Expected): void {
    clearInterval(this.#timer);
    this.report = undefined;
    if (!peer) return;
    let before: Sample | undefined;
    let raw: Report | undefined;
    this.#timer = setInterval(async () => {
      if (document.visibilityState === "hidden") return void (before = undefined);
      const now = sampleOf(await peer.connection.getStats(), performance.now());
      if (before) {
        const current = compare(before, now, expected());
        this.report = steady(raw, current);
        raw = current;
      }
      before = now;
    }, EVERY_MS);
  }
}
