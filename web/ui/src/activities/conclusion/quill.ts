/** Quill, with what a conclusion may bear and nothing else: bold, italic, two kinds of list, citations. */
import Quill, { Delta, type Op, type Range } from "quill/core";
import Embed from "quill/blots/embed";
import Bold from "quill/formats/bold";
import Italic from "quill/formats/italic";
import List from "quill/formats/list";
import Clipboard from "quill/modules/clipboard";

const FORMATS = ["bold", "italic", "list", "citation"];
const LISTS: readonly unknown[] = ["bullet", "ordered"];

export interface Draw {
  label: string;
  paper: string;
}

export interface Options {
  label: string;
  placeholder: string;
  /** What a citation looks like. */
  draw: (citation: string) => Draw;
  /** Whether a citation that is pasted belongs here. */
  isCitation: (id: string) => boolean;
  /** How many characters fit in. */
  left: () => number;
  /** Something did not fit. */
  onfull: () => void;
  onundo: () => void;
  onredo: () => void;
}

/** One editor is open at a time; this is how it draws. */
let draws: Options["draw"] = () => ({ label: "", paper: "chalk" });

class CitationBlot extends Embed {
  static override blotName = "citation";
  static override tagName = "span";
  static override className = "cite";

  static override create(id: unknown): HTMLElement {
    const node = super.create(id) as HTMLElement;
    node.dataset.citation = String(id);
    paint(node, node);
    return node;
  }

  static override value(node: HTMLElement): string | undefined {
    return node.dataset.citation;
  }
}

/** Pasted text may be longer than what is left. */
class Paste extends Clipboard {
  override onPaste(range: Range, pasted: { text?: string; html?: string }): void {
    const { left, onfull } = optionsOf(this.quill);
    const delta = this.convert(pasted, this.quill.getFormat(range.index));
    if (delta.length() - range.length > left()) return onfull();
    super.onPaste(range, pasted);
  }
}

Quill.register({ "formats/bold": Bold, "formats/italic": Italic, "formats/list": List, "formats/citation": CitationBlot }, true);
Quill.register("modules/clipboard", Paste, true);

const optionsByEditor = new WeakMap<Quill, Options>();

function optionsOf(quill: Quill): Options {
  return optionsByEditor.get(quill) as Options;
}

export function openQuill(box: HTMLElement, options: Options): Quill {
  draws = options.draw;
  const quill = new Quill(box, {
    formats: FORMATS,
    placeholder: options.placeholder,
    // What one undoes is one's own, which Quill cannot tell.
    modules: { keyboard: { bindings: bindings(options) }, history: { maxStack: 0 } },
  });
  optionsByEditor.set(quill, options);
  const { root } = quill;
  root.setAttribute("role", "textbox");
  root.setAttribute("aria-multiline", "true");
  root.setAttribute("aria-label", options.label);
  root.setAttribute("dir", "auto");
  root.classList.add("words");
  quill.clipboard.addMatcher(Node.ELEMENT_NODE, (_, delta) => allowed(delta, options.isCitation));
  root.addEventListener("beforeinput", (event) => refuseWhatDoesNotFit(event, options), { capture: true });
  return quill;
}

/** Draws again what is cited: a note may have changed, or come only now. */
export function repaint(quill: Quill): void {
  for (const node of quill.root.querySelectorAll<HTMLElement>("[data-citation]")) {
    paint(node, node.querySelector<HTMLElement>("[contenteditable]") ?? node);
  }
}

function paint(node: HTMLElement, inside: HTMLElement): void {
  const { label, paper } = draws(node.dataset.citation ?? "");
  if (inside.textContent !== label) inside.textContent = label;
  node.className = `cite ${paper}`;
}

/** Of what Quill tells a key's handler. */
interface Context {
  format: Record<string, unknown>;
  prefix: string;
  offset: number;
  line: { length(): number };
}

/** Tab leaves the editor; formats are taken away with null, which is no format, where Quill would say false. */
function bindings({ onundo, onredo, left, onfull }: Options): Record<string, unknown> {
  const toggle = (format: string) => ({
    key: format.charAt(0),
    shortKey: true,
    handler: function (this: { quill: Quill }, _: Range, context: Context) {
      this.quill.format(format, context.format[format] ? null : true, "user");
    },
  });
  const unlist = {
    collapsed: true,
    format: ["list"],
    handler: function (this: { quill: Quill }) {
      this.quill.format("list", null, "user");
    },
  };
  return {
    bold: toggle("bold"),
    italic: toggle("italic"),
    full: { key: "Enter", shiftKey: null, handler: () => left() > 0 || void onfull() },
    undo: { key: "z", shortKey: true, handler: onundo },
    redo: { key: "z", shortKey: true, shiftKey: true, handler: onredo },
    again: { key: "y", shortKey: true, handler: onredo },
    "list empty enter": { ...unlist, key: "Enter", empty: true },
    "outdent backspace": { ...unlist, key: "Backspace", offset: 0 },
    "list autofill": {
      key: " ",
      shiftKey: null,
      collapsed: true,
      format: { list: false },
      prefix: /^\s*?(\d+\.|-|\*)$/,
      handler: function (this: { quill: Quill }, range: Range, { prefix, offset, line }: Context) {
        if (offset > prefix.length) return true;
        const start = range.index - prefix.length;
        const list = /\d/.test(prefix) ? "ordered" : "bullet";
        const change = new Delta().retain(start).delete(prefix.length).retain(line.length() - 1 - offset).retain(1, { list });
        this.quill.updateContents(change, "user");
        this.quill.setSelection(start, "silent");
        return false;
      },
    },
    ...Object.fromEntries(UNWANTED.map((name) => [name, null])),
  };
}

/** Those of Tab, which must lead on, and of what there is not. */
const UNWANTED = ["underline", "indent", "outdent", "indent code-block", "outdent code-block", "remove tab", "tab", "table tab"];

function allowed(delta: Delta, isCitation: Options["isCitation"]): Delta {
  const ops = delta.ops.flatMap((op): Op[] => {
    const { insert, attributes = {} } = op;
    if (insert && typeof insert === "object") {
      const { citation } = insert;
      return typeof citation === "string" && isCitation(citation) ? [{ insert: { citation } }] : [];
    }
    const kept = Object.entries(attributes).filter(([name, value]) => (name === "list" ? LISTS.includes(value) : value === true));
    return [kept.length ? { insert, attributes: Object.fromEntries(kept) } : { insert }];
  });
  return new Delta(ops);
}

function refuseWhatDoesNotFit(event: InputEvent, { left, onfull }: Options): void {
  if (!event.inputType.startsWith("insert") || event.isComposing) return;
  const more = event.data?.length ?? 1;
  if (more <= left() || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  onfull();
}
