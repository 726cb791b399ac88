/** Taking a person by the mouse to a room. The menu "Move to…" does the same for everybody else. */
import { t } from "../../text/text.svelte";
import type { Participant, Room } from "../../protocol";
import type { Desk } from "../desk.svelte";

class Seat {
  #person = $state.raw<Participant>();
  #over = $state<string>();

  from(person: Participant) {
    return {
      draggable: true,
      ondragstart: (event: DragEvent) => {
        this.#person = person;
        event.dataTransfer?.setData("text/plain", person.name);
      },
      ondragend: () => this.#lay(),
    };
  }

  onto(desk: Desk, room: Room) {
    return {
      ondragover: (event: DragEvent) => {
        if (!this.#person || this.#person.room === room.id) return;
        event.preventDefault();
        this.#over = room.id;
      },
      ondragleave: () => {
        if (this.#over === room.id) this.#over = undefined;
      },
      ondrop: (event: DragEvent) => {
        event.preventDefault();
        if (this.#person) move(desk, this.#person, room);
        this.#lay();
      },
    };
  }

  isOver(room: Room): boolean {
    return this.#over === room.id;
  }

  #lay(): void {
    this.#person = undefined;
    this.#over = undefined;
  }
}

export const seat = new Seat();

export function move(desk: Desk, person: Participant, room: Room): void {
  void desk.live.do({ type: "person.move", person: person.id, room: room.id });
}

export function isFull(room: Room): boolean {
  return room.capacity !== null && room.people >= room.capacity;
}

export function peopleIn(room: Room): string {
  return t("room-people", { count: room.people });
}

/** How many more may come; nothing where there is no limit. */
export function placesIn(room: Room): string {
  if (room.capacity === null) return "";
  return isFull(room) ? t("room-full") : t("room-places", { left: room.capacity - room.people });
}
