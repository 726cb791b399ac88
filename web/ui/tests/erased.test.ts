import assert from "node:assert/strict";
import { test } from "node:test";
import { worded } from "../src/live/erased";
import type { Citation, Entity, Note, Participant, Room } from "../src/protocol";

const say = (id: string): string => `<${id}>`;
const said = (entity: Partial<Entity>): Entity => worded(entity as Entity, say);

test("whoever was erased has a name that says so", () => {
  assert.equal((said({ type: "participant", name: "" }) as Participant).name, "<person-erased>");
  assert.equal((said({ type: "participant", name: "Jeanne" }) as Participant).name, "Jeanne");
});

test("a text that was erased says so, wherever it was quoted too", () => {
  for (const type of ["note", "comment", "message", "citation"] as const) {
    assert.equal((said({ type, text: "" }) as Note | Citation).text, "<text-erased>");
    assert.equal((said({ type, text: "Un banc" }) as Note | Citation).text, "Un banc");
  }
});

test("what nobody wrote stays as it is", () => {
  assert.deepEqual(said({ type: "room", theme: "" }), { type: "room", theme: "" } as Room);
});
