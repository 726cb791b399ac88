/** Asking the browser for a microphone, a camera or a screen, and putting its errors into a few words. */
import type { SourceName } from "./wire";

/**
 * `denied` by the person or their browser; `missing`: there is none; `busy`: another program has it; `ended`: it died
 * or was pulled out and nothing could take its place; `insecure`: browsers give no device to a page on plain http.
 */
export type DeviceTrouble = "denied" | "missing" | "busy" | "ended" | "insecure";

export type Facing = "user" | "environment";

export class CaptureFailed extends Error {
  constructor(readonly trouble: DeviceTrouble) {
    super(trouble);
  }
}

/** The person closed the choice of what to share: nothing is wrong. */
export class CaptureCancelled extends Error {}

export interface Choice {
  /** "" leaves it to the browser. */
  id: string;
  facing: Facing;
}

export function constraintsOf(kind: SourceName, { id, facing }: Choice): MediaTrackConstraints {
  const device: MediaTrackConstraints = id ? { deviceId: { exact: id } } : {};
  if (kind === "microphone") return { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  const side: MediaTrackConstraints = id ? {} : { facingMode: facing };
  return { ...device, ...side, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };
}

export async function capture(kind: SourceName, choice: Choice): Promise<MediaStream> {
  if (kind === "screen") return captureScreen();
  try {
    return await ask(kind, choice);
  } catch (error) {
    // The device liked before is not at hand, or refuses what it is asked: any other will do.
    if (choice.id && nameOf(error) === "OverconstrainedError") return capture(kind, { ...choice, id: "" });
    throw new CaptureFailed(troubleOf(error));
  }
}

/** One question to the person instead of two. Undefined where it cannot be had together: ask one by one. */
export async function captureBoth(microphone: Choice, camera: Choice): Promise<MediaStream | undefined> {
  try {
    return await devices().getUserMedia({ audio: constraintsOf("microphone", microphone), video: constraintsOf("camera", camera) });
  } catch (error) {
    if (error instanceof CaptureFailed) throw error;
    if (nameOf(error) === "NotAllowedError" && !(await isHalfDenied())) throw new CaptureFailed("denied");
    return undefined;
  }
}

export function troubleOf(error: unknown): DeviceTrouble {
  if (error instanceof CaptureFailed) return error.trouble;
  switch (nameOf(error)) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "busy";
  }
}

async function ask(kind: SourceName, choice: Choice): Promise<MediaStream> {
  const constraints = constraintsOf(kind, choice);
  return devices().getUserMedia(kind === "microphone" ? { audio: constraints } : { video: constraints });
}

async function captureScreen(): Promise<MediaStream> {
  try {
    const stream = await devices().getDisplayMedia({ video: { frameRate: { max: 15 } } });
    // Letters before movement: under a bad network it loses pictures, not sharpness.
    for (const track of stream.getVideoTracks()) track.contentHint = "detail";
    return stream;
  } catch (error) {
    // The same error for "I changed my mind" and for a system that forbids it; only its words differ.
    if (nameOf(error) === "NotAllowedError" && !/system/i.test((error as Error).message)) throw new CaptureCancelled();
    throw new CaptureFailed(troubleOf(error));
  }
}

function devices(): MediaDevices {
  if (!navigator.mediaDevices) throw new CaptureFailed("insecure");
  return navigator.mediaDevices;
}

/** Whether one of the two is forbidden for good and the other may still be had. */
async function isHalfDenied(): Promise<boolean> {
  const [microphone, camera] = await Promise.all([permission("microphone"), permission("camera")]);
  return (microphone === "denied") !== (camera === "denied");
}

async function permission(name: string): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: name as PermissionName })).state;
  } catch {
    return undefined;
  }
}

function nameOf(error: unknown): string {
  return (error as { name?: string } | null)?.name ?? "";
}
