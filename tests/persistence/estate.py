"""A database with something in each of its tables: a workshop that is over, and what lies beside it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Engine, LargeBinary, Table, Text, insert, select

from facilitation.retention import PurgeData
from persistence import tables
from persistence.documents import Checkpoint, Documents
from persistence.links import Link, Links
from persistence.secret import secret
from rooms.activities.conclusion import Conclusion, citations_in
from rooms.ids import ParticipantId
from rooms.permissions import Role
from rooms.retention import Data
from tests.persistence.test_archive import WORKSHOP, keep
from tests.persistence.test_archive_minutes import amended, published
from tests.sample import BEGAN_AT, Story, closed


def over() -> Story:
    """Closed, and of what people were promised something has been deleted in its time already."""
    story = closed()
    story.do("olga", "workshop.retain", retention={"drafts": 1})
    story.wait(25 * 60)
    story.give(PurgeData(data=Data.DRAFTS))
    return story


def estate(engine: Engine) -> Story:
    """The workshop with all that an archive takes along, and a row of everything else."""
    story = over()
    keep(engine, story)
    for add in (published, published, amended):
        add(engine)
    way_back = Link("link-ana", WORKSHOP, Role.PARTICIPANT, "", BEGAN_AT, participant=ParticipantId("ana"))
    Links(engine).create(way_back)
    secret(engine)
    checkpoint(engine, story)
    for table in tables.metadata.sorted_tables:
        fill(engine, table)
    return story


def checkpoint(engine: Engine, story: Story) -> None:
    """Of the text that somebody has written in."""
    conclusion = next(
        one for one in story.state.all(Conclusion) if any(True for _ in citations_in(story.state, one.id))
    )
    documents = Documents(engine)
    document = documents.load(WORKSHOP, conclusion.id).document(field.id for field in conclusion.fields)
    documents.keep(WORKSHOP, conclusion.id, Checkpoint(document.seq, document.state(), document.kept()))


def fill(engine: Engine, table: Table) -> None:
    """A row of whatever, where there is none."""
    with engine.begin() as connection:
        if connection.execute(select(table)).first() is None:
            connection.execute(insert(table), {column.name: value(column) for column in table.columns})


def value(column: Column[Any]) -> Any:
    if isinstance(column.type, LargeBinary):
        return b"x"
    return "x" if isinstance(column.type, Text) else 1
