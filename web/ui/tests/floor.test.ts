import assert from "node:assert/strict";
import test from "node:test";
import { digits, endOfSentences, spokenIn, usualTurn, waitOf } from "../src/floor/wait.ts";
import type { Floor, FloorTurn } from "../src/protocol.ts";

const MINUTE = 60_000;
const floor = (also: Partial<Floor> = {}): Floor => ({ ended: 0, spoken_ms: 0, turn_s: 120, ...also }) as Floor;
const turn = (also: Partial<FloorTurn> = {}): FloorTurn => ({ ms: 0, running_since: null, ...also }) as FloorTurn;

test("turns take as long as they have so far, else as they should", () => {
  assert.equal(usualTurn(floor({ ended: 2, spoken_ms: 6 * MINUTE })), 3 * MINUTE);
  assert.equal(usualTurn(floor()), 2 * MINUTE);
  assert.equal(usualTurn(floor({ turn_s: 0 })), 2 * MINUTE);
});

test("a turn that is paused goes on no longer", () => {
  assert.equal(spokenIn(turn({ ms: 5, running_since: 10 }), 25), 20);
  assert.equal(spokenIn(turn({ ms: 5 }), 25), 5);
});

test("one waits for the turn under way and for those before", () => {
  const speaking = turn({ ms: MINUTE });
  assert.equal(waitOf(1, floor(), [], 0), 0);
  assert.equal(waitOf(1, floor(), [speaking], 0), 1);
  assert.equal(waitOf(3, floor(), [speaking], 0), 5);
});

test("in a fishbowl one waits for the first seat, and not at all for a free one", () => {
  const seated = [turn({ ms: MINUTE }), turn()];
  assert.equal(waitOf(1, floor(), seated, 0, 3), 0);
  assert.equal(waitOf(1, floor(), seated, 0, 2), 1);
  assert.equal(waitOf(2, floor(), seated, 0, 2), 2);
});

test("words are read aloud once their sentence has ended", () => {
  assert.equal(endOfSentences("Des bancs", 0), 0);
  assert.equal(endOfSentences("Des bancs.", 0), 0);
  assert.equal(endOfSentences("Des bancs. Et", 0), 10);
  assert.equal(endOfSentences("Des bancs. Et de l’eau? Oui", 10), 23);
  assert.equal(endOfSentences("À 3.5 km", 0), 0);
  assert.equal(endOfSentences("Court", 40), 5);
});

test("time is told in minutes and seconds", () => {
  assert.equal(digits(65_400), "1:05");
});
