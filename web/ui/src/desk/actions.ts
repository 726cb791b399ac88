/** What the desk can do at any time: the same objects behind its buttons, its menu and its keys. */
import { key, type Action } from "../live/action";
import { t } from "../text/text.svelte";
import { extend, pause } from "./agenda/actions";
import type { Desk } from "./desk.svelte";
import { giveNext } from "./floor/actions";
import { pending } from "./order/queue";
import { bringBack, giveMore } from "./rooms/recall";

export interface KeyedAction extends Action {
  /** As written on the key. */
  letter: string;
}

export function deskActions(desk: Desk): KeyedAction[] {
  const { live } = desk;
  const isLive = (): boolean => !live.isClosed;
  return [
    {
      id: "next.focus",
      letter: "G",
      icon: "next",
      label: () => t("key-next"),
      keyTest: key("g"),
      perform: () => {
        desk.panel = "agenda";
        // The bar may have to be drawn first.
        requestAnimationFrame(() => document.getElementById("next")?.focus());
      },
    },
    {
      id: "step.extend",
      letter: "+",
      icon: "clock",
      label: () => t("key-extend"),
      applies: () => isLive() && live.running !== undefined,
      keyTest: key("+"),
      perform: () => extend(desk, 1),
    },
    {
      id: "step.shorten",
      letter: "-",
      icon: "clock",
      label: () => t("key-shorten"),
      applies: () => isLive() && live.running !== undefined,
      keyTest: key("-"),
      perform: () => extend(desk, -1),
    },
    {
      id: "step.pause",
      letter: "P",
      icon: "clock",
      label: () => t("key-pause"),
      applies: () => isLive() && live.running !== undefined,
      keyTest: key("p"),
      perform: () => pause(desk),
    },
    {
      id: "steps.insert",
      letter: "N",
      icon: "copy",
      label: () => t("insert"),
      applies: isLive,
      keyTest: key("n"),
      perform: () => desk.open({ name: "insert" }),
    },
    {
      id: "message",
      letter: "M",
      icon: "megaphone",
      label: () => t("message-write"),
      applies: isLive,
      keyTest: key("m"),
      perform: () => desk.open({ name: "message" }),
    },
    {
      id: "order",
      letter: "O",
      icon: "lock",
      label: () => t("order"),
      keyTest: key("o"),
      perform: () => desk.open({ name: "order" }),
    },
    {
      id: "text.approve",
      letter: "A",
      icon: "check",
      label: () => t("key-approve"),
      applies: () => isLive() && pending(live).length > 0,
      keyTest: key("a"),
      perform: () => void live.do({ type: "text.show", about: pending(live)[0]!.id }),
    },
    {
      id: "text.hide",
      letter: "B",
      icon: "close",
      label: () => t("key-hide"),
      applies: () => isLive() && pending(live).length > 0,
      keyTest: key("b"),
      perform: () => void live.do({ type: "text.hide", about: pending(live)[0]!.id, reason: "other" }),
    },
    {
      id: "groups",
      letter: "R",
      icon: "people",
      label: () => t("key-groups"),
      applies: () => isLive() && desk.groups.length > 0,
      keyTest: key("r"),
      perform: () => {
        if (live.workshop?.groups_close_at != null) giveMore(live, 60);
        else if (live.workshop?.groups === "open") bringBack(live, 60);
        else desk.open({ name: "groups" });
      },
    },
    {
      id: "tower",
      letter: "C",
      icon: "stack",
      label: () => t("tower"),
      applies: () => desk.groups.length > 0,
      keyTest: key("c"),
      perform: () => {
        desk.panel = "groups";
        desk.tower.isOpen = !desk.tower.isOpen;
        requestAnimationFrame(() => document.getElementById("tower-title")?.focus());
      },
    },
    {
      id: "alerts",
      letter: "Q",
      icon: "help",
      label: () => t("alerts"),
      keyTest: key("q"),
      perform: () => {
        desk.panel = "people";
        requestAnimationFrame(() => document.getElementById("alerts-title")?.focus());
      },
    },
    {
      id: "undo",
      letter: "U",
      icon: "undo",
      label: () => t("undo"),
      applies: () => desk.acts.fresh !== undefined,
      keyTest: key("u"),
      perform: () => desk.acts.fresh && void desk.acts.undo(desk.acts.fresh),
    },
    { id: "acts", letter: "Z", icon: "undo", label: () => t("undo-list"), keyTest: key("z"), perform: () => desk.open({ name: "acts" }) },
    { id: "team", letter: "L", icon: "people", label: () => t("lead-title"), keyTest: key("l"), perform: () => desk.open({ name: "team" }) },
    {
      id: "floor.next",
      letter: "H",
      icon: "hand",
      label: () => t("key-floor"),
      applies: isLive,
      keyTest: key("h"),
      perform: () => desk.looked && giveNext(desk, desk.looked),
    },
    {
      id: "search",
      letter: "/",
      icon: "search",
      label: () => t("people-search"),
      keyTest: key("/"),
      perform: () => {
        desk.panel = "people";
        requestAnimationFrame(() => document.getElementById("people-search")?.focus());
      },
    },
    {
      id: "share",
      letter: "I",
      icon: "share",
      label: () => t("share-button"),
      keyTest: key("i"),
      perform: () => desk.open({ name: "share" }),
    },
    {
      id: "exports",
      letter: "X",
      icon: "download",
      label: () => t("exports"),
      keyTest: key("x"),
      perform: () => desk.open({ name: "exports" }),
    },
    {
      id: "workshop",
      letter: "W",
      icon: "edit",
      label: () => t("workshop-edit"),
      applies: () => isLive() && live.may("organize"),
      keyTest: key("w"),
      perform: () => desk.open({ name: "workshop" }),
    },
    {
      id: "media",
      letter: "S",
      icon: "sound",
      label: () => t("media-form"),
      applies: isLive,
      keyTest: key("s"),
      perform: () => desk.open({ name: "media" }),
    },
    {
      id: "registration",
      letter: "Y",
      icon: "people",
      label: () => t("registration"),
      applies: isLive,
      keyTest: key("y"),
      perform: () => desk.open({ name: "registration" }),
    },
    {
      id: "retention",
      letter: "T",
      icon: "clock",
      label: () => t("retain"),
      applies: () => live.may("organize"),
      keyTest: key("t"),
      perform: () => desk.open({ name: "retention" }),
    },
    {
      id: "rehearsal",
      letter: "J",
      icon: "undo",
      label: () => t(live.workshop?.rehearsal ? "rehearsal" : "rehearse"),
      keyTest: key("j"),
      perform: () => desk.open({ name: "rehearsal" }),
    },
    {
      id: "settings",
      letter: "?",
      icon: "keyboard",
      label: () => t("settings"),
      keyTest: key("?"),
      perform: () => desk.open({ name: "keys" }),
    },
  ];
}

/** The rooms by their place among the tabs. */
export function lookAt(desk: Desk, event: KeyboardEvent): Action[] {
  const room = /^[1-9]$/.test(event.key) ? desk.shown[Number(event.key) - 1] : undefined;
  if (!room) return [];
  return [{ id: "look", icon: "eye", label: () => room.name, keyTest: key(event.key), perform: () => desk.look(room) }];
}
