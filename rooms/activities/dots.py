"""Dots: each person has a few to place on the notes of a board. Seen by nobody; the note carries its total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from rooms.activities.board import Note, Voting, visible_note
from rooms.command import Command
from rooms.entity import Entity
from rooms.ids import ActivityId, AuthorId, NoteId, RoomId
from rooms.permissions import Permission
from rooms.refusal import Refused

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class Dot(Entity, frozen=True, kw_only=True, tag="dot"):
    """One person's dots on one note."""

    room: RoomId
    activity: ActivityId
    note: NoteId
    author: AuthorId
    count: int

    def under(self) -> str | None:
        return self.note

    def whose(self) -> str | None:
        return self.author


class PlaceDots(Command, frozen=True, tag="dot.place"):
    """How many of one's dots lie on this note now; 0 takes them back."""

    note: NoteId
    count: Annotated[int, Meta(ge=0, le=50)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.VOTE)
        board, note = visible_note(on, self.note)
        if board.voting is not Voting.OPEN:
            raise Refused("voting_closed")
        if self.count > board.plan.dots_per_note:
            raise Refused("too_many_dots", most=board.plan.dots_per_note, on="note")
        author = on.author(board, board.plan.anonymous)
        mine = [dot for dot in on.owned_by(author) if isinstance(dot, Dot) and dot.activity == board.id]
        spent = sum(dot.count for dot in mine if dot.note != note.id)
        if spent + self.count > board.plan.dots:
            raise Refused("too_many_dots", most=board.plan.dots, left=board.plan.dots - spent, on="board")
        before = next((dot for dot in mine if dot.note == note.id), None)
        self._place(on, note, author, before)

    def _place(self, on: Deciding, note: Note, author: AuthorId, before: Dot | None) -> None:
        was = before.count if before else 0
        if before and self.count == 0:
            on.drop(before.id)
        elif before:
            on.change(before, count=self.count)
        elif self.count:
            on.put(
                Dot(
                    id=f"dot-{note.id}-{author}",
                    room=note.room,
                    activity=note.activity,
                    note=note.id,
                    author=author,
                    count=self.count,
                )
            )
        on.change(note, dots=(note.dots or 0) + self.count - was)
