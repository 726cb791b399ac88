import assert from "node:assert/strict";
import { test } from "node:test";
import { hexOf, inkOn, judge, lchOf, ratio } from "../src/studio/branding/colour";

test("black on white has the greatest contrast there is", () => {
  assert.equal(Math.round(ratio("#000000", "#ffffff")), 21);
  assert.equal(ratio("#808080", "#808080"), 1);
});

test("a colour goes through lightness, chroma and hue and comes back", () => {
  for (const colour of ["#0e5a47", "#f3b23c", "#a8321f", "#ffffff", "#000000", "#3355ff"]) assert.equal(hexOf(lchOf(colour)), colour);
});

test("a dark colour bears white and stays as it is", () => {
  const judgement = judge("#0e5a47");
  assert.equal(judgement.ink, "#ffffff");
  assert.ok(judgement.isReadable);
  assert.equal(judgement.nearest, "#0e5a47");
  assert.equal(judgement.action, "#0e5a47");
});

test("a light colour bears the ink, and its buttons are darker", () => {
  const judgement = judge("#8fd3e8");
  assert.equal(inkOn("#8fd3e8"), "#15221c");
  assert.ok(judgement.isReadable);
  assert.notEqual(judgement.action, "#8fd3e8");
  assert.ok(ratio("#ffffff", judgement.action) >= 4.5);
});

test("a colour that would be taken for a warning leaves buttons to the ink", () => {
  for (const colour of ["#f0a020", "#b03020"]) assert.equal(judge(colour).action, "#15221c");
});

test("a colour between light and dark is offered the nearest that can be read", () => {
  const judgement = judge("#8a8a8a");
  assert.ok(!judgement.isReadable);
  assert.ok(judge(judgement.nearest).isReadable);
  assert.ok(Math.abs(lchOf(judgement.nearest).lightness - lchOf("#8a8a8a").lightness) < 0.15);
});
