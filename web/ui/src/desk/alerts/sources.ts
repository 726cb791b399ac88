/** Where alerts come from: one line for each part of the desk that has any. */
import type { Desk } from "../desk.svelte";
import type { Alert } from "./alert";
import { pointsOfOrder } from "../floor/alerts";
import { atTheDoor, reported, toBeRead } from "../order/alerts";
import { endsThatFailed, plenaryTooLarge } from "../rooms/alerts";
import { leading, roomsAlone } from "../team/alerts";
import { peopleLost, roomsInNeed } from "../tower/alerts";
import { helpAsked } from "./help";

export const SOURCES: ((desk: Desk) => Alert[])[] = [
  pointsOfOrder,
  helpAsked,
  endsThatFailed,
  plenaryTooLarge,
  atTheDoor,
  reported,
  toBeRead,
  roomsInNeed,
  leading,
  roomsAlone,
  peopleLost,
];
