/** An answer being given, of whatever kind the question is. Pure. */
import type { Ballot, CastBallot, Poll } from "../../protocol";

export interface Given {
  choices: string[];
  scores: Record<string, number>;
  words: string[];
}

export const NOTHING: Given = { choices: [], scores: {}, words: [] };

export function givenIn(from: Ballot | CastBallot | undefined): Given {
  return { choices: from?.choices ?? [], scores: from?.scores ?? {}, words: from?.words ?? [] };
}

/** Without words left blank. */
export function tidied(given: Given): Given {
  return { ...given, words: given.words.map((word) => word.trim()).filter(Boolean) };
}

export function isEmpty(given: Given): boolean {
  return !given.choices.length && !given.words.length && !Object.keys(given.scores).length;
}

/** The answer as lines to read: what was chosen, in order, with its rank or score. */
export function linesOf(poll: Poll, given: Given): { mark: string; text: string }[] {
  const text = (id: string): string => poll.options.find((option) => option.id === id)?.text ?? "";
  switch (poll.question_kind) {
    case "ranking":
      return given.choices.map((id, rank) => ({ mark: String(rank + 1), text: text(id) }));
    case "score":
      return poll.options
        .filter((option) => option.id in given.scores)
        .map((option) => ({ mark: String(given.scores[option.id]), text: option.text }));
    case "words":
      return given.words.map((word) => ({ mark: "", text: word }));
    default:
      return given.choices.map((id) => ({ mark: "", text: text(id) }));
  }
}

/** Where a thing of a list goes when it is moved by so many places. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return to < 0 || to >= list.length ? [...list] : [...rest.slice(0, to), list[from] as T, ...rest.slice(to)];
}
