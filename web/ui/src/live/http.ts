/** The few things the desk asks over HTTP, as the person whose session this is. */
import { latest, type Session } from "./session";
import type { Refusal } from "../protocol";
import { refusalText, t } from "../text/text.svelte";

/** What could not be done, as a sentence; and why, where the server has said so. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly refusal?: Refusal,
  ) {
    super(message);
  }
}

/** Throws a Failure whose message is a sentence for the person. */
export async function call(session: Session, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Authorization", `Bearer ${latest(session).token}`);
  const response = await fetch(path, { ...init, headers }).catch(() => undefined);
  if (!response) throw new Failure(t("http-failed"));
  if (response.ok) return response;
  const body = (await response.json().catch(() => undefined)) as { refused?: Refusal } | undefined;
  throw new Failure(body?.refused ? refusalText(body.refused) : t("http-failed"), body?.refused);
}

export function post(session: Session, path: string, body?: unknown): Promise<Response> {
  return call(session, path, {
    method: "POST",
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
}

/** What was thrown, as a sentence. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : t("http-failed");
}

/** Gives a file to the browser to keep. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read the bytes only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
