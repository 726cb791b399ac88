/** Who somebody is, as a tile or a list says it. */
import type { Live } from "../live/live.svelte";
import type { Participant, Room } from "../protocol";
import { language, t } from "../text/text.svelte";

export function nameOf(live: Live, participant: string): string {
  return live.store.get("participant", participant)?.name ?? t("somebody");
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0] ?? "").join("").toLocaleUpperCase();
}

/** A language by its own tag, in the language of the page: "arabe" for ar. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([language()], { type: "language" }).of(tag) ?? tag;
}

/** The paper of the group somebody is in; plenary has none. */
export function paperOf(live: Live, person: Participant | undefined): string | undefined {
  const room: Room | undefined = live.store.get("room", person?.room);
  return room?.room_kind === "group" ? room.paper : undefined;
}
