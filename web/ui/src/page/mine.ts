/** What one wrote: the server says it in the person's language, this fetches it with their session and acts for them. */
import { forgetSession, lastSessionOf, sessionOf } from "../live/session";

export async function mine(box: HTMLElement): Promise<void> {
  const workshop = box.dataset["workshop"] ?? "";
  const session = sessionOf(workshop)?.token ?? lastSessionOf(workshop)?.session;
  const page = session ? await ask("page", session, { lang: document.documentElement.lang }) : undefined;
  box.removeAttribute("aria-busy");
  show(box, "wait", false);
  if (!session || page?.status === 401 || page?.status === 410) return show(box, "nobody", true);
  if (!page?.ok) return show(box, "failed", true);
  // Written by the server with every text escaped, and no script in it would run.
  box.innerHTML = await page.text();
  comeBack(box, session);
  answer(box, session);
  leave(box, session, workshop);
  takeAlong(box, session);
  beForgotten(box, session, workshop);
}

async function ask(
  what: string,
  session: string,
  query: Record<string, string> = {},
  body?: object,
): Promise<Response | undefined> {
  try {
    return await fetch(`/api/mine/${what}?${new URLSearchParams(query).toString()}`, {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${session}`, ...(body && { "Content-Type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    return undefined;
  }
}

function comeBack(box: HTMLElement, session: string): void {
  const part = section(box, "back");
  const make = one(part, "make");
  const url = one(part, "url");
  const qr = one(part, "qr");
  make?.addEventListener("click", () => void shown());
  one(part, "copy")?.addEventListener("click", () => {
    void navigator.clipboard.writeText(url?.textContent ?? "").then(() => say(part, "copied"));
  });
  one(part, "revoke")?.addEventListener("click", () => void revoked());

  async function shown(): Promise<void> {
    const answer = await ask("link", session, {}, {});
    if (!answer?.ok) return say(part, "refused");
    const way = (await answer.json()) as { url: string; qr: string };
    if (url) url.textContent = way.url;
    qr?.setAttribute("src", way.qr);
    show(part, "way", true);
    if (make) make.hidden = true;
    one(part, "copy")?.focus();
  }

  async function revoked(): Promise<void> {
    const answer = await ask("link/revoke", session, {}, {});
    if (!answer?.ok) return say(part, "refused");
    show(part, "way", false);
    if (make) make.hidden = false;
    make?.focus();
    say(part, "revoked");
  }
}

/** What one was asked when one came in: to be said differently, or taken back. */
function answer(box: HTMLElement, session: string): void {
  const part = section(box, "answers");
  const form = one(part, "answers") as HTMLFormElement | null;
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const said: Record<string, string> = {};
    for (const { name, value } of form.querySelectorAll("select")) if (value) said[name.replace("answer-", "")] = value;
    void keep(said, "kept");
  });
  one(part, "forget")?.addEventListener("click", () => void keep(null, "forgotten"));

  async function keep(answers: object | null, done: string): Promise<void> {
    const answer = await ask("answers", session, {}, { answers });
    if (answer?.ok && !answers) for (const select of form?.querySelectorAll("select") ?? []) select.value = "";
    say(part, answer?.ok ? done : "refused");
  }
}

/** On every device. */
function leave(box: HTMLElement, session: string, workshop: string): void {
  const part = section(box, "leave");
  one(part, "leave")?.addEventListener("click", () => void left());

  async function left(): Promise<void> {
    const answer = await ask("sessions/end", session, {}, {});
    if (!answer?.ok) return say(part, "refused");
    forgetSession(workshop);
    showAlone(box, "left");
  }
}

function takeAlong(box: HTMLElement, session: string): void {
  const button = one(section(box, "take"), "export");
  button?.addEventListener("click", () => void taken(button));

  async function taken(button: HTMLElement): Promise<void> {
    const answer = await ask("export", session);
    if (!answer?.ok) return say(section(box, "take"), "refused", box);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = button.dataset["name"] ?? "";
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

function beForgotten(box: HTMLElement, session: string, workshop: string): void {
  const form = one(box, "erase") as HTMLFormElement | null;
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    void forgotten(form);
  });

  async function forgotten(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector("button");
    if (button) button.disabled = true;
    const texts = new FormData(form).get("texts") === "1";
    const answer = await ask("erase", session, {}, { texts });
    if (button) button.disabled = false;
    if (!answer?.ok) return say(form, "refused", box);
    forgetSession(workshop);
    show(box, "done-texts", texts);
    showAlone(box, "done");
  }
}

/** What is left to say, in the place of all there was. */
function showAlone(box: HTMLElement, mark: string): void {
  const part = one(box, mark);
  if (!part) return;
  box.replaceChildren(part);
  part.hidden = false;
  part.focus();
}

function section(box: HTMLElement, heading: string): HTMLElement {
  return box.querySelector<HTMLElement>(`section[aria-labelledby="${heading}"]`) ?? box;
}

function one(within: ParentNode, mark: string): HTMLElement | null {
  return within.querySelector<HTMLElement>(`[data-${mark}]`);
}

function show(within: ParentNode, mark: string, isShown: boolean): void {
  const place = one(within, mark);
  if (place) place.hidden = !isShown;
}

/** The words of a mark, said where a screen reader hears them. */
function say(part: ParentNode, mark: string, words: ParentNode = part): void {
  const said = one(part, "said");
  if (said) said.textContent = one(words, mark)?.textContent ?? "";
}
