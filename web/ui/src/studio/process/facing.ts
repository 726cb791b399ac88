/** Which field of a process a refusal is about, so that it stands beside it. */
import type { Refusal } from "../../protocol";

export type FaceField = "title" | "slug";

export function fieldOf(refusal: Refusal | undefined): FaceField | undefined {
  switch (refusal?.code as string | undefined) {
    case "empty":
      return "title";
    case "slug_taken":
      return "slug";
    default:
      return undefined;
  }
}
