/** What can be opened beside the activity, and the actions that open it: the same for thumb bar, bar and keys. */
import { key, type Action } from "../live/action";
import type { Live } from "../live/live.svelte";
import { t } from "../text/text.svelte";

export type PanelName = "messages" | "people" | "help" | "groups" | "more" | "hand";

export class Panels {
  open = $state<PanelName | null>(null);
  /** Where there is room one of the two stands beside the activity all the time. */
  beside = $state<"messages" | "help">("messages");
  isWide = $state(false);

  readonly hand: Action = {
    id: "hand",
    icon: "hand",
    label: () => t(this.isUp ? "hand-up" : "hand-raise"),
    applies: () => this.#live.may("write"),
    perform: () => this.show("hand"),
    keyTest: key("h"),
  };
  readonly messages: Action = {
    id: "messages",
    icon: "chat",
    label: () => t("messages"),
    perform: () => this.show("messages"),
    keyTest: key("m"),
  };
  readonly people: Action = {
    id: "people",
    icon: "people",
    label: () => t("people"),
    applies: () => !this.isWide,
    perform: () => this.show("people"),
    keyTest: key("p"),
  };
  readonly help: Action = {
    id: "help",
    icon: "help",
    label: () => t("help"),
    applies: () => this.#live.may("write"),
    perform: () => this.show("help"),
    keyTest: key("a"),
  };
  readonly more: Action = {
    id: "more",
    icon: "more",
    label: () => t("more"),
    perform: () => this.show("more"),
  };
  readonly all: Action[] = [this.hand, this.messages, this.people, this.help, this.more];
  readonly #live: Live;

  constructor(live: Live) {
    this.#live = live;
  }

  /** Whether one's hand is. */
  get isUp(): boolean {
    return this.#live.store.get("hand", `hand-${this.#live.you.participant}`) !== undefined;
  }

  show(name: PanelName): void {
    if (this.isWide && (name === "messages" || name === "help")) {
      this.beside = name;
      requestAnimationFrame(() => document.querySelector<HTMLElement>("#beside textarea")?.focus());
    } else {
      this.open = name;
    }
  }

  close(): void {
    this.open = null;
  }
}
