"""Names, addresses and keys stand in one row each, and nowhere else."""

from __future__ import annotations

from typing import get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import Engine, select

from facilitation.workshop import AnyEntity
from persistence import tables
from rooms.entity import Entity
from tests.persistence.scribe import WORKSHOP, founded_in, note, person, pseudonyms, record, write

NAME = "Zénaïde"
KEY = "5ec4e7" * 10


def dump(engine: Engine, *but: str) -> bytes:
    """Every value of every table, except those named."""
    with engine.connect() as connection:
        values = [
            value
            for table in tables.metadata.sorted_tables
            if table.name not in but
            for row in connection.execute(select(table))
            for value in row
        ]
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)


def test_private_fields_stand_in_the_entity_row_only(engine: Engine) -> None:
    journal = founded_in(engine)
    put = (person("p1", 1, NAME), pseudonyms("k1", 1, KEY), note("n1", 1, "public"))
    write(journal, record(1, *put, name="c1"))
    secrets = [NAME.encode(), b"p1@example.org", KEY.encode()]
    everywhere, outside = dump(engine), dump(engine, "entity")
    for secret in secrets:
        assert everywhere.count(secret) == 1
        assert secret not in outside
    assert outside.count(b"public") == 1


def test_a_tail_comes_with_its_private_fields(engine: Engine) -> None:
    journal = founded_in(engine)
    put = [person("p1", 1, NAME), note("n1", 1), pseudonyms("k1", 1, KEY)]
    write(journal, record(1, *put))
    assert journal.tail(WORKSHOP, 0).changes == [(1, put, [])]
    batch = journal.begin(WORKSHOP, 0, [])
    assert batch.tail == [(1, put, [])]
    batch.rollback()


def test_a_tail_says_where_somebody_was_and_what_they_are_called_now(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, person("p1", 1, NAME, room="r1")))
    write(journal, record(2, person("p1", 2, "Zoé", room="r2")))
    assert [change.put for change in journal.tail(WORKSHOP, 0).changes] == [
        [person("p1", 1, "Zoé", room="r1")],
        [person("p1", 2, "Zoé", room="r2")],
    ]


def test_history_has_no_name_for_who_is_gone(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, person("p1", 1, NAME)))
    write(journal, record(2, drop=["p1"]))
    first, last = journal.tail(WORKSHOP, 0).changes
    assert first.put == [person("p1", 1, NAME).blank()]
    assert last.drop == ["p1"]
    assert NAME.encode() not in dump(engine)


@pytest.mark.parametrize("kind", get_args(AnyEntity), ids=lambda kind: kind.__name__)
def test_private_fields_are_texts_or_tables_so_that_they_can_be_blank(kind: type[Entity]) -> None:
    hints = get_type_hints(kind)
    assert {get_origin(hints[name]) or hints[name] for name in kind.PRIVATE} <= {str, dict}
