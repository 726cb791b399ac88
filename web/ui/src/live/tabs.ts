/**
 * A tab holds a lock for as long as it lives, so the others know whose leavings are an orphan's. Without locks (plain
 * http) all are taken for orphans: two tabs may then send the same thing, which its id makes the same as once.
 */
export function hold(name: string): void {
  void navigator.locks?.request(name, () => new Promise(() => {}));
}

export async function heldNow(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map((lock) => lock.name ?? ""));
}
