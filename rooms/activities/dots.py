"""Dots: each person has a few to place on the notes of a board, which are counted when voting closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from rooms.activities.board import Board, Note, Voting, give_dots_back, shown_note
from rooms.command import Command
from rooms.entity import Entity
from rooms.ids import ActivityId, AuthorId, NoteId, RoomId
from rooms.permissions import Permission
from rooms.refusal import Refused

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class Dot(Entity, frozen=True, kw_only=True, tag="dot"):
    """One person's dots on one note. Seen by nobody else."""

    room: RoomId
    activity: ActivityId
    note: NoteId
    author: AuthorId
    count: int

    def under(self) -> str | None:
        return self.note

    def whose(self) -> str | None:
        return self.author


def set_voting(on: Deciding, board: Board, voting: Voting) -> None:
    """Open or end voting; when it ends the dots are counted. Those on a note that is hidden can be placed elsewhere."""
    if voting is Voting.OPEN:
        for note in [note for note in on.under(board.id, Note) if not note.is_shown]:
            give_dots_back(on, note)
    if board.voting is Voting.OPEN and voting is not Voting.OPEN:
        for note in list(on.under(board.id, Note)):
            on.change(note, dots=sum(dot.count for dot in on.under(note.id, Dot)))
    on.change(board, voting=voting)


class SetVoting(Command, frozen=True, tag="board.vote"):
    """Open or close voting with dots. Opening needs notes that can be seen."""

    activity: ActivityId
    voting: Voting

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        board = on.find(Board, self.activity)
        if self.voting is Voting.OPEN and not board.revealed:
            raise Refused("not_revealed")
        if self.voting is Voting.OPEN and board.plan.dots == 0:
            raise Refused("no_dots")
        set_voting(on, board, self.voting)


class PlaceDots(Command, frozen=True, tag="dot.place"):
    """How many of one's dots lie on this note now; 0 takes them back."""

    note: NoteId
    count: Annotated[int, Meta(ge=0, le=50)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.VOTE)
        board, note = shown_note(on, self.note)
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
