/**
 * Palabre speaks WebSocket only: what engine.io brings for long polling and WebTransport stays out of the pages.
 * `palabre:polling` is the one way to ask over HTTP, for those that need it, in a file of its own.
 */
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const UNUSED = /engine\.io-client\/build\/esm\/transports\/(polling-(xhr|fetch)|webtransport)(\.node)?\.js$/;
const POLLING = "../node_modules/engine.io-client/build/esm/transports/polling-fetch.js";

export function sockets(): Plugin {
  return {
    name: "palabre-sockets",
    enforce: "pre",
    resolveId: {
      filter: { id: /^palabre:polling$/ },
      // The query makes it another module than the one that is left out.
      handler: () => `${fileURLToPath(new URL(POLLING, import.meta.url))}?polling`,
    },
    load: {
      filter: { id: UNUSED },
      handler: () => "export const XHR = undefined; export const WT = undefined; export const Fetch = undefined;",
    },
  };
}
