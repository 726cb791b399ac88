import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, filled, startsOf, type Schema } from "../src/studio/form/schema";

const SETTINGS: Schema = {
  $ref: "#/$defs/Survey",
  $defs: {
    Survey: {
      type: "object",
      properties: {
        kind: { enum: ["survey"] },
        text: { type: "string", maxLength: 20_000, default: "" },
        theme: { type: "string", maxLength: 80, minLength: 1 },
        places: { anyOf: [{ type: "integer", minimum: 1, maximum: 500 }, { type: "null" }], default: null },
        share: { type: "number", exclusiveMinimum: 0, default: 0.5 },
        way: { $ref: "#/$defs/Way", default: "named" },
        is_open: { type: "boolean", default: true },
        questions: { type: "array", items: { $ref: "#/$defs/Question" }, maxItems: 3, default: [] },
        either: { anyOf: [{ type: "string" }, { type: "integer" }], default: "left alone" },
      },
      required: ["theme"],
    },
    Way: { enum: ["hands", "named", "secret"], title: "Way" },
    Question: { type: "object", properties: { text: { type: "string", maxLength: 200, description: "As people read it." } }, required: ["text"] },
  },
};

test("each property is a field of its kind, in the schema's order", () => {
  const kinds = fieldsOf(SETTINGS).map((field) => [field.name, field.kind]);
  assert.deepEqual(kinds, [
    ["text", "text"],
    ["theme", "line"],
    ["places", "number"],
    ["share", "number"],
    ["way", "choice"],
    ["is_open", "tick"],
    ["questions", "list"],
  ]);
});

test("bounds and options are those of the schema", () => {
  const fields = fieldsOf(SETTINGS);
  const places = fields.find((field) => field.name === "places");
  assert.ok(places?.kind === "number" && places.isWhole && places.isOptional && places.least === 1 && places.most === 500);
  const way = fields.find((field) => field.name === "way");
  assert.ok(way?.kind === "choice" && way.options.includes("secret") && way.start === "named");
  const theme = fields.find((field) => field.name === "theme");
  assert.ok(theme?.kind === "line" && theme.least === 1 && theme.most === 80 && !theme.isOptional);
});

test("a list of records has the fields of its records", () => {
  const questions = fieldsOf(SETTINGS).find((field) => field.name === "questions");
  assert.ok(questions?.kind === "list" && questions.most === 3 && questions.item.kind === "group");
  const [text] = questions.item.fields;
  assert.equal(text?.hint, "As people read it.");
  assert.deepEqual(questions.item.start, { text: "" });
});

test("an empty form holds what the schema says by default", () => {
  assert.deepEqual(startsOf(fieldsOf(SETTINGS)), {
    text: "",
    theme: "",
    places: null,
    share: 0.5,
    way: "named",
    is_open: true,
    questions: [],
  });
});

test("what is there stays, also what no form can show", () => {
  const settings = { theme: "Mobility", either: 3 };
  const form = filled(fieldsOf(SETTINGS), settings);
  assert.equal(form["theme"], "Mobility");
  assert.equal(form["either"], 3);
  assert.equal(form["way"], "named");
});

test("a method without settings has an empty form", () => {
  assert.deepEqual(fieldsOf({ type: "object", properties: {} }), []);
});
