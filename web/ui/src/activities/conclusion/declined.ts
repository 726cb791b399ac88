/** What the server refused of co-writing. Apart, so that reading a text's history does not bring its editor along. */
import type { Refusal } from "../../protocol";

export class Declined extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
