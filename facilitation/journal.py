"""The journal of moderation: what staff did to keep order, one entity to an act."""

from __future__ import annotations

from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.moderation import Act, Moderation, Reason


def record(on: Deciding, act: Act, about: Entity, reason: Reason | None = None, words: str = "") -> None:
    on.put(
        Moderation(
            id=on.chance.id(),
            act=act,
            about=about.id,
            kind_of=about.kind,
            by=on.by.id,
            reason=reason,
            words=words,
            at=on.now,
        )
    )
