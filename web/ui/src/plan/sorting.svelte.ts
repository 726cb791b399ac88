/**
 * Steps being put into another order by dragging one of them: a mouse takes hold at once, a finger presses and holds, so
 * that a swipe still scrolls. Rows are the elements marked data-step, in their order.
 */
import type { Attachment } from "svelte/attachments";
import type { Step } from "../protocol";
import type { Planning } from "./planner.svelte";
import { move } from "./steps";

const HOLD_MS = 250;
const TOLERANCE_PX = 6;
const EDGE_PX = 48;

export class Sorting {
  readonly #planner: Planning;
  /** The step that is held. */
  dragged = $state.raw<string>();
  /** The gap over which it is held: before the step of this rank. */
  gap = $state<number>();

  constructor(planner: Planning) {
    this.#planner = planner;
  }

  row(step: Step): Attachment<HTMLElement> {
    return (element) => {
      const press = (event: PointerEvent): void => {
        const isControl = event.target instanceof Element && event.target.closest("button, a, input, summary") !== null;
        if (event.button === 0 && !isControl && !this.#planner.live.isClosed) this.#press(event, step);
      };
      // Once a step is held the finger must not scroll; only a listener that is not passive can say so.
      const still = (event: TouchEvent): void => {
        if (this.dragged) event.preventDefault();
      };
      element.addEventListener("pointerdown", press);
      element.addEventListener("touchmove", still, { passive: false });
      return () => {
        element.removeEventListener("pointerdown", press);
        element.removeEventListener("touchmove", still);
      };
    };
  }

  #press(start: PointerEvent, step: Step): void {
    const end = new AbortController();
    const isTouch = start.pointerType === "touch";
    // A mouse would mark the words it passes.
    if (!isTouch) start.preventDefault();
    const lift = (): void => {
      this.dragged = step.id;
      getSelection()?.removeAllRanges();
    };
    const timer = isTouch ? setTimeout(lift, HOLD_MS) : undefined;
    const leave = (): void => {
      clearTimeout(timer);
      end.abort();
      this.dragged = this.gap = undefined;
    };
    const follow = (event: PointerEvent): void => {
      const isFar = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > TOLERANCE_PX;
      if (!this.dragged && isFar) {
        if (isTouch) return leave();
        lift();
      }
      if (this.dragged) this.#hover(event.clientX, event.clientY);
    };
    const drop = (): void => {
      if (this.dragged) this.#drop();
      leave();
    };
    const { signal } = end;
    addEventListener("pointermove", follow, { signal });
    addEventListener("pointerup", drop, { signal });
    addEventListener("pointercancel", leave, { signal });
    addEventListener("keydown", (event) => event.key === "Escape" && leave(), { signal });
    // A finger that rests would open the browser's menu.
    addEventListener("contextmenu", (event) => isTouch && event.preventDefault(), { signal });
    // Pictures and links have a drag of their own.
    addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  }

  #hover(x: number, y: number): void {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-step]")].map((row) => row.getBoundingClientRect());
    this.gap = rows.filter((row) => row.top + row.height / 2 < y).length;
    // Near an edge, what lies beyond comes into sight.
    const box = scrollerAt(x, y);
    const edges = box?.getBoundingClientRect();
    if (!box || !edges) return;
    const [top, bottom] = [Math.max(edges.top, 0), Math.min(edges.bottom, innerHeight)];
    if (y < top + EDGE_PX) box.scrollBy(0, -12);
    else if (y > bottom - EDGE_PX) box.scrollBy(0, 12);
  }

  #drop(): void {
    const { steps } = this.#planner.live;
    const step = steps.find((each) => each.id === this.dragged);
    if (!step || this.gap === undefined) return;
    const rest = steps.filter((each, index) => index < (this.gap ?? 0) && each.id !== step.id);
    const before = steps[steps.indexOf(step) - 1];
    if (rest.at(-1) !== before) move(this.#planner, step, rest.at(-1));
  }
}

function scrollerAt(x: number, y: number): Element | undefined {
  for (let box = document.elementFromPoint(x, y); box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement ?? undefined;
}
