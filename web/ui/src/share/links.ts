/** Links as the server tells them. */
import type { Role } from "../protocol";
import type { MessageId } from "../text/text.svelte";

export interface Link {
  id: string;
  role: Role;
  label: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  uses: number;
  code: string | null;
  url: string;
  qr: string;
}

/** In the order in which they are handed out. */
export const RANKS: readonly Role[] = ["participant", "viewer", "facilitator", "organizer"];

export const ROLES: Record<Role, MessageId> = {
  participant: "link-participant",
  viewer: "link-viewer",
  facilitator: "link-facilitator",
  organizer: "link-organizer",
};

export function isOpen(link: Link, now: number): boolean {
  return link.revoked_at === null && (link.expires_at === null || link.expires_at > now);
}
