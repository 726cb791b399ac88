"""What people wrote together, in an archive: every update, from which the documents are made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Table, select

from persistence import tables
from persistence.archive.package import Count
from persistence.archive.refusals import ArchiveRefused
from rooms.activities.conclusion import TEXT_MAX, Conclusion
from rooms.documents.document import SEED_CLIENT, Document
from rooms.entity import Entity
from rooms.ids import WorkshopId
from rooms.people import Participant
from rooms.refusal import Refused

DOCUMENTS = "documents.json"


class Inscription(Struct, frozen=True, kw_only=True):
    """A change to a conclusion's document; `body` is Yjs's own, in base64, and empty where a client id was given."""

    seq: Count
    conclusion: str
    at: Count
    author: str | None
    client: Count
    body: bytes


def found(connection: Connection, workshop: WorkshopId) -> list[Inscription]:
    """Those of conclusions that are still there."""
    of, entity = tables.document_update, tables.entity
    there = select(entity.c.id).where(entity.c.workshop == workshop, entity.c.type == "conclusion")
    rows = connection.execute(
        select(*(of.c[name] for name in Inscription.__struct_fields__))
        .where(of.c.workshop == workshop, of.c.conclusion.in_(there))
        .order_by(of.c.seq)
    )
    return [Inscription(**row._asdict()) for row in rows]


def check(inscriptions: Iterable[Inscription], entities: Iterable[Entity], head: int) -> None:
    """Raises ArchiveRefused for what could not be written in a conclusion, one by one, by people who are there."""
    documents: dict[str, Document] = {}
    people: set[str | None] = {None}
    for entity in entities:
        if isinstance(entity, Conclusion):
            documents[entity.id] = Document(field.id for field in entity.fields)
        elif isinstance(entity, Participant):
            people.add(entity.id)
    before = 0
    for one in inscriptions:
        document = documents.get(one.conclusion)
        if document is None or one.author not in people or not before < one.seq <= head:
            raise invalid("of no conclusion, of nobody, or out of order")
        before = one.seq
        if document.clients.get(one.client, one.author) != one.author or (one.author is None) != (
            one.client == SEED_CLIENT
        ):
            raise invalid("under the client id of somebody else")
        try:
            is_gap = bool(one.body) and document.check(one.body, one.client, TEXT_MAX).missing(document.known)
            document.apply(one.seq, one.client, one.body, one.author)
        except Refused as refused:
            raise invalid(str(refused.details.get("reason", refused.code))) from refused
        if is_gap:
            raise invalid("goes on from what is not there")


def invalid(reason: str) -> ArchiveRefused:
    return ArchiveRefused("archive_invalid", member=DOCUMENTS, reason=reason)


def rows(workshop: WorkshopId, inscriptions: Iterable[Inscription]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """Checkpoints are made again when they are wanted."""
    yield (
        tables.document_update,
        [
            {"workshop": workshop, **{name: getattr(one, name) for name in Inscription.__struct_fields__}}
            for one in inscriptions
        ],
    )
