/** Whoever was here before by this link is offered to be the same person again. */
import { forgetSession, keepSession, lastSessionOf, renew } from "../live/session";

export function offerToContinue(offer: HTMLElement): void {
  const { workshop, token, to } = offer.dataset;
  if (!workshop || !token || !to) return;
  const last = lastSessionOf(workshop);
  if (!last || last.link !== token) return;
  const name = offer.querySelector("[data-name]");
  const button = offer.querySelector("button");
  if (!name || !button) return;
  name.textContent = last.name;
  offer.hidden = false;
  button.addEventListener("click", () => void again());

  async function again(): Promise<void> {
    if (!workshop || !token || !to || !last || !button) return;
    button.disabled = true;
    const answer = await ask(token, last.session);
    button.disabled = false;
    // Without an answer the offer stays, to be pressed again; after a refusal there is nobody to continue as.
    if (!answer) return;
    if (!answer.ok) {
      forgetSession(workshop);
      offer.hidden = true;
      document.getElementById("name")?.focus();
      return;
    }
    const { session, name } = (await answer.json()) as { session: string; name: string };
    renew({ workshop, token: last.session }, session);
    keepSession(workshop, { ...lastSessionOf(workshop), session, name, link: token });
    location.assign(to);
  }
}

async function ask(token: string, session: string): Promise<Response | undefined> {
  try {
    return await fetch("/api/join", {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${session}` },
      body: JSON.stringify({ token }),
    });
  } catch {
    return undefined;
  }
}
