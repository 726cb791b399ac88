"""Comments under a note, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from rooms.activities.board import Board, Note, display_of_new, drop_with, shown_note, visible_note
from rooms.audience import Audience
from rooms.command import Command
from rooms.entity import Entity
from rooms.ids import ActivityId, AuthorId, CommentId, NoteId, RoomId
from rooms.moderation import Written
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import MessageText, prose

if TYPE_CHECKING:
    from rooms.deciding import Deciding

COMMENTS_MAX = 200


class Comment(Written, frozen=True, kw_only=True, tag="comment"):
    id: CommentId
    room: RoomId
    activity: ActivityId
    note: NoteId
    author: AuthorId | None
    at: int

    def under(self) -> str | None:
        return self.note

    def whose(self) -> str | None:
        return self.author

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Those who see the note; without its author where the board is anonymous."""
        note = state.maybe(Note, self.note)
        is_told = audience.is_staff if not self.is_shown else note and note.seen_by(audience, state) is not None
        if not is_told:
            return None
        board = state.maybe(Board, self.activity)
        return msgspec.structs.replace(self, author=None) if board and board.plan.anonymous else self


class WriteComment(Command, frozen=True, tag="comment.write"):
    note: NoteId
    text: MessageText

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        board, note = shown_note(on, self.note)
        if not board.plan.comments:
            raise Refused("no_comments")
        if not board.revealed:
            raise Refused("not_revealed")
        if sum(1 for _ in on.under(note.id, Comment)) >= COMMENTS_MAX:
            raise Refused("board_full", most=COMMENTS_MAX)
        on.put(
            Comment(
                id=CommentId(on.chance.id()),
                room=note.room,
                activity=board.id,
                note=note.id,
                author=on.author(board, board.plan.anonymous),
                text=prose(self.text),
                at=on.now,
                moderation=display_of_new(on, board.plan.moderated or on.room(note.room).moderated),
            )
        )


class DropComment(Command, frozen=True, tag="comment.drop"):
    comment: CommentId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        comment = on.find(Comment, self.comment)
        board, _ = visible_note(on, comment.note)
        if comment.author != on.signs_as(board, board.plan.anonymous) and not on.may(Permission.MODERATE):
            raise Refused("not_yours", kind="text")
        on.anonymous = board.plan.anonymous
        drop_with(on, comment.id)
