/** One has come in: keep the session, and go where it leads without leaving the form to go back to. */
import { keepSession } from "../live/session";

export function enter(entered: HTMLElement): void {
  const { workshop, session, name, link, to } = entered.dataset;
  if (!workshop || !session || !to) return;
  keepSession(workshop, { session, name: name ?? "", ...(link && { link }) });
  location.replace(to);
}
