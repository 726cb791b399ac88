/**
 * What a citizen's page needs at once goes into one file: twenty small ones compress worse, by four kilobytes of sixty.
 * What lighter pages need as well stays apart, or they would fetch all of it.
 */
import { resolve } from "node:path";

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

export function firstLoad(page: string, lighter: string[]): (id: string, modules: Modules) => string | null {
  let first: Set<string> | undefined;
  return (id, modules) => {
    if (!first) {
      // The page's own entry acts when it is read: it must not be where another page would read it.
      const shared = reached(lighter, modules).add(resolve(page));
      first = new Set([...reached([page], modules)].filter((each) => !shared.has(each)));
    }
    return first.has(id) ? "first" : null;
  };
}

/** All that these modules import, and what that imports; what is fetched later is not among it. */
function reached(from: string[], modules: Modules): Set<string> {
  const found = new Set(from.map((path) => resolve(path)));
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
