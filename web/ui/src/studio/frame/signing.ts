/** Signing in: what the tab keeps while one reads one's mail, or is away at the provider. */
import { ofTab, read, write } from "../../live/storage";
import { language } from "../../text/text.svelte";
import type { AskCode, AskProvider, CodeAsked, ComeFromProvider, GiveCode, ProviderAsked, SignInWays, StudioSession } from "../api";
import { ask, Refused } from "../http";

const CODE = "palabre.sign-in";
const AWAY = "palabre.openid";
/** The last part of the address to which the provider sends back. */
export const BACK = "openid";
const INVITED = "invited-";

export type Asked = CodeAsked & { email: string };

export const isInvitation = (token: string): boolean => token.startsWith(INVITED);

export const ways = (): Promise<SignInWays> => ask("", "GET", "/api/studio/ways");

/** A code that was asked for in this tab and is still good. */
export function asked(): Asked | undefined {
  const kept = read<Asked>(ofTab, CODE);
  return kept && kept.until > Date.now() ? kept : undefined;
}

export function forget(): void {
  write(ofTab, CODE, undefined);
}

export async function askCode(email: string): Promise<Asked> {
  const wish: AskCode = { email, language: language() };
  const kept = { ...(await ask<CodeAsked>("", "POST", "/api/studio/code", wish)), email };
  write(ofTab, CODE, kept);
  return kept;
}

export async function giveCode(attempt: string, code: string): Promise<StudioSession> {
  const wish: GiveCode = { attempt, code };
  const session = await ask<StudioSession>("", "POST", "/api/studio/code/session", wish);
  forget();
  return session;
}

/** Leaves the page. */
export async function goToProvider(again: boolean): Promise<void> {
  const wish: AskProvider = { again };
  const { attempt, url } = await ask<ProviderAsked>("", "POST", "/api/studio/openid", wish);
  write(ofTab, AWAY, { attempt, hash: location.hash });
  location.assign(url);
}

/** As the provider has sent one back; the place where one was is put into the address again. */
export async function comeBack(): Promise<StudioSession> {
  const away = read<{ attempt: string; hash: string }>(ofTab, AWAY);
  write(ofTab, AWAY, undefined);
  const told = new URLSearchParams(location.search);
  history.replaceState(null, "", `/studio${away?.hash ?? ""}`);
  const [state, code] = [told.get("state"), told.get("code")];
  if (!away || !state || !code) throw new Refused({ code: told.has("error") ? "sign_in_failed" : "sign_in_over", details: {} });
  const wish: ComeFromProvider = { attempt: away.attempt, state, code, iss: told.get("iss") };
  return ask("", "POST", "/api/studio/openid/session", wish);
}

export const accept = (token: string): Promise<StudioSession> => ask("", "POST", "/api/studio/invitation/session", { token });
