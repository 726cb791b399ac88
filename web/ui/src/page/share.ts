/** The links to give away, for staff: the page holds the words, the links come with the session of this tab. */
import { lastSessionOf, sessionOf } from "../live/session";

interface Shared {
  title: string;
  links: Link[];
}

interface Link {
  role: string;
  url: string;
  code: string | null;
  qr: string;
  label: string;
  expires_at: number | null;
  revoked_at: number | null;
}

export async function share(box: HTMLElement): Promise<void> {
  const shared = await sharedOf(box.dataset["workshop"] ?? "");
  box.removeAttribute("aria-busy");
  show(box, "status", false);
  if (!shared) return show(box, "failed", true);
  // On a wall, the sheet says what it is the way into.
  say(document, "title", shared.title);
  show(document, "eyebrow", true);
  const now = Date.now();
  const valid = shared.links.filter((link) => link.revoked_at === null && (link.expires_at ?? Infinity) > now);
  // Templates stand in the order in which roles are shown, the widest invitation first.
  for (const template of document.querySelectorAll<HTMLTemplateElement>("template[data-role]"))
    for (const link of valid) if (link.role === template.dataset["role"]) box.append(card(template, link, shared.title));
  const print = document.querySelector<HTMLButtonElement>("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
}

async function sharedOf(workshop: string): Promise<Shared | undefined> {
  const session = sessionOf(workshop)?.token ?? lastSessionOf(workshop)?.session;
  if (!session) return undefined;
  try {
    const answer = await fetch("/api/links", { headers: { Authorization: `Bearer ${session}` } });
    return answer.ok ? ((await answer.json()) as Shared) : undefined;
  } catch {
    return undefined;
  }
}

function card(template: HTMLTemplateElement, link: Link, title: string): DocumentFragment {
  const card = template.content.cloneNode(true) as DocumentFragment;
  say(card, "for", title);
  say(card, "code", link.code ?? "");
  show(card, "with-code", link.code !== null);
  say(card, "url", link.url);
  card.querySelector<HTMLImageElement>("[data-qr]")?.setAttribute("src", link.qr);
  if (link.expires_at !== null) {
    show(card, "expires", true);
    const time = card.querySelector("time");
    const at = new Date(link.expires_at);
    if (time) {
      time.dateTime = at.toISOString();
      time.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    }
  }
  const copied = card.querySelector<HTMLElement>("[data-copied]");
  card.querySelector("[data-copy]")?.addEventListener("click", () => {
    void navigator.clipboard.writeText(link.url).then(() => copied && (copied.hidden = false));
  });
  return card;
}

function say(within: ParentNode, mark: string, text: string): void {
  const place = within.querySelector(`[data-${mark}]`);
  if (place) place.textContent = text;
}

function show(within: ParentNode, mark: string, isShown: boolean): void {
  const place = within.querySelector<HTMLElement>(`[data-${mark}]`);
  if (place) place.hidden = !isShown;
}
