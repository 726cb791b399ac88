import assert from "node:assert/strict";
import { test } from "node:test";
import { part } from "../src/live/part";

test("a part that did not come is asked for again until it is there", async () => {
  const answers = [
    "Failed to fetch dynamically imported module: /static/assets/later.js",
    "error loading dynamically imported module: /static/assets/later.js",
    "Importing a module script failed.",
    "Unable to preload CSS for /static/assets/later.css",
  ];
  const found = await part(async () => {
    const fault = answers.shift();
    if (fault) throw new TypeError(fault);
    return "there";
  }, 1);
  assert.equal(found, "there");
  assert.deepEqual(answers, []);
});

test("a fault in a part is told, once", async () => {
  let asked = 0;
  const broken = part(async () => {
    asked++;
    throw new TypeError("undefined is not a function");
  }, 1);
  await assert.rejects(broken, /not a function/);
  assert.equal(asked, 1);
});
