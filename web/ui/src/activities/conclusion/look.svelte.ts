/** How one looks at a conclusion: it stays so when a text that was written is recorded, or is written again. */
import type { DocAuthors } from "../../protocol";

export class Look {
  showsAuthors = $state(false);
  /** Who wrote what, as it was last told. */
  authors = $state.raw<DocAuthors["fields"]>();
  panel = $state<"cite" | "history" | null>(null);
  /** Whether one may go back to an earlier text. */
  mayRestore = $state(false);
}
