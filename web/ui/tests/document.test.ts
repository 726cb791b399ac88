import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { Declined } from "../src/activities/conclusion/declined";
import { Document, type DocumentServer, type Opened } from "../src/activities/conclusion/document";
import { Kept } from "../src/activities/conclusion/kept";
import { Wire } from "../src/activities/conclusion/wire";
import type { Connection } from "../src/live/connection.svelte";

/** A browser's storage. */
class Shelf {
  readonly items: Record<string, string> = {};
  getItem = (key: string): string | null => this.items[key] ?? null;
  setItem = (key: string, text: string): void => void (this.items[key] = text);
  removeItem = (key: string): void => void delete this.items[key];
}

const storageOf = (shelf: Shelf) => (): Storage => shelf as unknown as Storage;

/** What the server does with documents, as the protocol says it. */
class Server implements DocumentServer {
  readonly doc = new Y.Doc();
  epoch = "e1";
  refuses: string | undefined;
  losesAnswers = false;
  mayWrite = true;
  received = 0;
  #clients = 100;
  readonly #waiting: [() => boolean, () => void][] = [];

  async open(vector: Uint8Array, client: number | undefined): Promise<Opened> {
    const update = Y.encodeStateAsUpdate(this.doc, vector);
    this.#look();
    return { client: client ?? ++this.#clients, update, vector: Y.encodeStateVector(this.doc), epoch: this.epoch, mayWrite: this.mayWrite };
  }

  async update(client: number, update: Uint8Array): Promise<void> {
    if (this.refuses) throw new Declined({ code: this.refuses, details: {} });
    for (const struct of Y.decodeUpdate(update).structs) {
      assert.equal(struct.id.client, client);
      assert.ok(struct.id.clock <= Y.getState(this.doc.store, client), "no gap");
    }
    Y.applyUpdate(this.doc, update);
    this.received++;
    this.#look();
    if (this.losesAnswers) throw new Error("no answer");
  }

  close(): void {}

  says(text: string): Promise<void> {
    return this.until(() => this.doc.getText("agreed").toString() === text);
  }

  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push([isSo, resolve]);
      this.#look();
    });
  }

  #look(): void {
    for (const [isSo, resolve] of this.#waiting) if (isSo()) resolve();
  }
}

class Browser {
  readonly lost: [string, string][] = [];
  codes: string[] = [];
  readonly document: Document;
  readonly kept: Kept;

  constructor(server: DocumentServer, readonly shelf = new Shelf(), key = "mine") {
    this.kept = new Kept(storageOf(shelf), key);
    this.document = new Document(server, this.kept, () => ["agreed"], {
      changed: () => this.#heard.forEach((look) => look()),
      lost: (words, code) => {
        this.lost.push(...words);
        this.codes.push(code);
      },
    });
  }

  readonly #heard = new Set<() => void>();

  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => void (isSo() && resolve());
      this.#heard.add(look);
      look();
    });
  }

  async opens(): Promise<void> {
    this.document.goOnline();
    await this.until(() => this.document.isThere);
  }

  write(words: string, at = this.text.length): void {
    this.document.field("agreed").insert(at, words);
  }

  get text(): string {
    return this.document.field("agreed").toString();
  }
}

test("what is written arrives, and is kept until it has", async () => {
  const server = new Server();
  const ana = new Browser(server);
  await ana.opens();
  ana.write("Garder les tilleuls");
  assert.ok(!ana.document.isSaved);
  assert.ok(ana.shelf.items.mine);
  await server.says("Garder les tilleuls");
  await ana.until(() => ana.document.isSaved);
  assert.equal(ana.shelf.items.mine, undefined);
});

test("what is written while an update is under way leaves after it", async () => {
  const server = new Server();
  const ana = new Browser(server);
  await ana.opens();
  const update = server.update.bind(server);
  server.update = async (...sent) => {
    if (!server.received) ana.write(" tilleuls");
    await update(...sent);
  };
  ana.write("Garder les");
  await server.says("Garder les tilleuls");
  await ana.until(() => ana.document.isSaved);
});

test("what is written off line merges with what others wrote meanwhile", async () => {
  const server = new Server();
  const [ana, ben] = [new Browser(server), new Browser(server)];
  await ana.opens();
  ana.write("arbres");
  await server.says("arbres");
  await ben.opens();
  ana.document.goOffline();
  ana.write("Douze ", 0);
  ben.write(" en pleine terre");
  await server.says("arbres en pleine terre");
  ana.document.goOnline();
  await server.says("Douze arbres en pleine terre");
  await ana.until(() => ana.text === "Douze arbres en pleine terre");
});

test("words kept over a reload are there again and leave as who wrote them", async () => {
  const server = new Server();
  const before = new Browser(server);
  await before.opens();
  before.write("Avant. ");
  await server.says("Avant. ");
  before.document.goOffline();
  before.write("Sans réseau.");
  const after = new Browser(server, before.shelf);
  await after.opens();
  assert.equal(after.text, "Avant. Sans réseau.");
  after.write(" Ensuite.");
  await server.says("Avant. Sans réseau. Ensuite.");
  await after.until(() => after.document.isSaved);
});

test("what a closed tab has left is sent by another", async () => {
  const server = new Server();
  const shelf = new Shelf();
  const closed = new Browser(server, shelf, "one");
  await closed.opens();
  closed.document.goOffline();
  closed.write("Laissé là.");
  const other = new Browser(server, shelf, "two");
  await other.opens();
  other.document.adopt("one");
  assert.equal(other.text, "Laissé là.");
  await server.says("Laissé là.");
  await other.until(() => other.document.isSaved);
  assert.deepEqual(shelf.items, {});
});

test("an answer that is lost writes nothing twice", async () => {
  const server = new Server();
  const ana = new Browser(server);
  await ana.opens();
  server.losesAnswers = true;
  ana.write("Une fois");
  await server.says("Une fois");
  server.losesAnswers = false;
  await ana.until(() => ana.document.isSaved);
  assert.equal(server.doc.getText("agreed").toString(), "Une fois");
  assert.equal(server.received, 1);
});

test("refused words are taken out and offered back, without what others wrote", async () => {
  const server = new Server();
  const [ana, ben] = [new Browser(server), new Browser(server)];
  await ben.opens();
  ben.write("Arrivé. ");
  await server.says("Arrivé. ");
  await ana.opens();
  server.refuses = "conclusion_frozen";
  ana.write("Trop tard");
  ana.write("Vite : ", 0);
  await ana.until(() => ana.lost.length > 0);
  assert.deepEqual(ana.lost, [["agreed", "Vite : \nTrop tard"]]);
  assert.deepEqual(ana.codes, ["conclusion_frozen"]);
  await ana.until(() => ana.document.isThere);
  assert.equal(ana.text, "Arrivé. ");
  server.refuses = undefined;
  ana.write("De nouveau");
  await server.says("Arrivé. De nouveau");
});

test("words that were taken back before they left are not offered", async () => {
  const server = new Server();
  const ana = new Browser(server);
  await ana.opens();
  server.refuses = "conclusion_frozen";
  ana.write("Oublié");
  ana.document.field("agreed").delete(0, 6);
  await ana.until(() => ana.document.isSaved);
  assert.deepEqual(ana.lost, []);
});

test("a document written anew replaces the one that was here", async () => {
  const server = new Server();
  const ana = new Browser(server);
  await ana.opens();
  ana.write("Effacé");
  await server.says("Effacé");
  await ana.until(() => ana.document.isSaved);
  const anew = new Server();
  anew.epoch = "e2";
  anew.doc.getText("agreed").insert(0, "Gardé");
  Object.assign(server, { open: anew.open.bind(anew) });
  ana.document.goOffline();
  ana.document.goOnline();
  await ana.until(() => ana.text === "Gardé");
  assert.deepEqual(ana.lost, []);
});

test("a document is the one it was, whatever else the workshop has forgotten", async () => {
  const answer = { client: 5, update: Y.encodeStateAsUpdate(new Y.Doc()), vector: new Uint8Array([0]), can_write: true, epoch: "1-5" };
  const socket = { timeout: () => ({ emitWithAck: async () => answer }) };
  const connection = { standing: "online", socket } as unknown as Connection;
  const opened = await new Wire(connection, "conclusion-1").open(new Uint8Array([0]), undefined);
  assert.equal(opened.epoch, "1-5");
});

test("the first words in a text come to those who had it open, unwritten, and take nothing away", async () => {
  const server = new Server();
  server.epoch = "";
  server.mayWrite = false;
  const vera = new Browser(server);
  await vera.opens();
  const before = vera.document.doc;
  server.epoch = "e1";
  server.doc.getText("agreed").insert(0, "Premiers");
  vera.document.goOffline();
  vera.document.goOnline();
  await vera.until(() => vera.text === "Premiers");
  assert.equal(vera.document.doc, before);
});

test("a text that is open again may be written in again, also where nothing else has changed", async () => {
  const server = new Server();
  server.mayWrite = false;
  const ana = new Browser(server);
  await ana.opens();
  assert.ok(!ana.document.mayWrite);
  server.mayWrite = true;
  ana.document.askAgain();
  await ana.until(() => ana.document.mayWrite);
  ana.write("Encore");
  await server.says("Encore");
});
