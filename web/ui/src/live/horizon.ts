/** How far the journal is on screen. An answer may come before the change it speaks of. Pure. */
export class Horizon {
  #seq = 0;
  #awaited: { seq: number; resolve: () => void }[] = [];

  get seq(): number {
    return this.#seq;
  }

  /** Everything up to `seq` is on screen. */
  move(seq: number): void {
    this.#seq = Math.max(this.#seq, seq);
    const reached = this.#awaited.filter((each) => each.seq <= this.#seq);
    this.#awaited = this.#awaited.filter((each) => each.seq > this.#seq);
    for (const { resolve } of reached) resolve();
  }

  /** Resolves when everything up to `seq` is on screen. */
  async reached(seq: number): Promise<void> {
    if (seq > this.#seq) await new Promise<void>((resolve) => this.#awaited.push({ seq, resolve }));
  }
}
