import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, sampleOf, steady, type Report, type Sample } from "../src/media/report";

const nothing: Sample = {
  at: 0,
  path: "udp",
  round_trip_ms: 20,
  received: 0,
  lost: 0,
  bytes_in: 0,
  sent: 0,
  lost_out: 0,
  bytes_out: 0,
  freezes: 0,
  limits: [],
};
const well: Sample = { ...nothing, at: 3_000, received: 300, bytes_in: 37_500, sent: 150, bytes_out: 75_000 };
const both = { in: true, out: true };

/** What is said once it has been so twice. */
function settled(now: Sample, expected = both): Report {
  const first = compare(nothing, now, expected);
  return steady(first, first);
}

test("a good connection is told without troubles", () => {
  const report = settled(well);
  assert.deepEqual(report.troubles, []);
  assert.equal(report.quality, 3);
  assert.equal(report.rate_in, 100);
  assert.equal(report.rate_out, 200);
});

test("what happens once is not told", () => {
  const first = compare(nothing, { ...well, lost: 100 }, both);
  assert.deepEqual(steady(undefined, first).troubles, []);
  assert.deepEqual(steady(first, first).troubles, ["loss_in"]);
});

test("a detour is told at once and is no bad quality", () => {
  const report = steady(undefined, compare(nothing, { ...well, path: "tcp" }, both));
  assert.deepEqual(report.troubles, ["tcp"]);
  assert.equal(report.quality, 3);
});

test("silence is a trouble only where something is expected", () => {
  assert.deepEqual(settled({ ...nothing, at: 3_000 }).troubles, ["nothing_in", "nothing_out"]);
  assert.equal(settled({ ...nothing, at: 3_000 }).quality, 1);
  assert.deepEqual(settled({ ...nothing, at: 3_000 }, { in: false, out: false }).troubles, []);
});

test("some loss is fair, heavy loss is bad", () => {
  assert.equal(settled({ ...well, lost_out: 12 }).quality, 2);
  assert.equal(settled({ ...well, lost_out: 40 }).quality, 1);
});

test("freezes without loss mean a slow network", () => {
  assert.deepEqual(settled({ ...well, freezes: 2 }).troubles, ["slow_in"]);
  assert.deepEqual(settled({ ...well, freezes: 2, lost: 100 }).troubles, ["loss_in"]);
});

test("what limits the camera is told apart", () => {
  assert.deepEqual(settled({ ...well, limits: ["none", "cpu"] }).troubles, ["processor"]);
  assert.deepEqual(settled({ ...well, limits: ["bandwidth"] }).troubles, ["slow_out"]);
});

test("a network that carries a fair picture is not called slow", () => {
  assert.deepEqual(settled({ ...well, bytes_out: 300_000, limits: ["bandwidth"] }).troubles, []);
});

test("no path is no connection", () => {
  assert.equal(settled({ ...well, path: "none" }).quality, 0);
});

test("a counter that begins anew is no flood", () => {
  const report = compare(well, { ...nothing, at: 6_000, received: 10 }, both);
  assert.equal(report.rate_in, 0);
  assert.equal(report.loss_in, 0);
});

const stats = (...all: Record<string, unknown>[]): RTCStatsReport =>
  new Map(all.map((each) => [each.id as string, each])) as unknown as RTCStatsReport;

test("the sums of all streams are taken, and the path of the pair in use", () => {
  const sample = sampleOf(
    stats(
      { id: "t", type: "transport", selectedCandidatePairId: "p2" },
      { id: "p1", type: "candidate-pair", localCandidateId: "l1", currentRoundTripTime: 0.3 },
      { id: "p2", type: "candidate-pair", localCandidateId: "l2", currentRoundTripTime: 0.04 },
      { id: "l1", type: "local-candidate", candidateType: "host", protocol: "udp" },
      { id: "l2", type: "local-candidate", candidateType: "relay", protocol: "udp" },
      { id: "i1", type: "inbound-rtp", packetsReceived: 5, packetsLost: 1, bytesReceived: 500 },
      { id: "i2", type: "inbound-rtp", packetsReceived: 7, packetsLost: 0, bytesReceived: 700, freezeCount: 2 },
      { id: "o1", type: "outbound-rtp", packetsSent: 9, bytesSent: 900, active: true, qualityLimitationReason: "cpu" },
      { id: "o2", type: "outbound-rtp", packetsSent: 1, bytesSent: 100, active: false, qualityLimitationReason: "bandwidth" },
      { id: "r1", type: "remote-inbound-rtp", packetsLost: 3, roundTripTime: 0.1 },
    ),
    1_000,
  );
  assert.deepEqual(sample, {
    at: 1_000,
    path: "relay",
    round_trip_ms: 40,
    received: 12,
    lost: 1,
    bytes_in: 1_200,
    sent: 10,
    lost_out: 3,
    bytes_out: 1_000,
    freezes: 2,
    limits: ["cpu"],
  });
});

test("Firefox names no transport: the nominated pair counts", () => {
  const sample = sampleOf(
    stats(
      { id: "p", type: "candidate-pair", localCandidateId: "l", nominated: true, state: "succeeded", currentRoundTripTime: 0.02 },
      { id: "l", type: "local-candidate", candidateType: "host", protocol: "tcp" },
    ),
    0,
  );
  assert.equal(sample.path, "tcp");
});
