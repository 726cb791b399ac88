import assert from "node:assert/strict";
import { test } from "node:test";
import { allowed } from "../src/media/allowed";
import { CaptureFailed, constraintsOf, troubleOf } from "../src/media/capture";
import { arrange, type Seen } from "../src/media/faces";
import { loudness, MutedTalk } from "../src/media/loudness";
import type { Participant, Room, Shown, Workshop } from "../src/protocol";

const shown = (participant: string, also: Partial<Shown> = {}): Shown => ({
  participant,
  microphone: false,
  camera: false,
  screen: false,
  quality: 3,
  ...also,
});

const seen = (people: string, also: Partial<Seen> = {}): Seen => ({
  people: people.split(" ").map((id) => shown(id)),
  pictured: new Set(),
  voices: [],
  dominant: null,
  pinned: null,
  tiles: 3,
  hasSpeaker: false,
  ...also,
});

test("people keep their places when others come and go", () => {
  const before = arrange([], seen("ana ben cleo"));
  assert.deepEqual(arrange(before, seen("aaron cleo ana")), ["ana", "cleo", "aaron"]);
});

test("who comes with a camera stands before who comes without", () => {
  const people = [shown("ana"), shown("ben", { microphone: true }), shown("cleo", { camera: true })];
  assert.deepEqual(arrange([], seen("", { people })), ["cleo", "ben", "ana"]);
});

test("a voice out of sight takes the place of somebody silent, and nobody else moves", () => {
  const before = ["ana", "ben", "cleo", "dia", "eli"];
  const now = seen("ana ben cleo dia eli", { voices: ["eli"], dominant: "eli", pictured: new Set(["ana", "cleo"]) });
  assert.deepEqual(arrange(before, now), ["ana", "eli", "cleo", "dia", "ben"]);
});

test("a voice in sight changes nothing", () => {
  const before = ["ana", "ben", "cleo", "dia"];
  assert.deepEqual(arrange(before, seen("ana ben cleo dia", { voices: ["cleo"], dominant: "cleo" })), before);
});

test("a mere voice does not take the place of a picture", () => {
  const before = ["ana", "ben", "cleo", "dia"];
  const now = seen("ana ben cleo dia", { voices: ["dia"], pictured: new Set(["ana", "ben", "cleo"]) });
  assert.deepEqual(arrange(before, now), before);
});

test("the large place is for who speaks, and stays theirs in silence", () => {
  const before = ["ana", "ben", "cleo"];
  const speaks = arrange(before, seen("ana ben cleo", { hasSpeaker: true, dominant: "cleo", voices: ["cleo"] }));
  assert.deepEqual(speaks, ["cleo", "ben", "ana"]);
  assert.deepEqual(arrange(speaks, seen("ana ben cleo", { hasSpeaker: true })), speaks);
});

test("whoever is pinned has the large place over who speaks", () => {
  const now = seen("ana ben cleo", { hasSpeaker: true, pinned: "ben", dominant: "cleo" });
  assert.equal(arrange(["ana", "ben", "cleo"], now)[0], "ben");
});

test("somebody pinned who left the room is nobody's concern", () => {
  assert.deepEqual(arrange(["ana", "ben"], seen("ana", { hasSpeaker: true, pinned: "ben" })), ["ana"]);
});

test("nobody is shown where there is no room for faces", () => {
  assert.deepEqual(arrange([], seen("ana ben", { tiles: 0, voices: ["ben"] })), ["ana", "ben"]);
});

const workshop = (also: Partial<Workshop> = {}): Workshop => ({ media: "video", closed_at: null, ...also }) as Workshop;
const room = (stage: Room["stage"] = "open"): Room => ({ stage }) as Room;
const person = (also: Partial<Participant> = {}): Participant =>
  ({ role: "participant", has_floor: false, interprets: "", ...also }) as Participant;

test("everybody may send everything in an open room with pictures", () => {
  assert.deepEqual(allowed(workshop(), room(), person()), { microphone: true, camera: true, screen: true });
});

test("voices alone leave cameras and screens closed", () => {
  assert.deepEqual(allowed(workshop({ media: "audio" }), room(), person()), { microphone: true, camera: false, screen: false });
});

test("on a stage only staff and those who have the floor are heard", () => {
  assert.equal(allowed(workshop(), room("speakers"), person()).microphone, false);
  assert.equal(allowed(workshop(), room("speakers"), person({ has_floor: true })).camera, true);
  assert.equal(allowed(workshop(), room("speakers"), person({ role: "facilitator" })).camera, true);
});

test("an interpreter needs no floor to be heard, but to be seen", () => {
  const interpreter = allowed(workshop(), room("speakers"), person({ interprets: "en" }));
  assert.deepEqual(interpreter, { microphone: true, camera: false, screen: false });
});

test("nobody is heard as a viewer, in writing, after the end, or from nowhere", () => {
  assert.equal(allowed(workshop(), room(), person({ role: "viewer", has_floor: true })).microphone, false);
  assert.equal(allowed(workshop({ media: "text" }), room(), person()).microphone, false);
  assert.equal(allowed(workshop({ closed_at: 1 }), room(), person()).microphone, false);
  assert.equal(allowed(workshop(), undefined, person()).microphone, false);
});

const named = (name: string): Error => Object.assign(new Error(), { name });

test("errors of devices are told in words a person can act on", () => {
  assert.equal(troubleOf(named("NotAllowedError")), "denied");
  assert.equal(troubleOf(named("NotFoundError")), "missing");
  assert.equal(troubleOf(named("NotReadableError")), "busy");
  assert.equal(troubleOf(new CaptureFailed("insecure")), "insecure");
});

test("a chosen camera is asked for by itself, else the one that faces the person", () => {
  assert.deepEqual(constraintsOf("camera", { id: "x", facing: "user" }).deviceId, { exact: "x" });
  assert.equal(constraintsOf("camera", { id: "x", facing: "user" }).facingMode, undefined);
  assert.equal(constraintsOf("camera", { id: "", facing: "user" }).facingMode, "user");
});

test("silence is nothing and shouting is all", () => {
  assert.equal(loudness(new Float32Array(100)), 0);
  assert.equal(loudness(new Float32Array(100).fill(1)), 1);
  const speech = loudness(new Float32Array(100).fill(0.05));
  assert.ok(speech > 0.6 && speech < 0.8);
});

test("a cough is no talk, a sentence is, and the hint goes when it is over", () => {
  const talk = new MutedTalk();
  assert.equal(talk.hear(0.9, 0), false);
  assert.equal(talk.hear(0.9, 100), false);
  for (let at = 200; at < 1_200; at += 100) assert.equal(talk.hear(0.1, at), false);
  for (let at = 2_000; at < 2_300; at += 100) talk.hear(0.9, at);
  assert.equal(talk.hear(0.9, 2_300), true);
  for (let at = 2_400; at < 6_000; at += 100) assert.equal(talk.hear(0, at), true);
  for (let at = 6_000; at < 8_000; at += 100) talk.hear(0, at);
  assert.equal(talk.hear(0, 8_000), false);
});
