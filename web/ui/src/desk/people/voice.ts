/** What the desk can do about one person's voice. Nobody's microphone is ever opened from here. */
import type { Action } from "../../live/action";
import type { Participant } from "../../protocol";
import { t } from "../../text/text.svelte";
import { isStaff, type Desk } from "../desk.svelte";
import { give } from "../floor/actions";

export function voiceOf(desk: Desk): Action<Participant>[] {
  const { live } = desk;
  const isOn = (person: Participant): boolean => live.workshop?.media !== "text" && person.role !== "viewer";
  return [
    {
      id: "floor.give",
      icon: "hand",
      label: () => t("floor-give"),
      applies: (person) => isOn(person) && !isStaff(person) && !person.has_floor,
      perform: (person) => give(desk, person.id, person.room),
    },
    {
      id: "floor.take",
      icon: "hand",
      label: () => t("floor-take"),
      applies: (person) => isOn(person) && person.has_floor,
      perform: (person) => void live.do({ type: "floor.take", person: person.id }),
    },
    {
      id: "person.mute",
      icon: "microphone-off",
      label: () => t("person-mute"),
      applies: (person) => isOn(person) && !person.muted,
      perform: (person) => void live.do({ type: "person.mute", person: person.id }),
    },
    {
      id: "person.interpret",
      icon: "globe",
      label: () => t("person-interpret"),
      applies: isOn,
      perform: (person) => desk.open({ name: "interpret", person }),
    },
  ];
}
