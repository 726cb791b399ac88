/** How the connection does, read from its statistics. */

/**
 * `nothing_in`, `nothing_out`: no packets come or leave; `loss_in`, `loss_out`: many are lost; `slow_in`, `slow_out`:
 * the network carries less than wished; `processor`: the computer cannot keep up; `late`: long round trips;
 * `relayed`, `tcp`: the direct path is closed here, a detour is used (works, with more delay).
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
  path: "udp" | "tcp" | "relay" | "none";
  round_trip_ms: number;
  /** 0 to 1, of the last seconds. */
  loss_in: number;
  loss_out: number;
  /** Kilobits per second. */
  rate_in: number;
  rate_out: number;
}
