/** People who asked staff for help. */
import type { Action } from "../../live/action";
import type { Message } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";
import type { Alert } from "./alert";

export function helpAsked(desk: Desk): Alert[] {
  const { store } = desk.live;
  return desk.asked.map((message) => {
    const name = store.get("participant", message.author)?.name || t("somebody");
    const room = store.get("room", message.asked_in);
    return {
      id: message.id,
      rank: "help",
      at: message.at,
      title: room ? t("alert-help", { room: room.name }) : t("alert-help-person", { name }),
      detail: room && name,
      words: message.text,
      room,
      actions: actionsOf(desk, message),
    };
  });
}

function actionsOf(desk: Desk, message: Message): Action[] {
  const { live } = desk;
  if (live.isClosed) return [];
  const room = live.store.get("room", message.asked_in);
  const person = live.store.get("participant", message.author);
  const go: Action[] = room && room.id !== live.you.room ? [{ id: "room.go", icon: "leave", label: () => t("alert-go"), perform: () => desk.go(room) }] : [];
  const answer: Action[] = person ? [{ id: "person.write", icon: "chat", label: () => t("alert-answer"), perform: () => desk.open({ name: "message", person }) }] : [];
  return [...go, ...answer, { id: "message.settle", icon: "check", label: () => t("alert-settle"), perform: () => void live.do({ type: "message.settle", message: message.id }) }];
}
