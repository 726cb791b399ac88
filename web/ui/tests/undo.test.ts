import assert from "node:assert/strict";
import { test } from "node:test";
import { backOf } from "../src/desk/undo/back";
import { arranged, type Row } from "../src/desk/tower/rows";

const NOW = 1_000;

/** A store that holds these entities. */
function holding(...entities: Record<string, unknown>[]) {
  const all = (kind: string) => entities.filter(({ type }) => type === kind);
  return { all, get: (kind: string, id: unknown) => all(kind).find((each) => each["id"] === id), under: () => [] } as never;
}

const workshop = (fields: object) => ({ type: "workshop", id: "w", step: "one", groups: "closed", groups_close_at: null, can_switch: false, media: "video", ...fields });
const one = { type: "step", id: "one", title: "Un", ends_at: NOW + 5 };
const two = { type: "step", id: "two", title: "Deux", ends_at: null };

test("a step begun by mistake is left for the one before, unless somebody has gone on", () => {
  const back = backOf({ type: "step.start", step: "two", seen: "one" }, holding(workshop({}), one, two), NOW);
  assert.deepEqual(back?.command, { type: "step.back", step: "one", seen: "two" });
  assert.ok(back?.holds(holding(workshop({ step: "two" })), 5));
  assert.ok(!back?.holds(holding(workshop({ step: "three" })), 5));
});

test("from the first step there is no way back", () => {
  assert.equal(backOf({ type: "step.start", step: "two", seen: null }, holding(workshop({ step: null }), two), NOW), undefined);
});

test("somebody moved goes back only from where they were moved to", () => {
  const ana = { type: "participant", id: "ana", name: "Ana", role: "participant", room: "here" };
  const back = backOf({ type: "person.move", person: "ana", room: "there" }, holding(workshop({}), ana), NOW);
  assert.deepEqual(back?.command, { type: "person.move", person: "ana", room: "here", seen: "there" });
  assert.ok(!back?.holds(holding({ ...ana, room: "elsewhere" }), 5));
});

test("groups closed at once open again as they were, and a return announced is called off", () => {
  const open = holding(workshop({ groups: "open", can_switch: true }));
  const closed = backOf({ type: "groups.close", at: 0 }, open, NOW);
  assert.deepEqual(closed?.command, { type: "groups.open", filling: "again", can_switch: true });
  const announced = backOf({ type: "groups.close", at: NOW + 60 }, open, NOW);
  assert.deepEqual(announced?.command, { type: "groups.close", at: null });
});

test("inserted steps are taken out by the change that made them, while all of them are as they were", () => {
  const draft = { title: "Un", minutes: 5 };
  const back = backOf({ type: "steps.insert", steps: [draft, draft] }, holding(workshop({}), one), NOW);
  const [first, second] = ["a", "b"].map((id) => ({ type: "step", id, rev: 7, started_at: null }));
  assert.equal(typeof back?.command, "function");
  if (typeof back?.command !== "function" || !first || !second) return;
  assert.deepEqual(back.command(holding(one, first, second), 7), { type: "steps.drop", steps: ["a", "b"] });
  assert.ok(back.holds(holding(one, first, second), 7));
  assert.ok(!back.holds(holding(one, first, { ...second, rev: 9 }), 7));
  assert.ok(!back.holds(holding(one, first, { ...second, started_at: NOW }), 7));
});

test("a room released is called back, and one called back released as far as before, while its step is plenary's", () => {
  const green = { type: "room", id: "green", name: "Végétal", step: null, last: null };
  const released = { ...green, step: "one", last: "two" };
  const out = backOf({ type: "room.release", rooms: ["green"], last: "two" }, holding(workshop({}), green), NOW);
  assert.deepEqual(out?.command, { type: "room.recall", rooms: ["green"] });
  assert.ok(out?.holds(holding(workshop({}), released), 5));
  assert.ok(!out?.holds(holding(workshop({}), { ...released, step: "two" }), 5));
  const home = backOf({ type: "room.recall", rooms: ["green"] }, holding(workshop({}), released), NOW);
  assert.deepEqual(home?.command, { type: "room.release", rooms: ["green"], last: "two" });
  assert.equal(backOf({ type: "room.recall", rooms: ["green"] }, holding(workshop({}), { ...released, step: "two" }), NOW), undefined);
});

test("a text that was shown is shown again, unless somebody hid it anew", () => {
  const hide = { type: "text.hide", about: "n", reason: "insult", words: " Non " } as const;
  const note = { type: "note", id: "n", moderation: "shown", hidden_for: null, hidden_words: "" };
  const back = backOf(hide, holding(workshop({}), note), NOW);
  assert.deepEqual(back?.command, { type: "text.show", about: "n" });
  assert.ok(back?.holds(holding({ ...note, moderation: "hidden", hidden_for: "insult", hidden_words: "Non" }), 5));
  assert.ok(!back?.holds(holding({ ...note, moderation: "hidden", hidden_for: "other", hidden_words: "" }), 5));
  assert.equal(backOf(hide, holding(workshop({}), { ...note, moderation: "pending" }), NOW), undefined);
});

test("tables are put back as they were before this change of them", () => {
  const back = backOf({ type: "rotation.apply", seen: 3 }, holding(workshop({})), NOW);
  assert.ok(typeof back?.command === "function");
  assert.deepEqual(back.command(holding(), 7), { type: "rotation.undo", seen: 7 });
  assert.ok(!back.holds(holding(workshop({})), 5));
});

test("what cannot be put back, and what changes nothing, is not offered", () => {
  const store = holding(workshop({}));
  assert.equal(backOf({ type: "room.merge", room: "a", into: "b" }, store, NOW), undefined);
  assert.equal(backOf({ type: "workshop.media", media: "video" }, store, NOW), undefined);
  assert.equal(backOf({ type: "message.send", text: "a" }, store, NOW), undefined);
});

const row = (id: string, needs: number, silent: number, ends_at: number | null) => ({ room: { id }, figures: { silent, notes: 0 }, needs, ends_at }) as unknown as Row;
const rows = [row("a", 0, 2, 30), row("b", 2, 0, null), row("c", 1, 2, 10)];
const ids = (found: Row[]) => found.map(({ room }) => room.id).join("");

test("rooms stand in their order, or by what is looked for, equals as they were", () => {
  assert.equal(ids(arranged(rows, "order", false)), "abc");
  assert.equal(ids(arranged(rows, "need", false)), "bca");
  assert.equal(ids(arranged(rows, "silent", false)), "acb");
  assert.equal(ids(arranged(rows, "time", false)), "cab");
});

test("only the rooms that need somebody are shown where that is wished", () => {
  assert.equal(ids(arranged(rows, "order", true)), "bc");
});
