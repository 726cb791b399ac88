"""The people of most tests, already at the table, and the usual things to set before them."""

from __future__ import annotations

from facilitation.agenda import AddStep, StartStep
from facilitation.groups import AddRoom, Filling, OpenGroups
from rooms.activities.board import Board, BoardPlan, Column, Note, RevealBoard, WriteNote
from rooms.activity import Activity
from rooms.agenda import AnyPlan, Room, Step
from rooms.ids import ColumnId, RoomId
from rooms.permissions import Role
from tests.table import Person, Table

GOOD, BAD = ColumnId("good"), ColumnId("bad")
COLUMNS = (Column(id=GOOD, title="Ce qui va"), Column(id=BAD, title="Ce qui ne va pas"))
OPEN_BOARD = BoardPlan(title="Et la place ?", columns=COLUMNS, hidden=False)
HIDDEN_BOARD = BoardPlan(title="Et la place ?", columns=COLUMNS)
ANONYMOUS_BOARD = BoardPlan(title="Et la place ?", columns=COLUMNS, anonymous=True)


class Cast(Table):
    """An organizer, a facilitator, two participants and a viewer."""

    def __init__(self, seed: int = 1, all_moves: bool = True, pace: int = 1) -> None:
        super().__init__(seed, all_moves, pace)
        self.odile = self.join("Odile", Role.ORGANIZER)
        self.farid = self.join("Farid", Role.FACILITATOR)
        self.ana = self.join("Ana")
        self.bob = self.join("Bob")
        self.vera = self.join("Vera", Role.VIEWER)

    def run(self, plenary: AnyPlan | None = None, groups: AnyPlan | None = None) -> Step:
        """Add a step and go to it."""
        step = self.made(Step, self.farid, AddStep(title="Idées", plenary=plenary, groups=groups))
        self.do(self.farid, StartStep(step=step.id, seen=self.workshop.step))
        return self.again(step)

    def in_cell(self, step: Step, room: RoomId) -> Activity:
        return next(activity for activity in self.state.under(step.id, Activity) if activity.room == room)

    def board(self, plan: BoardPlan) -> Board:
        """A board in plenary, at work."""
        board = self.in_cell(self.run(plenary=plan), self.plenary)
        assert isinstance(board, Board)
        return board

    def note(self, by: Person, board: Board, text: str = "Un banc", column: ColumnId = GOOD) -> Note:
        return self.made(Note, by, WriteNote(activity=board.id, column=column, text=text))

    def reveal(self, board: Board, revealed: bool = True) -> None:
        self.do(self.farid, RevealBoard(activity=board.id, revealed=revealed))

    def column(self, board: Board, column: ColumnId = GOOD) -> list[str]:
        """The texts of a column, in order."""
        notes = [note for note in self.state.under(board.id, Note) if note.column == column]
        return [note.text for note in sorted(notes, key=lambda note: note.lane())]

    def groups(self, *names: str, capacity: int | None = None) -> list[Room]:
        return [self.made(Room, self.farid, AddRoom(name=name, capacity=capacity)) for name in names]

    def part(self, filling: Filling = Filling.DRAW, can_switch: bool = False) -> None:
        self.do(self.farid, OpenGroups(filling=filling, can_switch=can_switch))
