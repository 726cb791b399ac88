/**
 * What this person may see: one flat map of entities by id, and one of what is theirs alone. What is shown is theirs
 * where there is one, unless everybody has a later revision. Reading is reactive, by id and by shelf.
 */
import { SvelteMap } from "svelte/reactivity";
import type { Entity, EntityOf, Kind } from "../protocol";

/** One entity as it was shown before and after; undefined where there was none. */
export interface Change {
  before: Entity | undefined;
  after: Entity | undefined;
}

export type Listener = (changes: Change[]) => void;

export class Store {
  readonly #everyones = new Map<string, Entity>();
  readonly #mine = new Map<string, Entity>();
  readonly #shown = new SvelteMap<string, Entity>();
  readonly #shelves = new Map<string, Map<string, Entity>>();
  /** One number per shelf, raised when anything on it changes; it is what readers of a shelf wait on. */
  readonly #revisions = new SvelteMap<string, number>();
  readonly #listeners = new Set<Listener>();

  get<K extends Kind>(kind: K, id: string | null | undefined): EntityOf<K> | undefined {
    const found = id ? this.#shown.get(id) : undefined;
    return found?.type === kind ? (found as EntityOf<K>) : undefined;
  }

  all<K extends Kind>(kind: K): EntityOf<K>[] {
    return this.#shelf(`kind:${kind}`) as EntityOf<K>[];
  }

  /** Notes of a board, comments of a note, activities of a step, ballots of a poll. */
  under<K extends Kind>(id: string, kind: K): EntityOf<K>[] {
    return this.#shelf(`under:${id}`).filter((entity) => entity.type === kind) as EntityOf<K>[];
  }

  /**
   * Whether the server sent it as this person's own, which also holds where its author is not told. Not reactive by
   * itself: what becomes one's own comes as a new record.
   */
  isMine(id: string): boolean {
    return this.#mine.has(id);
  }

  apply(put: Entity[], drop: string[]): void {
    this.#change(this.#everyones, put, drop);
  }

  applyMine(put: Entity[], drop: string[]): void {
    this.#change(this.#mine, put, drop);
  }

  /** A fresh snapshot: what is not in it is gone. Nobody is told, for nothing of it is news. */
  replace(entities: Entity[]): void {
    this.#change(this.#everyones, entities, missing(this.#everyones, entities), false);
  }

  replaceMine(entities: Entity[]): void {
    this.#change(this.#mine, entities, missing(this.#mine, entities), false);
  }

  /** Called after each frame with what it changed on screen. Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #shelf(key: string): Entity[] {
    this.#revisions.get(key);
    return [...(this.#shelves.get(key)?.values() ?? [])];
  }

  #change(layer: Map<string, Entity>, put: Entity[], drop: string[], isNews = true): void {
    const changes: Change[] = [];
    const touched = new Set<string>();
    for (const entity of put) {
      layer.set(entity.id, entity);
      this.#show(entity.id, changes, touched);
    }
    for (const id of drop) {
      if (layer.delete(id)) this.#show(id, changes, touched);
    }
    for (const key of touched) this.#revisions.set(key, (this.#revisions.get(key) ?? 0) + 1);
    if (isNews && changes.length) for (const listener of this.#listeners) listener(changes);
  }

  #show(id: string, changes: Change[], touched: Set<string>): void {
    const before = this.#shown.get(id);
    const after = later(this.#mine.get(id), this.#everyones.get(id));
    if (before === after) return;
    if (before) this.#unshelve(before, touched);
    if (after) this.#shelve(after, touched);
    if (after) this.#shown.set(id, after);
    else this.#shown.delete(id);
    changes.push({ before, after });
  }

  #shelve(entity: Entity, touched: Set<string>): void {
    for (const key of shelvesOf(entity)) {
      const shelf = this.#shelves.get(key);
      if (shelf) shelf.set(entity.id, entity);
      else this.#shelves.set(key, new Map([[entity.id, entity]]));
      touched.add(key);
    }
    // Its own shelf exists from its birth, so that whoever reads an empty one need not wait on every new key.
    const own = `under:${entity.id}`;
    if (!this.#revisions.has(own)) this.#revisions.set(own, 0);
  }

  #unshelve(entity: Entity, touched: Set<string>): void {
    for (const key of shelvesOf(entity)) {
      this.#shelves.get(key)?.delete(entity.id);
      touched.add(key);
    }
  }
}

function later(mine: Entity | undefined, everyones: Entity | undefined): Entity | undefined {
  if (!mine || !everyones) return mine ?? everyones;
  return everyones.rev > mine.rev ? everyones : mine;
}

function missing(layer: Map<string, Entity>, entities: Entity[]): string[] {
  const kept = new Set(entities.map((entity) => entity.id));
  return [...layer.keys()].filter((id) => !kept.has(id));
}

function* shelvesOf(entity: Entity): Generator<string> {
  yield `kind:${entity.type}`;
  const parent = parentOf(entity);
  if (parent) yield `under:${parent}`;
  // What is quoted says so, wherever it lies.
  if (entity.type === "citation") yield `under:${entity.note}`;
}

function parentOf(entity: Entity): string | null {
  switch (entity.type) {
    case "note":
    case "stack":
    case "poll":
    case "statement":
    case "conclusion":
      return entity.activity;
    case "comment":
    case "dot":
      return entity.note;
    case "ballot":
    case "roll":
      return entity.poll;
    case "remark":
    case "flag":
      return entity.about;
    case "citation":
      return entity.conclusion;
    case "attendance":
      return entity.participant;
    case "info":
    case "discussion":
    case "board":
    case "poll_activity":
    case "report_out_activity":
    case "gallery":
    case "conclusion_activity":
    case "break":
      return entity.step;
    default:
      return null;
  }
}
