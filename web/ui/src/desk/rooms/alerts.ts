/** An end that was announced and did not come about, and a plenary of more people than it holds. */
import type { Action } from "../../live/action";
import type { FailedEnd, Room } from "../../protocol";
import { refusalText, t } from "../../text/text.svelte";
import type { Alert } from "../alerts/alert";
import type { Desk } from "../desk.svelte";
import { watchPlenary } from "./voices";

export function endsThatFailed(desk: Desk): Alert[] {
  if (desk.live.isClosed) return [];
  return desk.groups.flatMap((room) => (room.failed_end ? [ofEnd(desk, room, room.failed_end)] : []));
}

function ofEnd(desk: Desk, room: Room, { at, into, code, details }: FailedEnd): Alert {
  const other = desk.groups.find(({ id }) => id === into);
  return {
    id: `failed-${room.id}`,
    rank: "failed",
    at,
    title: other ? t("alert-merge-failed", { room: room.name, other: other.name }) : t("alert-end-failed", { room: room.name }),
    detail: refusalText({ code, details }),
    room,
    actions: [
      ...(other && code === "room_full" ? [makeRoom(desk, room, other)] : []),
      { id: "room.end", icon: "leave", label: () => t("alert-end-otherwise"), perform: () => desk.open({ name: "end", room }) },
      { id: "room.keep", icon: "check", label: () => t("alert-end-keep"), perform: () => void desk.live.do({ type: "room.keep", room: room.id }) },
    ],
  };
}

/** The other group takes as many as there are by now, and they go there at once. */
function makeRoom({ live }: Desk, room: Room, other: Room): Action {
  const { name, theme, paper, least } = other;
  const capacity = room.people + other.people;
  return {
    id: "room.enlarge",
    icon: "people",
    label: () => t("alert-end-enlarge", { room: name, places: capacity }),
    perform: () => {
      void live.do({ type: "room.edit", room: other.id, name, theme, paper, capacity, least });
      void live.do({ type: "room.merge", room: room.id, into: other.id });
    },
  };
}

/** As soon as more have come in than an open plenary holds, wherever they are now: they will all be there again. */
export function plenaryTooLarge(desk: Desk): Alert[] {
  const { plenary, citizens, live } = desk;
  const { workshop } = live;
  if (!plenary || !workshop || live.isClosed || workshop.media === "text" || plenary.stage !== "open") return [];
  if (citizens.length <= workshop.plenary_most) return [];
  return [
    {
      id: "plenary-large",
      rank: "crowded",
      at: Math.max(...citizens.map(({ joined_at }) => joined_at)),
      title: t("alert-plenary", { people: citizens.length }),
      detail: t("plenary-most-hint", { most: workshop.plenary_most }),
      actions: [{ id: "room.stream", icon: "eye", label: () => t("stage-set-stream"), perform: () => watchPlenary(desk, plenary) }],
    },
  ];
}
