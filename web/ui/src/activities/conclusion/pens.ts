/** What one can do to the words: the same objects behind the toolbar's buttons and the editor's keys. */
import type { Action } from "../../live/action";
import { BOLD, BULLETS, ITALIC, NUMBERS, QUOTE, REDO } from "../../parts/writing-icons";
import { t } from "../../text/text.svelte";

/** What an editor lends its toolbar; one of plain text has no formats. */
export interface Pen {
  formats: Readonly<Record<string, unknown>>;
  format: ((name: string, value: unknown) => void) | undefined;
  cite(): void;
  undo(): void;
  redo(): void;
  canUndo: boolean;
  canRedo: boolean;
}

export interface PenAction extends Action<Pen> {
  /** Whether it is so where the caret is; nothing for what is done once. */
  isOn?: (pen: Pen) => boolean;
  isDisabled?: (pen: Pen) => boolean;
  keys?: string;
}

const toggle = (name: string, value: unknown, action: Pick<PenAction, "icon" | "label" | "keys">): PenAction => ({
  ...action,
  id: `format.${String(value === true ? name : value)}`,
  applies: ({ format }) => format !== undefined,
  isOn: ({ formats }) => formats[name] === value,
  perform: ({ formats, format }) => format?.(name, formats[name] === value ? null : value),
});

export const PEN_ACTIONS: PenAction[] = [
  toggle("bold", true, { icon: BOLD, label: () => t("pen-bold"), keys: "Control+B" }),
  toggle("italic", true, { icon: ITALIC, label: () => t("pen-italic"), keys: "Control+I" }),
  toggle("list", "bullet", { icon: BULLETS, label: () => t("pen-bullets") }),
  toggle("list", "ordered", { icon: NUMBERS, label: () => t("pen-numbers") }),
  { id: "cite", icon: QUOTE, label: () => t("cite-note"), perform: (pen) => pen.cite() },
  {
    id: "undo",
    icon: "undo",
    label: () => t("pen-undo"),
    keys: "Control+Z",
    isDisabled: ({ canUndo }) => !canUndo,
    perform: (pen) => pen.undo(),
  },
  {
    id: "redo",
    icon: REDO,
    label: () => t("pen-redo"),
    keys: "Control+Shift+Z",
    isDisabled: ({ canRedo }) => !canRedo,
    perform: (pen) => pen.redo(),
  },
];
