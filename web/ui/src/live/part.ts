/** Parts of a page that come by themselves: one that the network takes away is asked for again until it is there. Pure. */

const FIRST_MS = 500;
const MOST_MS = 16_000;
/** What Chromium, Firefox, Safari and the loader of styles say of files that did not come; all else is a fault of ours. */
const NOT_COME = /dynamically imported module|module script failed|preload CSS/;

export async function part<T>(load: () => Promise<T>, first_ms = FIRST_MS): Promise<T> {
  for (let wait_ms = first_ms; ; wait_ms = Math.min(2 * wait_ms, MOST_MS)) {
    try {
      return await load();
    } catch (error) {
      if (!NOT_COME.test(String(error))) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait_ms));
  }
}
