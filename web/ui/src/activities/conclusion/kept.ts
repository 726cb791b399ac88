/**
 * What this browser has written into one document and the server has not yet acknowledged, mirrored to storage. It is
 * kept by client id, in the order in which it was written: an update bears what one client wrote.
 */
import * as Y from "yjs";
import { fromBase64, toBase64 } from "../../live/bytes";
import { read, write } from "../../live/storage";

export interface Batch {
  client: number;
  updates: Uint8Array[];
}

/** As it lies in storage. */
interface Stored {
  client: number;
  update: string;
}

export class Kept {
  readonly #storage: () => Storage;
  readonly #key: string;
  #batches: Batch[] = [];

  constructor(storage: () => Storage, key: string) {
    this.#storage = storage;
    this.#key = key;
    this.#batches = stored(storage, key);
  }

  get isEmpty(): boolean {
    return this.#batches.length === 0;
  }

  get first(): Batch | undefined {
    return this.#batches[0];
  }

  get all(): readonly Batch[] {
    return this.#batches;
  }

  add(client: number, update: Uint8Array): void {
    const last = this.#batches.at(-1);
    if (last?.client === client) last.updates.push(update);
    else this.#batches.push({ client, updates: [update] });
    this.#mirror();
  }

  /** The server has the first `count` updates of the first batch. */
  settle(count: number): void {
    const [first, ...rest] = this.#batches;
    if (!first) return;
    const updates = first.updates.slice(count);
    this.#batches = updates.length ? [{ ...first, updates }, ...rest] : rest;
    this.#mirror();
  }

  /** Drops what a server with this state vector has; what deletes is kept, for a vector says nothing of it. */
  trim(vector: Uint8Array): void {
    this.#batches = this.#batches.flatMap((batch) => {
      const update = Y.diffUpdate(merged(batch), vector);
      return isNothing(update) ? [] : [{ client: batch.client, updates: [update] }];
    });
    this.#mirror();
  }

  /** Takes over what another tab has left, as written before one's own. */
  adopt(key: string): Batch[] {
    const left = stored(this.#storage, key);
    write(this.#storage, key, undefined);
    this.#batches = [...left, ...this.#batches];
    this.#mirror();
    return left;
  }

  clear(): void {
    this.#batches = [];
    this.#mirror();
  }

  #mirror(): void {
    const rows = this.#batches.map((batch): Stored => ({ client: batch.client, update: toBase64(merged(batch)) }));
    write(this.#storage, this.#key, rows.length ? rows : undefined);
  }
}

export function merged({ updates }: Batch): Uint8Array {
  return updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates);
}

function stored(storage: () => Storage, key: string): Batch[] {
  return (read<Stored[]>(storage, key) ?? []).map(({ client, update }) => ({ client, updates: [fromBase64(update)] }));
}

function isNothing(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  return structs.length === 0 && ds.clients.size === 0;
}
