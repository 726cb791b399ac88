/** What the page notices of the network under it. */

export function listen(target: EventTarget, name: string, listener: (event: Event) => void): () => void {
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}

/** From the hall's network to the phone's own: only the kind counts, for browsers also tell each change of speed. */
export function watchNetwork(changed: () => void): () => void {
  const network = (navigator as { connection?: EventTarget & { type?: string } }).connection;
  if (!network) return () => undefined;
  let { type } = network;
  return listen(network, "change", () => {
    if (network.type === type) return;
    ({ type } = network);
    changed();
  });
}
