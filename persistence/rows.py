"""Entities as rows and back: whole for the present, without private fields for history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from facilitation.workshop import AnyEntity
from rooms.entity import Entity


class Put(NamedTuple):
    """An entity as it is written; both texts are the same bytes when its type has nothing private."""

    id: str
    type: str
    whole: bytes
    journal: bytes


class Written(NamedTuple):
    """A change to a document, as it is kept."""

    conclusion: str
    seq: int
    at: int
    author: str | None
    client: int
    body: bytes


class Change(NamedTuple):
    """One change of the journal, private fields filled in from the present where the entity still is."""

    seq: int
    put: list[Entity]
    drop: list[str]


_entities = msgspec.json.Decoder(list[AnyEntity])
_ids = msgspec.json.Decoder(list[str])


def put(entity: Entity) -> Put:
    whole = msgspec.json.encode(entity)
    journal = msgspec.json.encode(entity.blank()) if entity.PRIVATE else whole
    return Put(entity.id, entity.kind, whole, journal)


def filled(journaled: Entity, now: Entity | None) -> Entity:
    """The journal's record with its private fields, which nobody has any more once the entity is gone."""
    if now is None:
        return journaled
    return msgspec.structs.replace(journaled, **{name: getattr(now, name) for name in journaled.PRIVATE})


def entities(bodies: Iterable[str]) -> list[Entity]:
    """One pass over all of them is twice as fast as one call each."""
    return entities_of(f"[{','.join(bodies)}]")


def entities_of(text: str) -> list[Entity]:
    found: list[Entity] = _entities.decode(text)  # type: ignore[assignment]
    return found


def ids_of(text: str) -> list[str]:
    return _ids.decode(text)


def array(items: Iterable[bytes]) -> str:
    return f"[{b','.join(items).decode()}]"


def array_of_ids(ids: list[str]) -> str:
    return msgspec.json.encode(ids).decode()
