/** The versions of a workshop's minutes as this person may see and change them. */
import { createContext } from "svelte";
import { call, post, sentence } from "../live/http";
import type { Session } from "../live/session";
import { refusalText } from "../text/text.svelte";
import type { Refusal } from "../protocol";
import type { Action, All, Progress, Whole, Wording } from "./types";

export class Editions {
  all = $state.raw<All>();
  shown = $state.raw<Whole>();
  progress = $state.raw<Progress>();
  error = $state("");
  busy = $state("");
  /** The words as they are being written; nothing while they are not. */
  draft = $state<Wording>();

  constructor(readonly session: Session) {}

  /** Why something cannot be done now: a sentence, or nothing when it can. */
  blocked(action: Action): string {
    const refusal = this.shown?.blocked[action];
    return refusal ? refusalText(refusal) : "";
  }

  may(action: Action): boolean {
    return this.shown?.blocked[action] === null;
  }

  async open(number?: number): Promise<void> {
    await this.#ask("open", async () => {
      this.all = (await (await call(this.session, "/api/minutes")).json()) as All;
      const wished = number ?? this.all.versions[0]?.number;
      this.shown = wished === undefined ? undefined : await this.#read(await call(this.session, `/api/minutes/${wished}`));
    });
  }

  async act(path: string, body: unknown = {}, method = "POST"): Promise<boolean> {
    return this.#ask(path, async () => {
      const init: RequestInit = { method };
      if (method !== "DELETE") Object.assign(init, { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
      this.shown = await this.#read(await call(this.session, this.#path(path), init));
    });
  }

  async discard(): Promise<void> {
    if (await this.#ask("discard", async () => void (await call(this.session, this.#path(""), { method: "DELETE" })))) await this.open();
  }

  /** What takes a while, and says how far it is. */
  async make(path: string, body: unknown = {}): Promise<void> {
    const isDone = await this.#ask(path, async () => {
      const answer = await post(this.session, path ? this.#path(path) : "/api/minutes", body);
      for await (const line of linesOf(answer)) {
        if ("progress" in line) this.progress = line.progress;
        else if ("refused" in line) throw new Error(refusalText(line.refused));
      }
    });
    this.progress = undefined;
    if (isDone) await this.open(path ? this.shown?.number : undefined);
  }

  async keepWords(): Promise<void> {
    const { draft, shown } = this;
    if (!draft || !shown) return;
    if (await this.act("words", { seen: shown.edition, ...draft }, "PUT")) this.draft = undefined;
  }

  edit(): void {
    const wording = this.shown?.wording;
    if (wording) this.draft = { lead: wording.lead, summary: wording.summary, notes: { ...wording.notes } };
  }

  async file(format: string): Promise<Blob | undefined> {
    let blob: Blob | undefined;
    await this.#ask(`file.${format}`, async () => {
      blob = await (await call(this.session, `/api/minutes/${this.shown?.number ?? 0}.${format}`)).blob();
    });
    return blob;
  }

  #path(path: string): string {
    return `/api/minutes/${this.shown?.number ?? 0}${path && `/${path}`}`;
  }

  async #read(answer: Response): Promise<Whole> {
    const whole = (await answer.json()) as Whole;
    if (this.all) this.all = { ...this.all, versions: this.all.versions.map((each) => (each.number === whole.number ? whole : each)) };
    return whole;
  }

  async #ask(what: string, act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = what;
    this.error = "";
    try {
      await act();
      return true;
    } catch (failure) {
      this.error = sentence(failure);
      return false;
    } finally {
      this.busy = "";
    }
  }
}

type Line = { progress: Progress } | { refused: Refusal } | { done: unknown };

async function* linesOf(answer: Response): AsyncGenerator<Line> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  while (reader) {
    const { value, done } = await reader.read();
    rest += value ?? "";
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line) yield JSON.parse(line) as Line;
    if (done) return;
  }
}

export const [getEditions, setEditions] = createContext<Editions>();
