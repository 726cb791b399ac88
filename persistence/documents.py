"""Documents as they are kept: every update, and checkpoints to begin from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from persistence import rows, tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails
from persistence.rows import Written
from rooms.activities.conclusion import Conclusion
from rooms.documents.document import SEED_CLIENT, Chunk, Document, Kept
from rooms.ids import FieldId, WorkshopId

UPDATES_PER_CHECKPOINT = 200
BYTES_PER_CHECKPOINT = 256 * 1024
LAST = (1 << 53) - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    seq: int
    body: bytes
    kept: Kept

    def says(self) -> dict[str, list[Chunk]]:
        """The words of each field, as they come out of it."""
        document = Document(self.kept.runs)
        document.restore(self.seq, self.body, self.kept)
        return {name: document.chunks(name) for name in document.fields}


@dataclass(frozen=True, slots=True)
class Log:
    """What makes a document: a checkpoint, if there is one, and what was written after it."""

    checkpoint: Checkpoint | None
    written: list[Written]

    def document(self, fields: Iterable[str]) -> Document:
        """To be used by the thread that asks for it."""
        document = Document(fields)
        if self.checkpoint is not None:
            document.restore(self.checkpoint.seq, self.checkpoint.body, self.checkpoint.kept)
        for one in self.written:
            document.apply(one.seq, one.client, one.body, one.author)
        return document


def load(connection: Connection, workshop: WorkshopId, conclusion: str, until: int = LAST) -> Log:
    """A document as it was after the change `until`. By counter, never by time."""
    where = {"of": workshop, "conclusion": conclusion, "until": until}
    row = connection.execute(CHECKPOINT, where).one_or_none()
    found = Checkpoint(row.seq, row.body, msgspec.json.decode(row.kept, type=Kept)) if row else None
    written = connection.execute(UPDATES, {**where, "since": found.seq if found else 0}).all()
    return Log(found, [Written(*one) for one in written])


class Documents:
    """Used from threads. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def load(self, workshop: WorkshopId, conclusion: str, until: int = LAST) -> Log:
        with busy_when_it_fails(), self._reading.begin() as connection:
            return load(connection, workshop, conclusion, until)

    def since(self, workshop: WorkshopId, conclusion: str, seq: int) -> list[Written]:
        with busy_when_it_fails(), self._reading.begin() as connection:
            where = {"of": workshop, "conclusion": conclusion, "since": seq, "until": LAST}
            return [Written(*one) for one in connection.execute(UPDATES, where)]

    def moments(self, workshop: WorkshopId, conclusion: str) -> list[tuple[int, int, str | None]]:
        """(seq, at, author) of every change to its words."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            found = connection.execute(MOMENTS, {"of": workshop, "conclusion": conclusion})
            return [(row.seq, row.at, row.author) for row in found]

    def written_by(self, workshop: WorkshopId, author: str) -> list[str]:
        """The conclusions somebody has put words into."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            return list(connection.execute(WRITTEN_BY, {"of": workshop, "author": author}).scalars())

    def authors(
        self, workshop: WorkshopId, conclusion: str, fields: Collection[FieldId]
    ) -> dict[FieldId, list[tuple[str, str | None]]]:
        """The words of each field in order, with whose they are: all is read and gone through again."""
        document = self.load(workshop, conclusion).document(fields)
        return {field: document.authors(field) for field in fields}

    def keep(self, workshop: WorkshopId, conclusion: str, checkpoint: Checkpoint) -> None:
        """Another process may have kept the same."""
        key = {"workshop": workshop, "conclusion": conclusion, "seq": checkpoint.seq}
        with writing(self._writing) as connection:
            if connection.execute(HELD, key).first() is None:
                kept = msgspec.json.encode(checkpoint.kept).decode()
                connection.execute(insert(tables.document_checkpoint), {**key, "body": checkpoint.body, "kept": kept})


def reseed(connection: Connection, workshop: WorkshopId, authors: Collection[str] | None) -> None:
    """Documents in which these people wrote, or all, become their words alone: nobody's, and nothing of before.

    What of a conclusion is no more goes with it. Whoever has such a document open must begin again.
    """
    held, points = tables.document_update, tables.document_checkpoint
    concerned = select(held.c.conclusion).where(held.c.workshop == workshop)
    if authors is not None:
        concerned = concerned.where(held.c.author.in_(authors))
    for conclusion in connection.execute(concerned.distinct()).scalars().all():
        body = connection.execute(BODY, {"of": workshop, "conclusion": conclusion}).scalar_one_or_none()
        log = load(connection, workshop, conclusion)
        connection.execute(delete(points).where(points.c.workshop == workshop, points.c.conclusion == conclusion))
        here = (held.c.workshop == workshop, held.c.conclusion == conclusion)
        last = connection.execute(select(func.max(held.c.seq)).where(*here)).scalar_one()
        connection.execute(delete(held).where(*here, held.c.seq != last))
        if body is None:
            connection.execute(delete(held).where(*here))
            continue
        (entity,) = rows.entities([body])
        assert isinstance(entity, Conclusion)
        seed = log.document(field.id for field in entity.fields).seeded()
        connection.execute(update(held).where(*here).values(author=None, client=SEED_CLIENT, body=seed))


_u, _p = tables.document_update.c, tables.document_checkpoint.c
CHECKPOINT = (
    select(_p.seq, _p.body, _p.kept)
    .where(_p.workshop == bindparam("of"), _p.conclusion == bindparam("conclusion"), _p.seq <= bindparam("until"))
    .order_by(_p.seq.desc())
    .limit(1)
)
HELD = select(_p.seq).where(
    _p.workshop == bindparam("workshop"), _p.conclusion == bindparam("conclusion"), _p.seq == bindparam("seq")
)
_of_it = (_u.workshop == bindparam("of"), _u.conclusion == bindparam("conclusion"))
UPDATES = (
    select(*(_u[name] for name in Written._fields))
    .where(*_of_it, _u.seq > bindparam("since"), _u.seq <= bindparam("until"))
    .order_by(_u.seq)
)
MOMENTS = select(_u.seq, _u.at, _u.author).where(*_of_it, func.length(_u.body) > 0).order_by(_u.seq)
WRITTEN_BY = (
    select(_u.conclusion)
    .where(_u.workshop == bindparam("of"), _u.author == bindparam("author"), func.length(_u.body) > 0)
    .distinct()
    .order_by(_u.conclusion)
)
BODY = select(tables.entity.c.body).where(
    tables.entity.c.workshop == bindparam("of"), tables.entity.c.id == bindparam("conclusion")
)
