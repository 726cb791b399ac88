"""Seed notes: what was said before the workshop, laid on a board to start from, each with where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from rooms.activities.board import Board, Note, Origin, column_row, last_key, require_place
from rooms.command import SystemCommand
from rooms.ids import ActivityId, ColumnId, NoteId
from rooms.order import key_between
from rooms.paper import Paper
from rooms.text import NoteText, prose

if TYPE_CHECKING:
    from rooms.deciding import Deciding

SEEDS_MAX = 500


class Seed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    text: NoteText
    origin: Origin


class SeedNotes(SystemCommand, frozen=True, tag="board.seed"):
    """A contribution that lies on the board already stays where people have put it."""

    activity: ActivityId
    column: ColumnId
    seeds: Annotated[tuple[Seed, ...], Meta(max_length=SEEDS_MAX)]

    def decide(self, on: Deciding) -> None:
        board = on.find(Board, self.activity)
        column = board.column(self.column)
        new = {seed_id(board, seed): seed for seed in self.seeds if on.maybe(Note, seed_id(board, seed)) is None}
        require_place(on, board, len(new))
        order = last_key(on, column_row(board.id, column))
        for id, seed in new.items():
            on.put(
                Note(
                    id=id,
                    room=board.room,
                    activity=board.id,
                    column=column,
                    order=order,
                    text=prose(seed.text),
                    paper=Paper.CHALK,
                    author=None,
                    at=on.now,
                    origin=seed.origin,
                )
            )
            order = key_between(order, None)


def seed_id(board: Board, seed: Seed) -> NoteId:
    return NoteId(f"seed-{seed.origin.contribution}-{board.id}")
