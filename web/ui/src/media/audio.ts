/** The page's one AudioContext, made when it is first needed: browsers count them. */

let shared: AudioContext | undefined;

/** Browsers let no page sound, and complain when it tries, before the person has touched it. */
export function mayBegin(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

export function audio(): AudioContext {
  shared ??= new AudioContext();
  return shared;
}

/** It may have fallen asleep, as when a phone call took the sound away. */
export function wakeAudio(): void {
  if (shared && shared.state !== "running" && mayBegin()) void shared.resume().catch(() => undefined);
}
