/** Keeps the screen lit: a phone that falls asleep leaves the call. */

export class Awake {
  #lock: WakeLockSentinel | undefined;
  #isWanted = false;

  /** The browser lets go whenever the page is out of sight: to be said again when it is back. */
  async keep(isWanted: boolean): Promise<void> {
    this.#isWanted = isWanted;
    if (!isWanted) return this.#release();
    if (document.visibilityState !== "visible" || (this.#lock && !this.#lock.released)) return;
    try {
      this.#lock = await navigator.wakeLock?.request("screen");
    } catch {
      return; // An empty battery, or plain http: the screen does as it likes.
    }
    if (!this.#isWanted) this.#release();
  }

  #release(): void {
    void this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }
}
