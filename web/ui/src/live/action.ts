/** One object per thing one can do, used alike by button, menu and shortcut. */
import type { Drawn, IconName } from "../parts/icons";

export interface Action<Target = void> {
  /** Stable, for tests and keys. */
  id: string;
  icon: IconName | Drawn;
  label: (on: Target) => string;
  /** Whether it makes sense here at all. */
  applies?: (on: Target) => boolean;
  perform: (on: Target) => void;
  keyTest?: (event: KeyboardEvent) => boolean;
  isDangerous?: boolean;
}

/** A single letter, without modifiers. */
export function key(letter: string): (event: KeyboardEvent) => boolean {
  return (event) => event.key.toLowerCase() === letter && !event.ctrlKey && !event.metaKey && !event.altKey;
}
