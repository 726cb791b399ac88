"""Who people show to be: how they show it, what it is asked for, and the mark that is kept of it."""

from __future__ import annotations

from enum import StrEnum

from rooms.entity import Entity
from rooms.ids import ParticipantId


class Identity(StrEnum):
    """What citizens show. Each identity is one participant."""

    NONE = "none"
    EMAIL = "email"  # a code sent to an address
    OPENID = "openid"  # the provider of this installation vouches for them


class Action(StrEnum):
    """What they show it for. Looking, listening and speaking are asked nothing beyond what coming in is."""

    ENTER = "enter"
    WRITE = "write"
    VOTE = "vote"


class Identified(Entity, frozen=True, kw_only=True, tag="identified"):
    """Somebody has shown who they are. Its id is a mark made with the server's key for this workshop alone, from which
    neither an address nor a name can be told; nobody sees it. It outlives an erased person, who would else come back as
    somebody new and vote again."""

    person: ParticipantId
    way: Identity
    at: int


def identified_id(mark: str) -> str:
    return f"identified-{mark}"
