/** A code on its way by mail: whoever comes back from reading it to a page that was loaded anew, also in another language, is asked for it again. */
import { ofTab, read, write } from "../live/storage";

interface Asked {
  email: string;
  attempt?: string;
  until: number;
}

const GOOD_MS = 10 * 60_000;
const key = (token: string): string => `palabre.code.${token}`;
const field = (form: HTMLFormElement, name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;

/** The form that asks for the code. */
export function keepCode(form: HTMLFormElement): void {
  const { token = "", door = "" } = form.dataset;
  const [email, attempt] = [field(form, "email").value, field(form, "attempt").value];
  const before = read<Asked>(ofTab, key(token));
  const until = before?.attempt === attempt ? before.until : Date.now() + GOOD_MS;
  write(ofTab, key(token), { email, attempt, until });
  // Loaded anew, this page must not ask for another letter.
  history.replaceState(null, "", door);
  form.addEventListener("submit", () => write(ofTab, key(token), undefined));
  form.querySelector("[data-again]")?.addEventListener("click", () => write(ofTab, key(token), { email, until }));
}

/** The form that asks for the address. */
export function goOnWithCode(form: HTMLFormElement): void {
  const { token = "" } = form.dataset;
  const kept = read<Asked>(ofTab, key(token));
  if (!kept || kept.until < Date.now()) return;
  field(form, "email").value ||= kept.email;
  if (!kept.attempt) return;
  field(form, "attempt").value = kept.attempt;
  form.submit();
}
