/**
 * Who this tab speaks for. A session is kept per tab; the last one of a workshop is also kept for longer, so that a new
 * tab may ask "continue as before?".
 */
import { lasting, ofTab, read, write } from "./storage";

export interface Session {
  workshop: string;
  token: string;
}

/** What a new tab is offered. `link` is the join token one came by, to enter under another name. */
export interface LastSession {
  session: string;
  name: string;
  link?: string;
}

export function sessionOf(workshop: string): Session | undefined {
  const token = read<string>(ofTab, tabKey(workshop));
  return token ? { workshop, token } : undefined;
}

export function lastSessionOf(workshop: string): LastSession | undefined {
  return read<LastSession>(lasting, lastKey(workshop));
}

export function keepSession(workshop: string, last: LastSession): void {
  write(ofTab, tabKey(workshop), last.session);
  write(lasting, lastKey(workshop), last);
}

export function forgetSession(workshop: string): void {
  write(ofTab, tabKey(workshop), undefined);
  write(lasting, lastKey(workshop), undefined);
}

/** The workshop a live page is about: /w/{workshop}/room. */
export function workshopOfPage(): string {
  return decodeURIComponent(location.pathname.split("/")[2] ?? "");
}

const tabKey = (workshop: string): string => `palabre.session.${workshop}`;
const lastKey = (workshop: string): string => `palabre.last.${workshop}`;
