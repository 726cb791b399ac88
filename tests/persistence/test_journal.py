"""What is committed is there, in order; what is not is nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from sqlalchemy import Engine, func, select

from persistence import tables
from persistence.engine import open_engine
from persistence.journal import Journal, Loaded, NewerSchema, Tail, UnknownWorkshop, Unwritable
from rooms.activities.board import Note
from rooms.entity import Due
from rooms.ids import WorkshopId
from tests.persistence.scribe import START, WORKSHOP, founded_in, key, note, person, pseudonyms, record, write


def by_id(loaded: Loaded) -> dict[str, object]:
    return {entity.id: entity for entity in loaded.entities}


def rows_in(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables.metadata.sorted_tables
        }


def test_what_is_loaded_equals_what_was_put(engine: Engine) -> None:
    journal = founded_in(engine)
    put = [note("n1", 1), person("p1", 1, "Zoé O'Hara"), pseudonyms("k1", 1, "ab" * 32)]
    write(journal, record(1, *put))
    assert journal.load(WORKSHOP).head == 1
    assert journal.load(WORKSHOP).epoch == "e1"
    assert by_id(journal.load(WORKSHOP)) == {entity.id: entity for entity in put}


def test_a_committed_batch_is_there_for_another_process(engine: Engine, database_url: str) -> None:
    write(founded_in(engine), record(1, note("n1", 1)))
    elsewhere = open_engine(database_url)
    assert Journal(elsewhere).load(WORKSHOP).entities == [note("n1", 1)]
    elsewhere.dispose()


def test_each_entity_is_kept_as_the_batch_leaves_it(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("old", 1), note("back", 1)))
    write(
        journal,
        record(2, note("n1", 2), note("brief", 2), drop=["old", "back"]),
        record(3, note("n1", 3, "Deux bancs"), drop=["brief"]),
        record(4, note("back", 4)),
    )
    assert by_id(journal.load(WORKSHOP)) == {"n1": note("n1", 3, "Deux bancs"), "back": note("back", 4)}


def test_signs_of_every_kind_and_changes_by_nobody_are_kept_in_one_batch(engine: Engine) -> None:
    journal = founded_in(engine)
    words = ['"\\{,}\t', "NULL", "", "%s %(of)s :of ?", "مقعد في الظل 🌳"]
    records = [record(seq, note(f"n{seq}", seq, text), name=seq) for seq, text in enumerate(words, start=1)]
    write(journal, *(replace(one, actor=None) for one in records))
    assert [[entity] for entity in journal.load(WORKSHOP).entities] == [
        change.put for change in journal.tail(WORKSHOP, 0).changes
    ]
    assert [cast(Note, change.put[0]).text for change in journal.tail(WORKSHOP, 0).changes] == words


def test_history_keeps_every_step_of_a_batch(engine: Engine) -> None:
    journal = founded_in(engine)
    write(
        journal, record(1, note("n1", 1)), record(2, note("n1", 2, "Deux bancs"), note("n2", 2)), record(3, drop=["n1"])
    )
    first, *later = journal.tail(WORKSHOP, 0).changes
    assert first == (1, [note("n1", 1)], [])
    assert later == [(2, [note("n1", 2, "Deux bancs"), note("n2", 2)], []), (3, [], ["n1"])]
    assert journal.tail(WORKSHOP, 2) == Tail(3, "e1", later[1:])


def test_a_batch_begins_with_what_others_wrote(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), name="c1"))
    batch = journal.begin(WORKSHOP, 0, [key("c1"), key("c2")])
    assert batch.head == 1
    assert batch.epoch == "e1"
    assert batch.tail == [(1, [note("n1", 1)], [])]
    assert batch.known == {key("c1"): 1}
    batch.rollback()


def test_a_command_that_changed_nothing_is_known_with_the_head_it_met(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), name="c1"), record(None, name="c2"), record(2, note("n2", 2), name="c3"))
    batch = journal.begin(WORKSHOP, 2, [key("c1"), key("c2"), key("c3")])
    assert batch.known == {key("c1"): 1, key("c2"): 1, key("c3"): 2}
    assert batch.tail == []
    batch.rollback()
    assert [change.seq for change in journal.tail(WORKSHOP, 0).changes] == [1, 2]


def test_keys_of_another_workshop_are_not_known(engine: Engine) -> None:
    journal = founded_in(engine)
    journal.found(WorkshopId("w2"), "e2", START)
    write(journal, record(1, note("n1", 1), name="c1"))
    batch = journal.begin(WorkshopId("w2"), 0, [key("c1")])
    assert batch.known == {}
    assert batch.tail == []
    batch.rollback()


def test_a_rollback_leaves_nothing(engine: Engine) -> None:
    journal = founded_in(engine)
    before = rows_in(engine)
    batch = journal.begin(WORKSHOP, 0, [])
    batch.write([record(1, note("n1", 1), name="c1", dues=[Due("d1", START, {"type": "poll.close"})])])
    batch.rollback()
    assert rows_in(engine) == before
    assert journal.head(WORKSHOP) == (0, "e1")


def test_a_batch_can_be_written_in_several_goes(engine: Engine) -> None:
    journal = founded_in(engine)
    batch = journal.begin(WORKSHOP, 0, [])
    batch.write([record(1, note("n1", 1))])
    batch.write([record(2, note("n2", 2))])
    batch.commit()
    assert journal.head(WORKSHOP) == (2, "e1")


def test_heads_say_how_far_each_workshop_is(engine: Engine) -> None:
    journal = founded_in(engine)
    journal.found(WorkshopId("w2"), "e2", START)
    write(journal, record(1, note("n1", 1)))
    assert journal.heads() == {WORKSHOP: 1, WorkshopId("w2"): 0}


def test_forgotten_commands_are_not_known(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), name="c1"), record(2, note("n2", 2), name="c2", at=START + 1))
    assert journal.forget_commands(START + 1) == 1
    batch = journal.begin(WORKSHOP, 2, [key("c1"), key("c2")])
    assert batch.known == {key("c2"): 2}
    batch.rollback()


def test_a_workshop_is_founded_once(engine: Engine) -> None:
    journal = founded_in(engine)
    with pytest.raises(Unwritable):
        journal.found(WORKSHOP, "e2", START)
    assert journal.head(WORKSHOP) == (0, "e1")


def test_an_unknown_workshop_is_said_to_be_unknown(engine: Engine) -> None:
    journal = Journal(engine)
    for ask in (journal.load, journal.head, lambda id: journal.begin(id, 0, []), lambda id: journal.tail(id, 0)):
        with pytest.raises(UnknownWorkshop):
            ask(WORKSHOP)
    journal.found(WORKSHOP, "e1", START)
    assert journal.head(WORKSHOP) == (0, "e1")


def test_rows_of_a_later_version_are_left_alone(engine: Engine) -> None:
    journal = founded_in(engine)
    with engine.begin() as connection:
        connection.execute(tables.workshop.update().values(schema=tables.SCHEMA + 1))
    with pytest.raises(NewerSchema):
        journal.load(WORKSHOP)
    with pytest.raises(NewerSchema):
        journal.begin(WORKSHOP, 0, [])


def test_what_an_earlier_version_has_made_is_of_this_one_from_its_next_change_on(engine: Engine) -> None:
    journal = founded_in(engine)
    schema = tables.workshop.c.schema
    with engine.begin() as connection:
        connection.execute(tables.workshop.update().values(schema=tables.SCHEMA - 1))
    journal.load(WORKSHOP)
    write(journal, record(1, note("n1", 1)))
    with engine.connect() as connection:
        assert connection.execute(select(schema)).scalar_one() == tables.SCHEMA


def test_a_hole_in_the_order_is_a_bug_and_writes_nothing(engine: Engine) -> None:
    journal = founded_in(engine)
    batch = journal.begin(WORKSHOP, 0, [])
    with pytest.raises(AssertionError):
        batch.write([record(1, note("n1", 1)), record(3, note("n2", 3))])
    assert journal.load(WORKSHOP) == Loaded(0, "e1", [])
