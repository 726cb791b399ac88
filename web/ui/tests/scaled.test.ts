import assert from "node:assert/strict";
import { test } from "node:test";
import { scaled } from "../src/plan/scaled";

test("each step takes its share, and together they take what there is", () => {
  assert.deepEqual(scaled([10, 30], 20), [5, 15]);
  assert.deepEqual(scaled([10, 20, 20, 20, 20], 45), [5, 10, 10, 10, 10]);
});

test("no step takes no time at all", () => {
  assert.deepEqual(scaled([1, 1, 60], 3), [1, 1, 1]);
});

test("halves are shared out as the server does", () => {
  assert.deepEqual(scaled([1, 1], 5), [2, 3]);
  assert.deepEqual(scaled([1, 1], 3), [2, 1]);
});
