"""Board: post-its in columns, hidden until revealed where the plan says so."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta, Struct

from rooms.activity import Activity, Plan
from rooms.audience import Audience
from rooms.command import Command
from rooms.entity import Entity
from rooms.ids import ActivityId, AuthorId, ColumnId, ContributionId, NoteId, RoomId, StackId, StepId
from rooms.moderation import Display, Flag, Settlement, Written, keep_reported
from rooms.order import key_between
from rooms.paper import Paper
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import Name, NoteText, one_line, prose
from rooms.visit import visits

if TYPE_CHECKING:
    from rooms.deciding import Deciding

NOTES_MAX = 5_000
"""On one board; a browser and a facilitator drown long before."""


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: Annotated[ColumnId, Meta(min_length=1, max_length=24, pattern="^[a-z0-9-]+$")]
    title: Name


class Sorting(StrEnum):
    """Who may move and stack other people's notes."""

    EVERYONE = "everyone"
    STAFF = "staff"


class BoardPlan(Plan, frozen=True, kw_only=True, tag="board"):
    """`dots` is each person's number of dots, `dots_per_note` how many may go on one note."""

    columns: Annotated[tuple[Column, ...], Meta(min_length=1, max_length=8)]
    hidden: bool = True
    """Until they are revealed, people see their own notes only: nobody is led by the first idea."""
    anonymous: bool = False
    sorting: Sorting = Sorting.EVERYONE
    comments: bool = True
    moderated: bool = False
    """Notes, comments and remarks wait until staff approve them."""
    dots: Annotated[int, Meta(ge=0, le=50)] = 3
    dots_per_note: Annotated[int, Meta(ge=1, le=50)] = 1
    goes_on: StepId | None = None
    """The step from whose board of the same room, and of those that joined it, the notes are brought along."""

    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return Board(id=id, room=room, step=step, plan=self, revealed=not self.hidden)

    def tidied(self) -> BoardPlan:
        columns = tuple(msgspec.structs.replace(column, title=one_line(column.title)) for column in self.columns)
        return msgspec.structs.replace(Plan.tidied(self), columns=columns)

    def __post_init__(self) -> None:
        if len({column.id for column in self.columns}) != len(self.columns):
            raise ValueError("columns share an id")


class Voting(StrEnum):
    """Totals are hidden while people vote: nobody follows the crowd."""

    NONE = "none"
    OPEN = "open"
    CLOSED = "closed"


class Board(Activity, frozen=True, kw_only=True, tag="board"):
    """`left_behind` counts the notes of the step it goes on from for which there was no place on it any more."""

    plan: BoardPlan
    revealed: bool = False
    voting: Voting = Voting.NONE
    left_behind: int = 0

    def begin(self, on: Deciding) -> None:
        if self.plan.goes_on is not None:
            on.change(self, left_behind=carry(on, self, self.plan.goes_on))

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if visits(audience, state, self.id) else Activity.seen_by(self, audience, state)

    def shows_to(self, audience: Audience, state: State) -> bool:
        """Whether its notes are to be seen."""
        return self.revealed and (audience.is_in(self.room) or visits(audience, state, self.id))

    def column(self, id: str) -> ColumnId:
        for column in self.plan.columns:
            if column.id == id:
                return column.id
        raise Refused("unknown", kind="column")


class Origin(Struct, frozen=True, kw_only=True):
    """Where a note that nobody wrote here came from: a contribution of an earlier phase."""

    contribution: ContributionId
    phase: str
    label: str = ""
    """In words: whose, or from where, as far as it was told."""


class Carried(Struct, frozen=True, kw_only=True):
    """Which note of an earlier step this one was brought from, as it was; whose it is stays as little known."""

    note: NoteId
    step: StepId
    anonymous: bool = False


class Note(Written, frozen=True, kw_only=True, tag="note"):
    """`author` is None where the reader may not know, and for a note that was brought here from `origin`.

    `dots` is the total when voting last closed, None while it is open: were it kept up to date, the bare fact that a
    note changes would tell who is ahead. `text_rev` is the rev in which the text was last edited.
    """

    id: NoteId
    room: RoomId
    activity: ActivityId
    column: ColumnId
    order: str
    stack: StackId | None = None
    paper: Paper = Paper.STRAW
    author: AuthorId | None
    dots: int | None = 0
    at: int
    edited_at: int | None = None
    text_rev: int = 0
    origin: Origin | None = None
    came_from: str = ""
    """The group it was written in, by name, where that became part of this one."""
    carried: Carried | None = None

    def under(self) -> str | None:
        return self.activity

    def whose(self) -> str | None:
        return self.author

    def pile(self) -> str | None:
        return self.stack

    def lane(self) -> tuple[str, str]:
        return column_row(self.activity, self.column), self.order

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Those who see the board, once it is revealed; without its author where the board is anonymous."""
        board = state.maybe(Board, self.activity)
        if board is None or not self._is_told(board, audience, state):
            return None
        if board.plan.anonymous or (self.carried is not None and self.carried.anonymous):
            return msgspec.structs.replace(self, author=None, dots=self._shown(board))
        return self.mine(state)

    def _is_told(self, board: Board, audience: Audience, state: State) -> bool:
        return board.shows_to(audience, state) if self.is_shown else audience.is_staff

    def mine(self, state: State) -> Entity:
        board = state.maybe(Board, self.activity)
        if board is None or board.voting is not Voting.OPEN:
            return self
        return msgspec.structs.replace(self, dots=None)

    def _shown(self, board: Board) -> int | None:
        return None if board.voting is Voting.OPEN else self.dots


class Stack(Entity, frozen=True, kw_only=True, tag="stack"):
    """Notes that say the same. It lies where its first note lies; two notes make one, fewer dissolve it."""

    id: StackId
    room: RoomId
    activity: ActivityId
    title: str = ""

    def under(self) -> str | None:
        return self.activity

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        board = state.maybe(Board, self.activity)
        return self if board is not None and board.shows_to(audience, state) else None


# -- rules --------------------------------------------------------------------------------------------------------


def visible_note(on: Deciding, id: str) -> tuple[Board, Note]:
    """A note the person can see, on a board at work. Raises Refused("unknown") for a hidden one of somebody else."""
    note = on.find(Note, id)
    board = on.at_work(Board, note.activity)
    if is_own(on, board, note) or (board.revealed and note.is_shown):
        return board, note
    if not note.is_shown and on.may(Permission.MODERATE):
        return board, note
    raise Refused("unknown", kind="note")


def is_own(on: Deciding, board: Board, note: Note) -> bool:
    return note.author is not None and note.author == on.signs_as(board, board.plan.anonymous)


def shown_note(on: Deciding, id: str) -> tuple[Board, Note]:
    """A note that others see too. Raises Refused("not_shown") while it waits or is hidden."""
    board, note = visible_note(on, id)
    if not note.is_shown:
        raise Refused("not_shown", moderation=note.moderation.value)
    return board, note


def display_of_new(on: Deciding, is_moderated: bool) -> Display:
    """Of words written now: those of staff wait for nobody."""
    return Display.PENDING if is_moderated and not on.may(Permission.MODERATE) else Display.SHOWN


def withhold(on: Deciding, board: Board, note: Note, **fields: Any) -> Note:
    """Nobody else sees it any more: it leaves its stack, and while people vote they have their dots back."""
    leave_stack(on, note)
    if board.voting is Voting.OPEN:
        give_dots_back(on, note)
    return on.change(on.find(Note, note.id), stack=None, **fields)


def give_dots_back(on: Deciding, note: Note) -> None:
    for dot in [child for child in on.shelf("under", note.id) if child.kind == "dot"]:
        on.drop(dot.id)


def drop_with(on: Deciding, id: str) -> None:
    """With all that hangs on it. Raises Refused("report_open") while staff have not answered who reported any of it."""
    for child in list(on.shelf("under", id)):
        if isinstance(child, Flag) and child.outcome is Settlement.OPEN:
            raise Refused("report_open")
        drop_with(on, child.id)
    on.drop(id)


def own_note(on: Deciding, id: str) -> tuple[Board, Note]:
    """A note the person may change: their own, or anybody's for a moderator."""
    board, note = visible_note(on, id)
    if not is_own(on, board, note) and not on.may(Permission.MODERATE):
        raise Refused("not_yours", kind="text")
    on.anonymous = on.anonymous or board.plan.anonymous
    return board, note


def sortable_note(on: Deciding, id: str) -> tuple[Board, Note]:
    """A note the person may move or stack."""
    board, note = visible_note(on, id)
    if not is_own(on, board, note) and board.plan.sorting is Sorting.STAFF and not on.may(Permission.STEER):
        raise Refused("staff_sorts")
    on.anonymous = on.anonymous or board.plan.anonymous
    return board, note


def column_row(board: str, column: str) -> str:
    return f"{board}/{column}"


def last_key(on: Deciding, row: str, moving: str | None = None) -> str:
    """The order behind every other note of a column."""
    return key_between(next((order for order, id in on.backwards(row) if id != moving), None), None)


def key_after(on: Deciding, board: Board, column: str, after: str | None, moving: str) -> str:
    """The order between `after` (None: the head of the column) and the note that follows it.

    At the end when `after` has gone meanwhile.
    """
    row = column_row(board.id, column)
    if after is None:
        before = None
    elif (note := on.maybe(Note, after)) and note.lane()[0] == row:
        before = note.order
    else:
        return last_key(on, row, moving)
    return key_between(before, next((order for order, id in on.onwards(row, before or "") if id != moving), None))


def notes_in(on: Deciding, stack: StackId) -> list[Note]:
    return [note for note in on.shelf("pile", stack) if isinstance(note, Note)]


def leave_stack(on: Deciding, note: Note) -> None:
    """Dissolve the stack a note has left behind when one note or none remains."""
    if note.stack is None:
        return
    rest = [other for other in notes_in(on, note.stack) if other.id != note.id]
    if len(rest) < 2:
        for other in rest:
            on.change(other, stack=None)
        on.drop(note.stack)


def carry(on: Deciding, board: Board, step: StepId) -> int:
    """Bring along what an earlier step left that all of that room could see: notes as they lay, stacked as they were.

    Comments and dots stay where they were given. What was brought already is not brought again. A step begins also
    where there is no place for all of them: says how many stay behind.
    """
    places = NOTES_MAX - on.count("under", board.id)
    for earlier in sorted(on.under(step, Board), key=lambda earlier: (earlier.room != board.room, earlier.room)):
        if earlier.revealed and home(on, earlier.room) == board.room and earlier.id != board.id:
            for note in sorted(on.under(earlier.id, Note), key=lambda note: note.lane()):
                if note.text and note.is_shown and on.maybe(Note, f"{note.id}-{board.id}") is None:
                    if places > 0:
                        bring(on, board, earlier, note)
                    places -= 1
    return max(-places, 0)


def home(on: Deciding, room: RoomId) -> RoomId:
    """Where the people of a room are together with others now, and with them what they wrote."""
    joined = {each.id: each.joined for each in on.rooms()}
    seen = {room}
    while (there := joined.get(room)) in joined and there is not None and there not in seen:
        seen.add(there)
        room = there
    return room


def bring(on: Deciding, board: Board, earlier: Board, note: Note) -> None:
    columns = [column.id for column in board.plan.columns]
    column = note.column if note.column in columns else columns[0]
    stack = StackId(f"{note.stack}-{board.id}") if note.stack else None
    if stack is not None and on.maybe(Stack, stack) is None:
        title = on.find(Stack, note.stack).title
        on.put(Stack(id=stack, room=board.room, activity=board.id, title=title))
    on.put(
        Note(
            id=NoteId(f"{note.id}-{board.id}"),
            room=board.room,
            activity=board.id,
            column=column,
            order=last_key(on, column_row(board.id, column)),
            stack=stack,
            text=note.text,
            paper=note.paper,
            author=note.author,
            at=note.at,
            origin=note.origin,
            carried=Carried(
                note=note.id,
                step=earlier.step,
                anonymous=earlier.plan.anonymous or (note.carried is not None and note.carried.anonymous),
            ),
        )
    )


# -- commands -----------------------------------------------------------------------------------------------------


def require_place(on: Deciding, board: Board, notes: int = 1) -> None:
    if on.count("under", board.id) + notes > NOTES_MAX:
        raise Refused("board_full", most=NOTES_MAX)


class WriteNote(Command, frozen=True, tag="note.write"):
    activity: ActivityId
    column: ColumnId
    text: NoteText
    paper: Paper = Paper.STRAW

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        board = on.at_work(Board, self.activity)
        column = board.column(self.column)
        require_place(on, board)
        on.put(
            Note(
                id=NoteId(on.chance.id()),
                room=board.room,
                activity=board.id,
                column=column,
                order=last_key(on, column_row(board.id, column)),
                text=prose(self.text),
                paper=self.paper,
                author=on.author(board, board.plan.anonymous),
                at=on.now,
                moderation=display_of_new(on, board.plan.moderated),
            )
        )


class EditNote(Command, frozen=True, tag="note.edit"):
    """`seen` is the rev of the text one started from: somebody else's later words are not overwritten unread.

    Other words than were approved, or were hidden, are looked at anew.
    """

    note: NoteId
    text: NoteText
    paper: Paper | None = None
    seen: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        board, note = own_note(on, self.note)
        text = prose(self.text)
        if self.seen is not None and note.text_rev > self.seen and note.text != text:
            raise Refused("edited_meanwhile", text=note.text)
        if note.text == text:
            on.change(note, paper=self.paper or note.paper)
        else:
            keep_reported(on, note)
            note = on.change(note, text=text, paper=self.paper or note.paper, edited_at=on.now, text_rev=on.head)
            is_looked_at = board.plan.moderated or note.moderation is Display.HIDDEN
            if display_of_new(on, is_looked_at) is Display.PENDING:
                withhold(on, board, note, moderation=Display.PENDING, hidden_for=None, hidden_words="")


class MoveNote(Command, frozen=True, tag="note.move"):
    """To a column, after another note, or to its head when `after` is None. A stacked note leaves its stack."""

    note: NoteId
    column: ColumnId
    after: NoteId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        board, note = sortable_note(on, self.note)
        column = board.column(self.column)
        is_there = self.after == note.id and column == note.column
        order = note.order if is_there else key_after(on, board, column, self.after, moving=note.id)
        leave_stack(on, note)
        on.change(note, column=column, order=order, stack=None)


class DropNote(Command, frozen=True, tag="note.drop"):
    note: NoteId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        board, note = own_note(on, self.note)
        if board.voting is not Voting.NONE and any(child.kind == "dot" for child in on.shelf("under", note.id)):
            raise Refused("has_votes")
        leave_stack(on, note)
        drop_with(on, note.id)


class StackNote(Command, frozen=True, tag="note.stack"):
    """Lay a note on another of the same board."""

    note: NoteId
    onto: NoteId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        board, note = sortable_note(on, self.note)
        _, target = shown_note(on, self.onto)
        shown_note(on, note.id)
        if target.activity != note.activity or target.id == note.id:
            raise Refused("unknown", kind="note")
        if not board.revealed:
            raise Refused("not_revealed")
        if note.stack is not None and note.stack == target.stack:
            return
        leave_stack(on, note)
        stack = target.stack or on.put(Stack(id=StackId(on.chance.id()), room=board.room, activity=board.id)).id
        on.change(target, stack=stack)
        order = key_after(on, board, target.column, self._last_of(on, stack, moving=note), moving=note.id)
        on.change(note, stack=stack, column=target.column, order=order)

    def _last_of(self, on: Deciding, stack: StackId, moving: Note) -> NoteId:
        notes = [other for other in notes_in(on, stack) if other.id != moving.id]
        return max(notes, key=lambda other: other.lane()).id


class UnstackNote(Command, frozen=True, tag="note.unstack"):
    note: NoteId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        _, note = sortable_note(on, self.note)
        leave_stack(on, note)
        on.change(on.find(Note, note.id), stack=None)


class TitleStack(Command, frozen=True, tag="stack.title"):
    stack: StackId
    title: Name

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        stack = on.find(Stack, self.stack)
        board = on.at_work(Board, stack.activity)
        if not board.revealed:
            raise Refused("unknown", kind="stack")
        if board.plan.sorting is Sorting.STAFF and not on.may(Permission.STEER):
            raise Refused("staff_sorts")
        on.anonymous = board.plan.anonymous
        on.change(stack, title=one_line(self.title) if self.title.strip() else "")


class RevealBoard(Command, frozen=True, tag="board.reveal"):
    """Show everybody's notes; `revealed` false hides them again."""

    activity: ActivityId
    revealed: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(on.find(Board, self.activity), revealed=self.revealed)
