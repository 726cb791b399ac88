/** Shortcuts of one letter. They can be switched off, and none is active while typing (WCAG 2.1.4). */
import type { Action } from "./action";
import { lasting, read, write } from "./storage";

const KEY = "palabre.shortcuts";

class Shortcuts {
  areOn = $state(read<boolean>(lasting, KEY) ?? true);

  toggle(): void {
    this.areOn = !this.areOn;
    write(lasting, KEY, this.areOn);
  }
}

export const shortcuts = new Shortcuts();

/** Whether an action took the key. */
export function press(event: KeyboardEvent, actions: Action[]): boolean {
  if (!shortcuts.areOn || event.defaultPrevented || isTyping(event) || document.querySelector("dialog[open]")) return false;
  const action = actions.find((each) => each.keyTest?.(event) && (each.applies?.() ?? true));
  if (!action) return false;
  event.preventDefault();
  action.perform();
  return true;
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
}
