/** How the connection does, read from two samples of its statistics a few seconds apart. */
import { pairIn, pathIn, values, type Path } from "./path";

/**
 * `nothing_in`, `nothing_out`: no packets come or leave although some should; `loss_in`, `loss_out`: many are lost;
 * `slow_in`, `slow_out`: the network carries less than wished; `processor`: the computer cannot keep up; `late`: long
 * round trips; `relayed`, `tcp`: the direct path is closed here, a detour is used (works, with more delay).
 */
export type NetworkTrouble =
  | "nothing_in"
  | "nothing_out"
  | "loss_in"
  | "loss_out"
  | "slow_in"
  | "slow_out"
  | "processor"
  | "late"
  | "relayed"
  | "tcp";

export interface Report {
  /** 0 cut off, 1 bad, 2 fair, 3 good. */
  quality: number;
  troubles: NetworkTrouble[];
  path: Path;
  round_trip_ms: number;
  /** 0 to 1, of the last seconds. */
  loss_in: number;
  loss_out: number;
  /** Kilobits per second. */
  rate_in: number;
  rate_out: number;
}

/** Sums since the connection began. */
export interface Sample {
  at: number;
  path: Path;
  round_trip_ms: number;
  received: number;
  lost: number;
  bytes_in: number;
  sent: number;
  lost_out: number;
  bytes_out: number;
  freezes: number;
  limits: string[];
}

/** Whether somebody is heard or seen, whether somebody hears or sees us: else silence is no trouble. */
export interface Expected {
  in: boolean;
  out: boolean;
}

const LATE_MS = 400;
const VERY_LATE_MS = 800;
const LOSS = 0.05;
const HEAVY_LOSS = 0.12;
/** Kilobits per second: sound and a small picture. More than that and a slow network is no trouble of the person's. */
const NARROW = 350;
/** Said at once; anything else only when it lasts. */
const STANDING = new Set<NetworkTrouble>(["relayed", "tcp"]);
const BAD = new Set<NetworkTrouble>(["nothing_in", "nothing_out"]);

export function sampleOf(stats: RTCStatsReport, at: number): Sample {
  const sample: Sample = {
    at,
    path: pathIn(stats),
    round_trip_ms: (pairIn(stats)?.currentRoundTripTime ?? 0) * 1000,
    received: 0,
    lost: 0,
    bytes_in: 0,
    sent: 0,
    lost_out: 0,
    bytes_out: 0,
    freezes: 0,
    limits: [],
  };
  for (const each of values(stats)) add(sample, each);
  return sample;
}

export function compare(before: Sample, now: Sample, expected: Expected): Report {
  const received = grown(before.received, now.received);
  const sent = grown(before.sent, now.sent);
  const milliseconds = Math.max(1, now.at - before.at);
  const report: Report = {
    quality: 3,
    troubles: [],
    path: now.path,
    round_trip_ms: Math.round(now.round_trip_ms),
    loss_in: share(grown(before.lost, now.lost), received),
    loss_out: share(grown(before.lost_out, now.lost_out), sent, true),
    rate_in: Math.round((8 * grown(before.bytes_in, now.bytes_in)) / milliseconds),
    rate_out: Math.round((8 * grown(before.bytes_out, now.bytes_out)) / milliseconds),
  };
  const found: [NetworkTrouble, boolean][] = [
    ["nothing_in", expected.in && received === 0],
    ["nothing_out", expected.out && sent === 0],
    ["loss_in", report.loss_in > LOSS],
    ["loss_out", report.loss_out > LOSS],
    ["slow_in", now.freezes > before.freezes && report.loss_in <= LOSS],
    ["slow_out", now.limits.includes("bandwidth") && report.rate_out < NARROW],
    ["processor", now.limits.includes("cpu")],
    ["late", report.round_trip_ms > LATE_MS],
    ["relayed", now.path === "relay"],
    ["tcp", now.path === "tcp"],
  ];
  report.troubles = found.filter(([, isSo]) => isSo).map(([trouble]) => trouble);
  return report;
}

/** What was so last time too, and how well that lets one take part. */
export function steady(before: Report | undefined, now: Report): Report {
  const troubles = now.troubles.filter((trouble) => STANDING.has(trouble) || before?.troubles.includes(trouble));
  return { ...now, troubles, quality: qualityOf(troubles, now) };
}

function qualityOf(troubles: NetworkTrouble[], { path, loss_in, loss_out, round_trip_ms }: Report): number {
  if (path === "none") return 0;
  const isBad = Math.max(loss_in, loss_out) > HEAVY_LOSS || round_trip_ms > VERY_LATE_MS;
  if (troubles.some((trouble) => BAD.has(trouble) || (isBad && !STANDING.has(trouble)))) return 1;
  return troubles.some((trouble) => !STANDING.has(trouble)) ? 2 : 3;
}

function add(sample: Sample, stat: RTCStats): void {
  const read = stat as RTCStats & Record<string, unknown>;
  const number = (name: string): number => (typeof read[name] === "number" ? read[name] : 0);
  switch (stat.type) {
    case "inbound-rtp":
      sample.received += number("packetsReceived");
      sample.lost += number("packetsLost");
      sample.bytes_in += number("bytesReceived");
      sample.freezes += number("freezeCount");
      break;
    case "outbound-rtp":
      sample.sent += number("packetsSent");
      sample.bytes_out += number("bytesSent");
      // An encoding that is switched off says what limited it last.
      if (read.active !== false && typeof read.qualityLimitationReason === "string") sample.limits.push(read.qualityLimitationReason);
      break;
    case "remote-inbound-rtp":
      sample.lost_out += number("packetsLost");
      sample.round_trip_ms ||= number("roundTripTime") * 1000;
      break;
  }
}

/** A counter that fell began anew. */
function grown(before: number, now: number): number {
  return Math.max(0, now - before);
}

/** Of those that came or, when `isWhole`, of all that were sent. */
function share(lost: number, others: number, isWhole = false): number {
  const all = isWhole ? others : others + lost;
  return all ? Math.min(1, lost / all) : 0;
}
