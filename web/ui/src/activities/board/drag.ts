/**
 * Moving a note with a pointer: a mouse drags at once, a finger presses and holds, so that a swipe still scrolls.
 * What it would land on is read from the page: elements marked data-note, data-column and data-tab.
 */
import type { Attachment } from "svelte/attachments";
import type { Note } from "../../protocol";
import type { BoardView, Lift } from "./board.svelte";

type Target = Pick<Lift, "place" | "onto">;

const HOLD_MS = 200;
const TOLERANCE_PX = 5;
const EDGE_PX = 64;
/** The middle of a note is for laying on it, its ends for before and after. */
const END_SHARE = 0.28;

export function draggable(view: BoardView, note: () => Note): Attachment<HTMLElement> {
  return (element) => {
    const start = (event: PointerEvent): void => {
      if (event.button !== 0 || !view.maySort(note()) || isControl(event)) return;
      new Drag(view, note(), element, event);
    };
    // Once lifted the finger must not scroll; only a listener that is not passive can say so.
    // It must be there before the finger comes, and stays when the note's place in the page is taken away.
    element.addEventListener("touchmove", (event) => view.lift?.by === "pointer" && event.preventDefault(), {
      passive: false,
    });
    element.addEventListener("pointerdown", start);
    return () => element.removeEventListener("pointerdown", start);
  };
}

function isControl(event: Event): boolean {
  return event.target instanceof Element && event.target.closest("button, a, input, textarea, summary") !== null;
}

class Drag {
  readonly #end = new AbortController();
  readonly #startX: number;
  readonly #startY: number;
  #x: number;
  #y: number;
  #ghost: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #scrolling = 0;

  constructor(
    readonly view: BoardView,
    readonly note: Note,
    readonly element: HTMLElement,
    event: PointerEvent,
  ) {
    this.#startX = this.#x = event.clientX;
    this.#startY = this.#y = event.clientY;
    const isTouch = event.pointerType === "touch";
    const options = { signal: this.#end.signal };
    addEventListener("pointermove", (each) => this.#move(each, isTouch), options);
    addEventListener("pointerup", () => this.#drop(), options);
    addEventListener("pointercancel", () => this.#cancel(), options);
    addEventListener("keydown", (each) => each.key === "Escape" && this.#cancel(), options);
    addEventListener("contextmenu", (each) => this.#ghost && each.preventDefault(), options);
    if (isTouch) this.#timer = setTimeout(() => this.#lift(), HOLD_MS);
  }

  #move(event: PointerEvent, isTouch: boolean): void {
    this.#x = event.clientX;
    this.#y = event.clientY;
    const isFar = Math.hypot(this.#x - this.#startX, this.#y - this.#startY) > TOLERANCE_PX;
    if (!this.#ghost && isFar) {
      if (isTouch) return this.#cancel();
      this.#lift();
    }
    if (this.#ghost) this.#follow();
  }

  #lift(): void {
    const box = this.element.getBoundingClientRect();
    this.#ghost = this.element.cloneNode(true) as HTMLElement;
    this.#ghost.setAttribute("aria-hidden", "true");
    this.#ghost.inert = true;
    this.#ghost.classList.add("lifted");
    this.#ghost.style.cssText = `position:fixed;inline-size:${box.width}px;pointer-events:none;z-index:50;margin:0;inset:${box.top}px auto auto ${box.left}px`;
    // Not beside the note, which is taken out of its list as soon as it is over another one.
    document.body.append(this.#ghost);
    this.view.lift = { note: this.note, place: null, onto: null, by: "pointer" };
    getSelection()?.removeAllRanges();
    if (matchMedia("(pointer: coarse)").matches) navigator.vibrate?.(10);
    this.#scrolling = requestAnimationFrame(() => this.#scroll());
  }

  #follow(): void {
    if (!this.#ghost) return;
    this.#ghost.style.translate = `${this.#x - this.#startX}px ${this.#y - this.#startY}px`;
    const under = document.elementFromPoint(this.#x, this.#y);
    const lift = this.view.lift;
    if (!under || !lift) return;
    const tab = under.closest<HTMLElement>("[data-tab]")?.dataset.tab;
    if (tab) this.view.column = tab;
    const found = tab ? this.#atEnd(tab) : this.#target(under);
    if (found) this.view.lift = { ...lift, ...found };
  }

  #target(under: Element): Target | null {
    const other = under.closest<HTMLElement>("[data-note]");
    const id = other?.dataset.note;
    if (id === this.note.id) return null;
    const target = this.view.notes.find((note) => note.id === id);
    if (other && target) return this.#near(other, target);
    const column = under.closest<HTMLElement>("[data-column]")?.dataset.column;
    return column ? this.#atEnd(column) : null;
  }

  #atEnd(column: string): Target {
    return { place: this.#place(column, this.view.last(column, this.note.id)), onto: null };
  }

  #near(other: HTMLElement, target: Note): Target {
    const box = other.getBoundingClientRect();
    const share = (this.#y - box.top) / box.height;
    const column = target.column;
    if (share > END_SHARE && share < 1 - END_SHARE && this.view.board.revealed) return { place: null, onto: target.id };
    const after = share < 0.5 ? this.view.before(target, this.note.id) : target.id;
    return { place: this.#place(column, after), onto: null };
  }

  #place(column: string, after: string | null): Target["place"] {
    return { note: this.note.id, column, after };
  }

  /** Near an edge of the screen what lies there scrolls by. */
  #scroll(): void {
    const box = document.elementFromPoint(this.#x, this.#y)?.closest<HTMLElement>("[data-scrolls]");
    const edges = box?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const top = Math.max(edges.top, 0) + EDGE_PX;
    const end = Math.min(edges.bottom, innerHeight) - EDGE_PX;
    const by = this.#y < top ? -8 : this.#y > end ? 8 : 0;
    if (by) (box ?? window).scrollBy(0, by);
    this.#scrolling = requestAnimationFrame(() => this.#scroll());
  }

  #drop(): void {
    const lift = this.#ghost ? this.view.lift : null;
    if (lift?.onto) this.view.stack(this.note.id, lift.onto);
    else if (lift?.place) this.view.move(lift.place);
    this.#cancel();
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#scrolling);
    this.#ghost?.remove();
    if (this.view.lift?.by === "pointer") this.view.lift = null;
    this.#end.abort();
  }
}
