/**
 * Fluent catalogues for the browser: comments are for translators, so they stay at home; and the French files say
 * which message ids exist, so that a misspelt one does not compile.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const LOCALES = fileURLToPath(new URL("../../locales/", import.meta.url));
const IDS = fileURLToPath(new URL("../src/text/message-id.ts", import.meta.url));
const CATALOGUES = ["compose", "common", "activities", "conclusion", "reporting", "media", "order", "polls", "room", "desk", "floor", "tower", "agenda", "methods", "library", "rehearsal", "studio", "studio-doors", "studio-refusals", "tallies", "minutes-page"];

export function texts(): Plugin {
  return {
    name: "palabre-texts",
    buildStart() {
      for (const name of CATALOGUES) this.addWatchFile(`${LOCALES}fr/${name}.ftl`);
      writeIds();
    },
    load: {
      filter: { id: /\.ftl\?raw$/ },
      handler(id) {
        const lines = readFileSync(id.replace(/\?raw$/, ""), "utf8").split("\n");
        return `export default ${JSON.stringify(lines.filter((line) => !line.startsWith("#")).join("\n"))}`;
      },
    },
  };
}

function writeIds(): void {
  const ids = CATALOGUES.flatMap((name) => idsOf(french(name)));
  const rows = ids.sort().map((id) => `  | "${id}"`);
  const text = `// Printed by the build from the French catalogues. Do not edit.\n\nexport type MessageId =\n${rows.join("\n")};\n`;
  // Written only when it differs, so that a build leaves the tree as it was.
  if (text !== current()) writeFileSync(IDS, text);
}

function current(): string {
  try {
    return readFileSync(IDS, "utf8");
  } catch {
    return "";
  }
}

function french(name: string): string {
  return readFileSync(`${LOCALES}fr/${name}.ftl`, "utf8");
}

function idsOf(catalogue: string): string[] {
  return [...catalogue.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map((match) => match[1] ?? "");
}
