"""Who wrote what in an anonymous activity: a keyed pseudonym, and nobody once the key is destroyed."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from rooms.entity import Entity
from rooms.ids import ActivityId, AuthorId, ParticipantId
from rooms.state import State


class Pseudonyms(Entity, frozen=True, kw_only=True, tag="pseudonyms"):
    """The key of one anonymous activity, seen by nobody, never journaled, blank once the workshop is closed."""

    activity: ActivityId
    key: str

    PRIVATE: ClassVar = ("key",)

    def reaches(self) -> Iterator[str]:
        """All that is signed with it."""
        yield self.activity


def pseudonyms_id(activity: ActivityId) -> str:
    return f"pseudonyms-{activity}"


@lru_cache(maxsize=65_536)
def pseudonym(key: str, person: ParticipantId) -> AuthorId:
    """HMAC-SHA-256 (RFC 2104), shortened to 80 bits: enough to tell a room's people apart."""
    return AuthorId("anon-" + hmac.new(key.encode(), person.encode(), hashlib.sha256).hexdigest()[:20])


def authors(person: ParticipantId, state: State) -> Iterator[AuthorId]:
    """Every author id under which this person writes in the workshop."""
    yield AuthorId(person)
    for keys in state.all(Pseudonyms):
        if keys.key:
            yield pseudonym(keys.key, person)
