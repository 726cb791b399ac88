import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { blocksOf, deltaOf, isBlank, lengthOf, type Block, type Delta } from "../src/activities/conclusion/delta";
import { blocksOfMarkdown, wordsOf } from "../src/activities/conclusion/markdown";
import { placeIn, rangeOf } from "../src/activities/conclusion/place";
import { editOf, moved, placeOf, plainOf, shownAt } from "../src/activities/conclusion/plain";

const cited: Delta = [{ insert: "Garder " }, { insert: { citation: "c1" } }, { insert: " les tilleuls" }];

/** What a text area tells after somebody has typed in it. */
function typed(delta: Delta, text: string, caret?: number): [number, number, string] | undefined {
  const edit = editOf(plainOf(delta), text, caret);
  return edit && [edit.at, edit.removed, edit.added];
}

test("a citation is shown as a mark and is one place of the text", () => {
  assert.equal(plainOf(cited).text, "Garder [1] les tilleuls");
  assert.equal(lengthOf(cited), 21);
});

test("typing is the smallest change", () => {
  const delta: Delta = [{ insert: "bonjour" }];
  assert.equal(typed(delta, "bonjour"), undefined);
  assert.deepEqual(typed(delta, "bonjours"), [7, 0, "s"]);
  assert.deepEqual(typed(delta, "bon jour"), [3, 0, " "]);
  assert.deepEqual(typed(delta, "bon"), [3, 4, ""]);
  assert.deepEqual(typed(delta, "bonsoir"), [3, 3, "soi"]);
});

test("of two equal letters the one at the caret is the new one", () => {
  assert.deepEqual(typed([{ insert: "aab" }], "aaab", 1), [0, 0, "a"]);
  assert.deepEqual(typed([{ insert: "aab" }], "aaab", 3), [2, 0, "a"]);
});

test("half of an emoji never changes alone", () => {
  assert.deepEqual(typed([{ insert: "a😀b" }], "a😁b", 3), [1, 2, "😁"]);
  assert.deepEqual(typed([{ insert: "😀" }], "", 0), [0, 2, ""]);
});

test("a mark that is broken goes as a whole", () => {
  assert.deepEqual(typed(cited, "Garder [1 les tilleuls", 9), [7, 1, ""]);
  assert.deepEqual(typed(cited, "Garder 1] les tilleuls", 7), [7, 1, ""]);
  assert.deepEqual(typed(cited, "Garder  les tilleuls", 7), [7, 1, ""]);
});

test("what is typed into a mark goes behind it", () => {
  assert.deepEqual(typed(cited, "Garder [x1] les tilleuls", 9), [8, 0, "x"]);
  assert.deepEqual(typed(cited, "Garder [1]x les tilleuls", 11), [8, 0, "x"]);
  assert.deepEqual(typed(cited, "Garder x[1] les tilleuls", 8), [7, 0, "x"]);
});

test("of two marks only the one that is taken out goes", () => {
  const two: Delta = [{ insert: { citation: "c1" } }, { insert: { citation: "c2" } }];
  assert.deepEqual(typed(two, "[2]", 0), [0, 1, ""]);
  assert.deepEqual(typed(two, "[1]", 3), [1, 1, ""]);
});

test("any text becomes any other by its edit", () => {
  const texts = ["", "a", "ab", "aab", "[1]", "x[1]y[2]", "été 😀😁", "😁", "a\nb\n\nc", "b\na"];
  for (const before of texts) {
    for (const after of texts) {
      for (const caret of [0, 1, after.length]) {
        const text = new Y.Doc().getText("t");
        text.insert(0, before);
        const edit = editOf(plainOf(deltaOf(text.toDelta())), after, Math.min(caret, after.length));
        if (edit) {
          text.delete(edit.at, edit.removed);
          text.insert(edit.at, edit.added);
        }
        assert.equal(text.toString(), after);
      }
    }
  }
});

test("a place in the text and where it is shown are found from each other", () => {
  const plain = plainOf(cited);
  assert.deepEqual([0, 7, 8, 12].map((place) => shownAt(plain, place)), [0, 7, 10, 14]);
  assert.deepEqual([0, 7, 10, 14].map((shown) => placeOf(plain, shown)), [0, 7, 8, 12]);
  assert.equal(placeOf(plain, 8), 8);
  assert.equal(placeOf(plain, 8, "before"), 7);
});

test("a caret goes along with what others write before it", () => {
  assert.equal(moved(5, [{ insert: "abc" }]), 8);
  assert.equal(moved(5, [{ retain: 5 }, { insert: "abc" }]), 5);
  assert.equal(moved(5, [{ retain: 1 }, { delete: 2 }]), 3);
  assert.equal(moved(5, [{ retain: 4 }, { delete: 10 }]), 4);
  assert.equal(moved(5, [{ delete: 2 }, { insert: { citation: "c1" } }]), 4);
});

const words = (block: Block): string[] =>
  block.lines.map((line) =>
    line.map((piece) => (piece.kind === "text" ? piece.text : piece.kind === "caret" ? `<${piece.who}>` : `[${piece.id}]`)).join(""),
  );

test("lines are paragraphs, and those of a list stand together", () => {
  const delta: Delta = [
    { insert: "Un début\nDouze arbres" },
    { insert: "\n", attributes: { list: "ordered" } },
    { insert: "Un jardin" },
    { insert: "\n", attributes: { list: "ordered" } },
    { insert: "Une fin\n\n" },
  ];
  assert.deepEqual(blocksOf(delta).map((block) => [block.kind, words(block)]), [
    ["paragraph", ["Un début"]],
    ["ordered", ["Douze arbres", "Un jardin"]],
    ["paragraph", ["Une fin"]],
  ]);
});

test("others' carets stand between the letters where they are", () => {
  const marks = [
    { who: "ana", from: 3, to: 3, head: 3 },
    { who: "ben", from: 99, to: 99, head: 99 },
  ];
  assert.deepEqual(blocksOf([{ insert: "abcdef" }], marks).flatMap(words), ["abc<ana>def<ben>"]);
  assert.deepEqual(blocksOf([], marks.slice(0, 1)).flatMap(words), ["<ana>"]);
});

test("what somebody has selected is marked as theirs", () => {
  const [block] = blocksOf([{ insert: "abcdef" }], [{ who: "ana", from: 1, to: 4, head: 4 }]);
  const pieces = block?.lines[0]?.map((piece) => (piece.kind === "text" ? [piece.text, piece.who] : piece.kind));
  assert.deepEqual(pieces, [["a", null], ["bcd", "ana"], "caret", ["ef", null]]);
});

test("what a text may not bear is not drawn", () => {
  const delta = deltaOf([{ insert: "a" }, { insert: { image: "a.png" } }, { insert: { citation: 7 } }]);
  assert.deepEqual(delta, [{ insert: "a", attributes: undefined }]);
  assert.ok(isBlank(deltaOf([{ insert: " \n" }])));
  assert.ok(!isBlank(cited));
});

test("the server's Markdown is read back", () => {
  const blocks = blocksOfMarkdown("Garder **le \\*milieu\\*** *libre* [@c1]\n\n1. Un\n2. Deux\n\n- Trois");
  assert.deepEqual(blocks.map(({ kind, lines }) => [kind, lines.length]), [["paragraph", 1], ["ordered", 2], ["bullet", 1]]);
  const [line] = blocks[0]?.lines ?? [];
  assert.deepEqual(line, [
    { kind: "text", text: "Garder ", bold: false, italic: false, who: null },
    { kind: "text", text: "le *milieu*", bold: true, italic: false, who: null },
    { kind: "text", text: " ", bold: false, italic: false, who: null },
    { kind: "text", text: "libre", bold: false, italic: true, who: null },
    { kind: "text", text: " ", bold: false, italic: false, who: null },
    { kind: "citation", id: "c1" },
  ]);
  assert.equal(wordsOf("**Un** *deux*\n\n- trois"), "Un deux\ntrois");
});

test("a place stays where it is while others write before it", () => {
  const here = new Y.Doc();
  const text = here.getText("t");
  text.insert(0, "abcdef");
  const place = placeIn(text, 2, 4);
  const there = new Y.Doc();
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
  there.getText("t").insert(0, "xyz");
  assert.deepEqual(rangeOf(there.getText("t"), place), { anchor: 5, head: 7 });
});

test("a place that cannot be read, or is of another text, is none", () => {
  const doc = new Y.Doc();
  const text = doc.getText("t");
  assert.equal(rangeOf(text, { anchor: "?", head: "AAAA" }), undefined);
  assert.equal(rangeOf(doc.getText("other"), placeIn(text, 0, 0)), undefined);
  const elsewhere = new Y.Doc().getText("t");
  elsewhere.insert(0, "not come yet");
  assert.equal(rangeOf(text, placeIn(elsewhere, 2, 3)), undefined);
});
