/** The studio of one organizer: where they are, what the organization has, and what is not saved yet. */
import { createContext } from "svelte";
import { Announcer } from "../live/announcer.svelte";
import { keepSession, sessionOf, type Session } from "../live/session";
import { lasting, read, write } from "../live/storage";
import type { Refusal } from "../protocol";
import { language } from "../text/text.svelte";
import type { AgendaShown, BrandingShown, LibraryShown, MethodShown, ProcessRow, ProcessShown, SessionEnded, StaffRole, Studio as Whole, WorkshopShown } from "./api";
import { ask, askWithFile, Refused } from "./http";
import { hashOf, placeOf, type Place } from "./where";

const KEY = "palabre.studio";

export const knownSession = (): string | undefined => read<string>(lasting, KEY);
export const keepStudio = (session: string | undefined): void => write(lasting, KEY, session);

export class Studio {
  readonly announcer = new Announcer();
  organization = $state("");
  label = $state("");
  role = $state<StaffRole>("facilitator");
  processes = $state.raw<ProcessRow[]>([]);
  workshops = $state.raw<WorkshopShown[]>([]);
  methods = $state.raw<MethodShown[]>([]);
  /** Fetched where they are shown. */
  agendas = $state.raw<AgendaShown[]>();
  place = $state.raw<Place>(placeOf(location.hash));
  /** Where one wants to go while something is not saved: asked about, and gone to when it may be thrown away. */
  leaving = $state<string>();
  /** Requests on their way that change something. */
  sending = $state(0);
  #hash = location.hash;
  #unsaved = $state(0);

  constructor(readonly session: string) {}

  get isUnsaved(): boolean {
    return this.#unsaved > 0;
  }

  /** Facilitators look, and enter workshops. */
  get mayWrite(): boolean {
    return this.role !== "facilitator";
  }

  get administers(): boolean {
    return this.role === "administrator";
  }

  async load(): Promise<void> {
    const whole = await this.get<Whole>("/api/studio");
    this.organization = whole.organization;
    this.label = whole.label;
    this.role = whole.role;
    this.processes = whole.processes;
    this.workshops = whole.workshops;
    this.methods = whole.methods;
  }

  get<T>(path: string): Promise<T> {
    return ask<T>(this.session, "GET", path);
  }

  async send<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
    this.sending++;
    try {
      return await ask<T>(this.session, method, path, body);
    } finally {
      this.sending--;
    }
  }

  async sendFile<T>(path: string, file: Blob, onsent: (share: number) => void, signal: AbortSignal): Promise<T> {
    this.sending++;
    try {
      return await askWithFile<T>(this.session, path, file, onsent, signal);
    } finally {
      this.sending--;
    }
  }

  async loadLibrary(): Promise<void> {
    this.agendas = (await this.get<LibraryShown>(`/api/studio/library?language=${language()}`)).agendas;
  }

  /** Whatever is done to it, it answers with all there is then. `title` is what a file is called instead. */
  async sendToLibrary(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown, title = ""): Promise<void> {
    const query = new URLSearchParams({ language: language(), title });
    this.agendas = (await this.send<LibraryShown>(method, `/api/studio/library${path}?${query}`, body)).agendas;
  }

  /** The session is over, here and where somebody vouched for it. */
  async quit(): Promise<void> {
    let to = "/";
    await attempt(async () => (to = (await this.send<SessionEnded>("POST", "/api/studio/session/end")).url ?? "/"));
    keepStudio(undefined);
    location.assign(to);
  }

  /** A session of a workshop as staff, the same as last time in this tab where it still holds. */
  async enter(workshop: string): Promise<Session> {
    const kept = sessionOf(workshop);
    if (kept) return kept;
    const entered = await this.send<{ session: string; name: string }>("POST", `/api/studio/workshops/${encodeURIComponent(workshop)}/enter`, {});
    keepSession(workshop, { session: entered.session, name: entered.name });
    return { workshop, token: entered.session };
  }

  /** What a process tells of itself to the lists. */
  note({ process, phases }: ProcessShown): void {
    const dates = (which: "starts_at" | "ends_at"): number[] => phases.flatMap(({ phase }) => phase.face[which] ?? []);
    const [starts, ends] = [dates("starts_at"), dates("ends_at")];
    const row: ProcessRow = {
      process,
      phases: phases.length,
      starts_at: starts.length ? Math.min(...starts) : null,
      ends_at: ends.length ? Math.max(...ends) : null,
    };
    const isNew = !this.processes.some((each) => each.process.id === process.id);
    this.processes = isNew ? [...this.processes, row] : this.processes.map((each) => (each.process.id === process.id ? row : each));
  }

  brand({ name }: BrandingShown): void {
    if (name) this.organization = name;
  }

  // -- going about ------------------------------------------------------------------------------------------------

  go(place: Place): void {
    location.hash = hashOf(place);
  }

  /** The address has changed. With something unsaved it is put back until one has said what becomes of it. */
  follow(): void {
    if (location.hash === this.#hash) return;
    if (this.isUnsaved) {
      this.leaving = location.hash;
      history.replaceState(null, "", `${location.pathname}${location.search}${this.#hash}`);
      return;
    }
    this.#hash = location.hash;
    this.place = placeOf(location.hash);
  }

  leave(): void {
    const to = this.leaving ?? "#";
    this.leaving = undefined;
    this.#unsaved = 0;
    location.hash = to;
  }

  /** For a form that stands on the page: called when its words differ from what is kept. Returns how to take it back. */
  hold(): () => void {
    this.#unsaved++;
    let isHeld = true;
    return () => {
      if (isHeld) this.#unsaved = Math.max(0, this.#unsaved - 1);
      isHeld = false;
    };
  }
}

/** Why it was refused, if it was. What is no refusal is a bug, and is thrown. */
export async function attempt(work: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

export const [getStudio, setStudio] = createContext<Studio>();
