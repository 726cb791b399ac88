/** The browser's storage, where having none (private windows, full disks) costs memory over a reload and no more. */
export function read<T>(storage: () => Storage, key: string): T | undefined {
  try {
    const text = storage().getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function write(storage: () => Storage, key: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}

export function keys(storage: () => Storage, prefix: string): string[] {
  try {
    return Object.keys(storage()).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

// Naming localStorage already throws where it is forbidden, hence functions.
export const lasting = (): Storage => localStorage;
export const ofTab = (): Storage => sessionStorage;
