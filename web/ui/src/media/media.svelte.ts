/** What a page knows of voice and video before they are fetched: whether there are any, and what is open of them. */
import { createContext } from "svelte";
import type { Live } from "../live/live.svelte";
import type { Call } from "./call.svelte";

export type MediaDialog = "lobby" | "settings" | "trouble";

const READING_MS = 6_000;

export class Media {
  readonly live: Live;
  /** Once it has been fetched. */
  call = $state.raw<Call>();
  dialog = $state<MediaDialog>();
  /** Why a button that was pressed is shut, for as long as it takes to read it. */
  why = $state("");
  #reading: ReturnType<typeof setTimeout> | undefined;

  constructor(live: Live) {
    this.live = live;
  }

  explain(why: string): void {
    clearTimeout(this.#reading);
    this.why = why;
    this.#reading = setTimeout(() => (this.why = ""), READING_MS);
  }

  get isOn(): boolean {
    return this.live.workshop?.media !== "text" && !this.live.isClosed;
  }

  get hasPictures(): boolean {
    return this.live.workshop?.media === "video";
  }
}

export const [getMedia, setMedia] = createContext<Media>();

/** For what is only drawn once the call is there. */
export function getCall(): Call {
  const { call } = getMedia();
  if (!call) throw new Error("no call yet");
  return call;
}
