/** A phase being moved in time, by the pointer or by the keys: where it would be, until it is let go. */
import type { Refusal } from "../../protocol";
import type { PhaseFace } from "../api";
import type { OpenedProcess } from "../process/opened.svelte";
import { attempt } from "../studio.svelte";
import { daysOf, shifted, type Edge, type Span } from "./timeline";

export interface Move {
  phase: string;
  edge: Edge;
  days: number;
}

/** As near to an end as this, in pixels, the pointer takes that end alone. */
const REACH = 12;
/** A press that moves less is a click. */
const STILL = 4;

export class Moving {
  move = $state.raw<Move>();
  refusal = $state.raw<Refusal>();
  readonly #opened: OpenedProcess;
  #from: { x: number; y: number } | undefined;
  #wasDragged = false;

  constructor(opened: OpenedProcess) {
    this.#opened = opened;
  }

  /** The dates of a phase as they would be now. */
  datesOf(id: string, face: PhaseFace): Pick<PhaseFace, "starts_at" | "ends_at"> {
    const { move } = this;
    if (move?.phase !== id || face.starts_at === null) return face;
    return shifted({ ...face, id }, move.edge, move.days, this.#opened.zone);
  }

  press(event: PointerEvent & { currentTarget: HTMLElement }, phase: string): void {
    // A finger scrolls the page; what it would drag is in the menu.
    if (event.button !== 0 || event.pointerType === "touch") return;
    const fill = event.currentTarget.querySelector("[data-fill]")?.getBoundingClientRect();
    if (!fill) return;
    const isTurned = getComputedStyle(event.currentTarget).direction === "rtl";
    const [start, end] = isTurned ? [fill.right, fill.left] : [fill.left, fill.right];
    const isWide = fill.width > 3 * REACH;
    const edge = isWide && Math.abs(event.clientX - start) < REACH ? "start" : isWide && Math.abs(event.clientX - end) < REACH ? "end" : "both";
    this.#from = { x: event.clientX, y: event.clientY };
    this.#wasDragged = false;
    this.move = { phase, edge, days: 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  drag(event: PointerEvent, width: number, span: Span, isTurned: boolean): void {
    if (!this.#from || !this.move) return;
    const moved = event.clientX - this.#from.x;
    if (Math.abs(moved) > STILL) this.#wasDragged = true;
    if (this.#wasDragged) this.move = { ...this.move, days: daysOf(((isTurned ? -1 : 1) * moved) / width, span) };
  }

  /** Whether the click that follows was the end of a drag. */
  get wasDragged(): boolean {
    return this.#wasDragged;
  }

  step(phase: string, days: number): void {
    const before = this.move?.phase === phase ? this.move.days : 0;
    this.move = { phase, edge: "both", days: before + days };
  }

  cancel(): void {
    this.#from = undefined;
    this.move = undefined;
  }

  /** Let go: what has moved is kept, and lies where it was dropped until the answer. */
  async settle(): Promise<boolean> {
    this.#from = undefined;
    const { move } = this;
    const face = this.#opened.phase(move?.phase)?.phase.face;
    if (!move || !face || !move.days) {
      this.move = undefined;
      return false;
    }
    const dates = this.datesOf(move.phase, face);
    this.refusal = await attempt(() => this.#opened.savePhase(move.phase, { ...face, ...dates }));
    this.move = undefined;
    return !this.refusal;
  }
}
