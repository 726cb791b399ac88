/** Palabre speaks WebSocket only: what engine.io brings for long polling and WebTransport stays out of the pages. */
import type { Plugin } from "vite";

const UNUSED = /engine\.io-client\/build\/esm\/transports\/(polling-xhr|webtransport)(\.node)?\.js$/;

export function sockets(): Plugin {
  return {
    name: "palabre-sockets",
    enforce: "pre",
    load: {
      filter: { id: UNUSED },
      handler: () => "export const XHR = undefined; export const WT = undefined;",
    },
  };
}
