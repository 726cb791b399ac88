/** Whether packets get through from this network, tried on a connection of its own before joining. */
import { pathIn } from "./path";
import { Peer, probe } from "./peer";
import type { MediaServer } from "./server";
import type { DeviceClass } from "./wire";

/** `blocked`: a firewall lets nothing through, not even over TCP or a relay. */
export type Reach = "unknown" | "trying" | "direct" | "tcp" | "relay" | "blocked";

const PATIENCE_MS = 8_000;

/** `isDue` says whether it is still wanted: beside a call of the same person there is room for no other connection. */
export async function tryOut(server: MediaServer, device: DeviceClass, isDue: () => boolean): Promise<Reach> {
  let connected: () => void = () => undefined;
  const success = new Promise<void>((resolve) => (connected = resolve));
  let peer: Peer | undefined;
  try {
    peer = new Peer(probe(device), await server.iceServers(), (state) => state === "connected" && connected());
    await peer.negotiate((offer) => (isDue() ? server.answer(offer) : Promise.reject(new Error("not due"))));
    await Promise.race([success, late()]);
    const path = pathIn(await peer.connection.getStats());
    return path === "tcp" || path === "relay" ? path : "direct";
  } catch {
    return isDue() ? "blocked" : "unknown";
  } finally {
    peer?.close();
    if (peer) server.leave(peer.id);
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("no way through")), PATIENCE_MS));
}
