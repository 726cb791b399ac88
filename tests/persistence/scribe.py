"""Entities and records to write, and short ways to write them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Engine

from persistence import rows
from persistence.journal import Batch, Journal, Record
from rooms.activities.board import Note
from rooms.anonymity import Pseudonyms
from rooms.entity import Due, Entity
from rooms.ids import ActivityId, AuthorId, ColumnId, NoteId, ParticipantId, RoomId, WorkshopId
from rooms.people import Participant
from rooms.permissions import Role

WORKSHOP = WorkshopId("w1")
START = 1_800_000_000_000


def note(id: str, rev: int, text: str = "Un banc à l'ombre · مقعد في الظل") -> Note:
    return Note(
        id=NoteId(id),
        rev=rev,
        room=RoomId("r1"),
        activity=ActivityId("a1"),
        column=ColumnId("keep"),
        order="a0",
        text=text,
        author=AuthorId("p1"),
        at=START,
    )


def person(id: str, rev: int, name: str, room: str = "r1") -> Participant:
    return Participant(
        id=ParticipantId(id),
        rev=rev,
        name=name,
        email=f"{id}@example.org",
        role=Role.PARTICIPANT,
        room=RoomId(room),
        joined_at=START,
    )


def pseudonyms(id: str, rev: int, key: str) -> Pseudonyms:
    return Pseudonyms(id=id, rev=rev, activity=ActivityId("a1"), key=key)


def key(name: object) -> bytes:
    return hashlib.sha256(str(name).encode()).digest()


def record(
    seq: int | None,
    *put: Entity,
    drop: Iterable[str] = (),
    name: object = None,
    dues: Iterable[Due] = (),
    done: Due | None = None,
    at: int = START,
) -> Record:
    return Record(
        seq=seq,
        at=at,
        actor="p1",
        command="note.write",
        key=None if name is None else key(name),
        put=[rows.put(entity) for entity in put],
        drop=list(drop),
        dues=list(dues),
        done=done,
    )


def founded_in(engine: Engine) -> Journal:
    founded = Journal(engine)
    founded.found(WORKSHOP, "e1", START)
    return founded


def write(journal: Journal, *records: Record) -> Batch:
    """The batch, committed."""
    batch = journal.begin(WORKSHOP, journal.head(WORKSHOP)[0], [])
    batch.write(records)
    batch.commit()
    return batch
