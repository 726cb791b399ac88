import assert from "node:assert/strict";
import { test } from "node:test";
import { Horizon } from "../src/live/horizon";

test("who waits for a change goes on once it, or a later one, is on screen, and at once if it is already", async () => {
  const horizon = new Horizon();
  const gone: number[] = [];
  const all = [7, 5, 9].map((seq) => horizon.reached(seq).then(() => gone.push(seq)));
  horizon.move(4);
  await horizon.reached(4);
  assert.deepEqual(gone, []);
  horizon.move(8);
  await Promise.all([all[0], all[1]]);
  assert.deepEqual(gone, [7, 5]);
  horizon.move(9);
  await Promise.all(all);
  assert.deepEqual(gone, [7, 5, 9]);
});

test("it never goes back", async () => {
  const horizon = new Horizon();
  horizon.move(8);
  horizon.move(6);
  assert.equal(horizon.seq, 8);
});
