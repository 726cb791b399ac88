"""What becomes of a text people wrote together: frozen, put to the vote, adopted or not, reported out to everybody."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from rooms.entity import Entity
from rooms.ids import ActivityId, PollId
from rooms.refusal import Refused

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class Standing(StrEnum):
    """Where a text stands. Whether it was reported out is apart: it can be shown before a vote, or after."""

    DRAFTING = "drafting"
    FROZEN = "frozen"
    VOTING = "voting"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    AMENDED = "amended"  # frozen anew since it was last put to the vote


class Adoptable(Entity, frozen=True, kw_only=True):
    """`poll` is the last one about it; `reported_at` is when it was shown to all rooms (epoch ms). `frozen_by` is the
    activity whose beginning froze it.
    """

    room: str
    state: Standing = Standing.DRAFTING
    frozen_by: ActivityId | None = None
    poll: PollId | None = None
    reported_at: int | None = None

    @property
    def place(self) -> str | None:
        """Its room, until it is everybody's."""
        return self.room if self.reported_at is None else None


T = TypeVar("T", bound=Adoptable)
OUTCOMES = {"adopted": Standing.ADOPTED, "rejected": Standing.REJECTED}


def freeze(on: Deciding, text: T, by: ActivityId | None = None) -> T:
    """Nobody writes in it any more; what was voted on before is then an amended text."""
    if text.state is not Standing.DRAFTING:
        return text
    return on.change(text, state=Standing.AMENDED if text.poll else Standing.FROZEN, frozen_by=by)


def reopen(on: Deciding, text: T) -> T:
    """Written in again. Raises Refused("in_vote") while people vote on the words as they are."""
    if text.state is Standing.VOTING:
        raise Refused("in_vote")
    return on.change(text, state=Standing.DRAFTING, frozen_by=None)


def voted(on: Deciding, about: str, poll: PollId, outcome: str | None) -> None:
    """The result of a poll about a text is published. Without quorum nothing is decided."""
    _settle(on, about, poll, OUTCOMES.get(outcome or "", Standing.FROZEN))


def withdrawn(on: Deciding, about: str, poll: PollId) -> None:
    """The poll about a text is gone, before anybody could answer."""
    _settle(on, about, poll, Standing.FROZEN)


def _settle(on: Deciding, about: str, poll: PollId, state: Standing) -> None:
    """Only where the poll is the last one about the text."""
    text = on.get(about)
    if isinstance(text, Adoptable) and text.poll == poll and text.state is Standing.VOTING:
        on.change(text, state=state)
