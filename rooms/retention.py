"""How long a workshop's data is kept, by kind, and the proof that it was deleted then."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from rooms.audience import Audience
from rooms.entity import Entity
from rooms.state import State

Days = Annotated[int, Meta(ge=1, le=36_500)]
YEAR = 365


class Data(StrEnum):
    """Kinds of data, as people are told of them."""

    IDENTITY = "identity"  # names and addresses
    ANSWERS = "answers"  # what people answered when they came in, and the groups they would have liked
    ATTENDANCE = "attendance"  # when each person was there
    SPEECH = "speech"  # how long each person spoke
    VOTES = "votes"  # each person's dots and named ballots; totals and results stay
    TEXTS = "texts"  # notes, comments, messages; conclusions stay
    UPLOADS = "uploads"  # images and documents
    DRAFTS = "drafts"  # minutes that were not published


class Retention(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For how many days after the workshop was closed; None for what is kept with the process."""

    identity: Days | None = YEAR
    answers: Days | None = YEAR
    attendance: Days | None = YEAR
    speech: Days | None = YEAR
    votes: Days | None = YEAR
    texts: Days | None = None
    uploads: Days | None = None
    drafts: Days | None = YEAR

    def days(self, data: Data) -> int | None:
        days: int | None = getattr(self, data.value)
        return days


class Purge(Entity, frozen=True, kw_only=True, tag="purge"):
    """The proof that a kind of data was deleted: when, and how many records of each kind of entity it concerned."""

    data: Data
    at: int
    counts: dict[str, int]

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self
