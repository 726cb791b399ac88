/** What staff can do with a statement: the same objects behind its menu and its keys. */
import { tick } from "svelte";
import type { Reporting } from "../../activities/report_out/reporting.svelte";
import type { Action } from "../../live/action";
import type { Statement } from "../../protocol";
import { t } from "../../text/text.svelte";
import type { Desk } from "../desk.svelte";

export interface OnStatement {
  desk: Desk;
  view: Reporting;
  statement: Statement;
  /** What had the focus, which a move in the page takes away. */
  button: () => HTMLElement | undefined;
}

const isDraft = ({ statement }: OnStatement): boolean => statement.state === "drafting";
const isVoting = ({ statement }: OnStatement): boolean => statement.state === "voting";
const placeOf = ({ view, statement }: OnStatement): number => view.statements.findIndex(({ id }) => id === statement.id);

export const edit: Action<OnStatement> = {
  id: "statement.edit",
  icon: "edit",
  label: () => t("statement-edit"),
  applies: isDraft,
  perform: ({ desk, view, statement }) => desk.open({ name: "report", form: { name: "statement", activity: view.activity, statement } }),
};

export const stand: Action<OnStatement> = {
  id: "statement.stand",
  icon: "people",
  label: () => t("statement-stands"),
  applies: isDraft,
  perform: ({ desk, view, statement }) => desk.open({ name: "report", form: { name: "stands", view, statement } }),
};

export const cite: Action<OnStatement> = {
  id: "statement.cite",
  icon: "plus",
  label: () => t("statement-cite"),
  applies: (on) => isDraft(on) && on.view.turns.some((turn) => on.view.conclusion(turn)?.reported_at != null),
  perform: ({ desk, view, statement }) => desk.open({ name: "report", form: { name: "pick", activity: view.activity, statement } }),
};

export const up: Action<OnStatement> = {
  id: "statement.up",
  icon: "up",
  label: () => t("statement-up"),
  applies: (on) => placeOf(on) > 0,
  perform: (on) => move(on, on.view.statements[placeOf(on) - 2]?.id ?? null),
};

export const down: Action<OnStatement> = {
  id: "statement.down",
  icon: "down",
  label: () => t("statement-down"),
  applies: (on) => placeOf(on) < on.view.statements.length - 1,
  perform: (on) => move(on, on.view.statements[placeOf(on) + 1]?.id ?? null),
};

export const place: Action<OnStatement> = {
  id: "statement.place",
  icon: "move",
  label: () => t("statement-move"),
  applies: ({ view }) => view.statements.length > 2,
  perform: ({ desk, view, statement }) => desk.open({ name: "report", form: { name: "place", view, statement } }),
};

export const merge: Action<OnStatement> = {
  id: "statement.merge",
  icon: "stack",
  label: () => t("statement-merge"),
  applies: (on) => isDraft(on) && on.statement.poll === null && on.view.statements.some(({ id, state }) => id !== on.statement.id && state === "drafting"),
  perform: ({ desk, view, statement }) => desk.open({ name: "report", form: { name: "merge", view, statement } }),
};

export const freeze: Action<OnStatement> = {
  id: "statement.freeze",
  icon: "check",
  label: () => t("statement-freeze"),
  applies: isDraft,
  perform: ({ view, statement }) => void view.live.do({ type: "statement.freeze", statement: statement.id }),
};

export const reopen: Action<OnStatement> = {
  id: "statement.reopen",
  icon: "undo",
  label: () => t("statement-reopen"),
  applies: (on) => !isDraft(on) && !isVoting(on),
  perform: ({ view, statement }) => void view.live.do({ type: "statement.freeze", statement: statement.id, frozen: false }),
};

export const vote: Action<OnStatement> = {
  id: "statement.put_to_vote",
  icon: "hand",
  label: () => t("put-to-vote"),
  applies: (on) => !isVoting(on),
  perform: ({ desk, view, statement }) => desk.open({ name: "report", form: { name: "vote", activity: view.activity, about: statement } }),
};

export const report: Action<OnStatement> = {
  id: "statement.report",
  icon: "megaphone",
  label: ({ statement }) => (statement.reported_at === null ? t("statement-report") : t("statement-unreport")),
  applies: (on) => !isVoting(on),
  perform: ({ view, statement }) =>
    void view.live.do({ type: "statement.report", statement: statement.id, reported: statement.reported_at === null }),
};

export const drop: Action<OnStatement> = {
  id: "statement.drop",
  icon: "trash",
  label: () => t("statement-drop"),
  applies: (on) => isDraft(on) && on.statement.poll === null,
  perform: ({ desk, statement }) =>
    desk.open({
      name: "sure",
      title: t("statement-drop-title"),
      text: t("statement-drop-text"),
      submit: t("statement-drop"),
      command: { type: "statement.drop", statement: statement.id },
    }),
  isDangerous: true,
};

export const STATEMENT_ACTIONS: Action<OnStatement>[] = [edit, stand, cite, up, down, place, merge, vote, freeze, reopen, report, drop];

/** A button that is moved in the page loses the focus: it is given back once the new order has come. */
function move({ view, statement, button }: OnStatement, after: string | null): void {
  const stop = view.live.store.listen((changes) => {
    if (!changes.some((change) => change.after?.id === statement.id)) return;
    stop();
    void tick().then(() => button()?.focus());
  });
  void view.live.do({ type: "statement.move", statement: statement.id, after }).then((answer) => "refused" in answer && stop());
}
