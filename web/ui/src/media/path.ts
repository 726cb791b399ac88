/** Which way the packets of a connection take. */

export type Path = "udp" | "tcp" | "relay" | "none";

/** The pair of addresses in use: what the browser calls it differs. */
export function pairIn(stats: RTCStatsReport): RTCIceCandidatePairStats | undefined {
  const all = [...values(stats)];
  const transport = all.find((each) => each.type === "transport") as RTCTransportStats | undefined;
  const selected = transport?.selectedCandidatePairId;
  const pairs = all.filter((each): each is RTCIceCandidatePairStats => each.type === "candidate-pair");
  return pairs.find((pair) => pair.id === selected) ?? pairs.find((pair) => pair.nominated && pair.state === "succeeded");
}

export function pathIn(stats: RTCStatsReport): Path {
  const local = stats.get(pairIn(stats)?.localCandidateId ?? "") as { candidateType?: string; protocol?: string } | undefined;
  if (!local) return "none";
  if (local.candidateType === "relay") return "relay";
  return local.protocol === "tcp" ? "tcp" : "udp";
}

export function* values(stats: RTCStatsReport): Generator<RTCStats> {
  for (const [, value] of stats as unknown as Map<string, RTCStats>) yield value;
}
