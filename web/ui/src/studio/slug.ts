/** The address a title suggests: plain letters, figures and hyphens. Pure. */

const SLUG_MAX = 80;

export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  return plain.slice(0, SLUG_MAX).replace(/^-+|-+$/g, "");
}
