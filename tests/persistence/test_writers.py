"""Several processes write one workshop: the database puts them in one order."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine

from persistence.engine import open_engine
from persistence.journal import Journal
from rooms.entity import Entity
from rooms.ids import WorkshopId
from tests.persistence.scribe import START, WORKSHOP, founded_in, key, note, record, write

BATCHES = 12
SIZE = 3


class Writer:
    """A process with its own connections, that learns what others write only from the tails it is given."""

    def __init__(self, url: str, name: str, together: threading.Barrier) -> None:
        self.engine = open_engine(url)
        self.name = name
        self.together = together
        self.head = 0
        self.state: dict[str, Entity] = {}

    def run(self) -> None:
        journal = Journal(self.engine)
        self.together.wait(timeout=30)
        for turn in range(BATCHES):
            self.write(journal, turn)

    def write(self, journal: Journal, turn: int) -> None:
        batch = journal.begin(WORKSHOP, self.head, [])
        self.learn(batch.tail)
        assert self.head == batch.head
        own = [note(f"{self.name}{turn}-{i}", batch.head + 1 + i) for i in range(SIZE)]
        shared = [note("shared", each.rev, self.name) for each in own]
        batch.write([record(a.rev, a, b, name=a.id) for a, b in zip(own, shared, strict=True)])
        batch.commit()
        self.learn([(a.rev, [a, b], []) for a, b in zip(own, shared, strict=True)])

    def learn(self, changes: Sequence[tuple[int, Sequence[Entity], list[str]]]) -> None:
        for seq, put, drop in changes:
            assert seq == self.head + 1
            self.head = seq
            self.state.update({entity.id: entity for entity in put})
            assert drop == []


def test_two_writers_of_one_workshop_make_one_order_without_holes(engine: Engine, database_url: str) -> None:
    journal = founded_in(engine)
    together = threading.Barrier(2)
    writers = [Writer(database_url, name, together) for name in ("a", "b")]
    with ThreadPoolExecutor() as threads:
        for done in [threads.submit(writer.run) for writer in writers]:
            done.result(timeout=60)
    loaded = journal.load(WORKSHOP)
    assert loaded.head == 2 * BATCHES * SIZE
    for writer in writers:
        writer.engine.dispose()
        writer.learn(journal.tail(WORKSHOP, writer.head).changes)
        assert writer.head == loaded.head
        assert writer.state == {entity.id: entity for entity in loaded.entities}


def test_threads_of_one_process_take_turns(engine: Engine) -> None:
    journal = founded_in(engine)

    def add(name: int) -> None:
        batch = journal.begin(WORKSHOP, 0, [key(name)])
        batch.write([record(batch.head + 1, note(f"n{name}", batch.head + 1), name=name)])
        batch.commit()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add, range(40)))
    assert [change.seq for change in journal.tail(WORKSHOP, 0).changes] == list(range(1, 41))


def test_what_one_process_accepted_another_knows(engine: Engine, database_url: str) -> None:
    write(founded_in(engine), record(1, note("n1", 1), name="c1"))
    elsewhere = open_engine(database_url)
    batch = Journal(elsewhere).begin(WORKSHOP, 0, [key("c1")])
    assert batch.known == {key("c1"): 1}
    batch.rollback()
    elsewhere.dispose()


def test_reading_does_not_wait_for_who_writes(engine: Engine) -> None:
    journal = founded_in(engine)
    journal.found(WorkshopId("w2"), "e2", START)
    batch = journal.begin(WORKSHOP, 0, [])
    batch.write([record(1, note("n1", 1))])
    assert journal.load(WORKSHOP).entities == []
    assert journal.heads() == {WORKSHOP: 0, WorkshopId("w2"): 0}
    batch.commit()
    assert journal.load(WORKSHOP).entities == [note("n1", 1)]
