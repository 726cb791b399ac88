/** Where one is in the studio, as the address says it after its #. Pure. */

export const PARTS = ["phases", "about", "documents"] as const;
export type Part = (typeof PARTS)[number];

export type Place =
  | { name: "home" }
  | { name: "process"; id: string; part: Part; phase?: string }
  | { name: "workshop"; id: string }
  | { name: "branding" }
  | { name: "team" }
  | { name: "log" }
  | { name: "status" };

/** What leads nowhere leads home. */
export function placeOf(hash: string): Place {
  const [name, id = "", part = "", phase = ""] = hash.replace(/^#\/?/, "").split("/").map(decoded);
  if (name === "process" && id) {
    const known = PARTS.find((each) => each === part) ?? "phases";
    return { name, id, part: known, ...(phase && { phase }) };
  }
  if (name === "workshop" && id) return { name, id };
  if (name === "branding" || name === "team" || name === "log" || name === "status") return { name };
  return { name: "home" };
}

export function hashOf(place: Place): string {
  switch (place.name) {
    case "home":
      return "#";
    case "process":
      return `#process/${[place.id, place.part, ...(place.phase ? [place.phase] : [])].map(encodeURIComponent).join("/")}`;
    case "workshop":
      return `#workshop/${encodeURIComponent(place.id)}`;
    default:
      return `#${place.name}`;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
