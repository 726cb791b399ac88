"""Remarks: what the people of one room write beside the conclusion or on the board of another."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rooms.activities.board import Board
from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import ActivityId, AuthorId, FieldId, NoteId, RemarkId, RoomId
from rooms.moderation import Written
from rooms.state import State


class Stance(StrEnum):
    AGREE = "agree"
    QUESTION = "question"
    SUGGESTION = "suggestion"


class Remark(Written, frozen=True, kw_only=True, tag="remark"):
    """`room` is the one it is for, `by` the one it comes from; `about` is the conclusion or the board, of which it may
    name a `field` or a `note`, which may be gone. `activity` is the gallery it was written in.
    """

    id: RemarkId
    room: RoomId
    by: RoomId
    activity: ActivityId
    about: str
    field: FieldId | None = None
    note: NoteId | None = None
    stance: Stance
    author: AuthorId | None
    anonymous: bool = False
    at: int
    reported: bool = False

    @property
    def place(self) -> str | None:
        return None if self.reported else self.room

    def under(self) -> str | None:
        return self.about

    def whose(self) -> str | None:
        return self.author

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Whoever sees what it is about; without its author where the gallery is anonymous."""
        if not (self._is_told(audience, state) if self.is_shown else audience.is_staff):
            return None
        return msgspec.structs.replace(self, author=None) if self.anonymous else self

    def _is_told(self, audience: Audience, state: State) -> bool:
        about = state.get(self.about)
        if about is None or about.seen_by(audience, state) is None:
            return False
        return about.revealed if isinstance(about, Board) else True
