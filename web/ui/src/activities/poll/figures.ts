/** What a counted poll shows: for each option a bar and its figure in words, and the columns of the table. */
import type { Option, Poll, RoomResult } from "../../protocol";
import { decimal, percent, t } from "../../text/text.svelte";

export interface Figure {
  option: Option;
  /** From 0 to 1: how long the bar is. */
  share: number;
  text: string;
}

export const WORDS_IN_SIGHT = 30;

/** In the order asked; rankings, scores and words with the first first. */
export function figuresOf(poll: Poll, options: Option[] = poll.options, turnout: number = poll.turnout): Figure[] {
  const figures = options.map((option) => figureOf(poll, option, options, turnout));
  if (poll.question_kind === "choice" || poll.question_kind === "words") return figures;
  return figures.sort((a, b) => b.share - a.share);
}

function figureOf(poll: Poll, option: Option, options: Option[], turnout: number): Figure {
  const votes = option.votes ?? 0;
  switch (poll.question_kind) {
    case "ranking": {
      const most = turnout * (options.length - 1);
      return {
        option,
        share: most ? (option.points ?? 0) / most : 0,
        text: t("result-points", { points: option.points ?? 0, first: votes }),
      };
    }
    case "score": {
      if (option.mean === null || option.median === null) return { option, share: 0, text: t("result-no-score") };
      return {
        option,
        share: (option.mean - poll.lowest) / (poll.highest - poll.lowest),
        text: t("result-score", { mean: decimal(option.mean), median: decimal(option.median), highest: poll.highest }),
      };
    }
    case "words":
      return { option, share: votes / Math.max(1, options[0]?.votes ?? 1), text: t("result-word", { votes }) };
    default: {
      const share = turnout ? votes / turnout : 0;
      return { option, share, text: t("poll-votes", { votes, share: percent(share) }) };
    }
  }
}

/** The heads of the table's columns of numbers, and what stands in them. */
export function columnsOf(poll: Poll): string[] {
  switch (poll.question_kind) {
    case "ranking":
      return [t("result-column-points"), ...poll.options.map((_, rank) => t("result-column-rank", { rank: rank + 1 }))];
    case "score":
      return [
        t("result-column-mean"),
        t("result-column-median"),
        ...Array.from({ length: poll.highest - poll.lowest + 1 }, (_, step) => String(poll.lowest + step)),
      ];
    case "words":
      return [t("poll-voices")];
    default:
      return [t("poll-voices"), t("poll-share")];
  }
}

export function cellsOf(poll: Poll, { option, share }: Figure): string[] {
  const spread = (option.spread ?? []).map(String);
  switch (poll.question_kind) {
    case "ranking":
      return [String(option.points ?? 0), ...spread];
    case "score":
      return [figureOrDash(option.mean), figureOrDash(option.median), ...spread];
    case "words":
      return [String(option.votes ?? 0)];
    default:
      return [String(option.votes ?? 0), percent(share)];
  }
}

/** The one figure of an option in a room. */
export function inRoom(poll: Poll, result: RoomResult, id: string): string {
  const option = result.options.find((each) => each.id === id);
  if (!option) return "–";
  if (poll.question_kind === "ranking") return String(option.points ?? 0);
  return poll.question_kind === "score" ? figureOrDash(option.mean) : String(option.votes ?? 0);
}

function figureOrDash(value: number | null): string {
  return value === null ? "–" : decimal(value);
}
