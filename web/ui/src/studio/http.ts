/** What the studio asks over HTTP, as the person whose session this is. */
import { save } from "../live/http";
import type { Refusal } from "../protocol";

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Throws Refused, also where nobody answers. */
export async function ask<T>(session: string, method: Method, path: string, body?: unknown): Promise<T> {
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = { Authorization: `Bearer ${session}` };
  if (body !== undefined && !isForm) headers["Content-Type"] = "application/json";
  const sent = body === undefined ? null : isForm || body instanceof Blob ? body : JSON.stringify(body);
  const answer = await fetch(path, { method, headers, body: sent }).catch(() => undefined);
  return (await (await granted(answer)).json()) as T;
}

/** Throws Refused. */
export async function askFile(session: string, path: string): Promise<Blob> {
  const answer = await fetch(path, { headers: { Authorization: `Bearer ${session}` } }).catch(() => undefined);
  return (await granted(answer)).blob();
}

async function granted(answer: Response | undefined): Promise<Response> {
  if (!answer) throw unreachable();
  if (answer.ok) return answer;
  const { refused } = (await answer.json().catch(() => ({}))) as { refused?: Refusal };
  throw refused ? new Refused(refused) : unreachable();
}

/** A file as it is, told how much of it has left. Throws Refused. Nothing of `fetch` tells that yet. */
export function askWithFile<T>(session: string, path: string, file: Blob, onsent: (share: number) => void, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Authorization", `Bearer ${session}`);
    request.setRequestHeader("Content-Type", "application/zip");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onsent(total ? loaded / total : 0);
    request.upload.onload = () => onsent(1);
    request.onerror = request.onabort = () => reject(unreachable());
    request.onload = () => {
      const answer = request.response as (T & { refused?: Refusal }) | null;
      if (request.status < 300 && answer) resolve(answer);
      else reject(answer?.refused ? new Refused(answer.refused) : unreachable());
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** No server says this: there was none, or something else answered in its place. */
function unreachable(): Refused {
  return new Refused({ code: "unreachable", details: {} } as unknown as Refusal);
}

/** Gives what was asked for to the browser to keep. */
export function saveJson(value: unknown, name: string): void {
  save(new Blob([JSON.stringify(value, undefined, 2)], { type: "application/json" }), `${name}.json`);
}
