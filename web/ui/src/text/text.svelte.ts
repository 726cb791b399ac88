/** What the page says, in the person's language: `t("id", {…})`, reactive, from the catalogues of web/locales. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Refusal } from "../protocol";
import type { MessageId } from "./message-id";

export type { MessageId };
export type Catalogue =
  | "common"
  | "activities"
  | "conclusion"
  | "reporting"
  | "methods"
  | "library"
  | "media"
  | "polls"
  | "room"
  | "desk"
  | "floor"
  | "tower"
  | "agenda"
  | "rehearsal"
  | "studio"
  | "studio-doors"
  | "studio-refusals"
  | "tallies"
  | "minutes-page"
  | "order"
  | "compose";
export type Language = "fr" | "en" | "ar";

export const LANGUAGES: Record<Language, string> = { fr: "Français", en: "English", ar: "العربية" };
/** Arabic with the digits and the hours of the codes and clocks around it, as in Morocco, Algeria and Tunisia. */
export const LOCALES: Record<Language, string> = { fr: "fr", en: "en", ar: "ar-u-hc-h23-nu-latn" };

/** Addresses: texts are data, fetched as they are and not as a script to be parsed. */
const files = import.meta.glob<string>("../../../locales/*/{common,activities,conclusion,reporting,media,order,polls,room,desk,floor,minutes-page}.ftl", {
  query: "?url&no-inline",
  import: "default",
  eager: true,
});

class Speech {
  language = $state<Language>("fr");
  bundle = $state.raw<FluentBundle>();
}

const speech = new Speech();

/** Loads a language and turns the page to it. `own` are the addresses of what this page alone says. */
export async function speak(language: Language, catalogues: Catalogue[], own: Record<string, string> = {}): Promise<void> {
  const bundle = await gather(language, catalogues, { ...files, ...own });
  speech.language = language;
  speech.bundle = bundle;
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

/** How to say in another language what is kept for everybody, whatever the page speaks. */
export async function saidIn(language: string, catalogue: Catalogue): Promise<typeof t> {
  if (language === speech.language || !(language in LANGUAGES)) return t;
  const bundle = await gather(language as Language, [catalogue], files);
  return (id, args) => format(bundle, id, args);
}

async function gather(language: Language, catalogues: Catalogue[], known: Record<string, string>): Promise<FluentBundle> {
  const texts = await Promise.all(catalogues.map((name) => read(known[`../../../locales/${language}/${name}.ftl`])));
  const bundle = new FluentBundle(LOCALES[language]);
  for (const text of texts) bundle.addResource(new FluentResource(text));
  return bundle;
}

async function read(address: string | undefined): Promise<string> {
  const answer = await fetch(address ?? "");
  if (!answer.ok) throw new Error(`${answer.status} for the texts of the page`);
  return answer.text();
}

/** The language the server has chosen for the page. */
export function languageOfPage(): Language {
  const language = document.documentElement.lang.slice(0, 2);
  return language in LANGUAGES ? (language as Language) : "fr";
}

export function t(id: MessageId, args?: Record<string, FluentVariable>): string {
  return format(speech.bundle, id, args);
}

function format(bundle: FluentBundle | undefined, id: MessageId, args?: Record<string, FluentVariable>): string {
  const message = bundle?.getMessage(id);
  if (!message?.value) return id;
  // Errors go nowhere: what can be said is said.
  return bundle?.formatPattern(message.value, args ?? null, []) ?? id;
}

/** Whether the page has words for this: for ids that are put together from data. */
export function has(id: string): boolean {
  return speech.bundle?.hasMessage(id) === true;
}

/** The sentence for a refusal, with its details. */
export function refusalText({ code, details }: Refusal): string {
  const id = `refused-${code}` as MessageId;
  const known = has(id) ? id : "refused-other";
  const args = Object.entries(details).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return t(known, { code, ...(Object.fromEntries(args) as Record<string, FluentVariable>) });
}

export function language(): Language {
  return speech.language;
}

/** Hours and minutes, here and now. */
export function timeOfDay(epochMs: number): string {
  return new Intl.DateTimeFormat(LOCALES[speech.language], { hour: "numeric", minute: "2-digit" }).format(epochMs);
}

/** Day, month and hour, for what is not today. */
export function dayAndTime(epochMs: number): string {
  return new Intl.DateTimeFormat(LOCALES[speech.language], { dateStyle: "long", timeStyle: "short" }).format(epochMs);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(LOCALES[speech.language], { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** A mean or a median, with as many decimals as it needs. */
export function decimal(value: number): string {
  return new Intl.NumberFormat(LOCALES[speech.language], { maximumFractionDigits: 2 }).format(value);
}

/** Names and titles, as the person's language orders them. */
export function collator(): Intl.Collator {
  return new Intl.Collator(LOCALES[speech.language], { sensitivity: "base", numeric: true });
}
