/** How faces are shown beside what people do: as chosen, else as what they do leaves room. */
import type { Live } from "../live/live.svelte";
import { ofTab, read, write } from "../live/storage";
import type { Call } from "./call.svelte";

/** On a wide screen: in the column beside, the one who speaks large, or everybody in a grid. */
export const WIDE = ["side", "speaker", "grid"] as const;
export type Wide = (typeof WIDE)[number];
/** On a phone: one line, a row of small ones, or the one who speaks large. */
export type Narrow = "folded" | "strip" | "large";

interface Chosen {
  /** While people write or vote, and while they listen. */
  busy: { wide?: Wide; narrow?: Narrow };
  free: { wide?: Wide; narrow?: Narrow };
}

const KEY = "palabre.view";
const GRID_MOST = 12;
const STRIP = 2;

export class View {
  readonly #call: Call;
  isWide = $state(false);
  /** Whether what people do needs the room: a board, a vote. */
  isBusy = $state(false);
  /** How many faces fit beside, as measured. */
  beside = $state(3);
  /** The screen somebody shares was laid aside. */
  laidAside = $state<string>();
  #chosen = $state.raw<Chosen>(read<Chosen>(ofTab, KEY) ?? { busy: {}, free: {} });

  constructor(call: Call) {
    this.#call = call;
  }

  /** Without pictures there is nothing to enlarge. */
  get hasPictures(): boolean {
    return this.#call.live.workshop?.media === "video" && !this.#call.audioOnly;
  }

  get wide(): Wide {
    if (!this.hasPictures) return "side";
    return this.#chosen[this.#when].wide ?? (this.isBusy ? "side" : "speaker");
  }

  get narrow(): Narrow {
    const usual = this.isBusy ? "strip" : "large";
    const wanted = this.#chosen[this.#when].narrow ?? (this.hasPictures ? usual : "folded");
    return wanted === "large" && !this.hasPictures ? "strip" : wanted;
  }

  choose(chosen: { wide?: Wide; narrow?: Narrow }): void {
    const when = this.#when;
    this.#chosen = { ...this.#chosen, [when]: { ...this.#chosen[when], ...chosen } };
    write(ofTab, KEY, this.#chosen);
  }

  /** Whether something large stands above what people do, on a wide screen. */
  get hasStage(): boolean {
    return this.hasPictures && (this.wide !== "side" || this.shownScreen !== undefined);
  }

  get shownScreen() {
    const { shared } = this.#call;
    return shared && shared.key !== this.laidAside ? shared : undefined;
  }

  /** How many faces of others are in sight, the large one first where there is one. */
  get tiles(): number {
    if (!this.isWide) return { folded: 0, strip: STRIP, large: 1 }[this.narrow];
    if (this.wide === "grid") return GRID_MOST - 1;
    return this.wide === "speaker" && !this.shownScreen ? this.beside + 1 : this.beside;
  }

  get layout(): "speaker" | "grid" {
    if (!this.isWide) return this.narrow === "large" ? "speaker" : "grid";
    return this.wide === "speaker" && !this.shownScreen ? "speaker" : "grid";
  }

  get #when(): "busy" | "free" {
    return this.isBusy ? "busy" : "free";
  }
}

const known = new WeakMap<Live, View>();

/** One for the page. */
export function viewOf(call: Call): View {
  const found = known.get(call.live) ?? new View(call);
  known.set(call.live, found);
  return found;
}
