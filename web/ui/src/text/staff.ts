/** The desk's texts: what only staff read has no address in what citizens load first. */
import { speak, type Catalogue, type Language } from "./text.svelte";

export const STAFF: Catalogue[] = ["compose", "common", "activities", "conclusion", "polls", "reporting", "media", "order", "desk", "floor", "tower", "agenda", "methods", "library", "rehearsal"];
export const staffTexts = import.meta.glob<string>("../../../locales/*/{compose,tower,agenda,methods,library,rehearsal}.ftl", { query: "?url&no-inline", import: "default", eager: true });

export function speakToStaff(language: Language): Promise<void> {
  return speak(language, STAFF, staffTexts);
}
