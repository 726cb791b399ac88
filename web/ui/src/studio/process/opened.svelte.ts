/** One process as the studio has it open: each answer is the whole of it, and each wish says what it has seen. */
import { createContext } from "svelte";
import type { Document, EditPhase, EditProcess, FaceDraft, Gone, MovePhase, NewPhase, PhaseFaceDraft, PhaseShown, ProcessShown, Seen } from "../api";
import type { Studio } from "../studio.svelte";

export class OpenedProcess {
  shown = $state.raw<ProcessShown>();
  readonly #studio: Studio;
  readonly #path: string;

  constructor(studio: Studio, id: string) {
    this.#studio = studio;
    this.#path = `/api/studio/processes/${encodeURIComponent(id)}`;
  }

  get now(): ProcessShown {
    if (!this.shown) throw new Error("nothing yet: wait for shown");
    return this.shown;
  }

  get zone(): string {
    return this.shown?.process.face.time_zone ?? "UTC";
  }

  phase(id: string | undefined): PhaseShown | undefined {
    return this.shown?.phases.find(({ phase }) => phase.id === id);
  }

  async load(): Promise<void> {
    this.#take(await this.#studio.get<ProcessShown>(this.#path));
  }

  save(face: FaceDraft): Promise<void> {
    return this.#ask<EditProcess>("PUT", this.#path, { face, seen: this.#seen });
  }

  publish(): Promise<void> {
    return this.#ask<Seen>("POST", `${this.#path}/publish`, { seen: this.#seen });
  }

  withdraw(): Promise<void> {
    return this.#ask<Seen>("POST", `${this.#path}/withdraw`, { seen: this.#seen });
  }

  archive(): Promise<void> {
    return this.#ask<Seen>("POST", `${this.#path}/archive`, { seen: this.#seen });
  }

  async remove(): Promise<void> {
    await this.#studio.send<Gone>("DELETE", this.#path);
    await this.#studio.load();
  }

  addPhase(face: PhaseFaceDraft, after: string | null): Promise<void> {
    return this.#ask<NewPhase>("POST", `${this.#path}/phases`, { face, after, seen: this.#seen });
  }

  savePhase(id: string, face: PhaseFaceDraft): Promise<void> {
    return this.#ask<EditPhase>("PUT", phasePath(id), { face, seen: this.#seen });
  }

  movePhase(id: string, after: string | null): Promise<void> {
    return this.#ask<MovePhase>("POST", `${phasePath(id)}/move`, { after, seen: this.#seen });
  }

  dropPhase(id: string): Promise<void> {
    return this.#ask("DELETE", `${phasePath(id)}?seen=${this.#seen}`);
  }

  addDocument(form: FormData, title: string): Promise<void> {
    return this.#ask("POST", `${this.#path}/documents?title=${encodeURIComponent(title)}`, form);
  }

  dropDocument({ id }: Document): Promise<void> {
    return this.#ask("DELETE", `${this.#path}/documents/${encodeURIComponent(id)}`);
  }

  get exported(): string {
    return `${this.#path}/export`;
  }

  get #seen(): number {
    return this.now.process.version;
  }

  async #ask<Wish>(method: "POST" | "PUT" | "DELETE", path: string, wish?: Wish): Promise<void> {
    this.#take(await this.#studio.send<ProcessShown>(method, path, wish));
  }

  #take(shown: ProcessShown): void {
    this.shown = shown;
    this.#studio.note(shown);
  }
}

export const phasePath = (id: string): string => `/api/studio/phases/${encodeURIComponent(id)}`;

export const [getProcess, setProcess] = createContext<OpenedProcess>();
