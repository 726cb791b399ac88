/** What a method is called in the language of the page; its own word for it, else its key. */
import { language } from "../../text/text.svelte";
import type { MethodShown } from "../api";

export function methodName(methods: MethodShown[], key: string): string {
  const names = methods.find((method) => method.key === key)?.names;
  return names?.[language()] ?? Object.values(names ?? {})[0] ?? key;
}
