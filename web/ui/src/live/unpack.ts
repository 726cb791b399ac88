/** A part of a snapshot: a gzipped JSON array of entities. */
import type { Entity } from "../protocol";

export const canUnpack = typeof DecompressionStream === "function";

export async function unpack(part: ArrayBuffer): Promise<Entity[]> {
  const stream = new Blob([part]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as Entity[];
}
