/** Words not sent yet. They outlive the dialog they are typed in, a reload, and the step they were meant for. */
import { lasting, read, write } from "./storage";

export class Draft {
  readonly #key: string;
  #text = $state("");

  constructor(...place: string[]) {
    this.#key = `palabre.draft.${place.join(".")}`;
    this.#text = read<string>(lasting, this.#key) ?? "";
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    write(lasting, this.#key, text || undefined);
  }

  clear(): void {
    this.text = "";
  }
}
