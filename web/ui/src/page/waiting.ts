/** At a door that waits: asks again gently, as the same person, also after the page was closed and the link opened again. */
import { keepSession, lastSessionOf } from "../live/session";
import { lasting, read, write } from "../live/storage";

interface Attempt {
  attempt: string;
  name: string;
  answers?: Record<string, string>;
}

const FIRST_MS = 2_000;
const LAST_MS = 8_000;
const key = (token: string): string => `palabre.waiting.${token}`;

export function wait(box: HTMLElement): void {
  const { token = "", attempt = "", name = "", identity = "", workshop = "", to = "" } = box.dataset;
  const status = box.querySelector<HTMLElement>("[role=status]");
  const offline = box.querySelector<HTMLElement>("[data-offline]");
  const answers = JSON.parse(box.dataset["answers"] || "{}") as Record<string, string>;
  write(lasting, key(token), { attempt, name, answers });
  let pause = FIRST_MS;
  later();

  function later(): void {
    // A little apart from one another, so that a hall full of people does not ask in one breath.
    setTimeout(() => void again(), pause * (0.8 + Math.random() * 0.4));
    pause = Math.min(pause * 1.2, LAST_MS);
  }

  async function again(): Promise<void> {
    const answer = await ask({ token, name, attempt, identity, answers, before: lastSessionOf(workshop)?.session });
    if (offline) offline.hidden = answer !== undefined;
    if (!answer || answer.status === 202 || answer.status >= 500 || answer.status === 429) return later();
    if (answer.ok) return enter((await answer.json()) as { session: string; name: string });
    refused((await answer.json()) as { refused: { code: string; details: { words?: string } } });
  }

  function enter({ session, name }: { session: string; name: string }): void {
    write(lasting, key(token), undefined);
    keepSession(workshop, { session, name, link: token });
    location.replace(to);
  }

  function refused({ refused: { code, details } }: { refused: { code: string; details: { words?: string } } }): void {
    write(lasting, key(token), undefined);
    // What else may have happened since has a page of its own, which the link leads to.
    if (code !== "turned_away") return location.replace(`/j/${token}${location.search}`);
    const told = box.querySelector<HTMLElement>("[data-refused]");
    const words = box.querySelector<HTMLElement>("[data-words]");
    if (words && details.words) {
      words.textContent = details.words;
      words.hidden = false;
    }
    for (const part of box.children) (part as HTMLElement).hidden = part !== told;
    told?.focus();
    status?.remove();
  }
}

/** The form through which one comes in: it remembers who was banned here, and whoever waits already goes on waiting. */
export function remember(form: HTMLFormElement): void {
  const { workshop = "", token = "" } = form.dataset;
  fill(form, "before", lastSessionOf(workshop)?.session ?? "");
  const waiting = read<Attempt>(lasting, key(token));
  if (!waiting) return;
  fill(form, "name", waiting.name);
  fill(form, "attempt", waiting.attempt);
  for (const [question, option] of Object.entries(waiting.answers ?? {})) fill(form, `answer-${question}`, option);
  // Once: whoever comes back to the form finds it, and can enter another name.
  write(lasting, key(token), undefined);
  form.submit();
}

function fill(form: HTMLFormElement, field: string, value: string): void {
  const input = form.elements.namedItem(field);
  if (input instanceof HTMLInputElement || input instanceof HTMLSelectElement) input.value = value;
}

async function ask(wish: object): Promise<Response | undefined> {
  try {
    return await fetch("/api/join", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wish),
    });
  } catch {
    return undefined;
  }
}
