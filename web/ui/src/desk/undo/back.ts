/**
 * How to put back what is about to be done: by another command, absolute like any other. Whether it still can be is
 * asked of what is so then; the server refuses what came in between all the same. Pure.
 */
import type { Store } from "../../live/store.svelte";
import type { Command, Comment, Message, Note, Remark } from "../../protocol";
import type { MessageId } from "../../text/text.svelte";

export interface Back {
  /** What was done, in words. */
  words: MessageId;
  name?: string;
  /** Of what got its id from the server: found by the change that made it. */
  command: Command | ((store: Store, seq: number) => Command);
  /** Nothing came in between. */
  holds: (store: Store, seq: number) => boolean;
}

/** Nothing where there is no way back, or nothing would change. `now` is the server's time. */
export function backOf(command: Command, store: Store, now: number): Back | undefined {
  const [workshop] = store.all("workshop");
  if (!workshop) return undefined;
  switch (command.type) {
    case "step.start": {
      const before = store.get("step", workshop.step);
      const step = store.get("step", command.step);
      if (!before || !step) return undefined;
      // With the time it had left; what froze is written again.
      return { words: "act-step-start", name: step.title, command: { type: "step.back", step: before.id, seen: step.id }, holds: (after) => after.all("workshop")[0]?.step === step.id };
    }
    case "step.extend": {
      const step = store.get("step", command.step);
      // A released room has times of its own.
      if (!step?.ends_at || step.ends_at <= now || command.room) return undefined;
      const { ends_at } = step;
      return { words: "act-step-extend", name: step.title, command: { type: "step.extend", step: step.id, ends_at, seen: command.ends_at }, holds: (after) => after.get("step", step.id)?.ends_at === command.ends_at };
    }
    case "steps.insert": {
      const [first] = command.steps;
      if (!first) return undefined;
      return {
        words: "act-steps-insert",
        name: first.title,
        command: (after, seq) => ({ type: "steps.drop", steps: insertedBy(after, seq) }),
        // Whatever was changed in one of them since has given it another number.
        holds: (after, seq) => insertedBy(after, seq).length === command.steps.length,
      };
    }
    case "groups.open": {
      if (workshop.groups !== "closed") return undefined;
      return { words: "act-groups-open", command: { type: "groups.close", at: 0 }, holds: (after) => after.all("workshop")[0]?.groups !== "closed" };
    }
    case "groups.close": {
      if (command.at === null || workshop.groups === "closed") return undefined;
      if (command.at > now) {
        return { words: "act-groups-closing", command: { ...command, at: workshop.groups_close_at }, holds: (after) => after.all("workshop")[0]?.groups_close_at === command.at };
      }
      const { can_switch } = workshop;
      return { words: "act-groups-close", command: { type: "groups.open", filling: "again", can_switch }, holds: (after) => after.all("workshop")[0]?.groups === "closed" };
    }
    case "person.move": {
      const person = store.get("participant", command.person);
      if (!person || person.room === command.room || person.role !== "participant") return undefined;
      return {
        words: "act-person-move",
        name: person.name,
        command: { type: "person.move", person: person.id, room: person.room, seen: command.room },
        holds: (after) => after.get("participant", person.id)?.room === command.room,
      };
    }
    case "room.edit": {
      const room = store.get("room", command.room);
      if (!room) return undefined;
      const { name, theme, paper, capacity, least } = room;
      return { words: "act-room-edit", name, command: { type: "room.edit", room: room.id, name, theme, paper, capacity, least }, holds: (after) => after.get("room", room.id)?.name === command.name };
    }
    case "room.assign": {
      const room = store.get("room", command.room);
      if (!room) return undefined;
      return {
        words: "act-room-assign",
        name: room.name,
        command: { ...command, facilitators: room.facilitators },
        holds: (after) => String(after.get("room", room.id)?.facilitators) === String(command.facilitators),
      };
    }
    case "room.stage": {
      const room = store.get("room", command.room);
      if (!room || room.stage === command.stage) return undefined;
      return { words: "act-room-stage", name: room.name, command: { ...command, stage: room.stage }, holds: (after) => after.get("room", room.id)?.stage === command.stage };
    }
    case "room.drop":
    case "room.merge": {
      const room = store.get("room", command.room);
      if (!room || command.at == null || command.at <= now) return undefined;
      return { words: "act-room-closing", name: room.name, command: { type: "room.keep", room: room.id }, holds: (after) => after.get("room", room.id)?.closes_at === command.at };
    }
    case "workshop.media": {
      if (workshop.media === command.media && workshop.plenary_most === (command.plenary_most ?? workshop.plenary_most)) return undefined;
      return { words: "act-workshop-media", command: { ...command, media: workshop.media, plenary_most: workshop.plenary_most }, holds: (after) => after.all("workshop")[0]?.media === command.media };
    }
    case "board.reveal": {
      const revealed = command.revealed ?? true;
      if (store.get("board", command.activity)?.revealed === revealed) return undefined;
      return {
        words: revealed ? "act-board-reveal" : "act-board-hide",
        command: { ...command, revealed: !revealed },
        holds: (after) => after.get("board", command.activity)?.revealed === revealed,
      };
    }
    case "board.vote": {
      const board = store.get("board", command.activity);
      if (!board || board.voting === command.voting) return undefined;
      return { words: "act-board-vote", command: { ...command, voting: board.voting }, holds: (after) => after.get("board", board.id)?.voting === command.voting };
    }
    case "poll.open": {
      const poll = store.get("poll", command.poll);
      if (poll?.state !== "created") return undefined;
      return { words: "act-poll-open", command: { type: "poll.withdraw", poll: poll.id }, holds: (after) => after.get("poll", poll.id)?.state === "open" };
    }
    case "conclusion.freeze": {
      const conclusion = store.get("conclusion", command.conclusion);
      if (conclusion?.state !== "drafting") return undefined;
      return { words: "act-conclusion-freeze", command: { type: "conclusion.reopen", conclusion: conclusion.id }, holds: (after) => after.get("conclusion", conclusion.id)?.state === "frozen" };
    }
    case "rotation.apply":
      return {
        words: "act-rotation",
        command: (_, seq) => ({ type: "rotation.undo", seen: seq }),
        holds: (after, seq) => {
          const rotated = after.get("rotated", "rotated");
          return rotated?.rev === seq && rotated.step === after.all("workshop")[0]?.step;
        },
      };
    case "room.release":
      return backOfRelease(command, store);
    case "room.recall":
      return backOfRecall(command, store);
    case "text.hide":
      return backOfHiding(command, store);
    case "message.settle": {
      const settled = command.settled ?? true;
      return { words: settled ? "act-message-settle" : "act-message-wait", command: { ...command, settled: !settled }, holds: (after) => (after.get("message", command.message)?.settled_at !== null) === settled };
    }
    case "message.mark": {
      const marked = command.marked ?? true;
      return { words: "act-message-mark", command: { ...command, marked: !marked }, holds: (after) => after.get("message", command.message)?.for_minutes === marked };
    }
  }
  return undefined;
}

function insertedBy(store: Store, seq: number): string[] {
  return store.all("step").filter((step) => step.rev === seq && step.started_at === null).map(({ id }) => id);
}

/** Released anew as far as before, or called back; nothing where they differ: that is more than one command. */
function backOfRelease(command: Command & { type: "room.release" }, store: Store): Back | undefined {
  const rooms = command.rooms.flatMap((id) => store.get("room", id) ?? []);
  const [first] = rooms;
  if (!first || rooms.some(({ last }) => last !== first.last) || first.last === command.last) return undefined;
  const steps = new Map(rooms.map(({ id, step }) => [id, step ?? store.all("workshop")[0]?.step]));
  return {
    words: "act-room-release",
    name: first.name,
    command: first.last ? { ...command, last: first.last } : { type: "room.recall", rooms: command.rooms },
    holds: (after) => [...steps].every(([id, step]) => after.get("room", id)?.step === step && after.get("room", id)?.last === command.last),
  };
}

/** Only where nothing was under way in them but what is under way in plenary. */
function backOfRecall(command: Command & { type: "room.recall" }, store: Store): Back | undefined {
  const { rooms: ids } = command;
  const step = store.all("workshop")[0]?.step;
  const rooms = ids.flatMap((id) => store.get("room", id) ?? []);
  const last = rooms[0]?.last;
  if (!last || rooms.some((room) => room.step !== step || room.last !== last)) return undefined;
  return {
    words: "act-room-recall",
    name: rooms[0]!.name,
    command: { type: "room.release", rooms: ids, last },
    holds: (after) => after.all("workshop")[0]?.step === step && ids.every((id) => after.get("room", id)?.step === null),
  };
}

/** Of words that were shown. */
function backOfHiding({ about, reason, words = "" }: Command & { type: "text.hide" }, store: Store): Back | undefined {
  if (textOf(store, about)?.moderation !== "shown") return undefined;
  return {
    words: "act-text-hide",
    command: { type: "text.show", about },
    holds: (after) => {
      const text = textOf(after, about);
      return text?.moderation === "hidden" && text.hidden_for === reason && text.hidden_words === words.trim();
    },
  };
}

function textOf(store: Store, id: string): Note | Comment | Message | Remark | undefined {
  return store.get("note", id) ?? store.get("comment", id) ?? store.get("message", id) ?? store.get("remark", id);
}
