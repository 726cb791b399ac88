/** Those one hears and sees: who is in the call in the room, who speaks, whose picture comes on which line. */
import { SvelteMap } from "svelte/reactivity";
import type { Live } from "../live/live.svelte";
import type { Fed, MediaPeople, MediaSpeaking, Shown } from "../protocol";
import { arrange } from "./faces";
import type { Peer } from "./peer";

export type Layout = "speaker" | "grid";

/** One tile. The same `key` is the same tile. */
export interface Face {
  key: string;
  participant: string;
  source: "camera" | "screen";
  /** The picture; without one their initials are shown. */
  stream: MediaStream | undefined;
  isOwn: boolean;
  isSpeaking: boolean;
  isPinned: boolean;
  hasMicrophone: boolean;
  hasCamera: boolean;
  /** 0 cut off, 1 bad, 2 fair, 3 good. */
  quality: number;
}

const NOBODY: ReadonlyMap<string, Shown> = new Map();
const SILENCE: Omit<MediaSpeaking, "room"> = { voices: [], dominant: null };

export class Assembly {
  layout = $state<Layout>("speaker");
  tiles = $state(1);
  pinned = $state<string | null>(null);
  listen = $state<string | null>(null);
  peer = $state.raw<Peer>();
  slots = $state.raw<Record<string, Fed>>({});

  readonly #live: Live;
  /** By room: staff are told of the one they listen to as well. */
  readonly #people = new SvelteMap<string, ReadonlyMap<string, Shown>>();
  readonly #speaking = new SvelteMap<string, Omit<MediaSpeaking, "room">>();
  #order: string[] = [];

  readonly #room = $derived.by(() => this.listen ?? this.#live.you.room);
  readonly people = $derived.by(() => this.#people.get(this.#room) ?? NOBODY);
  readonly #heard = $derived.by(() => this.#speaking.get(this.#room) ?? SILENCE);
  readonly voices: readonly string[] = $derived(this.#heard.voices);
  readonly dominant: string | null = $derived(this.#heard.dominant);
  /** Whose camera comes, and as what. */
  readonly #pictures: ReadonlyMap<string, MediaStream> = $derived.by(() => this.#picturesOf("camera"));
  readonly faces: Face[] = $derived.by(() => this.#arrange().map((each) => this.#faceOf(each)));
  readonly shared: Face | undefined = $derived.by(() => this.#screen());

  constructor(live: Live) {
    this.#live = live;
  }

  hearPeople({ room, all, put, drop }: MediaPeople): void {
    const people = new Map(all ? [] : this.#people.get(room));
    for (const each of put) people.set(each.participant, each);
    for (const id of drop) people.delete(id);
    this.#people.set(room, people);
  }

  hearVoices({ room, voices, dominant }: MediaSpeaking): void {
    this.#speaking.set(room, { voices, dominant });
  }

  /** As last told: of the room one is in, and for staff of the one they look at too. */
  peopleIn(room: string): ReadonlyMap<string, Shown> {
    return this.#people.get(room) ?? NOBODY;
  }

  voicesIn(room: string): readonly string[] {
    return (this.#speaking.get(room) ?? SILENCE).voices;
  }

  /** On which line somebody's voice comes. */
  voiceOf(participant: string): string | undefined {
    return Object.keys(this.slots).find((mid) => isOf(this.slots[mid], participant, "microphone"));
  }

  #picturesOf(source: Fed["source"]): Map<string, MediaStream> {
    const pictures = new Map<string, MediaStream>();
    for (const [mid, fed] of Object.entries(this.slots)) {
      const stream = this.peer?.pictures.get(mid);
      if (stream && fed.source === source) pictures.set(fed.participant, stream);
    }
    return pictures;
  }

  #arrange(): Shown[] {
    const others = this.#others();
    this.#order = arrange(this.#order, {
      people: [...others.values()],
      pictured: new Set(this.#pictures.keys()),
      voices: this.voices,
      dominant: this.dominant,
      pinned: this.pinned,
      tiles: this.tiles,
      hasSpeaker: this.layout === "speaker",
    });
    return this.#order.map((id) => others.get(id)!);
  }

  /** A picture may come before the word of whom it shows; viewers are never told. */
  #others(): Map<string, Shown> {
    const others = new Map(this.people);
    for (const participant of this.#pictures.keys()) {
      if (!others.has(participant)) others.set(participant, { participant, microphone: true, camera: true, screen: false, quality: 3 });
    }
    others.delete(this.#live.you.participant);
    return others;
  }

  #faceOf({ participant, microphone, camera, quality }: Shown): Face {
    return {
      key: participant,
      participant,
      source: "camera",
      stream: camera ? this.#pictures.get(participant) : undefined,
      isOwn: false,
      isSpeaking: this.voices.includes(participant),
      isPinned: this.pinned === participant,
      hasMicrophone: microphone,
      hasCamera: camera,
      quality,
    };
  }

  #screen(): Face | undefined {
    const [found] = this.#picturesOf("screen");
    if (!found) return undefined;
    const [participant, stream] = found;
    const shown = this.people.get(participant);
    return {
      key: `${participant} screen`,
      participant,
      source: "screen",
      stream,
      isOwn: false,
      isSpeaking: this.voices.includes(participant),
      isPinned: this.pinned === participant,
      hasMicrophone: shown?.microphone ?? false,
      hasCamera: shown?.camera ?? false,
      quality: shown?.quality ?? 3,
    };
  }
}

function isOf(fed: Fed | undefined, participant: string, source: Fed["source"]): boolean {
  return fed?.participant === participant && fed.source === source;
}
