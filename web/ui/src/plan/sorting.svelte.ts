/** Steps being put into another order by dragging one of them: which is held, and over which gap. */
import type { Step } from "../protocol";
import type { Planning } from "./planner.svelte";
import { move } from "./steps";

export class Sorting {
  readonly #planner: Planning;
  #dragged = $state.raw<string>();
  /** The gap over which a step is held: before the step of this rank. */
  gap = $state<number>();

  constructor(planner: Planning) {
    this.#planner = planner;
  }

  lift(event: DragEvent, step: Step): void {
    this.#dragged = step.id;
    event.dataTransfer?.setData("text/plain", step.title);
  }

  hover(event: DragEvent & { currentTarget: HTMLElement }, index: number): void {
    if (!this.#dragged) return;
    event.preventDefault();
    const row = event.currentTarget.getBoundingClientRect();
    this.gap = event.clientY < row.top + row.height / 2 ? index : index + 1;
  }

  drop(event: DragEvent): void {
    event.preventDefault();
    const { steps } = this.#planner.live;
    const step = steps.find((each) => each.id === this.#dragged);
    const rest = steps.filter((each, index) => index < (this.gap ?? 0) && each.id !== this.#dragged);
    if (step && this.gap !== undefined) move(this.#planner, step, rest.at(-1));
    this.lay();
  }

  lay(): void {
    this.#dragged = undefined;
    this.gap = undefined;
  }
}
