import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { firstLoad } from "./vite/first-load.ts";
import { sockets } from "./vite/sockets.ts";
import { texts } from "./vite/texts.ts";

export default defineConfig({
  base: "/static/",
  publicDir: false,
  plugins: [texts(), sockets(), svelte()],
  build: {
    outDir: "../static",
    emptyOutDir: true,
    manifest: true,
    target: ["es2022", "safari16.4", "firefox113", "chrome105"],
    // Fonts must be files of their own, to be preloaded and kept.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { debugName: "first", name: firstLoad("src/room/main.ts", ["src/page/main.ts", "src/minutes/main.ts"]), includeDependenciesRecursively: false },
          ],
        },
      },
      input: {
        room: "src/room/main.ts",
        desk: "src/desk/main.ts",
        studio: "src/studio/main.ts",
        page: "src/page/main.ts",
        minutes: "src/minutes/main.ts",
      },
    },
  },
});
