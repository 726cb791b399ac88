/**
 * Who this tab speaks for. A session is kept per tab; the last one of a workshop is also kept for longer, so that a new
 * tab may ask "continue as before?".
 */
import { lasting, ofTab, read, write } from "./storage";

/** Its token is replaced by a newer one from time to time. */
export interface Session {
  readonly workshop: string;
  token: string;
}

/** What a new tab is offered. `link` is the join token one came by, to enter under another name. */
export interface LastSession {
  session: string;
  name: string;
  link?: string;
  /** The tokens it took the place of: a tab that still holds one goes on with this. */
  former?: string[];
}

const FORMER_MAX = 20;

export function sessionOf(workshop: string): Session | undefined {
  const token = read<string>(ofTab, tabKey(workshop));
  return token ? latest({ workshop, token }) : undefined;
}

/** With the token that another tab may have been given meanwhile. */
export function latest(session: Session): Session {
  const last = lastSessionOf(session.workshop);
  if (last?.former?.includes(session.token)) holdToken(session, last.session);
  return session;
}

export function renew(session: Session, token: string): void {
  const former = session.token;
  holdToken(session, token);
  const last = lastSessionOf(session.workshop);
  if (last?.session !== former || token === former) return;
  write(lasting, lastKey(session.workshop), { ...last, session: token, former: [...(last.former ?? []), former].slice(-FORMER_MAX) });
}

function holdToken(session: Session, token: string): void {
  session.token = token;
  write(ofTab, tabKey(session.workshop), token);
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
